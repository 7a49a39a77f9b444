#include "service/settlements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using How = scheme::Settlement::How;

class SettlementsTest : public ServiceFixture {
 protected:
  Result<CriterionView> Settle(const std::string& task, const SettleRequest& request) {
    return SettleCriterion(Keeper(), "示商发", task, request);
  }
  Result<CriterionView> Confirm(const std::string& task) {
    return Settle(task, {.how = How::kConfirmed});
  }
  Result<CriterionView> Replace(const std::string& task, std::string text,
                                std::string reason = "") {
    return Settle(task, {.how = How::kReplaced,
                         .reading = {.text = std::move(text), .rules = {}},
                         .reason = std::move(reason)});
  }
  Result<CriterionView> Leave(const std::string& task, std::string reason) {
    return Settle(task, {.how = How::kLeft, .reason = std::move(reason)});
  }

  CriterionView Criterion(const std::string& task) {
    return *ShowCriterion(Keeper(), "示商发", task);
  }
  std::vector<std::string> PendingTasks() {
    std::vector<std::string> tasks;
    const SchemeView view = *ShowScheme(Keeper(), "示商发");
    for (const Pending& item : view.pending) tasks.push_back(item.task);
    return tasks;
  }
  std::string ImportWith(std::string_view from, std::string_view to) {
    const auto outcome = ImportNotice(Keeper(), "通知.txt", Replaced(kNotice, from, to));
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return outcome->summary.id;
  }
};

// ---- What is shown ------------------------------------------------------------------------------

TEST_F(SettlementsTest, ACriterionIsShownWithWhatItMeans) {
  Import();
  const CriterionView view = Criterion("1.1");
  EXPECT_EQ(view.task.key, "1.1");
  ASSERT_EQ(view.boundaries.size(), 1U);
  ASSERT_EQ(view.boundaries[0].examples.size(), 2U);
  EXPECT_EQ(score::Sentence(view.boundaries[0].examples[0]), "实有1次：扣1分");
  EXPECT_THAT(view.written, HasSubstr("每少1次"));
  EXPECT_TRUE(view.may_be_confirmed);
  EXPECT_FALSE(view.pending);
  EXPECT_FALSE(view.settlement);
  EXPECT_THAT(view.history, IsEmpty());
}

TEST_F(SettlementsTest, AnUnknownTaskIsNamed) {
  Import();
  const auto view = ShowCriterion(Keeper(), "示商发", "9.9");
  EXPECT_EQ(CodeOf(view), "criterion-unknown");
  EXPECT_THAT(view.error().message.zh, HasSubstr("9.9"));
}

// ---- Confirming ---------------------------------------------------------------------------------

TEST_F(SettlementsTest, ConfirmingKeepsWhoAndWhenAndTheReading) {
  Import();
  const auto view = Confirm("1.1");
  ASSERT_TRUE(view) << view.error().message.zh;
  ASSERT_TRUE(view->settlement);
  EXPECT_EQ(view->settlement->how, How::kConfirmed);
  EXPECT_EQ(view->settlement->word.by, "keeper");
  EXPECT_EQ(view->settlement->word.at, now());
  EXPECT_EQ(view->task.criterion->settled, scheme::Settled::kConfirmed);
  const ledger::Entry entry = Ledger().back();
  EXPECT_EQ(entry.action, "settle-criterion");
  EXPECT_THAT(entry.subject, HasSubstr("/1.1"));
  EXPECT_THAT(entry.body, HasSubstr("\"target\":\"2\""));
}

TEST_F(SettlementsTest, ConfirmingTwiceChangesNothing) {
  Import();
  ASSERT_TRUE(Confirm("1.1"));
  const std::size_t entries = Ledger().size();
  ASSERT_TRUE(Confirm("1.1"));
  EXPECT_EQ(Ledger().size(), entries);
}

TEST_F(SettlementsTest, ConfirmingKeepsRulesTheirIdsAndWords) {
  Import();
  const scheme::Criterion before = *Criterion("1.1").task.criterion;
  ASSERT_TRUE(Confirm("1.1"));
  const scheme::Criterion after = *Criterion("1.1").task.criterion;
  EXPECT_EQ(after.rules, before.rules);
  EXPECT_EQ(after.limits, before.limits);
}

