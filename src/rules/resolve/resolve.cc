#include "rules/resolve/resolve.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"
#include "rules/resolve/effect.h"
#include "rules/resolve/fold.h"
#include "rules/resolve/group.h"
#include "rules/resolve/limits.h"
#include "rules/resolve/rule.h"
#include "rules/resolve/unsettled.h"

namespace kaoping::rules {
namespace {

constexpr std::size_t kFarthestBase = 32;  // rules back that 再扣 may mean

class Resolver {
 public:
  Resolver(const TokenText& text, std::vector<Clause> clauses, const ResolveContext& context)
      : text_(text), clauses_(std::move(clauses)), context_(context) {}

  Compilation Run() && {
    FoldLevels(text_, clauses_);
    effects_ = FindEffects(text_, clauses_, context_.default_effect);
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (clauses_[i].kind == Clause::Kind::kRule) last_rule_ = i;
    }
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      EnterSentence(i);
      Add(clauses_[i], i);
    }
    GroupRules(text_, of_clause_, result_.rules);
    BindStated();
    WarnOfHalfAwards();
    BindPolicies();
    SpreadOverCount();
    return std::move(result_);
  }

 private:
  Span SpanOf(TokenRange range) const { return text_.SpanOf(range.first, range.last); }

  void Report(Severity severity, const char* code, Message message, Span span) {
    result_.diagnostics.push_back({severity, code, std::move(message), span, {}});
  }

  void EnterSentence(std::size_t i) {
    const Clause& clause = clauses_[i];
    if (i == 0 || clauses_[i - 1].sentence != clause.sentence) {
      around_.sentence_first = clause.range.first;
    }
    if (i > 0 && clauses_[i - 1].item == clause.item) return;
    around_.item_first = clause.range.first;
    // Back to the number that opens the item: a duty may stand before its first clause.
    while (around_.item_first > 0 && !text_.Is(around_.item_first - 1, Word::kNumbering)) {
      --around_.item_first;
    }
  }

  void Add(const Clause& clause, std::size_t index) {
    switch (clause.kind) {
      case Clause::Kind::kRule:
        AddRule(clause, index);
        break;
      case Clause::Kind::kStated:
        AddStated(clause);
        break;
      case Clause::Kind::kLimit:
        AddLimit(clause, index);
        break;
      case Clause::Kind::kPolicy:
        result_.policies.push_back({clause.policy, clause.target, false, SpanOf(clause.range)});
        policy_clauses_.push_back(&clause);
        break;
      case Clause::Kind::kLink:
        result_.links.push_back({clause.target, SpanOf(clause.range)});
        break;
      default:
        result_.diagnostics.push_back(Unsettled(clause.kind, SpanOf(clause.range)));
        break;
    }
  }

  // A rule read back: all of it is in its own sentence, but for the numbers of other rules.
  void AddStated(const Clause& clause) {
    Rule rule = *clause.stated;
    rule.span = SpanOf(clause.range);
    result_.rules.push_back(std::move(rule));
    of_clause_.push_back(&clause);
  }

  void AddRule(const Clause& clause, std::size_t index) {
    if (HasDoubtfulFigure(clause) || HasUnknownCounter(clause)) return;
    if (MergesIntoRatio(clause)) return;
    around_.effect = clause.amount.effect.value_or(effects_[index].effect);
    if (!clause.amount.effect && effects_[index].guessed) WarnOfGuessedEffect(clause);
    around_.award = OnlyAward(clause.item);
    around_.later = Behind(clause, index);
    Rule rule = ResolveRule(text_, clause, around_, context_, result_.diagnostics);
    // Several amounts without a case for each: reported, and no rule.
    if (clause.amount.figures.size() > 1 && rule.levels.empty()) return;
    if (IsTooLarge(rule)) {
      result_.diagnostics.push_back(TooLarge(SpanOf(clause.range)));
      return;
    }
    CountBeyondFirst(clause, rule);
    if (clause.amount.on_top) Aggravate(clause, rule);
    const auto most = TakeMost(clause, rule);
    ReportRawPoints(clause);
    result_.rules.push_back(std::move(rule));
    of_clause_.push_back(&clause);
    if (around_.effect == Effect::kAward) RememberAward(clause);
    if (most) {
      const int index_of_rule = static_cast<int>(result_.rules.size()) - 1;
      result_.limits.push_back({most, {index_of_rule}, "", Limit::Scope::kRules, span_of_most_});
    }
  }

