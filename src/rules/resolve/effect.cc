#include "rules/resolve/effect.h"

#include <algorithm>
#include <iterator>

#include "rules/lex/lexicon.h"
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

bool IsMerit(const TokenText& text, int i) {
  switch (text.at(i).word) {
    case Word::kMerit:
    case Word::kReach:
    case Word::kNotFewerThan:
    case Word::kHonour:
      return true;
    case Word::kPreposition:  // 建立, 开展; but not 在, 对
      return text.at(i).end - text.at(i).begin > 1;
    case Word::kOneOf:
      return text.Text(i, i + 1) == kHas;
    case Word::kReceive:
      return text.Text(i, i + 1).find(kWins) != std::string::npos;
    default:
      return false;
  }
}

// What the words of a condition say of an amount without a verb: a failing is deducted for, and a
// merit awarded; nothing where they name neither, or both.
std::optional<Effect> EffectOfWords(const TokenText& text, const Clause& clause) {
  const TokenRange condition = clause.condition;
  // 国家级8分、省级5分: levels are honours.
  const auto& figures = clause.amount.figures;
  bool merit = !figures.empty() && !figures.front().label.empty();
  merit = merit || (clause.places && !clause.places->last && !clause.places->from_end);
  bool named_failing = false;
  bool named_level = false;
  for (int i = condition.first; i < condition.last; ++i) {
    const Word word = text.at(i).word;
    // 无事故: a failing that did not happen.
    const bool absent =
        IsNegation(word) && i + 1 < condition.last && text.Is(i + 1, Word::kFailing);
    if (absent) {
      merit = true;
      ++i;
      continue;
    }
    if (IsFailing(word)) return Effect::kDeduct;
    named_failing = named_failing || word == Word::kFailing;
    named_level = named_level || word == Word::kLevel;
    merit = merit || IsMerit(text, i);
  }
  // 被省级通报 is a failing; 省级课题 is none.
  merit = merit || (named_level && !named_failing);
  if (merit == named_failing) return std::nullopt;
  return merit ? Effect::kAward : Effect::kDeduct;
}

// 达标率95%以上5分，每低1个百分点扣1分: the steps come off what the merit earned; 第一名3分，末位的
// 扣1分.
bool IsMeritBeforeStep(const TokenText& text, const std::vector<Clause>& clauses, std::size_t i) {
  if (i + 1 >= clauses.size() || clauses[i].counter) return false;
  const Clause& next = clauses[i + 1];
  const bool step =
      (next.counter && next.counter->kind != Counter::Kind::kOccurrence) || clauses[i].places;
  return step && next.amount.effect == Effect::kDeduct &&
         EffectOfWords(text, clauses[i]) == Effect::kAward;
}

// What the words of each clause without a verb say, and where they say nothing, those of a clause
// before it, else after it.
std::vector<std::optional<Effect>> EffectsOfWords(const TokenText& text,
                                                  const std::vector<Clause>& clauses) {
  std::vector<std::optional<Effect>> effects(clauses.size());
  std::optional<Effect> other;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    if (clause.kind != Clause::Kind::kRule || clause.amount.effect) continue;
    effects[i] = EffectOfWords(text, clause);
    if (!effects[i]) effects[i] = other;
    other = effects[i];
  }
  other.reset();
  for (std::size_t i = clauses.size(); i > 0; --i) {
    if (!effects[i - 1]) effects[i - 1] = other;
    other = effects[i - 1];
  }
  return effects;
}

}  // namespace

std::vector<FoundEffect> FindEffects(const TokenText& text, const std::vector<Clause>& clauses,
                                     std::optional<Effect> default_effect) {
  const std::vector<Heading> headings = FindHeadings(text);
  const auto after = EffectsAfter(clauses);
  const auto of_words = EffectsOfWords(text, clauses);
  std::optional<Effect> before;
  const bool forfeits = std::any_of(clauses.begin(), clauses.end(), [](const Clause& clause) {
    return clause.amount.effect == Effect::kForfeit;
  });
  std::vector<FoundEffect> effects;
  effects.reserve(clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    std::optional<Effect> effect = clause.amount.effect;
    if (!effect) effect = AnnouncedBefore(headings, clause.amount.range.first);
    if (!effect) effect = before;
    if (!effect) effect = IsMeritBeforeStep(text, clauses, i) ? Effect::kAward : after[i];
    if (!effect) effect = default_effect;
    if (!effect) effect = of_words[i];
    if (!effect && clause.amount.times) effect = Effect::kDeduct;
    // A级5分，D级不得分: what can be lost is earned.
    if (!effect && forfeits) effect = Effect::kAward;
    effects.push_back({effect.value_or(Effect::kAward), !effect});
    const bool is_rule = clause.kind == Clause::Kind::kRule;
    if (is_rule && effect && effect != Effect::kForfeit && effect != Effect::kVeto) {
      before = effect;
    }
  }
  return effects;
}

}  // namespace kaoping::rules
