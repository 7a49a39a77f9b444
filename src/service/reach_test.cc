// What people see and may do by where they belong, through the functions that show and take it.

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "service/entrustments.h"
#include "service/facts.h"
#include "service/register.h"
#include "service/scores.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kRegister = R"({
  "format": "register/1",
  "units": [
    {"name": "示范市商业局", "aliases": ["商业局"],
     "offices": [{"name": "办公室"}, {"name": "法规处", "offices": [{"name": "执法科"}]},
                 {"name": "综合处"}]},
    {"name": "示范市财政局", "offices": [{"name": "办公室"}]},
    {"name": "示范市法院", "aliases": ["法院"], "assessed": false}
  ],
  "groups": []
})";

// 1.1 is the work of 办公室, 1.2 and 2.1 that of 法规处, 3.1 that of 综合处.
class ReachTest : public ServiceFixture {
 protected:
  ReachTest() {
    id_ = Publish();
    EXPECT_TRUE(ImportRegister(Keeper(), kRegister));
  }

  Context Bureau(Role role) { return Of({.unit = "示范市商业局"}, role, "of-bureau"); }
  Context Finance(Role role) { return Of({.unit = "示范市财政局"}, role, "of-finance"); }
  Context Office(std::string office, Role role = Role::kOfficeContact) {
    const std::string name = "of-" + office;
    return Of({.unit = "示范市商业局", .office = std::move(office)}, role, name);
  }
  Context Court(Role role) { return Of({.unit = "示范市法院"}, role, "of-court"); }

  std::string Record(const Context& context, score::Fact fact, std::string unit = "示范市商业局",
                     std::string office = "") {
    fact.unit = std::move(unit);
    fact.office = std::move(office);
    const auto outcome = RecordFacts(context, id_, std::vector{fact});
    return outcome ? outcome->ids.at(0) : outcome.error().code + " " + outcome.error().field;
  }

  std::vector<std::string> Seen(const Context& context, int limit = 100) {
    std::vector<std::string> ids;
    FactFilter filter{.limit = limit};
    do {
      const auto page = ListFacts(context, id_, filter);
      if (!page) return {page.error().code};
      EXPECT_LE(page->items.size(), static_cast<std::size_t>(limit));
      for (const RecordedFact& item : page->items) ids.push_back(item.fact.id);
      filter.cursor = page->next;
    } while (!filter.cursor.empty());
    return ids;
  }

  std::string Scored(const Context& context, std::string_view unit) {
    return CodeOf(Score(context, id_, unit, In(score::Reading::kConfirmed)));
  }

  std::string id_;
};

TEST_F(ReachTest, WhoBelongsToNoUnitReachesAllThatAreAssessed) {
  EXPECT_THAT(*ListUnits(Appraiser(), id_), ElementsAre("示范市商业局", "示范市财政局"));
  EXPECT_EQ(Scored(Appraiser(), "示范市财政局"), "");
  EXPECT_EQ(Scored(Appraiser(), "示范市法院"), "unit-unknown");
  EXPECT_EQ(ScoreAll(Appraiser(), id_, In(score::Reading::kConfirmed))->size(), 2U);
}

TEST_F(ReachTest, WhoBelongsToAUnitReachesThatOne) {
  const std::string own = Record(Appraiser(), Case("2017-03-01"));
  const std::string other = Record(Appraiser(), Case("2017-03-01"), "示范市财政局");
  for (const Role role : {Role::kSchemeKeeper, Role::kAppraiser, Role::kReviewer, Role::kObserver,
                          Role::kUnitHead, Role::kOfficeContact}) {
    SCOPED_TRACE(ToString(role));
    EXPECT_THAT(*ListUnits(Bureau(role), id_), ElementsAre("示范市商业局"));
    EXPECT_THAT(Seen(Bureau(role)), ElementsAre(own));
    EXPECT_EQ(Scored(Bureau(role), "商业局"), "");
    EXPECT_EQ(Scored(Bureau(role), "示范市财政局"), "outside-reach");
    EXPECT_EQ(CodeOf(ListFacts(Bureau(role), id_, {.unit = "示范市财政局"})), "outside-reach");
    EXPECT_EQ(ScoreAll(Bureau(role), id_, In(score::Reading::kConfirmed))->size(), 1U);
  }
  EXPECT_EQ(Record(Bureau(Role::kAppraiser), Case("2017-04-01"), "示范市财政局"),
            "outside-reach unit");
  const auto foreign =
      DecideFact(Bureau(Role::kReviewer), id_, other, score::FactStatus::kConfirmed, "");
  EXPECT_EQ(CodeOf(foreign), "fact-not-found");  // as if it weren't there
  EXPECT_TRUE(DecideFact(Bureau(Role::kReviewer), id_, own, score::FactStatus::kConfirmed, ""));
}

