// The words by which a notice is understood: all Chinese vocabulary of the room, and nothing else.

#ifndef KAOPING_NOTICE_VOCABULARY_H_
#define KAOPING_NOTICE_VOCABULARY_H_

#include <span>
#include <string_view>

#include "notice/notice.h"

namespace kaoping::notice {

using Words = std::span<const std::string_view>;

// ---- The notice ---------------------------------------------------------------------------------

Words DocumentTypes();       // 通知, 意见, …: how a title ends
Words TableTitleEndings();   // 表, 办法, …: how the title over a table ends
Words SecrecyGrades();       // 秘密, …
Words CopyLabels();          // 抄送, 抄报: how the line of copies starts
Words OwnAttachmentVerbs();  // 印发: the 《》 behind it in a title is the notice's own

inline constexpr std::string_view kAbout = "关于";
inline constexpr std::string_view kIssuerEnding = "文件";
inline constexpr std::string_view kAttachment = "附件";
inline constexpr std::string_view kSigner = "签发人";
inline constexpr std::string_view kPrinted = "印发";
inline constexpr std::string_view kCitationOpen = "《";
inline constexpr std::string_view kCitationClose = "》";

// ---- The table ----------------------------------------------------------------------------------

struct Heading {
  std::string_view word;
  Role role;
};
// Where several words stand in one heading, the longest decides.
std::span<const Heading> Headings();
// What a column beside the contents is called that says how much of them: 任务, 目标值.
Words TargetWords();
// What a column is called that says how an item is looked at: 办法, 方式.
Words MethodWords();
// Of two columns of criteria, the one that speaks of these is it.
Words ScoringWords();
// The first cell of a row that only adds up.
Words TotalWords();
// What a remark below or across the table begins with.
Words RemarkWords();

struct KindWord {
  std::string_view word;
  Section::Kind kind;
};
// The first word that stands in a section's title decides; without any it is ordinary.
std::span<const KindWord> KindWords();
// Verbs before a figure of points: 扣2分.
Words PointVerbs();
// What speaks of points without a figure: 不得分, 扣完.
Words PointPhrases();
// How the part of a sentence begins that says what costs points: 未…, 每…
Words CriterionOpeners();

// ---- Offices ------------------------------------------------------------------------------------

Words NameEndings();    // 处, 室, 中心: how a whole name ends; longest first
Words GroupNouns();     // 处室, 部门: what only a group is called
Words Quantifiers();    // 各, 全体
Words OpenWords();      // 相关, 有关
Words CaseWords();      // 涉案
Words DocumentWords();  // 确定的
Words Conjunctions();   // 和, 及
// Who does what. A phrase is one of these words, with an adverb before it or what is done behind
// it: 共同牵头, 牵头负责.
Words LeadWords();          // 牵头, 主办
Words SupportWords();       // 配合, 协办
Words AnswerWords();        // 责任, 负责: says neither
Words TogetherWords();      // 会同: those behind it support
Words RoleAdverbs();        // 共同
Words RoleTails();          // 落实
Words RoleContinuations();  // 人: behind them, no name begins but the word goes on: 参与人

inline constexpr std::string_view kBy = "由";  // 由甲处牵头

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_VOCABULARY_H_
