#include "rules/resolve/resolve.h"

#include <algorithm>
#include <utility>

#include "rules/resolve/rule.h"

namespace kaoping::rules {
namespace {

class Resolver {
 public:
  Resolver(const TokenText& text, const std::vector<Clause>& clauses, const ResolveContext& context)
      : text_(text), clauses_(clauses), context_(context) {}

  Compilation Run() && {
    FindEffectsAfter();
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const Clause& clause = clauses_[i];
      if (i == 0 || clauses_[i - 1].sentence != clause.sentence)
        sentence_first_ = clause.range.first;
      switch (clause.kind) {
        case Clause::Kind::kRule:
          AddRule(clause, i);
          break;
        case Clause::Kind::kLimit:
          AddLimit(clause);
          break;
        case Clause::Kind::kPolicy:
          result_.policies.push_back({clause.policy, clause.target, false, SpanOf(clause.range)});
          break;
        case Clause::Kind::kLink:
          result_.links.push_back({clause.target, SpanOf(clause.range)});
          break;
        case Clause::Kind::kNotUnderstood:
          Report(
              Severity::kError, "not-understood",
              Say("这一句说到分数，但没有读懂；请改写，或由人工录入规则",
                  "this speaks of points and was not understood: reword it, or enter the rule by "
                  "hand"),
              SpanOf(clause.range));
          break;
      }
    }
    BindPolicies();
    SpreadOverCount();
    return std::move(result_);
  }

 private:
  Span SpanOf(TokenRange range) const { return text_.SpanOf(range.first, range.last); }

  void Report(Severity severity, const char* code, Message message, Span span) {
    result_.diagnostics.push_back({severity, code, std::move(message), span, {}});
  }

  void AddRule(const Clause& clause, std::size_t index) {
    if (HasDoubtfulFigure(clause) || HasUnknownCounter(clause)) return;
    const Effect effect = clause.amount.effect.value_or(EffectWithoutVerb(clause, index));
    if (effect != Effect::kForfeit && effect != Effect::kVeto) effect_before_ = effect;
    Rule rule = ResolveRule(text_, clause, sentence_first_, effect, context_, result_.diagnostics);
    // Several amounts without a case for each: reported, and no rule.
    if (clause.amount.figures.size() > 1 && rule.levels.empty()) return;
    if (clause.amount.on_top) Aggravate(clause, rule);
    Group(clause, rule);
    result_.rules.push_back(std::move(rule));
    of_clause_.push_back(&clause);
  }

  // A figure with several readings is nobody's to guess: its clause makes no rule.
  bool HasDoubtfulFigure(const Clause& clause) {
    for (int i = clause.amount.range.first; i < clause.amount.range.last; ++i) {
      const Token& token = text_.at(i);
      if (token.doubtful) {
        Report(
            Severity::kError, "figure-doubtful",
            Say("数字“{0}”有不止一种读法，不能确定；请更正原文或人工录入",
                "the figure \"{0}\" can be read in more than one way: correct the text, or enter "
                "the rule by hand",
                text_.Text(i, i + 1)),
            text_.SpanOf(i, i + 1));
        return true;
      }
      if (token.damaged) {
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
               "rule "
               "by hand"),
           SpanOf(clause.range));
    return true;
  }

  // effects_after_[i] is the verb of the first rule clause at or after i that has one.
  void FindEffectsAfter() {
    effects_after_.resize(clauses_.size());
    std::optional<Effect> after;
    for (std::size_t i = clauses_.size(); i > 0; --i) {
      const std::optional<Effect>& own = clauses_[i - 1].amount.effect;
      if (own && *own != Effect::kForfeit && *own != Effect::kVeto) after = own;
      effects_after_[i - 1] = after;
    }
  }

  // A verb left out is that of the clause before, else after, else of the surroundings; else a
  // failing is deducted for and a merit awarded.
  Effect EffectWithoutVerb(const Clause& clause, std::size_t index) const {
    if (effect_before_) return *effect_before_;
    if (effects_after_[index]) return *effects_after_[index];
    if (context_.default_effect) return *context_.default_effect;
    for (int i = clause.condition.first; i < clause.condition.last; ++i) {
      if (text_.Is(i, Word::kNot) || text_.Is(i, Word::kFewer)) return Effect::kDeduct;
    }
    return Effect::kAward;
  }

  // 不及时纠正的，加扣0.5分: counts as what it aggravates does, case by case.
  void Aggravate(const Clause& clause, Rule& rule) {
    for (std::size_t i = result_.rules.size(); i > 0; --i) {
      const Rule& base = result_.rules[i - 1];
      if (base.effect != rule.effect || base.on_top_of) continue;
      rule.on_top_of = static_cast<int>(i - 1);
      if (!clause.counter && base.trigger == Trigger::kEach) {
        rule.trigger = base.trigger;
        rule.unit = base.unit;
        rule.per = base.per;
        rule.nature.reset();
      }
      return;
    }
    Report(Severity::kWarning, "external-reference",
           Say("“加扣”“加倍”所指的规则不在本条标准内；请确认它加重的是哪一条",
               "what this adds to is not in this criterion: confirm which rule it aggravates"),
           SpanOf(clause.amount.range));
  }

