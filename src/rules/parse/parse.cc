#include "rules/parse/parse.h"

#include <string>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestScore = 16;  // between 得分 and ×, in tokens

bool IsBreak(Word word) {
  return word == Word::kStop || word == Word::kSemicolon || word == Word::kNumbering;
}

// Where a clause stands among the others.
struct Position {
  int sentence = 0;
  int paragraph = 0;
  int item = 0;
};

// Reads one sentence from left to right: each amount, limit or policy ends a clause, and what
// stands before it, back to the one before, is its condition.
class SentenceParser {
 public:
  SentenceParser(const TokenText& text, TokenRange sentence, Position position,
                 std::vector<Clause>& clauses)
      : text_(text), sentence_(sentence), position_(position), clauses_(clauses) {}

  void Run() {
    start_ = sentence_.first;
    if (auto stated = MatchStated(text_, sentence_)) {
      Push(std::move(*stated));
      return;
    }
    int i = start_;
    while (i < sentence_.last) {
      auto clause = MatchClause(i);
      if (!clause) {
        ++i;
        continue;
      }
      i = start_ = clause->range.last;
      Push(std::move(*clause));
      while (text_.Is(start_, Word::kComma) && start_ < sentence_.last) i = ++start_;
    }
    PushIfNotUnderstood();
  }

 private:
  std::optional<Clause> MatchClause(int i) {
    if (auto clause = MatchLimit(text_, i, start_, sentence_)) return clause;
    if (auto clause = MatchPolicy(text_, i, start_, sentence_)) return clause;
    if (auto clause = MatchLink(text_, i, start_, sentence_)) return clause;
    if (auto clause = MatchPhrase(i)) return clause;
    if (auto clause = MatchForfeit(text_, i, start_, sentence_)) return Complete(*clause);
    if (auto clause = MatchVeto(text_, i, start_, sentence_)) return Complete(*clause);
    return MatchRule(i);
  }

  // 不予扣分, 依次类推: words that speak of points and set none of their own.
  std::optional<Clause> MatchPhrase(int i) {
    Clause clause;
    if (text_.Is(i, Word::kMitigate)) {
      clause.kind = Clause::Kind::kMitigation;
    } else if (text_.Is(i, Word::kAnalogy)) {
      clause.kind = Clause::Kind::kAnalogy;
    } else if (IsPointsVerb(text_.at(i).word) && EndsAClause(text_, i + 1, sentence_.last)) {
      clause.kind = Clause::Kind::kWithoutAmount;
    } else {
      return std::nullopt;
    }
    if (clause.kind == Clause::Kind::kWithoutAmount && !CountsBefore(i)) return std::nullopt;
    clause.condition = {start_, i};
    clause.range = {clause.kind == Clause::Kind::kAnalogy ? i : start_, i + 1};
    return clause;
  }

  // 每户扣分: whether a count stands just before the verb, which gives no amount for it.
  bool CountsBefore(int i) const {
    if (MatchAmount(text_, i, start_, sentence_.last)) return false;
    const auto counter = FindCounter(text_, {start_, i}, IsRanked({start_, i}));
    return counter && counter->every && counter->range.last == i;
  }

  std::optional<Clause> MatchRule(int i) {
    if (auto proportion = MatchProportion(text_, i, sentence_.last)) {
      Clause clause;
      if (!proportion->linear) clause.kind = Clause::Kind::kNotLinear;
      clause.amount = std::move(proportion->amount);
      clause.condition = {start_, clause.amount.range.first};
      clause.range = {start_, clause.amount.range.last};
      return Complete(std::move(clause));
    }
    auto amount = MatchAmount(text_, i, start_, sentence_.last);
    if (!amount) return std::nullopt;
    Clause clause;
    clause.amount = std::move(*amount);
    clause.condition = {start_, clause.amount.range.first};
    clause.range = {start_, clause.amount.range.last};
    // （扣5分）: the bracket belongs to the amount.
    if (text_.Is(clause.range.last, Word::kClose) && clause.range.last < sentence_.last) {
      ++clause.range.last;
    }
    if (IsOutside(clause.condition)) clause.kind = Clause::Kind::kOutside;
    return Complete(std::move(clause));
  }

