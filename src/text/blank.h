// Blanks: every kind of empty space a file may hold, and what it does to Chinese words.

#ifndef KAOPING_TEXT_BLANK_H_
#define KAOPING_TEXT_BLANK_H_

#include <string>
#include <string_view>

namespace kaoping {

// Spaces of every width (the full-width one and the no-break one included), tabs, line breaks, and
// the invisible characters (zero-width, byte order mark).
bool IsBlank(char32_t c);

// Without the blanks at both ends; a part of `utf8`. Requires: well-formed UTF-8.
std::string_view TrimBlanks(std::string_view utf8);

// Chinese sets no blanks between characters, so one there is a torn line: “领导 责任 书年 度” →
// “领导责任书年度”. Blanks between letters or figures become one space, blanks at the ends go.
// Requires: well-formed UTF-8.
std::string JoinTorn(std::string_view utf8);

}  // namespace kaoping

#endif  // KAOPING_TEXT_BLANK_H_
