// ChooseHighest: 同一项工作不重复加分. By the letter a work counts where it is worth most; what
// would add most after the limits can be something else, and is found by trying every choice.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "score/steps.h"
#include "score/words.h"

namespace kaoping::score {
namespace {

using rules::Effect;

struct Candidate {
  int rule = 0;
  Entry* entry = nullptr;
};

// A work within the scope of a policy, and the events it may count at: worth most first, ties by
// day, rule and content.
struct Work {
  std::string name;
  std::vector<Candidate> candidates;
};

bool ComesBefore(const Candidate& a, const Candidate& b) {
  if (a.entry->worth != b.entry->worth) return a.entry->worth > b.entry->worth;
  if (a.entry->day != b.entry->day) return a.entry->day < b.entry->day;
  return a.rule < b.rule;  // the entries of one rule are in order of content
}

std::vector<Work> WorksUnder(const Plan& plan, const PlannedPolicy& policy, Effect effect,
                             Tally& tally) {
  std::map<std::string, Work> by_name;
  for (const int rule : policy.rules) {
    if (plan.Rule(rule).rule().effect != effect) continue;
    for (Entry& entry : tally.Rule(rule).entries) {
      const bool is_mitigation = entry.lessens.IsPositive();
      if (!entry.Counts() || is_mitigation) continue;
      if (entry.fact == nullptr || entry.fact->work.empty()) continue;
      by_name[entry.fact->work].candidates.push_back({rule, &entry});
    }
  }
  std::vector<Work> works;
  for (auto& [name, work] : by_name) {
    work.name = name;
    std::stable_sort(work.candidates.begin(), work.candidates.end(), ComesBefore);
    works.push_back(std::move(work));
  }
  return works;
}

void Keep(const Work& work, std::size_t chosen, const char* why) {
  for (std::size_t i = 0; i < work.candidates.size(); ++i) {
    if (i != chosen) {
      SetAside(*work.candidates[i].entry,
               fmt::format("同一项工作（{}）不重复计分，{}", work.name, why));
    }
  }
}

// ---- Which choice adds most --------------------------------------------------------------------

// What an entry is worth once limits per work have cut it.
Points WorthAlone(const Plan& plan, const Candidate& candidate) {
  Points worth = candidate.entry->worth;
  for (const PlannedLimit& limit : plan.limits) {
    const bool cuts =
        limit.stage == PlannedLimit::Stage::kEachWork && limit.at_most &&
        limit.Binds(plan.Rule(candidate.rule).rule().effect) &&
        std::find(limit.rules.begin(), limit.rules.end(), candidate.rule) != limit.rules.end();
    if (cuts) worth = std::min(worth, *limit.at_most);
  }
  return worth;
}

// What all limits leave of bonuses, reckoned by the sums of rules. Exact where limits lie inside
// one another or apart, as clauses and sections do.
class BonusLimits {
 public:
  BonusLimits(const Plan& plan, Tally& tally) : sums_(plan.rules.size()) {
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
      if (plan.rules[i].rule().effect != Effect::kBonus) continue;
      for (Entry& entry : tally.rules[i].entries) {
        if (entry.Counts()) sums_[i] += WorthAlone(plan, {static_cast<int>(i), &entry});
      }
    }
    for (const PlannedLimit& limit : plan.limits) {
      const bool cuts = limit.at_most && limit.Binds(Effect::kBonus) &&
                        limit.stage != PlannedLimit::Stage::kEachWork;
      if (cuts) limits_.push_back(&limit);
    }
  }

  void Add(int rule, Points points) { sums_[static_cast<std::size_t>(rule)] += points; }

  // The most that more of this rule can ever add; nothing if no limit holds it.
  std::optional<Points> MostOf(int rule) const {
    std::optional<Points> most;
    for (const PlannedLimit* limit : limits_) {
      if (std::find(limit->rules.begin(), limit->rules.end(), rule) == limit->rules.end()) continue;
      if (!most || *limit->at_most < *most) most = limit->at_most;
    }
    return most;
  }

  // What is left of `extra` by rule on top of the sums.
  Points Total(const std::map<int, Points>& extra) const {
    std::vector<Points> left = sums_;
    for (const auto& [rule, points] : extra) left[static_cast<std::size_t>(rule)] += points;
    for (const PlannedLimit* limit : limits_) {
      Points room = *limit->at_most;
      for (const int rule : limit->rules) {
        Points& own = left[static_cast<std::size_t>(rule)];
        own = std::min(own, room);
        room -= own;
      }
    }
    Points total;
    for (const Points points : left) total += points;
    return total;
  }

 private:
  std::vector<Points> sums_;  // of what is not to be chosen
  std::vector<const PlannedLimit*> limits_;
};

struct Choice {
  std::vector<std::size_t> chosen;  // by work
  Points total;
  bool is_exhaustive = true;
};

// Goes through the works one by one, keeping one way to reach each set of sums: what a rule has
// past its own limit no longer matters, so the sets stay few.
class Search {
 public:
  Search(const Plan& plan, const BonusLimits& limits, const std::vector<Work>& works)
      : plan_(plan), limits_(limits), works_(works) {}

  Choice Best() {
    States states{{{}, {}}};
    bool is_exhaustive = true;
    for (const Work& work : works_) {
      states = Extend(states, work);
      if (states.size() > kMostStates) {
        Shorten(states);
        is_exhaustive = false;
      }
    }
    std::optional<Choice> best;
    for (const auto& [sums, way] : states) {
      const Points total = limits_.Total(sums) + way.free;
      const bool is_better =
          !best || best->total < total || (best->total == total && way.chosen < best->chosen);
      if (is_better) best = Choice{way.chosen, total, is_exhaustive};
    }
    return *best;
  }

