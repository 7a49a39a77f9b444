#include "text/blank.h"

#include "base/utf8.h"

namespace kaoping {
namespace {

// Letters and figures of Latin script are words that a blank separates.
bool IsLatin(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

// The size in bytes of the character that starts at `bytes[at]`.
std::size_t SizeAt(std::string_view bytes, std::size_t at) {
  std::size_t size = 1;
  while (at + size < bytes.size() &&
         (static_cast<unsigned char>(bytes[at + size]) & 0xC0U) == 0x80) {
    ++size;
  }
  return size;
}

bool IsBlankAt(std::string_view utf8, std::size_t at) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  if (lead < 0x80) return IsBlank(lead);
  // Those that begin U+0080–00BF, U+2000–2FFF, U+3000–3FFF and U+F000–FFFF; no Han character does.
  if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) return false;
  return IsBlank(DecodeUtf8(utf8.substr(at, SizeAt(utf8, at)))[0]);
}

}  // namespace

bool IsBlank(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u0085' || c == U'\u00A0' ||
         c == U'\u3000' || (c >= U'\u2000' && c <= U'\u200F') || c == U'\u2028' || c == U'\u2029' ||
         c == U'\u202F' || c == U'\u2060' || c == U'\uFEFF';
}

std::string_view TrimBlanks(std::string_view utf8) {
  while (!utf8.empty() && IsBlankAt(utf8, 0)) utf8.remove_prefix(SizeAt(utf8, 0));
  while (!utf8.empty()) {
    std::size_t last = utf8.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(utf8[last]) & 0xC0U) == 0x80) --last;
    if (!IsBlankAt(utf8, last)) break;
    utf8.remove_suffix(utf8.size() - last);
  }
  return utf8;
}

std::string JoinTorn(std::string_view utf8) {
  std::u32string out;
  bool blank = false;
  for (const char32_t c : DecodeUtf8(utf8)) {
    if (IsBlank(c)) {
      blank = true;
      continue;
    }
    if (blank && !out.empty() && IsLatin(out.back()) && IsLatin(c)) out += U' ';
    blank = false;
    out += c;
  }
  return EncodeUtf8(out);
}

}  // namespace kaoping