TEST_F(ReachTest, ARenamedUnitIsStillOnesOwn) {
  const std::string own = Record(Appraiser(), Case("2017-03-01"));
  std::string renamed(kRegister);
  renamed = Replaced(renamed, R"("示范市商业局", "aliases": ["商业局"])",
                     R"("示范市商贸局", "aliases": ["商业局", "示范市商业局"])");
  ASSERT_TRUE(ImportRegister(Keeper(), renamed));
  EXPECT_THAT(*ListUnits(Bureau(Role::kUnitHead), id_), ElementsAre("示范市商贸局"));
  EXPECT_THAT(Seen(Bureau(Role::kUnitHead)), ElementsAre(own));
}

TEST_F(ReachTest, AnOfficeReachesItsOwnWork) {
  const std::string meeting = Record(Appraiser(), Meetings("2017-03-20", 1));
  const std::string a_case = Record(Appraiser(), Case("2017-03-01"));
  const std::string put_down = Record(Appraiser(), Case("2017-03-02"), "示范市商业局", "执法科");
  const std::string elsewhere = Record(Appraiser(), Case("2017-03-03"), "示范市商业局", "综合处");
  EXPECT_THAT(Seen(Office("办公室")), ElementsAre(meeting));
  EXPECT_THAT(Seen(Office("法规处")), ElementsAre(a_case, put_down));
  EXPECT_THAT(Seen(Office("法规处", Role::kUnitHead)), ElementsAre(a_case, put_down));
  EXPECT_THAT(Seen(Office("执法科")), ElementsAre(put_down));
  EXPECT_THAT(Seen(Office("综合处")), ElementsAre(elsewhere));
  // Page by page it is the same.
  EXPECT_THAT(Seen(Office("法规处"), 1), ElementsAre(a_case, put_down));
  EXPECT_EQ(Scored(Office("综合处"), "示范市商业局"), "");
}

TEST_F(ReachTest, AnOfficeReportsItsOwnWorkUnderItsOwnName) {
  const std::string id = Record(Office("法规处"), Case("2017-03-01"));
  const auto page = ListFacts(Appraiser(), id_, {});
  ASSERT_EQ(page->items.size(), 1U);
  EXPECT_EQ(page->items[0].fact.id, id);
  EXPECT_EQ(page->items[0].fact.office, "法规处");
  const std::string within = Record(Office("法规处"), Case("2017-03-02"), "示范市商业局", "执法科");
  EXPECT_THAT(Seen(Office("执法科")), ElementsAre(within));
  EXPECT_EQ(Record(Office("法规处"), Meetings("2017-03-20", 1)), "outside-reach rule");
  EXPECT_EQ(Record(Office("法规处"), Case("2017-03-03"), "示范市商业局", "综合处"),
            "outside-reach office");
  EXPECT_EQ(Record(Office("法规处"), Case("2017-03-03"), "示范市财政局"), "outside-reach unit");
}

TEST_F(ReachTest, WhatTheNoticeLeavesOpenMayBeAnybodys) {
  const std::string open = Replaced(Replaced(kNotice, "8号", "9号"), "规范执法\t工作资料\t法规处",
                                    "规范执法\t工作资料\t相关处室");
  const auto imported = ImportNotice(Keeper(), "另一件.txt", open);
  ASSERT_TRUE(imported) << imported.error().message.zh;
  id_ = imported->summary.id;
  ASSERT_TRUE(PublishScheme(Keeper(), id_, "个性指标10月另发"));
  EXPECT_EQ(Record(Office("综合处"), Meetings("2017-03-20", 1)), "outside-reach rule");
  const std::string id = Record(Office("综合处"), Case("2017-03-01"));
  EXPECT_THAT(Seen(Office("综合处")), ElementsAre(id));
}

TEST_F(ReachTest, NobodyTakesBackWhatHeCannotSee) {
  const std::string a_case = Record(Appraiser(), Case("2017-03-01"), "示范市商业局", "综合处");
  score::Fact reversal = Case("2017-03-05");
  reversal.reverses = a_case;
  EXPECT_EQ(Record(Office("法规处"), reversal), "fact-not-found reverses");
  EXPECT_THAT(Record(Appraiser(), reversal), HasSubstr("f"));
}

TEST_F(ReachTest, WithoutAUnitAnOfficeContactReachesNothing) {
  const Context nowhere = As(Role::kOfficeContact, "nowhere");
  EXPECT_THAT(*ListUnits(nowhere, id_), IsEmpty());
  EXPECT_THAT(Seen(nowhere), IsEmpty());
  const auto refused = Score(nowhere, id_, "示范市商业局", In(score::Reading::kConfirmed));
  EXPECT_EQ(CodeOf(refused), "outside-reach");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("还没有所属单位"));
  EXPECT_EQ(Record(nowhere, Case("2017-03-01")), "outside-reach unit");
}

// ---- Entrusted tasks

