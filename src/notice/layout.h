// Layouts of tables that a person put right: kept, and recognised by the head of the next table
// like it.

#ifndef KAOPING_NOTICE_LAYOUT_H_
#define KAOPING_NOTICE_LAYOUT_H_

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "notice/notice.h"
#include "notice/table.h"

namespace kaoping::notice {

// The row that is a head in words that are not known, where a person says what its columns are: the
// first, if it is short and about no points. 0 if there is none.
int UnknownHeadRow(const document::Table& table);

// What stands over each column, as `head`, which was read from the words alone, has it. Empty if
// the table has no head by which it would be known again.
std::vector<std::string> HeadingsOf(const document::Table& table, const Head& head);

// The last of `layouts` that has these headings; nullptr if none has, or there are no headings.
const Layout* FindLayout(std::span<const Layout> layouts, const std::vector<std::string>& headings);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_LAYOUT_H_
