// What stands on other rules: aggravations and mitigations.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;

// 被确认违法有一例扣0.5分；不及时纠正的加扣0.5分.
scheme::Scheme Uncorrected() {
  return MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例","per":"1"})",
      R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例","per":"1","on_top_of":0})",
  });
}

TEST(Aggravation, CountsAtMostAsOftenAsWhatItAggravates) {
  EXPECT_EQ(TotalOf(Uncorrected(), {R"({"rule":"1.1.2"})"}), "0");
  EXPECT_EQ(
      TotalOf(Uncorrected(), {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.2","count":5})"}),
      "-2");
  EXPECT_EQ(TotalOf(Uncorrected(), {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.2"})"}),
            "-1.5");
}

TEST(Aggravation, BelongsToItsCase) {
  EXPECT_EQ(
      TotalOf(Uncorrected(), {R"({"rule":"1.1.1","case":"A"})", R"({"rule":"1.1.2","case":"A"})"}),
      "-1");
  EXPECT_EQ(
      TotalOf(Uncorrected(), {R"({"rule":"1.1.1","case":"A"})", R"({"rule":"1.1.2","case":"B"})"}),
      "-0.5");
  // One without a name may be about any case, but not about one that is taken.
  EXPECT_EQ(TotalOf(Uncorrected(), {R"({"rule":"1.1.1","case":"A"})", R"({"rule":"1.1.2"})"}),
            "-1");
  EXPECT_EQ(TotalOf(Uncorrected(), {R"({"rule":"1.1.1","case":"A"})", R"({"rule":"1.1.2"})",
                                    R"({"rule":"1.1.2","case":"A"})"}),
            "-1");
}

TEST(Aggravation, TimesAddsWhatIsMissingToTheMultiple) {
  const auto twice = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"0.25","per":"1"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"2"})",
  });
  EXPECT_EQ(TotalOf(twice, {R"({"rule":"1.1.1","count":3})", R"({"rule":"1.1.2"})"}), "-1");
  const auto half = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"deduct","trigger":"occurs","on_top_of":0,"times":"0.5"})",
  });
  EXPECT_EQ(TotalOf(half, {R"({"rule":"1.1.1","count":3})", R"({"rule":"1.1.2"})"}), "-2.5");
}

TEST(Aggravation, TimesTakesThePointsOfTheEventBelow) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","levels":{"重大":"2","一般":"1"},"per":"1"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"3"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","case":"A","level":"重大"})",
                             R"({"rule":"1.1.1","case":"B","level":"一般"})",
                             R"({"rule":"1.1.2","case":"B"})"}),
            "-5");
}

TEST(Aggravation, OfAggravations) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1","on_top_of":2})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"2"})",
      R"({"effect":"deduct","trigger":"each","points":"3","per":"1"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.2","count":2})",
                             R"({"rule":"1.1.3"})"}),
            "-5");
}

TEST(Aggravation, StandsOnTheGravestEventAndTheGravestCounts) {
  const auto twice = MakeScheme({
      R"({"effect":"deduct","trigger":"each","levels":{"重大":"2","一般":"0.5"},"per":"1"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"2"})",
  });
  EXPECT_EQ(TotalOf(twice, {R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})",
                            R"({"rule":"1.1.2","on":"2017-03-01"})"}),
            "-4");
  // A lesser event before it doesn't take the aggravation away.
  EXPECT_EQ(TotalOf(twice, {R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})",
                            R"({"rule":"1.1.1","level":"一般","on":"2017-01-05"})",
                            R"({"rule":"1.1.2","on":"2017-03-01"})"}),
            "-4.5");
  const auto by_level = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"deduct","trigger":"each","levels":{"重大":"2","一般":"0.5"},"per":"1","on_top_of":0})",
  });
  EXPECT_EQ(TotalOf(by_level,
                    {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2","level":"一般","on":"2017-01-05"})",
                     R"({"rule":"1.1.2","level":"重大","on":"2017-03-01"})"}),
            "-3");
}

