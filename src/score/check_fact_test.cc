#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::HasSubstr;

// "code field" of what is wrong with the fact, "ok" if nothing is.
std::string Trouble(const scheme::Scheme& scheme, std::string_view fact,
                    bool day_required = false) {
  const Status status = CheckFact(scheme, MakeFacts({fact})[0], day_required);
  if (status) return "ok";
  EXPECT_FALSE(status.error().message.zh.empty());
  EXPECT_FALSE(status.error().message.en.empty());
  return status.error().code + " " + status.error().field;
}

// Rules 1.1.1 to 1.1.12, one of each kind.
const scheme::Scheme& Kinds() {
  static const scheme::Scheme scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"1"})",
      R"({"effect":"deduct","trigger":"each","points":"1","unit":"次","per":"1"})",
      R"({"effect":"deduct","trigger":"short","points":"1","target":"2"})",
      R"({"effect":"deduct","trigger":"missing","points":"1","of":["计划","部署"]})",
      R"({"effect":"deduct","trigger":"late","points":"1","unit":"天"})",
      R"({"effect":"deduct","trigger":"rank","points":"1"})",
      R"({"effect":"deduct","trigger":"judged","points":{"min":"0.5","max":"1"}})",
      R"({"effect":"bonus","trigger":"each","levels":{"国家":"1","省":"0.5"},"unit":"项"})",
      R"({"effect":"deduct","trigger":"judged"})",
      R"({"effect":"deduct","trigger":"below","points":"1","target":"90"})",
      R"({"effect":"deduct","trigger":"rank","points":"1","unit":"位次","per":"1"})",
      R"({"effect":"deduct","trigger":"missing","points":"1"})",
  });
  return scheme;
}

TEST(CheckFact, TakesWhatBelongsToTheTrigger) {
  for (const char* fact :
       {R"({"rule":"1.1.1"})", R"({"rule":"1.1.1","holds":false})", R"({"rule":"id-1.1.1"})",
        R"({"rule":"1.1.2","count":3})", R"({"rule":"1.1.2","case":"A"})",
        R"({"rule":"1.1.3","value":"1"})", R"({"rule":"1.1.3","add":"1"})",
        R"({"rule":"1.1.4","present":[]})", R"({"rule":"1.1.4","missing":2})",
        R"({"rule":"1.1.5","late":"2"})", R"({"rule":"1.1.6","place":3,"of":9})",
        R"({"rule":"1.1.7","points":"1"})", R"({"rule":"1.1.8","level":"省","work":"甲"})",
        R"({"rule":"1.1.10","value":"-3"})", R"({"rule":"1.1.10","add":"-3"})",
        R"({"rule":"1.1.11","place":3,"from_place":1})", R"({"rule":"1.1.12","missing":7})",
        R"({"rule":"1.1.9","applies":false,"note":"没有这项工作"})"}) {
    EXPECT_EQ(Trouble(Kinds(), fact), "ok") << fact;
  }
}

TEST(CheckFact, RefusesAFieldOfAnotherTrigger) {
  struct {
    const char* fact;
    const char* field;
  } const cases[] = {
      {R"({"rule":"1.1.1","count":1})", "count"},
      {R"({"rule":"1.1.1","value":1})", "value"},
      {R"({"rule":"1.1.1","level":"省"})", "level"},
      {R"({"rule":"1.1.1","work":"甲"})", "work"},
      {R"({"rule":"1.1.2","holds":true})", "holds"},
      {R"({"rule":"1.1.2","points":"1"})", "points"},
      {R"({"rule":"1.1.2","late":1})", "late"},
      {R"({"rule":"1.1.3","value":1,"missing":1})", "missing"},
      {R"({"rule":"1.1.3","value":1,"place":1})", "place"},
      {R"({"rule":"1.1.8","level":"省","case":"A"})", "case"},
      {R"({"rule":"1.1.12","present":["计划"]})", "present"},
      {R"({"rule":"1.1.3","value":1,"add":1})", "add"},
      {R"({"rule":"1.1.4","present":[],"missing":1})", "missing"},
      {R"({"rule":"1.1.1","applies":true,"holds":true})", "holds"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Trouble(Kinds(), c.fact), std::string("fact-field ") + c.field) << c.fact;
  }
}

