// Private to notice/: the words that say who leads (牵头) and who supports (配合) among offices.

#ifndef KAOPING_NOTICE_OFFICE_ROLES_H_
#define KAOPING_NOTICE_OFFICE_ROLES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notice/offices.h"

namespace kaoping::notice {

// A part of a cell, and the role that its words give to all offices that it lists.
struct RoleSegment {
  std::string text;
  std::optional<Office::Role> role;
};

// The cell without the words for roles, cut where they stand: labels (牵头单位：甲处；配合：乙处),
// what follows a name (甲处牵头，乙处、丙处配合), 会同, and brackets that list others
// (甲处（乙处配合）). A bracket that is a role and nothing else stays with its name, see
// RoleOfBracket. One segment, the cell itself, where no such word stands. Requires: well-formed
// UTF-8.
std::vector<RoleSegment> CutByRole(std::string_view cell);

// The role that the content of a bracket gives to the name before it: 牵头, 配合单位. Nothing
// unless it is that and nothing else.
std::optional<Office::Role> RoleOfBracket(std::string_view content);

// The role of the offices below a heading: 牵头处室. Nothing if it speaks of both.
std::optional<Office::Role> RoleOfHeading(std::string_view heading);

// Of several offices, of which all but one that is named only support: that one leads.
void InferLead(std::vector<Office>& offices);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_OFFICE_ROLES_H_
