// Private to service/: what is kept of evidence as JSON.

#ifndef KAOPING_SERVICE_EVIDENCE_BODY_H_
#define KAOPING_SERVICE_EVIDENCE_BODY_H_

#include <optional>
#include <string>

#include "base/result.h"
#include "service/evidence.h"

namespace kaoping::service {

struct EvidenceBody {
  EvidenceDetails details;
  std::optional<RegisteredPaper> paper;
};

// As one line. Stored; a field may be added, none changed.
std::string WriteBody(const EvidenceBody& body);
std::string WriteBody(const EvidenceFile& file);  // name, kind, size, SM3, and how it was looked at

// `data-corrupt` for what WriteBody doesn't write.
Result<EvidenceBody> ReadEvidenceBody(const std::string& json);
Status ReadFileBody(const std::string& json, EvidenceFile& into);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_BODY_H_
