// What a revision of a notice changes, what it took over, and what it leaves behind, as text for
// people.

#ifndef KAOPING_CLI_REVISION_TEXT_H_
#define KAOPING_CLI_REVISION_TEXT_H_

#include <string>
#include <vector>

#include "base/message.h"
#include "service/schemes.h"

namespace kaoping::cli {

// What is revised, and every difference.
std::string RenderRevision(const service::RevisionView& revision, Language language);

// Each settlement that was taken over, to be looked over; nothing if there is none.
std::string RenderCarried(const std::vector<service::CarriedSettlement>& carried,
                          Language language);

// What became of the facts that had been recorded.
std::string RenderSuccession(const service::Succession& succession, Language language);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_REVISION_TEXT_H_