  // 积案，每起1分, without a word that says whether the point is given or taken.
  void WarnOfGuessedEffect(const Clause& clause) {
    Report(Severity::kWarning, "effect-assumed",
           Say("没有写明是加分、得分还是扣分，这里按得分计；请补上“扣”“得”或“加”",
               "it does not say whether these points are given or taken, and they are read as "
               "earned: add 扣, 得 or 加"),
           SpanOf(clause.range));
  }

  // What stands behind a clause up to the end of its sentence, if no other clause does.
  TokenRange Behind(const Clause& clause, std::size_t index) const {
    const bool last =
        index + 1 >= clauses_.size() || clauses_[index + 1].sentence != clause.sentence;
    int end = clause.range.last;
    if (!last && text_.Is(end, Word::kOpen)) {  // （全年不少于10篇）
      while (end < text_.size() && !text_.Is(end, Word::kClose)) ++end;
      return {clause.range.last, end};
    }
    if (!last) return {};
    while (end < text_.size() && !text_.Is(end, Word::kStop) && !text_.Is(end, Word::kSemicolon) &&
           !text_.Is(end, Word::kNumbering)) {
      ++end;
    }
    return {clause.range.last, end};
  }

  // The words of the one award of an item; none where there are several.
  TokenRange OnlyAward(int item) const {
    return awards_item_ == item && awards_ == 1 ? award_ : TokenRange{};
  }

  void RememberAward(const Clause& clause) {
    if (awards_item_ != clause.item) awards_ = 0;
    awards_item_ = clause.item;
    ++awards_;
    award_ = clause.condition;
  }

  // 扣12分，其中每少报1个月扣1分: the figure before is the most that its part can cost.
  std::optional<Points> TakeMost(const Clause& clause, Rule& rule) {
    int first = clause.condition.first;
    while (first < clause.condition.last && text_.Is(first, Word::kComma)) ++first;
    if (!text_.Is(first, Word::kAmongThem) || result_.rules.empty()) return std::nullopt;
    const Rule& whole = result_.rules.back();
    const bool is_most = of_clause_.back()->sentence == clause.sentence &&
                         whole.effect == rule.effect && whole.trigger == Trigger::kOccurs &&
                         whole.points && rule.points && *rule.points < *whole.points;
    if (!is_most) return std::nullopt;
    const Points most = *whole.points;
    rule.condition = whole.condition;
    rule.span.begin = whole.span.begin;
    span_of_most_ = SpanOf(of_clause_.back()->amount.range);
    result_.rules.pop_back();
    of_clause_.pop_back();
    return most;
  }

  // 按完成比例得分，得分=完成数/任务数×5: a formula that repeats a ratio gives it its figure.
  bool MergesIntoRatio(const Clause& clause) {
    if (!clause.amount.formula || result_.rules.empty()) return false;
    Rule& before = result_.rules.back();
    if (before.trigger != Trigger::kRatio || of_clause_.back()->item != clause.item) return false;
    if (!before.points && clause.amount.figures.size() == 1) {
      before.points = clause.amount.figures.front().max;
    }
    before.span.end = SpanOf(clause.range).end;
    return true;
  }

  // 建成1座得10分，每增加一座加5分: the first is there once, and the count goes on from it.
  void CountBeyondFirst(const Clause& clause, Rule& rule) {
    if (!clause.counter || clause.counter->kind != Counter::Kind::kMore || !clause.counter->every ||
        rule.trigger != Trigger::kEach || result_.rules.empty()) {
      return;
    }
    const Clause& clause_before = *of_clause_.back();
    Rule& before = result_.rules.back();
    if (clause_before.item != clause.item || before.effect != Effect::kAward) return;
    for (int i = clause_before.condition.first; i < clause_before.condition.last; ++i) {
      if (!text_.Is(i, Word::kNumber)) continue;
      const auto unit = MatchUnit(text_, i + 1, clause_before.condition.last);
      if (!unit || unit->unit != rule.unit) continue;
      rule.trigger = Trigger::kOver;
      rule.target = text_.at(i).value;
      before.trigger = Trigger::kOccurs;
      before.unit.clear();
      before.per.reset();
      before.when = When{};
      before.when->at_least = rule.target;
      before.when->unit = rule.unit;
      return;
    }
  }

