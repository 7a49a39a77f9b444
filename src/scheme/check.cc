// CheckScheme: what must hold between the parts of a scheme.

#include <set>

#include "base/check.h"
#include "base/utf8.h"
#include "scheme/json.h"

namespace kaoping::scheme {
namespace {

Error Contradiction(std::string path, std::string_view zh, std::string_view en) {
  return MakeError(
      ErrorKind::kInvalid, "scheme-invalid",
      Say("方案文件自相矛盾：{0} {1}", "the scheme file contradicts itself: {0} {2}", path, zh, en),
      path);
}

bool IsIndex(int index, std::size_t size) {
  return index >= 0 && static_cast<std::size_t>(index) < size;
}

// More than any notice gives; below it, no sum over a scheme or over millions of facts overflows.
constexpr Points kMostPoints = Points::FromInt(1'000'000);

Status CheckMost(const std::optional<Points>& points, const std::string& path) {
  if (!points || *points <= kMostPoints) return Ok();
  return Contradiction(path, "超过了一百万分，请核对", "is more than a million points: check it");
}

// Of what a rule is worth.
Status CheckPoints(const std::optional<Points>& points, const std::string& path) {
  if (points && points->IsNegative()) {
    return Contradiction(path, "为负数：扣分由 effect 表示",
                         "is negative: \"effect\" says what is a deduction");
  }
  return CheckMost(points, path);
}

// Of a base or of what limits.
Status CheckMark(const std::optional<Points>& points, const std::string& path) {
  if (points && points->IsNegative()) {
    return Contradiction(path, "为负数，应不小于 0", "is negative; it must be 0 or more");
  }
  return CheckMost(points, path);
}

// Whether rules of this trigger look at a threshold; elsewhere it would be passed over in silence.
bool ReadsThreshold(rules::Trigger trigger) {
  using rules::Trigger;
  switch (trigger) {
    case Trigger::kOccurs:
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
    case Trigger::kRatio:
    case Trigger::kRank:
      return true;
    case Trigger::kEach:
    case Trigger::kLate:
    case Trigger::kMissing:
    case Trigger::kJudged:
      return false;
  }
  KAOPING_CHECK(false);
}

// Goes through a scheme once, collecting what later parts refer back to.
class Checker {
 public:
  Status CheckSection(const Section& section, const std::string& path) {
    KAOPING_TRY_STATUS(Claim(sections_, section.key, path + ".key"));
    KAOPING_TRY_STATUS(CheckMark(section.base, path + ".base"));
    for (std::size_t i = 0; i < section.tasks.size(); ++i) {
      KAOPING_TRY_STATUS(CheckTask(section.tasks[i], fmt::format("{}.tasks[{}]", path, i)));
    }
    return Ok();
  }

 private:
  static Status Claim(std::set<std::string>& taken, const std::string& name,
                      const std::string& path) {
    if (name.empty()) return Contradiction(path, "是空的", "is empty");
    if (!taken.insert(name).second) {
      return Contradiction(path, fmt::format("“{}”出现了两次", Excerpt(name)),
                           fmt::format("\"{}\" occurs twice", Excerpt(name)));
    }
    return Ok();
  }

  Status CheckTask(const Task& task, const std::string& path) {
    KAOPING_TRY_STATUS(Claim(tasks_, task.key, path + ".key"));
    if (task.base) KAOPING_TRY_STATUS(CheckBase(task, path + ".base"));
    if (task.criterion) KAOPING_TRY_STATUS(CheckCriterion(task, path + ".criterion"));
    return Ok();
  }

  Status CheckBase(const Task& task, const std::string& path) {
    if (task.base->points) {
      bases_.insert(task.key);
      return CheckMark(task.base->points, path);
    }
    return CheckShared(bases_, task.base->same_as, path + ".same_as");
  }

  static Status CheckShared(const std::set<std::string>& earlier, const std::string& same_as,
                            const std::string& path) {
    if (earlier.contains(same_as)) return Ok();
    return Contradiction(
        path, fmt::format("指向“{}”，前面没有这样的一行", Excerpt(same_as)),
        fmt::format("points at \"{}\", and no earlier row has it", Excerpt(same_as)));
  }

  Status CheckCriterion(const Task& task, const std::string& path) {
    const Criterion& criterion = *task.criterion;
    if (!criterion.same_as.empty()) {
      return CheckShared(criteria_, criterion.same_as, path + ".same_as");
    }
    if (criterion.text.empty()) return Contradiction(path + ".text", "是空的", "is empty");
    criteria_.insert(task.key);
    const auto length = static_cast<int>(CountCodePoints(criterion.text));
    for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
      const std::string at = fmt::format("{}.rules[{}]", path, i);
      KAOPING_TRY_STATUS(Claim(rules_, criterion.rules[i].key, at + ".key"));
      KAOPING_TRY_STATUS(Claim(rules_, criterion.rules[i].id, at + ".id"));
      KAOPING_TRY_STATUS(CheckRule(criterion, i, length, at));
    }
    for (std::size_t i = 0; i < criterion.limits.size(); ++i) {
      KAOPING_TRY_STATUS(CheckLimit(criterion, criterion.limits[i], length,
                                    fmt::format("{}.limits[{}]", path, i)));
    }
    for (const rules::Policy& policy : criterion.policies) {
      KAOPING_TRY_STATUS(CheckSpan(policy.span, length, path + ".policies"));
    }
    for (const rules::Link& link : criterion.links) {
      KAOPING_TRY_STATUS(CheckSpan(link.span, length, path + ".links"));
    }
    return Ok();
  }