 private:
  struct Way {
    Points free;  // under no limit at all
    std::vector<std::size_t> chosen;

    // Worth more, or the earlier choice.
    bool IsBetterThan(const Way& other) const {
      return free != other.free ? free > other.free : chosen < other.chosen;
    }
  };
  // Sums by rule under limits → the best way to reach them.
  using States = std::map<std::map<int, Points>, Way>;
  static constexpr std::size_t kMostStates = 20'000;

  States Extend(const States& states, const Work& work) const {
    States next;
    for (const auto& [sums, way] : states) {
      for (std::size_t i = 0; i < work.candidates.size(); ++i) {
        const Candidate& candidate = work.candidates[i];
        const Points worth = WorthAlone(plan_, candidate);
        std::map<int, Points> reached = sums;
        Way extended = way;
        extended.chosen.push_back(i);
        if (const auto most = limits_.MostOf(candidate.rule)) {
          Points& own = reached[candidate.rule];
          own = std::min(own + worth, *most);
        } else {
          extended.free += worth;
        }
        const auto [found, is_new] = next.try_emplace(std::move(reached), extended);
        if (!is_new && extended.IsBetterThan(found->second)) found->second = std::move(extended);
      }
    }
    return next;
  }

  // Keeps the states worth most so far.
  void Shorten(States& states) const {
    std::multimap<Points, const States::value_type*, std::greater<>> by_total;
    for (const auto& state : states) {
      by_total.emplace(limits_.Total(state.first) + state.second.free, &state);
    }
    States kept;
    for (const auto& [total, state] : by_total) {
      if (kept.size() == kMostStates / 2) break;
      kept.insert(*state);
    }
    states = std::move(kept);
  }

  const Plan& plan_;
  const BonusLimits& limits_;
  const std::vector<Work>& works_;
};

// ---- Bonuses -----------------------------------------------------------------------------------

Points TotalOf(const Plan& plan, const BonusLimits& limits, const std::vector<Work>& works,
               const std::vector<std::size_t>& chosen) {
  std::map<int, Points> sums;
  for (std::size_t i = 0; i < works.size(); ++i) {
    const Candidate& candidate = works[i].candidates[chosen[i]];
    sums[candidate.rule] += WorthAlone(plan, candidate);
  }
  return limits.Total(sums);
}

// “若将“D”改计入7.3.1，加分为2.5分（现为2分）”
void NoteBetterChoice(const Plan& plan, const std::vector<Work>& works, const Choice& best,
                      Points by_letter, Tally& tally) {
  std::string moved;
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (best.chosen[i] == 0) continue;
    const PlannedRule& rule = plan.Rule(works[i].candidates[best.chosen[i]].rule);
    moved +=
        fmt::format("{}“{}”改计入{}", moved.empty() ? "" : "、", works[i].name,
                    rule.rule().condition.empty() ? rule.key() : Quoted(rule.rule().condition));
  }
  tally.notes.push_back(fmt::format("若把同一项工作{}，加分合计为{}（现按得分最高的一次计，为{}）",
                                    moved, InPoints(best.total), InPoints(by_letter)));
}

void ChooseBonuses(const Plan& plan, Tally& tally) {
  std::vector<Work> works;
  for (const PlannedPolicy& policy : plan.highest) {
    for (Work& work : WorksUnder(plan, policy, Effect::kBonus, tally)) {
      if (work.candidates.size() > 1) works.push_back(std::move(work));
    }
  }
  if (works.empty()) return;
  BonusLimits limits(plan, tally);
  for (const Work& work : works) {
    for (const Candidate& candidate : work.candidates) {
      limits.Add(candidate.rule, -WorthAlone(plan, candidate));
    }
  }
  const Choice best = Search(plan, limits, works).Best();
  if (!best.is_exhaustive) {
    tally.notes.push_back("同一项工作的选择太多，没有逐一试完；所列的“加分合计”可能还不是最多的");
  }
  const bool take_best =
      plan.scheme->settings.highest == scheme::Settings::HighestChoice::kBestTotal;
  const std::vector<std::size_t> by_letter(works.size(), 0);
  const Points by_letter_total = TotalOf(plan, limits, works, by_letter);
  if (!take_best && by_letter_total < best.total) {
    NoteBetterChoice(plan, works, best, by_letter_total, tally);
  }
  for (std::size_t i = 0; i < works.size(); ++i) {
    Keep(works[i], take_best ? best.chosen[i] : 0,
         take_best ? "按合计最多的选择计在别处" : "以最高得分计");
  }
}

}  // namespace

void KeepEachWorkOnce(const Plan& plan, Effect effect, Tally& tally) {
  for (const PlannedPolicy& policy : plan.highest) {
    for (const Work& work : WorksUnder(plan, policy, effect, tally)) Keep(work, 0, "以最高分值计");
  }
}

void ChooseHighest(const Plan& plan, Tally& tally) {
  // What is taken off or earned has no other choice than the letter.
  KeepEachWorkOnce(plan, Effect::kDeduct, tally);
  KeepEachWorkOnce(plan, Effect::kAward, tally);
  ChooseBonuses(plan, tally);
}

}  // namespace kaoping::score
