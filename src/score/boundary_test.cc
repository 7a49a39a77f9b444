#include "score/boundary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "score/boundary_words.h"
#include "score/json.h"
#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The boundary of the rule at `index`, from 0.
Boundary Of(const scheme::Scheme& scheme, std::size_t index = 0) {
  return FindBoundaries(scheme).at(index);
}

// “0→0 1→-1”: figures and what they come to.
std::string Rows(const Boundary& boundary) {
  std::string rows;
  for (const BoundaryRow& row : boundary.table) {
    rows += (rows.empty() ? "" : " ") + row.figure.ToString() + "→" + row.amount.ToString();
  }
  return rows;
}

// The figures and what the whole group comes to.
std::string GroupRows(const Boundary& boundary) {
  std::string rows;
  for (const BoundaryRow& row : boundary.table) {
    rows += (rows.empty() ? "" : " ") + row.figure.ToString() + "→" +
            row.of_group.value_or(row.amount).ToString();
  }
  return rows;
}

std::vector<std::string> Examples(const Boundary& boundary) {
  std::vector<std::string> sentences;
  for (const BoundaryRow& row : boundary.examples) sentences.push_back(Sentence(row));
  return sentences;
}

// One task with a base and these rules; `more` may hold limits.
scheme::Scheme WithBase(const std::string& base, const std::string& rules,
                        const std::string& more = "") {
  return MakeScheme(R"({"sections":[{"tasks":[{"base":")" + base + R"(","rules":[)" + rules + "]" +
                    more + "}]}]}");
}

// ---- One of each trigger; every figure is worked out by hand ------------------------------------

TEST(BoundaryOfOccurs, HoldsOrDoesNot) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"deduct","trigger":"occurs","points":"2","condition":"未建立学法制度"})"}));
  EXPECT_EQ(Rows(boundary), "0→0 1→-2");
  EXPECT_THAT(Examples(boundary), ElementsAre("未建立学法制度：扣2分", "已建立学法制度：不扣分"));
}

TEST(BoundaryOfEach, ShowsEveryOccurrenceAndWhereALimitStops) {
  const std::string rule = R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例"})";
  EXPECT_EQ(Rows(Of(MakeScheme({rule}))), "0→0 1→-0.5 2→-1");
  // 2 ÷ 0.5 = 4 cases reach the limit.
  const std::string limit = R"(,"limits":[{"at_most":"2","rules":[0]}])";
  const Boundary boundary = Of(WithBase("5", rule, limit));
  EXPECT_EQ(Rows(boundary), "0→0 1→-0.5 2→-1 3→-1.5 4→-2 5→-2");
  EXPECT_EQ(Sentence(boundary.table.back()), "5例：扣2分（已到限额）");
  EXPECT_THAT(Examples(boundary), ElementsAre("1例：扣0.5分", "0例：不扣分"));
}

TEST(BoundaryOfEach, SeveralMakeOneStep) {
  // 1, 2: not yet 3; 4: one step and a rest; 6: two steps.
  const Boundary boundary = Of(
      MakeScheme({R"({"effect":"deduct","trigger":"each","points":"1","unit":"次","per":"3"})"}));
  EXPECT_EQ(Rows(boundary), "0→0 1→0 2→0 3→-1 4→-1 6→-2");
  EXPECT_THAT(Examples(boundary), ElementsAre("3次：扣1分", "2次：不扣分"));
}

TEST(BoundaryOfEach, HasARowALevel) {
  // At 1 each a level; 2 and 3 at the highest, which reaches the limit of 2 with 2.
  const Boundary boundary = Of(WithBase(
      "5",
      R"({"effect":"bonus","trigger":"each","unit":"项","levels":{"省":"0.5","国家":"1","市":"0.2"}})",
      R"(,"limits":[{"at_most":"2","rules":[0]}])"));
  EXPECT_EQ(Rows(boundary), "0→0 1→0.5 1→1 1→0.2 2→2 3→2");
  EXPECT_EQ(Sentence(boundary.table[2]), "国家1项：加1分");
  EXPECT_THAT(Examples(boundary), ElementsAre("省1项：加0.5分", "0项：不加分"));
}

