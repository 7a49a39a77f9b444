// Policies, limits, items, forfeits, vetoes and the total.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kEach = R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})";
constexpr const char* kBonus = R"({"effect":"bonus","trigger":"each","points":"1","per":"1"})";

std::string With(std::string text,
                 std::initializer_list<std::pair<const char*, const char*>> words) {
  for (const auto& [name, value] : words) {
    const std::string mark = std::string("$") + name;
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

scheme::Scheme Make(std::string text) {
  return MakeScheme(With(std::move(text), {{"each", kEach}, {"bonus", kBonus}}));
}

TEST(Limits, CutTheRunningSumInOrderOfDay) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each,$each],"limits":[{"at_most":"3","rules":[0,1]}]}]}]})");
  const Scorecard card = CardOf(scheme, MakeFacts({
                                            R"({"rule":"1.1.1","on":"2017-09-01","count":2})",
                                            R"({"rule":"1.1.2","on":"2017-03-01","count":2})",
                                        }));
  EXPECT_EQ(card.total, P("-3"));
  EXPECT_EQ(AmountOf(card, "1.1.1"), "-1");
  EXPECT_EQ(AmountOf(card, "1.1.2"), "-2");
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 1.1#1", "1.1.1", P("1")}));
  EXPECT_THAT(ReasonOf(card, "1.1.1").sentence, HasSubstr("2次 × 1分 = −2分，受限后−1分"));
  EXPECT_EQ(ReasonOf(card, "limit 1.1#1").amount, P("1"));
  EXPECT_THAT(ReasonOf(card, "limit 1.1#1").sentence, HasSubstr("不超过3分，少扣1分"));
}

TEST(Limits, InnerOnesCutBeforeOuterOnes) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each,$each],"limits":[
        {"at_most":"3","rules":[0,1]},{"at_most":"1","rules":[0]}]}]}]})");
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":5})", R"({"rule":"1.1.2","count":5})"}));
  EXPECT_EQ(card.total, P("-3"));
  EXPECT_EQ(AmountOf(card, "1.1.1"), "-1");
  EXPECT_EQ(AmountOf(card, "1.1.2"), "-2");
}

TEST(Limits, EachCutsPerWorkFirst) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each],"limits":[
        {"at_most":"2","rules":[0],"each":"项"},{"at_most":"5","rules":[0]}]}]}]})");
  const auto three =
      MakeFacts({R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.1","work":"甲"})",
                 R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.1","work":"乙"})"});
  EXPECT_EQ(CardOf(scheme, three).total, P("-3"));
  // What names no work is as many works as it counts.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":4})"}), "-4");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":9})"}), "-5");
}

TEST(Limits, EachTakesACaseForOneHoweverManyItTellsOf) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[{"effect":"deduct","trigger":"each","points":"5","per":"1"}],
        "limits":[{"at_most":"3","rules":[0],"each":"项"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2,"case":"甲案"})"}), "-3");
}

TEST(Limits, BaseIsTheItemsBase) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"4","rules":[$each,$each],
        "limits":[{"at_most":"base","rules":[0]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":9})"}), "0");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":9})"}));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 1.1#1", "1.1.1", P("5")}));
}

TEST(Limits, BaseOfAGroupIsItsAward) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"9","rules":[
        {"effect":"award","trigger":"occurs","points":"4","one_of":0},
        {"effect":"deduct","trigger":"each","points":"1","per":"1","one_of":0},
        {"effect":"award","trigger":"occurs","points":"5"}],
        "limits":[{"at_most":"base","rules":[1]}]}]}]})");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1"})", R"({"rule":"1.1.3"})",
                                                   R"({"rule":"1.1.2","count":7})"}));
  EXPECT_EQ(card.total, P("5"));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 1.1#1", "1.1.2", P("3")}));
}

TEST(Limits, OnAGroupCutBeforeTheGroupIsWorthNothing) {
  // 达标得5分,每低1点扣1分,最多扣3分.
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"award","trigger":"occurs","points":"5","one_of":0},
        {"effect":"deduct","trigger":"below","points":"1","target":"95","per":"1","one_of":0}],
        "limits":[{"at_most":"3","rules":[1]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","value":"70"})"}), "2");
}

TEST(Limits, WithoutABaseSayThatTheyCannotCut) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each],"limits":[{"at_most":"base","rules":[0]}]}]}]})");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":9})"}));
  EXPECT_EQ(card.total, P("-9"));
  EXPECT_THAT(card.notes, ElementsAre(HasSubstr("没有写明基础分")));
}

