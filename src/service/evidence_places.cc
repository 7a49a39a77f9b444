#include "service/evidence_places.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/check.h"
#include "scheme/diff_match.h"
#include "service/reviewed_scheme.h"
#include "service/scheme_lookup.h"
#include "service/statements.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr std::string_view kIdStem = "ev-";
constexpr std::size_t kLongestKey = 200;

Error TaskUnknown(std::string_view key) {
  return MakeError(ErrorKind::kNotFound, "task-unknown",
                   Say("方案中没有任务“{}”；请核对编号",
                       "the scheme has no task '{}'; check the key", Shorten(key)),
                   "task");
}

Error FactNotFound(std::string_view id) {
  return MakeError(ErrorKind::kNotFound, "fact-not-found",
                   Say("方案中没有事实“{}”；请核对编号",
                       "the scheme has no fact '{}'; check the id", Shorten(id)),
                   "fact");
}

// The task of an earlier scheme that became this one; nothing if none did.
std::optional<std::string> EarlierKey(const scheme::Scheme& before, const scheme::Scheme& after,
                                      std::string_view key) {
  const scheme::FlatScheme flat_before(before);
  const scheme::FlatScheme flat_after(after);
  const scheme::SchemeMatch match(flat_before, flat_after);
  for (std::size_t i = 0; i < flat_after.tasks.size(); ++i) {
    if (flat_after.tasks[i].task->key != key) continue;
    const int earlier = match.tasks.BeforeOf(i);
    if (earlier == scheme::Matching::kNone) return std::nullopt;
    return flat_before.tasks[static_cast<std::size_t>(earlier)].task->key;
  }
  return std::nullopt;
}

Result<std::vector<store::CitedPlace>> PlacesOfTask(const store::Transaction& transaction,
                                                    const Ground& ground, const std::string& key) {
  if (scheme::FindTask(ground.scheme, key) == nullptr) return TaskUnknown(key);
  std::vector<store::CitedPlace> places;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  for (const std::string& id : ground.lineage.schemes()) {
    if (id == ground.row.id) {
      places.push_back({id, ToString(CitedKind::kTask), key});
      continue;
    }
    const store::SchemeRow* const row = FindRow(rows, id);
    KAOPING_CHECK(row != nullptr);
    KAOPING_TRY(const scheme::Scheme earlier, LoadImported(transaction, *row));
    if (auto was = EarlierKey(earlier, ground.scheme, key)) {
      places.push_back({id, ToString(CitedKind::kTask), *std::move(was)});
    }
  }
  return places;
}

Result<std::vector<store::CitedPlace>> PlacesOfRule(const Ground& ground, const std::string& key) {
  KAOPING_TRY(const scheme::RuleRef rule, FindNamedRule(ground.scheme, key));
  std::vector<store::CitedPlace> places;
  // A rule's id is its own in whichever scheme it stands.
  for (const std::string& id : ground.lineage.RulesBehind(rule.Get().id)) {
    for (const std::string& scheme : ground.lineage.schemes()) {
      places.push_back({scheme, ToString(CitedKind::kRule), id});
    }
  }
  return places;
}

}  // namespace

Result<store::CitedPlace> FindCitedPlace(const store::Transaction& transaction,
                                         const CitationTarget& target) {
  KAOPING_TRY_STATUS(CheckText(target.target, kLongestKey, ToString(target.kind), "编号", "key"));
  KAOPING_TRY(const Ground ground, LoadPublished(transaction, target.scheme));
  store::CitedPlace place = {ground.row.id, ToString(target.kind), target.target};
  switch (target.kind) {
    case CitedKind::kTask:
      if (scheme::FindTask(ground.scheme, target.target) == nullptr) {
        return TaskUnknown(target.target);
      }
      return place;
    case CitedKind::kRule: {
      KAOPING_TRY(const scheme::RuleRef rule, FindNamedRule(ground.scheme, target.target));
      place.target = rule.Get().id;
      return place;
    }
    case CitedKind::kFact: {
      KAOPING_TRY(const std::optional<store::FactRow> fact,
                  ground.lineage.FindFact(transaction, target.target));
      if (!fact) return FactNotFound(target.target);
      place.scheme = fact->scheme;
      return place;
    }
  }
  KAOPING_CHECK(false);
}

Result<std::vector<store::CitedPlace>> PlacesOf(const store::Transaction& transaction,
                                                const EvidenceFilter& filter) {
  KAOPING_TRY(const Ground ground, LoadGround(transaction, filter.scheme));
  if (!filter.task.empty()) return PlacesOfTask(transaction, ground, filter.task);
  if (!filter.rule.empty()) return PlacesOfRule(ground, filter.rule);
  std::vector<store::CitedPlace> places;
  if (filter.fact.empty()) {
    for (const std::string& id : ground.lineage.schemes()) places.push_back({.scheme = id});
    return places;
  }
  KAOPING_TRY(const std::optional<store::FactRow> fact,
              ground.lineage.FindFact(transaction, filter.fact));
  if (!fact) return FactNotFound(filter.fact);
  places.push_back({fact->scheme, ToString(CitedKind::kFact), fact->id});
  return places;
}

Status KeepCitation(store::Transaction& work, const Context& context, const std::string& item,
                    const store::CitedPlace& place, std::string_view status) {
  store::CitationRow row;
  row.item = item;
  row.scheme = place.scheme;
  row.kind = place.kind;
  row.target = place.target;
  row.status = status;
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kCiteEvidence,
                                     StateCitation(row)));
  return work.evidence().Cite(row);
}

std::vector<std::string> ItemsNamedBy(const std::vector<std::string>& references) {
  std::vector<std::string> items;
  for (const std::string& reference : references) {
    if (!reference.starts_with(kIdStem)) continue;
    const std::size_t end =
        std::min(reference.find_first_not_of("0123456789", kIdStem.size()), reference.size());
    if (end == kIdStem.size()) continue;
    std::string id = reference.substr(0, end);
    if (std::find(items.begin(), items.end(), id) == items.end()) items.push_back(std::move(id));
  }
  return items;
}

}  // namespace kaoping::service
