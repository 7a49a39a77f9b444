#include "notice/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "notice/columns_by_cells.h"
#include "notice/points_text.h"
#include "text/blank.h"

namespace kaoping::notice {

using document::Cell;
using document::Table;

int UnknownHeadRow(const Table& table) {
  const auto cells = table.CellsOf(1);
  const bool is_head = std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
    const std::string words = JoinTorn(cell.Text());
    return CountCodePoints(words) <= kLongestHeading && !SpeaksOfPoints(words) && !ReadBase(words);
  });
  return is_head ? 1 : 0;
}

std::vector<std::string> HeadingsOf(const Table& table, const Head& head) {
  constexpr std::ptrdiff_t kFewestHeadings = 2;
  constexpr std::size_t kLongest = 100;  // of one heading; longer is no head
  const int first = head.row != 0 ? head.row : UnknownHeadRow(table);
  const int last = head.row != 0 ? head.last_row : first;
  if (first == 0) return {};
  std::vector<std::string> headings(
      static_cast<std::size_t>(std::clamp(table.columns, 0, kMostColumns)));
  for (int row = first; row <= last; ++row) {
    for (const Cell& cell : table.CellsOf(row)) {
      const std::string words = JoinTorn(cell.Text());
      if (words.empty()) continue;
      const int end =
          std::min(cell.column + cell.column_span - 1, static_cast<int>(headings.size()));
      for (int column = cell.column; column <= end; ++column) {
        std::string& heading = headings[static_cast<std::size_t>(column) - 1];
        heading += (heading.empty() ? "" : "/") + words;
      }
    }
  }
  const auto named = std::count_if(headings.begin(), headings.end(),
                                   [](const std::string& heading) { return !heading.empty(); });
  const bool is_long =
      std::any_of(headings.begin(), headings.end(),
                  [](const std::string& heading) { return CountCodePoints(heading) > kLongest; });
  return named < kFewestHeadings || is_long ? std::vector<std::string>() : headings;
}

const Layout* FindLayout(std::span<const Layout> layouts,
                         const std::vector<std::string>& headings) {
  if (headings.empty()) return nullptr;
  const auto found = std::find_if(layouts.rbegin(), layouts.rend(), [&](const Layout& layout) {
    return layout.headings == headings;
  });
  return found == layouts.rend() ? nullptr : &*found;
}

}  // namespace kaoping::notice