TEST(CheckFact, AsksForWhatTheTriggerNeeds) {
  struct {
    const char* fact;
    const char* field;
  } const cases[] = {
      {R"({"rule":"1.1.3"})", "value"},
      {R"({"rule":"1.1.4"})", "present"},
      {R"({"rule":"1.1.12"})", "missing"},
      {R"({"rule":"1.1.5"})", "late"},
      {R"({"rule":"1.1.6","of":9})", "place"},
      {R"({"rule":"1.1.6","place":9})", "of"},
      {R"({"rule":"1.1.11","place":9})", "from_place"},
      {R"({"rule":"1.1.7"})", "points"},
      {R"({"rule":"1.1.8"})", "level"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Trouble(Kinds(), c.fact), std::string("fact-field ") + c.field) << c.fact;
  }
}

TEST(CheckFact, RefusesWhatIsOutOfRange) {
  struct {
    const char* fact;
    const char* field;
  } const cases[] = {
      {R"({"rule":"1.1.2","count":-1})", "count"},
      {R"({"rule":"1.1.8","level":"省","work":"甲","count":2})", "count"},
      {R"({"rule":"1.1.3","value":-1})", "value"},
      {R"({"rule":"1.1.3","add":"-1"})", "add"},
      {R"({"rule":"1.1.4","missing":3})", "missing"},
      {R"({"rule":"1.1.4","present":["活动"]})", "present"},
      {R"({"rule":"1.1.5","late":-1})", "late"},
      {R"({"rule":"1.1.6","place":0,"of":9})", "place"},
      {R"({"rule":"1.1.6","place":10,"of":9})", "place"},
      {R"({"rule":"1.1.7","points":"1.1"})", "points"},
      {R"({"rule":"1.1.7","points":"0.4"})", "points"},
      {R"({"rule":"1.1.8","level":"县"})", "level"},
      {R"({"rule":"1.1.9","points":"1"})", "points"},  // a range must be set first
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Trouble(Kinds(), c.fact), std::string("fact-range ") + c.field) << c.fact;
  }
}

TEST(CheckFact, NamesTheRuleTheReasonAndTheNextStep) {
  const Status status =
      CheckFact(Kinds(), MakeFacts({R"({"rule":"1.1.8","id":"f7","level":"县"})"})[0], false);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().message.zh,
            "规则 1.1.8 的事实 f7：没有“县”这一级，应是国家、省中的一级");
  EXPECT_THAT(status.error().message.en, HasSubstr("fact f7 of rule 1.1.8"));
}

TEST(CheckFact, RefusesAnUnknownRule) {
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"9.9.9"})"), "fact-rule rule");
}

TEST(CheckFact, ADayOutsideThePeriodNeedsANote) {
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","on":"2018-01-10"})"), "fact-period on");
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","on":"2016-12-31"})"), "fact-period on");
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","on":"2017-12-31"})"), "ok");
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","on":"2018-01-10","note":"2017年度报告"})"), "ok");
}

TEST(CheckFact, ADayIsRequiredWhereAPersonRecords) {
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1"})", true), "fact-field on");
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","on":"2017-05-01"})", true), "ok");
}

TEST(CheckFact, NotApplicableNeedsItsReason) {
  EXPECT_EQ(Trouble(Kinds(), R"({"rule":"1.1.1","applies":false})"), "fact-note note");
}

TEST(CheckFact, JudgedPointsStayWithinTheFigure) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"base":"6","rules":[
        {"effect":"deduct","trigger":"judged","points":"2"},
        {"effect":"award","trigger":"judged"}]}]}]})");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.1","points":"2"})"), "ok");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.1","points":"2.1"})"), "fact-range points");
  // An award is at most the item's base.
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.2","points":"6"})"), "ok");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.2","points":"6.5"})"), "fact-range points");
}

TEST(CheckFact, AnyMemberOfATierTakesTheFigure) {
  const auto scheme = MakeScheme({
      R"({"effect":"award","trigger":"occurs","points":"5","one_of":0,"when":{"at_least":"90"}})",
      R"({"effect":"award","trigger":"occurs","points":"3","one_of":0,"when":{"at_least":"60"}})",
      R"({"effect":"forfeit","trigger":"occurs","one_of":0})",
      R"({"effect":"deduct","trigger":"occurs","points":"1"})",
  });
  for (const char* rule : {"1.1.1", "1.1.2", "1.1.3"}) {
    EXPECT_EQ(Trouble(scheme, R"({"rule":")" + std::string(rule) + R"(","value":"70"})"), "ok");
  }
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.4","value":"70"})"), "fact-field value");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.1","value":"70","holds":true})"), "fact-field holds");
}

TEST(CheckFact, WorkBelongsToBonusesAndLimitsPerWork) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"1","unit":"项","per":"1"},
        {"effect":"deduct","trigger":"each","points":"1","unit":"项","per":"1"}],
        "limits":[{"at_most":"2","rules":[0],"each":"项"}]}]}]})");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.1","work":"甲"})"), "ok");
  EXPECT_EQ(Trouble(scheme, R"({"rule":"1.1.2","work":"甲"})"), "fact-field work");
}

