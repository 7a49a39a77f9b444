// Lex: the characters of a criterion → tokens. Total: every text has tokens.

#ifndef KAOPING_RULES_LEX_LEX_H_
#define KAOPING_RULES_LEX_LEX_H_

#include <string_view>

#include "rules/lex/token.h"

namespace kaoping::rules {

// Takes the longest word of the lexicon at each place. A line break inside a word or a figure is
// dropped; one that ends a clause, or stands before a numbered item, is a kStop.
// Requires: `text` is well-formed UTF-8. Linear in its length.
TokenText Lex(std::string_view text);

// Whether a character makes a word: a letter or a Chinese character, and no figure, mark or blank.
bool IsOfAWord(char32_t c);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_LEX_LEX_H_
