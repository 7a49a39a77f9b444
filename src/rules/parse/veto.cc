#include <string>
#include <string_view>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestBar = 30;  // 取消…资格, in tokens

Clause MakeClause(Effect effect, int start, int first, int last) {
  Clause clause;
  clause.amount.effect = effect;
  clause.amount.range = {first, last};
  clause.condition = {start, first};
  clause.range = {start, last};
  return clause;
}

// Back over the words that only lead to a consequence: 一律, 直接, 考核结果.
int SkipBackMay(const TokenText& text, int i, int start) {
  while (i > start && (text.Is(i - 1, Word::kMay) || text.Is(i - 1, Word::kAppraisal))) --i;
  return i;
}

// Whether the sentence speaks of an appraisal's own result before token `i`.
bool NamesAppraisal(const TokenText& text, int first, int i) {
  for (int word = first; word < i; ++word) {
    if (text.Is(word, Word::kAppraisal)) return true;
  }
  return false;
}

// 得0分, 为0分, 计0分, and a figure of nought without a verb.
std::optional<Clause> MatchZero(const TokenText& text, int i, int start, TokenRange sentence) {
  int figure = i;
  const bool verb = text.Is(i, Word::kAward) || text.Is(i, Word::kPreposition) ||
                    text.Is(i, Word::kBy) || text.Is(i, Word::kDetermine);
  if (verb) ++figure;
  if (figure + 1 >= sentence.last || !text.Is(figure, Word::kNumber) ||
      !text.at(figure).value.IsZero() || !text.Is(figure + 1, Word::kPoint)) {
    return std::nullopt;
  }
  int last = figure + 2;
  if (text.Is(last, Word::kConvert) ||
      (verb && last < sentence.last && text.Is(last, Word::kAward)) ||
      (last < sentence.last && text.Is(last, Word::kAwardPoints))) {
    ++last;
  }
  if (!EndsAClause(text, last, sentence.last)) return std::nullopt;
  return MakeClause(Effect::kForfeit, start, SkipBackMay(text, i, start), last);
}

// 取消评先评优资格, 不得参加年度评奖
std::optional<Clause> MatchBar(const TokenText& text, int i, int start, TokenRange sentence) {
  int last = i + 1;
  bool honour = false;
  const auto ends = [&text](int at) {
    return text.Is(at, Word::kComma) || text.Is(at, Word::kColon) || text.Is(at, Word::kOpen) ||
           text.Is(at, Word::kClose);
  };
  for (; last < sentence.last && last - i <= kLongestBar && !ends(last); ++last) {
    honour = honour || text.Is(last, Word::kHonour);
    // 被取消资格的扣2分: what happened, not what follows.
    const bool amount = text.Is(last, Word::kNumber) && text.Is(last + 1, Word::kPoint);
    if (text.Is(last, Word::kOf) || amount) return std::nullopt;
  }
  // 取消、调整行政许可事项 is work, not a bar.
  if (!honour || (i > start && text.Is(i - 1, Word::kReceive))) return std::nullopt;
  std::string from = text.Text(i + 1, last);
  constexpr std::string_view kRight = "资格";
  if (from.ends_with(kRight)) from.resize(from.size() - kRight.size());
  constexpr std::string_view kGrade = "不得评为";
  if (text.Text(i, i + 1) == kGrade) from = text.Text(i + 1, last);
  Clause clause = MakeClause(Effect::kVeto, start, SkipBackMay(text, i, start), last);
  clause.consequence = Consequence{};
  clause.consequence->bar = std::move(from);
  return clause;
}

std::optional<Clause> LowerBy(int steps, int i, int last, int start, const TokenText& text,
                              TokenRange sentence) {
  if (!EndsAClause(text, last, sentence.last)) return std::nullopt;
  Clause clause = MakeClause(Effect::kVeto, start, SkipBackMay(text, i, start), last);
  clause.consequence = Consequence{};
  clause.consequence->lower = steps;
  return clause;
}

// 降低一个等次, 降一档
std::optional<Clause> MatchLower(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kLower)) return std::nullopt;
  // 降低等次, 降低考核等次一档
  int after = SkipPlain(text, i + 1, sentence.last, 4);
  const bool named =
      after > i + 1 && (text.Is(after - 1, Word::kGrade) || text.Is(after - 1, Word::kAppraisal));
  if (!named) after = i + 1;
  const Quantity quantity = TakeQuantity(text, after, sentence.last);
  if ((!quantity.stated && !named) || !quantity.number.IsWhole()) return std::nullopt;
  if (named && !quantity.stated) return LowerBy(1, i, after, start, text, sentence);
  int next = quantity.next;
  const bool piece = text.Is(next, Word::kPiece);
  if (piece) ++next;
  const std::string step = next < sentence.last ? text.Text(next, next + 1) : std::string();
  const bool grade = text.Is(next, Word::kGrade) || step == kStepWord || step == kLevelWord;
  if (!grade || !EndsAClause(text, next + 1, sentence.last)) return std::nullopt;
  const auto steps = static_cast<int>(quantity.number.millionths() / Decimal::kScale);
  return LowerBy(steps, i, next + 1, start, text, sentence);
}

