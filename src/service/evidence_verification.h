// Private to service/: are the files of evidence what the ledger says they are?

#ifndef KAOPING_SERVICE_EVIDENCE_VERIFICATION_H_
#define KAOPING_SERVICE_EVIDENCE_VERIFICATION_H_

#include "base/result.h"
#include "ledger/chain.h"
#include "store/store.h"

namespace kaoping::service {

// Reads every file that an item has and compares its bytes with their hash:
// `evidence-file-missing`, `evidence-file-changed`; `evidence-file-there` for one that had to go
// and is still there. Takes as long as reading them does; holds no transaction meanwhile.
Status CheckEvidenceFiles(const store::Store& store, ledger::Problems& problems);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_VERIFICATION_H_