TEST_F(SettlementsTest, WhatCannotBeExecutedCannotBeConfirmed) {
  Import();
  EXPECT_FALSE(Criterion("3.1").may_be_confirmed);
  const auto refused = Confirm("3.1");
  EXPECT_EQ(CodeOf(refused), "criterion-unreadable");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("改写"));
  EXPECT_EQ(Ledger().size(), 1U);
}

TEST_F(SettlementsTest, ConfirmingTakesTheWarningsOfTheCriterionWithIt) {
  ImportWith("党组专题研究不少于2次", "党组专题研究不少于4次");
  ASSERT_THAT(Criterion("1.1").findings, ::testing::SizeIs(1));
  EXPECT_FALSE(Criterion("1.1").findings[0].confirmed);
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), "示商发", "理由")), "warnings-unconfirmed");
  ASSERT_TRUE(Confirm("1.1"));
  ASSERT_TRUE(Criterion("1.1").findings[0].confirmed);
  EXPECT_EQ(Criterion("1.1").findings[0].confirmed->by, "keeper");
  EXPECT_TRUE(PublishScheme(Keeper(), "示商发", "理由"));
}

// ---- Replacing ----------------------------------------------------------------------------------

TEST_F(SettlementsTest, OwnSentencesCountInsteadOfWhatWasRead) {
  Import();
  const auto view = Replace("3.1", "重点工作未完成的，每项扣1分，最多扣3分");
  ASSERT_TRUE(view) << view.error().message.zh;
  EXPECT_FALSE(view->pending);
  EXPECT_EQ(view->task.criterion->settled_text, "重点工作未完成的，每项扣1分，最多扣3分");
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", ""));
  score::Fact fact = Fact("3.1.1", "2017-04-01");
  fact.count = Decimal::FromInt(5);
  RecordOne(Appraiser(), fact);
  EXPECT_EQ(Total(score::Reading::kClaimed), "-3");
}

TEST_F(SettlementsTest, ARuleThatStaysKeepsItsIdAndItsWords) {
  ImportWith("未建立制度的，扣2分", "未建立制度的，扣2分；情节严重的从重处理");
  const scheme::SchemeRule before = Criterion("1.2").task.criterion->rules.at(0);
  ASSERT_TRUE(Replace("1.2", Criterion("1.2").written + "制度未公开的，扣1分。"));
  const std::vector<scheme::SchemeRule> after = Criterion("1.2").task.criterion->rules;
  ASSERT_EQ(after.size(), 2U);
  EXPECT_EQ(after[0].id, before.id);
  EXPECT_EQ(after[0].rule.span, before.rule.span);
  EXPECT_NE(after[1].id, before.id);
}

TEST_F(SettlementsTest, SentencesWithErrorsAreRefusedWithTheFirstOfThem) {
  Import();
  const auto refused = Replace("1.1", "每少一次扣若干分，以此类推");
  EXPECT_EQ(CodeOf(refused), "reading-has-errors");
  EXPECT_EQ(refused.error().field, "text");
  EXPECT_EQ(Ledger().size(), 1U);
}

TEST_F(SettlementsTest, RulesMayBeGivenAsJson) {
  Import();
  const auto view = Settle(
      "1.2",
      {.how = How::kReplaced,
       .reading = {.text = {},
                   .rules = R"({"rules":[{"effect":"deduct","trigger":"occurs","points":"1.5",)"
                            R"("nature":"duty","condition":"未建立制度的"}]})"}});
  ASSERT_TRUE(view) << view.error().message.zh;
  EXPECT_EQ(view->task.criterion->rules.at(0).rule.points, Decimal::Parse("1.5"));
  for (const char* bad : {"[]", "{", R"({"rules":[{"effect":"deduct"}]})", R"({"rule":[]})"}) {
    EXPECT_EQ(CodeOf(Settle("1.2", {.how = How::kReplaced, .reading = {.text = {}, .rules = bad}})),
              "rule-invalid")
        << bad;
  }
  EXPECT_EQ(
      CodeOf(Settle(
          "1.2", {.how = How::kReplaced,
                  .reading = {.text = {}, .rules = R"({"limits":[{"at_most":"1","rules":[7]}]})"},
                  .reason = "理由"})),
      "reading-contradicts");
}

