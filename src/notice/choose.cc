#include "notice/choose.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "notice/points_text.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Document;
using document::Table;

Error Refuse(std::string_view code, Message message) {
  return MakeError(ErrorKind::kInvalid, code, std::move(message));
}

bool HasFewerRows(const FoundTable& a, const FoundTable& b) {
  return a.table->rows < b.table->rows;
}

// Which of the tables to read, where a person names none: all with criteria in the attachment of
// the largest such. Where there are no criteria but a person says what the columns are, the largest
// table is one, whatever it looks like.
std::function<bool(const FoundTable&)> Looked(const std::vector<FoundTable>& tables,
                                              const Hints& hints) {
  const FoundTable* largest = nullptr;
  for (const FoundTable& table : tables) {
    if (!table.has_criteria) continue;
    if (largest == nullptr || HasFewerRows(*largest, table)) largest = &table;
  }
  if (largest != nullptr) {
    return [attachment = largest->attachment](const FoundTable& table) {
      return table.has_criteria && table.attachment == attachment;
    };
  }
  const auto any = std::max_element(tables.begin(), tables.end(), HasFewerRows);
  const Table* const only = hints.HasRoles() && any != tables.end() ? any->table : nullptr;
  return [only](const FoundTable& table) { return table.table == only; };
}

// Whether the first row may be a head in words that are not known: short, and about no points.
bool ReadsLikeHead(const Table& table) {
  constexpr std::size_t kLongestHeading = 20;
  const auto cells = table.CellsOf(1);
  return std::all_of(cells.begin(), cells.end(), [](const document::Cell& cell) {
    const std::string words = JoinTorn(cell.Text());
    return CountCodePoints(words) <= kLongestHeading && !SpeaksOfPoints(words) && !ReadBase(words);
  });
}

// The column under this heading, in one of the rows where a head may stand; 0 if there is none.
int ColumnUnder(const Table& table, const std::string& heading) {
  constexpr int kMostRows = 5;
  for (int row = 1; row <= std::min(table.rows, kMostRows); ++row) {
    for (const document::Cell& cell : table.CellsOf(row)) {
      if (JoinTorn(cell.Text()) == heading) return cell.column;
    }
  }
  return 0;
}

// All roles by the numbers of the columns.
Result<std::map<int, Role>> RolesIn(const Table& table, const Hints& hints) {
  std::map<int, Role> roles = hints.roles;
  for (const auto& [heading, role] : hints.named) {
    const int number = ColumnUnder(table, heading);
    if (number == 0) {
      return Refuse("no-such-column",
                    Say("第 {0} 张表没有“{1}”这一列：请核对表头，或者写列号",
                        "table {0} has no column \"{1}\": check its head, or give the number",
                        table.number, heading));
    }
    roles[number] = role;
  }
  return roles;
}

// The head with the roles that a person gave.
Status ApplyHints(const Hints& hints, const Table& table, Head& head) {
  constexpr int kSaid = 100;
  KAOPING_TRY(const auto roles, RolesIn(table, hints));
  for (const auto& role_of : roles) {
    const int number = role_of.first;
    const Role role = role_of.second;
    if (number < 1 || number > table.columns) {
      return Refuse("no-such-column", Say("第 {0} 张表没有第 {1} 列，只有 {2} 列：请核对列号",
                                          "table {0} has no column {1}, only {2}: check the number",
                                          table.number, number, table.columns));
    }
    const auto known = std::find_if(head.columns.begin(), head.columns.end(),
                                    [&](const Column& column) { return column.number >= number; });
    if (known != head.columns.end() && known->number == number) {
      known->role = role;
      known->confidence = kSaid;
    } else {
      head.columns.insert(known, {number, "", role, kSaid});
    }
  }
  // Headings that nobody knows are no task.
  const bool heads = head.row == 0 && hints.HasRoles() && ReadsLikeHead(table);
  if (heads) head.row = head.last_row = 1;
  for (Column& column : head.columns) {
    const document::Cell* const cell = table.Find(head.row, column.number);
    if (column.heading.empty() && cell != nullptr) column.heading = JoinTorn(cell->Text());
  }
  return Ok();
}

constexpr Role kRoles[] = {Role::kSection, Role::kHeading,   Role::kContent, Role::kDeliverable,
                           Role::kOffice,  Role::kCriterion, Role::kBase,    Role::kIgnored};

std::string RoleNames() {
  std::string names;
  for (const Role role : kRoles) {
    names += fmt::format("{}{}（{}）", names.empty() ? "" : "、", NameOf(role), ToString(role));
  }
  return names;
}

Error Unread(const std::string& column) {
  return Refuse("map-unread",
                Say("“{0}”没有说清哪一列是什么：请写成如“3=考评标准”或“考核要点=内容”；可以是{1}",
                    "\"{0}\" does not say which column is what: write it like 3=criterion or "
                    "考核要点=content; roles are {1}",
                    column, RoleNames()));
}

}  // namespace

Result<Choice> ChooseTables(const Document& document, const Hints& hints) {
  std::vector<FoundTable> tables = FindTables(document);
  std::function<bool(const FoundTable&)> is_taken = Looked(tables, hints);
  if (hints.table != 0) {
    is_taken = [&](const FoundTable& table) { return table.table->number == hints.table; };
  }
  Choice choice;
  for (FoundTable& table : tables) {
    (is_taken(table) ? choice.taken : choice.left).push_back(std::move(table));
  }
  if (hints.table != 0 && choice.taken.empty()) {
    return Refuse("no-such-table", Say("“{0}”没有第 {1} 张表：请核对表的序号",
                                       "there is no table {1} in \"{0}\": check its number",
                                       document.file_name, hints.table));
  }
  for (FoundTable& found : choice.taken) {
    KAOPING_TRY_STATUS(ApplyHints(hints, *found.table, found.head));
  }
  return choice;
}

std::vector<SeenTable> TablesOf(const Choice& choice) {
  std::vector<SeenTable> tables;
  const auto add = [&tables](const FoundTable& found, bool is_taken) {
    tables.push_back(
        {found.table->number, found.table->rows, found.title.text, is_taken, found.head.columns});
  };
  for (const FoundTable& found : choice.taken) add(found, true);
  for (const FoundTable& found : choice.left) add(found, false);
  std::sort(tables.begin(), tables.end(),
            [](const SeenTable& a, const SeenTable& b) { return a.number < b.number; });
  return tables;
}

std::optional<Role> RoleNamed(std::string_view name) {
  for (const Role role : kRoles) {
    if (name == ToString(role) || name == NameOf(role)) return role;
  }
  return std::nullopt;
}

Result<Hints> ReadHints(int table, const std::vector<std::string>& columns) {
  Hints hints;
  hints.table = table;
  for (const std::string& column : columns) {
    const std::size_t mark = column.rfind('=');
    if (mark == std::string::npos || mark == 0) return Unread(column);
    const auto role = RoleNamed(TrimBlanks(std::string_view(column).substr(mark + 1)));
    if (!role) return Unread(column);
    const std::string which = JoinTorn(column.substr(0, mark));
    int number = 0;
    const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), number);
    if (error == std::errc() && end == which.data() + which.size()) {
      hints.roles[number] = *role;
    } else {
      hints.named[which] = *role;
    }
  }
  return hints;
}

}  // namespace kaoping::notice
