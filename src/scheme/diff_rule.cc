#include "scheme/diff_rule.h"

#include <set>

#include "base/check.h"
#include "base/utf8.h"
#include "rules/compile.h"
#include "scheme/diff_words.h"
#include "text/numerals.h"

namespace kaoping::scheme {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

const Message kUnstated = {"未写明", "not stated"};

Message Same(const std::string& text) { return {text, text}; }

Message NameOf(Effect effect) {
  switch (effect) {
    case Effect::kDeduct:
      return {"扣分", "the deduction"};
    case Effect::kBonus:
      return {"加分", "the bonus"};
    case Effect::kAward:
      return {"得分", "the award"};
    case Effect::kForfeit:
    case Effect::kVeto:
      return {"后果", "the consequence"};
  }
  KAOPING_CHECK(false);
}

// What the target of a rule is called.
Message TargetName(const Rule& rule) {
  switch (rule.trigger) {
    case Trigger::kShort:
      if (rule.unit == "次") return {"应有次数", "the required number"};
      if (rule.unit.starts_with("人")) return {"应有人数", "the required number"};
      return {"应有数量", "the required number"};
    case Trigger::kOver:
      return {"限定数量", "the number allowed"};
    case Trigger::kBelow:
      return {"应达比率", "the rate to be reached"};
    case Trigger::kAbove:
      return {"起算比率", "the rate to count from"};
    default:
      return {"目标", "the target"};
  }
}

Message TargetOf(const Rule& rule) {
  return rule.target ? Same(rules::ReadBackTarget(rule)) : kUnstated;
}

// A consequence that is enough to hold, or a place that is enough to have, is not counted.
Message CountOf(const Rule& rule) {
  const std::string count = rules::ReadBackCount(rule);
  if (count.empty()) return {"成立即适用", "applying once it holds"};
  return Same("“" + count + "”");
}

// Without what it stands on, whose number says nothing in another criterion; that is told by
// itself.
std::string WorthOf(Rule rule) {
  rule.on_top_of.reset();
  return rules::ReadBackWorth(rule);
}

// Collects the parts of a sentence about two rules.
class RuleComparison {
 public:
  RuleComparison(const Rule& before, const Rule& after) : before_(before), after_(after) {}

  void CompareWorth() {
    if (before_.effect == after_.effect && before_.points && after_.points) {
      const auto times = [](const Rule& rule) {
        return rule.times ? Same(rule.times->ToString()) : kUnstated;
      };
      Tell(before_.points != after_.points, NameOf(after_.effect), InPoints(before_.points),
           InPoints(after_.points));
      Tell(before_.times != after_.times, {"倍数", "the factor"}, times(before_), times(after_));
      return;
    }
    const std::string worth_before = WorthOf(before_);
    const std::string worth_after = WorthOf(after_);
    Tell(worth_before != worth_after, NameOf(Effect::kForfeit), Same("“" + worth_before + "”"),
         Same("“" + worth_after + "”"));
  }

  void CompareCount() {
    const bool ranks_otherwise =
        after_.trigger == Trigger::kRank && before_.per.has_value() != after_.per.has_value();
    if (before_.trigger != after_.trigger || ranks_otherwise) {
      Tell(true, {"计法", "the way of counting"}, CountOf(before_), CountOf(after_));
      return;
    }
    Tell(before_.Per() != after_.Per() || before_.unit != after_.unit,
         {"计数", "the step of counting"}, Same("每" + rules::ReadBackStep(before_)),
         Same("每" + rules::ReadBackStep(after_)));
    Tell(before_.target != after_.target, TargetName(after_), TargetOf(before_), TargetOf(after_));
    Tell(before_.of != after_.of, {"所列项目", "the parts listed"}, Parts(before_), Parts(after_));
  }

  void CompareCircumstances() {
    const auto when = [](const Rule& rule) {
      return rule.when ? Same("“" + rules::ReadBack(*rule.when) + "”") : Message{"不分档", "none"};
    };
    const auto nature = [](const Rule& rule) -> Message {
      if (!rule.nature) return kUnstated;
      return {"“" + rules::ReadBack(*rule.nature) + "”",
              *rule.nature == rules::Nature::kDuty ? "a duty" : "an incident"};
    };
    Tell(before_.when != after_.when, {"适用档次", "the tier"}, when(before_), when(after_));
    Tell(before_.nature != after_.nature, {"性质", "its nature"}, nature(before_), nature(after_));
  }

  // Last: figures in the words are no difference of their own once they have been told.
  void CompareCondition();

  // `before` and `after`: what the rules are tied to, as rules of `after`; what has no partner
  // there is told elsewhere.
  void CompareTie(bool was_tied, bool is_tied, const std::set<int>& before,
                  const std::set<int>& after, const Message& tied, const Message& untied,
                  const Message& otherwise) {
    if (was_tied != is_tied) {
      parts_.push_back(is_tied ? tied : untied);
    } else if (before != after) {
      parts_.push_back(otherwise);
    }
  }

  std::vector<Message> Take() { return std::move(parts_); }

