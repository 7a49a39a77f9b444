// Private to service/: a file that has arrived, looked at before it is kept.

#ifndef KAOPING_SERVICE_EVIDENCE_INSPECTION_H_
#define KAOPING_SERVICE_EVIDENCE_INSPECTION_H_

#include <string_view>

#include "base/result.h"
#include "service/evidence.h"

namespace kaoping::service {

// What can be told of a file without knowing whose it is; `version`, `by` and `at` are still to
// come. Errors of AddEvidence about the file. Ends its arrival: nothing can be added to it.
Result<EvidenceFile> InspectFile(const Intake& intake, std::string_view file_name,
                                 ArrivingFile& file);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_INSPECTION_H_
