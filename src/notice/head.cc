// What the words of a table's head say about its columns.

#include <algorithm>

#include "base/utf8.h"
#include "notice/table.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Document;
using document::Table;

constexpr int kMostRowsAbove = 4;
// Columns further to the right are not looked at.
constexpr int kMostColumns = 100;
// A longer cell is no heading, whatever words stand in it.
constexpr std::size_t kLongestHeading = 20;

Role RoleOf(std::string_view heading) {
  Role role = Role::kUnknown;
  std::size_t longest = 0;
  for (const Heading& known : Headings()) {
    if (known.word.size() > longest && heading.find(known.word) != std::string_view::npos) {
      longest = known.word.size();
      role = known.role;
    }
  }
  return role;
}

std::vector<Column*> ColumnsOf(std::vector<Column>& columns, Role role) {
  std::vector<Column*> found;
  for (Column& column : columns) {
    if (column.role == role) found.push_back(&column);
  }
  return found;
}

// Headings are ambiguous alone; together they settle each other.
void SettleRoles(std::vector<Column>& columns) {
  // 考核标准 beside 扣分标准 says what is to be done; of several, the one that speaks of points (or
  // the last) is the criterion.
  std::vector<Column*> criteria = ColumnsOf(columns, Role::kCriterion);
  if (criteria.size() > 1) {
    const auto scoring = std::find_if(criteria.begin(), criteria.end(), [](const Column* column) {
      return ContainsAny(column->heading, ScoringWords());
    });
    Column* const criterion = scoring == criteria.end() ? criteria.back() : *scoring;
    for (Column* column : criteria) {
      if (column != criterion) column->role = Role::kContent;
    }
  }
  // 考核指标 beside 考核内容 groups the rows; of several, the one nearest to the criterion is the
  // content.
  std::vector<Column*> contents = ColumnsOf(columns, Role::kContent);
  for (std::size_t i = 0; i + 1 < contents.size(); ++i) {
    const bool grouped = !ColumnsOf(columns, Role::kSection).empty();
    contents[i]->role = grouped ? Role::kUnknown : Role::kSection;
  }
  // 项目 | 评分标准, with nothing between: the first is what is to be done.
  const std::vector<Column*> sections = ColumnsOf(columns, Role::kSection);
  if (sections.size() > 1) {
    Column* const last = sections.back();
    last->role = contents.empty() ? Role::kContent : Role::kUnknown;
  }
}

Column ReadColumn(const Cell& cell) {
  const std::string heading = JoinTorn(cell.Text());
  const bool is_short = CountCodePoints(heading) <= kLongestHeading;
  return {cell.column, heading, is_short ? RoleOf(heading) : Role::kUnknown};
}

// The last row of a head that starts in this one: as far down as its cells are merged.
int LastRowOf(const Table& table, int row) {
  int last = row;
  for (const Cell& cell : table.CellsOf(row)) {
    if (!cell.IsEmpty()) last = std::max(last, row + cell.row_span - 1);
  }
  return std::min({last, row + kMostRowsAbove, table.rows});
}

// Whether a cell begins in this column, below the head.
bool HasCellsIn(const Table& table, int last_row, int column) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row > last_row && cell.column == column && !cell.IsEmpty();
  });
}

// The columns under a heading that is merged over several: those that the rest of the head names,
// else those in which the rows below have words.
void AddColumnsUnder(const Table& table, const Cell& wide, int last_row,
                     std::vector<Column>& columns) {
  const Column heading = ReadColumn(wide);
  const int end = std::min(wide.column + wide.column_span, kMostColumns);
  const std::size_t before = columns.size();
  for (int row = wide.row + wide.row_span; row <= last_row; ++row) {
    for (const Cell& cell : table.CellsOf(row)) {
      if (cell.IsEmpty() || cell.column < wide.column || cell.column >= end) continue;
      Column column = ReadColumn(cell);
      if (column.role == Role::kUnknown) column.role = heading.role;
      columns.push_back(std::move(column));
    }
  }
  if (columns.size() > before) return;
  columns.push_back(heading);
  for (int column = wide.column + 1; column < end; ++column) {
    if (!HasCellsIn(table, last_row, column)) continue;
    // Of two columns of criteria by one name, the first is taken.
    const bool is_criterion = heading.role == Role::kCriterion;
    columns.push_back({column, heading.heading, is_criterion ? Role::kUnknown : heading.role});
  }
}

std::vector<Column> ReadColumns(const Table& table, int row, int last_row) {
  std::vector<Column> columns;
  for (const Cell& cell : table.CellsOf(row)) {
    if (cell.IsEmpty() || cell.column > kMostColumns) continue;
    if (cell.column_span > 1) {
      AddColumnsUnder(table, cell, last_row, columns);
    } else {
      columns.push_back(ReadColumn(cell));
    }
  }
  return columns;
}

std::ptrdiff_t CountKnown(const std::vector<Column>& columns) {
  return std::count_if(columns.begin(), columns.end(),
                       [](const Column& column) { return column.role != Role::kUnknown; });
}

}  // namespace

bool Head::Has(Role role) const {
  return std::any_of(columns.begin(), columns.end(),
                     [role](const Column& column) { return column.role == role; });
}

Head ReadHead(const Table& table) {
  Head head;
  for (int row = 1; row <= std::min(table.rows, 1 + kMostRowsAbove); ++row) {
    const int last_row = LastRowOf(table, row);
    std::vector<Column> columns = ReadColumns(table, row, last_row);
    // A head has at least two columns that are known; a first row of words may have one by chance.
    if (CountKnown(columns) < 2 || CountKnown(columns) <= CountKnown(head.columns)) continue;
    head = {row, last_row, std::move(columns)};
  }
  SettleRoles(head.columns);
  return head;
}

const Cell* LineAcross(const Table& table, const Head& head, int row) {
  const Cell* only = nullptr;
  for (const Cell& cell : table.CellsOf(row)) {
    if (cell.IsEmpty()) continue;
    if (only != nullptr) return nullptr;
    only = &cell;
  }
  if (only == nullptr || head.columns.empty() || only->column_span < 2) return nullptr;
  const bool covers = only->column <= head.columns.front().number &&
                      only->column + only->column_span > head.columns.back().number;
  return covers ? only : nullptr;
}

const Table* FindAppraisalTable(const Document& document) {
  const Table* largest = nullptr;
  for (const document::Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || !ReadHead(*table).Has(Role::kCriterion)) continue;
    if (largest == nullptr || table->rows > largest->rows) largest = table;
  }
  return largest;
}

}  // namespace kaoping::notice