TEST(BoundaryOfEach, ALimitOnEachWorkStopsOneWork) {
  // 4 × 0.3 = 1.2, of which 1 counts.
  const Boundary boundary =
      Of(WithBase("5", R"({"effect":"deduct","trigger":"each","points":"0.3","unit":"次"})",
                  R"(,"limits":[{"at_most":"1","rules":[0],"each":"项"}])"));
  EXPECT_EQ(Rows(boundary), "0→0 1→-0.3 2→-0.6 3→-0.9 4→-1 5→-1");
  EXPECT_EQ(boundary.table[1].given, "同一项上1次");
}

TEST(BoundaryOfShort, StandsAtTheTarget) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"2","unit":"次"})"}));
  EXPECT_EQ(Rows(boundary), "0→-2 1→-1 2→0 3→0");
  EXPECT_THAT(Examples(boundary), ElementsAre("实有1次：扣1分", "实有2次：不扣分"));
}

TEST(BoundaryOfShort, StopsAtTheBase) {
  // 12 meetings, base 3: with 9 of them 3 are short and all is lost; 8 costs no more.
  const Boundary boundary = Of(WithBase(
      "3", R"({"effect":"deduct","trigger":"short","points":"1","target":"12","unit":"次"})"));
  EXPECT_EQ(Rows(boundary), "0→-3 1→-3 8→-3 9→-3 10→-2 11→-1 12→0 13→0");
}

TEST(BoundaryOfOver, StandsAtTheLimit) {
  // 0.2 each over 3; a base of 1 is lost with the fifth, which is 8 in all.
  const Boundary boundary = Of(WithBase(
      "1", R"({"effect":"deduct","trigger":"over","points":"0.2","target":"3","unit":"件"})"));
  EXPECT_EQ(Rows(boundary), "0→0 1→0 2→0 3→0 4→-0.2 7→-0.8 8→-1 9→-1");
  EXPECT_THAT(Examples(boundary), ElementsAre("实有4件：扣0.2分", "实有3件：不扣分"));
}

TEST(BoundaryOfBelow, GoesDownToTheLimit) {
  // 0.5 a point below 95; a base of 5 is lost 10 points below.
  const Boundary boundary = Of(WithBase(
      "5",
      R"({"effect":"deduct","trigger":"below","points":"0.5","target":"95","unit":"百分点"})"));
  EXPECT_EQ(Rows(boundary), "0→-5 1→-5 84→-5 85→-5 86→-4.5 94→-0.5 95→0 96→0");
  EXPECT_THAT(Examples(boundary), ElementsAre("实绩94%：扣0.5分", "实绩95%：不扣分"));
}

TEST(BoundaryOfBelow, StopsAtNothing) {
  // 3 points below 3 cost 1.5 of 5, and less than nothing there cannot be.
  const Boundary boundary = Of(WithBase(
      "5", R"({"effect":"deduct","trigger":"below","points":"0.5","target":"3","unit":"百分点"})"));
  EXPECT_EQ(Rows(boundary), "0→-1.5 1→-1 2→-0.5 3→0 4→0");
}

TEST(BoundaryOfAbove, CountsWholeSteps) {
  // 1 for every 2 above 10: 11 is no step yet; a base of 3 is lost at 16.
  const Boundary boundary = Of(WithBase(
      "3",
      R"({"effect":"deduct","trigger":"above","points":"1","target":"10","unit":"微克","per":"2"})"));
  EXPECT_EQ(Rows(boundary), "0→0 1→0 9→0 10→0 11→0 12→-1 14→-2 16→-3 18→-3");
  EXPECT_THAT(Examples(boundary), ElementsAre("实绩12微克：扣1分", "实绩11微克：不扣分"));
}

