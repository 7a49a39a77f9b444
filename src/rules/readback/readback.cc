#include "rules/readback/readback.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/check.h"
#include "rules/lex/lexicon.h"
#include "rules/lex/phrases.h"

namespace kaoping::rules {
namespace {

std::string Figure(Decimal value) { return value.ToString(); }

std::string_view Verb(Effect effect) {
  switch (effect) {
    case Effect::kDeduct:
      return phrases::kDeduct;
    case Effect::kBonus:
      return phrases::kBonus;
    case Effect::kAward:
      return phrases::kAward;
    case Effect::kForfeit:
    case Effect::kVeto:
      return "";
  }
  KAOPING_CHECK(false);
}

// What the figures of a rate are written with, where it is counted in `unit`: 百分点 → %.
std::string_view SignOf(std::string_view unit) {
  if (unit == kPercentPointWord) return kPercentSign;
  return unit == kPerMillePoint ? kPerMilleSign : unit;
}

// 1次, 1个百分点, 20万元
std::string Count(Decimal number, const std::string& unit) {
  const bool point = unit == kPercentPointWord || unit == kPerMillePoint;
  return fmt::format("{}{}{}", Figure(number), point ? kPieceWord : "", unit);
}

// 国家为1分、省为0.5分; 第1名为10分
std::string LevelList(const Rule& rule) {
  std::string list;
  const bool places = rule.trigger == Trigger::kRank;
  for (const Level& level : rule.levels) {
    list +=
        fmt::format("{}{}{}{}{}{}{}", list.empty() ? "" : phrases::kListMark,
                    places ? phrases::kNth : "", level.name, places ? phrases::kRankedPlace : "",
                    phrases::kIs, Figure(level.points), phrases::kPoints);
  }
  return fmt::format("{}{}{}", phrases::kOpen, list, phrases::kClose);
}

std::string VetoOf(const Consequence& consequence) {
  if (!consequence.grade.empty()) return fmt::format("{}{}", phrases::kGraded, consequence.grade);
  if (consequence.lower) {
    return fmt::format("{}{}{}", phrases::kLowered, *consequence.lower, phrases::kGrades);
  }
  if (!consequence.bar.empty()) {
    return fmt::format("{}{}{}", phrases::kBarred, consequence.bar, phrases::kQualification);
  }
  return std::string(consequence.last ? phrases::kPutLast : phrases::kVeto);
}

// 在第1项之上再, 按第1项的2倍
std::string OnTopOf(const Rule& rule) {
  std::string text;
  if (rule.times) {
    text += phrases::kBy;
    if (rule.on_top_of) {
      text += fmt::format("{}{}{}", phrases::kNth, *rule.on_top_of + 1, phrases::kOfRule);
    }
    return text + fmt::format("{}{}", Figure(*rule.times), phrases::kTimes);
  }
  if (!rule.on_top_of) return text;
  return fmt::format("{}{}{}", phrases::kOnTopOf, *rule.on_top_of + 1, phrases::kAdding);
}

// 扣1分, 加（国家为1分、省为0.5分）, 得满分, 一律不得分
std::string Worth(const Rule& rule) {
  if (rule.effect == Effect::kForfeit) return std::string(phrases::kForfeit);
  if (rule.effect == Effect::kVeto) return VetoOf(rule.consequence.value_or(Consequence{}));
  const std::string verb = fmt::format("{}{}", OnTopOf(rule), Verb(rule.effect));
  if (!rule.levels.empty()) return verb + LevelList(rule);
  if (rule.range) {
    return fmt::format("{}{}{}{}{}", verb, Figure(rule.range->min), phrases::kTo,
                       Figure(rule.range->max), phrases::kPoints);
  }
  if (rule.points) return fmt::format("{}{}{}", verb, Figure(*rule.points), phrases::kPoints);
  if (rule.times) return fmt::format("{}{}", verb, phrases::kPoints);
  const bool full = rule.effect == Effect::kAward && rule.trigger != Trigger::kJudged;
  if (full && !rule.on_top_of) return std::string(phrases::kFullMark);
  return fmt::format("{}{}", verb, phrases::kUndecided);
}

// 2次, 80%, 3‰
std::string TargetFigure(const Rule& rule) {
  if (!rule.target) return "";
  const std::string_view sign = rule.trigger == Trigger::kRatio ? kPercentSign : SignOf(rule.unit);
  return fmt::format("{}{}", Figure(*rule.target), sign);
}

// （应有2次）, （以12%为限）
std::string Target(const Rule& rule, std::string_view before, std::string_view after) {
  if (!rule.target)
    return fmt::format("{}{}{}", phrases::kOpen, phrases::kNoTarget, phrases::kClose);
  return fmt::format("{}{}{}{}{}", phrases::kOpen, before, TargetFigure(rule), after,
                     phrases::kClose);
}

std::string Parts(const Rule& rule) {
  std::string text;
  if (!rule.of.empty()) {
    text += fmt::format("{}{}{}{}", phrases::kOpen, phrases::kRequired,
                        fmt::join(rule.of, phrases::kListMark), phrases::kClose);
  }
  if (rule.target) {
    text += fmt::format("{}{}{}{}", phrases::kOpen, phrases::kAltogether, Figure(*rule.target),
                        phrases::kClose);
  }
  return text;
}

std::string RankedBy(const Rule& rule) {
  if (rule.per) {
    const bool up = rule.effect == Effect::kBonus;
    return fmt::format("{}{}{}", up ? phrases::kMoveForward : phrases::kFallBack, Figure(*rule.per),
                       phrases::kPlace);
  }
  if (!rule.levels.empty()) return std::string(phrases::kByPlace);
  const bool placed = rule.when && (rule.when->from || rule.when->to);
  return placed ? "" : std::string(phrases::kLastPlace);
}

// What makes it count: 每少1次（应有2次）
std::string Counted(const Rule& rule) {
  const std::string step = Count(rule.Per(), rule.unit);
  switch (rule.trigger) {
    case Trigger::kOccurs:
      return rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto
                 ? ""
                 : std::string(phrases::kOnce);
    case Trigger::kEach:
      return rule.unit.empty() ? std::string(phrases::kEachTime)
                               : fmt::format("{}{}", phrases::kEvery, step);
    case Trigger::kShort:
      return fmt::format("{}{}{}", phrases::kEveryFewer, step,
                         Target(rule, phrases::kRequired, ""));
    case Trigger::kOver:
      return fmt::format("{}{}{}", phrases::kEveryMore, step,
                         Target(rule, phrases::kLimitedTo, phrases::kAsLimit));
    case Trigger::kBelow:
      return fmt::format("{}{}{}", phrases::kEveryLower, step,
                         Target(rule, phrases::kRequiredRate, ""));
    case Trigger::kAbove:
      return fmt::format("{}{}{}", phrases::kEveryHigher, step,
                         Target(rule, phrases::kLimitedTo, phrases::kAsLimit));
    case Trigger::kMissing:
      return fmt::format("{}{}{}{}", phrases::kEveryAbsent, Figure(rule.Per()),
                         rule.unit.empty() ? phrases::kAnyPart : rule.unit, Parts(rule));
    case Trigger::kLate:
      return fmt::format("{}{}", phrases::kEveryLate, step);
    case Trigger::kRank:
      return RankedBy(rule);
    case Trigger::kRatio:
      return std::string(phrases::kInProportion) +
             (rule.target ? Target(rule, phrases::kLimitedTo, phrases::kAsFull) : "");
    case Trigger::kJudged:
      return std::string(phrases::kByJudgement);
  }
  KAOPING_CHECK(false);
}

// 80%以上且不足90%; 第1至3名
std::string Threshold(const When& when) {
  std::string text;
  const auto add = [&](const std::optional<Decimal>& figure, std::string_view before,
                       std::string_view after) {
    if (!figure) return;
    text += fmt::format("{}{}{}{}{}", text.empty() ? "" : phrases::kBoth, before, Figure(*figure),
                        when.unit, after);
  };
  add(when.at_least, "", phrases::kAtLeast);
  add(when.more_than, phrases::kMoreThan, "");
  add(when.at_most, "", phrases::kAtMost);
  add(when.less_than, phrases::kLessThan, "");
  if (when.from && !when.to) {
    text += fmt::format("{}{}{}", phrases::kNth, *when.from, phrases::kAndAfter);
  } else if (when.from && *when.from != *when.to) {
    text += fmt::format("{}{}{}{}{}", phrases::kNth, *when.from, phrases::kTo, *when.to,
                        phrases::kRankedPlace);
  } else if (when.from) {
    text += fmt::format("{}{}{}", phrases::kNth, *when.from, phrases::kRankedPlace);
  }
  return text;
}

std::string NatureOf(const Rule& rule) {
  if (!rule.nature) return "";
  return fmt::format("{}{}{}", phrases::kOpen, ReadBack(*rule.nature), phrases::kClose);
}

std::string Numbers(const std::vector<int>& rules) {
  std::string text;
  for (const int rule : rules) {
    text += fmt::format("{}{}", text.empty() ? "" : phrases::kListMark, rule + 1);
  }
  return text;
}

// The sentence without its end.
std::string Sentence(const Rule& rule) {
  std::string text = rule.condition;
  if (!text.empty()) text += phrases::kColon;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += part + std::string(phrases::kComma);
  };
  if (rule.when) add(Threshold(*rule.when));
  add(Counted(rule));
  return text + Worth(rule) + NatureOf(rule);
}

std::vector<int> Excluded(const std::vector<Rule>& rules, std::size_t i) {
  std::vector<int> others;
  for (std::size_t j = 0; j < rules.size(); ++j) {
    if (j != i && rules[i].one_of && rules[j].one_of == rules[i].one_of) {
      others.push_back(static_cast<int>(j));
    }
  }
  return others;
}

}  // namespace

