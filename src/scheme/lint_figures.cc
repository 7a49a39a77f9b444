// Checks of figures: signs, sums of base points, and what the content requires.

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "rules/compile.h"
#include "scheme/lint_checks.h"
#include "scheme/vocabulary.h"
#include "scheme/words.h"
#include "text/numerals.h"
#include "text/shadow.h"

namespace kaoping::scheme {
namespace {

using rules::Effect;
using rules::Trigger;

constexpr LintCode kSignMismatch = {"sign-mismatch", Severity::kError};
constexpr LintCode kBaseSum = {"base-sum", Severity::kWarning};
constexpr LintCode kFigureDiffers = {"figure-differs", Severity::kWarning};

// A number of points in a text, and the character before it (0 at the beginning).
struct StatedPoints {
  Points points;
  Span span;  // with the character before it, if that is a sign
  char32_t before = 0;
};

bool IsIn(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

// “12分”, “扣0.5分”: every figure of points in `text`.
std::vector<StatedPoints> PointsIn(std::string_view text) {
  std::vector<StatedPoints> found;
  const Shadow shadow(text);
  const std::u32string_view all = shadow.text();
  for (const auto& [numeral, at, end] : FindNumerals(all)) {
    const bool is_points = !numeral.doubtful && all.substr(end).starts_with(kPoints) &&
                           !(end + 1 < all.size() && IsIn(kNoPoints, all[end + 1]));
    if (!is_points) continue;
    const char32_t before = at > 0 ? all[at - 1] : 0;
    const bool has_sign = IsIn(kTakesOff, before) || IsIn(kAdds, before);
    const auto begin = static_cast<int>(has_sign && before != 0 ? at - 1 : at);
    found.push_back({numeral.value, shadow.ToOriginal(begin, static_cast<int>(end + 1)), before});
  }
  return found;
}

// ---- Signs -------------------------------------------------------------------------------------

void CheckSign(const RuleRef& ref, std::vector<LintFinding>& findings) {
  const rules::Rule& rule = ref.Get().rule;
  const bool adds = rule.effect == Effect::kBonus || rule.effect == Effect::kAward;
  if (!adds && rule.effect != Effect::kDeduct) return;
  // The rule is what a person's own sentences say, not what the notice does.
  if (!ref.criterion->settled_text.empty()) return;
  std::vector<StatedPoints> against;
  for (StatedPoints& stated : PointsIn(WordsAt(ref.criterion->text, rule.span))) {
    // Words that say both, or neither, show nothing.
    if (!IsIn(adds ? kTakesOff : kAdds, stated.before)) return;
    against.push_back(stated);
  }
  if (against.empty()) return;
  const Span at = {rule.span.begin + against.front().span.begin,
                   rule.span.begin + against.front().span.end};
  const std::string words = WordsAt(ref.criterion->text, at);
  Message message =
      adds ? Say("规则{0}是加分或得分，原文写的却是“{1}”：请改规则，或改原文",
                 "rule {0} adds points, but its words say \"{1}\": mend the rule or the words",
                 ref.Get().key, words)
           : Say("规则{0}是扣分，原文写的却是“{1}”：请改规则，或改原文",
                 "rule {0} takes points off, but its words say \"{1}\": mend the rule or the words",
                 ref.Get().key, words);
  findings.push_back(AboutRule(kSignMismatch, ref, std::move(message), at));
}

// ---- Sums --------------------------------------------------------------------------------------

bool EarnsBase(const Section& section) {
  return section.kind == Section::Kind::kOrdinary || section.kind == Section::Kind::kIndividual;
}

struct Sum {
  Points points;
  int items = 0;            // that state a base
  bool is_complete = true;  // every task has a base, or shares one
};

Sum SumOf(const Section& section) {
  Sum sum;
  for (const Task& task : section.tasks) {
    if (!task.base) {
      sum.is_complete = false;
    } else if (task.base->points) {
      sum.points += *task.base->points;
      ++sum.items;
    }
  }
  return sum;
}

// Whether `sum` cannot come to `stated`: it is more, or it is complete and less.
bool Contradicts(const Sum& sum, Points stated) {
  return sum.items > 0 && (sum.points > stated || (sum.is_complete && sum.points < stated));
}

void CheckSection(const Section& section, std::vector<LintFinding>& findings) {
  std::vector<StatedPoints> in_title = PointsIn(section.title.text);
  if (in_title.size() > 1) in_title.clear();  // which of them is the total, nothing says
  const Span at = in_title.empty() ? Span{} : in_title.front().span;
  if (section.base && !in_title.empty() && *section.base != in_title.front().points) {
    findings.push_back(AboutSection(
        kBaseSum, section,
        Say("“{0}”的标题写{1}分，分值却是{2}分：请改其中一处",
            "the title of \"{0}\" says {1} points, but its base is {2}: mend one of them",
            section.title.text, in_title.front().points.ToString(), section.base->ToString()),
        at));
  }
  const Sum sum = SumOf(section);
  std::optional<Points> stated = section.base;
  if (!stated && !in_title.empty()) stated = in_title.front().points;
  if (!stated || !Contradicts(sum, *stated)) return;
  findings.push_back(AboutSection(
      kBaseSum, section,
      Say("“{0}”应为{1}分，各项分值加起来是{2}分：请核对各项分值",
          "\"{0}\" is worth {1} points, but its items add up to {2}: check their bases",
          section.title.text, stated->ToString(), sum.points.ToString()),
      at));
}

// A section's own base, else what its items add up to.
void CheckTotal(const Scheme& scheme, std::vector<LintFinding>& findings) {
  if (!scheme.settings.base) return;
  Sum total;
  for (const Section& section : scheme.sections) {
    if (!EarnsBase(section)) continue;
    const Sum sum = SumOf(section);
    total.points += section.base.value_or(sum.points);
    total.items += section.base ? 1 : sum.items;
    total.is_complete = total.is_complete && (section.base || sum.is_complete);
  }
  if (!Contradicts(total, *scheme.settings.base)) return;
  findings.push_back(AboutScheme(
      kBaseSum, Say("方案基础分是{0}分，各项分值加起来是{1}分：请核对各项分值，或改基础分",
                    "the scheme's base is {0} points, but its items add up to {1}: check their "
                    "bases, or the scheme's",
                    scheme.settings.base->ToString(), total.points.ToString())));
}

// ---- What the content requires -----------------------------------------------------------------

// The figure that a content requires of what `rule` counts, as the compiler reads it.
std::optional<Decimal> RequiredBy(const std::string& content, const rules::Rule& rule) {
  std::string probe;
  if (rule.trigger == Trigger::kShort && !rule.unit.empty()) {
    probe = fmt::format(fmt::runtime(kShortOfOne), rule.unit);
  } else if (rule.trigger == Trigger::kBelow && rule.unit == "百分点") {
    probe = kBelowByOne;
  } else {
    return std::nullopt;
  }
  const rules::Compilation asked = rules::Compile(probe, {std::nullopt, content, std::nullopt});
  if (asked.rules.size() != 1 || asked.rules.front().trigger != rule.trigger) return std::nullopt;
  return asked.rules.front().target;
}

void CheckFigure(const RuleRef& ref, std::vector<LintFinding>& findings) {
  const rules::Rule& rule = ref.Get().rule;
  const std::string& content = ref.task->content.text;
  if (!rule.target || content.empty()) return;
  const std::string unit = rule.trigger == Trigger::kBelow ? "%" : rule.unit;
  // A content may require several things; this one is among them.
  if (FindFigure(content, *rule.target, unit)) return;
  const std::optional<Decimal> required = RequiredBy(content, rule);
  if (!required || *required == *rule.target) return;
  const auto at = FindFigure(ref.criterion->text, *rule.target, unit);
  findings.push_back(AboutRule(
      kFigureDiffers, ref,
      Say("{0}的内容要求{1}{3}，考评标准却按{2}{3}计：请确认以哪个为准",
          "the content of {0} requires {1} {3}, but its criterion counts by {2} {3}: say which "
          "holds",
          ref.task->key, required->ToString(), rule.target->ToString(), unit),
      at.value_or(Span{})));
}

}  // namespace

void CheckSigns(const Scheme& scheme, std::vector<LintFinding>& findings) {
  for (const RuleRef& ref : AllRules(scheme)) CheckSign(ref, findings);
}

void CheckSums(const Scheme& scheme, std::vector<LintFinding>& findings) {
  for (const Section& section : scheme.sections) {
    if (EarnsBase(section)) CheckSection(section, findings);
  }
  CheckTotal(scheme, findings);
}

void CheckFigures(const Scheme& scheme, std::vector<LintFinding>& findings) {
  for (const RuleRef& ref : AllRules(scheme)) CheckFigure(ref, findings);
}

}  // namespace kaoping::scheme
