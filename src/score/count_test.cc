// The amount of each trigger, alone in the pool.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::HasSubstr;

TEST(Figures, WhatMeetsItsTargetSaysSo) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"short","points":"1","target":"2"})",
      R"({"effect":"deduct","trigger":"over","points":"1","target":"2"})",
  });
  const auto told = [&](std::string_view fact, std::string_view rule) {
    return ReasonOf(CardOf(scheme, MakeFacts({fact})), rule).children.at(0).sentence;
  };
  EXPECT_THAT(told(R"({"rule":"1.1.1","value":2})", "1.1.1"), HasSubstr("已达到要求，不扣分"));
  EXPECT_THAT(told(R"({"rule":"1.1.2","value":2})", "1.1.2"), HasSubstr("没有超出要求，不计"));
}

TEST(Occurs, CountsOnceIfTheLastWordIsThatItHolds) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"duty"})"});
  EXPECT_EQ(TotalOf(scheme, {}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01"})"}), "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","on":"2017-04-01"})"}),
            "-1");
  // 未建立 found in March and mended in May no longer holds.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","on":"2017-05-01","holds":false})"}),
            "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-05-01","holds":false})",
                             R"({"rule":"1.1.1","on":"2017-06-01"})"}),
            "-1");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","on":"2017-05-01","holds":false})",
                             R"({"rule":"1.1.1","on":"2017-05-01","holds":true})"}),
            "fact-conflict");
}

TEST(Occurs, TakesItsPointsFromALevelOrAPerson) {
  const auto levels =
      MakeScheme({R"({"effect":"bonus","trigger":"occurs","levels":{"国家":"1","省":"0.5"}})"});
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","level":"省"})"}), "0.5");
  const auto range =
      MakeScheme({R"({"effect":"deduct","trigger":"occurs","points":{"min":"0.5","max":"1"}})"});
  EXPECT_EQ(TotalOf(range, {R"({"rule":"1.1.1","points":"0.7"})"}), "-0.7");
}

TEST(Occurs, ALesserFactDoesNotMakeGoodAGraverOne) {
  const auto levels =
      MakeScheme({R"({"effect":"deduct","trigger":"occurs","levels":{"重大":"3","一般":"1"}})"});
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","level":"一般","on":"2017-05-01"})"}),
            "-3");
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","level":"一般","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})"}),
            "-3");
  // What was mended takes all before it away.
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","holds":false,"on":"2017-04-01"})",
                             R"({"rule":"1.1.1","level":"一般","on":"2017-05-01"})"}),
            "-1");
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","level":"重大","on":"2017-03-01"})",
                             R"({"rule":"1.1.1","level":"一般","on":"2017-05-01"})",
                             R"({"rule":"1.1.1","holds":false,"on":"2017-06-01"})"}),
            "0");
}

TEST(Occurs, PointsThatWereDecidedOnOneDayMustBeTheSame) {
  const auto range =
      MakeScheme({R"({"effect":"deduct","trigger":"occurs","points":{"min":"1","max":"3"}})"});
  EXPECT_EQ(TotalOf(range, {R"({"rule":"1.1.1","points":"3","on":"2017-03-01"})",
                            R"({"rule":"1.1.1","points":"1","on":"2017-05-01"})"}),
            "-3");
  EXPECT_EQ(ErrorOf(range, {R"({"rule":"1.1.1","points":"3","on":"2017-03-01"})",
                            R"({"rule":"1.1.1","points":"1","on":"2017-03-01"})"}),
            "fact-conflict");
}

TEST(Each, CountsEveryOccurrence) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"次","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.1","count":3})"}), "-2");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":0})"}), "0");
}

TEST(Each, SeveralMakeOneStepAcrossFacts) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"1","unit":"次","per":"3"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.1","count":2})"}),
            "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.1","count":4})"}),
            "-2");
}

