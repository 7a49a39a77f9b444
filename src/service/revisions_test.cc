#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/schemes.h"
#include "service/settlements.h"
#include "support/raw_database.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using How = scheme::Settlement::How;

constexpr std::string_view kReason = "个性指标10月另发";

class RevisionsTest : public ServiceFixture {
 protected:
  ImportOutcome ImportText(std::string_view text, std::string_view name = "更正.txt") {
    auto outcome = ImportNotice(Keeper(), name, text);
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return *std::move(outcome);
  }
  PublishOutcome PublishIt(const std::string& id, LeftFacts left = LeftFacts::kRefuse) {
    auto outcome = PublishScheme(Keeper(), id, kReason, {}, left);
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return *std::move(outcome);
  }
  // Two facts of kNotice: one meeting (−1) and a case (−0.5); both confirmed.
  void RecordTwo() {
    meeting_ = RecordOne(Appraiser(), Meetings("2017-03-01", 1));
    case_ = RecordOne(Appraiser(), Case("2017-04-01"));
    for (const std::string& fact : {meeting_, case_}) {
      ASSERT_TRUE(DecideFact(Reviewer(), "示商发", fact, score::FactStatus::kConfirmed, ""));
    }
  }
  std::vector<std::string> ListedRules(std::string_view selector) {
    std::vector<std::string> rules;
    const FactPage page = *ListFacts(Keeper(), selector, {});
    for (const RecordedFact& fact : page.items) {
      rules.push_back(fact.fact.rule + (fact.counts ? "" : "*"));
    }
    return rules;
  }

  std::string meeting_;
  std::string case_;
};

// A row comes before the others, so that every key of the first section moves.
std::string WithARowInFront(std::string_view notice = kNotice) {
  return Replaced(notice, "组织领导\t党组",
                  "组织领导\t制定计划\t计划\t办公室\t未制定计划的，扣1分\n\t党组");
}

// ---- The same again -----------------------------------------------------------------------------

TEST_F(RevisionsTest, TheSameNoticeInAnotherFileChangesNothing) {
  const std::string id = Import();
  const std::size_t entries = Ledger().size();
  // Other bytes, other paragraphs, the same words.
  const ImportOutcome again = ImportText("\n\n" + Replaced(kNotice, "各处室：", "各处室： \n"));
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.summary.id, id);
  EXPECT_FALSE(again.revision);
  EXPECT_EQ(Ledger().size(), entries);
}

// ---- A corrected one ----------------------------------------------------------------------------

TEST_F(RevisionsTest, ACorrectedNoticeSaysWhatItRevisesAndHowItDiffers) {
  const std::string first = Import();
  const ImportOutcome second = ImportText(Replaced(kNotice, "扣0.5分", "扣1分"));
  ASSERT_TRUE(second.revision);
  EXPECT_EQ(second.revision->revises, first);
  EXPECT_EQ(second.revision->number, 2);
  EXPECT_FALSE(second.revision->was_published);
  ASSERT_EQ(second.revision->diff.sections.size(), 1U);
  EXPECT_EQ(second.summary.revises, first);
  const ImportOutcome third = ImportText(WithARowInFront());
  EXPECT_EQ(third.revision->revises, second.summary.id);
  EXPECT_EQ(third.summary.revision, 3);
  EXPECT_EQ((*ShowRevision(Keeper(), third.summary.id))->revises, second.summary.id);
  EXPECT_FALSE(ShowRevision(Keeper(), first)->has_value());
}

TEST_F(RevisionsTest, ATitleMeansTheLatestDraftButTheOneInForceForFacts) {
  Import();
  const std::string second = ImportText(WithARowInFront()).summary.id;
  EXPECT_EQ(ShowScheme(Keeper(), "示商发")->summary.id, second);
  PublishIt(second);
  const std::string third = ImportText(Replaced(kNotice, "扣0.5分", "扣1分")).summary.id;
  EXPECT_EQ(CodeOf(ShowScheme(Keeper(), "示商发")), "scheme-ambiguous");
  RecordOne(Appraiser(), Case("2017-04-01"));
  EXPECT_THAT(ListedRules(second), ElementsAre("2.1.1"));
  EXPECT_THAT(ListedRules(third), IsEmpty());
}

