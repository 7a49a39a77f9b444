// Private to service/: what is told of evidence, checked before anything is kept.

#ifndef KAOPING_SERVICE_EVIDENCE_CHECK_H_
#define KAOPING_SERVICE_EVIDENCE_CHECK_H_

#include <string_view>

#include "base/result.h"
#include "service/evidence.h"

namespace kaoping::service {

// kInvalid `file-name-unfit` (field "filename") for what is no plain name of a file: with folders,
// line breaks, or more than 200 characters.
Status CheckFileName(std::string_view file_name);

// See AddEvidence and RegisterPaper for the errors.
Status CheckDraft(const Context& context, const EvidenceDraft& draft);
Status CheckPaper(const Context& context, const EvidenceDraft& draft, const RegisteredPaper& paper);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_CHECK_H_
