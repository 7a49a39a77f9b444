#include "scheme/words.h"

#include "base/utf8.h"
#include "text/numerals.h"
#include "text/shadow.h"

namespace kaoping::scheme {

std::string WordsAt(std::string_view text, const Span& span) {
  return EncodeUtf8(
      std::u32string_view(DecodeUtf8(text))
          .substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.Length())));
}

Span WholeOf(std::string_view text) { return {0, static_cast<int>(DecodeUtf8(text).size())}; }

std::optional<Span> FindWords(std::string_view text, std::string_view words) {
  const std::u32string sought = DecodeUtf8(words);
  const auto at = DecodeUtf8(text).find(sought);
  if (sought.empty() || at == std::u32string::npos) return std::nullopt;
  return Span{static_cast<int>(at), static_cast<int>(at + sought.size())};
}

std::optional<Span> FindFigure(std::string_view text, Decimal figure, std::string_view unit) {
  const Shadow shadow(text);
  const std::u32string_view all = shadow.text();
  const std::u32string after = DecodeUtf8(unit);
  for (const auto& [numeral, begin, end] : FindNumerals(all)) {
    if (!numeral.doubtful && numeral.value == figure && all.substr(end).starts_with(after)) {
      return shadow.ToOriginal(static_cast<int>(begin), static_cast<int>(end + after.size()));
    }
  }
  return std::nullopt;
}

}  // namespace kaoping::scheme