TEST_F(SettlementsTest, OneReadingIsGivenAndNoMore) {
  Import();
  EXPECT_EQ(CodeOf(Settle("1.1", {.how = How::kReplaced})), "reading-missing");
  EXPECT_EQ(CodeOf(Settle("1.1", {.how = How::kReplaced, .reading = {.text = "a", .rules = "{}"}})),
            "reading-missing");
}

TEST_F(SettlementsTest, ACriterionThatScoresNothingNeedsAReason) {
  Import();
  const SettleRequest nothing = {.how = How::kReplaced, .reading = {.text = {}, .rules = "{}"}};
  EXPECT_EQ(CodeOf(Settle("3.1", nothing)), "reason-required");
  SettleRequest reasoned = nothing;
  reasoned.reason = "本年度不考评个性工作";
  const auto view = Settle("3.1", reasoned);
  ASSERT_TRUE(view) << view.error().message.zh;
  EXPECT_FALSE(view->pending);
  EXPECT_TRUE(PublishScheme(Keeper(), "示商发", "")) << "nothing is pending any more";
}

TEST_F(SettlementsTest, AReplacedCriterionIsReopenedBeforeItIsConfirmed) {
  Import();
  ASSERT_TRUE(Replace("1.1", "每少1次（应有3次），扣1分。"));
  EXPECT_EQ(CodeOf(Confirm("1.1")), "criterion-settled");
  ASSERT_TRUE(Settle("1.1", {.how = How::kReopened}));
  EXPECT_TRUE(Confirm("1.1"));
  EXPECT_EQ(Criterion("1.1").history.size(), 3U);
}

// ---- Trying -------------------------------------------------------------------------------------

TEST_F(SettlementsTest, TryingShowsWhatItWouldMeanAndKeepsNothing) {
  Import();
  const auto tried = TryReading(Keeper(), "示商发", "1.1", {.text = "每少一次扣2分", .rules = {}});
  ASSERT_TRUE(tried) << tried.error().message.zh;
  EXPECT_TRUE(tried->is_acceptable);
  ASSERT_EQ(tried->boundaries.size(), 1U);
  // The target comes from the content of the task.
  EXPECT_EQ(score::Sentence(tried->boundaries[0].examples[0]), "实有1次：扣2分");
  EXPECT_EQ(Ledger().size(), 1U);
  const auto bad =
      TryReading(Keeper(), "示商发", "1.1", {.text = "每少一次扣若干分，以此类推", .rules = {}});
  ASSERT_TRUE(bad);
  EXPECT_FALSE(bad->is_acceptable);
  EXPECT_THAT(bad->reading.diagnostics, Not(IsEmpty()));
}

// ---- Leaving undecided --------------------------------------------------------------------------

TEST_F(SettlementsTest, WhatIsLeftDoesNotCountAndTakesNoFacts) {
  Import();
  EXPECT_EQ(CodeOf(Leave("1.1", "")), "reason-required");
  const auto view = Leave("1.1", "等市里明确次数");
  ASSERT_TRUE(view) << view.error().message.zh;
  ASSERT_TRUE(view->pending);
  EXPECT_THAT(view->pending->zh, HasSubstr("等市里明确次数"));
  EXPECT_TRUE(view->task.criterion->held);
  EXPECT_FALSE(view->boundaries.empty()) << "one still sees what it would mean";
  EXPECT_THAT(PendingTasks(), ElementsAre("1.1", "3.1"));
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", "个性指标10月另发"));
  EXPECT_EQ(CodeOf(RecordFacts(Contact(), "示商发", std::vector{Meetings("2017-03-02", 1)})),
            "rule-held");
  // Two meetings short would be −2; only the duty of 1.2 is lost.
  EXPECT_EQ(Total(score::Reading::kProjected), "-2");
}

TEST_F(SettlementsTest, AReasonOfItsOwnIsAskedForOnce) {
  Import();
  ASSERT_TRUE(Leave("3.1", "个性指标10月另发"));
  EXPECT_TRUE(PublishScheme(Keeper(), "示商发", ""));
  EXPECT_THAT(Ledger().back().body, HasSubstr("个性指标10月另发"));
}

