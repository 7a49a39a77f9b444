// Lists of offices as cells write them: 政策法规处、全体处室、部门 → three names.

#ifndef KAOPING_NOTICE_OFFICES_H_
#define KAOPING_NOTICE_OFFICES_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::notice {

struct Office {
  // Who fixes which office it is.
  enum class By {
    kName,      // the cell names it
    kGroup,     // 各业务处室: all that belong to a group
    kOpen,      // 相关处室: a group whose members nobody has fixed yet
    kCase,      // 相关涉案处室: each case decides
    kDocument,  // 局要点确定的责任处室: another document decides
  };
  enum class Role {
    kLead,     // 牵头, 主办
    kSupport,  // 配合, 协办
  };

  std::string name;
  By by = By::kName;
  std::optional<Role> role = std::nullopt;  // nothing where the table doesn't say
  friend bool operator==(const Office&, const Office&) = default;
};
const char* ToString(Office::By by);      // "name", "group", "open", "case", "document"
const char* ToString(Office::Role role);  // "lead", "support"

// The offices that a cell lists, in its order, each once.
//
// 、 ， ； blanks, and 和 and its like behind a whole name, part them; brackets belong to the name
// before them. A head is distributed: 各行政执法、行政审批处室 is 各行政执法处室 and
// 各行政审批处室, and 全体处室、部门 is 全体处室 and 全体部门; but not over a comma. A blank within
// a name is a torn line.
//
// Who leads and who supports is read from the words around the names:
// 牵头单位：甲处；配合单位：乙处, 甲处牵头，乙处、丙处配合, 甲处（牵头）、乙处, 甲处会同乙处. Where
// all but one only support, that one leads. Requires: well-formed UTF-8.
std::vector<Office> ReadOffices(std::string_view cell);

// The same for the cells of one row, each under a heading that may say the role of those below it:
// 牵头处室 | 配合处室. An office that stands in several has the first role that any of them says.
struct OfficeCell {
  std::string text;
  std::string heading;
};
std::vector<Office> ReadOffices(std::span<const OfficeCell> cells);

// The bodies that a line of addressees or copies lists, as written: 机关各处室，贸促会各部.
// Requires: well-formed UTF-8.
std::vector<std::string> ReadBodies(std::string_view line);

// Whether `name` ends as the name of an office or a body does: 政策法规处, 纪检组（监察室）.
// Requires: well-formed UTF-8.
bool IsWholeName(std::string_view name);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_OFFICES_H_
