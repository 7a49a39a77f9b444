#include "service/fact_sense.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace kaoping::service {
namespace {

// The measure words of rules/lex/lexicon.cc that count things one by one. Not among them: those
// that measure (亩, 课时) and the units of time.
constexpr std::array<std::string_view, 24> kCounters = {
    "次", "起", "例", "项", "件", "人", "人次", "条", "处", "份", "篇", "场",
    "期", "户", "家", "名", "位", "宗", "种",   "类", "座", "台", "辆", "个"};

bool CountsThings(const rules::Rule& rule) {
  using rules::Trigger;
  const bool is_count = rule.trigger == Trigger::kEach || rule.trigger == Trigger::kShort ||
                        rule.trigger == Trigger::kOver;
  return is_count && std::find(kCounters.begin(), kCounters.end(), rule.unit) != kCounters.end();
}

}  // namespace

Status CheckWhole(const rules::Rule& rule, const score::Fact& fact) {
  if (!CountsThings(rule)) return Ok();
  const std::pair<const char*, const std::optional<Decimal>*> figures[] = {
      {"count", &fact.count}, {"value", &fact.value}, {"add", &fact.add}};
  for (const auto& [field, figure] : figures) {
    if (!*figure || (*figure)->IsWhole()) continue;
    return MakeError(ErrorKind::kInvalid, "count-fraction",
                     Say("字段 {0} 是{1}，而“{2}”按整数计；请写整数",
                         "field {0} is {1}, but '{2}' is counted in whole numbers: give one", field,
                         (*figure)->ToString(), rule.unit),
                     field);
  }
  return Ok();
}

Status CheckClocks(const score::Fact& fact) {
  if (!fact.known || !fact.on || fact.known->BeijingDay() >= *fact.on) return Ok();
  return MakeError(ErrorKind::kInvalid, "known-before-on",
                   Say("得知的时间{0}早于发生的日子{1}；请核对字段 known 和 on",
                       "the time when it became known, {0}, is before the day it happened, {1}: "
                       "check the fields known and on",
                       fact.known->ToBeijing(), fact.on->ToString()),
                   "known");
}

}  // namespace kaoping::service