  static Status CheckSpan(const Span& span, int length, const std::string& path) {
    if (span.end <= length) return Ok();
    return Contradiction(path + ".span", "超出了标准的原文", "lies beyond the criterion's text");
  }

  static Status CheckRule(const Criterion& criterion, std::size_t index, int length,
                          const std::string& path) {
    const rules::Rule& rule = criterion.rules[index].rule;
    KAOPING_TRY_STATUS(CheckSpan(rule.span, length, path));
    KAOPING_TRY_STATUS(CheckWorth(rule, path));
    KAOPING_TRY_STATUS(CheckFigures(rule, path));
    if (rule.on_top_of && !AggravatesAnother(criterion, index)) {
      return Contradiction(path + ".on_top_of", "没有指向本标准的另一条规则",
                           "does not point at another rule of the criterion");
    }
    return Ok();
  }

  static Status CheckWorth(const rules::Rule& rule, const std::string& path) {
    KAOPING_TRY_STATUS(CheckPoints(rule.points, path + ".points"));
    if (rule.range) {
      KAOPING_TRY_STATUS(CheckPoints(rule.range->min, path + ".points"));
      KAOPING_TRY_STATUS(CheckPoints(rule.range->max, path + ".points"));
    }
    std::set<std::string> names;
    for (const rules::Level& level : rule.levels) {
      KAOPING_TRY_STATUS(Claim(names, level.name, path + ".levels"));
      KAOPING_TRY_STATUS(CheckPoints(level.points, path + ".levels"));
    }
    const bool has_points = rule.points || rule.range;
    if (has_points && !rule.levels.empty()) {
      return Contradiction(path + ".levels", "与 points 只能写一个，请删去其中一个",
                           "excludes points: remove one of the two");
    }
    const bool is_multiple = rule.times && rule.on_top_of;
    if (is_multiple && (has_points || !rule.levels.empty())) {
      return Contradiction(path + ".times",
                           "是另一条规则分值的倍数，不能再写 points 或 levels，请删去其中一个",
                           "multiplies what another rule is worth, which excludes points and "
                           "levels: remove one of the two");
    }
    return Ok();
  }

  static Status CheckFigures(const rules::Rule& rule, const std::string& path) {
    if (rule.times && !rule.times->IsPositive()) {
      return Contradiction(path + ".times", "应大于 0", "must be above 0");
    }
    if (rule.target && rule.target->IsNegative()) {
      return Contradiction(path + ".target", "为负数，应不小于 0",
                           "is negative; it must be 0 or more");
    }
    if (rule.trigger == rules::Trigger::kRatio && rule.target && !rule.target->IsPositive()) {
      return Contradiction(path + ".target", "是比例的分母，应大于 0",
                           "is what a ratio divides by and must be above 0");
    }
    if (rule.when && !ReadsThreshold(rule.trigger)) {
      return Contradiction(
          path + ".when",
          fmt::format("不适用于 {} 规则：这种规则不看门槛，请删去或改用 occurs",
                      rules::ToString(rule.trigger)),
          fmt::format("does not belong to a rule of trigger {}, which looks at no threshold: "
                      "remove it, or use occurs",
                      rules::ToString(rule.trigger)));
    }
    return Ok();
  }

  // Whether what a rule aggravates, and what that aggravates, ends at a rule that stands alone.
  static bool AggravatesAnother(const Criterion& criterion, std::size_t index) {
    for (std::size_t steps = 0; steps < criterion.rules.size(); ++steps) {
      const std::optional<int>& below = criterion.rules[index].rule.on_top_of;
      if (!below) return true;
      if (!IsIndex(*below, criterion.rules.size())) return false;
      index = static_cast<std::size_t>(*below);
    }
    return false;  // a circle
  }

  static Status CheckLimit(const Criterion& criterion, const rules::Limit& limit, int length,
                           const std::string& path) {
    KAOPING_TRY_STATUS(CheckSpan(limit.span, length, path));
    KAOPING_TRY_STATUS(CheckMark(limit.at_most, path + ".at_most"));
    std::set<int> seen;
    for (const int index : limit.rules) {
      if (!IsIndex(index, criterion.rules.size())) {
        return Contradiction(path + ".rules", "指向了不存在的规则", "points at no rule");
      }
      if (!seen.insert(index).second) {
        const std::string& key = criterion.rules[static_cast<std::size_t>(index)].key;
        return Contradiction(path + ".rules", fmt::format("把规则 {} 写了两次", Excerpt(key)),
                             fmt::format("names rule {} twice", Excerpt(key)));
      }
    }
    return Ok();
  }

  std::set<std::string> sections_;
  std::set<std::string> tasks_;
  std::set<std::string> rules_;  // keys and ids together: a fact may name a rule by either
  std::set<std::string> criteria_;
  std::set<std::string> bases_;
};

}  // namespace

Status CheckScheme(const Scheme& scheme) {
  if (scheme.period.to < scheme.period.from) {
    return Contradiction("period", "的止日早于起日", "ends before it begins");
  }
  KAOPING_TRY_STATUS(CheckMark(scheme.settings.base, "settings.base"));
  KAOPING_TRY_STATUS(CheckMark(scheme.settings.bonus_cap, "settings.bonus_cap"));
  Checker checker;
  for (std::size_t i = 0; i < scheme.sections.size(); ++i) {
    KAOPING_TRY_STATUS(checker.CheckSection(scheme.sections[i], fmt::format("sections[{}]", i)));
  }
  return Ok();
}

}  // namespace kaoping::scheme
