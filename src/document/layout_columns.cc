#include "document/layout_columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace kaoping::document {
namespace {

// Words of a level that stand together.
struct Segment {
  std::vector<Word> words;
  Line line;
  int column = 0;  // from 1
  int column_span = 1;
  int row = 0;
};
using Level = std::vector<Segment>;

// In widths of a character: the smallest gap between two columns in a line, and in all of them.
constexpr double kGap = 0.7;
constexpr double kNarrowestGap = 0.4;

Level SplitLevel(std::vector<Word> words, int page) {
  Level level;
  for (Word& word : words) {
    const bool begins = level.empty() || word.box.left - level.back().words.back().box.right >
                                             kGap * EmOf(level.back().words.back());
    if (begins) level.emplace_back();
    level.back().words.push_back(std::move(word));
  }
  for (Segment& segment : level) segment.line = LineOf(segment.words, page);
  return level;
}

// A number in a column of numbers is a cell of its own.
bool IsFigure(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

double TopOf(const Level& level) { return level.front().line.box.top; }
double BottomOf(const Level& level) { return level.front().line.box.bottom; }

// The levels from `begin` that may be one table: the last of them has several segments, and no gap
// is wider than four lines.
std::size_t EndOfRun(const std::vector<Level>& levels, std::size_t begin) {
  constexpr std::size_t kMostBetween = 12;
  std::size_t end = begin + 1;
  for (std::size_t i = begin + 1; i < levels.size(); ++i) {
    const double height = BottomOf(levels[i]) - TopOf(levels[i]);
    if (TopOf(levels[i]) - BottomOf(levels[i - 1]) > 4 * height || i - end >= kMostBetween) break;
    if (levels[i].size() > 1) end = i + 1;
  }
  return end;
}

// The edges of the columns: where nearly no line with several segments has words.
std::vector<double> EdgesOf(const std::vector<Level>& levels, std::size_t begin, std::size_t end) {
  struct Side {
    double at;
    int change;
  };
  std::vector<Side> sides;
  int lines = 0;
  double em = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (levels[i].size() < 2) continue;
    ++lines;
    for (const Segment& segment : levels[i]) {
      sides.push_back({segment.line.box.left, 1});
      sides.push_back({segment.line.box.right, -1});
      em = std::max(em, segment.line.em);
    }
  }
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.at < b.at; });
  std::vector<double> edges = {sides.front().at};
  const int few = lines / 10;
  int covering = 0;
  double since = 0;
  bool is_open = false;  // whether a gap is being measured
  for (const Side& side : sides) {
    if (is_open && covering + side.change > few) {
      if (side.at - since >= kNarrowestGap * em) edges.push_back((since + side.at) / 2);
      is_open = false;
    }
    covering += side.change;
    if (!is_open && side.change < 0 && covering <= few) {
      is_open = true;
      since = side.at;
    }
  }
  edges.push_back(sides.back().at);
  return edges;
}

// The last column that begins before `x`, from 1.
int ColumnAt(const std::vector<double>& edges, double x) {
  const auto above = std::upper_bound(edges.begin() + 1, edges.end() - 1, x);
  return static_cast<int>(above - edges.begin());
}

class PieceMaker {
 public:
  PieceMaker(std::vector<double> edges, std::span<Level> levels)
      : edges_(std::move(edges)), levels_(levels) {
    for (Level& level : levels_) {
      for (Segment& segment : level) {
        const double slack = segment.line.em / 2;
        segment.column = ColumnAt(edges_, segment.line.box.left + slack);
        const int last = ColumnAt(
            edges_, std::max(segment.line.box.right - slack, segment.line.box.left + slack));
        segment.column_span = last - segment.column + 1;
      }
    }
  }