TEST_F(SettlementsTest, LimitsOfWhatIsLeftBindNothing) {
  ImportWith(
      "\t建立制度\t制度文本\t法规处\t未建立制度的，扣2分\n",
      "\t建立制度\t制度文本\t法规处\t未建立制度的，扣2分\n\t本部分\t\t\t本部分扣分累计不超过1分\n");
  ASSERT_TRUE(Leave("1.3", "上限待定"));
  const auto published = PublishScheme(Keeper(), "示商发", "个性指标10月另发");
  ASSERT_TRUE(published) << published.error().message.zh;
  RecordOne(Contact(), Fact("1.2.1", "2017-04-01"));
  EXPECT_EQ(Total(score::Reading::kClaimed), "-2");
}

TEST_F(SettlementsTest, LeavingWhatWasReplacedBringsNothingBack) {
  Import();
  ASSERT_TRUE(Replace("1.1", "每少1次（应有3次），扣3分。"));
  ASSERT_TRUE(Leave("1.1", "理由"));
  EXPECT_TRUE(Criterion("1.1").task.criterion->held);
  EXPECT_TRUE(Criterion("1.1").pending);
}

TEST_F(SettlementsTest, AWordCanBeTakenBack) {
  Import();
  ASSERT_TRUE(Leave("1.1", "理由"));
  ASSERT_TRUE(Settle("1.1", {.how = How::kReopened}));
  EXPECT_THAT(PendingTasks(), ElementsAre("3.1"));
  EXPECT_FALSE(Criterion("1.1").settlement);
  const std::size_t entries = Ledger().size();
  ASSERT_TRUE(Settle("1.1", {.how = How::kReopened}));
  EXPECT_EQ(Ledger().size(), entries);
}

// ---- Errors keep their rule from counting -------------------------------------------------------

TEST_F(SettlementsTest, WhatHasAnErrorDoesNotCountUntilItIsSettled) {
  ImportWith("未建立制度的，扣2分", "未建立制度的，扣2分；考核排名后3名的，扣1分");
  ASSERT_THAT(PendingTasks(), ElementsAre("1.2", "3.1"));
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", "排名办法待定"));
  const std::vector fact = {Fact("1.2.1", "2017-04-01")};
  EXPECT_EQ(CodeOf(RecordFacts(Contact(), "示商发", fact)), "rule-held");
  ASSERT_TRUE(Replace("1.2", "未建立制度的，扣2分", "排名不再扣分"));
  EXPECT_TRUE(RecordFacts(Contact(), "示商发", fact));
  EXPECT_EQ(Total(score::Reading::kClaimed), "-2");
  // Now it counts, and stays.
  EXPECT_EQ(CodeOf(Settle("1.2", {.how = How::kReopened})), "criterion-in-force");
  EXPECT_EQ(Total(score::Reading::kClaimed), "-2");
}

TEST_F(SettlementsTest, WhatIsLeftToAJudgementTakesNoFactsBeforeItsRangeIsSet) {
  Publish();
  score::Fact none = Fact("3.1.1", "2017-04-01");
  none.applies = false;
  none.note = "本局不适用";
  EXPECT_EQ(CodeOf(RecordFacts(Appraiser(), "示商发", std::vector{none})), "rule-held");
}

TEST_F(SettlementsTest, WhatScoringShowsToBeWrongIsHeldByPublishing) {
  Import();
  // More cases cost less: proved before publication.
  const SettleRequest wrong = {.how = How::kReplaced, .reading = {.text = {}, .rules = R"({"rules":[
        {"effect":"deduct","trigger":"occurs","points":"2","one_of":0,"unit":"例",
         "when":{"at_least":"1","less_than":"3","unit":"例"},"condition":"被确认违法"},
        {"effect":"deduct","trigger":"occurs","points":"1","one_of":0,"unit":"例",
         "when":{"at_least":"3","unit":"例"},"condition":"被确认违法"}]})"}};
  const auto view = Settle("2.1", wrong);
  ASSERT_TRUE(view) << view.error().message.zh;
  ASSERT_THAT(PendingTasks(), ElementsAre("3.1", "2.1"));
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", "待改"));
  score::Fact fact = Fact("2.1.1", "2017-04-01");
  fact.value = Decimal::FromInt(3);
  EXPECT_EQ(CodeOf(RecordFacts(Contact(), "示商发", std::vector{fact})), "rule-held");
  EXPECT_THAT(PendingTasks(), Contains("2.1"));
  // The same again is as wrong as before.
  EXPECT_EQ(CodeOf(Settle("2.1", wrong)), "reading-has-errors");
  EXPECT_TRUE(Replace("2.1", "行政行为被确认违法的，有一例扣0.5分"));
}