TEST_F(RevisionsTest, FactsStayWithTheirRulesThoughTheKeysMove) {
  const std::string first = Publish();
  RecordTwo();
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1.5");
  const std::string second = ImportText(WithARowInFront()).summary.id;
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1.5") << "a draft counts for nothing";
  const PublishOutcome published = PublishIt(second);
  ASSERT_TRUE(published.succession);
  EXPECT_EQ(published.succession->follows, first);
  EXPECT_EQ(published.succession->facts, 2);
  ASSERT_EQ(published.succession->rules.size(), 1U);
  EXPECT_EQ(published.succession->rules[0].before, "1.1.1");
  EXPECT_EQ(published.succession->rules[0].after, "1.2.1");
  EXPECT_THAT(published.succession->left, IsEmpty());
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1.5");
  EXPECT_THAT(ListedRules(second), ElementsAre("1.2.1", "2.1.1"));
  EXPECT_THAT(ListedRules(first), ElementsAre("1.1.1", "2.1.1"));
  EXPECT_EQ(ShowScheme(Keeper(), first)->summary.superseded_by, second);
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(RevisionsTest, WhatWasKnownIsScoredByTheRulesOfItsDay) {
  Publish();
  RecordTwo();
  const Timestamp before = now();
  const PublishOutcome published =
      PublishIt(ImportText(Replaced(kNotice, "扣0.5分", "扣2分")).summary.id);
  ASSERT_EQ(published.succession->rules.size(), 1U);
  EXPECT_TRUE(published.succession->rules[0].is_changed);
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-3");
  EXPECT_EQ(Total(score::Reading::kConfirmed, before), "-1.5");
}

TEST_F(RevisionsTest, FactsOfARuleThatIsGoneAreNamedAndLeftOnlyIfSomebodySaysSo) {
  Publish();
  RecordTwo();
  const std::string second = ImportText(Replaced(kNotice, "行政行为被确认违法的，有一例扣0.5分",
                                                 "执法人员未持证上岗的，每次扣1分"))
                                 .summary.id;
  const auto refused = PublishScheme(Keeper(), second, kReason);
  ASSERT_EQ(CodeOf(refused), "facts-left-behind");
  EXPECT_EQ(refused.error().field, "leave_facts");
  EXPECT_THAT(refused.error().message.zh, HasSubstr(case_ + "（" + std::string(kUnit)));
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1.5");
  const PublishOutcome published = PublishIt(second, LeftFacts::kAccept);
  ASSERT_EQ(published.succession->left.size(), 1U);
  EXPECT_EQ(published.succession->left[0].id, case_);
  EXPECT_EQ(published.succession->left[0].rule, "2.1.1");
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1");
  EXPECT_THAT(ListedRules(second), ElementsAre("1.1.1", "2.1.1*"));
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(RevisionsTest, ADraftTellsBeforehandWhatItsPublicationWouldLeaveBehind) {
  const std::string first = Publish();
  RecordTwo();
  EXPECT_FALSE(*PlanPublication(Keeper(), first));
  const std::string second = ImportText(Replaced(kNotice, "行政行为被确认违法的，有一例扣0.5分",
                                                 "执法人员未持证上岗的，每次扣1分"))
                                 .summary.id;
  const std::size_t entries = Ledger().size();
  const auto plan = PlanPublication(Contact(), second);
  ASSERT_TRUE(plan && *plan);
  EXPECT_EQ((*plan)->follows, first);
  EXPECT_EQ((*plan)->facts, 1);
  ASSERT_EQ((*plan)->left.size(), 1U);
  const LeftFact& left = (*plan)->left[0];
  EXPECT_EQ(left.id, case_);
  EXPECT_EQ(left.on, Date::Parse("2017-04-01"));
  EXPECT_EQ(left.sentence, "行政行为被确认违法：每1例，扣0.5分。");
  EXPECT_EQ(left.why.zh, "修订后没有这条规则");
  EXPECT_EQ(Ledger().size(), entries);
  PublishIt(second, LeftFacts::kAccept);
  EXPECT_FALSE(*PlanPublication(Keeper(), second));
}

TEST_F(RevisionsTest, WhatIsCarriedOverIsListedUntilSomebodyLooksItOver) {
  const std::string first = Import();
  const SettleRequest confirmed = {.how = scheme::Settlement::How::kConfirmed};
  ASSERT_TRUE(SettleCriterion(Keeper(), first, "1.1", confirmed));
  ASSERT_TRUE(SettleCriterion(Keeper(), first, "2.1", confirmed));
  EXPECT_THAT(*ListCarried(Keeper(), first), IsEmpty());
  const std::string second = ImportText(WithARowInFront()).summary.id;
  const auto carried = ListCarried(Contact(), second);
  ASSERT_TRUE(carried);
  ASSERT_EQ(carried->size(), 2U);
  EXPECT_EQ((*carried)[0].task, "1.2");
  EXPECT_EQ((*carried)[0].scheme, first);
  EXPECT_EQ((*carried)[0].year, 2017);
  EXPECT_FALSE((*carried)[0].is_of_earlier_year);
  ASSERT_TRUE(SettleCriterion(Keeper(), second, "1.2", confirmed));
  EXPECT_EQ(ListCarried(Keeper(), second)->size(), 1U);
}

TEST_F(RevisionsTest, FactsAreFollowedOverSeveralRevisions) {
  Publish();
  RecordTwo();
  PublishIt(ImportText(WithARowInFront()).summary.id);
  RecordOne(Appraiser(), Case("2017-05-02"));
  const std::string third =
      ImportText(WithARowInFront(Replaced(kNotice, "扣0.5分", "扣2分"))).summary.id;
  const PublishOutcome published = PublishIt(third);
  EXPECT_EQ(published.succession->facts, 3);
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-3");
  EXPECT_EQ(Total(score::Reading::kClaimed), "-5");
  EXPECT_THAT(ListedRules(third), ElementsAre("1.2.1", "2.1.1", "2.1.1"));
}

TEST_F(RevisionsTest, FactsOfBeforeAreDecidedTakenBackAndKnownAgain) {
  Publish();
  const score::Fact given = [] {
    score::Fact fact = Case("2017-04-01");
    fact.id = "a1";
    return fact;
  }();
  RecordOne(Appraiser(), given);
  const std::string second = ImportText(WithARowInFront()).summary.id;
  PublishIt(second);
  ASSERT_TRUE(DecideFact(Reviewer(), "示商发", "a1", score::FactStatus::kConfirmed, ""));
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-0.5");
  EXPECT_EQ(RecordFacts(Appraiser(), second, std::vector{given})->recorded, 0);
  score::Fact other = given;
  other.on = Date::Parse("2017-04-02");
  EXPECT_EQ(CodeOf(RecordFacts(Appraiser(), second, std::vector{other})), "fact-id-taken");
  score::Fact back = Case("2017-04-03");
  back.reverses = "a1";
  RecordOne(Appraiser(), back);
  EXPECT_EQ(Total(score::Reading::kClaimed), "0");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(RevisionsTest, WhatIsReplacedTakesNothingMore) {
  const std::string first = Publish();
  const std::string id = RecordOne(Appraiser(), Case("2017-04-01"));
  const std::string second = ImportText(WithARowInFront()).summary.id;
  PublishIt(second);
  const auto refused = RecordFacts(Appraiser(), first, std::vector{Case("2017-05-01")});
  EXPECT_EQ(CodeOf(refused), "scheme-superseded");
  EXPECT_THAT(refused.error().message.zh, HasSubstr(second));
  EXPECT_EQ(CodeOf(DecideFact(Reviewer(), first, id, score::FactStatus::kConfirmed, "")),
            "scheme-superseded");
  EXPECT_EQ(CodeOf(SettleCriterion(Keeper(), first, "3.1", {.how = How::kLeft, .reason = "另发"})),
            "scheme-superseded");
}

TEST_F(RevisionsTest, AnOlderDraftIsNotPublishedOverALaterOne) {
  const std::string first = Import();
  const std::string second = ImportText(WithARowInFront()).summary.id;
  PublishIt(second);
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), first, kReason)), "scheme-superseded");
}

