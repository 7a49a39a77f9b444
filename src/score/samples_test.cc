#include "score/samples_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "scheme/json.h"
#include "scheme/parse.h"

namespace kaoping::score {
namespace {

using nlohmann::ordered_json;

std::string Nth(std::string_view parent, std::size_t index) {
  return (parent.empty() ? "" : std::string(parent) + ".") + std::to_string(index + 1);
}

template <typename T>
void Default(ordered_json& json, const char* name, T value) {
  if (!json.contains(name)) json[name] = std::move(value);
}

void CompleteCriterion(ordered_json& criterion, const std::string& task) {
  if (criterion.contains("same_as")) return;
  Default(criterion, "text", "考评标准的文字");
  for (const char* list : {"rules", "limits", "policies", "links"}) {
    Default(criterion, list, ordered_json::array());
    for (ordered_json& part : criterion[list]) Default(part, "span", ordered_json({0, 7}));
  }
  for (std::size_t i = 0; i < criterion["rules"].size(); ++i) {
    Default(criterion["rules"][i], "key", Nth(task, i));
    Default(criterion["rules"][i], "id", "id-" + criterion["rules"][i]["key"].get<std::string>());
  }
}

void CompleteTask(ordered_json& task, const std::string& key) {
  Default(task, "key", key);
  for (const char* list : {"rules", "limits", "policies"}) {
    if (!task.contains(list)) continue;
    task["criterion"][list] = task[list];
    task.erase(list);
  }
  if (task.contains("criterion")) CompleteCriterion(task["criterion"], key);
}

void CompleteSection(ordered_json& section, const std::string& key) {
  Default(section, "key", key);
  Default(section, "title", "第" + key + "部分");
  Default(section, "kind", "ordinary");
  for (std::size_t i = 0; i < section["tasks"].size(); ++i) {
    CompleteTask(section["tasks"][i], Nth(key, i));
  }
}

// Whole or not, a test without its scheme cannot go on.
template <typename T>
T Expect(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message.en);
  return std::move(result).value();
}

const Reason* Find(const Reason& reason, std::string_view key) {
  if (reason.key == key) return &reason;
  for (const Reason& child : reason.children) {
    if (const Reason* const found = Find(child, key)) return found;
  }
  return nullptr;
}

}  // namespace

Date Day(std::string_view text) { return Date::Parse(text).value(); }
Points P(std::string_view text) { return Points::Parse(text).value(); }

scheme::Scheme MakeScheme(std::string_view json) {
  ordered_json scheme = ordered_json::parse(json);
  Default(scheme, "format", "scheme/1");
  Default(scheme, "title", "考评方案");
  Default(scheme, "year", 2017);
  Default(scheme, "period", ordered_json({{"from", "2017-01-01"}, {"to", "2017-12-31"}}));
  Default(scheme, "settings", ordered_json({{"decimals", 2}}));
  for (std::size_t i = 0; i < scheme["sections"].size(); ++i) {
    CompleteSection(scheme["sections"][i], Nth("", i));
  }
  return Expect(scheme::ReadScheme(scheme.dump()));
}

scheme::Scheme MakeScheme(std::initializer_list<std::string_view> rules) {
  ordered_json list = ordered_json::array();
  for (const std::string_view rule : rules) list.push_back(ordered_json::parse(rule));
  const ordered_json task = {{"rules", list}};
  const ordered_json section = {{"tasks", ordered_json::array({task})}};
  return MakeScheme(ordered_json({{"sections", ordered_json::array({section})}}).dump());
}

scheme::Scheme ReferenceNotice() {
  std::ifstream file(KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return Expect(scheme::ParseNotice("notice.txt", bytes.str())).scheme;
}

std::vector<Fact> MakeFacts(std::initializer_list<std::string_view> facts) {
  std::vector<Fact> all;
  for (const std::string_view fact : facts) {
    ordered_json json = ordered_json::parse(fact);
    Default(json, "unit", "局");
    for (Fact& read : Expect(ReadFactLine(json.dump()))) all.push_back(std::move(read));
  }
  return all;
}

Scorecard CardOf(const scheme::Scheme& scheme, const std::vector<Fact>& facts, const Query& query) {
  return Expect(ScoreUnit(scheme, "局", facts, query));
}

std::string TotalOf(const scheme::Scheme& scheme, std::initializer_list<std::string_view> facts,
                    const Query& query) {
  return CardOf(scheme, MakeFacts(facts), query).total.ToString();
}

std::string ErrorOf(const scheme::Scheme& scheme, std::initializer_list<std::string_view> facts,
                    const Query& query) {
  const std::vector<Fact> made = MakeFacts(facts);
  const Result<Scorecard> card = ScoreUnit(scheme, "局", made, query);
  return card ? "" : card.error().code;
}

Query In(Reading reading) {
  Query query;
  query.reading = reading;
  return query;
}

Query AsOf(std::string_view day) {
  Query query;
  query.as_of = Day(day);
  return query;
}

Query KnownAt(std::string_view moment) {
  Query query;
  query.known_at = Timestamp::Parse(moment).value();
  return query;
}

std::string AmountOf(const Scorecard& card, std::string_view rule) {
  for (const RuleAmount& amount : card.rules) {
    if (amount.rule == rule) return amount.amount.ToString();
  }
  return "";
}

const Reason& ReasonOf(const Scorecard& card, std::string_view key) {
  const Reason* const found = Find(card.why, key);
  if (found == nullptr) throw std::runtime_error("no reason " + std::string(key));
  return *found;
}

}  // namespace kaoping::score
