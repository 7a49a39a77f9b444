#include "rules/ir/rule.h"

#include "base/check.h"

namespace kaoping::rules {

bool When::Holds(Decimal figure) const {
  if (at_least && figure < *at_least) return false;
  if (more_than && figure <= *more_than) return false;
  if (at_most && figure > *at_most) return false;
  if (less_than && figure >= *less_than) return false;
  if (from && figure < Decimal::FromInt(*from)) return false;
  if (to && figure > Decimal::FromInt(*to)) return false;
  return true;
}

const char* ToString(Effect effect) {
  switch (effect) {
    case Effect::kDeduct:
      return "deduct";
    case Effect::kBonus:
      return "bonus";
    case Effect::kAward:
      return "award";
    case Effect::kForfeit:
      return "forfeit";
    case Effect::kVeto:
      return "veto";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Trigger trigger) {
  switch (trigger) {
    case Trigger::kOccurs:
      return "occurs";
    case Trigger::kEach:
      return "each";
    case Trigger::kShort:
      return "short";
    case Trigger::kOver:
      return "over";
    case Trigger::kBelow:
      return "below";
    case Trigger::kAbove:
      return "above";
    case Trigger::kMissing:
      return "missing";
    case Trigger::kLate:
      return "late";
    case Trigger::kRank:
      return "rank";
    case Trigger::kRatio:
      return "ratio";
    case Trigger::kJudged:
      return "judged";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Nature nature) { return nature == Nature::kDuty ? "duty" : "incident"; }

const char* ToString(Limit::Scope scope) {
  switch (scope) {
    case Limit::Scope::kRules:
      return "";
    case Limit::Scope::kSection:
      return "section";
    case Limit::Scope::kScheme:
      return "scheme";
    case Limit::Scope::kEveryItem:
      return "every-item";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Policy::Kind kind) {
  return kind == Policy::Kind::kHighestOnly ? "highest_only" : "no_floor";
}

}  // namespace kaoping::rules
