// What a cell lists beside offices: the papers that prove a task.

#ifndef KAOPING_NOTICE_CELL_LISTS_H_
#define KAOPING_NOTICE_CELL_LISTS_H_

#include <string>
#include <string_view>
#include <vector>

namespace kaoping::notice {

// The papers that a cell lists, parted by marks or blanks; brackets keep theirs together. Requires:
// well-formed UTF-8.
std::vector<std::string> PapersIn(std::string_view cell);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_CELL_LISTS_H_