// 列末位, 本年度考核结果列最后1位
std::optional<Clause> MatchLast(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kLastPlace) || !EndsAClause(text, i + 1, sentence.last)) {
    return std::nullopt;
  }
  // 列末位; 排名末位的扣1分 does not end here.
  const bool put =
      i > start && (text.Text(i - 1, i) == kListAs || text.Is(i - 1, Word::kDetermine));
  if (!put && !NamesAppraisal(text, start, i)) return std::nullopt;
  Clause clause = MakeClause(Effect::kVeto, start, put ? i - 1 : i, i + 1);
  clause.consequence = Consequence{};
  clause.consequence->last = true;
  return clause;
}

// 定为不合格, 考核不合格, 按不合格评定: a grade that is given, not one that was found
// (检查不合格的).
std::optional<Clause> MatchGrade(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kUnqualified)) return std::nullopt;
  int first = i;
  while (first > start && text.Is(first - 1, Word::kQuote)) --first;
  const Word before = first > start ? text.at(first - 1).word : Word::kStop;
  int last = i + 1;
  while (last < sentence.last && (text.Is(last, Word::kQuote) || text.Is(last, Word::kGrade))) {
    ++last;
  }
  bool given = before == Word::kDetermine || before == Word::kAppraisal;
  if (before == Word::kBy || before == Word::kPreposition) {
    // 按不合格评定, 按不合格处理, 结果为不合格
    const int verb = SkipPlain(text, last, sentence.last, 4);
    if (before == Word::kBy && verb > last) {
      last = verb;
      given = true;
    }
    given = given || NamesAppraisal(text, start, first);
  }
  if (!given || !EndsAClause(text, last, sentence.last)) return std::nullopt;
  const bool verb = before == Word::kDetermine || before == Word::kBy;
  Clause clause =
      MakeClause(Effect::kVeto, start, SkipBackMay(text, verb ? first - 1 : first, start), last);
  clause.consequence = Consequence{};
  clause.consequence->grade = text.Text(i, i + 1);
  return clause;
}

std::optional<Clause> MatchVetoWord(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kVeto)) return std::nullopt;
  // 发生“一票否决”事项的扣30分 names the event, not the effect; 给予“一票否决”处理 is one.
  int first = i;
  int last = i + 1;
  if (text.Is(last, Word::kQuote) && i > start && text.Is(i - 1, Word::kQuote)) {
    --first;
    ++last;
  }
  if (text.Is(last, Word::kTreatment)) ++last;
  if (!EndsAClause(text, last, sentence.last) && !text.Is(last, Word::kColon)) return std::nullopt;
  return MakeClause(Effect::kVeto, start, SkipBackMay(text, first, start), last);
}

}  // namespace

std::optional<Clause> MatchForfeit(const TokenText& text, int i, int start, TokenRange sentence) {
  if (!text.Is(i, Word::kForfeit) && !text.Is(i, Word::kExhaust)) {
    return MatchZero(text, i, start, sentence);
  }
  int last = i + 1;
  if (text.Is(i, Word::kExhaust)) last = SkipPlain(text, last, sentence.last, 6);
  Clause clause = MakeClause(Effect::kForfeit, start, SkipBackMay(text, i, start), last);
  // 不得分或酌情扣分 is one judgement, of deducting.
  if (text.Is(i + 1, Word::kAnd)) {
    int verb = i + 2;
    while (text.Is(verb, Word::kDiscretion) || text.Is(verb, Word::kMay)) ++verb;
    if (verb > i + 2 && verb < sentence.last && text.Is(verb, Word::kDeductPoints)) {
      clause = MakeClause(Effect::kDeduct, start, clause.amount.range.first, verb + 1);
      clause.amount.judged = true;
    }
  }
  return clause;
}

std::optional<Clause> MatchVeto(const TokenText& text, int i, int start, TokenRange sentence) {
  if (auto clause = MatchVetoWord(text, i, start, sentence)) return clause;
  if (text.Is(i, Word::kDisqualify)) return MatchBar(text, i, start, sentence);
  if (auto clause = MatchLower(text, i, start, sentence)) return clause;
  if (auto clause = MatchLast(text, i, start, sentence)) return clause;
  return MatchGrade(text, i, start, sentence);
}

}  // namespace kaoping::rules
