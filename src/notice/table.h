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
struct Head {
  int row = 0;       // 0 if no row of the table reads like a head
  int last_row = 0;  // where it goes on over several rows: 分值 above 标准分 and 自评分
  std::vector<Column> columns;

  bool Has(Role role) const;
};

// The row, among the first five, whose words name most columns.
Head ReadHead(const document::Table& table);

// The only cell of this row that has words, if it is merged over all columns of the head: a line
// across the table, which is no task. nullptr if the row is none.
const document::Cell* LineAcross(const document::Table& table, const Head& head, int row);

// The table of `document` whose head names a column of criteria, the largest if several do, with
// its head; nullptr if none does.
const document::Table* FindAppraisalTable(const document::Document& document);

// The most tasks of a table; the longest in use have a few hundred.
inline constexpr int kMostTasks = 2'000;

// The sections and rows under the head. Adds to `diagnostics` what a person should look at.
// kInvalid "too-many-tasks" past kMostTasks. Requires: the head names a column of criteria.
Result<std::vector<Section>> ReadSections(const document::Table& table, const Head& head,
                                          std::vector<Diagnostic>& diagnostics);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_TABLE_H_
