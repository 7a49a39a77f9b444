#include "score/proofs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/boundary.h"
#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// “1.1.1 past-the-bound”: the rule or else the task, and the code of each finding.
std::vector<std::string> Told(const scheme::Scheme& scheme) {
  std::vector<std::string> told;
  for (const scheme::LintFinding& finding : Prove(scheme)) {
    told.push_back((finding.rule.empty() ? finding.task : finding.rule) + " " +
                   finding.diagnostic.code);
  }
  return told;
}

scheme::Scheme WithBase(const std::string& base, const std::string& rules,
                        const std::string& more = "") {
  return MakeScheme(R"({"sections":[{"tasks":[{"base":")" + base + R"(","rules":[)" + rules + "]" +
                    more + "}]}]}");
}

// A tier that holds from `from` to under `to`.
std::string Tier(const std::string& effect, const std::string& points, const std::string& from,
                 const std::string& to = "") {
  return R"({"effect":")" + effect + R"(","trigger":"occurs","points":")" + points +
         R"(","one_of":0,"when":{"at_least":")" + from + "\"" +
         (to.empty() ? "" : R"(,"less_than":")" + to + "\"") + R"(,"unit":"件"}})";
}

TEST(Prove, FindsNothingInTheReferenceNotice) { EXPECT_THAT(Told(ReferenceNotice()), IsEmpty()); }

// ---- Order --------------------------------------------------------------------------------------

TEST(WorseScoresMore, ATierThatCostsLessThanTheOneBefore) {
  const scheme::Scheme scheme =
      MakeScheme({Tier("deduct", "2", "3", "5"), Tier("deduct", "1", "5")});
  EXPECT_THAT(Told(scheme), ElementsAre("1.1.2 worse-scores-more"));
  EXPECT_THAT(Prove(scheme).front().diagnostic.message.zh,
              HasSubstr("实绩4件：扣2分；实绩5件：扣1分"));
}

TEST(WorseScoresMore, NotWhereTiersGoOneWay) {
  EXPECT_THAT(Told(MakeScheme({Tier("deduct", "1", "3", "5"), Tier("deduct", "2", "5")})),
              IsEmpty());
  EXPECT_THAT(Told(MakeScheme({Tier("bonus", "1", "80", "90"), Tier("bonus", "2", "90")})),
              IsEmpty());
}

TEST(WorseScoresMore, AGapBetweenTwoTiers) {
  // From 85 to under 90 nothing is given, which 80 to under 85 is.
  EXPECT_THAT(Told(MakeScheme({Tier("bonus", "1", "80", "85"), Tier("bonus", "2", "90")})),
              ElementsAre("1.1.1 worse-scores-more"));
}

TEST(WorseScoresMore, ATargetThatIsPunishedOnBothSidesIsMeantSo) {
  EXPECT_THAT(
      Told(MakeScheme(
          {R"({"effect":"deduct","trigger":"below","points":"1","target":"90","unit":"百分点","one_of":0,"when":{"less_than":"90"}})",
           R"({"effect":"deduct","trigger":"above","points":"1","target":"95","unit":"百分点","one_of":0,"when":{"more_than":"95"}})"})),
      IsEmpty());
}

TEST(WorseScoresMore, ABetterPlaceIsWorthNoLess) {
  EXPECT_THAT(
      Told(MakeScheme({R"({"effect":"bonus","trigger":"rank","levels":{"1":"1","2":"2"}})"})),
      ElementsAre("1.1.1 worse-scores-more"));
  EXPECT_THAT(
      Told(MakeScheme({R"({"effect":"deduct","trigger":"rank","levels":{"1":"3","2":"2"}})"})),
      ElementsAre("1.1.1 worse-scores-more"));
  EXPECT_THAT(
      Told(MakeScheme({R"({"effect":"bonus","trigger":"rank","levels":{"1":"2","2":"1"}})"})),
      IsEmpty());
  // The first three are another rule's.
  EXPECT_THAT(
      Told(MakeScheme(
          {R"({"effect":"bonus","trigger":"rank","points":"1","when":{"from":"4","to":"6"}})"})),
      IsEmpty());
}

// ---- Bounds -------------------------------------------------------------------------------------

TEST(PastTheBound, PointsThatNeverCountInFull) {
  const std::string each = R"({"effect":"deduct","trigger":"each","points":"3","unit":"次"})";
  EXPECT_THAT(Told(WithBase("2", each)), ElementsAre("1.1.1 past-the-bound"));
  EXPECT_THAT(Told(WithBase("3", each)), IsEmpty());
  EXPECT_THAT(Told(WithBase("5", each, R"(,"limits":[{"at_most":"2","rules":[0]}])")),
              ElementsAre("1.1.1 past-the-bound"));
  EXPECT_THAT(Told(WithBase("5", R"({"effect":"award","trigger":"occurs","points":"6"})")),
              ElementsAre("1.1.1 past-the-bound"));
}

TEST(PastTheBound, TheMostThatAPersonMayDecide) {
  EXPECT_THAT(
      Told(WithBase("5",
                    R"({"effect":"deduct","trigger":"judged","points":{"min":"1","max":"10"}})")),
      ElementsAre("1.1.1 past-the-bound"));
}

TEST(PastTheBound, ManyStepsMayReachIt) {
  // 12 meetings of 1 point each against a base of 3: the first one short costs 1.
  EXPECT_THAT(
      Told(WithBase(
          "3", R"({"effect":"deduct","trigger":"short","points":"1","target":"12","unit":"次"})")),
      IsEmpty());
}

