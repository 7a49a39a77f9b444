#include "service/evidence_files.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace kaoping::service {
namespace {

constexpr int kPage = 1000;

}  // namespace

Result<NamedFiles> LoadNamedFiles(const store::Transaction& transaction) {
  NamedFiles named;
  std::optional<std::uint64_t> after;
  while (true) {
    KAOPING_TRY(const std::vector<store::EvidenceFileRow> files,
                transaction.evidence().Files(after, kPage));
    for (const store::EvidenceFileRow& file : files) named.items.emplace(file.sha256, file.item);
    if (files.size() < static_cast<std::size_t>(kPage)) break;
    after = files.back().entry;
  }
  KAOPING_TRY(const std::vector<store::EvidenceRemovalRow> removals,
              transaction.evidence().Removals());
  for (const store::EvidenceRemovalRow& removal : removals) named.removed.insert(removal.sha256);
  return named;
}

}  // namespace kaoping::service
