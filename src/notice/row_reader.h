// What one row of the appraisal table says of its task.

#ifndef KAOPING_NOTICE_ROW_READER_H_
#define KAOPING_NOTICE_ROW_READER_H_

#include <vector>

#include "diag/diagnostic.h"
#include "document/document.h"
#include "notice/notice.h"
#include "notice/row_cursor.h"

namespace kaoping::notice {

// Adds the row at which `cells` stands to `section`: one task, or one for each criterion or part of
// its cells. What it leaves empty may be that of the row above. Adds to `diagnostics` what a person
// should look at. Returns the number of tasks.
int AddRow(const RowCursor& cells, Section& section, std::vector<Diagnostic>& diagnostics);

// Adds the parts of a cell that is content and criterion in one, each a task that is otherwise like
// `row`; no more than one past kMostTasks. Returns their number.
int AddParts(const document::Table& table, const document::Cell& cell, const Row& row,
             Section& section);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_ROW_READER_H_
