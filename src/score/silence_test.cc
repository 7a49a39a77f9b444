// What it means that nothing was recorded.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Silence, ADutyIsOpenAndAnIncidentIsNot) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"duty"})",
      R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"incident"})",
      R"({"effect":"deduct","trigger":"occurs","points":"1"})",
      R"({"effect":"deduct","trigger":"short","points":"1","target":"2"})",
      R"({"effect":"deduct","trigger":"below","points":"1","target":"95"})",
      R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划","部署"]})",
      R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划"],"nature":"incident"})",
      R"({"effect":"deduct","trigger":"ratio","points":"3"})",
      R"({"effect":"award","trigger":"occurs","points":"5"})",
      R"({"effect":"bonus","trigger":"occurs","points":"5"})",
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"deduct","trigger":"judged","points":{"min":"1","max":"2"}})",
  });
  const Scorecard confirmed = CardOf(scheme, {});
  EXPECT_THAT(confirmed.open, ElementsAre("1.1.1", "1.1.4", "1.1.5", "1.1.6", "1.1.8", "1.1.9"));
  EXPECT_EQ(confirmed.total, P("0"));
  EXPECT_FALSE(confirmed.evaluated);
  // 1 + 2 + 2 + 3; a rate in the pool and a judgement have no bound.
  const Scorecard projected = CardOf(scheme, {}, In(Reading::kProjected));
  EXPECT_EQ(projected.total, P("-8"));
  std::vector<std::string> unbounded;
  for (const Owed& owed : projected.owed) {
    if (!owed.at_stake) unbounded.push_back(owed.rule);
  }
  EXPECT_THAT(unbounded, ElementsAre("1.1.5", "1.1.9", "1.1.12"));
  // Whoever reads the card alone is told of them too.
  EXPECT_THAT(projected.open,
              ElementsAre("1.1.1", "1.1.4", "1.1.5", "1.1.6", "1.1.8", "1.1.9", "1.1.12"));
  EXPECT_THAT(ReasonOf(projected, "1.1.5").sentence, HasSubstr("未定"));
  EXPECT_THAT(ReasonOf(projected, "1.1.12").sentence, HasSubstr("未定"));
  EXPECT_THAT(ReasonOf(confirmed, "1.1.5").sentence, HasSubstr("未评"));
}

TEST(Silence, OfAFigureThatANothingWouldNotReachHasNoBound) {
  const auto scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"10","when":{"at_least":"5"}})"});
  const Scorecard card = CardOf(scheme, {}, In(Reading::kProjected));
  EXPECT_EQ(card.total, P("0"));
  ASSERT_EQ(card.owed.size(), 1U);
  EXPECT_FALSE(card.owed[0].at_stake);
}

TEST(Silence, AWordEndsIt) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"duty"})",
      R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划","部署"]})",
  });
  const auto facts = MakeFacts(
      {R"({"rule":"1.1.1","holds":false})", R"({"rule":"1.1.2","present":["计划","部署"]})"});
  const Scorecard card = CardOf(scheme, facts, In(Reading::kProjected));
  EXPECT_EQ(card.total, P("0"));
  EXPECT_TRUE(card.open.empty());
  EXPECT_TRUE(card.owed.empty());
  EXPECT_TRUE(card.evaluated);
  // A claim does not end it: only what is confirmed counts.
  const auto claims = MakeFacts({R"({"rule":"1.1.1","holds":false,"status":"claimed"})"});
  EXPECT_EQ(CardOf(scheme, claims, In(Reading::kProjected)).total, P("-3"));
}

TEST(Silence, OneStateOfAMeasureSettlesTheOthers) {
  // 没有建立的扣2分，已建立但落实不到位的扣1分.
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"2","nature":"duty","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"duty","one_of":0})",
  });
  EXPECT_EQ(TotalOf(scheme, {}, In(Reading::kProjected)), "-2");
  // 落实不到位 says that it was established.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2"})"}, In(Reading::kProjected)), "-1");
  // That it was established does not say that it was carried out.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","holds":false})"}, In(Reading::kProjected)), "-1");
}

TEST(Silence, ARateIsBoundedByItsItemAndItsLimit) {
  const auto item = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[
        {"effect":"deduct","trigger":"below","points":"0.5","target":"95","per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(item, {}, In(Reading::kProjected)), "0");
  EXPECT_EQ(TotalOf(item, {}), "5");
  const auto limit = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"below","points":"0.5","target":"95","per":"1"}],
        "limits":[{"at_most":"2","rules":[0]}]}]}]})");
  EXPECT_EQ(TotalOf(limit, {}, In(Reading::kProjected)), "-2");
}

TEST(Silence, NotApplicableTakesTheRuleOut) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"1","nature":"duty"})",
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
  });
  const Scorecard card = CardOf(
      scheme,
      MakeFacts({R"({"rule":"1.1.1","on":"2017-02-01","applies":false,"note":"没有这项职能"})",
                 R"({"rule":"1.1.2","on":"2017-02-01","applies":false,"note":"没有这项职能"})",
                 R"({"rule":"1.1.2","on":"2017-03-01","count":3})"}),
      In(Reading::kProjected));
  EXPECT_EQ(card.total, P("0"));
  EXPECT_TRUE(card.open.empty());
  EXPECT_THAT(ReasonOf(card, "1.1.2").sentence, HasSubstr("不适用（没有这项职能）"));
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","on":"2017-02-01","applies":false,"note":"x"})",
                             R"({"rule":"1.1.2","on":"2017-04-01","applies":true})",
                             R"({"rule":"1.1.2","on":"2017-03-01","count":3})"}),
            "-3");
}

}  // namespace
}  // namespace kaoping::score
