#include "rules/resolve/unsettled.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kaoping::rules {
namespace {

Diagnostic MakeError(const char* code, Message message, Span span) {
  return {Severity::kError, code, std::move(message), span, {}};
}

}  // namespace

Diagnostic Unsettled(Clause::Kind kind, Span span) {
  switch (kind) {
    case Clause::Kind::kMitigation:
      return MakeError(
          "mitigation",
          Say("这里减轻或免除扣分，系统不能自动判断；请由人工录入规则，或在认定事实时处理",
              "this lessens a deduction, which no rule can decide: enter the rule by hand, or "
              "see to it when facts are confirmed"),
          span);
    case Clause::Kind::kAnalogy:
      return MakeError(
          "by-analogy",
          Say("“依次类推”以后各档是多少没有写明；请把各档写全，或由人工录入规则",
              "what follows by analogy is not stated: write every tier, or enter the rule by "
              "hand"),
          span);
    case Clause::Kind::kNotLinear:
      return MakeError(
          "formula-not-linear",
          Say("这个算式不是单纯的比例，没有对应的规则；请改写，或由人工录入规则",
              "this formula is no simple proportion: reword it, or enter the rule by hand"),
          span);
    case Clause::Kind::kWithoutAmount:
      return MakeError(
          "amount-missing",
          Say("写了按什么计，没有写明每次加减多少分；请补上分值，或由人工录入规则",
              "it says what is counted, and not how many points each is: supply the amount, or "
              "enter the rule by hand"),
          span);
    case Clause::Kind::kOutside:
      return MakeError(
          "outside-item",
          Say("这里的分数不在本项内加减，而是从总分中算；请由人工录入规则",
              "these points are taken from the whole score and not from this item: enter the "
              "rule by hand"),
          span);
    default:
      return MakeError(
          "not-understood",
          Say("这一句说到分数，但没有读懂；请改写，或由人工录入规则",
              "this speaks of points and was not understood: reword it, or enter the rule by "
              "hand"),
          span);
  }
}

bool IsTooLarge(const Rule& rule) {
  const Decimal most_points = Decimal::FromInt(1'000'000);
  const Decimal most = Decimal::FromInt(1'000'000'000);
  const auto above = [&most](const std::optional<Decimal>& figure) { return figure > most; };
  const bool levels = std::any_of(rule.levels.begin(), rule.levels.end(),
                                  [&](const Level& level) { return level.points > most_points; });
  const When when = rule.when.value_or(When{});
  return levels || rule.points > most_points || (rule.range && rule.range->max > most_points) ||
         above(rule.per) || above(rule.target) || above(rule.times) || above(when.at_least) ||
         above(when.more_than) || above(when.at_most) || above(when.less_than);
}

Diagnostic TooLarge(Span span) {
  return MakeError("figure-too-large",
                   Say("这里的数字大得不像分值或考评的数量；请检查原文，或由人工录入规则",
                       "a figure here is too large to be points or a count of an appraisal: check "
                       "the text, or enter the rule by hand"),
                   span);
}

}  // namespace kaoping::rules
