#include "service/scores.h"

#include <optional>
#include <utility>

#include "service/fact_state.h"
#include "service/ground.h"
#include "service/owed.h"
#include "service/reach.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

// The unit's facts. A rule that doesn't count has none: what was recorded on it came later than
// `known_at`, or before it was held.
Result<std::vector<score::Fact>> FactsOn(const store::Transaction& reading, const Ground& ground,
                                         const std::vector<std::string>& names,
                                         std::optional<Timestamp> known_at) {
  KAOPING_TRY(std::vector<score::Fact> facts,
              FactsOfUnit(reading, ground.lineage, names, known_at));
  std::erase_if(facts, [&](const score::Fact& fact) {
    const std::optional<scheme::RuleRef> rule = scheme::FindRule(ground.scheme, fact.rule);
    return rule ? rule->criterion->held : known_at.has_value();
  });
  return facts;
}

Result<std::vector<std::string>> NamesWithinReach(const store::Transaction& reading,
                                                  const Ground& ground, const Actor& actor,
                                                  std::string_view unit) {
  KAOPING_TRY(std::vector<std::string> names, ground.units.NamesOf(unit));
  KAOPING_TRY(const Reach reach, Reach::Load(reading, ground, actor));
  KAOPING_TRY_STATUS(reach.CheckUnit(names.front()));
  return names;
}

// Requires: `unit` is one of ground.units.All().
Result<score::Scorecard> ScoreOn(const Ground& ground, const std::string& unit,
                                 const std::vector<score::Fact>& facts, const score::Query& query) {
  KAOPING_TRY(score::Scorecard card, score::ScoreUnit(ground.scheme, unit, facts, query));
  PutUnderOffices(ground, card);
  return card;
}

}  // namespace

Result<score::Scorecard> Score(const Context& context, std::string_view selector,
                               std::string_view unit, const score::Query& query) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kScores));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector, query.known_at));
  KAOPING_TRY(const std::vector<std::string> names,
              NamesWithinReach(*reading, ground, context.actor, unit));
  KAOPING_TRY(const std::vector<score::Fact> facts,
              FactsOn(*reading, ground, names, query.known_at));
  return ScoreOn(ground, names.front(), facts, query);
}

Result<Readings> ScoreReadings(const Context& context, std::string_view selector,
                               std::string_view unit, std::optional<Date> as_of,
                               std::optional<Timestamp> known_at) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kScores));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector, known_at));
  KAOPING_TRY(const std::vector<std::string> names,
              NamesWithinReach(*reading, ground, context.actor, unit));
  KAOPING_TRY(const std::vector<score::Fact> facts, FactsOn(*reading, ground, names, known_at));
  const auto score = [&](score::Reading which) {
    return ScoreOn(ground, names.front(), facts,
                   {.reading = which, .as_of = as_of, .known_at = known_at});
  };
  KAOPING_TRY(score::Scorecard confirmed, score(score::Reading::kConfirmed));
  KAOPING_TRY(score::Scorecard claimed, score(score::Reading::kClaimed));
  KAOPING_TRY(score::Scorecard projected, score(score::Reading::kProjected));
  return Readings{std::move(confirmed), std::move(claimed), std::move(projected)};
}

Result<std::vector<score::Scorecard>> ScoreAll(const Context& context, std::string_view selector,
                                               const score::Query& query) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kScores));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector, query.known_at));
  KAOPING_TRY(const Reach reach, Reach::Load(*reading, ground, context.actor));
  std::vector<score::Scorecard> cards;
  for (const std::string& unit : reach.units()) {
    KAOPING_TRY(const std::vector<std::string> names, ground.units.NamesOf(unit));
    KAOPING_TRY(const std::vector<score::Fact> facts,
                FactsOn(*reading, ground, names, query.known_at));
    KAOPING_TRY(score::Scorecard card, ScoreOn(ground, names.front(), facts, query));
    cards.push_back(std::move(card));
  }
  return cards;
}

}  // namespace kaoping::service
