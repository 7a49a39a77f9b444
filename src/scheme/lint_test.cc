#include "scheme/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "scheme/json.h"
#include "scheme/parse.h"
#include "scheme/words.h"

namespace kaoping::scheme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A table of 项目, 内容, 分值, 责任处室, 评分标准 with these rows.
Scheme SchemeOf(std::initializer_list<std::string_view> rows) {
  std::string notice =
      "某市商务局文件\n关于印发2017年度考评表的通知\n项目\t内容\t分值\t责任处室\t评分标准\n";
  for (const std::string_view row : rows) notice += std::string(row) + "\n";
  return ParseNotice("表.txt", notice).value().scheme;
}

// “1.1 base-sum 5分”: the task (— for none), the code and the words of each finding.
std::vector<std::string> Told(const std::vector<LintFinding>& findings) {
  std::vector<std::string> told;
  for (const LintFinding& finding : findings) {
    const Span& span = finding.diagnostic.span;
    const std::string words =
        finding.text.empty() || span.IsEmpty() ? "" : WordsAt(finding.text, span);
    told.push_back((finding.task.empty() ? "—" : finding.task) + " " + finding.diagnostic.code +
                   " " + words);
  }
  return told;
}

std::vector<std::string> Told(std::initializer_list<std::string_view> rows) {
  return Told(Lint(SchemeOf(rows)));
}

rules::Rule& RuleOf(Scheme& scheme) { return scheme.sections[0].tasks[0].criterion->rules[0].rule; }

// ---- Signs --------------------------------------------------------------------------------------

TEST(LintSigns, TheWordsMustSayWhatTheRuleDoes) {
  Scheme scheme = SchemeOf({"组织\t健全机构\t\t\t机构不健全的扣1分"});
  EXPECT_THAT(Told(Lint(scheme)), IsEmpty());
  RuleOf(scheme).effect = rules::Effect::kBonus;
  const std::vector<LintFinding> findings = Lint(scheme);
  ASSERT_THAT(Told(findings), ElementsAre("1.1 sign-mismatch 扣1分"));
  EXPECT_EQ(findings.front().rule, "1.1.1");
  EXPECT_TRUE(HasErrors(findings));
}

TEST(LintSigns, WorkBothWays) {
  Scheme scheme = SchemeOf({"组织\t健全机构\t\t\t受到表彰的加1分"});
  RuleOf(scheme).effect = rules::Effect::kDeduct;
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("1.1 sign-mismatch 加1分"));
}

TEST(LintSigns, WordsThatSayBothOrNeitherShowNothing) {
  for (const char* text :
       {"拒不改正的加扣1分", "完成的得2分，未完成的扣1分", "10分钟内到场的加1分"}) {
    const Scheme scheme = SchemeOf({std::string("组织\t健全机构\t\t\t") + text});
    for (const LintFinding& finding : Lint(scheme)) {
      EXPECT_NE(finding.diagnostic.code, "sign-mismatch") << text;
    }
  }
}

// ---- Sums ---------------------------------------------------------------------------------------

TEST(LintSums, TheTitleOfASectionMayStateItsTotal) {
  EXPECT_THAT(
      Told({"组织（5分）\t甲\t2\t\t甲没有完成的扣1分", "组织（5分）\t乙\t2\t\t乙没有完成的扣1分"}),
      ElementsAre("— base-sum 5分"));
  EXPECT_THAT(
      Told({"组织（5分）\t甲\t2\t\t甲没有完成的扣1分", "组织（5分）\t乙\t3\t\t乙没有完成的扣1分"}),
      IsEmpty());
}

TEST(LintSums, MinutesAreNoPoints) {
  EXPECT_THAT(Told({"10分钟响应（5分）\t甲\t4\t\t甲没有完成的扣1分"}),
              ElementsAre("— base-sum 5分"));
}

TEST(LintSums, LessIsToldOnlyWhereEveryItemHasABase) {
  Scheme scheme = SchemeOf(
      {"组织（5分）\t甲\t2\t\t甲没有完成的扣1分", "组织（5分）\t乙\t2\t\t乙没有完成的扣1分"});
  scheme.sections[0].tasks[1].base.reset();
  EXPECT_THAT(Told(Lint(scheme)), IsEmpty());
  scheme.sections[0].tasks[0].base->points = Points::FromInt(6);
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("— base-sum 5分"));
}

