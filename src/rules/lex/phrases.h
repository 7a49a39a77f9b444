// Phrases: the fixed words of a rule read back as a sentence, shared by what writes them
// (rules/readback) and what reads them again (rules/parse). They make the sentence unambiguous:
//
//   条件：[门槛，][怎么数，]分值（性质）（与第2项只取其一）。

#ifndef KAOPING_RULES_LEX_PHRASES_H_
#define KAOPING_RULES_LEX_PHRASES_H_

#include <string_view>

namespace kaoping::rules::phrases {

inline constexpr std::string_view kEnd = "。";
inline constexpr std::string_view kColon = "：";
inline constexpr std::string_view kComma = "，";
inline constexpr std::string_view kListMark = "、";
inline constexpr std::string_view kOpen = "（";
inline constexpr std::string_view kClose = "）";
inline constexpr std::string_view kPoints = "分";

// What the count is
inline constexpr std::string_view kOnce = "不论次数";           // occurs
inline constexpr std::string_view kEachTime = "逐次";           // each, without a unit
inline constexpr std::string_view kEvery = "每";                // each
inline constexpr std::string_view kEveryFewer = "每少";         // short
inline constexpr std::string_view kEveryMore = "每多";          // over
inline constexpr std::string_view kEveryLower = "每低";         // below
inline constexpr std::string_view kEveryHigher = "每高";        // above
inline constexpr std::string_view kEveryAbsent = "每缺";        // missing
inline constexpr std::string_view kEveryLate = "每逾期";        // late
inline constexpr std::string_view kFallBack = "名次每后退";     // rank, by places lost
inline constexpr std::string_view kMoveForward = "名次每前进";  // rank, by places won
inline constexpr std::string_view kByPlace = "按名次";          // rank, by its levels
inline constexpr std::string_view kLastPlace = "末位";          // rank
inline constexpr std::string_view kInProportion = "按比例";     // ratio
inline constexpr std::string_view kByJudgement = "由人裁量";    // judged
inline constexpr std::string_view kAnyPart = "样";              // the unit of missing that has none
inline constexpr std::string_view kPlace = "位";

// Targets, in brackets
inline constexpr std::string_view kRequired = "应有";      // short, missing
inline constexpr std::string_view kRequiredRate = "应达";  // below
inline constexpr std::string_view kLimitedTo = "以";       // over, above, ratio
inline constexpr std::string_view kAsLimit = "为限";       // over, above
inline constexpr std::string_view kAsFull = "为满";        // ratio
inline constexpr std::string_view kAltogether = "共";      // missing, how many parts there are
inline constexpr std::string_view kNoTarget = "标准数未写明";

// Thresholds
inline constexpr std::string_view kAtLeast = "以上";
inline constexpr std::string_view kAtMost = "以下";
inline constexpr std::string_view kMoreThan = "超过";
inline constexpr std::string_view kLessThan = "不足";
inline constexpr std::string_view kBoth = "且";
inline constexpr std::string_view kNth = "第";
inline constexpr std::string_view kTo = "至";
inline constexpr std::string_view kRankedPlace = "名";
inline constexpr std::string_view kAndAfter = "名以后";

// Worth
inline constexpr std::string_view kDeduct = "扣";
inline constexpr std::string_view kBonus = "加";
inline constexpr std::string_view kAward = "得";
inline constexpr std::string_view kFullMark = "得满分";
inline constexpr std::string_view kUndecided = "分（分值未定）";
inline constexpr std::string_view kIs = "为";         // of a level: 国家为1分
inline constexpr std::string_view kOnTopOf = "在第";  // 在第1项之上再
inline constexpr std::string_view kAdding = "项之上再";
inline constexpr std::string_view kBy = "按";  // 按第1项的2倍, 按2倍
inline constexpr std::string_view kOfRule = "项的";
inline constexpr std::string_view kTimes = "倍";
inline constexpr std::string_view kForfeit = "一律不得分";
inline constexpr std::string_view kVeto = "一律一票否决";
inline constexpr std::string_view kGraded = "一律定为";
inline constexpr std::string_view kLowered = "一律降低";
inline constexpr std::string_view kGrades = "个等次";
inline constexpr std::string_view kBarred = "一律取消";
inline constexpr std::string_view kQualification = "资格";
inline constexpr std::string_view kPutLast = "一律列末位";

// Remarks, in brackets
inline constexpr std::string_view kDuty = "应办事项";
inline constexpr std::string_view kIncident = "发生即计";
inline constexpr std::string_view kExclusiveWith = "与第";  // 与第1、2项只取其一
inline constexpr std::string_view kOneApplies = "项只取其一";

// Limits, policies, links
inline constexpr std::string_view kRules = "项";
inline constexpr std::string_view kWholeSection = "本部分各项";
inline constexpr std::string_view kWholeScheme = "全部各项";
inline constexpr std::string_view kEveryItem = "每一项";
inline constexpr std::string_view kPerThing = "每";
inline constexpr std::string_view kAtMostInTotal = "累计不超过";
inline constexpr std::string_view kUpToBase = "的扣分以本项分值为限，扣完为止";
inline constexpr std::string_view kAnyWork = "重复的项目";
inline constexpr std::string_view kHighestOnly = "只按得分最高的一次计算";
inline constexpr std::string_view kForSection = "，适用于整个部分";
inline constexpr std::string_view kNoFloor = "扣分不保底，可以出现负分";
inline constexpr std::string_view kResult = "结果与";
inline constexpr std::string_view kLinked = "挂钩";

}  // namespace kaoping::rules::phrases

#endif  // KAOPING_RULES_LEX_PHRASES_H_