TEST(BoundaryOfMissing, NamesTheComponents) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划","部署","活动"]})"}));
  EXPECT_EQ(Rows(boundary), "0→0 1→-1 2→-2 3→-3");
  EXPECT_THAT(Examples(boundary), ElementsAre("缺活动：扣1分", "计划、部署、活动齐全：不扣分"));
}

TEST(BoundaryOfLate, CountsTheDelay) {
  // A limit of 1 is reached on day 10 at 0.1 a day.
  const Boundary boundary =
      Of(WithBase("5", R"({"effect":"deduct","trigger":"late","points":"0.1","unit":"天"})",
                  R"(,"limits":[{"at_most":"1","rules":[0]}])"));
  EXPECT_EQ(Rows(boundary), "0→0 1→-0.1 2→-0.2 9→-0.9 10→-1 11→-1");
  EXPECT_THAT(Examples(boundary), ElementsAre("逾期1天：扣0.1分", "没有逾期：不扣分"));
}

TEST(BoundaryOfRank, HasARowAPlaceAndThePlaceBehind) {
  const Boundary boundary =
      Of(MakeScheme({R"({"effect":"bonus","trigger":"rank","levels":{"1":"3","2":"2","3":"1"}})"}));
  EXPECT_EQ(Rows(boundary), "1→3 2→2 3→1 4→0");
  EXPECT_THAT(Examples(boundary), ElementsAre("第3名：加1分", "第4名：不加分"));
}

TEST(BoundaryOfRank, CountsPlacesLost) {
  // 0.5 a place; a base of 2 is lost with 4.
  const Boundary boundary = Of(WithBase(
      "2", R"({"effect":"deduct","trigger":"rank","points":"0.5","unit":"位次","per":"1"})"));
  EXPECT_EQ(Rows(boundary), "0→0 1→-0.5 2→-1 3→-1.5 4→-2 5→-2");
  EXPECT_THAT(Examples(boundary), ElementsAre("名次后退1位：扣0.5分", "名次没有变化：不扣分"));
}

TEST(BoundaryOfRank, CountsPlacesGainedWhereItAdds) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"bonus","trigger":"rank","points":"0.5","unit":"位次","per":"1"})"}));
  EXPECT_EQ(Rows(boundary), "0→0 1→0.5 2→1");
  EXPECT_EQ(boundary.table[1].given, "名次前进1位");
}

TEST(BoundaryOfRank, AsksForTheLast) {
  const Boundary boundary =
      Of(MakeScheme({R"({"effect":"deduct","trigger":"rank","points":"1"})"}));
  EXPECT_THAT(Examples(boundary),
              ElementsAre("共10个，排第10名：扣1分", "共10个，排第9名：不扣分"));
}

TEST(BoundaryOfRatio, ShowsNothingHalfAndAll) {
  // An award without points is worth the base; a deduction takes what is left of the target.
  EXPECT_EQ(Rows(Of(WithBase("5", R"({"effect":"award","trigger":"ratio"})"))), "0→0 50→2.5 100→5");
  EXPECT_EQ(
      Rows(Of(MakeScheme({R"({"effect":"deduct","trigger":"ratio","points":"2","target":"80"})"}))),
      "0→-2 40→-1 80→0");
}

TEST(BoundaryOfJudged, ShowsBothEndsOfTheRange) {
  const Boundary range = Of(
      MakeScheme({R"({"effect":"deduct","trigger":"judged","points":{"min":"0.5","max":"1"}})"}));
  EXPECT_EQ(Rows(range), "0.5→-0.5 1→-1");
  EXPECT_THAT(Examples(range), ElementsAre("定为0.5分：扣0.5分", "定为1分：扣1分"));
  // 酌情扣10分 is at most that figure.
  EXPECT_EQ(Rows(Of(MakeScheme({R"({"effect":"deduct","trigger":"judged","points":"10"})"}))),
            "0→0 10→-10");
}