TEST(Limits, OfASectionAndTheSchemeComeLast) {
  const auto scheme = Make(
      R"({"settings":{"decimals":2,"bonus_cap":"4"},"sections":[
        {"tasks":[{"rules":[$bonus]},{"rules":[$bonus]},
          {"criterion":{"limits":[{"at_most":"3","rules":[],"scope":"section"}]}}]},
        {"tasks":[{"rules":[$bonus]}]}]})");
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":2})", R"({"rule":"1.2.1","count":2})",
                                R"({"rule":"2.1.1","count":2})"}));
  EXPECT_EQ(card.total, P("4"));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 1.3#1", "1.2.1", P("1")},
                                    Cut{"limit bonus_cap", "2.1.1", P("1")}));
}

TEST(Limits, EveryItemByItself) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"2","rules":[$each]},{"base":"5","rules":[$each]},
        {"criterion":{"limits":[{"at_most":"base","rules":[],"scope":"every-item"}]}}]}]})");
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":3})", R"({"rule":"1.2.1","count":3})"}));
  EXPECT_EQ(card.total, P("2"));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 1.3#1", "1.1.1", P("1")}));
}

TEST(Limits, OfABaseStopOnlyWhatIsTakenOff) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"2","rules":[$each,$bonus],
        "limits":[{"at_most":"base","rules":[],"scope":"every-item"},
                  {"at_most":"base","rules":[0,1]},
                  {"at_most":"base","rules":[1],"each":"项"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","count":3})"}), "5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","count":3})", R"({"rule":"1.1.1","count":9})"}),
            "3");
  // A limit with a figure of its own binds both.
  const auto figure = Make(
      R"({"sections":[{"tasks":[{"base":"2","rules":[$each,$bonus],
        "limits":[{"at_most":"1","rules":[],"scope":"every-item"}]}]}]})");
  EXPECT_EQ(TotalOf(figure, {R"({"rule":"1.1.2","count":3})", R"({"rule":"1.1.1","count":9})"}),
            "2");
}

TEST(Items, StartFromTheirBaseAndStopAtZero) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"5","rules":[$each,$bonus]},{"base":"3","rules":[$each]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {}), "8");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})"}), "6");
  // Bonuses stay outside base and floor.
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":7})", R"({"rule":"1.1.2","count":2})"}));
  EXPECT_EQ(card.total, P("5"));
  EXPECT_FALSE(card.net);
  EXPECT_EQ(card.deducted, P("5"));
  EXPECT_EQ(card.bonus, P("2"));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"floor 1.1", "1.1.1", P("2")}));
}

TEST(Items, MayGoBelowZeroWhereAPolicySaysSo) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"1","rules":[$each],"policies":[{"kind":"no_floor"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":3})"}), "-2");
}

TEST(Items, ThatAreForfeitedAreWorthNothingAlsoWithoutAFloor) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[
        {"effect":"deduct","trigger":"each","points":"1","per":"1"},
        {"effect":"forfeit","trigger":"occurs"}],"policies":[{"kind":"no_floor"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":9})"}), "-4");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.1.2"})"}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":9})", R"({"rule":"1.1.2"})"}), "0");
}

TEST(Items, ThatAreForfeitedGetNothingBackFromLimits) {
  // What came off the award of 1.2 used up the section's room and was given back there.
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each]},
        {"rules":[{"effect":"forfeit","trigger":"occurs"},
          {"effect":"award","trigger":"occurs","points":"1","one_of":0},
          {"effect":"deduct","trigger":"each","points":"1","per":"1","one_of":0}]},
        {"criterion":{"limits":[{"at_most":"2","rules":[],"scope":"section"}]}}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.2.1"})",
                             R"({"rule":"1.2.2"})", R"({"rule":"1.2.3"})"}),
            "-2");
}

TEST(Items, WithAwardsEarnWhatIsAwardedUpToTheBase) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[
        {"effect":"award","trigger":"each","points":"2","per":"1"},
        {"effect":"deduct","trigger":"each","points":"1","per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})"}), "4");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":4})"}), "5");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":4})", R"({"rule":"1.1.2","count":2})"}),
            "3");
  // An award that is 不适用 is out, and the item starts from its base.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","applies":false,"note":"无此职能"})"}), "5");
}

