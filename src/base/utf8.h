// UTF-8: checked on the way in, code points inside.

#ifndef KAOPING_BASE_UTF8_H_
#define KAOPING_BASE_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kaoping {

// The byte offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and
// values past U+10FFFF included); nothing if all of it is.
std::optional<std::size_t> FirstInvalidUtf8(std::string_view bytes);

// The code points of `utf8`. Requires: well-formed UTF-8 (InternalError otherwise).
std::u32string DecodeUtf8(std::string_view utf8);

// Requires: every element is a Unicode scalar value.
std::string EncodeUtf8(std::u32string_view code_points);
void AppendUtf8(char32_t code_point, std::string& out);

// How many code points. Requires: well-formed UTF-8.
std::size_t CountCodePoints(std::string_view utf8);

// The text, or as many of its first code points as `longest` and “…” behind them. Requires:
// well-formed UTF-8.
std::string BeginningOf(std::string_view utf8, std::size_t longest);

}  // namespace kaoping

#endif  // KAOPING_BASE_UTF8_H_
