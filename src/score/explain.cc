#include "score/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/check.h"
#include "score/phrases.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using Kind = Reason::Kind;
using rules::Effect;
using rules::Rule;

Points SumOf(const std::vector<Reason>& parts) {
  Points sum;
  for (const Reason& part : parts) {
    if (!part.set_aside) sum += part.amount;
  }
  return sum;
}

Reason Part(Kind kind, std::string key, Points amount, std::string sentence) {
  Reason part;
  part.kind = kind;
  part.key = std::move(key);
  part.amount = amount;
  part.sentence = std::move(sentence);
  return part;
}

// A node that is the sum of its parts.
Reason Whole(Kind kind, std::string key, std::string sentence, std::vector<Reason> parts) {
  Reason whole = Part(kind, std::move(key), SumOf(parts), std::move(sentence));
  whole.children = std::move(parts);
  return whole;
}

class Explainer {
 public:
  Explainer(const Plan& plan, const Selection& selection, const Tally& tally)
      : plan_(plan), selection_(selection), tally_(tally), phrases_(plan) {}

  Reason Total(const Scorecard& card) const {
    std::vector<Reason> parts;
    if (!tally_.scheme_base.IsZero()) {
      parts.push_back(
          Part(Kind::kBase, {}, tally_.scheme_base,
               fmt::format("方案的基础分，除去各项自己的：{}", InPoints(tally_.scheme_base))));
    }
    for (const scheme::Section& section : plan_.scheme->sections) {
      Reason part = Section(section);
      if (!part.children.empty()) parts.push_back(std::move(part));
    }
    const Points rounding = card.total - SumOf(parts);
    if (!rounding.IsZero()) {
      const Points unit = Points::FromInt(1);
      KAOPING_CHECK(-unit < rounding && rounding < unit);
      parts.push_back(Part(Kind::kRounding, {}, rounding,
                           fmt::format("四舍五入到{}位小数：{}", plan_.scheme->settings.decimals,
                                       SignedPoints(rounding))));
    }
    return Whole(Kind::kTotal, card.unit, phrases_.Total(card, tally_), std::move(parts));
  }

 private:
  Reason Section(const scheme::Section& section) const {
    std::vector<Reason> parts;
    for (const scheme::Task& task : section.tasks) {
      Reason part = Task(task);
      if (!part.children.empty()) parts.push_back(std::move(part));
    }
    const Points sum = SumOf(parts);
    return Whole(Kind::kSection, section.key,
                 fmt::format("{}：{}", section.title.text, phrases_.Amount(sum)), std::move(parts));
  }

