#include "service/lineage.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

Error Unreadable(const std::string& id) {
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("方案{}的接替记录读不出来；请用 kaoping verify 校验数据",
                       "what scheme {} took over cannot be read; run kaoping verify", id));
}

Result<Heirs> ReadSuccession(const store::SuccessionRow& row) {
  const ordered_json json = ordered_json::parse(row.body, nullptr, /*allow_exceptions=*/false);
  const auto rules = json.is_object() ? json.find("rules") : json.end();
  if (!json.is_object() || rules == json.end() || !rules->is_object()) {
    return Unreadable(row.scheme);
  }
  Heirs heirs;
  for (const auto& [before, after] : rules->items()) {
    if (!after.is_string()) return Unreadable(row.scheme);
    heirs[before] = after.get<std::string>();
  }
  return heirs;
}

// `first`, and `then` what became of that.
Heirs Compose(const Heirs& first, const Heirs& then) {
  Heirs composed;
  for (const auto& [before, between] : first) {
    const auto after = then.find(between);
    if (after != then.end()) composed[before] = after->second;
  }
  return composed;
}

}  // namespace

std::string WriteSuccession(const Heirs& heirs, const std::vector<std::string>& left) {
  return ordered_json({{"rules", heirs}, {"left", left}}).dump();
}

Result<Lineage> Lineage::Load(const store::Transaction& transaction, const store::SchemeRow& row) {
  Lineage lineage;
  lineage.schemes_.push_back(row.id);
  if (!row.succession) return lineage;
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  const store::SchemeRow* later = &row;
  while (later->succession) {
    const std::string& earlier = later->succession->follows;
    KAOPING_TRY(Heirs heirs, ReadSuccession(*later->succession));
    const bool is_direct = later->id == row.id;
    if (!is_direct) heirs = Compose(heirs, lineage.heirs_.at(later->id));
    const bool is_new = lineage.heirs_.emplace(earlier, std::move(heirs)).second;
    const store::SchemeRow* const found = FindRow(rows, earlier);
    // Tampered data might go round in a circle.
    if (!is_new || found == nullptr) return Unreadable(later->id);
    lineage.schemes_.push_back(earlier);
    later = found;
  }
  return lineage;
}

std::optional<std::string> Lineage::HeirOf(std::string_view scheme, const std::string& rule) const {
  if (scheme == schemes_.front()) return rule;
  const auto heirs = heirs_.find(scheme);
  if (heirs == heirs_.end()) return std::nullopt;
  const auto heir = heirs->second.find(rule);
  return heir == heirs->second.end() ? std::nullopt : std::optional(heir->second);
}

std::vector<std::string> Lineage::RulesBehind(const std::string& rule) const {
  std::vector<std::string> rules = {rule};
  for (const auto& [scheme, heirs] : heirs_) {
    for (const auto& [before, after] : heirs) {
      if (after == rule && std::find(rules.begin(), rules.end(), before) == rules.end()) {
        rules.push_back(before);
      }
    }
  }
  return rules;
}

Result<std::optional<store::FactRow>> Lineage::FindFact(const store::Transaction& transaction,
                                                        std::string_view id) const {
  for (const std::string& scheme : schemes_) {
    KAOPING_TRY(std::optional<store::FactRow> row, transaction.facts().Find(scheme, id));
    if (row) return row;
  }
  return std::optional<store::FactRow>();
}

const store::SchemeRow* FindRow(const std::vector<store::SchemeRow>& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [id](const store::SchemeRow& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

const store::SchemeRow* FindPublished(const std::vector<store::SchemeRow>& rows,
                                      const store::SchemeRow& row) {
  const store::SchemeRow* at = &row;
  // No chain is longer than the list.
  for (std::size_t steps = 0; at != nullptr && steps <= rows.size(); ++steps) {
    if (at->publication) return at;
    at = at->revision ? FindRow(rows, at->revision->revises) : nullptr;
  }
  return nullptr;
}

bool Revises(const std::vector<store::SchemeRow>& rows, const store::SchemeRow& later,
             std::string_view earlier) {
  const store::SchemeRow* at = &later;
  for (std::size_t steps = 0; at != nullptr && at->revision && steps <= rows.size(); ++steps) {
    if (at->revision->revises == earlier) return true;
    at = FindRow(rows, at->revision->revises);
  }
  return false;
}

}  // namespace kaoping::service
