// The stories that the reference notice must tell right, on the notice as it is read and compiled.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const scheme::Scheme& Notice() {
  static const scheme::Scheme scheme = ReferenceNotice();
  return scheme;
}

constexpr std::string_view kNoReview =
    R"({"rule":"5.1.1","on":"2017-01-01","applies":false,"note":"从未获评法治型机关"})";

TEST(NothingRecorded, IsNotEvaluatedAndNotZero) {
  const Scorecard card = CardOf(Notice(), MakeFacts({kNoReview}));
  EXPECT_FALSE(card.evaluated);
  EXPECT_TRUE(card.net);
  EXPECT_EQ(card.total, P("0"));
  EXPECT_THAT(card.rules, IsEmpty());
  EXPECT_THAT(card.why.sentence, HasSubstr("未评"));
  EXPECT_THAT(card.open,
              ElementsAre("1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.3.1", "1.4.1", "3.1.1", "3.2.1",
                          "3.3.1", "3.4.1", "4.2.1", "5.2.1", "5.2.4", "6.1.1"));
}

TEST(NothingRecorded, ProjectsAllThatIsOwed) {
  const Scorecard card = CardOf(Notice(), MakeFacts({kNoReview}), In(Reading::kProjected));
  EXPECT_TRUE(card.evaluated);
  EXPECT_EQ(card.total, P("-17.5"));
  EXPECT_EQ(card.deducted, P("17.5"));
  // 2 + 2 meetings, 3 components, 10.5 of duties.
  EXPECT_EQ(AmountOf(card, "1.2.1"), "-2");
  EXPECT_EQ(AmountOf(card, "3.2.1"), "-2");
  EXPECT_EQ(AmountOf(card, "3.3.1"), "-3");
  Points at_stake;
  for (const Owed& owed : card.owed) at_stake += owed.at_stake.value_or(Points());
  EXPECT_EQ(at_stake, P("-17.5"));
  EXPECT_EQ(card.owed.size(), 14U);
}

TEST(NothingRecorded, TheListGoesByOfficeAndNamesWhatIsMissing) {
  const Scorecard card = CardOf(Notice(), MakeFacts({kNoReview}), In(Reading::kProjected));
  for (std::size_t i = 1; i < card.owed.size(); ++i) {
    EXPECT_LE(card.owed[i - 1].offices.front(), card.owed[i].offices.front());
  }
  const auto sentence = [&card](std::string_view rule) {
    for (const Owed& owed : card.owed) {
      if (owed.rule == rule) return owed.sentence;
    }
    return std::string();
  };
  EXPECT_EQ(sentence("1.2.1"),
            "还差2次：党委（党组）每年召开专门会议研究法治建设工作不少于2次，否则扣2分");
  EXPECT_EQ(sentence("3.3.1"),
            "还缺计划、部署、活动：“谁执法谁普法”有计划、有部署、有活动，否则扣3分");
  EXPECT_EQ(sentence("3.1.1"), "尚未证明已做到：未建立健全学法制度的，扣1分");
  EXPECT_THAT(sentence("1.1.2"), HasSubstr("与同组另一项取其重，不另扣分"));
  EXPECT_THAT(sentence("6.1.1"), HasSubstr("评定前不得分"));
}

TEST(Meetings, TheSecondOneVoidedIsOneShortAtTheYearsEnd) {
  const auto two = MakeFacts({R"({"rule":"1.2.1","on":"2017-03-20","add":"1","id":"m1"})",
                              R"({"rule":"1.2.1","on":"2017-09-11","add":"1","id":"m2"})"});
  EXPECT_EQ(CardOf(Notice(), two).total, P("0"));
  auto voided = two;
  voided.push_back(MakeFacts(
      {R"({"rule":"1.2.1","on":"2017-10-09","reverses":"m2","note":"会议纪要作废"})"})[0]);
  const Scorecard card = CardOf(Notice(), voided);
  EXPECT_EQ(card.total, P("-1"));
  EXPECT_THAT(ReasonOf(card, "1.2.1").sentence, HasSubstr("2 − 1 = 1次 × 1分 = −1分"));
  EXPECT_EQ(AmountOf(card, "3.2.1"), "");  // neither counts for 中心组
  EXPECT_EQ(CardOf(Notice(), voided, AsOf("2017-12-30")).total, P("0"));
  EXPECT_EQ(CardOf(Notice(), voided, AsOf("2017-10-08")).total, P("0"));
}

TEST(ACase, IsOneCaseAndCanBeSeenAsItWasKnown) {
  auto facts = MakeFacts({
      R"({"rule":"2.2.1","on":"2017-04-10","case":"A","id":"first","known":"2017-04-11T09:00:00+08:00"})",
      R"({"rule":"2.2.1","on":"2017-08-02","case":"A","id":"second","known":"2017-08-03T09:00:00+08:00"})",
      R"({"rule":"2.2.2","on":"2017-09-01","case":"A","id":"kept","known":"2017-09-02T09:00:00+08:00"})",
      R"({"rule":"2.1.1","on":"2017-07-20","case":"A","id":"absent","known":"2017-07-21T09:00:00+08:00"})",
  });
  EXPECT_EQ(CardOf(Notice(), facts).total, P("-2"));
  for (
      Fact& retrial : MakeFacts({
          R"({"rule":"2.2.1","on":"2017-11-20","reverses":"first","known":"2017-11-21T09:00:00+08:00"})",
          R"({"rule":"2.2.1","on":"2017-11-20","reverses":"second","known":"2017-11-21T09:00:00+08:00"})",
      })) {
    facts.push_back(std::move(retrial));
  }
  // Without the case nothing is left to aggravate; the leader's absence stays.
  EXPECT_EQ(CardOf(Notice(), facts).total, P("-1"));
  EXPECT_EQ(CardOf(Notice(), facts, KnownAt("2017-11-20T23:59:59+08:00")).total, P("-2"));
}

