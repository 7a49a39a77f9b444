#include "service/facts.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using score::FactStatus;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class FactsTest : public ServiceFixture {
 protected:
  FactsTest() : scheme_(Publish()), before_(Ledger().size()) {}

  Result<RecordOutcome> Record(const Context& context, std::vector<score::Fact> facts,
                               std::string_view key = {}) {
    return RecordFacts(context, scheme_, facts, key);
  }
  // The code with which one fact is refused; nothing must have been written.
  std::string Refusal(const Context& context, const score::Fact& fact, std::string_view field) {
    const auto outcome = Record(context, {fact});
    EXPECT_EQ(Ledger().size(), before_);
    if (outcome) return "";
    EXPECT_EQ(outcome.error().field, field) << outcome.error().message.zh;
    return outcome.error().code;
  }
  std::vector<RecordedFact> All() { return ListFacts(Operator(), scheme_, {})->items; }
  Result<RecordedFact> Decide(const Context& context, const std::string& id, FactStatus status,
                              std::string_view note = "见材料") {
    return DecideFact(context, scheme_, id, status, note);
  }

  std::string scheme_;
  std::size_t before_;
};

TEST_F(FactsTest, RecordedFactIsAClaimWithAnIdATimeAndAnAuthor) {
  const auto outcome = Record(Contact(), {Case("2017-03-01")});
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_EQ(outcome->recorded, 1);
  EXPECT_THAT(outcome->ids, ElementsAre("f3"));
  const auto facts = All();
  ASSERT_EQ(facts.size(), 1U);
  EXPECT_EQ(facts[0].fact.id, "f3");
  EXPECT_EQ(facts[0].fact.rule, "2.1.1");
  EXPECT_EQ(facts[0].fact.unit, kUnit);
  EXPECT_EQ(facts[0].fact.status, FactStatus::kClaimed);
  EXPECT_EQ(facts[0].recorded_by, "contact");
  EXPECT_EQ(facts[0].fact.known, facts[0].recorded_at);
  EXPECT_EQ(facts[0].decided_by, "");
  EXPECT_FALSE(facts[0].decided_at);
}

TEST_F(FactsTest, LedgerSaysWhoRecordedWhat) {
  RecordOne(Contact(), Case("2017-03-01"));
  const ledger::Entry entry = Ledger().back();
  EXPECT_EQ(entry.actor, "contact");
  EXPECT_EQ(entry.action, "record-fact");
  EXPECT_EQ(entry.subject, "fact/" + scheme_ + "/f3");
  EXPECT_THAT(entry.body, HasSubstr("\"on\":\"2017-03-01\""));
}

TEST_F(FactsTest, AllAreRecordedOrNone) {
  const auto refused = Record(Contact(), {Case("2017-03-01"), Fact("9.9.9", "2017-03-01")});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "fact-rule");
  EXPECT_THAT(refused.error().message.zh, StartsWith("第2条事实："));
  EXPECT_THAT(refused.error().message.en, StartsWith("fact 2: "));
  EXPECT_EQ(Ledger().size(), before_);
  EXPECT_EQ(Record(Contact(), {Case("2017-03-01"), Case("2017-03-02")})->recorded, 2);
}

TEST_F(FactsTest, WhatDoesNotFitTheSchemeIsRefused) {
  EXPECT_EQ(Refusal(Contact(), Fact("9.9.9", "2017-03-01"), "rule"), "fact-rule");
  score::Fact wrong_field = Case("2017-03-01");
  wrong_field.value = Decimal::FromInt(1);
  EXPECT_EQ(Refusal(Contact(), wrong_field, "value"), "fact-field");
  score::Fact no_day = Case("2017-03-01");
  no_day.on.reset();
  EXPECT_EQ(Refusal(Contact(), no_day, "on"), "fact-field");
  EXPECT_EQ(Refusal(Contact(), Case("2018-01-10"), "on"), "fact-period");
}

TEST_F(FactsTest, DayOutsideThePeriodNeedsANote) {
  score::Fact late = Case("2018-01-10");
  late.note = "2017年的判决，次年送达";
  EXPECT_TRUE(Record(Contact(), {late}));
}

TEST_F(FactsTest, UnknownUnitIsRefusedAndKnownOnesNamed) {
  score::Fact fact = Case("2017-03-01");
  fact.unit = "财政局";
  const auto refused = Record(Contact(), {fact});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "unit-unknown");
  EXPECT_EQ(refused.error().field, "unit");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("示范市商业局"));
  fact.unit = "";
  EXPECT_EQ(Refusal(Contact(), fact, "unit"), "unit-unknown");
  fact.unit = "\xff\xfe";
  EXPECT_EQ(Refusal(Contact(), fact, "unit"), "text-unfit");
}

