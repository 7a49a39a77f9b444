#include "document/layout_table.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "base/utf8.h"

namespace kaoping::document {
namespace {

// In points: how far edges of one column may stand apart on two pages.
constexpr double kSameEdge = 5;
// The rows among which a repeated head is looked for.
constexpr int kHeadRows = 5;

std::string TextOf(const PieceCell& cell) {
  std::string text;
  for (const Line& line : cell.lines) text += line.text;
  return text;
}

// Whether the words of a cell that has room stand in its middle: then it seems to end with the
// page.
bool StandsInMiddle(const PieceCell& cell) {
  if (cell.lines.empty() || cell.lines.front().page != cell.lines.back().page) return false;
  const Box& first = cell.lines.front().box;
  const Box& last = cell.lines.back().box;
  const double above = first.top - cell.box.top;
  const double below = cell.box.bottom - last.bottom;
  return above > first.Height() && std::abs(above - below) < first.Height();
}

bool HasEdge(const std::vector<double>& edges, double edge) {
  return std::any_of(edges.begin(), edges.end(),
                     [edge](double other) { return std::abs(other - edge) <= kSameEdge; });
}

std::vector<const PieceCell*> RowOf(const Piece& piece, int row) {
  std::vector<const PieceCell*> cells;
  for (const PieceCell& cell : piece.cells) {
    if (cell.row == row) cells.push_back(&cell);
  }
  return cells;
}

// Whether two rows have the same cells with the same words, at least two of them.
bool AreAlike(const Piece& a, int row_a, const Piece& b, int row_b) {
  const std::vector<const PieceCell*> left = RowOf(a, row_a);
  const std::vector<const PieceCell*> right = RowOf(b, row_b);
  const auto alike = [](const PieceCell* one, const PieceCell* other) {
    return one->column == other->column && one->column_span == other->column_span &&
           one->row_span == other->row_span && TextOf(*one) == TextOf(*other);
  };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), alike) &&
         std::count_if(left.begin(), left.end(),
                       [](const PieceCell* cell) { return !cell->lines.empty(); }) > 1;
}

bool EndsItsRow(const PieceCell& cell, const Piece& piece) { return cell.last_row() == piece.rows; }

const PieceCell* Below(const Piece& next, int row, const PieceCell& cell) {
  for (const PieceCell& below : next.cells) {
    if (below.row == row && below.column == cell.column && below.column_span == cell.column_span) {
      return &below;
    }
  }
  return nullptr;
}

// Renumbers the columns of a piece for finer edges that hold its own.
void UseEdges(Piece& piece, const std::vector<double>& edges) {
  const auto at = [&edges](double edge) {
    const auto nearest = std::min_element(edges.begin(), edges.end(), [edge](double a, double b) {
      return std::abs(a - edge) < std::abs(b - edge);
    });
    return static_cast<int>(nearest - edges.begin());
  };
  for (PieceCell& cell : piece.cells) {
    const auto first = static_cast<std::size_t>(cell.column) - 1;
    const int begin = at(piece.edges[first]);
    const int end = at(piece.edges[first + static_cast<std::size_t>(cell.column_span)]);
    cell.column = begin + 1;
    cell.column_span = std::max(1, end - begin);
  }
  piece.edges = edges;
}

void Shift(Piece& piece, double by) {
  for (double& edge : piece.edges) edge += by;
  for (PieceCell& cell : piece.cells) {
    cell.box.left += by;
    cell.box.right += by;
    for (Line& line : cell.lines) {
      line.box.left += by;
      line.box.right += by;
    }
  }
}

}  // namespace