  Piece Make() {
    MeasureColumns();
    FindRows();
    for (int column = 1; column < static_cast<int>(edges_.size()); ++column) PlaceColumn(column);
    for (Level& level : levels_) {  // across columns, beside others
      for (Segment& segment : level) {
        if (segment.row == 0) segment.row = NearestRow(segment.line.box.MiddleY());
      }
    }
    Piece piece;
    piece.edges = edges_;
    piece.rows = static_cast<int>(rows_.size());
    for (const Level& level : levels_) {
      for (const Segment& segment : level) AddTo(piece, segment);
    }
    std::sort(piece.cells.begin(), piece.cells.end(), [](const PieceCell& a, const PieceCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return piece;
  }

 private:
  void MeasureColumns() {
    for (std::size_t i = 0; i + 1 < edges_.size(); ++i) {
      extents_.push_back({edges_[i + 1], edges_[i]});
    }
    for (const Level& level : levels_) {
      for (const Segment& segment : level) {
        if (segment.column_span > 1) continue;
        Extent& extent = extents_[static_cast<std::size_t>(segment.column) - 1];
        extent.left = std::min(extent.left, segment.line.box.left);
        extent.right = std::max(extent.right, segment.line.box.right);
      }
    }
  }

  // Whether the words of a cell may go on from one segment to the one below it.
  bool MayGoOn(const Segment& above, const Segment& below) const {
    const double gap = below.line.box.top - above.line.box.bottom;
    const Extent& extent = extents_[static_cast<std::size_t>(above.column) - 1];
    return gap < 0.6 * below.line.box.Height() && !IsFigure(above.line.text) &&
           !IsFigure(below.line.text) && GoesOn(above.line, below.line, extent.left, extent.right);
  }

  // Whether all segments of `some` go on from or to one of the level beside it.
  bool AllGoOn(const Level& some, const Level& beside, bool is_below) const {
    return std::all_of(some.begin(), some.end(), [&](const Segment& segment) {
      return std::any_of(beside.begin(), beside.end(), [&](const Segment& other) {
        return other.column == segment.column && other.column_span == segment.column_span &&
               (is_below ? MayGoOn(segment, other) : MayGoOn(other, segment));
      });
    });
  }

  // Whether a level has only what other levels begin or end: the lines of cells that are higher
  // than their neighbours, which stand at the top, at the bottom or in the middle.
  bool IsWithinRow(std::size_t i) const {
    const Level& level = levels_[i];
    if (i > 0 && AllGoOn(level, levels_[i - 1], false)) return true;
    return i + 1 < levels_.size() && levels_[i + 1].size() > level.size() &&
           AllGoOn(level, levels_[i + 1], true);
  }

  // The levels that begin rows: those with words in half of the columns, and lines across.
  void FindRows() {
    const std::size_t half = std::max<std::size_t>(2, (edges_.size() - 1) / 2);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const bool is_across = levels_[i].size() == 1 && levels_[i].front().column_span > 1;
      if (!is_across && (levels_[i].size() < half || IsWithinRow(i))) continue;
      rows_.push_back(i);
      for (Segment& segment : levels_[i]) segment.row = static_cast<int>(rows_.size());
    }
    if (!rows_.empty()) return;
    rows_.push_back(0);
    for (Segment& segment : levels_.front()) segment.row = 1;
  }

  // Gives the segments of a column that begin no row to one.
  void PlaceColumn(int column) {
    std::vector<Segment*> segments;
    for (Level& level : levels_) {
      for (Segment& segment : level) {
        if (segment.column == column && segment.column_span == 1) segments.push_back(&segment);
      }
    }
    for (std::size_t begin = 0; begin < segments.size();) {
      std::size_t end = begin + 1;
      bool has_row = segments[begin]->row != 0;
      for (; end < segments.size() && !(has_row && segments[end]->row != 0) &&
             MayGoOn(*segments[end - 1], *segments[end]);
           ++end) {
        has_row = has_row || segments[end]->row != 0;
      }
      PlaceCell({segments.begin() + static_cast<std::ptrdiff_t>(begin),
                 segments.begin() + static_cast<std::ptrdiff_t>(end)});
      begin = end;
    }
  }

  void PlaceCell(const std::vector<Segment*>& segments) {
    int row = 0;
    for (const Segment* segment : segments) row = row == 0 ? segment->row : row;
    const double middle = (segments.front()->line.box.top + segments.back()->line.box.bottom) / 2;
    if (row == 0) row = NearestRow(middle);
    for (Segment* segment : segments) segment->row = segment->row == 0 ? row : segment->row;
  }

  int NearestRow(double y) const {
    const auto distance = [&](std::size_t level) {
      return std::abs(levels_[level].front().line.box.MiddleY() - y);
    };
    const auto nearest =
        std::min_element(rows_.begin(), rows_.end(),
                         [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
    return static_cast<int>(nearest - rows_.begin()) + 1;
  }

  void AddTo(Piece& piece, const Segment& segment) const {
    const auto same =
        std::find_if(piece.cells.rbegin(), piece.cells.rend(), [&](const PieceCell& cell) {
          return cell.row == segment.row && cell.column < segment.column + segment.column_span &&
                 cell.column + cell.column_span > segment.column;
        });
    if (same != piece.cells.rend()) {
      same->lines.push_back(segment.line);
      return;
    }
    PieceCell cell{segment.row, segment.column, 1, segment.column_span, {}, {segment.line}};
    const auto first = static_cast<std::size_t>(segment.column) - 1;
    const auto last = first + static_cast<std::size_t>(segment.column_span) - 1;
    cell.box = {std::min(extents_[first].left, segment.line.box.left), segment.line.box.top,
                std::max(extents_[last].right, segment.line.box.right), segment.line.box.bottom};
    piece.cells.push_back(std::move(cell));
  }

  struct Extent {
    double left;
    double right;
  };

  std::vector<double> edges_;
  std::vector<Extent> extents_;  // of the words of each column
  std::span<Level> levels_;
  std::vector<std::size_t> rows_;  // the level of each
};

bool IsTable(const std::vector<Level>& levels, std::size_t begin, std::size_t end,
             std::size_t columns) {
  const auto lines = std::count_if(levels.begin() + static_cast<std::ptrdiff_t>(begin),
                                   levels.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const Level& level) { return level.size() > 1; });
  return (columns > 2 && lines > 1) || (columns > 1 && lines > 3);
}

}  // namespace

ColumnsFound FindColumns(std::vector<Word> words, int page) {
  std::vector<Level> levels;
  for (std::vector<Word>& level : GroupLevels(std::move(words))) {
    levels.push_back(SplitLevel(std::move(level), page));
  }
  ColumnsFound found;
  for (std::size_t begin = 0; begin < levels.size();) {
    std::size_t end = begin + 1;
    if (levels[begin].size() > 1) {
      end = EndOfRun(levels, begin);
      std::vector<double> edges = EdgesOf(levels, begin, end);
      if (IsTable(levels, begin, end, edges.size() - 1)) {
        // A cell of the last row may have more lines.
        found.tops.push_back(TopOf(levels[begin]));
        found.pieces.push_back(
            PieceMaker(std::move(edges), std::span(levels).subspan(begin, end - begin)).Make());
        begin = end;
        continue;
      }
    }
    for (; begin < end; ++begin) {
      for (Segment& segment : levels[begin]) {
        std::move(segment.words.begin(), segment.words.end(), std::back_inserter(found.others));
      }
    }
  }
  return found;
}

}  // namespace kaoping::document
