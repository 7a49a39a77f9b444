// Private to service/: which files of evidence must be on the disk.

#ifndef KAOPING_SERVICE_EVIDENCE_FILES_H_
#define KAOPING_SERVICE_EVIDENCE_FILES_H_

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "store/transaction.h"

namespace kaoping::service {

struct NamedFiles {
  std::map<std::string, std::string> items;  // by hash, the first item that has the file
  std::set<std::string> removed;             // hashes of those that had to go
};

Result<NamedFiles> LoadNamedFiles(const store::Transaction& transaction);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_FILES_H_
