#include "score/owed.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/check.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;
using rules::Rule;
using rules::Trigger;

// The offices that answer for the rule's task and for those that share its criterion.
std::vector<std::string> OfficesOf(const Plan& plan, const scheme::RuleRef& ref) {
  std::vector<std::string> offices;
  for (const scheme::Section& section : plan.scheme->sections) {
    for (const scheme::Task& task : section.tasks) {
      const bool shares = task.criterion && task.criterion->same_as == ref.task->key;
      if (&task != ref.task && !shares) continue;
      for (const scheme::Responsible& office : task.responsible) {
        if (std::find(offices.begin(), offices.end(), office.name) == offices.end()) {
          offices.push_back(office.name);
        }
      }
    }
  }
  return offices;
}

// The words of the criterion, or of the task where the rule has none.
std::string WordsOf(const scheme::RuleRef& ref) {
  if (!ref.Get().rule.condition.empty()) return ref.Get().rule.condition;
  if (!ref.task->content.text.empty()) return ref.task->content.text;
  return ref.criterion->text;
}

// What is lost, as one magnitude.
Points AtStake(const RuleTally& own) {
  Points sum;
  for (const Entry& entry : own.entries) {
    if (entry.is_owed) sum += entry.counted;
  }
  return sum;
}

const Entry* OwedEntry(const RuleTally& own) {
  for (const Entry& entry : own.entries) {
    if (entry.is_owed) return &entry;
  }
  return nullptr;
}

// How much of a count is still to come: the entry's steps, in the rule's unit.
std::string Remainder(const Rule& rule, const Entry& entry) {
  const auto amount = Multiply(entry.steps, rule.Per());
  return Counted(amount.value_or(entry.steps), rule);
}

// What is asked for, without what it costs: “还差1次：党组…不少于2次”.
std::string Demand(const PlannedRule& planned, const RuleTally& own) {
  const Rule& rule = planned.rule();
  const std::string words = WordsOf(planned.ref);
  const Entry* const entry = OwedEntry(own);
  if (rule.effect == Effect::kAward) return fmt::format("还没有评定：{}", words);
  switch (rule.trigger) {
    case Trigger::kShort:
      return entry == nullptr ? fmt::format("还没有报数：{}", words)
                              : fmt::format("还差{}：{}", Remainder(rule, *entry), words);
    case Trigger::kMissing:
      return rule.of.empty() ? fmt::format("还没有说明是否齐全：{}", words)
                             : fmt::format("还缺{}：{}", fmt::join(rule.of, "、"), words);
    case Trigger::kBelow:
    case Trigger::kRatio:
    case Trigger::kOver:
    case Trigger::kAbove:
      return fmt::format("还没有报数：{}", words);
    case Trigger::kOccurs:
      return fmt::format("尚未证明已做到：{}的", words);
    case Trigger::kJudged:
      return fmt::format("还没有认定：{}", words);
    case Trigger::kRank:
      return fmt::format("还没有名次：{}", words);
    case Trigger::kEach:
    case Trigger::kLate:
      return fmt::format("还没有记录：{}", words);
  }
  KAOPING_CHECK(false);
}

// What it costs not to do it. A failing (未建立制度的) says itself what is not to be; after a
// demand comes 否则.
std::string Cost(const PlannedRule& planned, const RuleTally& own,
                 const std::optional<Points>& at_stake) {
  const Effect effect = planned.rule().effect;
  const char* const otherwise = planned.rule().trigger == Trigger::kOccurs ? "" : "否则";
  if (own.lacks_figure) return "没有写明计分所需的数，得失未定";
  if (effect == Effect::kAward) return "评定前不得分";
  if (effect == Effect::kVeto) return fmt::format("{}一票否决", otherwise);
  if (!at_stake) return "扣多少未定";
  if (!at_stake->IsZero()) {
    return fmt::format("{}{}{}", otherwise, effect == Effect::kForfeit ? "不得分，扣" : "扣",
                       InPoints(-*at_stake));
  }
  const Entry* const entry = OwedEntry(own);
  const bool is_tier = entry != nullptr && !entry->Counts();
  return is_tier ? "与同组另一项取其重，不另扣分" : "已到限额，不另扣分";
}

std::optional<Owed> OweFor(const Plan& plan, const PlannedRule& planned, const RuleTally& own) {
  if (!own.is_open && !own.is_unbounded && OwedEntry(own) == nullptr) return std::nullopt;
  Owed owed{.rule = planned.key(),
            .task = planned.ref.task->key,
            .offices = OfficesOf(plan, planned.ref),
            .due = plan.scheme->period.to,
            .at_stake = std::nullopt,
            .sentence = {}};
  const bool takes_off = SignOf(planned.rule().effect) < 0;
  if (takes_off && !own.is_unbounded) owed.at_stake = -AtStake(own);
  owed.sentence = fmt::format("{}，{}", Demand(planned, own), Cost(planned, own, owed.at_stake));
  return owed;
}

// What it may cost is for whoever settles it to say.
Owed OweForHeld(const Plan& plan, const scheme::RuleRef& ref) {
  return {.rule = ref.Get().key,
          .task = ref.task->key,
          .offices = OfficesOf(plan, ref),
          .due = plan.scheme->period.to,
          .at_stake = std::nullopt,
          .sentence = fmt::format("挂账，标准核定后才能计分：{}", WordsOf(ref))};
}

}  // namespace

std::vector<Owed> ListOwed(const Plan& plan, const Tally& tally) {
  std::vector<Owed> list;
  for (std::size_t i = 0; i < plan.rules.size(); ++i) {
    std::optional<Owed> owed = OweFor(plan, plan.rules[i], tally.rules[i]);
    if (owed) list.push_back(*std::move(owed));
  }
  for (const scheme::RuleRef& ref : plan.held) list.push_back(OweForHeld(plan, ref));
  // Rules are in the order of the scheme already, those that are held after the others.
  std::stable_sort(list.begin(), list.end(), [](const Owed& a, const Owed& b) {
    static const std::string nobody;
    const std::string& office_a = a.offices.empty() ? nobody : a.offices.front();
    const std::string& office_b = b.offices.empty() ? nobody : b.offices.front();
    return a.due != b.due ? a.due < b.due : office_a < office_b;
  });
  return list;
}

}  // namespace kaoping::score