TEST_F(RevisionsTest, WhatIsPendingInARevisionIsNamedIfItHasFacts) {
  Publish();
  RecordTwo();
  const std::string second = ImportText(WithARowInFront()).summary.id;
  ASSERT_TRUE(SettleCriterion(Keeper(), second, "2.1", {.how = How::kLeft, .reason = "待定"}));
  const auto refused = PublishScheme(Keeper(), second, kReason);
  ASSERT_EQ(CodeOf(refused), "facts-left-behind");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("挂账"));
  PublishIt(second, LeftFacts::kAccept);
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1");
  // Its rule is kept as it was, since facts are about it; then they count again.
  const SettleRequest other = {
      .how = How::kReplaced, .reading = {.text = "行政行为被确认违法的，有一例扣3分", .rules = {}}};
  EXPECT_EQ(CodeOf(SettleCriterion(Keeper(), second, "2.1", other)), "rule-has-facts");
  ASSERT_TRUE(SettleCriterion(Keeper(), second, "2.1", {.how = How::kConfirmed}));
  EXPECT_EQ(Total(score::Reading::kConfirmed), "-1.5");
}

TEST_F(RevisionsTest, TamperingWithWhatWasTakenOverIsFound) {
  Publish();
  PublishIt(ImportText(WithARowInFront()).summary.id);
  ASSERT_THAT(ProblemCodes(), IsEmpty());
  Close();
  {
    kaoping::testing::RawDatabase raw(file());
    raw.DropTriggers();
    raw.Run("UPDATE successions SET body = '{\"rules\":{},\"left\":[]}'");
    raw.Run("UPDATE revisions SET number = 7");
  }
  Reopen();
  EXPECT_THAT(ProblemCodes(), ElementsAre("revision-changed", "succession-changed"));
}