TEST_F(ReachTest, AUnitOutsideReachesTheTasksEntrustedToItOfAllUnits) {
  Record(Appraiser(), Meetings("2017-03-20", 1));
  for (const Role role : {Role::kDataSource, Role::kIndicatorOwner}) {
    SCOPED_TRACE(ToString(role));
    EXPECT_EQ(Record(Court(role), Case("2017-03-01")), "outside-reach rule");
    EXPECT_EQ(Scored(Court(role), "示范市商业局"), "not-allowed");
    EXPECT_EQ(CodeOf(ScoreAll(Court(role), id_, In(score::Reading::kConfirmed))), "not-allowed");
  }
  ASSERT_TRUE(EntrustTask(Keeper(), id_, "2.1", {"法院"}, "案件由法院报告"));
  const std::string own = Record(Court(Role::kDataSource), Case("2017-03-01"));
  const std::string other = Record(Court(Role::kDataSource), Case("2017-03-02"), "示范市财政局");
  EXPECT_THAT(Seen(Court(Role::kDataSource)), ElementsAre(own, other));
  EXPECT_EQ(Record(Court(Role::kDataSource), Meetings("2017-04-20", 2)), "outside-reach rule");
  EXPECT_EQ(
      CodeOf(DecideFact(Court(Role::kDataSource), id_, own, score::FactStatus::kConfirmed, "")),
      "not-allowed");
  // A second person of the unit that keeps the indicator decides on it.
  Context second = Court(Role::kIndicatorOwner);
  second.actor.name = "of-court-2";
  EXPECT_TRUE(DecideFact(second, id_, own, score::FactStatus::kConfirmed, ""));
}

TEST_F(ReachTest, EntrustingIsListedChangedAndTakenBack) {
  const auto list = EntrustTask(Keeper(), id_, "2.1", {"法院", "示范市法院", "财政局"}, "委托");
  EXPECT_EQ(CodeOf(list), "unit-unknown");
  EXPECT_EQ(list.error().field, "units");
  const auto entrusted =
      EntrustTask(Keeper(), id_, "2.1", {"法院", "示范市法院", "示范市财政局"}, "委托");
  ASSERT_TRUE(entrusted) << entrusted.error().message.zh;
  ASSERT_EQ(entrusted->size(), 1U);
  EXPECT_EQ(entrusted->at(0).task, "2.1");
  EXPECT_THAT(entrusted->at(0).units, ElementsAre("示范市法院", "示范市财政局"));
  EXPECT_EQ(entrusted->at(0).by, "keeper");
  EXPECT_EQ(entrusted->at(0).reason, "委托");
  const std::size_t entries = Ledger().size();
  EXPECT_TRUE(EntrustTask(Keeper(), id_, "2.1", {"示范市法院", "示范市财政局"}, "再说一次"));
  EXPECT_EQ(Ledger().size(), entries);

  ASSERT_TRUE(EntrustTask(Keeper(), id_, "2.1", {}, "改由考评办登记"));
  EXPECT_THAT(*ListEntrustments(Observer(), id_), IsEmpty());
  EXPECT_EQ(Record(Court(Role::kDataSource), Case("2017-03-01")), "outside-reach rule");
  EXPECT_EQ(CodeOf(EntrustTask(Keeper(), id_, "9.9", {}, "")), "criterion-unknown");
  EXPECT_EQ(CodeOf(EntrustTask(Appraiser(), id_, "2.1", {}, "")), "not-allowed");
  EXPECT_THAT(Verify(Auditor(), std::nullopt)->problems, IsEmpty());
}

TEST_F(ReachTest, WhatWasEntrustedStandsInARevision) {
  ASSERT_TRUE(EntrustTask(Keeper(), id_, "2.1", {"法院"}, ""));
  ASSERT_TRUE(EntrustTask(Keeper(), id_, "3.1", {"示范市财政局"}, ""));
  // A task more at the beginning moves the keys of those behind it.
  const std::string corrected =
      Replaced(kNotice, "依法行政\t规范执法",
               "组织保障\t配备人员\t名单\t办公室\t未配备人员的，扣1分\n依法行政\t规范执法");
  const auto revised = ImportNotice(Keeper(), "更正.txt", corrected);
  ASSERT_TRUE(revised) << revised.error().message.zh;
  const std::string draft = revised->summary.id;
  const auto published = PublishScheme(Keeper(), draft, "更正");
  ASSERT_TRUE(published) << published.error().message.zh;
  const auto list = ListEntrustments(Keeper(), draft);
  ASSERT_TRUE(list) << list.error().message.zh;
  ASSERT_EQ(list->size(), 2U);
  EXPECT_EQ(list->at(0).task, "3.1");
  EXPECT_THAT(list->at(0).units, ElementsAre("示范市法院"));
  EXPECT_EQ(list->at(1).task, "4.1");
  EXPECT_THAT(list->at(1).units, ElementsAre("示范市财政局"));
}

}  // namespace
}  // namespace kaoping::service
