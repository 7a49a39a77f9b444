#include "score/words.h"

#include <fmt/format.h>

namespace kaoping::score {
namespace {

constexpr std::string_view kMinus = "−";

Decimal Magnitude(Decimal value) { return value.IsNegative() ? -value : value; }

}  // namespace

std::string Number(Decimal value) {
  return fmt::format("{}{}", value.IsNegative() ? kMinus : "", Magnitude(value).ToString());
}

std::string InPoints(Points points) { return Number(points) + "分"; }

std::string SignedPoints(Points points) {
  return fmt::format("{}{}", points.IsPositive() ? "+" : "", InPoints(points));
}

std::string MonthAndDay(Date day, int in_year) {
  if (day.Year() != in_year) return day.ToChinese();
  return fmt::format("{}月{}日", day.Month(), day.Day());
}

std::string UnitOf(const rules::Rule& rule) {
  if (rule.unit.empty()) return rule.trigger == rules::Trigger::kMissing ? "项" : "次";
  return rule.unit == "百分点" ? "个百分点" : rule.unit;
}

std::string Counted(Decimal number, const rules::Rule& rule) {
  return Number(number) + UnitOf(rule);
}

std::string WordsOf(const rules::Consequence& consequence) {
  if (!consequence.grade.empty()) return "定为" + consequence.grade;
  if (consequence.lower) return fmt::format("降低{}个等次", *consequence.lower);
  if (!consequence.bar.empty()) return fmt::format("取消{}资格", consequence.bar);
  return consequence.last ? "列末位" : "一票否决";
}

std::string Quoted(std::string_view words) {
  return words.empty() ? "" : fmt::format("“{}”", words);
}

}  // namespace kaoping::score