  // 得分之和前3名的得55分: points that only make a ranking, whose places give the score.
  void ReportRawPoints(const Clause& clause) {
    if (!clause.places) return;
    for (int i = clause.condition.first; i < clause.condition.last; ++i) {
      // 按名次得分，第一名10分 announces how places score.
      if (!text_.Is(i, Word::kAwardPoints) || text_.Is(i - 1, Word::kRanking)) continue;
      Report(Severity::kError, "ranked-by-points",
             Say("这里先按得分排名、再按名次计分，前面各条的分数不直接计入；请由人工录入规则",
                 "the points before this only make a ranking, whose places give the score: enter "
                 "the rules by hand"),
             SpanOf(clause.range));
      return;
    }
  }

  // A figure with several readings is nobody's to guess: its clause makes no rule.
  bool HasDoubtfulFigure(const Clause& clause) {
    for (int i = clause.range.first; i < clause.range.last; ++i) {
      const Token& token = text_.at(i);
      const bool in_amount = i >= clause.amount.range.first;
      // 超过三分之一的 stays part of the condition, as it is written; 1.95% may be two things.
      const bool rate =
          text_.Is(i + 1, Word::kPercent) && text_.at(i + 1).end > text_.at(i + 1).begin;
      if (token.doubtful && (in_amount || rate)) {
        Report(
            Severity::kError, "figure-doubtful",
            Say("数字“{0}”有不止一种读法，不能确定；请更正原文或人工录入",
                "the figure \"{0}\" can be read in more than one way: correct the text, or enter "
                "the rule by hand",
                text_.Text(i, i + 1)),
            text_.SpanOf(i, i + 1));
        return true;
      }
      if (token.damaged && in_amount) {
        Report(Severity::kWarning, "damaged-figure",
               Say("数字“{0}”像是损坏了，读作{1}；请确认",
                   "the figure \"{0}\" looks damaged and is read as {1}: confirm it",
                   text_.Text(i, i + 1), token.value.ToString()),
               text_.SpanOf(i, i + 1));
      }
    }
    return false;
  }

  // Counting once what the text counts each time would be a guess.
  bool HasUnknownCounter(const Clause& clause) {
    const bool whole =
        clause.amount.effect == Effect::kForfeit || clause.amount.effect == Effect::kVeto;
    if (!clause.counter_unknown || whole || clause.amount.judged) return false;
    Report(Severity::kError, "counter-unknown",
           Say("“每”后面数的是什么没有读懂；请改写成“每1次扣1分”的样子，或由人工录入规则",
               "what is counted after 每 was not understood: reword it as 每1次扣1分, or enter the "
               "rule by hand"),
           SpanOf(clause.range));
    return true;
  }

  // 不及时纠正的，加扣0.5分: counts as what it aggravates does, case by case.
  void Aggravate(const Clause& clause, Rule& rule) {
    const std::size_t count = result_.rules.size();
    for (std::size_t i = count; i > 0 && count - i < kFarthestBase; --i) {
      const Rule& base = result_.rules[i - 1];
      if (base.effect != rule.effect || base.on_top_of) continue;
      // 另加 in a sentence of its own adds to what no words here name.
      if (rule.effect != Effect::kDeduct && of_clause_[i - 1]->paragraph != clause.paragraph) break;
      rule.on_top_of = static_cast<int>(i - 1);
      if (!clause.counter && base.trigger == Trigger::kEach) {
        rule.trigger = base.trigger;
        rule.unit = base.unit;
        rule.per = base.per;
        rule.nature.reset();
        rule.when.reset();
      }
      WarnIfEarlierIsMeant(clause, rule, i - 1);
      return;
    }
    Report(Severity::kWarning, "external-reference",
           Say("“加扣”“加倍”所指的规则不在本条标准内；请确认它加重的是哪一条",
               "what this adds to is not in this criterion: confirm which rule it aggravates"),
           SpanOf(clause.amount.range));
  }

  // 再扣 goes with the rule just before it; its words may name an earlier one.
  void WarnIfEarlierIsMeant(const Clause& clause, const Rule& rule, std::size_t base) {
    const int own = SharedPairs(rule.condition, result_.rules[base].condition);
    for (std::size_t i = base > kFarthestBase ? base - kFarthestBase : 0; i < base; ++i) {
      const Rule& earlier = result_.rules[i];
      const bool fits = earlier.effect == rule.effect && !earlier.on_top_of;
      if (!fits || SharedPairs(rule.condition, earlier.condition) <= own) continue;
      Report(Severity::kWarning, "aggravates-earlier",
             Say("这里按加重第{}项计，但文字像是指前面的第{}项；请确认加重的是哪一项",
                 "this is read as adding to rule {}, and its words name rule {}: confirm which one "
                 "it aggravates",
                 base + 1, i + 1),
             SpanOf(clause.range));
      return;
    }
  }

