// SchemeStore: keeps schemes and their publications; both are added, never changed or removed.

#ifndef KAOPING_STORE_SCHEME_STORE_H_
#define KAOPING_STORE_SCHEME_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

struct PublicationRow {
  std::string scheme;
  std::string reason;
  std::string pending;  // what was pending then, as JSON
  std::uint64_t entry = 0;
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

struct SchemeRow {
  std::string id;
  std::string title;
  std::string number;
  std::string source_name;
  std::string source_digest;  // SHA-256 of the file's bytes
  std::uint64_t entry = 0;
  // Of the entry and of the publication, if there is one; ignored when added.
  std::string imported_by;
  Timestamp imported_at;
  std::optional<PublicationRow> publication;
};

struct SchemeText {
  std::string scheme;     // `scheme/1`
  std::string questions;  // as JSON
};

class SchemeStore {
 public:
  virtual ~SchemeStore() = default;

  // Requires: the id and the source are new, and `row.entry` is in the ledger.
  virtual Status Add(const SchemeRow& row, const SchemeText& text) = 0;
  // Requires: the scheme is there and not published, and `row.entry` is in the ledger.
  virtual Status Publish(const PublicationRow& row) = 0;

  // In the order of import.
  virtual Result<std::vector<SchemeRow>> All() const = 0;
  virtual Result<std::optional<SchemeText>> FindText(std::string_view id) const = 0;
  // The id of the scheme that came from these bytes, or that reads the same.
  virtual Result<std::optional<std::string>> FindSame(std::string_view source_digest,
                                                      std::string_view scheme) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SCHEME_STORE_H_
