#include "notice/columns_by_cells.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "notice/criterion_text.h"
#include "notice/offices.h"
#include "notice/points_text.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Table;

constexpr int kByCells = 40;  // percent
// A longer cell is read no further: what it is shows before.
constexpr std::size_t kLongestLook = 6'000;
constexpr std::size_t kLongestName = 60;

// 1, （一）: the number of a row.
bool IsNumber(const std::string& text) {
  constexpr std::size_t kLongest = 4;
  const std::u32string characters = DecodeUtf8(text);
  if (characters.empty() || characters.size() > kLongest) return false;
  return std::all_of(characters.begin(), characters.end(), [](char32_t c) {
    return (c >= U'0' && c <= U'9') ||
           std::u32string_view(U"一二三四五六七八九十（）()、.").find(c) !=
               std::u32string_view::npos;
  });
}

bool IsOfNames(const std::string& text) {
  if (text.size() > kLongestName) return false;
  const std::vector<Office> offices = ReadOffices(text);
  return !offices.empty() && std::all_of(offices.begin(), offices.end(), [](const Office& office) {
    return IsWholeName(office.name);
  });
}

void Count(const Cell& cell, CellCounts& counts) {
  const std::string text = cell.Text().substr(0, kLongestLook);
  if (FirstInvalidUtf8(text)) return;  // cut within a character: too long to be anything else
  ++counts.cells;
  counts.characters += static_cast<int>(CountCodePoints(text));
  counts.merged += cell.row_span > 1 ? 1 : 0;
  const std::string joined = JoinTorn(text);
  counts.numbers += IsNumber(joined) ? 1 : 0;
  counts.bases += ReadBase(joined) ? 1 : 0;
  counts.names += IsOfNames(joined) ? 1 : 0;
  if (!SpeaksOfPoints(text)) return;
  ++counts.of_points;
  const SplitText split = SplitCriterion(text);
  counts.split += !split.duty.IsEmpty() ? 1 : 0;
}

bool Most(int some, int all) { return all > 0 && some * 5 >= all * 4; }
bool Half(int some, int all) { return all > 0 && some * 2 >= all; }

// Gives the columns their roles, the surest first.
class Guesser {
 public:
  explicit Guesser(const std::vector<CellCounts>& counts)
      : counts_(counts), roles_(counts.size(), Role::kUnknown) {}

  std::vector<Column> Guess() {
    const std::size_t criterion = FindCriterion();
    if (criterion == counts_.size()) return {};
    const bool has_duty = Half(counts_[criterion].split, counts_[criterion].of_points);
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (i == criterion) continue;
      if (i == 0 && Most(counts_[i].numbers, counts_[i].cells)) {
        roles_[i] = Role::kIgnored;
      } else if (Most(counts_[i].bases, counts_[i].cells)) {
        roles_[i] = Count(Role::kBase) == 0 ? Role::kBase : Role::kIgnored;
      } else if (Most(counts_[i].names, counts_[i].cells) && i > 0) {
        roles_[i] = Role::kOffice;
      }
    }
    const std::size_t content = has_duty ? criterion : LongestOpen(criterion);
    roles_[criterion] = content == criterion ? Role::kContent : Role::kCriterion;
    if (content != counts_.size()) roles_[content] = Role::kContent;
    GiveSections(content == counts_.size() ? criterion : content);
    return Columns();
  }

 private:
  int Count(Role role) const {
    return static_cast<int>(std::count(roles_.begin(), roles_.end(), role));
  }

  std::size_t FindCriterion() const {
    std::size_t best = counts_.size();
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i].of_points < 2 || !Half(counts_[i].of_points, counts_[i].cells)) continue;
      if (best == counts_.size() || counts_[i].of_points >= counts_[best].of_points) best = i;
    }
    return best;
  }

  // Of the columns without a role, the one with the longest texts; their number if there is none.
  std::size_t LongestOpen(std::size_t criterion) const {
    std::size_t best = counts_.size();
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (i == criterion || roles_[i] != Role::kUnknown || counts_[i].cells == 0) continue;
      if (best == counts_.size() || counts_[i].characters >= counts_[best].characters) best = i;
    }
    return best;
  }

  // What stands left of the content groups the rows, if it is merged; else it names each.
  void GiveSections(std::size_t content) {
    for (std::size_t i = 0; i < content; ++i) {
      if (roles_[i] != Role::kUnknown || counts_[i].cells == 0) continue;
      const bool groups = counts_[i].merged > 0 && Count(Role::kSection) == 0;
      roles_[i] = groups ? Role::kSection : Role::kHeading;
    }
  }

  std::vector<Column> Columns() const {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i].cells == 0) continue;
      columns.push_back({static_cast<int>(i) + 1, "", roles_[i], kByCells});
    }
    return columns;
  }

  const std::vector<CellCounts>& counts_;
  std::vector<Role> roles_;
};

}  // namespace

std::vector<CellCounts> CountCells(const Table& table, int after) {
  std::vector<CellCounts> counts(static_cast<std::size_t>(std::min(table.columns, kMostColumns)));
  for (const Cell& cell : table.cells) {
    const bool is_across = cell.column_span > 1 && cell.column_span >= table.columns;
    if (cell.row <= after || cell.IsEmpty() || is_across) continue;
    if (cell.column > static_cast<int>(counts.size())) continue;
    Count(cell, counts[static_cast<std::size_t>(cell.column) - 1]);
  }
  return counts;
}

std::vector<Column> ColumnsByCells(const Table& table) {
  const std::vector<CellCounts> counts = CountCells(table, 0);
  return Guesser(counts).Guess();
}

}  // namespace kaoping::notice