  // 从总分中扣5分, 在年终总分中加2分, 在年度综合得分中扣减1分; but 从本项得分中扣1分.
  bool IsOutside(TokenRange condition) const {
    bool whole = false;
    for (int i = condition.last - 1; i >= condition.first && condition.last - i <= 8; --i) {
      const std::string word = text_.Text(i, i + 1);
      if (text_.Is(i, Word::kThisItem)) return false;
      if (text_.Is(i, Word::kPointsNoun) && word.starts_with(kWholeScore)) whole = true;
      if (i + 2 == condition.last && IsScoreOfAll(i)) whole = true;
      if (whole && (word == kFrom || word == kIn)) return true;
    }
    return false;
  }

  Clause Complete(Clause clause) const {
    const TokenRange condition = clause.condition;
    clause.counter = clause.amount.counter ? clause.amount.counter
                                           : FindCounter(text_, condition, IsRanked(condition));
    clause.bounds = FindBounds(text_, condition);
    clause.places = FindPlaces(text_, condition, FollowsRanking());
    clause.counter_unknown = !clause.counter && HasEveryAtTheEnd(condition);
    for (int i = condition.first; i < condition.last; ++i) {
      if (text_.Is(i, Word::kDiscretion) && OpensAPart(i, condition)) clause.amount.judged = true;
      if (text_.Is(i, Word::kOnce)) clause.once = true;
    }
    return clause;
  }

  // Whether the clause before, in this item, speaks of a ranking: 排名第一的加3分，第二的加2分.
  bool FollowsRanking() const {
    return !clauses_.empty() && clauses_.back().item == position_.item && clauses_.back().places;
  }

  bool IsRanked(TokenRange condition) const {
    for (int i = condition.first; i < condition.last; ++i) {
      if (text_.Is(i, Word::kRanking)) return true;
    }
    return FollowsRanking();
  }

  // 综合得分, 考核得分
  bool IsScoreOfAll(int i) const {
    return text_.Is(i, Word::kAwardPoints) ||
           (text_.Is(i, Word::kAppraisal) && text_.Text(i, i + 1).ends_with(kScoreWord));
  }

  // 视过火面积扣分, …的视情节轻重，扣分; but not 有适当投入.
  bool OpensAPart(int i, TokenRange condition) const {
    if (i == condition.first) return true;
    const Word before = text_.at(i - 1).word;
    return before == Word::kComma || before == Word::kOf || before == Word::kColon ||
           before == Word::kMay || before == Word::kOpen;
  }

  // 每 in the last part of the condition, where it would count what the amount is for.
  bool HasEveryAtTheEnd(TokenRange condition) const {
    for (int i = condition.last - 1; i >= condition.first; --i) {
      if (text_.Is(i, Word::kEvery)) return !IsRequirement(i, condition.last);
      if (text_.Is(i, Word::kComma) && i + 1 < condition.last) return false;
    }
    return false;
  }

  // 每低0%: no step to count by.
  bool IsStepOfNothing(int every, int last) const {
    for (int i = every + 1; i < last && i - every <= 2; ++i) {
      if (text_.Is(i, Word::kNumber)) return text_.at(i).value.IsZero();
    }
    return false;
  }

  // 每人至少包案1件 says what each must do, and counts nothing; nor does 每周 before a verb.
  bool IsRequirement(int every, int last) const {
    if (IsStepOfNothing(every, last)) return false;
    for (int i = every + 1; i < last && i - every <= 6; ++i) {
      if (text_.Is(i, Word::kNotFewerThan) || text_.Is(i, Word::kAtMost)) return true;
    }
    return text_.Is(every + 1, Word::kTimeUnit);
  }

  void Push(Clause clause) {
    clause.sentence = position_.sentence;
    clause.paragraph = position_.paragraph;
    clause.item = position_.item;
    if (!clauses_.empty() && Merges(clauses_.back(), clause)) {
      clauses_.back().range.last = clause.range.last;
      return;
    }
    const TokenRange condition = clause.condition;
    const bool stray = clause.kind != Clause::Kind::kStated && HasStray(clause);
    clauses_.push_back(std::move(clause));
    if (stray) PushNotUnderstood(condition);
  }

