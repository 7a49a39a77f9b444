// Groups and what figures imply.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::HasSubstr;

TEST(Tiers, OfDeductionsAloneTheLargestApplies) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"2","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"4"})",
  });
  const auto all = {std::string_view(R"({"rule":"1.1.1"})"),
                    std::string_view(R"({"rule":"1.1.2"})"),
                    std::string_view(R"({"rule":"1.1.3"})")};
  EXPECT_EQ(TotalOf(scheme, all), "-6");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "-1");
  const Reason& smaller = ReasonOf(CardOf(scheme, MakeFacts(all)), "1.1.1");
  EXPECT_EQ(smaller.amount, P("0"));
  EXPECT_TRUE(smaller.children.at(0).set_aside);
  EXPECT_THAT(smaller.sentence, HasSubstr("取较大的"));
}

TEST(Tiers, OfBonusesAloneTheLargestApplies) {
  const auto scheme = MakeScheme({
      R"({"effect":"bonus","trigger":"occurs","points":"1","one_of":0,"when":{"at_least":"90"}})",
      R"({"effect":"bonus","trigger":"occurs","points":"3","one_of":0,"when":{"at_least":"95"}})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"97"})"}), "3");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"92"})"}), "1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"80"})"}), "0");
}

TEST(Tiers, ATierIsWorthNoMoreThanItsOwnLimit) {
  // 没有建立的扣4分；已建立但落实不到位的，每处扣1分，最多扣3分.
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"occurs","points":"4","one_of":0},
        {"effect":"deduct","trigger":"each","points":"1","per":"1","one_of":0}],
        "limits":[{"at_most":"3","rules":[1]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2","count":5})"}), "-4");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","count":5})"}), "-3");
}

TEST(Tiers, AFigureJustUnderTheFullMarkLosesNoWholeStepAndKeepsIt) {
  // 80%以上计1分，每减少10%扣0.1分.
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"occurs","points":"1","one_of":0,"when":{"at_least":"80"}})",
      R"({"effect":"deduct","trigger":"below","points":"0.1","target":"80","per":"10","one_of":0})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"80"})"}), "1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"79"})"}), "1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"70"})"}), "0.9");
}

TEST(Tiers, BetweenTheAwardAndWhatIsTakenOffNothingIsImplied) {
  // 90%以上计5分，低于80%的每低1%扣1分.
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"occurs","points":"5","one_of":0,"when":{"at_least":"90"}})",
      R"({"effect":"deduct","trigger":"below","points":"1","target":"80","per":"1","one_of":0})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"85"})"}), "0");
}

TEST(Tiers, NestedBandsCountTheDeeperStepFromItsThresholdOn) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"below","points":"0.25","target":"96","per":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"below","points":"0.5","target":"90","per":"1","one_of":0})",
  });
  // 6 × 0.25 down to 90, then 2 × 0.5; one figure decides both.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"88"})"}), "-2.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"88"})"}), "-2.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"93"})"}), "-0.75");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"96"})"}), "0");
}

TEST(Tiers, BandsMayBeToldApartByTheirThresholds) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"above","points":"1","target":"10","per":"5","one_of":0})",
      R"({"effect":"deduct","trigger":"above","points":"2","target":"10","per":"5","one_of":0,
          "when":{"more_than":"20"}})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"31"})"}), "-6");
}

TEST(Tiers, ABandCountsNoFurtherThanItsThreshold) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"below","points":"0.25","target":"96","per":"1","one_of":0,
          "when":{"less_than":"96","at_least":"90"}})",
      R"({"effect":"deduct","trigger":"below","points":"0.5","target":"96","per":"1","one_of":0,
          "when":{"less_than":"90","at_least":"80"}})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"88"})"}), "-2.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"70"})"}), "-6.5");
}

TEST(When, StopsWhateverReadsAFigure) {
  const auto total = [](const char* trigger, const char* value) {
    const auto scheme = MakeScheme(
        {std::string_view(std::string(R"({"effect":"deduct","points":"1","target":"10","per":"1",
                        "when":{"at_least":"5","at_most":"20"},"trigger":")") +
                          trigger + "\"}")});
    const std::string fact = std::string(R"({"rule":"1.1.1","value":")") + value + "\"}";
    return TotalOf(scheme, {fact});
  };
  EXPECT_EQ(total("short", "7"), "-3");
  EXPECT_EQ(total("short", "4"), "0");
  EXPECT_EQ(total("below", "7"), "-3");
  EXPECT_EQ(total("below", "4"), "0");
  EXPECT_EQ(total("over", "12"), "-2");
  EXPECT_EQ(total("over", "21"), "0");
  EXPECT_EQ(total("above", "12"), "-2");
  EXPECT_EQ(total("above", "21"), "0");
  EXPECT_EQ(total("ratio", "6"), "-0.4");
  EXPECT_EQ(total("ratio", "4"), "0");
}

