// The sentences that a diff is told in. Sentences begin with the thing that changed, which is named
// in both languages: {"责任处室", "Offices"}.

#ifndef KAOPING_SCHEME_DIFF_WORDS_H_
#define KAOPING_SCHEME_DIFF_WORDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "scheme/diff.h"

namespace kaoping::scheme {

// Joined with “、”.
std::string Listed(const std::vector<std::string>& texts);

// “1分”, “1 point”; empty where none are stated.
Message InPoints(const std::optional<Points>& points);

// `before` and `after` in quotation marks; long ones cut down to where they differ, with … for what
// they have in common.
struct QuotedPair {
  std::string before;
  std::string after;
};
QuotedPair QuoteWhereDifferent(std::string_view before, std::string_view after);

// “扣分由1分改为2分”, a part of a sentence.
Message FromTo(const Message& thing, const Message& before, const Message& after);

// A text that changed; kAdded or kRemoved where it was or is empty. Requires: not both are.
Change ChangedWords(std::string about, const Message& thing, const std::string& before,
                    const std::string& after);

// The same for a figure, which takes no quotation marks. `before` and `after` of the change are the
// Chinese ones.
Change ChangedFigure(std::string about, const Message& thing, const Message& before,
                     const Message& after);

// What a list gained and lost, in whatever order; nothing if neither.
std::optional<Change> ChangedList(std::string about, const Message& thing,
                                  const std::vector<std::string>& before,
                                  const std::vector<std::string>& after);

// Whether the two say the same but for width, blanks and look-alike marks.
bool SaySame(std::string_view a, std::string_view b);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_DIFF_WORDS_H_
