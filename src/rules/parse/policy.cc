#include <string>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestChoice = 14;  // 按最高层次加分: from 按 to its end, in tokens
constexpr int kLongestName = 40;    // of what is counted once, in tokens
constexpr int kLongestTail = 6;     // 不重复计算得分: behind 重复, in tokens

// Whether `word` can stand behind 不重复 or 最高分 without adding anything: 计算得分, 计一次.
bool OnlyScores(Word word) {
  return IsVerb(word) || IsPointsVerb(word) || word == Word::kConvert || word == Word::kNumber ||
         word == Word::kMeasure || word == Word::kPoint || word == Word::kInTotal ||
         word == Word::kMay || word == Word::kPointsNoun;
}

// Where the words that only say how it is scored end, from token `i`; `i` itself if something else
// follows them.
int SkipScoring(const TokenText& text, int i, int last) {
  int end = i;
  while (end < last && end - i < kLongestTail && OnlyScores(text.at(end).word)) {
    // 不重复加2分 gives an amount.
    if (text.Is(end, Word::kNumber) && text.Is(end + 1, Word::kPoint)) return i;
    ++end;
  }
  return EndsAClause(text, end, last) ? end : i;
}

// 不得重复计算得分, 不累计, 不再叠加
int MatchNotAgain(const TokenText& text, int i, TokenRange sentence) {
  if (!text.Is(i, Word::kNot) || !text.Text(i, i + 1).starts_with(kForbids)) return 0;
  int again = i + 1;
  if (text.Is(again, Word::kMay) || text.Is(again, Word::kOther)) ++again;
  if (again >= sentence.last ||
      (!text.Is(again, Word::kRepeat) && !text.Is(again, Word::kInTotal))) {
    return 0;
  }
  const int end = SkipScoring(text, again + 1, sentence.last);
  return EndsAClause(text, end, sentence.last) ? end : 0;
}

// 同一事项只计一次, 多次获奖的只加一次分
int MatchOnlyOnce(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kContrast) || i + 2 >= sentence.last) return 0;
  int verb = i + 1;
  while (verb < sentence.last && text.Is(verb, Word::kMay)) ++verb;
  if (verb >= sentence.last) return 0;
  const bool scores = IsVerb(text.at(verb).word) || IsPointsVerb(text.at(verb).word);
  const bool once = text.Is(verb + 1, Word::kNumber) && text.Is(verb + 2, Word::kMeasure) &&
                    text.at(verb + 1).value == Decimal::FromInt(1);
  if (!scores || !once) return 0;
  const int end = SkipScoring(text, verb + 1, sentence.last);
  bool several = false;
  for (int word = i - 1; word >= start && i - word <= kLongestName; --word) {
    several = several || text.Is(word, Word::kTheSame) || text.Is(word, Word::kSeveral);
  }
  return several && end > verb + 1 ? end : 0;
}

// 按最高层次加分, 以最高分计算, 只取最高一项, 只计一次最高分
int MatchHighest(const TokenText& text, int i, TokenRange sentence) {
  if (text.Is(i, Word::kHighestOnly)) return SkipScoring(text, i + 1, sentence.last);
  const bool leads = text.Is(i, Word::kBy) || text.Is(i, Word::kContrast) ||
                     text.Is(i, Word::kAward) || text.Is(i, Word::kTake);
  if (!leads) return 0;
  bool highest = false;
  for (int end = i + 1; end < sentence.last && end - i <= kLongestChoice; ++end) {
    highest = highest || NamesHighest(text, end);
    if (highest && EndsAClause(text, end + 1, sentence.last)) return end + 1;
    const bool counts = text.Is(end, Word::kNumber) && !text.Is(end + 1, Word::kMeasure);
    const bool limits = text.Is(end, Word::kAtMost) && !NamesHighest(text, end);
    if (text.Is(end, Word::kComma) || limits || counts) return 0;
  }
  return 0;
}

}  // namespace

bool NamesHighest(const TokenText& text, int i) {
  return text.Is(i, Word::kHighest) || text.Text(i, i + 1).starts_with(kHighestWord);
}

std::optional<Clause> MatchPolicy(const TokenText& text, int i, int start, TokenRange sentence) {
  const bool no_floor = text.Is(i, Word::kNoFloor);
  int last = no_floor ? i + 1 : MatchHighest(text, i, sentence);
  if (last == 0) last = MatchNotAgain(text, i, sentence);
  if (last == 0) last = MatchOnlyOnce(text, i, start, sentence);
  if (last == 0) return std::nullopt;
  Clause clause;
  clause.kind = Clause::Kind::kPolicy;
  clause.policy = no_floor ? Policy::Kind::kNoFloor : Policy::Kind::kHighestOnly;
  clause.condition = {start, i};
  for (int same = start; same < i && !no_floor; ++same) {
    if (!text.Is(same, Word::kTheSame)) continue;
    int end = same + 1;
    while (end < i && !text.Is(end, Word::kComma) && !text.Is(end, Word::kOneOf)) ++end;
    clause.target = text.Text(same, end);
    break;
  }
  clause.range = {start, last};
  if (text.Is(last, Word::kClose) && last < sentence.last) ++clause.range.last;
  return clause;
}

}  // namespace kaoping::rules
