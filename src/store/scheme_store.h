// SchemeStore: keeps schemes, which of them revises which, their publications, what a published
// revision took over, and what was said of the layouts of tables; all of it is added, never changed
// or removed.

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

// A scheme that puts right or completes an earlier one.
struct RevisionRow {
  std::string scheme;
  std::string revises;     // the id of the earlier one
  int number = 2;          // of the revisions of a notice; the first import is 1
  std::string supplement;  // SHA-256 of the supplement's bytes; empty for a corrected notice
  std::uint64_t entry = 0;
};

// A published revision takes the place of the scheme that was in force, and its facts with it.
struct SuccessionRow {
  std::string scheme;
  std::string follows;  // the id of the one that was in force
  std::string body;     // which rules take over the facts of which, as one line of JSON
  std::uint64_t entry = 0;
  // Of the entry; ignored when added.
  Timestamp at;
};

struct SchemeRow {
  std::string id;
  std::string title;
  std::string number;
  std::string source_name;
  // SHA-256 of the file's bytes; of a supplement, of what it completes and its bytes.
  std::string source_digest;
  std::uint64_t entry = 0;
  // Of the entry and of the publication, if there is one; ignored when added.
  std::string imported_by;
  Timestamp imported_at;
  std::optional<PublicationRow> publication;
  // Added by Revise and Succeed.
  std::optional<RevisionRow> revision{};
  std::optional<SuccessionRow> succession{};
  std::string followed_by{};  // the scheme that took its place; empty for none
};

struct SchemeText {
  std::string scheme;     // `scheme/1`
  std::string questions;  // as JSON
};

// What a person said of the columns of tables with a certain head; the last one for a head stands.
struct LayoutRow {
  std::uint64_t entry = 0;
  std::string head;    // the headings, as one line of JSON
  std::string body;    // what they hold, as one line of JSON; "null" where that is forgotten
  std::string source;  // the name of the file it was said of
  // Of the entry; ignored when added.
  std::string by;
  Timestamp at;
};

class SchemeStore {
 public:
  virtual ~SchemeStore() = default;

  // Requires: the id and the source are new, and `row.entry` is in the ledger.
  virtual Status Add(const SchemeRow& row, const SchemeText& text) = 0;
  // Requires: the scheme is there and not published, and `row.entry` is in the ledger.
  virtual Status Publish(const PublicationRow& row) = 0;
  // Requires: both schemes are there, the first revises nothing yet, and `row.entry` is in the
  // ledger.
  virtual Status Revise(const RevisionRow& row) = 0;
  // Requires: both schemes are there, nothing follows the second and the first follows nothing, and
  // `row.entry` is in the ledger.
  virtual Status Succeed(const SuccessionRow& row) = 0;

  // Requires: `row.entry` is in the ledger.
  virtual Status Remember(const LayoutRow& row) = 0;

  // In the order of their entries.
  virtual Result<std::vector<LayoutRow>> Layouts() const = 0;
  // In the order of import.
  virtual Result<std::vector<SchemeRow>> All() const = 0;
  virtual Result<std::optional<SchemeText>> FindText(std::string_view id) const = 0;
  // The id of the scheme that came from these bytes, or that reads the same.
  virtual Result<std::optional<std::string>> FindSame(std::string_view source_digest,
                                                      std::string_view scheme) const = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SCHEME_STORE_H_
