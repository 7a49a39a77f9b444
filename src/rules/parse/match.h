// The small patterns that Parse is made of. Each matches at a token or not at all, and looks at a
// bounded number of tokens.

#ifndef KAOPING_RULES_PARSE_MATCH_H_
#define KAOPING_RULES_PARSE_MATCH_H_

#include <optional>
#include <string>
#include <vector>

#include "rules/lex/token.h"
#include "rules/parse/clause.h"

namespace kaoping::rules {

// ---- counter.cc ----

// The name of a counted thing at token `i` (次, 个断面, 人每次), before `last`; and where it ends.
struct UnitMatch {
  std::string unit;
  int last = 0;
};
std::optional<UnitMatch> MatchUnit(const TokenText& text, int i, int last);

// The counter nearest to the end of `condition`; nothing if there is none.
std::optional<Counter> FindCounter(const TokenText& text, TokenRange condition);

// Every comparison in `range` with a figure.
std::vector<Bound> FindBounds(const TokenText& text, TokenRange range);

// ---- amount.cc ----

// The amount that starts at token `i` (at its verb, or at its figure where the verb is left out)
// and ends before `last`. Its qualifiers (分别, 酌情) are taken from the tokens before it, not
// before `condition_first`.
std::optional<Amount> MatchAmount(const TokenText& text, int i, int condition_first, int last);

// The figure "1分（国家）", "0.5-1分" at token `i`.
std::optional<Figure> MatchFigure(const TokenText& text, int i, int last);

bool IsVerb(Word word);  // 扣 加 得 and what strengthens them

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_PARSE_MATCH_H_