 private:
  static Message Parts(const Rule& rule) {
    return rule.of.empty() ? kUnstated : Same("“" + Listed(rule.of) + "”");
  }

  void Tell(bool differs, const Message& thing, const Message& before, const Message& after) {
    if (differs) parts_.push_back(FromTo(thing, before, after));
  }

  const Rule& before_;
  const Rule& after_;
  std::vector<Message> parts_;
};

// Every number as '#'.
std::u32string WithoutFigures(std::string_view text) {
  const std::u32string words = ComparedText(text).text();
  std::u32string masked;
  std::size_t copied = 0;
  for (const FoundNumeral& found : FindNumerals(words)) {
    masked.append(words, copied, found.begin - copied).push_back(U'#');
    copied = found.end;
  }
  return masked.append(words, copied);
}

void RuleComparison::CompareCondition() {
  if (SaySame(before_.condition, after_.condition)) return;
  if (!parts_.empty() && WithoutFigures(before_.condition) == WithoutFigures(after_.condition)) {
    return;
  }
  const QuotedPair quoted = QuoteWhereDifferent(before_.condition, after_.condition);
  Tell(true, {"适用情形", "the condition"}, Same(quoted.before), Same(quoted.after));
}

// The rules of `of` that stand in one group with the one at `index`, as rules of `after`; those
// without a partner in the other criterion are left out.
std::set<int> GroupOf(const RuleLists& lists, std::size_t index, bool is_before) {
  const auto& rules = is_before ? lists.before : lists.after;
  std::set<int> group;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::optional<int>& own = rules[index].rule.one_of;
    if (i == index || !own || rules[i].rule.one_of != own) continue;
    const bool has_partner =
        (is_before ? lists.matching.AfterOf(i) : lists.matching.BeforeOf(i)) != Matching::kNone;
    if (has_partner) group.insert(is_before ? lists.matching.AfterOf(i) : static_cast<int>(i));
  }
  return group;
}

// The rule below, if it has a partner in the other criterion.
std::set<int> BelowOf(const RuleLists& lists, const Rule& rule, bool is_before) {
  if (!rule.on_top_of) return {};
  const auto below = static_cast<std::size_t>(*rule.on_top_of);
  const int partner = is_before ? lists.matching.AfterOf(below) : lists.matching.BeforeOf(below);
  if (partner == Matching::kNone) return {};
  return {is_before ? partner : *rule.on_top_of};
}

std::vector<std::u32string> IdsOf(const std::vector<SchemeRule>& rules) {
  std::vector<std::u32string> ids;
  ids.reserve(rules.size());
  for (const SchemeRule& rule : rules) ids.push_back(DecodeUtf8(rule.id));
  return ids;
}

std::vector<ComparedText> ConditionsOf(const std::vector<SchemeRule>& rules) {
  std::vector<ComparedText> conditions;
  conditions.reserve(rules.size());
  for (const SchemeRule& rule : rules) conditions.emplace_back(rule.rule.condition);
  return conditions;
}

}  // namespace

RuleLists::RuleLists(const std::vector<SchemeRule>& rules_before,
                     const std::vector<SchemeRule>& rules_after)
    : before(rules_before), after(rules_after), matching(before.size(), after.size()) {
  matching.JoinByKey(IdsOf(before), IdsOf(after));
  const std::vector<ComparedText> conditions_before = ConditionsOf(before);
  const std::vector<ComparedText> conditions_after = ConditionsOf(after);
  matching.JoinAlike(
      [&](std::size_t i, std::size_t j) {
        const Rule& a = before[i].rule;
        const Rule& b = after[j].rule;
        return 6 * Likeness(conditions_before[i], conditions_after[j]) / 10 +
               (a.effect == b.effect ? 200 : 0) + (a.trigger == b.trigger ? 200 : 0);
      },
      [&](std::size_t i) { return conditions_before[i].text().size(); },
      [&](std::size_t j) { return conditions_after[j].text().size(); });
}

std::vector<Message> CompareRules(const RuleLists& lists, std::size_t before, std::size_t after) {
  const Rule& a = lists.before[before].rule;
  const Rule& b = lists.after[after].rule;
  RuleComparison comparison(a, b);
  comparison.CompareWorth();
  comparison.CompareCount();
  comparison.CompareCircumstances();
  comparison.CompareTie(a.one_of.has_value(), b.one_of.has_value(), GroupOf(lists, before, true),
                        GroupOf(lists, after, false),
                        {"改为与其他规则只取其一", "at most one of it and other rules now applies"},
                        {"不再与其他规则只取其一", "it no longer excludes other rules"},
                        {"与哪些规则只取其一有变化", "the rules that exclude each other changed"});
  comparison.CompareTie(a.on_top_of.has_value(), b.on_top_of.has_value(), BelowOf(lists, a, true),
                        BelowOf(lists, b, false),
                        {"改为加重另一条规则", "it now aggravates another rule"},
                        {"不再加重另一条规则", "it no longer aggravates another rule"},
                        {"改为加重别的一条规则", "it aggravates a different rule"});
  comparison.CompareCondition();
  return comparison.Take();
}

}  // namespace kaoping::scheme
