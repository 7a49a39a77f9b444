#include "document/framed_table.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "document/builder.h"
#include "document/frame_glyphs.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

using Lines = std::span<const std::string_view>;

struct Extent {
  std::size_t lines = 0;
  bool is_closed = false;
};

// ┌…┐ to the next └…┘, if all lines between begin with strokes.
Extent FindBox(Lines lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = TrimBlanks(lines[i]);
    if (!BeginsWithStroke(line, FrameStyle::kBox) || BeginsWithUpperCorner(line)) return {i, false};
    if (BeginsWithLowerCorner(line) && IsWholeRule(line, FrameStyle::kBox)) return {i + 1, true};
  }
  return {lines.size(), false};
}

// +---+ to the last +---+ before a line that begins otherwise.
Extent FindAscii(Lines lines) {
  std::size_t last_rule = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string_view line = TrimBlanks(lines[i]);
    if (!BeginsWithStroke(line, FrameStyle::kAscii)) break;
    if (IsWholeRule(line, FrameStyle::kAscii)) last_rule = i;
  }
  return {last_rule + 1, last_rule > 0};
}

// A border of the frame, as a line has it.
struct Mark {
  std::size_t border = 0;  // from 0
  std::size_t glyph = 0;
};

// Gathers the cells line by line.
class Grid {
 public:
  explicit Grid(std::size_t columns) : columns_(columns), open_(columns), ruled_(columns, 0) {}

  // False if the line does not go on where those before it stopped.
  bool AddLine(std::string_view line, const std::vector<Glyph>& glyphs,
               const std::vector<Mark>& marks) {
    ++line_;
    const std::vector<Segment> segments = SegmentsOf(line, glyphs, marks);
    if (EndsRow(segments)) ++rows_;
    return std::all_of(segments.begin(), segments.end(), [this](const Segment& segment) {
      return segment.is_rule ? Close(segment) : AddPiece(segment);
    });
  }

  bool IsFull() const { return cells_.size() > static_cast<std::size_t>(kMostParts); }

  // Nothing if a cell is still open, or there is none.
  std::optional<Frame> Take() {
    const bool is_open = std::any_of(open_.begin(), open_.end(),
                                     [](const OpenCell& cell) { return cell.columns > 0; });
    if (cells_.empty() || (is_open && !IsFull())) return std::nullopt;
    Frame frame;
    if (cells_.size() == 1) {
      frame.framed = std::move(last_pieces_);
      return frame;
    }
    std::sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) {
      return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    });
    frame.table.rows = rows_;
    frame.table.columns = static_cast<int>(columns_);
    frame.table.cells = std::move(cells_);
    return frame;
  }

 private:
  // What stands between two neighbouring marks of a line.
  struct Segment {
    std::size_t first = 0;  // column, from 0
    std::size_t end = 0;
    std::string_view words;
    bool is_rule = false;
  };

  struct OpenCell {
    std::size_t start = 0;                 // column at which the cell over this one begins
    std::size_t columns = 0;               // that it covers; 0 if none is open here
    int since = 0;                         // how many rows had ended when it began
    std::vector<std::string_view> pieces;  // kept at its first column
  };

  // Strokes alone are a rule where they join the frame, or if the line has nothing else.
  static std::vector<Segment> SegmentsOf(std::string_view line, const std::vector<Glyph>& glyphs,
                                         const std::vector<Mark>& marks) {
    std::vector<Segment> segments;
    bool has_words = false;
    std::vector<bool> joins;
    for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
      const Glyph& left = glyphs[marks[i].glyph];
      const Glyph& right = glyphs[marks[i + 1].glyph];
      const auto begin = glyphs.begin() + static_cast<std::ptrdiff_t>(marks[i].glyph) + 1;
      const auto end = glyphs.begin() + static_cast<std::ptrdiff_t>(marks[i + 1].glyph);
      const bool is_rule = begin != end && std::all_of(begin, end, [](const Glyph& glyph) {
                             return glyph.stroke == Stroke::kHorizontal;
                           });
      has_words = has_words || !is_rule;
      joins.push_back(left.stroke == Stroke::kJunction || right.stroke == Stroke::kJunction);
      segments.push_back({marks[i].border, marks[i + 1].border,
                          TrimBlanks(line.substr(left.end, right.begin - left.end)), is_rule});
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
      segments[i].is_rule = segments[i].is_rule && (joins[i] || !has_words);
    }
    return segments;
  }

  // Marks the columns that have a rule. Whether one of them ends a cell that began in this row:
  // rules that follow at once, or pass beside each other, end one row together.
  bool EndsRow(const std::vector<Segment>& segments) {
    bool ends = false;
    for (const Segment& segment : segments) {
      if (!segment.is_rule) continue;
      for (std::size_t column = segment.first; column < segment.end; ++column) {
        ruled_[column] = line_;
        ends = ends || (open_[column].columns > 0 && open_[column].since == rows_);
      }
    }
    return ends;
  }

  bool Close(const Segment& rule) {
    for (std::size_t column = rule.first; column < rule.end; ++column) {
      const OpenCell open = std::move(open_[column]);
      open_[column] = {};
      if (open.columns == 0) continue;
      // The first column of the cell closes all; a rule under a part of it is none of its own.
      if (open.start != column) return false;
      std::string words;
      for (const std::string_view piece : open.pieces) words += piece;
      Cell cell{open.since + 1,
                static_cast<int>(column) + 1,
                rows_ - open.since,
                static_cast<int>(open.columns),
                {}};
      if (!words.empty()) cell.paragraphs.push_back(std::move(words));
      cells_.push_back(std::move(cell));
      last_pieces_ = open.pieces;
      for (std::size_t i = column; i < column + open.columns; ++i) {
        if (ruled_[i] != line_) return false;
        open_[i] = {};
      }
    }
    return true;
  }

  bool AddPiece(const Segment& segment) {
    OpenCell& cell = open_[segment.first];
    const std::size_t columns = segment.end - segment.first;
    if (cell.columns == 0) {
      for (std::size_t i = segment.first; i < segment.end; ++i) {
        if (open_[i].columns > 0) return false;
        open_[i] = {segment.first, columns, rows_, {}};
      }
    }
    if (cell.start != segment.first || cell.columns != columns) return false;
    if (!segment.words.empty()) cell.pieces.push_back(segment.words);
    return true;
  }

  std::size_t columns_;
  std::vector<OpenCell> open_;  // by column
  std::vector<int> ruled_;      // by column: the last line that had a rule there
  std::vector<Cell> cells_;
  std::vector<std::string_view> last_pieces_;  // of the cell that closed last
  int rows_ = 0;                               // that have ended
  int line_ = 0;
};