  // Whether the words before an amount, a limit or a policy hold another that no pattern took.
  bool HasStray(const Clause& clause) const {
    for (int i = clause.condition.first; i < clause.condition.last; ++i) {
      if (IsStrayAmount(i) || IsVeto(i)) return true;
      if (clause.kind != Clause::Kind::kRule && NamesHighest(text_, i)) return true;
      if (clause.kind != Clause::Kind::kRule && IsCountLimit(i, clause.condition.last)) return true;
    }
    return false;
  }

  // 每项加1分，最多计3项: a limit on how many count, and not on their points.
  bool IsCountLimit(int i, int last) const {
    if (!text_.Is(i, Word::kAtMost) && !text_.Is(i, Word::kLimitTo)) return false;
    if (clauses_.empty() || !clauses_.back().counter || text_.Is(start_, Word::kOpen)) return false;
    int figure = i + 1;
    while (figure < last && (IsVerb(text_.at(figure).word) || text_.Is(figure, Word::kConvert) ||
                             text_.Is(figure, Word::kMay))) {
      ++figure;
    }
    if (figure >= last || !text_.Is(figure, Word::kNumber)) return false;
    const auto unit = MatchUnit(text_, figure + 1, last);
    const Counter& counted = *clauses_.back().counter;
    return unit && counted.kind == Counter::Kind::kOccurrence &&
           EndsAClause(text_, unit->last, last);
  }

  // 扣1 5分, but not 扣10%, 被扣12分 or 扣5分以上.
  bool IsStrayAmount(int i) const {
    if (!text_.Is(i, Word::kDeduct) || !text_.Is(i + 1, Word::kNumber)) return false;
    if (text_.Is(i - 1, Word::kReceive) || text_.Is(i - 1, Word::kInTotal)) return false;
    int next = i + 2;
    if (text_.Is(next, Word::kPoint)) ++next;
    switch (next < text_.size() ? text_.at(next).word : Word::kStop) {
      case Word::kMeasure:
      case Word::kPercent:
      case Word::kTimeUnit:
      case Word::kOrMore:
      case Word::kOrLess:
        return false;
      default:
        return true;
    }
  }

  // Two phrases of one policy (不重复加分，以最高得分计算) are one, and so are two consequences of
  // one event (实行一票否决，考核结果列末位), of which the first is kept but for what it lacks.
  static bool Merges(Clause& before, Clause& clause) {
    if (before.kind != clause.kind || before.sentence != clause.sentence) return false;
    if (clause.kind == Clause::Kind::kPolicy) return before.policy == clause.policy;
    if (clause.kind == Clause::Kind::kAnalogy) return true;
    if (clause.kind == Clause::Kind::kLimit) return !before.at_most && !clause.at_most;
    if (clause.kind != Clause::Kind::kRule || before.amount.effect != Effect::kVeto ||
        clause.amount.effect != Effect::kVeto) {
      return false;
    }
    if (!before.consequence) before.consequence = std::move(clause.consequence);
    return true;
  }

  void PushIfNotUnderstood() {
    if (SpeaksOfPoints()) PushNotUnderstood({start_, sentence_.last});
  }

  void PushNotUnderstood(TokenRange range) {
    Clause clause;
    clause.kind = Clause::Kind::kNotUnderstood;
    clause.range = clause.condition = range;
    clause.sentence = position_.sentence;
    clause.paragraph = position_.paragraph;
    clause.item = position_.item;
    clauses_.push_back(std::move(clause));
  }