std::string ReadBackCount(const Rule& rule) { return Counted(rule); }
std::string ReadBackStep(const Rule& rule) { return Count(rule.Per(), rule.unit); }
std::string ReadBackTarget(const Rule& rule) { return TargetFigure(rule); }
std::string ReadBackWorth(const Rule& rule) { return Worth(rule); }
std::string ReadBack(const When& when) { return Threshold(when); }
std::string ReadBack(Nature nature) {
  return std::string(nature == Nature::kDuty ? phrases::kDuty : phrases::kIncident);
}

std::string ReadBack(const Rule& rule) { return Sentence(rule) + std::string(phrases::kEnd); }

std::vector<std::string> ReadBackRules(const std::vector<Rule>& rules) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::string text = Sentence(rules[i]);
    if (const auto others = Excluded(rules, i); !others.empty()) {
      text += fmt::format("{}{}{}{}{}", phrases::kOpen, phrases::kExclusiveWith, Numbers(others),
                          phrases::kOneApplies, phrases::kClose);
    }
    sentences.push_back(text + std::string(phrases::kEnd));
  }
  return sentences;
}

std::string ReadBack(const Limit& limit) {
  std::string what;
  switch (limit.scope) {
    case Limit::Scope::kRules:
      what = fmt::format("{}{}{}", phrases::kNth, Numbers(limit.rules), phrases::kRules);
      break;
    case Limit::Scope::kSection:
      what = phrases::kWholeSection;
      break;
    case Limit::Scope::kScheme:
      what = phrases::kWholeScheme;
      break;
    case Limit::Scope::kEveryItem:
      what = phrases::kEveryItem;
      break;
  }
  if (!limit.each.empty()) {
    what += fmt::format("{}{}{}", phrases::kComma, phrases::kPerThing, limit.each);
  }
  if (!limit.at_most) return fmt::format("{}{}{}", what, phrases::kUpToBase, phrases::kEnd);
  return fmt::format("{}{}{}{}{}", what, phrases::kAtMostInTotal, Figure(*limit.at_most),
                     phrases::kPoints, phrases::kEnd);
}

std::string ReadBack(const Policy& policy) {
  if (policy.kind == Policy::Kind::kNoFloor) {
    return fmt::format("{}{}{}", phrases::kNoFloor,
                       policy.whole_section ? phrases::kForSection : "", phrases::kEnd);
  }
  return fmt::format("{}{}{}{}", policy.same.empty() ? phrases::kAnyWork : policy.same,
                     phrases::kHighestOnly, policy.whole_section ? phrases::kForSection : "",
                     phrases::kEnd);
}

std::string ReadBack(const Link& link) {
  return fmt::format("{}{}{}{}", phrases::kResult, link.to, phrases::kLinked, phrases::kEnd);
}

std::string ReadBackText(const Compilation& compilation) {
  std::string text;
  int number = 0;
  for (const std::string& sentence : ReadBackRules(compilation.rules)) {
    text += fmt::format("{}{}{}\n", ++number, phrases::kListMark, sentence);
  }
  for (const Limit& limit : compilation.limits) text += ReadBack(limit) + "\n";
  for (const Policy& policy : compilation.policies) text += ReadBack(policy) + "\n";
  for (const Link& link : compilation.links) text += ReadBack(link) + "\n";
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace kaoping::rules
