// The appraisal table: found among the tables of a document, and its rows understood.

#ifndef KAOPING_NOTICE_TABLE_H_
#define KAOPING_NOTICE_TABLE_H_

#include <vector>

#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "notice/notice.h"

namespace kaoping::notice {

// The head of a table: its row, and what each column holds.
// A longer cell is no heading, whatever words stand in it.
inline constexpr std::size_t kLongestHeading = 20;  // in code points

struct Head {
  int row = 0;  // 0 if no row of the table reads like a head
  // Where it goes on over several rows: 分值 above 标准分 and 自评分. Without a head, the last of
  // the rows that stand over the tasks: the table's title, 填报单位：….
  int last_row = 0;
  std::vector<Column> columns;

  bool Has(Role role) const;
  // Of the rows that stand over it, the one behind the last.
  int EndOfRowsOver() const { return row == 0 ? last_row + 1 : row; }
};

// The row, among the first five, whose words name most columns. Roles that the words leave open are
// settled by the cells below; all of them are, with less confidence, where there is no head.
Head ReadHead(const document::Table& table);

// The same for a head further down, from which on the columns hold something else (倒扣分值) than
// under the head `before`; row 0 if this row is none.
Head ReadHeadAt(const document::Table& table, int row, const Head& before);

// The only cell of this row that has words, if it is merged over all columns of the head: a line
// across the table, which is no task. nullptr if the row is none.
const document::Cell* LineAcross(const document::Table& table, const Head& head, int row);

struct FoundTable {
  const document::Table* table = nullptr;
  Head head;
  PlacedText title;           // the line right above it; empty text if there is none
  int attachment = 0;         // which 附件 of the document it stands in, from 0
  bool has_criteria = false;  // in a column of their own or within the contents
  // By which it is known again; empty if it isn't. Set where tables are chosen, like `layout`.
  std::vector<std::string> headings{};
  const Layout* layout = nullptr;  // what a person said of tables with these headings
};

// All tables of `document` in their order. Pointers live as long as the document.
std::vector<FoundTable> FindTables(const document::Document& document);

// The most tasks of a table; the longest in use have a few hundred.
inline constexpr int kMostTasks = 2'000;

// The sections and rows under the head. A table without a title for its rows gives one section
// whose title is empty. Adds to `diagnostics` what a person should look at.
// kInvalid "too-many-tasks" past kMostTasks. Requires: the head has columns.
Result<std::vector<Section>> ReadSections(const document::Table& table, const Head& head,
                                          std::vector<Diagnostic>& diagnostics);

// A note on the whole table, 注：…, as a section of its own, whose rows are those of its numbered
// parts that speak of points. Its title is the word that it begins with, else `title`.
Section ReadNote(std::string_view text, const Place& place, std::string_view title);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_TABLE_H_
