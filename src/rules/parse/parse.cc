#include "rules/parse/parse.h"

#include <string>
#include <string_view>
#include <utility>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestLimitWords = 6;  // 累计扣分最多不超过: up to the figure, in tokens
constexpr int kLongestName = 60;       // of what a result is linked to, in tokens

bool IsBreak(Word word) {
  return word == Word::kStop || word == Word::kSemicolon || word == Word::kNumbering;
}

bool IsLimitWord(Word word) {
  return word == Word::kInTotal || word == Word::kAtMost || word == Word::kLimitTo;
}

// Reads one sentence from left to right: each amount, limit or policy ends a clause, and what
// stands before it, back to the one before, is its condition.
class SentenceParser {
 public:
  SentenceParser(const TokenText& text, TokenRange sentence, int number, int item,
                 std::vector<Clause>& clauses)
      : text_(text), sentence_(sentence), number_(number), item_(item), clauses_(clauses) {}

  void Run() {
    start_ = sentence_.first;
    int i = start_;
    while (i < sentence_.last) {
      auto clause = MatchClause(i);
      if (!clause) {
        ++i;
        continue;
      }
      clause->range = {start_, clause->range.last};
      clause->sentence = number_;
      clause->item = item_;
      i = start_ = clause->range.last;
      Push(std::move(*clause));
      while (text_.Is(start_, Word::kComma) && start_ < sentence_.last) i = ++start_;
    }
    PushIfNotUnderstood();
  }

 private:
  std::optional<Clause> MatchClause(int i) {
    if (auto clause = MatchLimit(i)) return clause;
    if (auto clause = MatchPolicy(i)) return clause;
    if (auto clause = MatchLink(i)) return clause;
    if (auto clause = MatchForfeitOrVeto(i)) return clause;
    return MatchRule(i);
  }

  // 累计不超过2分, 最多扣2分, 本项限扣5分, 扣完为止, 以3分为限
  std::optional<Clause> MatchLimit(int i) {
    if (text_.Is(i, Word::kUntilExhausted)) return MakeLimit(i, i + 1, std::nullopt);
    if (!IsLimitWord(text_.at(i).word)) return MatchCap(i);
    int figure = i + 1;
    while (figure < sentence_.last && figure - i <= kLongestLimitWords &&
           !text_.Is(figure, Word::kNumber) && !text_.Is(figure, Word::kComma) &&
           !text_.Is(figure, Word::kPoint)) {
      ++figure;
    }
    if (!text_.Is(figure, Word::kNumber) || !text_.Is(figure + 1, Word::kPoint))
      return std::nullopt;
    int last = figure + 2;
    if (text_.Is(last, Word::kOrLess) || text_.Is(last, Word::kCapped)) ++last;
    return MakeLimit(i, last, text_.at(figure).value);
  }

  // N分封顶, N分为限
  std::optional<Clause> MatchCap(int i) {
    if (!text_.Is(i, Word::kNumber) || !text_.Is(i + 1, Word::kPoint) ||
        !text_.Is(i + 2, Word::kCapped)) {
      return std::nullopt;
    }
    return MakeLimit(i, i + 3, text_.at(i).value);
  }

  Clause MakeLimit(int first, int last, std::optional<Points> at_most) {
    Clause clause;
    clause.kind = Clause::Kind::kLimit;
    clause.at_most = at_most;
    clause.condition = {start_, first};
    for (int i = start_; i < first; ++i) {
      if (text_.Is(i, Word::kThisItem)) clause.whole_criterion = true;
      if (text_.Is(i, Word::kEvery)) {
        if (const auto unit = MatchUnit(text_, i + 1, first)) clause.each = unit->unit;
      }
    }
    if (start_ == sentence_.first) clause.whole_criterion = true;
    if (text_.Is(last, Word::kClose)) ++last;
    clause.range.last = last;
    return clause;
  }

  std::optional<Clause> MatchPolicy(int i) {
    const bool highest = text_.Is(i, Word::kHighestOnly);
    if (!highest && !text_.Is(i, Word::kNoFloor)) return std::nullopt;
    Clause clause;
    clause.kind = Clause::Kind::kPolicy;
    clause.policy = highest ? Policy::Kind::kHighestOnly : Policy::Kind::kNoFloor;
    clause.condition = {start_, i};
    for (int same = start_; same < i; ++same) {
      if (text_.Is(same, Word::kTheSame)) {
        clause.target = text_.Text(same, i);
        break;
      }
    }
    clause.range.last = i + 1;
    return clause;
  }

  // …与市级机关作风建设综合绩效考评相挂钩: linked to what stands between.
  std::optional<Clause> MatchLink(int i) {
    if (!text_.Is(i, Word::kLinked)) return std::nullopt;
    for (int with = i - 1; with >= start_ && i - with <= kLongestName; --with) {
      if (!text_.Is(with, Word::kWith) && !text_.Is(with, Word::kAnd)) continue;
      Clause clause;
      clause.kind = Clause::Kind::kLink;
      clause.condition = {start_, with};
      clause.target = text_.Text(with + 1, i);
      clause.range.last = i + 1;
      return clause;
    }
    return std::nullopt;
  }