TEST(Items, WhatComesOffAnAwardBeyondTheBaseTakesNoRoomElsewhere) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[
        {"base":"5","rules":[{"effect":"award","trigger":"occurs","points":"10","one_of":0},
                             {"effect":"deduct","trigger":"each","points":"1","per":"1","one_of":0}]},
        {"base":"20","rules":[$each],"limits":[{"at_most":"10","rules":[],"scope":"section"}]}]}]})");
  const std::string_view award = R"({"rule":"1.1.1"})";
  const std::string_view three = R"({"rule":"1.1.2","on":"2017-01-05","count":3})";
  const std::string_view ten = R"({"rule":"1.2.1","on":"2017-06-01","count":10})";
  EXPECT_EQ(TotalOf(scheme, {award, ten}), "15");
  // 10 − 3 is still more than 5.
  EXPECT_EQ(TotalOf(scheme, {award, three, ten}), "15");
  EXPECT_EQ(TotalOf(scheme, {award, three, three}), "24");
  const Scorecard card = CardOf(scheme, MakeFacts({award, three}));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"base 1.1", "1.1.2", P("3")}));
}

TEST(Items, AnAwardWithoutPointsIsTheBase) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[{"effect":"award","trigger":"occurs"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "5");
  const auto ratio = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"5","rules":[{"effect":"award","trigger":"ratio"}]}]}]})");
  EXPECT_EQ(TotalOf(ratio, {R"({"rule":"1.1.1","value":"60"})"}), "3");
}

TEST(Items, RowsMayShareOneBase) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"3","rules":[$each]},
        {"base":{"same_as":"1.1"},"rules":[$each]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.2.1","count":2})"}),
            "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.2.1"})"}), "1");
}

TEST(Items, TasksMayShareOneCriterion) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"4","rules":[{"effect":"award","trigger":"judged"}]},
        {"base":"6","criterion":{"same_as":"1.1"}}]}]})");
  EXPECT_EQ(TotalOf(scheme, {}), "0");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","points":"9"})"}), "9");
}

TEST(Items, ASectionWhoseTasksHaveNoBaseIsOne) {
  const auto scheme =
      Make(R"({"sections":[{"base":"3","tasks":[{"rules":[$each]},{"rules":[$each]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":2})", R"({"rule":"1.2.1","count":2})"}),
            "0");
  // A bonus section's base is no mark to start from.
  const auto bonus =
      Make(R"({"sections":[{"base":"3","kind":"bonus","tasks":[{"rules":[$bonus]}]}]})");
  EXPECT_EQ(TotalOf(bonus, {R"({"rule":"1.1.1"})"}), "1");
  EXPECT_TRUE(CardOf(bonus, {}).net);
}

TEST(Items, WithoutABaseDeductionsGoToTheSchemesPool) {
  const auto scheme = Make(
      R"({"settings":{"decimals":2,"base":"100"},"sections":[
        {"tasks":[{"base":"5","rules":[$each]},{"rules":[$each]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","count":9})", R"({"rule":"1.2.1","count":9})"}),
            "86");
}

constexpr const char* kForfeited =
    R"({"sections":[{"tasks":[{"base":"5","rules":[$each,
      {"effect":"forfeit","trigger":"occurs"},{"effect":"forfeit","trigger":"occurs"},$bonus]},
      {"base":"3","rules":[$each]}]}]})";

TEST(Forfeit, LosesTheWholeBaseOnce) {
  const Scorecard card =
      CardOf(Make(kForfeited), MakeFacts({R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})",
                                          R"({"rule":"1.1.3"})", R"({"rule":"1.1.4"})"}));
  EXPECT_EQ(card.total, P("4"));
  EXPECT_EQ(AmountOf(card, "1.1.2"), "-5");
  EXPECT_EQ(AmountOf(card, "1.1.1"), "0");
  EXPECT_EQ(card.deducted, P("5"));
}

TEST(Forfeit, LosesWhatWasAwardedWhereThereIsNoBase) {
  const auto scheme = MakeScheme({R"({"effect":"award","trigger":"occurs","points":"4"})",
                                  R"({"effect":"forfeit","trigger":"occurs"})"});
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "4");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}), "0");
  const Scorecard idle = CardOf(scheme, MakeFacts({R"({"rule":"1.1.2"})"}));
  EXPECT_THAT(idle.notes, ElementsAre(HasSubstr("没有可扣的分")));
}

TEST(Forfeit, AnOpenDutyForfeitsTheItemWhenProjected) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"base":"5","rules":[
        {"effect":"forfeit","trigger":"occurs","nature":"duty"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {}), "5");
  const Scorecard card = CardOf(scheme, {}, In(Reading::kProjected));
  EXPECT_EQ(card.total, P("0"));
  ASSERT_EQ(card.owed.size(), 1U);
  EXPECT_EQ(card.owed[0].at_stake, P("-5"));
}

