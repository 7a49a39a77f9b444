#include "document/layout_grid.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace kaoping::document {
namespace {

// In points. Rules nearer than kSame are one (double borders); what is to meet may miss by kMiss.
constexpr double kSame = 3;
constexpr double kMiss = 4;
constexpr double kShortest = 8;
constexpr double kThickest = 1.5;
constexpr std::size_t kMostStrokes = 2'000;
constexpr std::size_t kMostUnits = 10'000;

// A rule: where it is across its direction, and from where to where it goes along it.
struct Stroke {
  double at = 0;
  double from = 0;
  double to = 0;
};

// Pieces of one rule become one.
std::vector<Stroke> Merge(std::vector<Stroke> pieces) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  std::vector<Stroke> strokes;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin;
    double sum = 0;
    while (end < pieces.size() && pieces[end].at - pieces[begin].at <= kSame) {
      sum += pieces[end++].at;
    }
    const double at = sum / static_cast<double>(end - begin);
    std::sort(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
              pieces.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
    const std::size_t first = strokes.size();
    for (; begin < end; ++begin) {
      const Stroke& piece = pieces[begin];
      if (strokes.size() > first && piece.from - strokes.back().to <= kMiss) {
        strokes.back().to = std::max(strokes.back().to, piece.to);
      } else {
        strokes.push_back({at, piece.from, piece.to});
      }
    }
  }
  std::erase_if(strokes, [](const Stroke& stroke) { return stroke.to - stroke.from < kShortest; });
  return strokes;
}

class Sets {
 public:
  explicit Sets(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t Find(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  // Whether they were two.
  bool Unite(std::size_t a, std::size_t b) {
    a = Find(a);
    b = Find(b);
    parents_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

 private:
  std::vector<std::size_t> parents_;
};

bool Meet(const Stroke& across, const Stroke& down) {
  return down.at >= across.from - kMiss && down.at <= across.to + kMiss &&
         across.at >= down.from - kMiss && across.at <= down.to + kMiss;
}

// Where strokes of one direction stand, and the ends of those of the other that lead further.
std::vector<double> EdgesOf(const std::vector<Stroke>& strokes, const std::vector<Stroke>& others) {
  std::vector<double> edges;
  edges.reserve(strokes.size());
  for (const Stroke& stroke : strokes) edges.push_back(stroke.at);
  std::sort(edges.begin(), edges.end());
  double from = edges.front();
  double to = edges.back();
  for (const Stroke& other : others) {
    from = std::min(from, other.from);
    to = std::max(to, other.to);
  }
  if (edges.front() - from > kShortest) edges.insert(edges.begin(), from);
  if (to - edges.back() > kShortest) edges.push_back(to);
  std::vector<double> distinct;
  for (const double edge : edges) {
    if (distinct.empty() || edge - distinct.back() > kSame) distinct.push_back(edge);
  }
  return distinct;
}

std::size_t NearestEdge(const std::vector<double>& edges, double at) {
  const auto above = std::lower_bound(edges.begin(), edges.end(), at);
  if (above == edges.end()) return edges.size() - 1;
  const bool is_below = above != edges.begin() && at - *std::prev(above) < *above - at;
  return static_cast<std::size_t>(above - edges.begin()) - (is_below ? 1U : 0U);
}

// Which sides between neighbouring intervals of `along` the strokes cover, edge by edge of `edges`.
std::vector<char> WallsOf(const std::vector<Stroke>& strokes, const std::vector<double>& edges,
                          const std::vector<double>& along) {
  const std::size_t sides = along.size() - 1;
  std::vector<double> covered(edges.size() * sides);
  for (const Stroke& stroke : strokes) {
    const std::size_t edge = NearestEdge(edges, stroke.at);
    for (std::size_t i = 0; i < sides; ++i) {
      const double overlap = std::min(stroke.to, along[i + 1]) - std::max(stroke.from, along[i]);
      covered[edge * sides + i] += std::max(0.0, overlap);
    }
  }
  std::vector<char> walls(covered.size());
  for (std::size_t i = 0; i < covered.size(); ++i) {
    const double length = along[i % sides + 1] - along[i % sides];
    walls[i] = covered[i] >= 0.6 * length ? 1 : 0;
  }
  return walls;
}

struct Range {
  std::size_t top = 0;
  std::size_t left = 0;
  std::size_t bottom = 0;  // the last
  std::size_t right = 0;
};

class GridMaker {
 public:
  GridMaker(const std::vector<Stroke>& across, const std::vector<Stroke>& down)
      : xs_(EdgesOf(down, across)),
        ys_(EdgesOf(across, down)),
        rows_(ys_.size() - 1),
        columns_(xs_.size() - 1),
        sets_(IsTable() ? rows_ * columns_ : 0) {
    if (!IsTable()) return;
    const std::vector<char> upright = WallsOf(down, xs_, ys_);
    const std::vector<char> level = WallsOf(across, ys_, xs_);
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        const std::size_t unit = row * columns_ + column;
        if (column + 1 < columns_ && upright[(column + 1) * rows_ + row] == 0) {
          sets_.Unite(unit, unit + 1);
        }
        if (row + 1 < rows_ && level[(row + 1) * columns_ + column] == 0) {
          sets_.Unite(unit, unit + columns_);
        }
      }
    }
    while (MakeRectangles()) {
    }
  }

  bool IsTable() const {
    return rows_ >= 1 && columns_ >= 1 && rows_ * columns_ >= 2 && rows_ * columns_ <= kMostUnits;
  }

  RuledGrid Make() {
    const std::vector<Range> ranges = Ranges();
    std::vector<char> begins_row(rows_);
    std::vector<char> begins_column(columns_);
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
      if (sets_.Find(unit) != unit) continue;
      begins_row[ranges[unit].top] = 1;
      begins_column[ranges[unit].left] = 1;
    }
    // Rows and columns in which nothing begins are artefacts of uneven rules.
    const std::vector<int> row_numbers = Count(begins_row);
    const std::vector<int> column_numbers = Count(begins_column);
    RuledGrid grid;
    grid.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
    grid.rows = row_numbers.back();
    for (std::size_t i = 0; i < columns_; ++i) {
      if (begins_column[i] != 0) grid.edges.push_back(xs_[i]);
    }
    grid.edges.push_back(xs_.back());
    grid.cell_of_unit.resize(rows_ * columns_);
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
      const std::size_t root = sets_.Find(unit);
      if (root != unit) {
        grid.cell_of_unit[unit] = grid.cell_of_unit[root];
        continue;
      }
      const Range& range = ranges[unit];
      RuledCell cell;
      cell.row = row_numbers[range.top];
      cell.column = column_numbers[range.left];
      cell.row_span = row_numbers[range.bottom] - cell.row + 1;
      cell.column_span = column_numbers[range.right] - cell.column + 1;
      cell.box = {xs_[range.left], ys_[range.top], xs_[range.right + 1], ys_[range.bottom + 1]};
      grid.cell_of_unit[unit] = static_cast<int>(grid.cells.size());
      grid.cells.push_back(cell);
    }
    grid.unit_edges = std::move(xs_);
    grid.levels = std::move(ys_);
    return grid;
  }

 private:
  // By the first unit of each set; that is its upper left one once all are rectangles.
  std::vector<Range> Ranges() {
    std::vector<Range> ranges(rows_ * columns_);
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
      const std::size_t row = unit / columns_;
      const std::size_t column = unit % columns_;
      const std::size_t root = sets_.Find(unit);
      if (root == unit) ranges[unit] = {row, column, row, column};
      Range& range = ranges[root];
      range.bottom = row;
      range.left = std::min(range.left, column);
      range.right = std::max(range.right, column);
    }
    return ranges;
  }

  // Whether a set had to grow to a rectangle.
  bool MakeRectangles() {
    bool grew = false;
    const std::vector<Range> ranges = Ranges();
    for (std::size_t unit = 0; unit < ranges.size(); ++unit) {
      const Range& range = ranges[unit];
      if (range.bottom == range.top && range.right == range.left) continue;
      for (std::size_t row = range.top; row <= range.bottom; ++row) {
        for (std::size_t column = range.left; column <= range.right; ++column) {
          grew = sets_.Unite(unit, row * columns_ + column) || grew;
        }
      }
    }
    return grew;
  }

  static std::vector<int> Count(const std::vector<char>& begins) {
    std::vector<int> numbers;
    numbers.reserve(begins.size());
    int number = 0;
    for (const char begin : begins) numbers.push_back(number += begin != 0 ? 1 : 0);
    return numbers;
  }

  std::vector<double> xs_;
  std::vector<double> ys_;
  std::size_t rows_;
  std::size_t columns_;
  Sets sets_;
};