bool GrowingTable::MayGoOn(const Piece& next) const {
  if (piece_.is_ruled != next.is_ruled) return false;
  const double shift = piece_.edges.front() - next.edges.front();
  const double width = piece_.edges.back() - piece_.edges.front();
  // A table without rules is as wide as its words.
  if (!next.is_ruled) return piece_.edges.size() == next.edges.size();
  if (std::abs(next.edges.back() + shift - piece_.edges.back()) > kSameEdge) return false;
  if (std::abs(shift) > width / 2) return false;
  std::vector<double> shifted = next.edges;
  for (double& edge : shifted) edge += shift;
  const auto all_in = [](const std::vector<double>& few, const std::vector<double>& many) {
    return std::all_of(few.begin(), few.end(), [&](double edge) { return HasEdge(many, edge); });
  };
  return all_in(shifted, piece_.edges) || all_in(piece_.edges, shifted);
}

void GrowingTable::MeasurePadding(const Piece& piece) {
  for (const PieceCell& cell : piece.cells) {
    for (const Line& line : cell.lines) {
      padding_left_ = std::min(padding_left_, std::max(0.0, line.box.left - cell.box.left));
      padding_right_ = std::min(padding_right_, std::max(0.0, cell.box.right - line.box.right));
    }
  }
}

void GrowingTable::ShareColumns(Piece& next) {
  if (!next.is_ruled) return;  // as many columns, told by their words
  Shift(next, piece_.edges.front() - next.edges.front());
  if (piece_.edges.size() >= next.edges.size()) {
    UseEdges(next, piece_.edges);
  } else {
    UseEdges(piece_, std::vector<double>(next.edges));
  }
}

// How many rows at the head of `next` repeat the head.
int GrowingTable::RepeatedRows(const Piece& next) const {
  for (int begin = 1; begin <= std::min(kHeadRows, piece_.rows); ++begin) {
    int rows = 0;
    while (rows < next.rows && begin + rows <= piece_.rows &&
           AreAlike(piece_, begin + rows, next, rows + 1)) {
      ++rows;
    }
    if (rows > 0) return rows;
  }
  return 0;
}

// Whether nothing tells that the words of a cell at the foot of a page end there, when others stand
// in the one at the head of the next.
bool GrowingTable::IsOpen(const PieceCell& cell, const PieceCell& below) const {
  return GoesOn(cell.lines.back(), below.lines.front(), cell.box.left + padding_left_,
                cell.box.right - padding_right_);
}

// Whether they go on there: words that reach the foot, and the head too unless so many characters
// fill their last line that it is hardly by chance.
bool GrowingTable::IsTorn(const PieceCell& cell, const PieceCell& below) const {
  constexpr std::size_t kHardlyByChance = 4;
  if (!IsOpen(cell, below)) return false;
  if (!piece_.is_ruled) return true;
  const Line& last = cell.lines.back();
  const Line& first = below.lines.front();
  const double room = 1.2 * last.box.Height();
  return cell.box.bottom - last.box.bottom <= room &&
         (first.box.top - below.box.top <= room || CountCodePoints(last.text) >= kHardlyByChance);
}

// Whether the page break cuts a row: words go on in some column, and in none they have ended and
// others begin.
bool GrowingTable::IsRowCut(const Piece& next, int head) const {
  int going_on = 0;
  int ended = 0;
  int only_above = 0;
  int only_below = 0;
  for (const PieceCell& cell : piece_.cells) {
    if (!EndsItsRow(cell, piece_)) continue;
    const PieceCell* const below = Below(next, head + 1, cell);
    if (below == nullptr) return false;                      // they are cells of another kind
    if (cell.row_span > 1 || below->row_span > 1) continue;  // those may be merged over the break
    if (cell.lines.empty() || below->lines.empty()) {
      only_above += below->lines.empty() && !cell.lines.empty() ? 1 : 0;
      only_below += cell.lines.empty() && !below->lines.empty() ? 1 : 0;
      continue;
    }
    const bool is_next_part =
        StartsWithNumber(cell.lines.front().text) && StartsWithNumber(below->lines.front().text);
    going_on += IsTorn(cell, *below) || is_next_part ? 1 : 0;
    ended += IsOpen(cell, *below) || is_next_part ? 0 : 1;
  }
  if (ended > 0) return false;
  return going_on > 0 || (only_above > 0 && only_below > 0) ||
         (only_above + only_below > 0 && (only_above == 0 || only_below == 0));
}