TEST(LintSums, ASharedBaseCountsOnce) {
  EXPECT_THAT(
      Told({"组织（5分）\t甲\t5\t\t甲没有完成的扣1分", "组织（5分）\t乙\t\t\t乙没有完成的扣1分"}),
      IsEmpty());
}

TEST(LintSums, TheSectionsAddUpToTheScheme) {
  Scheme scheme =
      SchemeOf({"组织\t甲\t2\t\t甲没有完成的扣1分", "宣传\t乙\t3\t\t乙没有完成的扣1分"});
  scheme.settings.base = Points::FromInt(5);
  EXPECT_THAT(Told(Lint(scheme)), IsEmpty());
  scheme.settings.base = Points::FromInt(6);
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("— base-sum "));
  scheme.sections[0].base = Points::FromInt(3);  // a section's own base goes before its items
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("— base-sum 组织"));
}

TEST(LintSums, ATitleMustNotContradictTheBase) {
  Scheme scheme = SchemeOf({"组织（5分）\t甲\t4\t\t甲没有完成的扣1分"});
  scheme.sections[0].base = Points::FromInt(4);
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("— base-sum 5分"));
}

// ---- What the content requires ------------------------------------------------------------------

TEST(LintFigures, AnotherCountInTheContentIsTold) {
  const Scheme scheme =
      SchemeOf({"学习\t集中学法不少于4次\t\t\t集中学法每年不少于两次，每少一次扣1分"});
  const std::vector<LintFinding> findings = Lint(scheme);
  ASSERT_THAT(Told(findings), ElementsAre("1.1 figure-differs 两次"));
  EXPECT_THAT(findings.front().diagnostic.message.zh, HasSubstr("内容要求4次"));
}

TEST(LintFigures, AContentThatRequiresSeveralThingsMayMeanThisOne) {
  EXPECT_THAT(
      Told({"学习\t每季度召开一次例会，集中学法不少于2次\t\t\t集中学法不少于2次，每少一次扣1分"}),
      IsEmpty());
  EXPECT_THAT(Told({"学习\t集中学法全年4次，培训2次\t\t\t专题培训不少于2次，少一次扣1分"}),
              IsEmpty());
  // 12次 is no 2次.
  EXPECT_THAT(Told({"学习\t集中学法不少于12次\t\t\t集中学法不少于2次，每少一次扣1分"}),
              ElementsAre("1.1 figure-differs 2次"));
}

TEST(LintFigures, RatesAreComparedToo) {
  EXPECT_THAT(Told({"信访\t办结率达到98%\t\t\t办结率低于95%的，每低1个百分点扣0.5分"}),
              ElementsAre("1.1 figure-differs 95%"));
  EXPECT_THAT(Told({"信访\t办结率达到95%\t\t\t办结率低于95%的，每低1个百分点扣0.5分"}), IsEmpty());
}

// ---- The same failing ---------------------------------------------------------------------------

TEST(LintLikeness, TwoTasksThatPunishOneFailingAreTold) {
  const std::vector<LintFinding> findings =
      Lint(SchemeOf({"组织\t落实责任\t\t\t未建立领导干部学法制度的扣1分",
                     "宣传\t健全制度\t\t\t没有“建立领导干部学法制度”的扣2分",
                     "宣传\t另一件事\t\t\t未按计划组织旁听庭审活动的扣2分"}));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().rule, "2.1.1");
  EXPECT_THAT(findings.front().diagnostic.message.zh, HasSubstr("规则1.1.1"));
}

TEST(LintLikeness, OneTaskMayNameAFailingTwice) {
  EXPECT_THAT(Told({"组织\t落实责任\t\t\t甲方未建立领导干部学法制度的扣1分；乙方未建立领导干部学法"
                    "制度的扣2分"}),
              IsEmpty());
}

TEST(LintLikeness, OneFrameAroundTwoObjectsIsNoLikeness) {
  EXPECT_THAT(Told({"组织\t报送总结\t\t\t未按时报送年度法治工作总结的扣1分",
                    "宣传\t报送信息\t\t\t未按时报送年度法治工作信息的扣1分"}),
              IsEmpty());
}

TEST(LintLikeness, ShortConditionsLeanOnTheirContent) {
  EXPECT_THAT(
      Told({"组织\t报送总结\t\t\t未按时报送的扣1分", "宣传\t报送报表\t\t\t未按时报送的扣1分"}),
      IsEmpty());
}

// ---- Emptiness and offices ----------------------------------------------------------------------

