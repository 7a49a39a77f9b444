#include "rules/resolve/effect.h"

#include <algorithm>
#include <iterator>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestHeading = 3;  // between a points verb and its colon, in tokens: 加分项目：

// A colon, and what the points verb before it says of the amounts behind it, if there is one.
struct Heading {
  int colon;
  std::optional<Effect> effect;
};

std::vector<Heading> FindHeadings(const TokenText& text) {
  std::vector<Heading> headings;
  for (int colon = 0; colon < text.size(); ++colon) {
    if (!text.Is(colon, Word::kColon)) continue;
    int verb = colon - 1;
    while (verb > 0 && colon - verb <= kLongestHeading && !IsPointsVerb(text.at(verb).word)) --verb;
    headings.push_back({colon, std::nullopt});
    if (verb >= 0 && IsPointsVerb(text.at(verb).word)) {
      headings.back().effect = EffectOf(text.at(verb).word);
    }
  }
  return headings;
}

// What the last heading before token `i` announces.
std::optional<Effect> AnnouncedBefore(const std::vector<Heading>& headings, int i) {
  const auto after =
      std::upper_bound(headings.begin(), headings.end(), i,
                       [](int token, const Heading& heading) { return token <= heading.colon; });
  return after == headings.begin() ? std::nullopt : std::prev(after)->effect;
}

// What a verb says of the clauses around it; a forfeit and a veto say nothing of others.
std::optional<Effect> Spoken(const Clause& clause) {
  const std::optional<Effect>& own = clause.amount.effect;
  if (clause.kind != Clause::Kind::kRule || own == Effect::kForfeit || own == Effect::kVeto) {
    return std::nullopt;
  }
  return own;
}

// The verb of the first clause at or after each that has one.
std::vector<std::optional<Effect>> EffectsAfter(const std::vector<Clause>& clauses) {
  std::vector<std::optional<Effect>> effects(clauses.size());
  std::optional<Effect> after;
  for (std::size_t i = clauses.size(); i > 0; --i) {
    if (const auto own = Spoken(clauses[i - 1])) after = own;
    effects[i - 1] = after;
  }
  return effects;
}

bool IsFailing(Word word) {
  return IsNegation(word) || word == Word::kFewer || word == Word::kFewerThan ||
         word == Word::kOverdue || word == Word::kDiffer || word == Word::kUnqualified;
}

Effect EffectOfWords(const TokenText& text, TokenRange condition) {
  for (int i = condition.first; i < condition.last; ++i) {
    if (IsFailing(text.at(i).word)) return Effect::kDeduct;
  }
  return Effect::kAward;
}

}  // namespace

std::vector<Effect> FindEffects(const TokenText& text, const std::vector<Clause>& clauses,
                                std::optional<Effect> default_effect) {
  const std::vector<Heading> headings = FindHeadings(text);
  const auto after = EffectsAfter(clauses);
  std::optional<Effect> before;
  std::vector<Effect> effects;
  effects.reserve(clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    std::optional<Effect> effect = clause.amount.effect;
    if (!effect) effect = AnnouncedBefore(headings, clause.amount.range.first);
    if (!effect) effect = before;
    if (!effect) effect = after[i];
    if (!effect) effect = default_effect;
    effects.push_back(effect.value_or(EffectOfWords(text, clause.condition)));
    const bool is_rule = clause.kind == Clause::Kind::kRule;
    if (is_rule && effects[i] != Effect::kForfeit && effects[i] != Effect::kVeto) {
      before = effects[i];
    }
  }
  return effects;
}

}  // namespace kaoping::rules
