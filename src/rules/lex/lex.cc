#include "rules/lex/lex.h"

#include <optional>
#include <utility>

#include "base/utf8.h"
#include "rules/lex/lexicon.h"
#include "text/numerals.h"

namespace kaoping::rules {
namespace {

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsChineseOrdinal(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

// ① to ⒇ and ㈠ to ㈩: numbers that only ever count items.
bool IsEnclosedNumber(char32_t c) {
  return (c >= U'\u2460' && c <= U'\u249B') || (c >= U'\u2776' && c <= U'\u2793') ||
         (c >= U'\u3220' && c <= U'\u3229');
}

// The length of the numbering that `text` opens with: "1." "1、" "（1）" "（一）" "一、" "1）" ①; 0
// if none.
int NumberingLength(std::u32string_view text) {
  if (text.empty()) return 0;
  if (IsEnclosedNumber(text[0])) return text.size() > 1 && text[1] == U'、' ? 2 : 1;
  std::size_t i = text[0] == U'（' ? 1 : 0;
  const std::size_t start = i;
  const bool arabic = i < text.size() && IsDigit(text[i]);
  while (i < text.size() && i - start < 3 &&
         (arabic ? IsDigit(text[i]) : IsChineseOrdinal(text[i]))) {
    ++i;
  }
  if (i == start || i >= text.size()) return 0;
  const char32_t close = text[i];
  const bool next_is_digit = i + 1 < text.size() && IsDigit(text[i + 1]);
  if (close == U'）') return static_cast<int>(i) + 1;
  if (start == 1) return 0;
  // "1.5分" is a figure, "1.5个…" too; "1、5月" is taken for a numbered item, as egov writes them.
  if (close == U'、') return static_cast<int>(i) + 1;
  if (close == U'.' && arabic && !next_is_digit) return static_cast<int>(i) + 1;
  return 0;
}

// Whether the clause before a line break is complete, so that the break ends it and does not tear
// a word.
bool EndsAClause(std::u32string_view before, std::u32string_view after) {
  if (before.empty()) return true;
  const char32_t last = before.back();
  if (std::u32string_view(U"。；：！）分止").find(last) != std::u32string_view::npos) return true;
  return NumberingLength(after) > 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : result_{Shadow(text), {}} {}

  TokenText Run() && {
    const std::u32string_view all = result_.shadow.text();
    bool at_start = true;  // of the text, a sentence or a line
    for (std::size_t i = 0; i < all.size();) {
      const std::u32string_view rest = all.substr(i);
      if (rest[0] == U'\n') {
        if (EndsAClause(all.substr(0, i), rest.substr(1))) {
          Add(Word::kStop, i, 1);
          at_start = true;
          ++line_;
        }
        ++i;
        continue;
      }
      const int numbering = at_start || IsEnclosedNumber(rest[0]) || OpensAfterPoints(rest)
                                ? NumberingLength(rest)
                                : 0;
      if (numbering > 0) {
        i = Add(Word::kNumbering, i, numbering);
        continue;
      }
      const bool opens_line = i == 0 || all[i - 1] == U'\n';
      i = TakeWordOrNumber(i, rest);
      if (opens_line) DoubtNumberedFigure(rest);
      const Word last = result_.tokens.back().word;
      at_start = last == Word::kStop || last == Word::kSemicolon;
    }
    return std::move(result_);
  }

 private:
  // 扣1分（2）未归档的: nothing else can stand in brackets behind an amount and be a number.
  bool OpensAfterPoints(std::u32string_view rest) const {
    return rest[0] == U'（' && !result_.tokens.empty() &&
           result_.tokens.back().word == Word::kPoint;
  }

  std::size_t TakeWordOrNumber(std::size_t i, std::u32string_view rest) {
    const auto match = FindWord(rest);
    const auto numeral = ReadNumeral(BeforeLargeUnit(rest));
    if (numeral && (!match || numeral->length >= match->length) && !IsAdverb(rest)) {
      return AddNumber(i, *numeral);
    }
    if (!match) {
      return Add(IsOfAWord(rest[0]) ? Word::kOther : Word::kMark, i, LettersIn(rest));
    }
    // 一只, 0.5升: after a figure it counts; elsewhere it means "only", or "to rise".
    const bool counts = (match->word == Word::kContrast || match->word == Word::kHigher) &&
                        match->length == 1 && !result_.tokens.empty() &&
                        result_.tokens.back().word == Word::kNumber;
    const std::size_t next = Add(counts ? Word::kMeasure : match->word, i, match->length);
    result_.tokens.back().value = Decimal::FromInt(match->times_a_year);
    return next;
  }

  // DDDs and PM are one word each; any other character stands alone.
  static int LettersIn(std::u32string_view rest) {
    std::size_t length = 0;
    const auto is_letter = [](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    };
    while (length < rest.size() && is_letter(rest[length])) ++length;
    return length == 0 ? 1 : static_cast<int>(length);
  }

  // 20万元 is 20 of the measure 万元, not 200000 of 元: the text's own step and unit are kept.
  static std::u32string_view BeforeLargeUnit(std::u32string_view rest) {
    constexpr std::size_t kLongestNumeral = 32;
    rest = rest.substr(0, kLongestNumeral);
    if (rest.empty() || !IsDigit(rest[0])) return rest;
    return rest.substr(0, rest.find_first_of(U"万亿"));
  }

  // 十分重视: very, not ten points, unless a verb of points stands before it.
  bool IsAdverb(std::u32string_view rest) const {
    if (!rest.starts_with(U"十分") || result_.tokens.empty()) return rest.starts_with(U"十分");
    switch (result_.tokens.back().word) {
      case Word::kDeduct:
      case Word::kBonus:
      case Word::kAward:
      case Word::kSurcharge:
      case Word::kFurtherBonus:
      case Word::kAtMost:
      case Word::kDash:
      case Word::kListMark:
        return false;
      default:
        return true;
    }
  }

  // 1.95%以上 on the first line and 2.85%以上 on the second: a number and a figure, or one figure?
  void DoubtNumberedFigure(std::u32string_view rest) {
    Token& token = result_.tokens.back();
    if (token.word == Word::kPercent && result_.tokens.size() > 1) return;
    const bool pointed = token.word == Word::kNumber && rest.size() > 3 && rest[1] == U'.';
    if (pointed && token.value.Floor() == line_) token.doubtful = true;
  }

  std::size_t AddNumber(std::size_t i, const Numeral& numeral) {
    const std::size_t next = Add(Word::kNumber, i, numeral.length);
    Token& token = result_.tokens.back();
    token.value = numeral.value;
    token.damaged = numeral.damaged;
    token.doubtful = numeral.doubtful;
    // 百分之五: the sign of the rate has no characters of its own.
    if (numeral.percent) Add(Word::kPercent, next, 0);
    return next;
  }

  std::size_t Add(Word word, std::size_t begin, int length) {
    Token token;
    token.word = word;
    token.begin = static_cast<int>(begin);
    token.end = token.begin + length;
    result_.tokens.push_back(token);
    return begin + static_cast<std::size_t>(length);
  }

  TokenText result_;
  int line_ = 1;
};

}  // namespace

std::string TokenText::Text(int first, int last) const {
  std::string text;
  for (int i = first; i < last; ++i) {
    const Token& token = at(i);
    text += EncodeUtf8(std::u32string_view(shadow.text())
                           .substr(static_cast<std::size_t>(token.begin),
                                   static_cast<std::size_t>(token.end - token.begin)));
  }
  return text;
}

Span TokenText::SpanOf(int first, int last) const {
  if (first >= last) return {};
  return shadow.ToOriginal(at(first).begin, at(last - 1).end);
}

bool IsOfAWord(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= U'\u3400' && c < U'\uFE30') || c > U'\uFFFF' ||
         (c >= U'\u2150' && c <= U'\u218F');  // Ⅲ类
}

TokenText Lex(std::string_view text) { return Lexer(text).Run(); }

}  // namespace kaoping::rules