TEST(Vetoes, AreListedWithTheirConsequence) {
  const auto scheme = MakeScheme({
      R"({"effect":"veto","trigger":"occurs","consequence":{"grade":"不合格"}})",
      R"({"effect":"veto","trigger":"occurs","consequence":{"lower":"1"}})",
      R"({"effect":"veto","trigger":"occurs","consequence":{"last":true}})",
  });
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})",
                                                   R"({"rule":"1.1.3","holds":false})"}));
  EXPECT_EQ(card.total, P("0"));
  ASSERT_EQ(card.vetoes.size(), 2U);
  EXPECT_EQ(card.vetoes[0].rule, "1.1.1");
  EXPECT_EQ(card.vetoes[0].consequence.grade, "不合格");
  EXPECT_EQ(card.vetoes[1].consequence.lower, 1);
  EXPECT_THAT(WriteScorecard(card, false),
              HasSubstr(R"("vetoes":[{"rule":"1.1.1","consequence":{"grade":"不合格"}},)"));
}

TEST(HighestOnly, TakesTheWorkWhereItIsWorthMostAndTiesByDay) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[
        {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1"}]},
        {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1"}],
         "limits":[{"at_most":"0.5","rules":[0]}]},
        {"criterion":{"policies":[{"kind":"highest_only","same":"同一项工作"}]}}]}]})");
  // Equal worth: the earlier day counts, though the limit then takes half of it.
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","on":"2017-06-01","work":"甲"})",
                                R"({"rule":"1.2.1","on":"2017-03-01","work":"甲"})"}));
  EXPECT_EQ(card.bonus, P("0.5"));
  EXPECT_THAT(card.notes, ElementsAre(HasSubstr("加分合计为1分")));
  // Other works, and what names none, are not touched.
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.1","work":"乙"})",
                             R"({"rule":"1.1.1","count":2})"}),
            "4");
}

TEST(HighestOnly, BindsItsCriterionUnlessItStandsAlone) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$bonus,$bonus],"policies":[{"kind":"highest_only"}]},
        {"rules":[$bonus]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.1.2","work":"甲"})",
                             R"({"rule":"1.2.1","work":"甲"})"}),
            "2");
}

TEST(HighestOnly, TheBestTotalIsFoundAmongAllChoices) {
  // Two works; each may count under a rule held to 1 or under a smaller free one.
  const auto scheme = Make(
      R"({"settings":{"decimals":2,"highest":"best_total"},"sections":[{"tasks":[
        {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1"}],
         "limits":[{"at_most":"1","rules":[0]}]},
        {"rules":[{"effect":"bonus","trigger":"each","points":"0.4","per":"1"}]},
        {"criterion":{"policies":[{"kind":"highest_only","scope":"section"}]}}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1","work":"甲"})", R"({"rule":"1.2.1","work":"甲"})",
                             R"({"rule":"1.1.1","work":"乙"})", R"({"rule":"1.2.1","work":"乙"})"}),
            "1.4");
}

TEST(Total, IsRoundedOnceAndHalfUp) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"bonus","trigger":"each","points":"0.004","per":"1"},
        {"effect":"bonus","trigger":"each","points":"0.001","per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.1"})"}), "0");
  const Scorecard card = CardOf(scheme, MakeFacts({R"({"rule":"1.1.1"})", R"({"rule":"1.1.2"})"}));
  EXPECT_EQ(card.total, P("0.01"));
  EXPECT_EQ(card.bonus, P("0.005"));
  EXPECT_EQ(card.why.children.back().kind, Reason::Kind::kRounding);
}

TEST(WriteScorecard, WritesOneLineAsTheInterfaceSays) {
  const auto scheme = Make(
      R"({"sections":[{"tasks":[{"rules":[$each,
        {"effect":"deduct","trigger":"short","points":"1","target":"2"},$bonus],
        "limits":[{"at_most":"1","rules":[2]}]}]}]})");
  const Scorecard card =
      CardOf(scheme, MakeFacts({R"({"rule":"1.1.1","count":3})", R"({"rule":"1.1.3","count":2})"}));
  EXPECT_EQ(
      WriteScorecard(card, false),
      R"({"unit":"局","reading":"confirmed","total":"-2","net":true,"deducted":"3","bonus":"1",)"
      R"("rules":[{"rule":"1.1.1","amount":"-3"},{"rule":"1.1.3","amount":"1"}],)"
      R"("cut":[{"by":"limit 1.1#1","rule":"1.1.3","amount":"1"}],"open":["1.1.2"],"vetoes":[]})");
  EXPECT_THAT(WriteScorecard(CardOf(scheme, {}), false), HasSubstr(R"("evaluated":false)"));
  EXPECT_THAT(WriteScorecard(card, true),
              HasSubstr(R"("why":{"kind":"total","key":"局","amount":"-2")"));
}

}  // namespace
}  // namespace kaoping::score