TEST_F(FactsTest, TextThatCannotBeShownIsRefused) {
  score::Fact fact = Case("2017-03-01");
  fact.note = std::string("a\0b", 3);
  EXPECT_EQ(Refusal(Contact(), fact, "note"), "text-unfit");
  fact.note = "\u202e反写";
  EXPECT_EQ(Refusal(Contact(), fact, "note"), "text-unfit");
  fact.note = std::string(2001, 'x');
  EXPECT_EQ(Refusal(Contact(), fact, "note"), "text-too-long");
  fact.note = "两行\n说明";
  EXPECT_TRUE(Record(Contact(), {fact}));
}

TEST_F(FactsTest, UnfitIdIsRefused) {
  score::Fact fact = Case("2017-03-01");
  for (const std::string& id : {std::string("a b"), std::string("a/b"), std::string(65, 'x'),
                                std::string("a\0b", 3), std::string("\xff")}) {
    fact.id = id;
    EXPECT_EQ(Refusal(Contact(), fact, "id"), "fact-id-unfit");
  }
}

TEST_F(FactsTest, RepeatedIdWithSameContentCountsOnce) {
  score::Fact fact = Case("2017-03-01");
  fact.id = "m1";
  ASSERT_TRUE(Record(Contact(), {fact}));
  const auto again = Record(Contact(), {fact, fact});
  ASSERT_TRUE(again) << again.error().message.zh;
  EXPECT_EQ(again->recorded, 0);
  EXPECT_THAT(again->ids, ElementsAre("m1", "m1"));
  EXPECT_EQ(All().size(), 1U);
  EXPECT_EQ(Ledger().size(), before_ + 1);
}

TEST_F(FactsTest, RuleMayBeGivenByKeyOrLastingId) {
  const auto view = ShowScheme(Operator(), scheme_);
  score::Fact fact = Case("2017-03-01");
  fact.id = "m1";
  ASSERT_TRUE(Record(Contact(), {fact}));
  fact.rule = scheme::FindRule(view->scheme, "2.1.1")->Get().id;
  EXPECT_EQ(Record(Contact(), {fact})->recorded, 0) << "the same fact";
}

TEST_F(FactsTest, RepeatedIdWithOtherContentIsRefused) {
  score::Fact fact = Case("2017-03-01");
  fact.id = "m1";
  ASSERT_TRUE(Record(Contact(), {fact}));
  ++before_;
  fact.on = Date::Parse("2017-03-02");
  EXPECT_EQ(Refusal(Contact(), fact, "id"), "fact-id-taken");
  score::Fact other = fact;
  fact.id = other.id = "m2";
  other.note = "另一内容";
  EXPECT_EQ(CodeOf(Record(Contact(), {fact, other})), "fact-id-taken");
}

TEST_F(FactsTest, MadeIdsAvoidChosenOnes) {
  score::Fact fact = Case("2017-03-01");
  fact.id = "f4";
  ASSERT_TRUE(Record(Contact(), {fact}));
  EXPECT_THAT(Record(Contact(), {Case("2017-03-02")})->ids, ElementsAre("f4-2"));
}

TEST_F(FactsTest, OnlyTheOperatorSaysWhatIsConfirmedAndSinceWhen) {
  score::Fact fact = Case("2017-03-01");
  fact.status = FactStatus::kConfirmed;
  EXPECT_EQ(Refusal(Appraiser(), fact, "status"), "field-reserved");
  fact.status = FactStatus::kClaimed;
  fact.known = Timestamp::Parse("2017-03-05T00:00:00Z");
  EXPECT_EQ(Refusal(Appraiser(), fact, "known"), "field-reserved");
  fact.status = FactStatus::kConfirmed;
  ASSERT_TRUE(Record(Operator(), {fact}));
  EXPECT_EQ(All()[0].fact.status, FactStatus::kConfirmed);
  EXPECT_EQ(All()[0].fact.known, Timestamp::Parse("2017-03-05T00:00:00Z"));
}

TEST_F(FactsTest, NothingBecameKnownBeforeItHappened) {
  score::Fact fact = Case("2017-03-01");
  fact.known = Timestamp::Parse("2017-02-28T23:59:59+08:00");
  EXPECT_EQ(Refusal(Operator(), fact, "known"), "known-before-on");
  fact.known = Timestamp::Parse("2017-03-01T00:00:00+08:00");
  EXPECT_TRUE(Record(Operator(), {fact})) << "in Beijing the day has begun";
}