TEST(BoundaryOfARange, ShowsBothEndsOnceItApplies) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"deduct","trigger":"each","unit":"次","points":{"min":"1","max":"2"}})"}));
  EXPECT_EQ(Rows(boundary), "0→0 1→-1 1→-2 2→-4");
  EXPECT_EQ(boundary.table[1].given, "1次，定为1分");
}

// ---- Rules that stand on others -----------------------------------------------------------------

TEST(BoundaryOfATier, HasTheThresholdsOfTheWholeGroup) {
  const scheme::Scheme scheme = MakeScheme(
      {R"({"effect":"bonus","trigger":"occurs","points":"2","one_of":0,"when":{"at_least":"90","unit":"%"}})",
       R"({"effect":"bonus","trigger":"occurs","points":"1","one_of":0,"when":{"at_least":"80","unit":"%"}})"});
  EXPECT_EQ(Rows(Of(scheme, 0)), "0→0 1→0 79→0 80→0 81→0 89→0 90→2 91→2");
  // From 90 on the better tier holds, and the lesser is set aside.
  EXPECT_EQ(Rows(Of(scheme, 1)), "0→0 1→0 79→0 80→1 81→1 89→1 90→0 91→0");
  EXPECT_EQ(GroupRows(Of(scheme, 1)), "0→0 1→0 79→0 80→1 81→1 89→1 90→2 91→2");
  EXPECT_THAT(Examples(Of(scheme, 1)), ElementsAre("实绩80%：加1分", "实绩79%：不加分"));
}

TEST(BoundaryInAnAwardsGroup, ComesOffTheFullMark) {
  const scheme::Scheme scheme =
      WithBase("5", R"({"effect":"award","trigger":"occurs","points":"5","one_of":0},)"
                    R"({"effect":"deduct","trigger":"each","points":"2","unit":"次","one_of":0},)"
                    R"({"effect":"forfeit","trigger":"occurs","one_of":0,"condition":"未开展"})");
  // 5 − 2, − 4, and no more than the 5 there are.
  EXPECT_EQ(Rows(Of(scheme, 1)), "0→0 1→-2 2→-4 3→-5 4→-5");
  EXPECT_EQ(GroupRows(Of(scheme, 1)), "0→5 1→3 2→1 3→0 4→0");
  EXPECT_EQ(Of(scheme, 1).premise, "设本项应得的分都已得到");
  EXPECT_THAT(Examples(Of(scheme, 2)), ElementsAre("未开展：本项不得分，失去5分（同组合计得0分）",
                                                   "已开展：照常得分（同组合计得5分）"));
}

TEST(BoundaryInAnAwardsGroup, TakesTheFigureAtWhichMostIsEarned) {
  // 80 earns 1 in full; below, the award is implied too, and reduced.
  const scheme::Scheme scheme = WithBase(
      "3",
      R"({"effect":"award","trigger":"occurs","points":"1","one_of":0,"when":{"at_least":"80","unit":"%"}},)"
      R"({"effect":"deduct","trigger":"below","points":"0.1","target":"80","unit":"百分点","per":"10","one_of":0},)"
      R"({"effect":"deduct","trigger":"each","points":"0.6","unit":"亩","one_of":0})");
  EXPECT_EQ(Rows(Of(scheme, 2)), "0→0 1→-0.6 2→-1 3→-1");
}

TEST(BoundaryOfAnAggravation, HappensAsOftenAsItsBase) {
  const scheme::Scheme scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例"})",
       R"({"effect":"deduct","trigger":"each","points":"0.5","unit":"例","on_top_of":0})"});
  const Boundary boundary = Of(scheme, 1);
  // The last row: none of what it aggravates.
  EXPECT_EQ(Rows(boundary), "0→0 1→-0.5 2→-1 1→0");
  EXPECT_EQ(boundary.premise, "设它所加重的第1项同样发生");
  EXPECT_EQ(Sentence(boundary.table.back()), "1例，而没有它所加重的情形：不再扣分");
  EXPECT_THAT(Examples(boundary), ElementsAre("1例：再扣0.5分", "0例：不再扣分"));
}