  Reason Task(const scheme::Task& task) const {
    std::vector<Reason> parts;
    for (std::size_t i = 0; i < plan_.items.size(); ++i) {
      if (plan_.items[i].key == task.key) AddBase(plan_.items[i], tally_.items[i], parts);
    }
    std::set<int> groups;
    for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
      const PlannedRule& planned = plan_.rules[i];
      if (planned.ref.task != &task) continue;
      if (!planned.group) {
        AddRule(static_cast<int>(i), parts);
      } else if (groups.insert(*planned.group).second) {
        AddGroup(plan_.groups[static_cast<std::size_t>(*planned.group)], parts);
      }
    }
    AddHeld(task, parts);
    const Points sum = SumOf(parts);
    return Whole(Kind::kTask, task.key, phrases_.Task(task, sum), std::move(parts));
  }

  void AddHeld(const scheme::Task& task, std::vector<Reason>& parts) const {
    for (const scheme::RuleRef& held : plan_.held) {
      if (held.task != &task) continue;
      Reason rule = Part(Kind::kRule, held.Get().key, {}, "挂账，核定之前不计分");
      rule.span = held.Get().rule.span;
      rule.open = true;
      parts.push_back(std::move(rule));
    }
  }

  static void AddBase(const Item& item, const ItemTally& own, std::vector<Reason>& parts) {
    if (!own.base.IsZero()) {
      parts.push_back(Part(Kind::kBase, item.key, own.base, "本项基础分" + InPoints(own.base)));
    }
    if (!own.over_base.IsZero()) {
      parts.push_back(Part(Kind::kBase, item.key, -own.over_base,
                           fmt::format("得分以本项基础分{}为限，超过的{}不计", InPoints(*item.base),
                                       InPoints(own.over_base))));
    }
  }

  void AddGroup(const Group& group, std::vector<Reason>& parts) const {
    std::vector<Reason> members;
    for (const int rule : group.rules) AddRule(rule, members);
    if (members.empty()) return;
    const Points sum = SumOf(members);
    parts.push_back(Whole(Kind::kGroup, {}, phrases_.Group(group, sum), std::move(members)));
  }

  void AddRule(int index, std::vector<Reason>& parts) const {
    const PlannedRule& planned = plan_.Rule(index);
    const RuleTally& own = tally_.Rule(index);
    std::vector<Reason> events;
    std::set<const Fact*> told;
    for (const Entry& entry : own.entries) {
      events.push_back(Event(planned, entry));
      told.insert(entry.fact);
    }
    AddCuts(planned, own, events);
    for (const DatedFact& dated : selection_.Of(index)) {
      if (!told.contains(dated.fact)) events.push_back(Mention(planned, own, dated));
    }
    for (const DatedFact& dated : selection_.reversed[static_cast<std::size_t>(index)]) {
      Reason reversed = Record(dated, "已冲销，不计");
      reversed.set_aside = true;
      events.push_back(std::move(reversed));
    }
    if (events.empty() && !own.is_open && !own.is_unbounded) return;
    Reason rule = Whole(Kind::kRule, planned.key(), phrases_.Rule(planned, own), std::move(events));
    rule.span = planned.rule().span;
    rule.open = own.is_open;
    KAOPING_CHECK(rule.amount == Signed(planned.rule().effect, CountedOf(own)));
    parts.push_back(std::move(rule));
  }

  Reason Event(const PlannedRule& planned, const Entry& entry) const {
    const Effect effect = planned.rule().effect;
    Reason event = Record({entry.fact, entry.day}, phrases_.Event(planned, entry));
    event.amount = Signed(effect, effect == Effect::kForfeit ? entry.counted : entry.worth);
    event.set_aside = !entry.Counts();
    return event;
  }

  // What limits took, together for the rule, in the order in which they cut.
  void AddCuts(const PlannedRule& planned, const RuleTally& own,
               std::vector<Reason>& events) const {
    std::vector<Cutting> cuts;
    for (const Entry& entry : own.entries) {
      for (const Cutting& cutting : entry.cuts) {
        const auto same = std::find_if(cuts.begin(), cuts.end(), [&cutting](const Cutting& cut) {
          return cut.by == cutting.by;
        });
        if (same == cuts.end()) {
          cuts.push_back(cutting);
        } else {
          same->amount += cutting.amount;
        }
      }
    }
    for (const Cutting& cutting : cuts) {
      Reason cut = Part(Kind::kLimit, cutting.by, -Signed(planned.rule().effect, cutting.amount),
                        phrases_.Cut(planned, cutting));
      cut.span = cutting.span;
      events.push_back(std::move(cut));
    }
  }

  // A fact that counts in no entry of its own.
  Reason Mention(const PlannedRule& planned, const RuleTally& own, const DatedFact& dated) const {
    const auto remark = own.remarks.find(dated.fact);
    return Record(dated, phrases_.Mention(planned, *dated.fact,
                                          remark == own.remarks.end() ? "" : remark->second));
  }

  Reason Record(const DatedFact& dated, std::string words) const {
    Reason record = Part(Kind::kFact, {}, Points(), phrases_.Record(dated, std::move(words)));
    if (dated.fact != nullptr) {
      record.key = dated.fact->id;
      record.evidence = dated.fact->evidence;
    }
    return record;
  }

  const Plan& plan_;
  const Selection& selection_;
  const Tally& tally_;
  const Phrases phrases_;
};

}  // namespace

Reason Explain(const Plan& plan, const Selection& selection, const Tally& tally,
               const Scorecard& card) {
  return Explainer(plan, selection, tally).Total(card);
}

}  // namespace kaoping::score