TEST(Each, PartsOfAStepCountWhereTheSchemeSaysSo) {
  const auto scheme = MakeScheme(
      R"({"settings":{"decimals":6,"part_steps":"proportional"},"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"1","unit":"次","per":"3"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "-0.333333");
  // Three thirds are one: the rule is rounded as a whole.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.1"})", R"({"rule":"1.1.1"})"}),
            "-1");
}

TEST(Each, ACaseCountsOncePerRule) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01","case":"A"})",
                             R"({"rule":"1.1.1","on":"2017-06-01","case":"A"})",
                             R"({"rule":"1.1.1","on":"2017-07-01","case":"B"})",
                             R"({"rule":"1.1.1","on":"2017-08-01"})"}),
            "-1.5");
}

TEST(Each, ACaseOfTwoLevelsCountsAtTheWorse) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"each","levels":{"重大":"2","一般":"1"},"per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","case":"A","level":"一般"})",
                             R"({"rule":"1.1.1","case":"A","level":"重大"})"}),
            "-2");
}

TEST(Each, OfOneCaseTheFactThatTellsOfMoreCounts) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"forfeit","trigger":"each","per":"1"})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","case":"甲","on":"2017-01-05","count":"0.5"})",
                             R"({"rule":"1.1.1","case":"甲","on":"2017-02-05"})"}),
            "-1");
  // A forfeit is worth nothing by itself.
  const auto base = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[{"effect":"forfeit","trigger":"each","per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(base, {R"({"rule":"1.1.1","case":"甲","on":"2017-01-05","count":"0"})",
                           R"({"rule":"1.1.1","case":"甲","on":"2017-02-05"})"}),
            "0");
}

TEST(Short, CountsWhatIsFewerThanTheTarget) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"2","unit":"次","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"0"})"}), "-2");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"1"})"}), "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"2"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"5"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":1.5})"}), "-0.5");
}

TEST(Short, IsNoLossBeforeThePeriodEnds) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"2","unit":"次","per":"1"})"});
  const auto facts = {std::string_view(R"({"rule":"1.1.1","on":"2017-03-20","value":"1"})")};
  EXPECT_EQ(TotalOf(scheme, facts, AsOf("2017-06-30")), "0");
  EXPECT_EQ(TotalOf(scheme, facts, AsOf("2017-12-30")), "0");
  EXPECT_EQ(TotalOf(scheme, facts, AsOf("2017-12-31")), "-1");
  Query projected = AsOf("2017-06-30");
  projected.reading = Reading::kProjected;
  EXPECT_EQ(TotalOf(scheme, facts, projected), "-1");
}

TEST(Short, GainsNothingBeforeThePeriodEnds) {
  // 比上年每减少1起加1分: more may happen yet, and nobody owes it.
  const auto scheme = MakeScheme({
      R"({"effect":"bonus","trigger":"short","points":"1","unit":"起","per":"1","target":"5"})",
  });
  const auto facts = MakeFacts({R"({"rule":"1.1.1","on":"2017-03-01","value":3})"});
  for (const Reading reading : {Reading::kConfirmed, Reading::kProjected}) {
    Query query = AsOf("2017-06-30");
    query.reading = reading;
    EXPECT_EQ(CardOf(scheme, facts, query).total, P("0"));
    EXPECT_EQ(CardOf(scheme, facts, In(reading)).total, P("2"));
    EXPECT_TRUE(CardOf(scheme, facts, In(reading)).owed.empty());
  }
}

TEST(Figures, TheLatestDayCountsAndIncrementsAddToIt) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"4","unit":"次","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-06-01","value":"3"})",
                             R"({"rule":"1.1.1","on":"2017-03-01","value":"1"})"}),
            "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01","add":"1"})",
                             R"({"rule":"1.1.1","on":"2017-04-01","add":"1"})"}),
            "-2");
  // The figure of June includes what was added in May, not what is added in July.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-05-01","add":"1"})",
                             R"({"rule":"1.1.1","on":"2017-06-01","value":"2"})",
                             R"({"rule":"1.1.1","on":"2017-07-01","add":"1"})"}),
            "-1");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","on":"2017-06-01","value":"3"})",
                             R"({"rule":"1.1.1","on":"2017-06-01","value":"2"})"}),
            "fact-conflict");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","on":"2017-06-01","value":"3"})",
                             R"({"rule":"1.1.1","on":"2017-06-01","value":"3.0"})"}),
            "");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","on":"2017-06-01","value":"3"})",
                             R"({"rule":"1.1.1","on":"2017-06-01","add":"1"})"}),
            "fact-conflict");
}

