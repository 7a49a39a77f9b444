#include "document/frame_glyphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "text/width.h"

namespace kaoping::document {
namespace {

bool IsOneOf(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

Stroke BoxStroke(char32_t c) {
  if (c < 0x2500 || c > 0x257F || IsOneOf(c, U"╱╲╳")) return Stroke::kNone;
  if (IsOneOf(c, U"─━┄┅┈┉╌╍═╴╶╸╺╼╾")) return Stroke::kHorizontal;
  if (IsOneOf(c, U"│┃┆┇┊┋╎╏║╵╷╹╻╽╿")) return Stroke::kVertical;
  return Stroke::kJunction;
}

bool IsDash(char32_t c) { return c == U'-' || c == U'='; }

Stroke AsciiStroke(std::u32string_view line, std::size_t at) {
  if (IsDash(line[at])) return Stroke::kHorizontal;
  if (line[at] == U'|') return Stroke::kVertical;
  const bool is_joined =
      (at > 0 && IsDash(line[at - 1])) || (at + 1 < line.size() && IsDash(line[at + 1]));
  return line[at] == U'+' && is_joined ? Stroke::kJunction : Stroke::kNone;
}

int WidthOf(char32_t c, FrameWidths widths) {
  const bool is_narrow =
      widths == FrameWidths::kNarrow
          ? u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH) == U_EA_AMBIGUOUS
          : widths == FrameWidths::kNarrowStrokes && BoxStroke(c) != Stroke::kNone;
  return is_narrow ? 1 : DisplayWidth(c);
}

std::size_t BytesOf(char32_t c) {
  if (c < 0x80) return 1;
  if (c < 0x800) return 2;
  return c < 0x10000 ? 3 : 4;
}

// 0 if there is none.
char32_t FirstCharacter(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t end = 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return DecodeUtf8(text.substr(0, end))[0];
}

}  // namespace

std::vector<Glyph> GlyphsOf(std::string_view line, FrameStyle style, FrameWidths widths) {
  const std::u32string characters = DecodeUtf8(line);
  std::vector<Glyph> glyphs;
  glyphs.reserve(characters.size());
  int position = 0;
  std::size_t byte = 0;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i];
    const Stroke stroke = style == FrameStyle::kBox ? BoxStroke(c) : AsciiStroke(characters, i);
    glyphs.push_back({stroke, position, byte, byte + BytesOf(c)});
    position += WidthOf(c, widths);
    byte += BytesOf(c);
  }
  return glyphs;
}

bool IsWholeRule(std::string_view trimmed, FrameStyle style) {
  const std::vector<Glyph> glyphs = GlyphsOf(trimmed, style, FrameWidths::kWide);
  return glyphs.size() >= 3 && glyphs.front().stroke == Stroke::kJunction &&
         glyphs.back().stroke == Stroke::kJunction &&
         std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) {
           return glyph.stroke == Stroke::kHorizontal || glyph.stroke == Stroke::kJunction;
         });
}

bool BeginsWithStroke(std::string_view trimmed, FrameStyle style) {
  const char32_t c = FirstCharacter(trimmed);
  return style == FrameStyle::kBox ? BoxStroke(c) != Stroke::kNone : c == U'+' || c == U'|';
}

bool BeginsWithUpperCorner(std::string_view trimmed) {
  return IsOneOf(FirstCharacter(trimmed), U"┌┍┎┏╒╓╔╭");
}

bool BeginsWithLowerCorner(std::string_view trimmed) {
  return IsOneOf(FirstCharacter(trimmed), U"└┕┖┗╘╙╚╰");
}

}  // namespace kaoping::document
