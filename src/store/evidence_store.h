// EvidenceStore: keeps what is known of evidence (佐证材料): items, their files, what they are
// cited for, and what was said of them. Everything is added, nothing changed or removed; the files
// themselves lie in a BlobStore.

#ifndef KAOPING_STORE_EVIDENCE_STORE_H_
#define KAOPING_STORE_EVIDENCE_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

// Items stand in the order of their entries.
struct EvidenceRow {
  std::uint64_t entry = 0;
  std::string id;
  std::string unit;
  std::string office;  // empty for none
  std::string body;    // what is told of it, as one line of JSON
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// A version of an item. A registered paper has none.
struct EvidenceFileRow {
  std::uint64_t entry = 0;
  std::string item;
  int version = 0;     // from 1
  std::string sha256;  // names the file in the BlobStore
  std::string body;    // its name, kind and size, as one line of JSON
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// The last one for an item, scheme, kind and target stands.
struct CitationRow {
  std::uint64_t entry = 0;
  std::string item;
  std::string scheme;
  std::string kind;    // "task", "rule", "fact"
  std::string target;  // a task's key, a rule's lasting id, a fact's id
  std::string status;  // "cited", "withdrawn"
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// The last one for the last version of an item stands.
struct EvidenceReviewRow {
  std::uint64_t entry = 0;
  std::string item;
  int version = 0;  // 0: of a registered paper
  std::string status;
  std::string reason;  // empty for none
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// A file that had to go by law, whatever items and versions have it.
struct EvidenceRemovalRow {
  std::uint64_t entry = 0;
  std::string sha256;
  std::string item;  // at whose file it was said
  std::string reason;
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

// What is empty is any.
struct CitedPlace {
  std::string scheme{};
  std::string kind{};
  std::string target{};
};

// What is empty selects everything.
struct EvidenceSelection {
  std::vector<std::string> units{};
  std::string office{};
  std::string sha256{};             // of any version
  std::string status{};             // as last reviewed, "pending" where nobody has
  std::vector<CitedPlace> cited{};  // for one of these
  // Entries greater than this.
  std::optional<std::uint64_t> after{};
};

class EvidenceStore {
 public:
  virtual ~EvidenceStore() = default;

  // All require: `row.entry` is in the ledger, and the item is there.
  virtual Status Add(const EvidenceRow& row) = 0;  // Requires: the id is not taken.
  virtual Status AddFile(const EvidenceFileRow& row) = 0;
  virtual Status Cite(const CitationRow& row) = 0;
  virtual Status Review(const EvidenceReviewRow& row) = 0;
  virtual Status Remove(const EvidenceRemovalRow& row) = 0;

  virtual Result<std::optional<EvidenceRow>> Find(std::string_view id) const = 0;
  // In order, the first `limit` of them. Requires: limit >= 1.
  virtual Result<std::vector<EvidenceRow>> Select(const EvidenceSelection& selection,
                                                  int limit) const = 0;
  // Of these items, in the order of their entries. Requires: `items` is not empty.
  virtual Result<std::vector<EvidenceFileRow>> FilesOf(
      const std::vector<std::string>& items) const = 0;
  virtual Result<std::vector<CitationRow>> CitationsOf(
      const std::vector<std::string>& items) const = 0;
  virtual Result<std::vector<EvidenceReviewRow>> ReviewsOf(
      const std::vector<std::string>& items) const = 0;

  // Of all items, with entries greater than `after` (absent: all); the first `limit` of them.
  virtual Result<std::vector<EvidenceFileRow>> Files(std::optional<std::uint64_t> after,
                                                     int limit) const = 0;
  virtual Result<std::vector<CitationRow>> Citations(std::optional<std::uint64_t> after,
                                                     int limit) const = 0;
  virtual Result<std::vector<EvidenceReviewRow>> Reviews(std::optional<std::uint64_t> after,
                                                         int limit) const = 0;
  // All of them, which are few.
  virtual Result<std::vector<EvidenceRemovalRow>> Removals() const = 0;
  virtual Result<std::optional<EvidenceRemovalRow>> FindRemoval(std::string_view sha256) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_EVIDENCE_STORE_H_
