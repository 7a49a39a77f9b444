// Display width: how many columns a text takes on a terminal. 考 takes two, a takes one.

#ifndef KAOPING_TEXT_WIDTH_H_
#define KAOPING_TEXT_WIDTH_H_

#include <string_view>

namespace kaoping {

// 0 for combining marks and control characters, 2 for wide and full-width ones (UAX #11), else 1.
// Ambiguous characters (“ ” — …) count 2: terminals set to Chinese show them so.
int DisplayWidth(char32_t code_point);
// Requires: well-formed UTF-8.
int DisplayWidth(std::string_view utf8);

}  // namespace kaoping

#endif  // KAOPING_TEXT_WIDTH_H_
