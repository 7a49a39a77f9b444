#include <nlohmann/json.hpp>

#include "api/json.h"
#include "api/routes.h"
#include "score/json.h"
#include "service/scores.h"

namespace kaoping::api {
namespace {

Result<std::optional<Date>> QueryDay(const Request& request, std::string_view name) {
  const auto text = request.target.Query(name);
  if (!text) return std::optional<Date>();
  if (const auto day = Date::Parse(*text)) return std::optional<Date>(day);
  return MakeError(
      ErrorKind::kInvalid, "day-unreadable",
      Say("“{}”不是日期；请写成 2017-05-03 这样", "\"{}\" is no day; write 2017-05-03", *text),
      name);
}

Result<std::optional<Timestamp>> QueryMoment(const Request& request, std::string_view name) {
  const auto text = request.target.Query(name);
  if (!text) return std::optional<Timestamp>();
  if (const auto moment = Timestamp::Parse(*text)) return std::optional<Timestamp>(moment);
  return MakeError(
      ErrorKind::kInvalid, "moment-unreadable",
      Say("“{}”不是时刻；请写成 2018-01-10T09:30:00+08:00 这样（加号须写作 %2B）",
          "\"{}\" is no moment; write 2018-01-10T09:30:00+08:00 (the plus as %2B)", *text),
      name);
}

}  // namespace

Result<Response> GetScores(const Call& call) {
  KAOPING_TRY(const auto as_of, QueryDay(call.request, "as_of"));
  KAOPING_TRY(const auto known_at, QueryMoment(call.request, "known_at"));
  KAOPING_TRY(const auto readings, service::ScoreReadings(call.Context(), call.parameters[0],
                                                          call.parameters[1], as_of, known_at));
  return JsonResponse(200, {{"readings",
                             {{"confirmed", readings.confirmed},
                              {"claimed", readings.claimed},
                              {"projected", readings.projected}}}});
}

Result<Response> ListOwed(const Call& call) {
  score::Query query;
  query.reading = score::Reading::kProjected;
  KAOPING_TRY(const auto card,
              service::Score(call.Context(), call.parameters[0], call.parameters[1], query));
  Points total;
  for (const score::Owed& owed : card.owed) {
    if (owed.at_stake) total += *owed.at_stake;
  }
  return JsonResponse(200, {{"items", card.owed}, {"total", total.ToString()}});
}

}  // namespace kaoping::api
