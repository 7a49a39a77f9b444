// ReadBack: what the compiler understood, as one plain Chinese sentence that a person can confirm.

#ifndef KAOPING_RULES_READBACK_READBACK_H_
#define KAOPING_RULES_READBACK_READBACK_H_

#include <string>

#include "rules/ir/rule.h"

namespace kaoping::rules {

// “党委（党组）…不少于2次：每少1次扣1分，应有2次。”
std::string ReadBack(const Rule& rule);

// Its parts, as they stand in that sentence.
// What makes it count: “每少1次（应有2次）”, “由人裁量”; "" where the condition alone does.
std::string ReadBackCount(const Rule& rule);
// One step of what is counted: “1次”, “1个百分点”.
std::string ReadBackStep(const Rule& rule);
// What it is worth: “扣1分”, “按级别加：国家1分、省0.5分”, “定为不合格”.
std::string ReadBackWorth(const Rule& rule);
// The threshold of a tier: “90%以上”, “第1至3名”.
std::string ReadBack(const When& when);

// A limit of a compilation, its rules named by their numbers from 1: “第1、2项累计不超过2分。”
std::string ReadBack(const Limit& limit);
// “同一项工作只按最高的一次计分，适用于整个部分。”
std::string ReadBack(const Policy& policy);
// “结果与市级机关作风建设综合绩效考评挂钩。”
std::string ReadBack(const Link& link);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_READBACK_READBACK_H_