  void Group(const Clause& clause, Rule& rule) {
    if (result_.rules.empty() || rule.on_top_of) return;
    Rule& before = result_.rules.back();
    const Clause& clause_before = *of_clause_.back();
    if (clause_before.item != clause.item) return;
    if (!IsAlternative(clause, rule, clause_before, before)) return;
    Join(before, rule);
    if (rule.effect == Effect::kForfeit) JoinAwardsBefore(clause, *rule.one_of);
  }

  bool IsAlternative(const Clause& clause, const Rule& rule, const Clause& clause_before,
                     const Rule& before) const {
    // 没有建立的，扣2分，已建立但落实不到位的，扣1分
    if (rule.effect == Effect::kDeduct && before.effect == Effect::kDeduct) {
      if (clause.sentence == clause_before.sentence && StartsWith(clause, Word::kAlready))
        return true;
    }
    // 得3分，否则不得分; 未完成不得分
    if (rule.effect == Effect::kForfeit && before.effect == Effect::kAward) return true;
    if (rule.effect == Effect::kForfeit && before.effect == Effect::kForfeit && before.one_of) {
      return true;
    }
    if (rule.effect == Effect::kDeduct && before.effect == Effect::kAward) {
      return StartsWith(clause, Word::kOrElse) || rule.trigger == Trigger::kBelow;
    }
    // Tiers of one figure.
    if (rule.effect == before.effect && rule.when && before.when) {
      return rule.when->unit == before.when->unit;
    }
    return false;
  }

  bool StartsWith(const Clause& clause, Word word) const {
    int first = clause.condition.first;
    while (first < clause.condition.last && text_.Is(first, Word::kComma)) ++first;
    return text_.Is(first, word);
  }

  // 得3分，…得2分，否则不得分: every award of the sentence is a state of the one measure.
  void JoinAwardsBefore(const Clause& clause, int group) {
    for (std::size_t i = result_.rules.size(); i > 0; --i) {
      Rule& rule = result_.rules[i - 1];
      if (of_clause_[i - 1]->sentence != clause.sentence || rule.effect != Effect::kAward) return;
      rule.one_of = group;
    }
  }

  void Join(Rule& before, Rule& rule) {
    if (!before.one_of) before.one_of = groups_++;
    rule.one_of = before.one_of;
  }

  void AddLimit(const Clause& clause) {
    Limit limit;
    limit.at_most = clause.at_most;
    limit.each = clause.each;
    limit.span = SpanOf(clause.range);
    for (std::size_t i = FirstBound(clause); i < result_.rules.size(); ++i) {
      // 扣完为止 is about deductions only.
      if (clause.at_most || result_.rules[i].effect == Effect::kDeduct) {
        limit.rules.push_back(static_cast<int>(i));
      }
    }
    if (limit.rules.empty()) {
      if (!result_.rules.empty()) return;
      limit.scope = clause.each.empty() ? Limit::Scope::kSection : Limit::Scope::kEveryItem;
      if (!clause.each.empty()) limit.each.clear();
    }
    result_.limits.push_back(std::move(limit));
    limited_until_ = result_.rules.size();
  }

  // The first rule that a limit binds; it binds all from there to its own place. A figure binds the
  // clause it ends (back to the limit before it), or the whole criterion in a sentence of its own;
  // 扣完为止 binds the deductions before it, back to the last number.
  std::size_t FirstBound(const Clause& limit) const {
    if (limit.at_most && limit.whole_criterion) return 0;
    std::size_t first = result_.rules.size();
    while (first > limited_until_) {
      const Clause& clause = *of_clause_[first - 1];
      const bool bound =
          limit.at_most ? clause.sentence == limit.sentence : clause.item == limit.item;
      if (!bound) break;
      --first;
    }
    return first;
  }

  // A policy alone in its cell binds its section.
  void BindPolicies() {
    if (!result_.rules.empty()) return;
    for (Policy& policy : result_.policies) policy.whole_section = true;
  }

  // 分别加 under a limit or a highest-only policy is counted each time.
  void SpreadOverCount() {
    for (std::size_t i = 0; i < result_.rules.size(); ++i) {
      Rule& rule = result_.rules[i];
      if (rule.levels.empty() || rule.trigger != Trigger::kOccurs ||
          rule.effect != Effect::kBonus) {
        continue;
      }
      const bool limited =
          std::any_of(result_.limits.begin(), result_.limits.end(), [i](const Limit& limit) {
            return std::find(limit.rules.begin(), limit.rules.end(), static_cast<int>(i)) !=
                   limit.rules.end();
          });
      if (limited || !result_.policies.empty()) rule.trigger = Trigger::kEach;
    }
  }

  const TokenText& text_;
  const std::vector<Clause>& clauses_;
  const ResolveContext& context_;
  Compilation result_;
  std::vector<const Clause*> of_clause_;  // of each rule
  std::vector<std::optional<Effect>> effects_after_;
  std::optional<Effect> effect_before_;
  int sentence_first_ = 0;         // the first token of the sentence in hand
  std::size_t limited_until_ = 0;  // rules before this one have a limit of their own
  int groups_ = 0;
};

}  // namespace

Compilation Resolve(const TokenText& text, const std::vector<Clause>& clauses,
                    const ResolveContext& context) {
  return Resolver(text, clauses, context).Run();
}

}  // namespace kaoping::rules