TEST(BoundaryOfAMultiple, AddsOrLessens) {
  const std::string base = R"({"effect":"deduct","trigger":"occurs","points":"2"})";
  // (2 − 1) × 2 more, or (0.5 − 1) × 2, which is 1 less.
  EXPECT_EQ(
      Rows(Of(
          MakeScheme({base, R"({"effect":"deduct","trigger":"occurs","on_top_of":0,"times":"2"})"}),
          1)),
      "0→0 1→-2 1→0");
  const Boundary half = Of(
      MakeScheme({base, R"({"effect":"deduct","trigger":"occurs","on_top_of":0,"times":"0.5"})"}),
      1);
  EXPECT_EQ(Rows(half), "0→0 1→1 1→0");
  EXPECT_EQ(half.examples.front().result, "少扣1分");
}

const char kEachFour[] = R"({"effect":"deduct","trigger":"each","points":"4","unit":"次"})";
const char kHalvesEach[] =
    R"({"effect":"deduct","trigger":"each","unit":"次","on_top_of":0,"times":"0.5","condition":"主动整改"})";

TEST(BoundaryOfAMitigation, SaysWhatItSpares) {
  const Boundary boundary = Of(MakeScheme({kEachFour, kHalvesEach}), 1);
  EXPECT_EQ(Rows(boundary), "0→0 1→2 2→4 1→0");
  EXPECT_EQ(boundary.premise, "设它所减轻的第1项同样发生");
  EXPECT_THAT(Examples(boundary), ElementsAre("1次：少扣2分", "0次：扣分不变"));
  EXPECT_EQ(Sentence(boundary.table.back()), "1次，而没有它所减轻的情形：扣分不变");
  const std::string bonus = R"({"effect":"bonus","trigger":"occurs","points":"3"})";
  const std::string less = R"({"effect":"bonus","trigger":"occurs","on_top_of":0,"times":"0.5"})";
  EXPECT_THAT(Examples(Of(MakeScheme({bonus, less}), 1)),
              ElementsAre("有这种情形：少加1.5分", "没有这种情形：加分不变"));
}

TEST(BoundaryOfAMitigation, SparesNothingThatALimitSparedAlready) {
  // At most 5 for 4 each: once, 2 instead of 4; twice, 4 instead of 5.
  const Boundary boundary = Of(WithBase("9", kEachFour + std::string(",") + kHalvesEach,
                                        R"(,"limits":[{"at_most":"5","rules":[0]}])"),
                               1);
  EXPECT_EQ(Rows(boundary), "0→0 1→2 2→1 1→0");
}

TEST(BoundaryOfAForfeit, LosesTheBase) {
  const Boundary boundary = Of(WithBase("5", R"({"effect":"forfeit","trigger":"occurs"})"));
  EXPECT_EQ(Rows(boundary), "0→0 1→-5");
  // Without a base there is no figure to lose, but it still applies.
  EXPECT_THAT(Examples(Of(MakeScheme({R"({"effect":"forfeit","trigger":"occurs"})"}))),
              ElementsAre("有这种情形：本项不得分", "没有这种情形：照常得分"));
}

TEST(BoundaryOfAVeto, NamesItsConsequence) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"veto","trigger":"occurs","consequence":{"grade":"不合格"},"condition":"弄虚作假"})"}));
  EXPECT_THAT(Examples(boundary), ElementsAre("弄虚作假：定为不合格", "没有这种情形：照常评定"));
}

// ---- What cannot be told ------------------------------------------------------------------------