TEST(Tiers, TwoRatesOfOneAwardAreNotDecidedByOneFigure) {
  // 达到要求的按比例×50计分；未达到的按比例×40计分: which of the two, a person says.
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"ratio","points":"50","one_of":0})",
      R"({"effect":"award","trigger":"ratio","points":"40","one_of":0})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"80"})"}), "32");
}

TEST(AwardGroup, IsWorthItsAwardLessWhatComesOff) {
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"occurs","points":"5","one_of":0})",
      R"({"effect":"deduct","trigger":"below","points":"1","target":"95","per":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"each","points":"0.5","per":"1","one_of":0})",
      R"({"effect":"forfeit","trigger":"occurs","one_of":0})",
  });
  // 达标得5分,每低1个百分点扣1分: two points below is 3, without a word on the award.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"93"})"}), "3");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"95"})"}), "5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"80"})"}), "0");
  // Deductions that can occur together add up.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"93"})", R"({"rule":"1.1.3","count":3})"}),
            "1.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.3","count":3})"}), "3.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.4"})"}), "0");
  // An event is no figure: nothing is earned until somebody says so.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.3"})"}), "0");
  EXPECT_EQ(
      TotalOf(scheme, {R"({"rule":"1.1.1","holds":false})", R"({"rule":"1.1.2","value":"93"})"}),
      "0");
}

TEST(AwardGroup, AThresholdNotReachedStillLeavesTheRestOfTheFullMark) {
  // 达标率≥70%得满分(16),每降低10个百分点扣1.5分.
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"16","rules":[
        {"effect":"award","trigger":"occurs","one_of":0,"when":{"at_least":"70","unit":"%"}},
        {"effect":"deduct","trigger":"below","points":"1.5","target":"70","per":"10","one_of":0}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"72"})"}), "16");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"55"})"}), "14.5");
}

TEST(AwardGroup, OfSeveralAwardsTheLargestIsEarned) {
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"occurs","points":"5","one_of":0,"when":{"at_least":"90"}})",
      R"({"effect":"award","trigger":"occurs","points":"3","one_of":0,"when":{"at_least":"60"}})",
      R"({"effect":"forfeit","trigger":"occurs","one_of":0,"when":{"less_than":"60"}})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"90"})"}), "5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"89"})"}), "3");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.2","value":"59"})"}));
  EXPECT_EQ(card.total, P("0"));
  EXPECT_TRUE(card.open.empty());
  EXPECT_TRUE(card.evaluated);
}

TEST(AwardGroup, OnePlaceDecidesAllOfIt) {
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"rank","points":"30","one_of":0,"when":{"from":"1","to":"3"}})",
      R"({"effect":"award","trigger":"rank","points":"20","one_of":0,"when":{"from":"4","to":"6"}})",
      R"({"effect":"award","trigger":"rank","points":"10","one_of":0,"when":{"from":"7"}})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":5})"}), "20");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":9})"}), "10");
}

TEST(Tiers, AreComparedTogetherWithWhatAggravatesThem) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"2","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1.5","on_top_of":1})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})", R"({"rule":"1.1.3"})"}),
            "-2.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.3"})"}), "-2");
}

TEST(Tiers, AnAggravationOfTheTierThatLostIsLostToo) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"3","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","on_top_of":1,"times":"2"})",
      R"({"effect":"deduct","trigger":"occurs","points":"0.5","on_top_of":2})",
  });
  const auto all = {
      std::string_view(R"({"rule":"1.1.1"})"), std::string_view(R"({"rule":"1.1.2"})"),
      std::string_view(R"({"rule":"1.1.3"})"), std::string_view(R"({"rule":"1.1.4"})")};
  EXPECT_EQ(TotalOf(scheme, all), "-3");
  EXPECT_EQ(ReasonOf(CardOf(scheme, MakeFacts(all)), "1.1.3").sentence,
            "所加重的一项没有计分，不计");
}

TEST(Tiers, AreComparedWithEachWorkOnce) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"0.5","per":"1","one_of":0},
        {"effect":"deduct","trigger":"each","points":"0.8","per":"1","one_of":0}],
        "policies":[{"kind":"highest_only"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.1","work":"甲"})",
                             R"({"rule":"1.1.2"})"}),
            "-0.8");
}

TEST(Tiers, ALimitIsTheTiersOwnIfItBindsNoOtherDeduction) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"9","rules":[
        {"effect":"deduct","trigger":"each","points":"2","per":"1","one_of":0},
        {"effect":"deduct","trigger":"each","points":"1","per":"1","one_of":0},
        {"effect":"bonus","trigger":"each","points":"1","per":"1"}],
        "limits":[{"at_most":"0.5","rules":[0,2]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}), "8");
}

TEST(Tiers, OfAggravationsAreChosenFirst) {
  // 扣2分，或扣1分；后者情节较重的加扣0.5分，情节严重的加扣2分.
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"2","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"0.8","one_of":1,"on_top_of":1})",
      R"({"effect":"deduct","trigger":"occurs","points":"0.7","one_of":1,"on_top_of":1})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})", R"({"rule":"1.1.3"})",
                             R"({"rule":"1.1.4"})"}),
            "-2");
}

}  // namespace
}  // namespace kaoping::score