// ---- Finding the borders ------------------------------------------------------------------------

// Where borders stand: wherever a stroke branches off; in ASCII, where the whole rules say.
std::vector<int> FindBorders(Lines lines, FrameStyle style, FrameWidths widths) {
  std::vector<int> borders;
  for (const std::string_view line : lines) {
    if (style == FrameStyle::kAscii && !IsWholeRule(TrimBlanks(line), style)) continue;
    for (const Glyph& glyph : GlyphsOf(line, style, widths)) {
      if (glyph.stroke == Stroke::kJunction) borders.push_back(glyph.position);
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

bool StandsAlone(std::string_view line, const Glyph& first, const Glyph& last) {
  return TrimBlanks(line.substr(0, first.begin)).empty() &&
         TrimBlanks(line.substr(last.end)).empty();
}

// The borders that the line has, by their positions. Nothing if it does not reach from the first to
// the last, or has one where the frame has none; in ASCII, such a | is a character.
std::optional<std::vector<Mark>> MarksByPosition(const std::vector<Glyph>& glyphs, FrameStyle style,
                                                 const std::vector<int>& borders) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (!glyphs[i].IsBorder()) continue;
    const auto at = std::lower_bound(borders.begin(), borders.end(), glyphs[i].position);
    if (at != borders.end() && *at == glyphs[i].position) {
      marks.push_back({static_cast<std::size_t>(at - borders.begin()), i});
    } else if (style == FrameStyle::kBox) {
      return std::nullopt;
    }
  }
  if (marks.empty() || marks.front().border != 0 || marks.back().border + 1 != borders.size()) {
    return std::nullopt;
  }
  return marks;
}

// The borders that the line has, in order. Nothing if they are not as many as the frame's.
std::optional<std::vector<Mark>> MarksInOrder(const std::vector<Glyph>& glyphs,
                                              std::size_t borders) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].IsBorder()) marks.push_back({marks.size(), i});
  }
  return marks.size() == borders ? std::optional(marks) : std::nullopt;
}

template <typename FindMarks>
std::optional<Frame> ReadGrid(Lines lines, FrameStyle style, FrameWidths widths,
                              std::size_t borders, const FindMarks& find_marks) {
  if (borders < 2) return std::nullopt;
  Grid grid(borders - 1);
  for (const std::string_view line : lines) {
    const std::vector<Glyph> glyphs = GlyphsOf(line, style, widths);
    const std::optional<std::vector<Mark>> marks = find_marks(glyphs);
    if (!marks || !StandsAlone(line, glyphs[marks->front().glyph], glyphs[marks->back().glyph]) ||
        !grid.AddLine(line, glyphs, *marks)) {
      return std::nullopt;
    }
    if (grid.IsFull()) break;
  }
  return grid.Take();
}

std::optional<Frame> ReadClosedFrame(Lines lines, FrameStyle style) {
  for (const FrameWidths widths :
       {FrameWidths::kWide, FrameWidths::kNarrowStrokes, FrameWidths::kNarrow}) {
    const std::vector<int> borders = FindBorders(lines, style, widths);
    auto frame = ReadGrid(
        lines, style, widths, borders.size(),
        [&](const std::vector<Glyph>& glyphs) { return MarksByPosition(glyphs, style, borders); });
    if (frame) return frame;
  }
  std::size_t borders = 0;
  for (const Glyph& glyph : GlyphsOf(lines.front(), style, FrameWidths::kWide)) {
    if (glyph.IsBorder()) ++borders;
  }
  return ReadGrid(lines, style, FrameWidths::kWide, borders,
                  [&](const std::vector<Glyph>& glyphs) { return MarksInOrder(glyphs, borders); });
}

}  // namespace

Frame ReadFrame(Lines lines) {
  if (lines.empty()) return {};
  const std::string_view top = TrimBlanks(lines.front());
  const bool is_box = BeginsWithUpperCorner(top);
  const FrameStyle style = is_box ? FrameStyle::kBox : FrameStyle::kAscii;
  if ((!is_box && !top.starts_with('+')) || !IsWholeRule(top, style)) return {};
  const Extent extent = is_box ? FindBox(lines) : FindAscii(lines);
  Frame frame;
  if (extent.is_closed) {
    frame = ReadClosedFrame(lines.first(extent.lines), style).value_or(Frame{});
  }
  frame.lines = extent.lines;
  return frame;
}

}  // namespace kaoping::document