TEST(BoundaryUndecided, SaysWhyInsteadOfFigures) {
  const struct {
    const char* rule;
    const char* why;
  } cases[] = {
      {R"({"effect":"award","trigger":"judged"})", "由人裁量，还没有定分值范围"},
      {R"({"effect":"deduct","trigger":"short","points":"1"})", "没有写明应达到的数量或比率"},
      {R"({"effect":"deduct","trigger":"occurs"})", "没有写明分值"},
      {R"({"effect":"award","trigger":"ratio"})", "没有写明分值"},
  };
  for (const auto& c : cases) {
    const Boundary boundary = Of(MakeScheme({c.rule}));
    EXPECT_EQ(boundary.undecided, c.why) << c.rule;
    EXPECT_THAT(boundary.table, IsEmpty());
    EXPECT_THAT(boundary.examples, IsEmpty());
    EXPECT_EQ(ExamplesInWords(boundary, "  "), std::string("  ") + c.why + "。\n");
  }
}

TEST(OppositeOf, IsSaidOnlyWhereOneWordMakesIt) {
  EXPECT_EQ(OppositeOf("法治建设领导责任制没有建立"), "法治建设领导责任制已建立");
  EXPECT_EQ(OppositeOf("年终述职述廉报告中无述法内容"), "年终述职述廉报告中有述法内容");
  EXPECT_EQ(OppositeOf("没有述法内容"), "");
  EXPECT_EQ(OppositeOf("已建立但落实不到位"), "");
  EXPECT_EQ(OppositeOf("机构不落实、无具体工作人员负责"), "");
  EXPECT_EQ(OppositeOf("未建立或未公开"), "");
  EXPECT_EQ(OppositeOf("插手案件"), "");
}

// ---- Forms --------------------------------------------------------------------------------------

TEST(Boundary, OfACriterionByItselfTakesItsBase) {
  rules::Compilation criterion;
  criterion.rules.emplace_back().points = P("2");
  criterion.rules.front().trigger = rules::Trigger::kEach;
  EXPECT_EQ(Rows(FindBoundaries(criterion, std::nullopt).at(0)), "0→0 1→-2 2→-4");
  EXPECT_EQ(Rows(FindBoundaries(criterion, P("3")).at(0)), "0→0 1→-2 2→-3 3→-3");
}

TEST(Boundary, FeelsTheLimitsOfOtherSections) {
  // 3 for 2 each at most 3 in the whole scheme, which another section says.
  const scheme::Scheme scheme = MakeScheme(R"({"sections":[
      {"tasks":[{"rules":[{"effect":"deduct","trigger":"each","points":"2","unit":"次"}]}]},
      {"tasks":[{"rules":[{"effect":"deduct","trigger":"occurs","points":"1"}],
                 "limits":[{"at_most":"3","rules":[],"scope":"scheme"}]}]}]})");
  EXPECT_EQ(Rows(Of(scheme, 0)), "0→0 1→-2 2→-3 3→-3");
  EXPECT_EQ(Rows(Of(scheme, 1)), "0→0 1→-1");
}

TEST(Boundary, RowsCarryTheFactsThatWereAsked) {
  const scheme::Scheme scheme = MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"2","unit":"次"})"});
  for (const BoundaryRow& row : Of(scheme).table) {
    EXPECT_EQ(ScoreUnit(scheme, "", row.facts, {})->total, row.amount) << row.given;
  }
}

TEST(Boundary, IsWrittenAsJson) {
  const Boundary boundary = Of(MakeScheme(
      {R"({"effect":"deduct","trigger":"short","points":"1","target":"1","unit":"次"})"}));
  const nlohmann::ordered_json json = boundary;
  EXPECT_EQ(json["rule"], "1.1.1");
  EXPECT_FALSE(json.contains("undecided"));
  EXPECT_EQ(json["examples"][0].dump(),
            R"({"figure":"0","given":"实有0次","result":"扣1分","amount":"-1"})");
  EXPECT_EQ(json["table"].size(), 3U);
}

}  // namespace
}  // namespace kaoping::score