  std::optional<Clause> MatchForfeitOrVeto(int i) {
    Clause clause;
    clause.condition = {start_, i > start_ && text_.Is(i - 1, Word::kMay) ? i - 1 : i};
    clause.range.last = i + 1;
    clause.amount.range = {i, i + 1};
    if (text_.Is(i, Word::kForfeit)) {
      clause.amount.effect = Effect::kForfeit;
    } else if (text_.Is(i, Word::kVeto) || text_.Is(i, Word::kUnqualified)) {
      // 发生“一票否决”事项的扣30分 names the event, not the effect.
      if (text_.Is(i + 1, Word::kQuote) || text_.Is(i + 1, Word::kOther)) return std::nullopt;
      clause.amount.effect = Effect::kVeto;
      if (text_.Is(i, Word::kUnqualified)) clause.consequence = Grade(text_.Text(i, i + 1));
    } else if (text_.Is(i, Word::kDisqualify)) {
      return MatchBar(i);
    } else {
      return MatchZero(i);
    }
    Complete(clause);
    return clause;
  }

  // 取消评先评优资格, 不得参加年度评奖
  std::optional<Clause> MatchBar(int i) {
    int last = i + 1;
    bool honour = false;
    for (; last < sentence_.last && !text_.Is(last, Word::kComma); ++last) {
      honour = honour || text_.Is(last, Word::kHonour);
    }
    // 取消、调整行政许可事项 is work, not a bar.
    if (!honour) return std::nullopt;
    std::string from = text_.Text(i + 1, last);
    constexpr std::string_view kRight = "资格";
    if (from.ends_with(kRight)) from.resize(from.size() - kRight.size());
    Clause clause;
    clause.condition = {start_, i};
    clause.range.last = last;
    clause.amount.range = {i, last};
    clause.amount.effect = Effect::kVeto;
    clause.consequence = Consequence{};
    clause.consequence->bar = std::move(from);
    Complete(clause);
    return clause;
  }

  static Consequence Grade(std::string grade) {
    Consequence consequence;
    consequence.grade = std::move(grade);
    return consequence;
  }

  // 得0分
  std::optional<Clause> MatchZero(int i) {
    if (!text_.Is(i, Word::kAward) || !text_.Is(i + 1, Word::kNumber) ||
        !text_.at(i + 1).value.IsZero() || !text_.Is(i + 2, Word::kPoint)) {
      return std::nullopt;
    }
    Clause clause;
    clause.condition = {start_, i};
    clause.range.last = i + 3;
    clause.amount.effect = Effect::kForfeit;
    clause.amount.range = {i, i + 3};
    Complete(clause);
    return clause;
  }

  std::optional<Clause> MatchRule(int i) {
    auto amount = MatchAmount(text_, i, start_, sentence_.last);
    if (!amount) return std::nullopt;
    Clause clause;
    clause.amount = std::move(*amount);
    clause.condition = {start_, clause.amount.range.first};
    clause.range.last = clause.amount.range.last;
    Complete(clause);
    return clause;
  }

  void Complete(Clause& clause) {
    clause.counter =
        clause.amount.counter ? clause.amount.counter : FindCounter(text_, clause.condition);
    clause.bounds = FindBounds(text_, clause.condition);
    clause.counter_unknown = !clause.counter && HasEveryAtTheEnd(clause.condition);
    for (int i = clause.condition.first; i < clause.condition.last; ++i) {
      if (text_.Is(i, Word::kDiscretion)) clause.amount.judged = true;
    }
  }

  // 每 in the last part of the condition, where it would count what the amount is for.
  bool HasEveryAtTheEnd(TokenRange condition) const {
    for (int i = condition.last - 1; i >= condition.first; --i) {
      if (text_.Is(i, Word::kEvery)) return true;
      if (text_.Is(i, Word::kComma) && i + 1 < condition.last) return false;
    }
    return false;
  }

  // Two phrases of one policy (不重复加分，以最高得分计算) are one.
  void Push(Clause clause) {
    if (clause.kind == Clause::Kind::kPolicy && !clauses_.empty()) {
      Clause& before = clauses_.back();
      if (before.kind == Clause::Kind::kPolicy && before.policy == clause.policy &&
          before.sentence == clause.sentence) {
        before.range.last = clause.range.last;
        return;
      }
    }
    clauses_.push_back(std::move(clause));
  }

  void PushIfNotUnderstood() {
    if (!SpeaksOfPoints()) return;
    Clause clause;
    clause.kind = Clause::Kind::kNotUnderstood;
    clause.range = clause.condition = {start_, sentence_.last};
    clause.sentence = number_;
    clause.item = item_;
    clauses_.push_back(std::move(clause));
  }

  // Whether the rest of the sentence sets points that no pattern took.
  bool SpeaksOfPoints() const {
    for (int i = start_; i < sentence_.last; ++i) {
      const Word word = text_.at(i).word;
      if (word == Word::kDeductPoints || word == Word::kSurcharge || word == Word::kDeduct)
        return true;
      if (word != Word::kNumber || !text_.Is(i + 1, Word::kPoint)) continue;
      // A base mention, (3分) or 本项满分4分, is no amount.
      const bool base = text_.Is(i - 1, Word::kOpen) || text_.Is(i - 1, Word::kFullMark) ||
                        text_.Is(i - 1, Word::kPointsNoun);
      if (!base) return true;
    }
    return false;
  }

  const TokenText& text_;
  TokenRange sentence_;
  int number_;
  int item_;
  std::vector<Clause>& clauses_;
  int start_ = 0;  // of the clause being read
};

}  // namespace

std::vector<Clause> Parse(const TokenText& text) {
  std::vector<Clause> clauses;
  int item = 0;
  int number = 0;
  int first = 0;
  for (int i = 0; i <= text.size(); ++i) {
    const bool at_end = i == text.size();
    if (!at_end && !IsBreak(text.at(i).word)) continue;
    if (first < i) SentenceParser(text, {first, i}, number, item, clauses).Run();
    first = i + 1;
    ++number;
    if (!at_end && text.Is(i, Word::kNumbering)) ++item;
  }
  return clauses;
}

}  // namespace kaoping::rules
