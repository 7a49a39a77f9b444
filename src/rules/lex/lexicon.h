// The vocabulary of scoring criteria: which words mean what. All of it stands in lexicon.cc.

#ifndef KAOPING_RULES_LEX_LEXICON_H_
#define KAOPING_RULES_LEX_LEXICON_H_

#include <optional>
#include <string_view>

#include "rules/lex/token.h"

namespace kaoping::rules {

struct LexiconMatch {
  Word word = Word::kOther;
  int length = 0;        // in characters
  int times_a_year = 0;  // kYearly
};

// The longest word that `text` starts with; nothing if none does.
std::optional<LexiconMatch> FindWord(std::u32string_view text);

// Whether `text` (a few characters) contains a word of this kind, as FindWord would read it.
bool Contains(std::u32string_view text, Word word);

// For read-back and checks, where a word must be written rather than read.
inline constexpr std::string_view kTimesMeasure = "次";

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_LEX_LEXICON_H_
