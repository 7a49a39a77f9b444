// What the words of a table's head say about its columns.

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "notice/columns_by_cells.h"
#include "notice/points_text.h"
#include "notice/table.h"
#include "notice/words.h"
#include "text/blank.h"
#include "text/official.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Document;
using document::Table;

constexpr int kMostRowsAbove = 4;

// How sure a role is, in percent (see Column).
constexpr int kByTheWord = 100;
constexpr int kByAWordInside = 80;
constexpr int kBySettling = 60;

// What the words of a heading say, by the longest known one.
Column ReadColumn(const Cell& cell) {
  Column column{cell.column, JoinTorn(cell.Text())};
  if (CountCodePoints(column.heading) > kLongestHeading) return column;
  std::size_t longest = 0;
  for (const Heading& known : Headings()) {
    if (known.word.size() <= longest || column.heading.find(known.word) == std::string::npos) {
      continue;
    }
    longest = known.word.size();
    column.role = known.role;
    column.confidence = column.heading == known.word ? kByTheWord : kByAWordInside;
  }
  return column;
}

std::vector<Column*> ColumnsOf(std::vector<Column>& columns, Role role) {
  std::vector<Column*> found;
  for (Column& column : columns) {
    if (column.role == role) found.push_back(&column);
  }
  return found;
}

void Settle(Column& column, Role role) {
  column.role = role;
  column.confidence = kBySettling;
}

// 考核标准 beside 扣分标准 says what is to be done; of several, the one that speaks of points (or
// the last) is the criterion, and so are those whose cells do (扣分 | 加分).
void SettleCriteria(const Table& table, int last_row, std::vector<Column>& columns) {
  const std::vector<Column*> criteria = ColumnsOf(columns, Role::kCriterion);
  if (criteria.size() < 2) return;
  const auto scoring = std::find_if(criteria.begin(), criteria.end(), [](const Column* column) {
    return ContainsAny(column->heading, ScoringWords());
  });
  Column* const criterion = scoring == criteria.end() ? criteria.back() : *scoring;
  const std::vector<CellCounts> counts = CountCells(table, last_row);
  for (Column* column : criteria) {
    if (column == criterion) continue;
    const CellCounts& cells = counts[static_cast<std::size_t>(column->number) - 1];
    if (cells.of_points > 0 && cells.of_points * 2 >= cells.cells) continue;
    // 考评办法: how it is looked at, and no duty.
    const bool is_method = ContainsAny(column->heading, MethodWords());
    Settle(*column, is_method ? Role::kIgnored : Role::kContent);
  }
}

bool IsTarget(const Column& column) { return !EndingWord(column.heading, TargetWords()).empty(); }

// 考核指标 beside 考核内容 groups the rows: of several, the one nearest to the criterion is the
// content, with the targets behind it (评价内容 | 县（区）任务).
void SettleContents(std::vector<Column>& columns) {
  std::vector<Column*> contents = ColumnsOf(columns, Role::kContent);
  if (contents.size() < 2) return;
  std::size_t main = contents.size() - 1;
  if (IsTarget(*contents[main]) && !IsTarget(*contents[main - 1])) --main;
  for (std::size_t i = 0; i < main; ++i) {
    const bool grouped = !ColumnsOf(columns, Role::kSection).empty();
    Settle(*contents[i], grouped ? Role::kHeading : Role::kSection);
  }
}

// 项目 | 评分标准, with nothing between: the first is what is to be done.
void SettleSections(std::vector<Column>& columns) {
  const std::vector<Column*> sections = ColumnsOf(columns, Role::kSection);
  if (sections.size() < 2) return;
  const bool has_content = !ColumnsOf(columns, Role::kContent).empty();
  Settle(*sections.back(), has_content ? Role::kHeading : Role::kContent);
}

// 得分 that is filled with figures is what an item is worth, where no other column says it.
void SettleBase(const Table& table, int last_row, std::vector<Column>& columns) {
  if (!ColumnsOf(columns, Role::kBase).empty()) return;
  std::vector<Column*> of_points = ColumnsOf(columns, Role::kIgnored);
  std::erase_if(of_points, [](const Column* column) {
    return !column->heading.ends_with("分") || !StartingWord(column->heading, TotalWords()).empty();
  });
  if (of_points.empty()) return;  // counting reads all cells
  const std::vector<CellCounts> counts = CountCells(table, last_row);
  for (Column* column : of_points) {
    const CellCounts& cells = counts[static_cast<std::size_t>(column->number) - 1];
    if (cells.bases == 0 || cells.bases * 2 < cells.cells) continue;
    return Settle(*column, Role::kBase);
  }
}

