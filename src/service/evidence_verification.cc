#include "service/evidence_verification.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kaoping::service {
namespace {

constexpr int kPage = 1000;

struct Named {
  std::map<std::string, std::string> files;  // by hash, the first item that has it
  std::set<std::string> removed;             // hashes
};

Result<Named> LoadNamed(const store::Store& store) {
  KAOPING_TRY(const auto reading, store.Read());
  Named named;
  std::optional<std::uint64_t> after;
  while (true) {
    KAOPING_TRY(const std::vector<store::EvidenceFileRow> files,
                reading->evidence().Files(after, kPage));
    for (const store::EvidenceFileRow& file : files) named.files.emplace(file.sha256, file.item);
    if (files.size() < static_cast<std::size_t>(kPage)) break;
    after = files.back().entry;
  }
  KAOPING_TRY(const std::vector<store::EvidenceRemovalRow> removals,
              reading->evidence().Removals());
  for (const store::EvidenceRemovalRow& removal : removals) named.removed.insert(removal.sha256);
  return named;
}

// Hashes that somebody tampered with may be anything; the ledger tells of those.
bool IsHash(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

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
  KAOPING_TRY(const Named named, LoadNamed(store));
  for (const auto& [sha256, item] : named.files) {
    if (!IsHash(sha256)) continue;
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