// ---- Next year ----------------------------------------------------------------------------------

TEST_F(RevisionsTest, NextYearTakesOverDecisionsWhereTheWordsAreTheSame) {
  const std::string first = Import();
  ASSERT_TRUE(SettleCriterion(Keeper(), first, "1.1", {.how = How::kConfirmed}));
  ASSERT_TRUE(SettleCriterion(Keeper(), first, "1.2",
                              {.how = How::kReplaced,
                               .reading = {.text = "未建立制度的，扣3分", .rules = {}},
                               .reason = "笔误"}));
  ASSERT_TRUE(SettleCriterion(Keeper(), first, "3.1", {.how = How::kLeft, .reason = "另发"}));
  const Timestamp decided = now();
  PublishIt(first);
  const ImportOutcome next = ImportText(Replaced(WithARowInFront(), "2017", "2018"));
  EXPECT_FALSE(next.revision) << "it is a notice of its own";
  ASSERT_EQ(next.carried.size(), 2U) << "what was left undecided is asked anew";
  EXPECT_EQ(next.carried[0].task, "1.2");
  EXPECT_EQ(next.carried[1].task, "1.3");
  EXPECT_EQ(next.carried[1].how, How::kReplaced);
  EXPECT_EQ(next.carried[1].scheme, first);
  EXPECT_EQ(next.carried[1].year, 2017);
  EXPECT_TRUE(next.carried[1].is_of_earlier_year);
  EXPECT_EQ(next.carried[1].word.by, "keeper");
  EXPECT_LT(next.carried[1].word.at, decided);
  EXPECT_EQ(next.carried[1].word.note, "笔误");
  EXPECT_EQ(ShowScheme(Keeper(), next.summary.id)->settlements.at("1.3").text,
            "未建立制度的，扣3分");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(RevisionsTest, TheOneWhoDecidedFirstIsNamedThroughEveryImport) {
  Import();
  ASSERT_TRUE(
      SettleCriterion(As(Role::kSchemeKeeper, "first"), "示商发", "1.1", {.how = How::kConfirmed}));
  ImportText(Replaced(kNotice, "扣0.5分", "扣1分"));
  const ImportOutcome third = ImportText(Replaced(kNotice, "扣0.5分", "扣2分"));
  ASSERT_EQ(third.carried.size(), 1U);
  EXPECT_EQ(third.carried[0].word.by, "first");
  EXPECT_FALSE(third.carried[0].is_of_earlier_year);
}

}  // namespace
}  // namespace kaoping::service
