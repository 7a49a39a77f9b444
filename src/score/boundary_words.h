// The words of a boundary table: what is recorded, and what comes of it.

#ifndef KAOPING_SCORE_BOUNDARY_WORDS_H_
#define KAOPING_SCORE_BOUNDARY_WORDS_H_

#include <string>

#include "score/inquiry.h"
#include "score/plan.h"
#include "score/probe.h"

namespace kaoping::score {

// “实有1次”, “未建立学法制度”, “缺部署、活动”
std::string GivenInWords(const Plan& plan, const Probe& probe, Decimal figure,
                         const Variant& variant);

// “扣1分”, “不扣分”, “定为不合格”
std::string ResultInWords(const Plan& plan, int rule, const Answer& answer);

// “设它所加重的第1项同样发生，设本项应得的分都已得到”; "" if nothing is presupposed.
std::string PremiseInWords(const Plan& plan, const Probe& probe, bool needs_awards);

// “1例，而没有它所加重的情形”
std::string WithoutBaseInWords(const Plan& plan, int rule, const std::string& given);

// 未建立学法制度 → 已建立学法制度: the opposite of a condition, where one word makes it so; else
// "".
std::string OppositeOf(std::string_view condition);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_BOUNDARY_WORDS_H_
