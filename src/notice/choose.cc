#include "notice/choose.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "notice/columns_by_cells.h"
#include "notice/layout.h"
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

using Taking = std::function<bool(const FoundTable&)>;

bool IsChosen(const FoundTable& table) {
  return table.layout != nullptr && table.layout->is_chosen;
}

// Which of the tables to read: the one that a person names, or those that one chose before; else
// all with criteria in the attachment of the largest such. Where there are no criteria but a person
// says what the columns are, the largest table is one, whatever it looks like.
Taking TakingOf(const std::vector<FoundTable>& tables, const Hints& hints) {
  if (hints.table != 0) {
    return
        [number = hints.table](const FoundTable& table) { return table.table->number == number; };
  }
  if (std::any_of(tables.begin(), tables.end(), IsChosen)) return IsChosen;
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

// The head with the roles that a person gave, now or before.
Status ApplyRoles(const std::map<int, Role>& roles, const Table& table, Head& head) {
  constexpr int kSaid = 100;
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
  if (head.row == 0 && !roles.empty()) head.row = head.last_row = UnknownHeadRow(table);
  for (Column& column : head.columns) {
    const document::Cell* const cell = table.Find(head.row, column.number);
    if (column.heading.empty() && cell != nullptr) column.heading = JoinTorn(cell->Text());
  }
  return Ok();
}

// Whether naming a table makes a difference, and its head tells it from the others.
bool IsChoice(const std::vector<FoundTable>& tables, const Taking& is_named) {
  const auto named = std::find_if(tables.begin(), tables.end(), is_named);
  if (named == tables.end()) return false;
  const Taking by_itself = TakingOf(tables, Hints());
  bool differs = false;
  for (const FoundTable& found : tables) {
    differs = differs || by_itself(found) != is_named(found);
    if (&found != &*named && found.headings == named->headings) return false;
  }
  return differs;
}

std::map<int, Role> RolesOf(const Layout& layout) {
  std::map<int, Role> roles;
  for (std::size_t i = 0; i < layout.roles.size(); ++i) {
    if (layout.roles[i] != Role::kUnknown) roles[static_cast<int>(i) + 1] = layout.roles[i];
  }
  return roles;
}

// The roles of the table's columns, for the next one with these headings. What was chosen before
// stays so.
void Remember(const FoundTable& found, bool is_chosen, std::vector<Layout>& layouts) {
  if (found.headings.empty() || FindLayout(layouts, found.headings) != nullptr) return;
  Layout layout{found.headings, {}, is_chosen || IsChosen(found)};
  layout.roles.assign(layout.headings.size(), Role::kUnknown);
  for (const Column& column : found.head.columns) {
    const auto index = static_cast<std::size_t>(column.number) - 1;
    if (index < layout.roles.size()) layout.roles[index] = column.role;
  }
  layouts.push_back(std::move(layout));
}

Result<std::vector<FoundTable>> FindKnownTables(const Document& document,
                                                std::span<const Layout> layouts) {
  std::vector<FoundTable> tables = FindTables(document);
  for (FoundTable& found : tables) {
    found.headings = HeadingsOf(*found.table, found.head);
    found.layout = FindLayout(layouts, found.headings);
    if (found.layout == nullptr) continue;
    KAOPING_TRY_STATUS(ApplyRoles(RolesOf(*found.layout), *found.table, found.head));
    found.has_criteria = true;  // somebody read it as an appraisal table
  }
  return tables;
}

std::vector<std::vector<std::string>> SampleOf(const Table& table) {
  constexpr int kRows = 4;
  constexpr std::size_t kLongest = 40;
  std::vector<std::vector<std::string>> sample;
  for (int row = 1; row <= std::min(table.rows, kRows); ++row) {
    auto& cells =
        sample.emplace_back(static_cast<std::size_t>(std::min(table.columns, kMostColumns)));
    for (const document::Cell& cell : table.CellsOf(row)) {
      if (cell.column > kMostColumns) continue;
      const std::string text = fmt::format("{}", fmt::join(cell.paragraphs, " "));
      cells[static_cast<std::size_t>(cell.column - 1)] = BeginningOf(text, kLongest);
    }
  }
  return sample;
}

SeenTable See(const FoundTable& found, bool is_taken) {
  return {.number = found.table->number,
          .rows = found.table->rows,
          .title = found.title.text,
          .is_taken = is_taken,
          .width = found.table->columns,
          .columns = found.head.columns,
          .is_remembered = found.layout != nullptr,
          .sample = SampleOf(*found.table)};
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

Result<Choice> ChooseTables(const Document& document, const Hints& hints,
                            std::span<const Layout> layouts) {
  KAOPING_TRY(std::vector<FoundTable> tables, FindKnownTables(document, layouts));
  const Taking is_taken = TakingOf(tables, hints);
  const bool is_chosen = hints.table != 0 && IsChoice(tables, is_taken);
  Choice choice;
  for (FoundTable& found : tables) {
    if (!is_taken(found)) {
      choice.left.push_back(std::move(found));
      continue;
    }
    const std::vector<Column> before = found.head.columns;
    KAOPING_TRY(const auto roles, RolesIn(*found.table, hints));
    KAOPING_TRY_STATUS(ApplyRoles(roles, *found.table, found.head));
    if (is_chosen || found.head.columns != before) Remember(found, is_chosen, choice.corrected);
    choice.taken.push_back(std::move(found));
  }
  if (hints.table != 0 && choice.taken.empty()) {
    return Refuse("no-such-table", Say("“{0}”没有第 {1} 张表：请核对表的序号",
                                       "there is no table {1} in \"{0}\": check its number",
                                       document.file_name, hints.table));
  }
  return choice;
}

std::vector<SeenTable> TablesOf(const Choice& choice) {
  std::vector<SeenTable> tables;
  for (const FoundTable& found : choice.taken) tables.push_back(See(found, true));
  for (const FoundTable& found : choice.left) tables.push_back(See(found, false));
  std::sort(tables.begin(), tables.end(),
            [](const SeenTable& a, const SeenTable& b) { return a.number < b.number; });
  return tables;
}

std::vector<SeenTable> SeeTables(const Document& document) {
  std::vector<SeenTable> tables;
  for (const FoundTable& found : FindTables(document)) tables.push_back(See(found, false));
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
