// Items of evidence as people read them.

#ifndef KAOPING_CLI_EVIDENCE_TEXT_H_
#define KAOPING_CLI_EVIDENCE_TEXT_H_

#include <vector>

#include "cli/program.h"
#include "service/evidence.h"
#include "service/evidence_catalogue.h"

namespace kaoping::cli {

void PrintEvidence(const Program& program, const service::Evidence& item);
void PrintEvidenceList(const Program& program, const std::vector<service::Evidence>& items);
void PrintCatalogue(const Program& program, const service::Catalogue& catalogue);

// As one line of JSON each: {"id","unit","name","status","files","citations",…}.
void PrintEvidenceJson(const Program& program, const service::Evidence& item);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_EVIDENCE_TEXT_H_