struct Directions {
  std::vector<Stroke> across;
  std::vector<Stroke> down;
};

Directions Sort(std::span<const Box> rules) {
  Directions strokes;
  for (const Box& rule : rules) {
    if (rule.Height() <= kThickest && rule.Width() > rule.Height()) {
      strokes.across.push_back({rule.MiddleY(), rule.left, rule.right});
    } else if (rule.Width() <= kThickest) {
      strokes.down.push_back({rule.MiddleX(), rule.top, rule.bottom});
    }
  }
  return {Merge(std::move(strokes.across)), Merge(std::move(strokes.down))};
}

}  // namespace

int RuledGrid::CellAt(double x, double y) const {
  const auto interval = [](const std::vector<double>& ends, double at) {
    return std::upper_bound(ends.begin(), ends.end(), at) - ends.begin() - 1;
  };
  const auto row = interval(levels, y);
  const auto column = interval(unit_edges, x);
  const auto columns = static_cast<std::ptrdiff_t>(unit_edges.size()) - 1;
  const auto rows_of_units = static_cast<std::ptrdiff_t>(levels.size()) - 1;
  if (row < 0 || row >= rows_of_units || column < 0 || column >= columns) return -1;
  return cell_of_unit[static_cast<std::size_t>(row * columns + column)];
}

std::vector<RuledGrid> FindGrids(std::span<const Box> rules) {
  const Directions strokes = Sort(rules);
  const std::size_t count = strokes.across.size();
  if (count > kMostStrokes || strokes.down.size() > kMostStrokes) return {};
  Sets sets(count + strokes.down.size());
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < strokes.down.size(); ++j) {
      if (Meet(strokes.across[i], strokes.down[j])) sets.Unite(i, count + j);
    }
  }
  std::vector<Directions> tables(count + strokes.down.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    Directions& table = tables[sets.Find(i)];
    if (i < count) {
      table.across.push_back(strokes.across[i]);
    } else {
      table.down.push_back(strokes.down[i - count]);
    }
  }
  std::vector<RuledGrid> grids;
  for (const Directions& table : tables) {
    if (table.across.empty() || table.down.empty()) continue;
    GridMaker maker(table.across, table.down);
    if (!maker.IsTable()) continue;
    RuledGrid grid = maker.Make();
    if (grid.cells.size() > 1) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(),
            [](const RuledGrid& a, const RuledGrid& b) { return a.box.top < b.box.top; });
  return grids;
}

}  // namespace kaoping::document