// Headings are ambiguous alone; together, and with the cells below, they settle each other.
void SettleRoles(const Table& table, Head& head) {
  SettleCriteria(table, head.last_row, head.columns);
  SettleContents(head.columns);
  SettleSections(head.columns);
  SettleBase(table, head.last_row, head.columns);
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
      if (column.role == Role::kUnknown) {
        column.role = heading.role;
        column.confidence = heading.confidence;
      }
      columns.push_back(std::move(column));
    }
  }
  if (columns.size() > before) return;
  columns.push_back(heading);
  for (int column = wide.column + 1; column < end; ++column) {
    if (!HasCellsIn(table, last_row, column)) continue;
    // Of two columns of criteria by one name, the first is taken.
    const bool is_criterion = heading.role == Role::kCriterion;
    columns.push_back({column, heading.heading, is_criterion ? Role::kUnknown : heading.role,
                       is_criterion ? 0 : heading.confidence});
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

// 共性指标 in a cell merged over the whole table is a title, and names no column.
bool IsAcross(const Table& table, int row) {
  const auto cells = table.CellsOf(row);
  return cells.size() == 1 && table.columns > 1 && cells[0].column_span >= table.columns;
}

std::ptrdiff_t CountKnown(const std::vector<Column>& columns) {
  return std::count_if(columns.begin(), columns.end(),
                       [](const Column& column) { return column.role != Role::kUnknown; });
}

// In a column of their own, or within the contents.
bool HasCriteria(const Table& table, const Head& head) {
  if (head.Has(Role::kCriterion)) return true;
  const std::vector<CellCounts> counts = CountCells(table, head.last_row);
  return std::any_of(head.columns.begin(), head.columns.end(), [&](const Column& column) {
    return column.role == Role::kContent &&
           counts[static_cast<std::size_t>(column.number) - 1].of_points > 0;
  });
}

// 填报单位：…, 金湖市2024年度政府信息公开工作考核标准 | 单位：分: a row that stands over the tasks
// of a table without a head. A short title (共性指标) may be that of a section.
bool StandsOver(const Table& table, int row) {
  constexpr std::size_t kShortestTitle = 10;
  std::string first;
  int cells = 0;
  for (const Cell& cell : table.CellsOf(row)) {
    if (cell.IsEmpty()) continue;
    const std::string words = JoinTorn(cell.Text());
    if (cell.row_span > 1 || SpeaksOfPoints(words) || ReadBase(words) || BaseInTitle(words)) {
      return false;
    }
    if (cells++ == 0) first = words;
  }
  if (cells == 0 || cells == table.columns) return false;
  if (StartsWithChineseNumeral(first)) return false;
  const bool is_title = !EndingWord(first, TableTitleEndings()).empty() &&
                        (FindYear(first) || CountCodePoints(first) >= kShortestTitle);
  return is_title || IsLabel(first);
}

int CountRowsOver(const Table& table) {
  int rows = 0;
  while (rows < std::min(table.rows - 1, kMostRowsAbove) && StandsOver(table, rows + 1)) ++rows;
  return rows;
}

}  // namespace

bool Head::Has(Role role) const {
  return std::any_of(columns.begin(), columns.end(),
                     [role](const Column& column) { return column.role == role; });
}

Head ReadHead(const Table& table) {
  Head head;
  for (int row = 1; row <= std::min(table.rows, 1 + kMostRowsAbove); ++row) {
    if (IsAcross(table, row)) continue;
    const int last_row = LastRowOf(table, row);
    std::vector<Column> columns = ReadColumns(table, row, last_row);
    // A head has at least two columns that are known; a first row of words may have one by chance.
    if (CountKnown(columns) < 2 || CountKnown(columns) <= CountKnown(head.columns)) continue;
    head = {row, last_row, std::move(columns)};
  }
  if (head.row == 0) {
    head.columns = ColumnsByCells(table);
    if (!head.columns.empty()) head.last_row = CountRowsOver(table);
  } else {
    SettleRoles(table, head);
  }
  return head;
}

Head ReadHeadAt(const Table& table, int row, const Head& before) {
  constexpr int kLeastColumns = 3;
  Head head{row, LastRowOf(table, row), {}};
  head.columns = ReadColumns(table, row, head.last_row);
  // The words of a row may stand in headings too: here they must be the very ones.
  const auto sure =
      std::count_if(head.columns.begin(), head.columns.end(), [&](const Column& column) {
        return column.confidence == kByTheWord ||
               std::any_of(before.columns.begin(), before.columns.end(), [&](const Column& above) {
                 return !above.heading.empty() && above.heading == column.heading;
               });
      });
  if (sure < kLeastColumns || sure + 1 < std::ssize(head.columns)) return {};
  SettleRoles(table, head);
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

std::vector<FoundTable> FindTables(const Document& document) {
  std::vector<FoundTable> found;
  PlacedText above;
  int attachment = 0;
  for (const document::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
      const std::string words = JoinTorn(paragraph->text);
      if (words.starts_with(kAttachment)) ++attachment;
      above = {words, paragraph->place()};
      continue;
    }
    const Table& table = std::get<Table>(block);
    Head head = ReadHead(table);
    const bool has_criteria = HasCriteria(table, head);
    found.push_back({&table, std::move(head), std::exchange(above, {}), attachment, has_criteria});
  }
  return found;
}

}  // namespace kaoping::notice