TEST(Aggravation, OfACaseMayStandOnAnEventOfWhichNobodyNamedTheCase) {
  const auto facts = {std::string_view(R"({"rule":"1.1.1"})"),
                      std::string_view(R"({"rule":"1.1.2","case":"A"})")};
  EXPECT_EQ(TotalOf(Uncorrected(), facts), "-1");
  // That another event has a case takes nothing away.
  EXPECT_EQ(TotalOf(Uncorrected(), {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2","case":"A"})",
                                    R"({"rule":"1.1.1","case":"B"})"}),
            "-1.5");
}

TEST(Aggravation, OfOneThatStandsOnNothingCountsForNothing) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"3","per":"1"})",
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1","on_top_of":0})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":1,"times":"2"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2"})", R"({"rule":"1.1.3"})"}), "0");
}

// 每次扣4分，最多扣5分；主动整改的减半.
TEST(Mitigation, LessensTheEventBeforeLimitsCut) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"4","per":"1"},
        {"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"0.5"}],
        "limits":[{"at_most":"5","rules":[0]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":3})", R"({"rule":"1.1.2","count":3})"}),
            "-5");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}));
  EXPECT_EQ(card.total, P("-2"));
  EXPECT_EQ(ReasonOf(card, "1.1.1").sentence, "1次 × 4分 = −4分，减轻2分后−2分");
  EXPECT_EQ(ReasonOf(card, "1.1.2").sentence, "1次，按0.5倍，所减轻的一项少扣2分");
}

TEST(Mitigation, GivesNothingBackBeyondTheItem) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[
        {"effect":"deduct","trigger":"each","points":"10","per":"1"},
        {"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"0.5"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}), "0");
}

TEST(Mitigation, OfEveryEventLeavesNoBonusUnderALimit) {
  const auto limited = [](const char* rules) {
    return MakeScheme(std::string(
                          R"({"sections":[{"tasks":[{"rules":[
              {"effect":"deduct","trigger":"each","points":"1","per":"1"},
              {"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"0.5"}],"limits":[)") +
                      rules + "]}]}]}");
  };
  EXPECT_EQ(TotalOf(limited(R"({"at_most":"2","rules":[0,1]})"),
                    {R"({"rule":"1.1.1","count":6,"on":"2017-02-01"})",
                     R"({"rule":"1.1.2","count":6,"on":"2017-03-01"})"}),
            "-2");
  EXPECT_EQ(TotalOf(limited(R"({"at_most":"1","rules":[0]})"),
                    {R"({"rule":"1.1.1","count":4})", R"({"rule":"1.1.2","count":4})"}),
            "-1");
}

TEST(Mitigation, LessensTheEventBeforeAWorkCountsOnce) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"1","per":"1"},
        {"effect":"deduct","trigger":"each","points":"3","per":"1"},
        {"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"0.5"}],
        "policies":[{"kind":"highest_only"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.2","work":"甲"})",
                             R"({"rule":"1.1.3"})"}),
            "-3");
}

TEST(Mitigation, LessensTheEventBeforeATierIsChosen) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"2","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1.5","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","on_top_of":0,"times":"0.5"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.3"})"}), "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})", R"({"rule":"1.1.3"})"}),
            "-1.5");
}

TEST(Mitigation, AndMultiplesOfOneEventAreMultiplied) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":1,"times":"2"})",
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":1,"times":"0.5"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":1,"times":"0.5"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2"})", R"({"rule":"1.1.3"})", R"({"rule":"1.1.4"})"}),
            "-0.25");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2"})", R"({"rule":"1.1.1"})", R"({"rule":"1.1.3"})"}),
            "-1");
}

TEST(Mitigation, IsNotOwed) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"2","nature":"duty"})",
      R"({"effect":"deduct","trigger":"occurs","nature":"duty","on_top_of":0,"times":"0.5"})",
  });
  const Scorecard card = CardOf(scheme, {}, In(Reading::kProjected));
  EXPECT_EQ(card.total, P("-2"));
  EXPECT_THAT(card.open, ElementsAre("1.1.1"));
}

}  // namespace
}  // namespace kaoping::score