TEST_F(FactsTest, WhatIsCountedOneByOneHasNoHalves) {
  score::Fact half_a_case = Case("2017-03-01");
  half_a_case.count = Decimal::Parse("0.5");
  EXPECT_EQ(Refusal(Contact(), half_a_case, "count"), "count-fraction");
  score::Fact half_a_meeting = Meetings("2017-03-01", 1);
  half_a_meeting.value = Decimal::Parse("1.5");
  EXPECT_EQ(Refusal(Contact(), half_a_meeting, "value"), "count-fraction");
  half_a_case.count = Decimal::Parse("2.0");
  EXPECT_TRUE(Record(Contact(), {half_a_case}));
}

TEST_F(FactsTest, AnOfficeThatTheRegisterDoesNotHaveIsRefused) {
  score::Fact fact = Case("2017-03-01");
  fact.office = "法制处";
  ASSERT_TRUE(Record(Contact(), {fact})) << "nothing to compare with yet";
  ASSERT_TRUE(ImportRegister(Keeper(),
                             R"({"format":"register/1","units":[{"name":"示范市商业局","offices":[)"
                             R"({"name":"政策法规处","aliases":["法规处"],"tags":["机关"]}]}],)"
                             R"("groups":[{"name":"各机关处室","tags":["机关"]}]})"));
  before_ = Ledger().size();
  const auto refused = Record(Contact(), {fact});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "office-unknown");
  EXPECT_EQ(refused.error().field, "office");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("最接近的是政策法规处"));
  fact.office = "各机关处室";
  EXPECT_EQ(Refusal(Contact(), fact, "office"), "office-is-group");
  for (const char* const known : {"政策法规处", "法规处", "示范市商业局政策法规处", "办公室"}) {
    fact.office = known;
    EXPECT_TRUE(Record(Contact(), {fact})) << known << ": an office of the register or the notice";
  }
}

TEST_F(FactsTest, OutcomeCountsWhatTheFileHadDecided) {
  std::vector<score::Fact> facts(4, Case("2017-03-01"));
  facts[0].status = FactStatus::kConfirmed;
  facts[1].status = FactStatus::kConfirmed;
  facts[2].status = FactStatus::kRejected;
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i].id = "m" + std::to_string(i);
  const auto outcome = Record(Operator(), facts);
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_EQ(outcome->recorded, 4);
  EXPECT_EQ(outcome->confirmed, 2);
  EXPECT_EQ(outcome->rejected, 1);
  EXPECT_EQ(All()[0].decided_by, "命令行");
  EXPECT_EQ(All()[0].decided_at, All()[0].recorded_at);
  EXPECT_EQ(All()[3].decided_by, "");
  EXPECT_EQ(Record(Operator(), facts)->confirmed, 0) << "they were there already";
}

TEST_F(FactsTest, NothingBecameKnownInTheFuture) {
  score::Fact fact = Case("2017-03-01");
  fact.known = Timestamp::Parse("2027-01-01T00:00:00Z");
  EXPECT_EQ(Refusal(Operator(), fact, "known"), "known-in-future");
}

TEST_F(FactsTest, DraftTakesNoFacts) {
  std::string text(kNotice);
  text.replace(text.find("8号"), 4, "9号");
  const std::string draft = ImportNotice(Keeper(), "通知.txt", text)->summary.id;
  EXPECT_EQ(CodeOf(RecordFacts(Contact(), draft, std::vector{Case("2017-03-01")})),
            "scheme-not-published");
}

TEST_F(FactsTest, NothingToRecordIsSaid) {
  EXPECT_EQ(CodeOf(Record(Contact(), {})), "facts-missing");
}

TEST_F(FactsTest, ReversalOfNothingIsRefused) {
  score::Fact reversal = Case("2017-03-01");
  reversal.reverses = "m9";
  EXPECT_EQ(Refusal(Contact(), reversal, "reverses"), "fact-not-found");
}

TEST_F(FactsTest, ReversalMayComeInTheSameRequest) {
  score::Fact fact = Case("2017-03-01");
  fact.id = "m1";
  score::Fact reversal = Case("2017-03-01");
  reversal.reverses = "m1";
  EXPECT_TRUE(Record(Contact(), {reversal, fact}));
}

TEST_F(FactsTest, TwoFiguresOfOneDayAreRefusedBeforeTheyAreKept) {
  ASSERT_TRUE(Record(Contact(), {Meetings("2017-03-01", 1)}));
  const auto refused = Record(Contact(), {Meetings("2017-03-01", 2)});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kInvalid) << refused.error().code;
  EXPECT_EQ(All().size(), 1U);
  EXPECT_TRUE(Score(Operator(), scheme_, kUnit, In(score::Reading::kClaimed)));
}

