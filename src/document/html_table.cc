#include "document/html_table.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace kaoping::document {
namespace {

constexpr int kMostSpannedColumns = 1'000;
constexpr int kMostColumns = 10'000;

// The rows of a part of the table; a cell that spans rows ends with it.
using Rows = std::vector<const GumboNode*>;

void AddShown(const GumboNode& parent, GumboTag tag, Rows& out) {
  for (const GumboNode* const child : ChildrenOf(parent)) {
    if (TagOf(*child) == tag && !IsHidden(*child)) out.push_back(child);
  }
}

std::vector<Rows> PartsOf(const GumboNode& table) {
  std::vector<Rows> parts;
  for (const GumboTag tag : {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT}) {
    Rows elements;
    AddShown(table, tag, elements);
    for (const GumboNode* const element : elements) {
      AddShown(*element, GUMBO_TAG_TR, parts.emplace_back());
    }
  }
  return parts;
}

class GridBuilder {
 public:
  void AddPart(const Rows& rows) {
    const int last = grid_.rows + static_cast<int>(rows.size());
    for (const GumboNode* const row : rows) AddRow(*row, last);
  }

  HtmlGrid Take() {
    std::vector<int> begins;
    for (const HtmlCell& cell : grid_.cells) begins.push_back(cell.column);
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    const auto before = [&](int column) {
      return static_cast<int>(std::lower_bound(begins.begin(), begins.end(), column) -
                              begins.begin());
    };
    for (HtmlCell& cell : grid_.cells) {
      const int column = before(cell.column);
      cell.column_span = before(cell.column + cell.column_span) - column;
      cell.column = column + 1;
    }
    grid_.columns = static_cast<int>(begins.size());
    return std::move(grid_);
  }

 private:
  void AddRow(const GumboNode& row, int last) {
    ++grid_.rows;
    int column = 1;
    for (const GumboNode* const cell : ChildrenOf(row)) {
      const GumboTag tag = TagOf(*cell);
      if ((tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) || IsHidden(*cell)) continue;
      while (IsTaken(column)) ++column;
      if (column > kMostColumns) return;
      const int rows = HtmlNumber(*cell, "rowspan", 1);
      const int left = last - grid_.rows + 1;
      const int row_span = rows == 0 ? left : std::clamp(rows, 1, left);
      const int wanted = std::clamp(HtmlNumber(*cell, "colspan", 1), 1, kMostSpannedColumns);
      const int column_span = Take(column, wanted, grid_.rows + row_span - 1);
      grid_.cells.push_back({cell, grid_.rows, column, row_span, column_span});
      column += column_span;
    }
  }

  bool IsTaken(int column) const {
    const auto index = static_cast<std::size_t>(column);
    return index < taken_until_.size() && taken_until_[index] >= grid_.rows;
  }

  // Takes columns down to a row; how many of those wanted are free side by side.
  int Take(int column, int wanted, int last_row) {
    int span = 0;
    for (; span < wanted && !IsTaken(column + span); ++span) {
      const auto index = static_cast<std::size_t>(column) + static_cast<std::size_t>(span);
      if (taken_until_.size() <= index) taken_until_.resize(index + 1, 0);
      taken_until_[index] = last_row;
    }
    return span;
  }

  HtmlGrid grid_;
  std::vector<int> taken_until_;  // by column: the last row that a cell there reaches
};

// Whether there is a table of several cells in the element.
bool HoldsTable(const GumboNode& element) {
  const auto children = ChildrenOf(element);
  return std::any_of(children.begin(), children.end(), [](const GumboNode* child) {
    if (!IsElement(*child) || IsHidden(*child)) return false;
    if (TagOf(*child) == GUMBO_TAG_TABLE && ReadHtmlGrid(*child).cells.size() > 1) return true;
    return HoldsTable(*child);
  });
}

}  // namespace

bool IsHidden(const GumboNode& element) {
  if (HtmlAttribute(element, "hidden") != nullptr) return true;
  const std::string style = StyleOf(element);
  return style.find("display:none") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

HtmlGrid ReadHtmlGrid(const GumboNode& table) {
  GridBuilder builder;
  for (const Rows& rows : PartsOf(table)) builder.AddPart(rows);
  return builder.Take();
}

bool IsLayout(const GumboNode& table, const HtmlGrid& grid) {
  const char* const role = HtmlAttribute(table, "role");
  const std::string_view name = role == nullptr ? "" : role;
  if (name == "presentation" || name == "none" || grid.cells.size() <= 1) return true;
  return std::any_of(grid.cells.begin(), grid.cells.end(),
                     [](const HtmlCell& cell) { return HoldsTable(*cell.node); });
}

}  // namespace kaoping::document