// ---- After publication --------------------------------------------------------------------------

TEST_F(SettlementsTest, WhatCountsIsNotSettledAgain) {
  Publish();
  for (const How how : {How::kConfirmed, How::kLeft}) {
    EXPECT_EQ(CodeOf(Settle("1.1", {.how = how, .reason = "理由"})), "criterion-in-force");
  }
  EXPECT_EQ(CodeOf(Replace("1.1", "每少1次扣2分")), "criterion-in-force");
}

TEST_F(SettlementsTest, WhatWasPendingIsSettledWhenItsRulesCome) {
  Publish();
  RecordOne(Contact(), Case("2017-03-01"));
  const Timestamp before = now();
  ASSERT_TRUE(Replace("3.1", "未完成重点工作的，扣2分", "市里10月的通知"));
  EXPECT_THAT(PendingTasks(), IsEmpty());
  RecordOne(Contact(), Fact("3.1.1", "2017-11-01"));
  EXPECT_EQ(Total(score::Reading::kClaimed), "-2.5");
  EXPECT_EQ(Total(score::Reading::kClaimed, before), "-0.5") << "by the rules of that day";
}

TEST_F(SettlementsTest, WhatCountsAtOnceMayBeDoubtfulOnlyWithAReason) {
  Publish();
  const std::string doubtful = "受到国家、省、市表彰的，分别加1分、0.5分";
  EXPECT_EQ(CodeOf(Replace("3.1", doubtful)), "reason-required");
  ASSERT_TRUE(Replace("3.1", doubtful, "以市里口头答复为准"));
  ASSERT_THAT(Criterion("3.1").findings, Not(IsEmpty()));
  EXPECT_EQ(Criterion("3.1").findings[0].confirmed->note, "以市里口头答复为准");
}

// ---- Two people at once -------------------------------------------------------------------------

TEST_F(SettlementsTest, WhoSawAnOlderStateIsTold) {
  Import();
  const std::uint64_t seen = Criterion("1.1").version;
  ASSERT_TRUE(Leave("1.1", "理由"));
  EXPECT_EQ(CodeOf(Settle("1.1", {.how = How::kConfirmed, .seen = seen})), "criterion-changed");
  EXPECT_TRUE(Settle("1.1", {.how = How::kConfirmed, .seen = Criterion("1.1").version}));
}

// ---- Warnings -----------------------------------------------------------------------------------

TEST_F(SettlementsTest, WarningsAreConfirmedOneByOneOrByPublishing) {
  ImportWith("党组专题研究不少于2次", "党组专题研究不少于4次");
  const SchemeView view = *ShowScheme(Keeper(), "示商发");
  const std::vector<std::string> outstanding = OutstandingWarnings(view);
  ASSERT_EQ(outstanding.size(), 1U) << "what is about the pending 3.1 is not asked";
  const auto refused = PublishScheme(Keeper(), "示商发", "理由");
  EXPECT_EQ(CodeOf(refused), "warnings-unconfirmed");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("1.1"));
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), "示商发", "理由", std::vector<std::string>{"zzz"})),
            "finding-unknown");
  EXPECT_EQ(*ConfirmFindings(Keeper(), "示商发", outstanding, "以标准为准"), 1);
  EXPECT_THAT(Ledger().back().body, HasSubstr("figure-differs"));
  EXPECT_EQ(*ConfirmFindings(Keeper(), "示商发", outstanding, ""), 0);
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", "理由"));
  EXPECT_EQ(CodeOf(ConfirmFindings(Keeper(), "示商发", outstanding, "")), "scheme-in-force");
}