TEST(Over, CountsWholeStepsPastTheTarget) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"over","points":"0.2","target":"3","unit":"件","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"3"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"5"})"}), "-0.4");
}

TEST(Below, CountsWholeStepsOfARate) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"below","points":"0.5","target":"95","unit":"百分点",
           "per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"95"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"94.01"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"94"})"}), "-0.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"92.5"})"}), "-1");
}

TEST(Below, CountsPartsWhereTheSchemeSaysSo) {
  const auto scheme = MakeScheme(
      R"({"settings":{"decimals":2,"part_steps":"proportional"},"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"below","points":"0.5","target":"95","unit":"百分点",
         "per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"92.5"})"}), "-1.25");
}

TEST(Above, CountsWholeStepsAboveTheTarget) {
  const auto scheme = MakeScheme(
      {R"({"effect":"bonus","trigger":"above","points":"0.6","target":"100","unit":"百分点",
           "per":"10"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"125"})"}), "1.2");
}

TEST(Missing, CountsAbsentComponents) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划","部署","活动"]})"});
  EXPECT_EQ(TotalOf(scheme, {}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","present":[]})"}), "-3");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","present":["计划","活动"]})"}), "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","missing":2})"}), "-2");
  // Each is proved by its own paper, so they add up.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-02-01","present":["计划"]})",
                             R"({"rule":"1.1.1","on":"2017-05-01","present":["部署"]})"}),
            "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-02-01","missing":2})",
                             R"({"rule":"1.1.1","on":"2017-05-01","missing":1})"}),
            "-1");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","on":"2017-02-01","missing":2})",
                             R"({"rule":"1.1.1","on":"2017-02-01","missing":1})"}),
            "fact-conflict");
}

TEST(Late, CountsWholeUnitsOfEachDelay) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"late","points":"0.1","unit":"天","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","late":"3"})"}), "-0.3");
  EXPECT_EQ(
      TotalOf(scheme, {R"({"rule":"1.1.1","late":"1.5"})", R"({"rule":"1.1.1","late":"1.5"})"}),
      "-0.2");
}

TEST(Rank, GoesByPlaces) {
  const auto levels =
      MakeScheme({R"({"effect":"bonus","trigger":"rank","levels":{"1":"6","2":"4","3":"2"}})"});
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","place":2,"of":9})"}), "4");
  EXPECT_EQ(TotalOf(levels, {R"({"rule":"1.1.1","place":4,"of":9})"}), "0");
  const auto places = MakeScheme(
      {R"({"effect":"bonus","trigger":"rank","points":"2","when":{"from":"1","to":"3"}})"});
  EXPECT_EQ(TotalOf(places, {R"({"rule":"1.1.1","place":3})"}), "2");
  EXPECT_EQ(TotalOf(places, {R"({"rule":"1.1.1","place":4})"}), "0");
}

TEST(Rank, TheLastPlaceIsTheNumberOfUnits) {
  const auto scheme = MakeScheme({R"({"effect":"deduct","trigger":"rank","points":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":9,"of":9})"}), "-1");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":8,"of":9})"}), "0");
}

TEST(Rank, PlacesLostAreAgainstLastYear) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"rank","points":"0.5","unit":"位次","per":"1"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":7,"from_place":4})"}), "-1.5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","place":3,"from_place":4})"}), "0");
  const auto threshold = MakeScheme(
      {R"({"effect":"deduct","trigger":"rank","points":"1","when":{"at_least":"5","unit":"位"}})"});
  EXPECT_EQ(TotalOf(threshold, {R"({"rule":"1.1.1","place":9,"from_place":4})"}), "-1");
  EXPECT_EQ(TotalOf(threshold, {R"({"rule":"1.1.1","place":8,"from_place":4})"}), "0");
}

