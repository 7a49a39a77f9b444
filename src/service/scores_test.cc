#include "service/scores.h"

#include <gmock/gmock.h>

#include <string>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using score::FactStatus;
using score::Reading;
using ::testing::ElementsAre;

class ScoresTest : public ServiceFixture {
 protected:
  ScoresTest() : scheme_(Publish()) {}
  std::string scheme_;
};

TEST_F(ScoresTest, NothingRecordedIsUnevaluatedAndOwesAll) {
  const auto readings = ScoreReadings(Operator(), scheme_, kUnit, std::nullopt, std::nullopt);
  ASSERT_TRUE(readings) << readings.error().message.zh;
  EXPECT_FALSE(readings->confirmed.evaluated);
  EXPECT_EQ(readings->confirmed.total.ToString(), "0");
  EXPECT_EQ(readings->projected.total.ToString(), "-4") << "two meetings and a duty of 2";
  EXPECT_GE(readings->projected.owed.size(), 2U);
}

TEST_F(ScoresTest, ClaimMovesTheClaimedReadingAndConfirmationTheConfirmedOne) {
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  EXPECT_EQ(Total(Reading::kConfirmed), "0");
  EXPECT_EQ(Total(Reading::kClaimed), "-0.5");
  ASSERT_TRUE(DecideFact(Reviewer(), scheme_, id, FactStatus::kConfirmed, ""));
  EXPECT_EQ(Total(Reading::kConfirmed), "-0.5");
  ASSERT_TRUE(DecideFact(Appraiser(), scheme_, id, FactStatus::kRejected, "判决已撤销"));
  EXPECT_EQ(Total(Reading::kConfirmed), "0");
  EXPECT_EQ(Total(Reading::kClaimed), "0");
}

TEST_F(ScoresTest, WhatWasKnownThenIsComputedAsItWasThen) {
  const Timestamp start = now();
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  const Timestamp recorded = now();
  Pass(3600);
  ASSERT_TRUE(DecideFact(Reviewer(), scheme_, id, FactStatus::kConfirmed, ""));
  const Timestamp confirmed = now();
  Pass(3600);
  ASSERT_TRUE(DecideFact(Appraiser(), scheme_, id, FactStatus::kRejected, "判决已撤销"));

  EXPECT_EQ(Total(Reading::kClaimed, start), "0");
  EXPECT_EQ(Total(Reading::kClaimed, recorded), "-0.5");
  EXPECT_EQ(Total(Reading::kConfirmed, recorded), "0");
  EXPECT_EQ(Total(Reading::kConfirmed, Timestamp(confirmed.micros_since_epoch() - 1)), "0");
  EXPECT_EQ(Total(Reading::kConfirmed, confirmed), "-0.5");
  EXPECT_EQ(Total(Reading::kConfirmed), "0");
}

TEST_F(ScoresTest, FactOfItsOwnTimeIsKnownSinceThen) {
  score::Fact fact = Case("2017-03-01");
  fact.status = FactStatus::kConfirmed;
  fact.known = Timestamp::Parse("2017-03-05T00:00:00Z");
  RecordOne(Operator(), fact);
  EXPECT_EQ(Total(Reading::kConfirmed, Timestamp::Parse("2017-03-04T23:59:59Z")), "0");
  EXPECT_EQ(Total(Reading::kConfirmed, Timestamp::Parse("2017-03-05T00:00:00Z")), "-0.5");
}

TEST_F(ScoresTest, DaysAfterAsOfHaveNotHappened) {
  score::Fact fact = Case("2017-03-01");
  fact.status = FactStatus::kConfirmed;
  RecordOne(Operator(), fact);
  const auto total = [&](const char* day) {
    return Score(Operator(), scheme_, kUnit,
                 {.reading = Reading::kConfirmed, .as_of = Date::Parse(day), .known_at = {}})
        ->total.ToString();
  };
  EXPECT_EQ(total("2017-02-28"), "0");
  EXPECT_EQ(total("2017-03-01"), "-0.5");
}

