// Words of a text by their place in it.

#ifndef KAOPING_SCHEME_WORDS_H_
#define KAOPING_SCHEME_WORDS_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "text/place.h"

namespace kaoping::scheme {

// The words at `span`. Requires: `text` is well-formed UTF-8; the span lies within it.
std::string WordsAt(std::string_view text, const Span& span);

// All of `text`. Requires: well-formed UTF-8.
Span WholeOf(std::string_view text);

// Where `words` first stand in `text`; nothing if they don't.
std::optional<Span> FindWords(std::string_view text, std::string_view words);

// Where `text` first states this many `unit`: “2次” and “两次” for 2 次. A figure that only ends so
// (12次) is another one. Nothing if it doesn't.
std::optional<Span> FindFigure(std::string_view text, Decimal figure, std::string_view unit);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_WORDS_H_
