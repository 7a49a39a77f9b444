// ReadBack: what the compiler understood, as plain Chinese sentences that a person can confirm, and
// that compile to the same again.

#ifndef KAOPING_RULES_READBACK_READBACK_H_
#define KAOPING_RULES_READBACK_READBACK_H_

#include <string>
#include <vector>

#include "rules/ir/rule.h"

namespace kaoping::rules {

// “党委（党组）…不少于2次：每少1次（应有2次），扣1分。” Says all of the rule but which others
// exclude it (one_of).
std::string ReadBack(const Rule& rule);

// Its parts, as they stand in that sentence.
// What makes it count: “每少1次（应有2次）”, “由人裁量”; "" for a forfeit or a veto.
std::string ReadBackCount(const Rule& rule);
// One step of what is counted: “1次”, “1个百分点”.
std::string ReadBackStep(const Rule& rule);
// What the count is held against: “2次”, “80%”, “3‰”; "" if the text names no target.
std::string ReadBackTarget(const Rule& rule);
// What it is worth: “扣1分”, “加（国家为1分、省为0.5分）”, “一律定为不合格”.
std::string ReadBackWorth(const Rule& rule);
// The threshold of a tier: “90%以上”, “第1至3名”.
std::string ReadBack(const When& when);
// “应办事项”, “发生即计”.
std::string ReadBack(Nature nature);

// The rules of one criterion, with what they exclude: “…（与第2项只取其一）。”
std::vector<std::string> ReadBackRules(const std::vector<Rule>& rules);
// A limit of a compilation, its rules named by their numbers from 1: “第1、2项累计不超过2分。”
std::string ReadBack(const Limit& limit);
// “同一项工作只按得分最高的一次计算，适用于整个部分。”
std::string ReadBack(const Policy& policy);
// “结果与市级机关作风建设综合绩效考评挂钩。”
std::string ReadBack(const Link& link);

// All of it as one text, the rules numbered. Compile(ReadBackText(compilation)) gives the same
// rules, limits, policies and links; only spans differ, and there are no diagnostics but those that
// a rule asks for itself.
std::string ReadBackText(const Compilation& compilation);

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_READBACK_READBACK_H_