TEST(PastTheBound, AnAggravationComesOnTopOfWhatItsBaseTook) {
  EXPECT_THAT(
      Told(WithBase("2", R"({"effect":"deduct","trigger":"occurs","points":"2"},)"
                         R"({"effect":"deduct","trigger":"occurs","points":"1","on_top_of":0})")),
      IsEmpty());
}

// ---- Bases and points ---------------------------------------------------------------------------

TEST(BaseMissing, AForfeitWithoutAnythingToLose) {
  const std::string forfeit = R"({"effect":"forfeit","trigger":"occurs"})";
  EXPECT_THAT(Told(MakeScheme({forfeit})), ElementsAre("1.1.1 base-missing"));
  EXPECT_THAT(Told(WithBase("5", forfeit)), IsEmpty());
  EXPECT_THAT(Told(MakeScheme({R"({"effect":"award","trigger":"occurs","points":"5"})", forfeit})),
              IsEmpty());
}

TEST(BaseMissing, ALimitThatStandsForIt) {
  const std::string each = R"({"effect":"deduct","trigger":"each","points":"1"})";
  const std::string limit = R"("limits":[{"at_most":"base","rules":[0]}])";
  EXPECT_THAT(
      Told(MakeScheme(R"({"sections":[{"tasks":[{"rules":[)" + each + "]," + limit + "}]}]}")),
      ElementsAre("1.1 base-missing"));
  EXPECT_THAT(Told(WithBase("5", each, "," + limit)), IsEmpty());
}

TEST(PointsMissing, ARuleThatCountsForNothing) {
  EXPECT_THAT(Told(MakeScheme({R"({"effect":"deduct","trigger":"occurs"})"})),
              ElementsAre("1.1.1 points-missing"));
  // What the compiler warns of already: no target, no range.
  EXPECT_THAT(Told(MakeScheme({R"({"effect":"deduct","trigger":"short","points":"1"})",
                               R"({"effect":"award","trigger":"judged"})"})),
              IsEmpty());
}

// ---- Limits -------------------------------------------------------------------------------------

// A task with these rules under a limit of 3.
std::vector<std::string> UnderThree(const std::string& rules, const std::string& numbers) {
  return Told(MakeScheme(R"({"sections":[{"tasks":[{"rules":[)" + rules +
                         R"(],"limits":[{"at_most":"3","rules":[)" + numbers + "]}]}]}]}"));
}

TEST(LimitNeverReached, WhereAllItBindsComesToLess) {
  const std::string one = R"({"effect":"deduct","trigger":"occurs","points":"1"})";
  EXPECT_THAT(UnderThree(one + "," + one, "0,1"), ElementsAre("1.1 limit-never-reached"));
  // 1 + 1 + 1 reaches it.
  EXPECT_THAT(UnderThree(one + "," + one + "," + one, "0,1,2"), IsEmpty());
  // What halves the 3 need not happen.
  EXPECT_THAT(UnderThree(R"({"effect":"deduct","trigger":"occurs","points":"3"},)"
                         R"({"effect":"deduct","trigger":"occurs","on_top_of":0,"times":"0.5"})",
                         "0,1"),
              IsEmpty());
  // Of three states one holds.
  const std::string state = R"({"effect":"deduct","trigger":"occurs","points":"1","one_of":0})";
  EXPECT_THAT(UnderThree(state + "," + state + "," + state, "0,1,2"),
              ElementsAre("1.1 limit-never-reached"));
}

TEST(LimitNeverReached, NotWhereSomethingHasNoBound) {
  EXPECT_THAT(UnderThree(R"({"effect":"deduct","trigger":"each","points":"0.1"})", "0"), IsEmpty());
  EXPECT_THAT(UnderThree(R"({"effect":"award","trigger":"judged"})", "0"), IsEmpty());
  // Each time a person decides, and each time the last of a ranking.
  EXPECT_THAT(UnderThree(R"({"effect":"deduct","trigger":"judged","unit":"次","points":"2"})", "0"),
              IsEmpty());
  EXPECT_THAT(UnderThree(R"({"effect":"deduct","trigger":"rank","per":"1","points":"1"})", "0"),
              IsEmpty());
  EXPECT_THAT(UnderThree(R"({"effect":"deduct","trigger":"rank","points":"1"})", "0"),
              ElementsAre("1.1 limit-never-reached"));
}

TEST(LimitNeverReached, CountsAllThatCanBeShortOrAbsent) {
  EXPECT_THAT(
      UnderThree(R"({"effect":"deduct","trigger":"short","points":"1","target":"2","unit":"次"})",
                 "0"),
      ElementsAre("1.1 limit-never-reached"));
  EXPECT_THAT(
      UnderThree(R"({"effect":"deduct","trigger":"short","points":"1","target":"3","unit":"次"})",
                 "0"),
      IsEmpty());
  EXPECT_THAT(
      UnderThree(R"({"effect":"deduct","trigger":"missing","points":"1","of":["甲","乙"]})", "0"),
      ElementsAre("1.1 limit-never-reached"));
}

TEST(LimitNeverReached, ABaseIsNoSuchLimit) {
  EXPECT_THAT(Told(WithBase("5", R"({"effect":"deduct","trigger":"occurs","points":"1"})",
                            R"(,"limits":[{"at_most":"base","rules":[0]}])")),
              IsEmpty());
}

TEST(LimitNeverReached, AFloorThatComesLaterIsNoReason) {
  // 3 + 2 reach the limit of 5; that the base of 4 stops them sooner is another matter.
  EXPECT_THAT(Told(WithBase("4",
                            R"({"effect":"deduct","trigger":"occurs","points":"3"},)"
                            R"({"effect":"deduct","trigger":"occurs","points":"2"})",
                            R"(,"limits":[{"at_most":"5","rules":[0,1]}])")),
              IsEmpty());
}

}  // namespace
}  // namespace kaoping::score