TEST_F(FactsTest, RejectedFigureMakesRoomAndCannotComeBack) {
  const std::string first = RecordOne(Contact(), Meetings("2017-03-01", 1));
  ASSERT_TRUE(Decide(Reviewer(), first, FactStatus::kRejected));
  ASSERT_TRUE(Record(Contact(), {Meetings("2017-03-01", 2)}));
  const auto refused = Decide(Reviewer(), first, FactStatus::kConfirmed);
  EXPECT_FALSE(refused);
  EXPECT_EQ(All()[0].fact.status, FactStatus::kRejected);
}

TEST_F(FactsTest, CheckListsEveryProblemInOrder) {
  score::Fact unknown = Case("2017-03-01");
  unknown.unit = "财政局";
  const std::vector facts = {Fact("9.9.9", "2017-03-01"), Case("2017-03-01"), unknown,
                             Case("2018-03-01")};
  const auto problems = CheckFacts(Contact(), scheme_, facts);
  ASSERT_TRUE(problems);
  ASSERT_EQ(problems->size(), 3U);
  EXPECT_EQ((*problems)[0].index, 0U);
  EXPECT_EQ((*problems)[0].error.code, "fact-rule");
  EXPECT_EQ((*problems)[1].index, 2U);
  EXPECT_EQ((*problems)[1].error.code, "unit-unknown");
  EXPECT_EQ((*problems)[2].index, 3U);
  EXPECT_EQ((*problems)[2].error.code, "fact-period");
  EXPECT_EQ(Ledger().size(), before_);
}

TEST_F(FactsTest, RepeatedRequestGetsTheFirstAnswer) {
  const auto first = Record(Contact(), {Case("2017-03-01")}, "k1");
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->is_repeat);
  const auto again = Record(Contact(), {Case("2017-03-01")}, "k1");
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->is_repeat);
  EXPECT_EQ(again->ids, first->ids);
  EXPECT_EQ(again->recorded, 0);
  EXPECT_EQ(All().size(), 1U);
}

TEST_F(FactsTest, IdempotencyKeyOfAnotherRequestIsRefused) {
  ASSERT_TRUE(Record(Contact(), {Case("2017-03-01")}, "k1"));
  EXPECT_EQ(CodeOf(Record(Contact(), {Case("2017-03-02")}, "k1")), "idempotency-key-reused");
  EXPECT_TRUE(Record(Appraiser(), {Case("2017-03-02")}, "k1")) << "another actor's key";
  EXPECT_EQ(CodeOf(Record(Contact(), {Case("2017-03-02")}, "a b")), "idempotency-key-unfit");
  EXPECT_EQ(CodeOf(Record(Contact(), {Case("2017-03-02")}, std::string(129, 'k'))),
            "idempotency-key-unfit");
}

TEST_F(FactsTest, AnotherPersonConfirms) {
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  const auto decided = Decide(Reviewer(), id, FactStatus::kConfirmed, "见判决书");
  ASSERT_TRUE(decided) << decided.error().message.zh;
  EXPECT_EQ(decided->fact.status, FactStatus::kConfirmed);
  EXPECT_EQ(decided->fact.rule, "2.1.1");
  EXPECT_EQ(decided->recorded_by, "contact");
  EXPECT_EQ(decided->decided_by, "reviewer");
  EXPECT_EQ(decided->decided_at, now());
  EXPECT_EQ(decided->decision_note, "见判决书");
  const ledger::Entry entry = Ledger().back();
  EXPECT_EQ(entry.action, "decide-fact");
  EXPECT_EQ(
      entry.body,
      R"({"before":{"status":"claimed"},"after":{"status":"confirmed"},"reason":"见判决书"})");
}

TEST_F(FactsTest, NobodyDecidesOnTheirOwnFact) {
  const std::string id = RecordOne(Appraiser(), Case("2017-03-01"));
  for (const FactStatus status : {FactStatus::kConfirmed, FactStatus::kRejected}) {
    const auto refused = Decide(Appraiser(), id, status);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "own-fact");
    EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  }
  EXPECT_TRUE(Decide(As(Role::kAppraiser, "appraiser2"), id, FactStatus::kConfirmed));
}

TEST_F(FactsTest, SameDecisionAgainChangesNothing) {
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  ASSERT_TRUE(Decide(Reviewer(), id, FactStatus::kConfirmed));
  const std::size_t entries = Ledger().size();
  const auto again = Decide(As(Role::kReviewer, "other"), id, FactStatus::kConfirmed);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->decided_by, "reviewer");
  EXPECT_EQ(Ledger().size(), entries);
}

