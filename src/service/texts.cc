#include "service/texts.h"

#include <algorithm>

#include "base/utf8.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kLongestRemark = 2000;
constexpr std::size_t kLongestQuote = 40;

// C0 and C1 controls, and the marks that turn the direction of writing: what a reader can't see
// could make a text look like another one.
bool IsHidden(char32_t c) {
  if (c == U'\n' || c == U'\r' || c == U'\t') return false;
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

bool IsBlankCharacter(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00a0' || c == U'\u3000';
}

}  // namespace

Status CheckText(std::string_view text, std::size_t most, std::string_view field,
                 std::string_view zh, std::string_view en) {
  const bool is_utf8 = !FirstInvalidUtf8(text).has_value();
  const std::u32string characters = is_utf8 ? DecodeUtf8(text) : U"";
  if (!is_utf8 || std::any_of(characters.begin(), characters.end(), IsHidden)) {
    return MakeError(
        ErrorKind::kInvalid, "text-unfit",
        Say("{0}里有不能显示的字符；请删去后再试",
            "the {1} holds characters that cannot be shown; remove them and try again", zh, en),
        field);
  }
  if (characters.size() > most) {
    return MakeError(
        ErrorKind::kInvalid, "text-too-long",
        Say("{0}有{2}字，最多{3}字；请缩短后再试",
            "the {1} has {2} characters, at most {3} are kept; shorten it and try again", zh, en,
            characters.size(), most),
        field);
  }
  return Ok();
}

Status CheckRemark(std::string_view text, std::string_view field) {
  const bool is_reason = field == "reason";
  return CheckText(text, kLongestRemark, field, is_reason ? "理由" : "说明",
                   is_reason ? "reason" : "note");
}

bool IsBlank(std::string_view text) {
  if (FirstInvalidUtf8(text)) return false;
  const std::u32string characters = DecodeUtf8(text);
  return std::all_of(characters.begin(), characters.end(), IsBlankCharacter);
}

std::string Shorten(std::string_view text) {
  if (FirstInvalidUtf8(text)) return "…";
  return BeginningOf(text, kLongestQuote);
}

}  // namespace kaoping::service