  // Whether the rest of the sentence sets points that no pattern took.
  bool SpeaksOfPoints() const {
    for (int i = start_; i < sentence_.last; ++i) {
      const Word word = text_.at(i).word;
      if (word == Word::kSurcharge || word == Word::kDeduct || IsVeto(i)) return true;
      // 只取最高, 重复计分 behind an amount; 防止重复建设 sets no points.
      const bool behind = start_ > sentence_.first;
      if (behind && (NamesHighest(text_, i) || IsRepeatedScore(i))) return true;
      if (IsStrayFormula(i) || IsStrayShare(i)) return true;
      if (IsCountLimit(i, sentence_.last)) return true;
      if (word == Word::kDeductPoints && !Announces(i)) return true;
      if (word != Word::kNumber || !text_.Is(i + 1, Word::kPoint)) continue;
      // A base mention, (3分) or 本项满分4分, is no amount; nor is a score that is compared with.
      const Word before = i > 0 ? text_.at(i - 1).word : Word::kStop;
      const bool base = before == Word::kOpen || before == Word::kFullMark ||
                        before == Word::kPointsNoun || before == Word::kThisItem ||
                        (IsPlain(before) && text_.Is(i - 2, Word::kFullMark));
      const bool compared = before == Word::kFewerThan || before == Word::kMoreThan ||
                            before == Word::kReach || before == Word::kNotFewerThan ||
                            text_.Is(i + 2, Word::kOrMore) || text_.Is(i + 2, Word::kOrLess);
      if (!base && !compared) return true;
    }
    return false;
  }

  // 考核得分×10%; but 履约率=开工数÷签约数×100% only defines a rate.
  bool IsStrayFormula(int i) const {
    if (!text_.Is(i, Word::kTimesSign) || !text_.Is(i + 1, Word::kNumber)) return false;
    for (int back = i - 1; back >= start_ && i - back <= kLongestScore; --back) {
      if (text_.Is(back, Word::kAwardPoints) || text_.Is(back, Word::kPointsNoun) ||
          IsScoreOfAll(back)) {
        return true;
      }
    }
    return false;
  }

  bool IsRepeatedScore(int i) const {
    if (!text_.Is(i, Word::kRepeat) || text_.Is(i - 1, Word::kMay)) return false;
    const Word next = i + 1 < sentence_.last ? text_.at(i + 1).word : Word::kStop;
    return IsPointsVerb(next) || IsVerb(next) || next == Word::kConvert;
  }

  // 得基本分的50%, 得一半分, 按80%计分: a share of points, which no rule has.
  bool IsStrayShare(int i) const {
    const Word next = i + 1 < sentence_.last ? text_.at(i + 1).word : Word::kStop;
    if (text_.Is(i, Word::kAward) && (next == Word::kFullMark || next == Word::kPointsNoun)) {
      return true;
    }
    const bool share =
        next == Word::kNumber && (text_.Is(i + 2, Word::kPercent) || text_.Is(i + 2, Word::kSlash));
    if (text_.Is(i, Word::kAward)) return share;
    return share && text_.Is(i, Word::kBy) && i + 3 < sentence_.last &&
           IsPointsVerb(text_.at(i + 3).word);
  }

  // 一票否决 as what follows, not as the name of a matter: 一票否决事项.
  bool IsVeto(int i) const {
    if (!text_.Is(i, Word::kVeto)) return false;
    int next = i + 1;
    if (text_.Is(next, Word::kQuote)) ++next;
    return next >= sentence_.last || !(IsPlain(text_.at(next).word) || text_.Is(next, Word::kOf));
  }

  // 按下列情况扣分：, 加扣分项目: the amounts follow, or it is a name.
  bool Announces(int i) const {
    return text_.Is(i + 1, Word::kColon) ||
           (i + 1 < sentence_.last && IsPlain(text_.at(i + 1).word));
  }

  const TokenText& text_;
  TokenRange sentence_;
  Position position_;
  std::vector<Clause>& clauses_;
  int start_ = 0;  // of the clause being read
};

}  // namespace

std::vector<Clause> Parse(const TokenText& text) {
  std::vector<Clause> clauses;
  Position position;
  int first = 0;
  for (int i = 0; i <= text.size(); ++i) {
    const bool at_end = i == text.size();
    if (!at_end && !IsBreak(text.at(i).word)) continue;
    if (first < i) SentenceParser(text, {first, i}, position, clauses).Run();
    first = i + 1;
    ++position.sentence;
    if (!at_end && text.Is(i, Word::kNumbering)) ++position.item;
    if (!at_end && !text.Is(i, Word::kSemicolon)) ++position.paragraph;
  }
  return clauses;
}

}  // namespace kaoping::rules