TEST(Ledger, RefusesFactsThatDoNotFitTogether) {
  struct {
    std::initializer_list<std::string_view> facts;
    const char* code;
  } const cases[] = {
      {{R"({"rule":"1.1.2","id":"a"})", R"({"rule":"1.1.2","id":"a","count":2})"}, "fact-id"},
      {{R"({"rule":"1.1.2","id":"a"})", R"({"rule":"1.1.1","id":"a"})"}, "fact-id"},
      {{R"({"rule":"1.1.2","id":"a"})", R"({"rule":"id-1.1.2","id":"a"})"}, ""},
      {{R"({"rule":"1.1.2","reverses":"a"})"}, "fact-reverses"},
      {{R"({"rule":"1.1.2","id":"a"})", R"({"rule":"1.1.1","reverses":"a"})"}, "fact-reverses"},
      {{R"({"rule":"1.1.2","id":"a","count":2})", R"({"rule":"1.1.2","reverses":"a","count":1})"},
       "fact-reverses"},
      {{R"({"rule":"1.1.2","id":"a","count":2})", R"({"rule":"1.1.2","reverses":"a","count":2})"},
       ""},
      {{R"({"rule":"1.1.2","id":"a","reverses":"b"})",
        R"({"rule":"1.1.2","id":"b","reverses":"a"})"},
       "fact-reverses"},
      {{R"({"rule":"1.1.2","id":"a","reverses":"a"})"}, "fact-reverses"},
  };
  for (const auto& c : cases) EXPECT_EQ(ErrorOf(Kinds(), c.facts), c.code) << *c.facts.begin();
}

TEST(Ledger, AnIdRepeatedWithTheSameContentCountsOnce) {
  EXPECT_EQ(TotalOf(Kinds(), {R"({"rule":"1.1.2","id":"a","count":2})",
                              R"({"rule":"1.1.2","id":"a","count":"2.0"})"}),
            "-2");
}

TEST(Ledger, OtherUnitsAreAnotherMatter) {
  EXPECT_EQ(TotalOf(Kinds(), {R"({"rule":"1.1.2","id":"a"})",
                              R"({"unit":"处","rule":"1.1.2","id":"a","count":5})",
                              R"({"unit":"处","rule":"9.9.9"})"}),
            "-1");
}

TEST(Ledger, AReversalCanItselfBeTakenBack) {
  EXPECT_EQ(TotalOf(Kinds(), {R"({"rule":"1.1.2","id":"a"})",
                              R"({"rule":"1.1.2","id":"b","reverses":"a"})"}),
            "0");
  EXPECT_EQ(TotalOf(Kinds(),
                    {R"({"rule":"1.1.2","id":"a"})", R"({"rule":"1.1.2","id":"b","reverses":"a"})",
                     R"({"rule":"1.1.2","id":"c","reverses":"b"})"}),
            "-1");
}

TEST(Ledger, AReversalTakesEffectOnItsDayAndWhenItIsConfirmed) {
  const auto facts = {std::string_view(R"({"rule":"1.1.2","id":"a","on":"2017-03-01"})"),
                      std::string_view(R"({"rule":"1.1.2","reverses":"a","on":"2017-06-01"})")};
  EXPECT_EQ(TotalOf(Kinds(), facts, AsOf("2017-05-31")), "-1");
  EXPECT_EQ(TotalOf(Kinds(), facts, AsOf("2017-06-01")), "0");
  const auto claimed = {std::string_view(R"({"rule":"1.1.2","id":"a"})"),
                        std::string_view(R"({"rule":"1.1.2","reverses":"a","status":"claimed"})")};
  EXPECT_EQ(TotalOf(Kinds(), claimed), "-1");
  EXPECT_EQ(TotalOf(Kinds(), claimed, In(Reading::kClaimed)), "0");
}

TEST(Ledger, CheckedTogetherSeesTheClaimsToo) {
  const auto facts =
      MakeFacts({R"({"rule":"1.1.3","on":"2017-03-01","value":"1"})",
                 R"({"rule":"1.1.3","on":"2017-03-01","value":"2","status":"claimed"})"});
  EXPECT_TRUE(ScoreUnit(Kinds(), "局", facts, {}));
  const Status together = CheckFactsTogether(Kinds(), "局", facts);
  ASSERT_FALSE(together);
  EXPECT_EQ(together.error().code, "fact-conflict");
  EXPECT_EQ(together.error().field, "value");
}

}  // namespace
}  // namespace kaoping::score
