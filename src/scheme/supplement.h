// Supplement (补充规定): a later document that lays down the criteria of some rows of a scheme.
//
// The city's notice leaves a criterion to be written (挂账); in October another document writes it.
// That document is read for the rows it speaks of, and those rows, and no others, take their
// criterion from it.

#ifndef KAOPING_SCHEME_SUPPLEMENT_H_
#define KAOPING_SCHEME_SUPPLEMENT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "document/read.h"
#include "scheme/scheme.h"
#include "text/place.h"

namespace kaoping::scheme {

// One row that it speaks of. At least one of the first two is there if it was found at all.
struct SupplementRow {
  std::string key;      // “第6.1项”; empty if it gives no number
  std::string content;  // as its table or its quotation marks have it; empty if not given
  PlacedText criterion;
  Span span;                  // of the criterion within the words at its place; empty: all of them
  std::optional<int> shares;  // the row, from 0, whose criterion is this one's too
  std::optional<Points> base;
  std::vector<std::string> offices;  // names, as its table has them; empty if it has none
  std::vector<std::string> deliverables;
};

struct Supplement {
  std::string source;  // its title and number; else the file's name
  std::vector<SupplementRow> rows;
};

// Reads a document with a table of contents and criteria, or with paragraphs
// “第6.1项“……”按以下标准计分：……”, or both. Errors of `read` and
// notice::ReadNotice; kInvalid `no-supplement` if neither is in it.
Result<Supplement> ReadSupplement(std::string_view file_name, std::string_view bytes,
                                  const document::DocumentReader& read = document::ReadDocument);

// What a row says of its task besides the criterion, where the scheme says another thing. The
// scheme's stays.
struct Untaken {
  enum class What { kOffices, kDeliverables };

  std::string task;  // its key
  What what = What::kOffices;
  std::vector<std::string> says;  // the supplement
  friend bool operator==(const Untaken&, const Untaken&) = default;
};
const char* ToString(Untaken::What what);  // "offices", "deliverables"

struct Completed {
  Scheme scheme;
  std::vector<std::string> tasks;  // keys of those whose criterion is another now, in its order
  std::vector<Untaken> untaken;    // in the order of the supplement
};

// The scheme with these rows completed. A row is found by its content, by its number or by both. By
// its number alone only a criterion is replaced that can't be executed as it stands. Where a
// criterion was shared and not all rows that share it are completed, the others go on sharing it.
// Offices and papers of the supplement are not taken; where they are others, `untaken` has them.
//
// kInvalid `supplement-unmatched`, naming every row that fits none or several, with the nearest;
// nothing is completed then. Requires: CheckScheme accepts `scheme`, which is as it was imported.
Result<Completed> Complete(const Supplement& supplement, const Scheme& scheme);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_SUPPLEMENT_H_
