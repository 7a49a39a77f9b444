// Looking for words of the vocabulary in a text.

#ifndef KAOPING_NOTICE_WORDS_H_
#define KAOPING_NOTICE_WORDS_H_

#include <string>
#include <string_view>

#include "notice/vocabulary.h"
#include "text/place.h"

namespace kaoping::notice {

bool ContainsAny(std::string_view text, Words words);
// The word that `text` starts or ends with, the longest if several do; "" if none does.
std::string_view StartingWord(std::string_view text, Words words);
std::string_view EndingWord(std::string_view text, Words words);

// A number at the start of a paragraph: “1.”, “（1）”, “①”, “一、”, “（一）”.
struct LeadingNumber {
  std::string number;  // “1”, “①”, “一”: without its marks
  int length = 0;      // in code points, with its marks and the blanks behind them; 0 if none
};
// Requires: well-formed UTF-8.
LeadingNumber ReadLeadingNumber(std::string_view text);

// 填报单位：办公室, 单位：分: a short word and a colon, with or without something behind them.
bool IsLabel(std::string_view text);

// Whether a number is written in Chinese: “一”, “十二”. Requires: well-formed UTF-8.
bool IsChineseNumeral(std::string_view number);
// 一、机制建设, （二）督察: whether a text starts with such a number. Requires: well-formed UTF-8.
bool StartsWithChineseNumeral(std::string_view text);

// The characters of `text` in `span`. Requires: well-formed UTF-8 that has them.
std::string SliceOf(std::string_view text, const Span& span);

// `text` from code point `begin` on. Requires: well-formed UTF-8, 0 <= begin <= its length.
std::string FromCodePoint(std::string_view text, int begin);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_WORDS_H_