TEST_F(SettlementsTest, PublishingConfirmsWhatItNames) {
  ImportWith("党组专题研究不少于2次", "党组专题研究不少于4次");
  const std::vector<std::string> outstanding = OutstandingWarnings(*ShowScheme(Keeper(), "示商发"));
  ASSERT_TRUE(PublishScheme(Keeper(), "示商发", "理由", outstanding));
  EXPECT_EQ(Ledger().end()[-2].action, "confirm-finding");
  EXPECT_EQ(Ledger().end()[-1].action, "publish-scheme");
}

TEST_F(SettlementsTest, AnotherReplacementIsDoubtfulAnew) {
  Import();
  ASSERT_TRUE(Replace("3.1", "受到国家、省、市表彰的，分别加1分、0.5分"));
  const auto open = [this] { return OutstandingWarnings(*ShowScheme(Keeper(), "示商发")); };
  ASSERT_EQ(*ConfirmFindings(Keeper(), "示商发", open(), ""), 1);
  EXPECT_THAT(open(), IsEmpty());
  ASSERT_TRUE(Replace("3.1", "受到国家、省、市、县表彰的，分别加10分、5分"));
  EXPECT_EQ(open().size(), 1U);
}

TEST_F(SettlementsTest, ConfirmingNeedsAWarning) {
  Import();
  EXPECT_EQ(CodeOf(ConfirmFindings(Keeper(), "示商发", {}, "")), "findings-missing");
  EXPECT_EQ(CodeOf(ConfirmFindings(Keeper(), "示商发", std::vector<std::string>{"x"}, "")),
            "finding-unknown");
}

// ---- A corrected notice -------------------------------------------------------------------------

TEST_F(SettlementsTest, WhatWasDecidedSurvivesACorrectedNotice) {
  Import();
  ASSERT_TRUE(Confirm("1.1"));
  ASSERT_TRUE(Replace("1.2", "未建立制度的，扣3分"));
  ASSERT_TRUE(Leave("3.1", "个性指标10月另发"));
  // A row is put before the others, another one is corrected.
  std::string corrected(kNotice);
  corrected = Replaced(corrected, "有一例扣0.5分", "有一例扣1分");
  corrected = Replaced(corrected, "组织领导\t党组",
                       "组织领导\t制定计划\t计划\t办公室\t未制定计划的，扣1分\n\t党组");
  const auto outcome = ImportNotice(Keeper(), "更正.txt", corrected);
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_TRUE(outcome->is_new);
  EXPECT_EQ(outcome->carried.size(), 3U);
  const std::string id = outcome->summary.id;
  const SchemeView view = *ShowScheme(Keeper(), id);
  ASSERT_EQ(view.settlements.size(), 3U);
  EXPECT_EQ(view.settlements.at("1.2").how, How::kConfirmed);
  EXPECT_EQ(view.settlements.at("1.3").text, "未建立制度的，扣3分");
  EXPECT_EQ(view.settlements.at("3.1").word.note, "个性指标10月另发");
  EXPECT_NE(view.settlements.at("3.1").word.carried_from, "");
  EXPECT_FALSE(view.settlements.contains("2.1")) << "its words have changed";
}

TEST_F(SettlementsTest, OtherSurroundingsOrAnotherYearInheritNothing) {
  Import();
  ASSERT_TRUE(Confirm("1.1"));
  const auto moved = ImportNotice(Keeper(), "通知.txt",
                                  Replaced(kNotice, "党组专题研究不少于2次", "党组研究不少于3次"));
  EXPECT_EQ(moved->carried.size(), 0U);
  EXPECT_EQ(ImportNotice(Keeper(), "通知.txt", Replaced(kNotice, "2017", "2018"))->carried.size(),
            0U)
      << "what was never in force is nothing to take over";
}

TEST_F(SettlementsTest, AnotherNoticeOfTheSameYearInheritsNothing) {
  Import();
  ASSERT_TRUE(Confirm("1.1"));
  std::string other = Replaced(kNotice, "考评任务分解表", "作风建设考核表");
  other = Replaced(other, "〔2017〕8号", "〔2017〕9号");
  EXPECT_EQ(ImportNotice(Keeper(), "通知.txt", other)->carried.size(), 0U);
}