  // 有得10分，无扣2分: are the 2 taken from the 10, or instead of them?
  void WarnOfHalfAwards() {
    for (std::size_t i = 1; i < result_.rules.size(); ++i) {
      const Rule& award = result_.rules[i - 1];
      const Rule& rule = result_.rules[i];
      if (rule.effect != Effect::kDeduct || award.effect != Effect::kAward || !rule.one_of ||
          rule.one_of != award.one_of || rule.trigger != Trigger::kOccurs || rule.when ||
          !rule.points || !award.points || *rule.points >= *award.points ||
          !OpensWithNegation(*of_clause_[i])) {
        continue;
      }
      Report(Severity::kWarning, "award-or-deduction",
             Say("做到得{0}分，做不到扣{1}分：系统按“{0}分里扣{1}分”计，请确认是否如此",
                 "{0} points if done, {1} deducted if not: this is read as {1} taken off the {0}; "
                 "confirm it",
                 award.points->ToString(), rule.points->ToString()),
             rule.span);
    }
  }

  bool OpensWithNegation(const Clause& clause) const {
    int first = clause.condition.first;
    while (first < clause.condition.last && text_.Is(first, Word::kComma)) ++first;
    return first < clause.condition.last &&
           (IsNegation(text_.at(first).word) || text_.Is(first, Word::kOrElse));
  }

  LimitSite Site() const {
    return {clauses_, of_clause_, result_.rules, limited_until_, last_rule_};
  }

  void AddStatedLimit(const Clause& clause) {
    Limit limit;
    limit.at_most = clause.at_most;
    limit.each = clause.each;
    limit.scope = *clause.stated_scope;
    limit.span = SpanOf(clause.range);
    for (const int number : clause.stated_numbers) {
      const bool known = number >= 1 && number <= static_cast<int>(result_.rules.size());
      if (known) limit.rules.push_back(number - 1);
    }
    result_.limits.push_back(std::move(limit));
  }

  void AddLimit(const Clause& clause, std::size_t index) {
    if (clause.stated_scope) return AddStatedLimit(clause);
    // 最高分为7分 of an item worth 7 only says so.
    if (clause.at_most && context_.base && *clause.at_most == *context_.base &&
        RestatesBase(text_, clause)) {
      return;
    }
    Limit limit;
    limit.at_most = clause.at_most;
    limit.each = clause.each;
    limit.span = SpanOf(clause.range);
    limit.rules = RulesBefore(Site(), clause);
    if (OpensItsItem(Site(), index)) limit.rules.clear();
    if (limit.rules.empty()) {
      if (AddMostToJudge(clause, index)) return;
      if (!result_.rules.empty() && !RulesFollow(Site(), index)) {
        Report(Severity::kError, "limit-unbound",
               Say("这个上限管哪几条规则没有读懂；请改写，或由人工录入",
                   "which rules this limits was not understood: reword it, or enter it by hand"),
               SpanOf(clause.range));
        return;
      }
      if (RulesFollow(Site(), index)) {
        pending_limits_.push_back({result_.limits.size(), &clause});
      } else {
        limit.scope = clause.each.empty() && !clause.each_item ? Limit::Scope::kSection
                                                               : Limit::Scope::kEveryItem;
        if (!clause.each.empty()) limit.each.clear();
      }
    }
    limited_until_ = result_.rules.size();
    if (!IsSaidAgain(limit)) result_.limits.push_back(std::move(limit));
  }

  // 扣完为止，不计负分: the same limit in other words.
  bool IsSaidAgain(const Limit& limit) const {
    const bool waits = limit.rules.empty() && limit.scope == Limit::Scope::kRules;
    if (waits) return false;
    return std::any_of(result_.limits.begin(), result_.limits.end(), [&](const Limit& before) {
      return !before.at_most && !limit.at_most && before.rules == limit.rules &&
             before.each == limit.each && before.scope == limit.scope;
    });
  }