TEST(LintEmptiness, ACriterionWithoutARuleIsTold) {
  EXPECT_THAT(Told({"组织\t健全机构\t\t\t查阅会议记录"}), ElementsAre("1.1 no-rule 查阅会议记录"));
}

registry::Register Offices(std::string unit) {
  return {{{std::move(unit), {}, {}, {{"办公室", {}, {}, {}}}}}, {}};
}

TEST(LintOffices, AnUnknownOneIsToldOnceWithAllItsTasks) {
  const Scheme scheme = SchemeOf({"组织\t甲\t\t办公室、法规处\t甲没有完成的扣1分",
                                  "组织\t乙\t\t相关处室、法规处\t乙没有完成的扣1分",
                                  "组织\t丙\t\t相关涉案处室\t丙没有完成的扣1分"});
  EXPECT_THAT(Told(Lint(scheme)), IsEmpty());  // without a register nothing is unknown
  const registry::Register offices = Offices("某市商务局");
  const std::vector<LintFinding> findings = Lint(scheme, &offices);
  ASSERT_THAT(Told(findings), ElementsAre("1.1 office-unknown 法规处"));
  EXPECT_THAT(findings.front().diagnostic.message.zh, HasSubstr("1.1、1.2"));
  EXPECT_EQ(findings.front().diagnostic.place.column, 4);
}

TEST(LintOffices, AUnitThatNobodyKnowsIsToldInstead) {
  Scheme scheme = SchemeOf({"组织\t甲\t\t法规处\t甲没有完成的扣1分"});
  const registry::Register offices = Offices("另一个局");
  EXPECT_THAT(Told(Lint(scheme, &offices)), ElementsAre("— unit-unknown "));
  // A scheme that names no issuer is taken for the only unit there is.
  scheme.notice.issuer.clear();
  EXPECT_THAT(Told(Lint(scheme, &offices)), ElementsAre("1.1 office-unknown 法规处"));
}

// ---- The list -----------------------------------------------------------------------------------

TEST(Lint, RepeatsWhatTheCompilerSaidAndIsInTheOrderOfTheScheme) {
  const Scheme scheme =
      SchemeOf({"组织（9分）\t甲\t2\t\t每少一次扣1分", "组织（9分）\t乙\t2\t\t查阅记录"});
  EXPECT_THAT(Told(Lint(scheme)), ElementsAre("— base-sum 9分", "1.1 target-missing 每少一次扣1分",
                                              "1.2 no-rule 查阅记录"));
}

TEST(LintIdentity, LastsWhenRowsMoveAndGoesWhenTheWordsChange) {
  const auto identity = [](std::initializer_list<std::string_view> rows) {
    for (const LintFinding& finding : Lint(SchemeOf(rows))) {
      if (finding.diagnostic.code == "figure-differs") return finding.identity;
    }
    return std::string();
  };
  const char* const row = "学习\t集中学法不少于4次\t\t\t集中学法不少于2次，每少一次扣1分";
  const std::string alone = identity({row});
  EXPECT_EQ(identity({"学习\t新的一行\t\t\t没有完成的扣1分", row}), alone);
  EXPECT_NE(identity({"学习\t集中学法不少于4次\t\t\t集中学法不少于3次，每少一次扣1分"}), alone);
}

TEST(LintIdentity, TellsFindingsApart) {
  const std::vector<LintFinding> findings =
      Lint(SchemeOf({"组织\t甲\t\t\t查阅记录", "组织\t乙\t\t\t查阅记录"}));
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_NE(findings[0].identity, findings[1].identity);
  // One code twice in one criterion, about other words.
  const std::vector<LintFinding> ranges =
      Lint(SchemeOf({"组织\t甲\t\t\t工作不力的扣1-2分；落实不好的扣1-3分"}));
  ASSERT_THAT(Told(ranges), ElementsAre(HasSubstr("range"), HasSubstr("range")));
  EXPECT_NE(ranges[0].identity, ranges[1].identity);
}

TEST(LintFinding, IsWrittenAsJson) {
  const nlohmann::ordered_json json = Lint(SchemeOf({"组织\t甲\t\t\t查阅记录"})).at(0);
  EXPECT_EQ(json["severity"], "warning");
  EXPECT_EQ(json["task"], "1.1");
  EXPECT_FALSE(json.contains("rule"));
  EXPECT_EQ(json["words"], "查阅记录");
  EXPECT_EQ(json["identity"].get<std::string>().size(), 16U);
}

}  // namespace
}  // namespace kaoping::scheme