TEST_F(ScoresTest, ReversalTakesItBack) {
  score::Fact fact = Case("2017-03-01");
  fact.id = "m1";
  fact.status = FactStatus::kConfirmed;
  RecordOne(Operator(), fact);
  EXPECT_EQ(Total(Reading::kConfirmed), "-0.5");
  score::Fact reversal = fact;
  reversal.id = "m2";
  reversal.reverses = "m1";
  RecordOne(Operator(), reversal);
  EXPECT_EQ(Total(Reading::kConfirmed), "0");
}

TEST_F(ScoresTest, EveryUnitIsScoredAlsoOneWithoutAFact) {
  RecordOne(Contact(), Case("2017-03-01"));
  ASSERT_TRUE(ImportRegister(Keeper(), R"({"format":"register/1","units":[{"name":"示范市商业局"},)"
                                       R"({"name":"财政局"}]})"));
  const auto cards = ScoreAll(Operator(), scheme_, In(Reading::kClaimed));
  ASSERT_TRUE(cards) << cards.error().message.zh;
  ASSERT_EQ(cards->size(), 2U);
  EXPECT_EQ((*cards)[0].unit, "示范市商业局");
  EXPECT_EQ((*cards)[0].total.ToString(), "-0.5");
  EXPECT_EQ((*cards)[1].unit, "财政局");
  EXPECT_EQ((*cards)[1].total.ToString(), "0");
}

// The notice with other offices for its first task.
class OwedTest : public ServiceFixture {
 protected:
  // The offices under which the missing meetings stand.
  std::vector<std::string> OfficesFor(std::string_view offices) {
    std::string notice(kNotice);
    notice.replace(notice.find("会议记录\t办公室"), std::string("会议记录\t办公室").size(),
                   "会议记录\t" + std::string(offices));
    const auto imported = ImportNotice(Keeper(), "通知.txt", notice);
    EXPECT_TRUE(imported) << imported.error().message.zh;
    scheme_ = imported->summary.id;
    const auto card = Score(Operator(), scheme_, kUnit, In(Reading::kProjected));
    EXPECT_TRUE(card) << card.error().message.zh;
    for (const score::Owed& owed : card->owed) {
      if (owed.rule == "1.1.1") return owed.offices;
    }
    return {};
  }
  void KnowOffices() {
    ASSERT_TRUE(ImportRegister(
        Keeper(),
        R"({"format":"register/1","units":[{"name":"示范市商业局","offices":[)"
        R"({"name":"流通处","tags":["业务"]},{"name":"法规处（监察室）","aliases":["法规处"]},)"
        R"({"name":"外贸处","tags":["业务"]}]}],)"
        R"("groups":[{"name":"各业务处室","tags":["业务"]}]})"));
  }

  std::string scheme_;
};

TEST_F(OwedTest, StandsUnderTheOfficeThatIsNamedAlsoBehindAGroup) {
  EXPECT_THAT(OfficesFor("各业务处室、法规处"), ElementsAre("法规处", "各业务处室"));
}

TEST_F(OwedTest, GroupsAreTheirMembersAndOfficesThoseOfTheRegister) {
  KnowOffices();
  EXPECT_THAT(OfficesFor("各业务处室、法规处"),
              ElementsAre("法规处（监察室）", "流通处", "外贸处"));
  EXPECT_THAT(OfficesFor("各业务处室"), ElementsAre("流通处", "外贸处"));
}

TEST_F(OwedTest, AGroupWithoutMembersStaysAsWrittenAndIsListed) {
  KnowOffices();
  EXPECT_THAT(OfficesFor("法规处、相关处室"), ElementsAre("法规处（监察室）", "相关处室"));
  EXPECT_THAT(*ListGroupsWithoutMembers(Operator(), scheme_, kUnit), ElementsAre("相关处室"));
}

TEST_F(ScoresTest, UnknownUnitAndMissingRightAreRefused) {
  EXPECT_EQ(CodeOf(Score(Operator(), scheme_, "财政局", {})), "unit-unknown");
  EXPECT_EQ(CodeOf(Score(As(Role::kSystemAdmin, "admin"), scheme_, kUnit, {})), "not-allowed");
  EXPECT_EQ(CodeOf(ScoreAll(Auditor(), scheme_, {})), "not-allowed");
  EXPECT_EQ(CodeOf(ScoreReadings(Auditor(), scheme_, kUnit, {}, {})), "not-allowed");
}

}  // namespace
}  // namespace kaoping::service
