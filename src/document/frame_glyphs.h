// Private to document/: the characters that frames in text files are drawn with.

#ifndef KAOPING_DOCUMENT_FRAME_GLYPHS_H_
#define KAOPING_DOCUMENT_FRAME_GLYPHS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace kaoping::document {

enum class FrameStyle {
  kBox,    // ┌─┬─┐ and │, of any weight (U+2500–U+257F)
  kAscii,  // +---+---+ and |
};

enum class Stroke { kNone, kHorizontal, kVertical, kJunction };

// The width of characters whose width depends on the font: a frame drawn in a Chinese font has wide
// strokes, in that of a terminal narrow ones; quotes and dashes between them follow either.
enum class FrameWidths { kWide, kNarrowStrokes, kNarrow };

struct Glyph {
  Stroke stroke = Stroke::kNone;
  int position = 0;  // how many columns of a terminal stand before it
  std::size_t begin = 0;
  std::size_t end = 0;  // in bytes

  bool IsBorder() const { return stroke == Stroke::kVertical || stroke == Stroke::kJunction; }
};

// The characters of a line; in ASCII, a plus is a stroke only next to a horizontal one.
// Requires: well-formed UTF-8.
std::vector<Glyph> GlyphsOf(std::string_view line, FrameStyle style, FrameWidths widths);

// Whether a line, without the blanks around it, is a horizontal line over the whole frame.
bool IsWholeRule(std::string_view trimmed, FrameStyle style);

// Whether a line, without the blanks around it, begins with a stroke; with the left end of a
// frame's upper or lower edge.
bool BeginsWithStroke(std::string_view trimmed, FrameStyle style);
bool BeginsWithUpperCorner(std::string_view trimmed);
bool BeginsWithLowerCorner(std::string_view trimmed);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_FRAME_GLYPHS_H_