TEST(Ratio, EarnsInProportionAndLosesTheRest) {
  const auto award = MakeScheme({R"({"effect":"award","trigger":"ratio","points":"5"})"});
  EXPECT_EQ(TotalOf(award, {R"({"rule":"1.1.1","value":"80"})"}), "4");
  EXPECT_EQ(TotalOf(award, {R"({"rule":"1.1.1","value":"130"})"}), "5");
  const auto deduct =
      MakeScheme({R"({"effect":"deduct","trigger":"ratio","points":"5","target":"30"})"});
  EXPECT_EQ(TotalOf(deduct, {R"({"rule":"1.1.1","value":"20"})"}), "-1.67");
  EXPECT_EQ(TotalOf(deduct, {R"({"rule":"1.1.1","value":"31"})"}), "0");
}

TEST(Judged, IsWhatAPersonDecided) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"judged","points":{"min":"0.5","max":"1"}})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","points":"0.8"})"}), "-0.8");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","on":"2017-03-01","points":"0.8"})",
                             R"({"rule":"1.1.1","on":"2017-04-01","points":"1"})"}),
            "-1");
  const auto each = MakeScheme(
      {R"({"effect":"deduct","trigger":"judged","points":{"min":"5","max":"15"},"unit":"次",
           "per":"1"})"});
  EXPECT_EQ(TotalOf(each, {R"({"rule":"1.1.1","points":"6"})", R"({"rule":"1.1.1","points":"7"})"}),
            "-13");
}

TEST(When, AFigureDecidesAThreshold) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"occurs","points":"2","when":{"less_than":"60","unit":"%"}})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"59.9"})"}), "-2");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","value":"60"})"}), "0");
}

TEST(NoFigure, ARuleWithoutATargetDoesNotCountButStaysOpen) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"below","points":"1","unit":"百分点","per":"1"})"});
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","value":"50"})"}));
  EXPECT_EQ(card.total, P("0"));
  EXPECT_EQ(card.open, std::vector<std::string>{"1.1.1"});
  EXPECT_NE(ReasonOf(card, "1.1.1").sentence.find("须先由人确定"), std::string::npos);
}

TEST(TooLarge, IsRefusedAndNotWrappedAround) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"1000","unit":"次","per":"1"})"});
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","count":1000000000})"}), "fact-range");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1","count":1000})"}), "");
}

TEST(TooLarge, IsRefusedInMultiplesOfMultiples) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"each","points":"1000000","per":"1"})",
      R"({"effect":"deduct","trigger":"each","per":"1","on_top_of":0,"times":"1000000"})",
  });
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}), "fact-range");
}

TEST(TooLarge, IsRefusedInSumsOfManyFacts) {
  const auto repeated = [](std::string_view fact, int times) {
    return std::vector<Fact>(static_cast<std::size_t>(times), MakeFacts({fact})[0]);
  };
  const auto error = [](const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    const Result<Scorecard> card = ScoreUnit(scheme, "局", facts, {});
    return card ? "" : card.error().code;
  };
  const auto points =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"1000000","per":"1"})"});
  EXPECT_EQ(error(points, repeated(R"({"rule":"1.1.1"})", 1000)), "");
  EXPECT_EQ(error(points, repeated(R"({"rule":"1.1.1"})", 1001)), "fact-range");
  const auto steps =
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"0.000001","per":"0.000001"})"});
  EXPECT_EQ(error(steps, repeated(R"({"rule":"1.1.1","count":1000})", 1001)), "fact-range");
  const auto figure = MakeScheme({R"({"effect":"deduct","trigger":"below","points":"0.000001",
                                      "target":"95","per":"1000000"})"});
  EXPECT_EQ(error(figure, repeated(R"({"rule":"1.1.1","add":"-1000000000"})", 2)), "fact-range");
}

}  // namespace
}  // namespace kaoping::score
