// The vocabulary of scoring criteria: which words mean what. All of it stands in lexicon.cc.

#ifndef KAOPING_RULES_LEX_LEXICON_H_
#define KAOPING_RULES_LEX_LEXICON_H_

#include <optional>
#include <string_view>

#include "rules/lex/token.h"

namespace kaoping::rules {

struct LexiconMatch {
  Word word = Word::kOther;
  int length = 0;        // in characters
  int times_a_year = 0;  // kYearly
};

// The longest word that `text` starts with; nothing if none does.
std::optional<LexiconMatch> FindWord(std::u32string_view text);

// Whether `text` (a few characters) contains a word of this kind, as FindWord would read it.
bool Contains(std::u32string_view text, Word word);

// Whether `name` is that of a paper: 工作方案, 移交清册.
bool NamesADocument(std::string_view name);

// Words whose very characters matter to the grammar, beyond what kind of word they are.
inline constexpr std::string_view kEveryWord = "每";
inline constexpr std::string_view kPieceWord = "个";
inline constexpr std::string_view kWholeScore = "总";  // 总分 总成绩
inline constexpr std::string_view kFrom = "从";
inline constexpr std::string_view kIn = "在";
inline constexpr std::string_view kLevelWord = "级";
inline constexpr std::string_view kPercentSign = "%";
inline constexpr std::string_view kPercentPointWord = "百分点";
inline constexpr std::string_view kShortPercentPoint = "点";  // 低1个点
inline constexpr std::string_view kAnyOf = "任";              // 任一项, 任意一项
inline constexpr std::string_view kDeductWord = "扣";
inline constexpr std::string_view kTimesWord = "倍";
inline constexpr std::string_view kNotYet = "未";
inline constexpr std::string_view kFallingDeduct = "递减";
inline constexpr std::string_view kHas = "有";
inline constexpr std::string_view kWins = "获";  // 获得 荣获
inline constexpr std::string_view kLowWord = "低";
inline constexpr std::string_view kTenThousand = "万";
inline constexpr std::string_view kHundredMillion = "亿";
inline constexpr std::string_view kLateWord = "迟";  // 迟到
inline constexpr std::string_view kPlacesUnit = "位次";
inline constexpr std::string_view kListAs = "列";
inline constexpr std::string_view kPerMilleSign = "‰";
inline constexpr std::string_view kPerMillePoint = "千分点";
inline constexpr std::string_view kStepWord = "档";
inline constexpr std::string_view kHighestWord = "最高";
inline constexpr std::string_view kForbids = "不";
inline constexpr std::string_view kArabicOne = "1";
inline constexpr std::string_view kNumberOf = "号";
inline constexpr std::string_view kScoreWord = "得分";  // 考核得分
inline constexpr std::string_view kItemWord = "项";
inline constexpr std::string_view kPlaceUnit = "位";
inline constexpr std::string_view kPersonUnit = "名";
inline constexpr std::string_view kPointWord = "分";

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_LEX_LEXICON_H_