  // 工作有创新的，最高加5分: no limit on anything, but what a person may give.
  bool AddMostToJudge(const Clause& clause, std::size_t index) {
    if (!clause.limits_effect || !clause.at_most || !result_.rules.empty() || !clause.each.empty())
      return false;
    const TokenRange& condition = clause.condition;
    const bool merits =
        condition.last > condition.first &&
        (text_.Is(condition.last - 1, Word::kOf) ||
         (condition.last - 2 >= condition.first && text_.Is(condition.last - 2, Word::kOf)));
    if (!merits) return false;
    Clause judged = clause;
    judged.kind = Clause::Kind::kRule;
    judged.amount = Amount{};
    judged.amount.effect = clause.limits_effect;
    judged.amount.judged = true;
    judged.amount.figures = {{Points(), *clause.at_most, "", clause.range}};
    judged.amount.range = {condition.last, clause.range.last};
    made_.push_back(std::make_unique<Clause>(std::move(judged)));
    AddRule(*made_.back(), index);
    return true;
  }

  // A policy alone in its cell or numbered paragraph binds its section; a limit that stands before
  // its rules (本项限扣5分) binds all that follow.
  void BindPolicies() {
    std::set<int> items;
    for (const Clause* clause : of_clause_) items.insert(clause->item);
    for (std::size_t i = 0; i < result_.policies.size(); ++i) {
      const auto& stated = policy_clauses_[i]->stated_scope;
      if (stated) {
        result_.policies[i].whole_section = *stated == Limit::Scope::kSection;
        continue;
      }
      result_.policies[i].whole_section = !items.contains(policy_clauses_[i]->item);
    }
    for (const auto& [index, clause] : pending_limits_) {
      result_.limits[index].rules = RulesBehind(Site(), *clause);
    }
    std::erase_if(result_.limits, [](const Limit& limit) {
      return limit.scope == Limit::Scope::kRules && limit.rules.empty();
    });
  }

  // The references of rules read back, which may point forward; those that lead nowhere are
  // dropped.
  void BindStated() {
    const int count = static_cast<int>(result_.rules.size());
    int groups = 0;
    for (const Rule& rule : result_.rules) groups = std::max(groups, rule.one_of.value_or(-1) + 1);
    for (int i = 0; i < count; ++i) {
      const Clause& clause = *of_clause_[static_cast<std::size_t>(i)];
      if (clause.kind != Clause::Kind::kStated) continue;
      Rule& rule = result_.rules[static_cast<std::size_t>(i)];
      if (rule.on_top_of &&
          (*rule.on_top_of < 0 || *rule.on_top_of >= count || *rule.on_top_of == i)) {
        rule.on_top_of.reset();
      }
      if (clause.stated_numbers.empty() || rule.one_of) continue;
      rule.one_of = groups++;
      for (const int number : clause.stated_numbers) {
        if (number >= 1 && number <= count) {
          result_.rules[static_cast<std::size_t>(number) - 1].one_of = rule.one_of;
        }
      }
    }
  }

  // 分别加 under a limit or a highest-only policy is counted each time.
  void SpreadOverCount() {
    std::set<int> limited;
    for (const Limit& limit : result_.limits)
      limited.insert(limit.rules.begin(), limit.rules.end());
    for (std::size_t i = 0; i < result_.rules.size(); ++i) {
      Rule& rule = result_.rules[i];
      if (rule.levels.empty() || rule.trigger != Trigger::kOccurs ||
          rule.effect != Effect::kBonus || of_clause_[i]->kind == Clause::Kind::kStated) {
        continue;
      }
      if (limited.contains(static_cast<int>(i)) || !result_.policies.empty())
        rule.trigger = Trigger::kEach;
    }
  }

  struct PendingLimit {
    std::size_t limit;
    const Clause* clause;
  };

  const TokenText& text_;
  std::vector<Clause> clauses_;
  const ResolveContext& context_;
  Compilation result_;
  Surroundings around_;
  std::vector<const Clause*> of_clause_;  // of each rule
  std::vector<const Clause*> policy_clauses_;
  std::vector<std::unique_ptr<Clause>> made_;  // clauses that no words of their own have
  std::vector<FoundEffect> effects_;           // of each clause
  std::vector<PendingLimit> pending_limits_;
  int awards_item_ = -1;  // of the item in hand: how many awards, and the words of the last
  int awards_ = 0;
  TokenRange award_;
  Span span_of_most_;
  std::size_t last_rule_ = 0;      // the last clause that makes a rule
  std::size_t limited_until_ = 0;  // rules before this one have a limit of their own
};

}  // namespace

Compilation Resolve(const TokenText& text, const std::vector<Clause>& clauses,
                    const ResolveContext& context) {
  return Resolver(text, clauses, context).Run();
}

}  // namespace kaoping::rules
