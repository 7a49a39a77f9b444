// The words and figures of a reason: Chinese, with a true minus sign, never a double's digits.

#ifndef KAOPING_SCORE_WORDS_H_
#define KAOPING_SCORE_WORDS_H_

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "rules/ir/rule.h"

namespace kaoping::score {

std::string Number(Decimal value);               // "2", "−0.5"
std::string InPoints(Points points);             // "1分"
std::string SignedPoints(Points points);         // "+1分", "−0.5分", "0分"
std::string MonthAndDay(Date day, int in_year);  // "3月20日", of another year "2018年1月10日"

// What the rule counts: 次, 例, 个百分点; 次 where the text names nothing.
std::string UnitOf(const rules::Rule& rule);
// "2例", "3个百分点"
std::string Counted(Decimal number, const rules::Rule& rule);

// “定为不合格”, “一票否决”
std::string WordsOf(const rules::Consequence& consequence);

// The words of the rule in quotation marks, and nothing where it has none.
std::string Quoted(std::string_view words);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_WORDS_H_