TEST_F(FactsTest, LaterDecisionReplacesTheEarlier) {
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  ASSERT_TRUE(Decide(Reviewer(), id, FactStatus::kConfirmed));
  ASSERT_TRUE(Decide(Appraiser(), id, FactStatus::kRejected, "判决已撤销"));
  EXPECT_EQ(All()[0].fact.status, FactStatus::kRejected);
  EXPECT_EQ(All()[0].decided_by, "appraiser");
}

TEST_F(FactsTest, UnfitDecisionsAreRefused) {
  const std::string id = RecordOne(Contact(), Case("2017-03-01"));
  EXPECT_EQ(CodeOf(Decide(Reviewer(), id, FactStatus::kClaimed)), "status-undecided");
  EXPECT_EQ(CodeOf(Decide(Reviewer(), id, FactStatus::kRejected, " ")), "note-required");
  EXPECT_EQ(CodeOf(Decide(Reviewer(), id, FactStatus::kRejected, std::string(2001, 'x'))),
            "text-too-long");
  EXPECT_EQ(CodeOf(Decide(Reviewer(), "m9", FactStatus::kConfirmed)), "fact-not-found");
  EXPECT_EQ(CodeOf(Decide(Reviewer(), std::string("f\0", 2), FactStatus::kConfirmed)),
            "fact-not-found");
  EXPECT_EQ(CodeOf(Decide(Contact(), id, FactStatus::kConfirmed)), "not-allowed");
  EXPECT_EQ(All()[0].fact.status, FactStatus::kClaimed);
}

TEST_F(FactsTest, ListComesInPages) {
  for (const char* day : {"2017-03-01", "2017-03-02", "2017-03-03"})
    RecordOne(Contact(), Case(day));
  FactFilter filter{.limit = 2};
  const auto first = *ListFacts(Operator(), scheme_, filter);
  ASSERT_EQ(first.items.size(), 2U);
  EXPECT_EQ(first.items[0].fact.on, Date::Parse("2017-03-01"));
  ASSERT_NE(first.next, "");
  filter.cursor = first.next;
  const auto second = *ListFacts(Operator(), scheme_, filter);
  ASSERT_EQ(second.items.size(), 1U);
  EXPECT_EQ(second.items[0].fact.on, Date::Parse("2017-03-03"));
  EXPECT_EQ(second.next, "");
}

TEST_F(FactsTest, ListIsFilteredByUnitAndRule) {
  RecordOne(Contact(), Case("2017-03-01"));
  RecordOne(Contact(), Meetings("2017-03-02", 1));
  const auto count = [&](std::string unit, std::string rule) {
    return ListFacts(Operator(), scheme_, {.unit = std::move(unit), .rule = std::move(rule)})
        ->items.size();
  };
  EXPECT_EQ(count("", "1.1.1"), 1U);
  EXPECT_EQ(count(std::string(kUnit), ""), 2U);
  const auto code = [&](FactFilter filter) {
    return CodeOf(ListFacts(Operator(), scheme_, filter));
  };
  EXPECT_EQ(code({.unit = "财政局"}), "unit-unknown");
  EXPECT_EQ(code({.rule = "9.9"}), "rule-unknown");
  EXPECT_EQ(code({.cursor = "x"}), "cursor-unfit");
  EXPECT_EQ(code({.cursor = "-1"}), "cursor-unfit");
  EXPECT_EQ(code({.limit = 0}), "limit-unfit");
  EXPECT_EQ(code({.limit = 1001}), "limit-unfit");
}

TEST_F(FactsTest, OnlyWhoMayRecords) {
  EXPECT_EQ(CodeOf(Record(Reviewer(), {Case("2017-03-01")})), "not-allowed");
  EXPECT_EQ(CodeOf(Record(As(Role::kSystemAdmin, "admin"), {Case("2017-03-01")})), "not-allowed");
  EXPECT_EQ(CodeOf(ListFacts(Auditor(), scheme_, {})), "not-allowed");
}

TEST_F(FactsTest, ClockThatGoesBackDoesNotChangeWhatWasKnown) {
  RecordOne(Contact(), Case("2017-03-01"));
  const Timestamp recorded = All()[0].recorded_at;
  Pass(-24 * 3600);
  RecordOne(Contact(), Case("2017-03-02"));
  EXPECT_EQ(All()[1].recorded_at, recorded);
}

}  // namespace
}  // namespace kaoping::service
