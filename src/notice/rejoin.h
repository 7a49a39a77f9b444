// Tables that lost their form: text copied out of a table, or set without one → the table again.

#ifndef KAOPING_NOTICE_REJOIN_H_
#define KAOPING_NOTICE_REJOIN_H_

#include <optional>
#include <vector>

#include "document/document.h"
#include "notice/notice.h"
#include "notice/table.h"

namespace kaoping::notice {

// Where the words of a cell stand in the file.
struct Origin {
  int row = 0;
  int column = 0;
  int paragraph = 0;
  int begin = 0;        // within the paragraph, in code points
  bool is_one = false;  // all of its words stand in that paragraph
};

struct RejoinedTable {
  document::Table table;  // its number is 0: the file has none
  Head head;
  int first = 0;  // its first paragraph and its last, headings included
  int last = 0;
  std::vector<Origin> origins;
};

// From a document that has no table with criteria:
// * cells one below the other, under their headings (类别 / 分值 / 考核标准 / …);
// * lines that say a duty, what it is worth and its criterion (1.建立制度（5分）。未建立的扣5分。),
//   under titles; the figure may be glued to the number before the duty (51、…) or stand between
//   duty and criterion (…落实。5每缺一项扣2分。).
// Nothing if there are fewer than three such lines.
std::optional<RejoinedTable> Rejoin(const document::Document& document);

// The places of what was read from a rejoined table, as the file has them.
void PutPlaces(const RejoinedTable& rejoined, std::vector<Section>& sections,
               std::vector<Diagnostic>& diagnostics);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_REJOIN_H_
