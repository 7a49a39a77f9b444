#include "service/evidence_verification.h"

#include <string>

#include "crypto/hex.h"
#include "service/evidence_files.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kDigits = 64;  // of a SHA-256

// Whether it had to go since the files were listed.
Result<bool> IsRemovedNow(const store::Store& store, const std::string& sha256) {
  KAOPING_TRY(const auto reading, store.Read());
  KAOPING_TRY(const auto removal, reading->evidence().FindRemoval(sha256));
  return removal.has_value();
}

Status CheckFile(const store::Store& store, const std::string& sha256, const std::string& item,
                 ledger::Problems& problems) {
  const Result<std::string> now = store.blobs().HashNow(sha256);
  if (now && *now == sha256) return Ok();
  if (now) {
    problems.Add("evidence-file-changed",
                 Say("材料{}的文件被改动过，与总账所记的校验值不符；请从备份恢复",
                     "the file of evidence {} was changed: its bytes have not the hash that the "
                     "ledger states; restore a backup",
                     item));
    return Ok();
  }
  if (now.error().code != "evidence-file-missing") return now.error();
  KAOPING_TRY(const bool is_removed, IsRemovedNow(store, sha256));
  if (is_removed) return Ok();
  problems.Add("evidence-file-missing",
               Say("材料{}的文件已不在数据文件夹里；请从备份恢复",
                   "the file of evidence {} is gone from the data folder; restore a backup", item));
  return Ok();
}

}  // namespace

Status CheckEvidenceFiles(const store::Store& store, ledger::Problems& problems) {
  NamedFiles named;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(named, LoadNamedFiles(*reading));
  }
  for (const auto& [sha256, item] : named.items) {
    // One that somebody tampered with may be anything; the ledger tells of it.
    if (!crypto::IsHex(sha256, kDigits)) continue;
    if (!named.removed.contains(sha256)) {
      KAOPING_TRY_STATUS(CheckFile(store, sha256, item, problems));
    } else if (store.blobs().Has(sha256)) {
      problems.Add("evidence-file-there",
                   Say("材料{}的文件依规定应已删除，却还在数据文件夹里；请重新启动服务",
                       "the file of evidence {} had to go and is still in the data folder; start "
                       "the server again",
                       item));
    }
  }
  return Ok();
}

}  // namespace kaoping::service