TEST(Requests, OneMeetingOneSetOfMaterialsTwoItemsOfInformation) {
  EXPECT_EQ(
      TotalOf(Notice(),
              {R"({"rule":"5.2.2","on":"2017-05-10"})", R"({"rule":"5.2.3","on":"2017-06-10"})",
               R"({"rule":"5.2.4","on":"2017-07-10"})", R"({"rule":"5.2.4","on":"2017-08-10"})"}),
      "-2");
}

constexpr std::string_view kAbroad =
    R"({"rule":"7.1.1","on":"2017-02-01","work":"甲","level":"国家"})";
constexpr std::string_view kAlso =
    R"({"rule":"7.1.1","on":"2017-03-01","work":"乙","level":"国家"})";
constexpr std::string_view kPromoted =
    R"({"rule":"7.1.1","on":"2017-04-01","work":"丁","level":"国家"})";
constexpr std::string_view kInThePress =
    R"({"rule":"7.3.1","on":"2017-05-01","work":"丁","level":"中央"})";

TEST(Bonuses, ByTheLetterAWorkCountsWhereItIsWorthMost) {
  const Scorecard card = CardOf(Notice(), MakeFacts({kAbroad, kAlso, kPromoted, kInThePress}));
  EXPECT_EQ(card.bonus, P("2"));
  EXPECT_THAT(card.cut, ElementsAre(Cut{"limit 7.1#1", "7.1.1", P("1")}));
  ASSERT_EQ(card.notes.size(), 1U);
  EXPECT_THAT(card.notes.front(), HasSubstr("“丁”改计入“法治建设先进经验被中央、省级主流媒体"));
  EXPECT_THAT(card.notes.front(), HasSubstr("加分合计为2.5分（现按得分最高的一次计，为2分）"));
  const Reason& press = ReasonOf(card, "7.3.1");
  ASSERT_EQ(press.children.size(), 1U);
  EXPECT_TRUE(press.children.front().set_aside);
}

TEST(Bonuses, TheSchemeMayChooseWhatAddsMost) {
  scheme::Scheme scheme = Notice();
  scheme.settings.highest = scheme::Settings::HighestChoice::kBestTotal;
  const Scorecard card = CardOf(scheme, MakeFacts({kAbroad, kAlso, kPromoted, kInThePress}));
  EXPECT_EQ(card.bonus, P("2.5"));
  EXPECT_THAT(card.notes, IsEmpty());
}

TEST(Bonuses, OneWorkAtTwoLevelsCountsAtTheHigher) {
  EXPECT_EQ(TotalOf(Notice(), {R"({"rule":"7.1.1","work":"甲","level":"省"})",
                               R"({"rule":"7.1.1","work":"甲","level":"市"})"}),
            "0.5");
}

TEST(Bonuses, NoYearGivesMoreThanFive) {
  EXPECT_EQ(TotalOf(Notice(), {R"({"rule":"7.1.1","count":9,"level":"国家"})",
                               R"({"rule":"7.2.1","count":9,"level":"国家"})",
                               R"({"rule":"7.3.1","count":9,"level":"中央"})"}),
            "5");
}

TEST(Reports, DatedAfterThePeriodCountWithANoteAndOnce) {
  EXPECT_EQ(ErrorOf(Notice(), {R"({"rule":"1.4.1","on":"2018-01-10"})"}), "fact-period");
  const auto facts = MakeFacts({
      R"({"rule":"1.4.1","on":"2018-01-10","note":"2017年度述职述廉报告，成员一份无述法内容"})",
      R"({"rule":"1.4.1","on":"2018-01-10","note":"2017年度述职述廉报告，成员另一份无述法内容"})",
  });
  EXPECT_EQ(CardOf(Notice(), facts).total, P("-1"));
  EXPECT_EQ(CardOf(Notice(), facts, AsOf("2017-12-30")).total, P("0"));
}

TEST(Reports, OutsideThePeriodCountAsOfItsEnds) {
  const auto after = MakeFacts({R"({"rule":"2.3.1","on":"2018-01-10","note":"2017年的事"})"});
  EXPECT_EQ(CardOf(Notice(), after, AsOf("2017-12-30")).total, P("0"));
  EXPECT_EQ(CardOf(Notice(), after, AsOf("2017-12-31")).total, CardOf(Notice(), after).total);
  EXPECT_EQ(CardOf(Notice(), after, AsOf("2017-12-31")).total, P("-2"));
  const auto before = MakeFacts({R"({"rule":"2.3.1","on":"2016-12-20","note":"算在2017年"})"});
  EXPECT_EQ(CardOf(Notice(), before, AsOf("2016-12-31")).total, P("0"));
  EXPECT_EQ(CardOf(Notice(), before, AsOf("2017-01-01")).total, P("-2"));
}

TEST(Claims, CountOnlyAmongClaims) {
  const auto facts = MakeFacts({R"({"rule":"2.3.1","on":"2017-05-10","status":"claimed"})",
                                R"({"rule":"5.2.2","on":"2017-05-10","status":"confirmed"})",
                                R"({"rule":"5.2.2","on":"2017-06-10","status":"rejected"})"});
  EXPECT_EQ(CardOf(Notice(), facts).total, P("-1"));
  EXPECT_EQ(CardOf(Notice(), facts, In(Reading::kClaimed)).total, P("-3"));
}

}  // namespace
}  // namespace kaoping::score
