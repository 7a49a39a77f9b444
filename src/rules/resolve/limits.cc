#include "rules/resolve/limits.h"

#include <string>

#include "rules/lex/lexicon.h"

namespace kaoping::rules {
namespace {

std::size_t FirstBound(const LimitSite& at, const Clause& limit) {
  if (limit.at_most && limit.whole_criterion) return 0;
  std::size_t first = at.rules.size();
  while (first > at.limited_until) {
    const Clause& clause = *at.clause_of[first - 1];
    const bool bound = limit.at_most
                           ? clause.sentence == limit.sentence
                           : clause.item == limit.item && clause.paragraph == limit.paragraph;
    if (!bound) break;
    --first;
  }
  if (first < at.rules.size()) return first;
  // 。扣完为止 in a sentence of its own binds what stands before it in the item; a figure that
  // shares its sentence with a policy alone binds the criterion.
  if (limit.at_most) return 0;
  while (first > at.limited_until && at.clause_of[first - 1]->item == limit.item) --first;
  return first;
}

}  // namespace

std::vector<int> RulesBefore(const LimitSite& at, const Clause& limit) {
  std::vector<int> bound;
  bool named = false;
  for (std::size_t i = FirstBound(at, limit); i < at.rules.size(); ++i) {
    named = named || at.rules[i].effect == limit.limits_effect;
  }
  for (std::size_t i = FirstBound(at, limit); i < at.rules.size(); ++i) {
    const Effect effect = at.rules[i].effect;
    if (!limit.at_most && effect != Effect::kDeduct) continue;
    if (named && effect != limit.limits_effect) continue;
    bound.push_back(static_cast<int>(i));
  }
  return bound;
}

std::vector<int> RulesBehind(const LimitSite& at, const Clause& clause) {
  std::vector<int> bound;
  bool named = false;
  for (const Rule& rule : at.rules) named = named || rule.effect == clause.limits_effect;
  for (std::size_t i = 0; i < at.rules.size(); ++i) {
    const Rule& rule = at.rules[i];
    const Clause& own = *at.clause_of[i];
    if (own.range.first < clause.range.first) continue;
    if (clause.item > 0 && own.item != clause.item) continue;
    if (!clause.at_most && rule.effect != Effect::kDeduct) continue;
    if (named && rule.effect != clause.limits_effect) continue;
    bound.push_back(static_cast<int>(i));
  }
  return bound;
}

bool RulesFollow(const LimitSite& at, std::size_t index) { return index < at.last_rule; }

bool OpensItsItem(const LimitSite& at, std::size_t index) {
  const Clause& clause = at.clauses[index];
  const bool leads = index == 0 || at.clauses[index - 1].item != clause.item;
  return leads && index + 1 < at.clauses.size() && at.clauses[index + 1].item == clause.item &&
         at.clauses[index + 1].kind == Clause::Kind::kRule;
}

bool RestatesBase(const TokenText& text, const Clause& clause) {
  for (int i = clause.range.first; i < clause.range.last; ++i) {
    const Word word = text.at(i).word;
    if (word == Word::kInTotal || word == Word::kDeduct || word == Word::kBonus ||
        word == Word::kDeductPoints || word == Word::kBonusPoints) {
      return false;
    }
    if (word == Word::kAtMost && text.Text(i, i + 1).find(kPointWord) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace kaoping::rules