TEST_F(SettlementsTest, OfCriteriaWithTheSameWordsEachKeepsItsOwn) {
  const std::string twice =
      Replaced(kNotice, "依法行政\t规范执法",
               "\t建立制度\t制度文本\t人事处\t未建立制度的，扣2分\n依法行政\t规范执法");
  ASSERT_TRUE(ImportNotice(Keeper(), "通知.txt", twice));
  ASSERT_TRUE(Replace("1.2", "未建立制度的，扣3分"));
  ASSERT_TRUE(Leave("1.3", "人事处另定"));
  const auto again = ImportNotice(Keeper(), "通知.txt", Replaced(twice, "扣0.5分", "扣1分"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->carried.size(), 2U);
  const SchemeView view = *ShowScheme(Keeper(), again->summary.id);
  EXPECT_EQ(view.settlements.at("1.2").how, How::kReplaced);
  EXPECT_EQ(view.settlements.at("1.3").how, How::kLeft);
}

TEST_F(SettlementsTest, WhatWasTakenBackIsNotInherited) {
  Import();
  ASSERT_TRUE(Confirm("1.1"));
  ASSERT_TRUE(Settle("1.1", {.how = How::kReopened}));
  EXPECT_EQ(
      ImportNotice(Keeper(), "通知.txt", Replaced(kNotice, "扣0.5分", "扣1分"))->carried.size(),
      0U);
}

TEST_F(SettlementsTest, ConfirmedWarningsAreInherited) {
  const std::string notice = Replaced(kNotice, "党组专题研究不少于2次", "党组专题研究不少于4次");
  ASSERT_TRUE(ImportNotice(Keeper(), "通知.txt", notice));
  ASSERT_TRUE(ConfirmFindings(Keeper(), "示商发",
                              OutstandingWarnings(*ShowScheme(Keeper(), "示商发")), ""));
  const auto again = ImportNotice(Keeper(), "通知.txt", Replaced(notice, "扣0.5分", "扣1分"));
  EXPECT_THAT(OutstandingWarnings(*ShowScheme(Keeper(), again->summary.id)), IsEmpty());
}

// ---- Rights and proof ---------------------------------------------------------------------------

TEST_F(SettlementsTest, OnlyWhoMaySettles) {
  Import();
  EXPECT_EQ(CodeOf(SettleCriterion(Appraiser(), "示商发", "1.1", {})), "not-allowed");
  EXPECT_EQ(CodeOf(ConfirmFindings(Appraiser(), "示商发", std::vector<std::string>{"x"}, "")),
            "not-allowed");
  EXPECT_TRUE(ShowCriterion(Appraiser(), "示商发", "1.1"));
  EXPECT_EQ(CodeOf(ShowCriterion(Auditor(), "示商发", "1.1")), "not-allowed");
}

TEST_F(SettlementsTest, TheLedgerAgreesWithWhatIsKept) {
  ImportWith("党组专题研究不少于2次", "党组专题研究不少于4次");
  ASSERT_TRUE(Confirm("1.1"));
  ASSERT_TRUE(Replace("1.2", "未建立制度的，扣3分", "更正"));
  ASSERT_TRUE(Leave("3.1", "另发"));
  ASSERT_TRUE(Settle("3.1", {.how = How::kReopened}));
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

// ---- The page -----------------------------------------------------------------------------------

TEST(SettlingPage, NamesEveryCodeOfTheService) {
  const auto content_of = [](const std::string& file) {
    std::ifstream stream(KAOPING_SOURCE_DIR "/" + file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  };
  const std::string page = content_of("docs/settling.md");
  const std::regex code("\"([a-z]+(-[a-z]+)+)\"");
  int codes = 0;
  for (const char* file : {"src/service/settlements.cc", "src/service/confirmations.cc"}) {
    const std::string source = content_of(file);
    for (std::sregex_iterator it(source.begin(), source.end(), code), end; it != end; ++it) {
      EXPECT_THAT(page, HasSubstr("`" + it->str(1) + "`")) << file;
      ++codes;
    }
  }
  EXPECT_GT(codes, 10);
}

}  // namespace
}  // namespace kaoping::service