bool GrowingTable::HasEmptyCells(const Piece& piece, int column) const {
  return std::any_of(piece.cells.begin(), piece.cells.end(), [&](const PieceCell& cell) {
    return cell.column == column && cell.row_span == 1 && cell.lines.empty() &&
           !(&piece == &piece_ && EndsItsRow(cell, piece_));
  });
}

// Whether a cell that is merged over rows goes on below the page break, which does not cut its row.
bool GrowingTable::IsCellCut(const PieceCell& cell, const PieceCell& below,
                             const Piece& next) const {
  const bool is_merged = cell.row_span > 1 || below.row_span > 1;
  if (is_merged) {
    // What fills the next page too may be a section whose title stands on the one after it.
    if (below.lines.empty()) return !EndsItsRow(below, next) || !StandsInMiddle(cell);
    return cell.lines.empty() || IsTorn(cell, below);
  }
  // The title of a section may stand in the middle of its rows, on the second page alone, unless
  // empty cells are how this table goes on with a section.
  return cell.column == 1 && cell.lines.empty() && !below.lines.empty() &&
         !HasEmptyCells(piece_, 1);
}

void GrowingTable::Append(Piece next) {
  ShareColumns(next);
  MeasurePadding(next);
  const int head = RepeatedRows(next);
  if (head == next.rows) return;
  const bool is_cut = IsRowCut(next, head);
  const int moved = piece_.rows - head - (is_cut ? 1 : 0);
  std::vector<PieceCell*> ends;  // the cells that reach the foot of the page
  for (PieceCell& cell : piece_.cells) {
    if (EndsItsRow(cell, piece_)) ends.push_back(&cell);
  }
  std::vector<PieceCell> added;
  for (PieceCell& cell : next.cells) {
    if (cell.row <= head) continue;
    const auto above = std::find_if(ends.begin(), ends.end(), [&](const PieceCell* end) {
      return cell.row == head + 1 && end->column == cell.column &&
             end->column_span == cell.column_span;
    });
    if (above != ends.end() && (is_cut || IsCellCut(**above, cell, next))) {
      PieceCell& merged = **above;
      merged.row_span += cell.row_span - (is_cut ? 1 : 0);
      merged.box = cell.box;  // where the next page may go on
      std::move(cell.lines.begin(), cell.lines.end(), std::back_inserter(merged.lines));
      continue;
    }
    cell.row += moved;
    added.push_back(std::move(cell));
  }
  piece_.rows = moved + next.rows;
  std::move(added.begin(), added.end(), std::back_inserter(piece_.cells));
  // Without rules, the row that is cut may have had no cell in a column.
  std::stable_sort(piece_.cells.begin(), piece_.cells.end(),
                   [](const PieceCell& a, const PieceCell& b) {
                     return a.row != b.row ? a.row < b.row : a.column < b.column;
                   });
}

Status GrowingTable::AddTo(Builder& builder) const {
  KAOPING_TRY_STATUS(builder.CountCells(piece_.cells.size()));
  Table table;
  table.rows = piece_.rows;
  table.columns = static_cast<int>(piece_.edges.size()) - 1;
  for (const PieceCell& from : piece_.cells) {
    Cell cell{from.row, from.column, from.row_span, from.column_span, {}};
    cell.paragraphs =
        JoinLines(from.lines, from.box.left + padding_left_, from.box.right - padding_right_);
    std::size_t length = 0;
    for (const std::string& paragraph : cell.paragraphs) length += paragraph.size() + 1;
    KAOPING_TRY_STATUS(builder.CheckLength(cell.row, cell.column, length));
    table.cells.push_back(std::move(cell));
  }
  builder.AddTable(std::move(table));
  return Ok();
}

}  // namespace kaoping::document
