// Checks of words: two criteria about one failing, criteria without a rule, offices nobody knows.

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"
#include "scheme/diff_words.h"
#include "scheme/lint_checks.h"
#include "scheme/unknown_offices.h"
#include "scheme/words.h"

namespace kaoping::scheme {
namespace {

using rules::Effect;

constexpr LintCode kSameFailing = {"same-failing", Severity::kWarning};
constexpr LintCode kNoRule = {"no-rule", Severity::kWarning};
constexpr LintCode kUnitUnknown = {"unit-unknown", Severity::kWarning};
constexpr LintCode kOfficeUnknown = {"office-unknown", Severity::kWarning};

// ---- The same failing --------------------------------------------------------------------------

// Shorter conditions (未按时报送) lean on their content, and say too little to be the same.
constexpr std::size_t kShortestCondition = 8;
// Of the pairs of characters of both, how many percent must be shared.
constexpr std::size_t kAlike = 85;

bool IsHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// A condition by its pairs of Chinese characters, sorted; a pair as often as it stands there.
struct Condition {
  RuleRef ref;
  std::vector<std::uint64_t> pairs;
};

std::vector<std::uint64_t> PairsOf(std::string_view condition) {
  std::u32string han = DecodeUtf8(condition);
  std::erase_if(han, [](char32_t c) { return !IsHan(c); });
  std::vector<std::uint64_t> pairs;
  if (han.size() < kShortestCondition) return pairs;
  for (std::size_t i = 0; i + 1 < han.size(); ++i) {
    pairs.push_back(std::uint64_t{han[i]} << 32U | han[i + 1]);
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::size_t CountShared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

bool AreAlike(const Condition& a, const Condition& b) {
  const std::size_t both = a.pairs.size() + b.pairs.size();
  const std::size_t most = 2 * std::min(a.pairs.size(), b.pairs.size());
  if (most * 100 < both * kAlike) return false;
  return 2 * CountShared(a.pairs, b.pairs) * 100 >= both * kAlike;
}

LintFinding SameFailing(const RuleRef& ref, const RuleRef& earlier) {
  return AboutRule(
      kSameFailing, ref,
      Say("规则{0}与规则{1}（{2}“{3}”）扣的似是同一件事：请确认是否两处都扣",
          "rule {0} and rule {1} (of {2}, \"{3}\") seem to punish the same failing: confirm that "
          "both shall",
          ref.Get().key, earlier.Get().key, earlier.task->key, earlier.Get().rule.condition));
}

// ---- Offices -----------------------------------------------------------------------------------

Message UnitUnknown(const std::string& issuer) {
  if (issuer.empty()) {
    return Say("方案没有写发文机关，处室名称没有核对：请写明发文机关",
               "the scheme names no issuer, so that offices were not checked: name it");
  }
  return Say("名录中没有发文机关“{0}”，处室名称没有核对：请在名录中补上它",
             "the register has no unit \"{0}\", so that offices were not checked: add it", issuer);
}

LintFinding OfficeUnknown(const UnknownOffice& unknown) {
  const PlacedText cell = {unknown.task->responsible_text, unknown.task->responsible_place};
  // A name that was distributed over a list (各行政执法、行政审批处室) does not stand there whole.
  const Span at = FindWords(cell.text, unknown.name).value_or(WholeOf(cell.text));
  const std::string tasks = Listed(unknown.tasks);
  const std::string nearest = Listed(unknown.nearest);
  Message message =
      nearest.empty()
          ? Say("名录中没有“{0}”（见{1}）：请补进名录，或改正名称",
                "the register has no \"{0}\" (in {1}): add it, or mend the name", unknown.name,
                tasks)
          : Say("名录中没有“{0}”（见{1}），最接近的是{2}：请补进名录，或改正名称",
                "the register has no \"{0}\" (in {1}), the nearest are {2}: add it, or mend the "
                "name",
                unknown.name, tasks, nearest);
  return AboutCell(kOfficeUnknown, *unknown.section, *unknown.task, cell, std::move(message), at);
}

}  // namespace

void CheckLikeness(const Scheme& scheme, std::vector<LintFinding>& findings) {
  std::vector<Condition> conditions;
  for (const RuleRef& ref : AllRules(scheme)) {
    const rules::Rule& rule = ref.Get().rule;
    if (rule.effect != Effect::kDeduct && rule.effect != Effect::kForfeit) continue;
    Condition condition{ref, PairsOf(rule.condition)};
    if (condition.pairs.empty()) continue;
    const auto alike =
        std::find_if(conditions.begin(), conditions.end(), [&](const Condition& earlier) {
          return earlier.ref.task != ref.task && AreAlike(earlier, condition);
        });
    if (alike != conditions.end()) findings.push_back(SameFailing(ref, alike->ref));
    conditions.push_back(std::move(condition));
  }
}

void CheckEmptiness(const Scheme& scheme, std::vector<LintFinding>& findings) {
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion || !task.criterion->same_as.empty()) continue;
      const Criterion& own = *task.criterion;
      if (!IsEmpty(own) || !own.diagnostics.empty() || own.settled) continue;
      findings.push_back(AboutCriterion(
          kNoRule, section, task,
          Say("{0}的考评标准没有读出计分规则，不影响得分：请确认，或写明扣加多少分",
              "the criterion of {0} has no rule and leaves the score as it is: confirm that, or "
              "say how many points are at stake",
              task.key),
          WholeOf(own.text)));
    }
  }
}

void CheckOffices(const Scheme& scheme, const registry::Register& offices,
                  std::vector<LintFinding>& findings) {
  const registry::Unit* const unit = IssuerOf(scheme, offices);
  if (unit == nullptr) {
    findings.push_back(AboutScheme(kUnitUnknown, UnitUnknown(scheme.notice.issuer)));
    return;
  }
  for (const UnknownOffice& unknown : FindUnknownOffices(scheme, offices, *unit)) {
    findings.push_back(OfficeUnknown(unknown));
  }
}

}  // namespace kaoping::scheme
