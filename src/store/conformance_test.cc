// What every database must do. Run once for each of them; SQLite's own duties are in
// sqlite_test.cc.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>

#include "base/check.h"
#include "store/backends_test.h"
#include "store/store.h"

namespace kaoping::store {
namespace {

class StoreTest : public ::testing::TestWithParam<NamedBackend> {
 protected:
  StoreTest() : backend_(GetParam().second()) { store_ = std::move(backend_->Open()).value(); }

  void Reopen() {
    store_.reset();
    store_ = std::move(backend_->Open()).value();
  }

  std::unique_ptr<Transaction> Write() { return std::move(store_->Write()).value(); }
  std::unique_ptr<const Transaction> Read() { return std::move(store_->Read()).value(); }

  // An entry to hang rows on.
  static std::uint64_t Note(Transaction& transaction, std::string subject = "test") {
    return transaction.ledger()
        .Append({.actor = "考评员", .action = "test", .subject = std::move(subject)},
                Timestamp(1'000))
        ->seq;
  }

  void AddScheme(const std::string& id) {
    const auto transaction = Write();
    const SchemeRow row = {.id = id,
                           .title = "方案" + id,
                           .number = "测〔2017〕1号",
                           .source_name = "通知.txt",
                           .source_digest = "digest-" + id,
                           .entry = Note(*transaction),
                           .imported_by = {},
                           .imported_at = {},
                           .publication = {}};
    ASSERT_TRUE(transaction->schemes().Add(row, {"{\"id\":\"" + id + "\"}", "[]"}));
    ASSERT_TRUE(transaction->Commit());
  }

  static FactRow Fact(std::uint64_t entry, const std::string& id, const std::string& unit,
                      const std::string& rule) {
    return {.entry = entry,
            .scheme = "s1",
            .id = id,
            .unit = unit,
            .rule = rule,
            .body = "{\"id\":\"" + id + "\"}",
            .recorded_by = {},
            .recorded_at = {}};
  }

  void AddFacts() {
    AddScheme("s1");
    const auto transaction = Write();
    FactStore& facts = transaction->facts();
    ASSERT_TRUE(facts.Add(Fact(Note(*transaction), "f1", "商务局", "r1")));
    ASSERT_TRUE(facts.Add(Fact(Note(*transaction), "f2", "财政局", "r1")));
    ASSERT_TRUE(facts.Add(Fact(Note(*transaction), "f3", "商务局", "r2")));
    ASSERT_TRUE(transaction->Commit());
  }

  static std::string Ids(const Result<std::vector<FactRow>>& rows) {
    std::string ids;
    for (const FactRow& row : *rows) ids += row.id + " ";
    return ids;
  }

  std::unique_ptr<Backend> backend_;
  std::unique_ptr<Store> store_;
};

TEST_P(StoreTest, StartsEmptyAndReady) {
  EXPECT_TRUE(store_->CheckReady());
  EXPECT_EQ(*Read()->ledger().Head(), ledger::Tail{});
  EXPECT_TRUE(Read()->ledger().Read(1, 10)->empty());
  EXPECT_TRUE(Read()->schemes().All()->empty());
  EXPECT_TRUE(Read()->accounts().All()->empty());
  EXPECT_FALSE(Read()->registers().Current()->has_value());
}

TEST_P(StoreTest, EntriesAreChainedAndSurviveReopening) {
  ledger::Entry first;
  {
    const auto transaction = Write();
    first = *transaction->ledger().Append(
        {.actor = "考评员", .action = "test", .subject = "甲", .body = R"({"after":{}})"},
        Timestamp(5'000));
    ASSERT_TRUE(transaction->Commit());
  }
  Reopen();
  {
    const auto transaction = Write();
    Note(*transaction, "乙");
    ASSERT_TRUE(transaction->Commit());
  }
  const auto entries = *Read()->ledger().Read(1, 10);
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0], first);
  EXPECT_EQ(entries[1].prev_hash, first.hash);
  EXPECT_EQ(entries[1].hash, ledger::HashOf(entries[1]));
  EXPECT_EQ(entries[1].at, first.at) << "the clock went backwards";
  EXPECT_EQ(*Read()->ledger().Head(), ledger::TailOf(entries[1]));
}

TEST_P(StoreTest, LedgerIsReadInParts) {
  const auto transaction = Write();
  for (int i = 0; i < 5; ++i) Note(*transaction);
  ASSERT_TRUE(transaction->Commit());
  EXPECT_EQ(Read()->ledger().Read(1, 2)->size(), 2U);
  EXPECT_EQ(Read()->ledger().Read(4, 10)->front().seq, 4U);
  EXPECT_TRUE(Read()->ledger().Read(6, 10)->empty());
  EXPECT_EQ(Read()->ledger().Read(0, 10)->size(), 5U);
}

TEST_P(StoreTest, NothingIsKeptWithoutCommit) {
  AddScheme("s1");
  {
    const auto transaction = Write();
    ASSERT_TRUE(transaction->facts().Add(Fact(Note(*transaction), "f1", "商务局", "r1")));
  }
  EXPECT_EQ(Read()->ledger().Head()->seq, 1U);
  EXPECT_FALSE(Read()->facts().Find("s1", "f1")->has_value());
}

TEST_P(StoreTest, StateWithoutLedgerEntryIsCaught) {
  AddScheme("s1");
  {
    const auto transaction = Write();
    ASSERT_TRUE(transaction->facts().Add(Fact(1, "f1", "商务局", "r1")));
    EXPECT_THROW(static_cast<void>(transaction->Commit()), InternalError);
  }
  EXPECT_FALSE(Read()->facts().Find("s1", "f1")->has_value());
}

TEST_P(StoreTest, RowOfAnAbsentEntryIsRefused) {
  AddScheme("s1");
  const auto transaction = Write();
  const Status added = transaction->facts().Add(Fact(99, "f1", "商务局", "r1"));
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, "data-corrupt");
}

TEST_P(StoreTest, TextWithNulIsCaughtBeforeItIsCut) {
  AddScheme("s1");
  const auto transaction = Write();
  const std::uint64_t entry = Note(*transaction);
  EXPECT_THROW(static_cast<void>(
                   transaction->facts().Add(Fact(entry, std::string("f\0x", 3), "商务局", "r1"))),
               InternalError);
  EXPECT_THROW(static_cast<void>(Read()->facts().Find("s1", std::string_view("f\0x", 3))),
               InternalError);
}

TEST_P(StoreTest, ReaderKeepsTheStateOfItsBeginning) {
  AddScheme("s1");
  const auto before = Read();
  ASSERT_EQ(before->ledger().Head()->seq, 1U);
  const auto transaction = Write();
  Note(*transaction);
  EXPECT_EQ(Read()->ledger().Head()->seq, 1U) << "a reader waits for no writer";
  ASSERT_TRUE(transaction->Commit());
  EXPECT_EQ(before->ledger().Head()->seq, 1U);
  EXPECT_EQ(Read()->ledger().Head()->seq, 2U);
}

TEST_P(StoreTest, SecondWriterIsToldToComeBack) {
  const auto transaction = Write();
  const auto second = store_->Write();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "data-locked");
  EXPECT_EQ(second.error().kind, ErrorKind::kUnavailable);
}

TEST_P(StoreTest, ReadersBeyondTheirNumberAreToldToComeBack) {
  const auto one = Read();
  const auto two = Read();
  const auto three = store_->Read();
  ASSERT_FALSE(three);
  EXPECT_EQ(three.error().code, "data-locked");
}

TEST_P(StoreTest, SchemesComeBackAsTheyWere) {
  AddScheme("s1");
  AddScheme("s2");
  const auto rows = *Read()->schemes().All();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].id, "s1");
  EXPECT_EQ(rows[1].title, "方案s2");
  EXPECT_EQ(rows[1].number, "测〔2017〕1号");
  EXPECT_EQ(rows[1].source_name, "通知.txt");
  EXPECT_EQ(rows[1].source_digest, "digest-s2");
  EXPECT_EQ(rows[1].entry, 2U);
  EXPECT_EQ(rows[1].imported_by, "考评员");
  EXPECT_EQ(rows[1].imported_at, Timestamp(1'000));
  EXPECT_FALSE(rows[1].publication);
  EXPECT_EQ((*Read()->schemes().FindText("s2"))->scheme, R"({"id":"s2"})");
  EXPECT_EQ((*Read()->schemes().FindText("s2"))->questions, "[]");
  EXPECT_FALSE(Read()->schemes().FindText("s3")->has_value());
}

TEST_P(StoreTest, SameSchemeIsFoundByItsBytesOrItsContent) {
  AddScheme("s1");
  EXPECT_EQ(**Read()->schemes().FindSame("digest-s1", "{}"), "s1");
  EXPECT_EQ(**Read()->schemes().FindSame("other", R"({"id":"s1"})"), "s1");
  EXPECT_FALSE(Read()->schemes().FindSame("other", "{}")->has_value());
}

TEST_P(StoreTest, PublicationBelongsToItsScheme) {
  AddScheme("s1");
  AddScheme("s2");
  const auto transaction = Write();
  const PublicationRow row = {.scheme = "s2",
                              .reason = "10月另发",
                              .pending = R"(["6.1"])",
                              .entry = Note(*transaction),
                              .by = {},
                              .at = {}};
  ASSERT_TRUE(transaction->schemes().Publish(row));
  ASSERT_TRUE(transaction->Commit());
  const auto rows = *Read()->schemes().All();
  EXPECT_FALSE(rows[0].publication);
  ASSERT_TRUE(rows[1].publication);
  EXPECT_EQ(rows[1].publication->reason, "10月另发");
  EXPECT_EQ(rows[1].publication->pending, R"(["6.1"])");
  EXPECT_EQ(rows[1].publication->entry, 3U);
  EXPECT_EQ(rows[1].publication->by, "考评员");
  EXPECT_EQ(rows[1].publication->at, Timestamp(1'000));
}

TEST_P(StoreTest, RevisionSaysWhatItRevisesAndWhatItTookOver) {
  AddScheme("s1");
  AddScheme("s2");
  AddScheme("s3");
  const auto transaction = Write();
  ASSERT_TRUE(transaction->schemes().Revise({"s2", "s1", 2, "digest", Note(*transaction)}));
  ASSERT_TRUE(transaction->schemes().Succeed(
      {"s2", "s1", R"({"rules":{}})", Note(*transaction), Timestamp(0)}));
  ASSERT_TRUE(transaction->schemes().Revise({"s3", "s2", 3, "", Note(*transaction)}));
  ASSERT_TRUE(transaction->Commit());
  const auto rows = *Read()->schemes().All();
  EXPECT_FALSE(rows[0].revision);
  EXPECT_FALSE(rows[0].succession);
  EXPECT_EQ(rows[0].followed_by, "s2");
  EXPECT_EQ(rows[1].followed_by, "");
  ASSERT_TRUE(rows[1].revision);
  EXPECT_EQ(rows[1].revision->revises, "s1");
  EXPECT_EQ(rows[1].revision->supplement, "digest");
  EXPECT_EQ(rows[1].revision->entry, 4U);
  ASSERT_TRUE(rows[1].succession);
  EXPECT_EQ(rows[1].succession->follows, "s1");
  EXPECT_EQ(rows[1].succession->body, R"({"rules":{}})");
  EXPECT_EQ(rows[1].succession->entry, 5U);
  EXPECT_EQ(rows[1].succession->at, Timestamp(1'000));
  ASSERT_TRUE(rows[2].revision);
  EXPECT_EQ(rows[2].revision->supplement, "");
  EXPECT_EQ(rows[2].revision->number, 3);
  EXPECT_FALSE(rows[2].succession);
}

TEST_P(StoreTest, SchemeIsFollowedOnce) {
  for (const char* id : {"s1", "s2", "s3"}) AddScheme(id);
  const auto transaction = Write();
  ASSERT_TRUE(transaction->schemes().Succeed({"s2", "s1", "{}", Note(*transaction), Timestamp(0)}));
  EXPECT_FALSE(
      transaction->schemes().Succeed({"s3", "s1", "{}", Note(*transaction), Timestamp(0)}));
}

TEST_P(StoreTest, FactComesBackAsItWas) {
  AddFacts();
  const auto row = *Read()->facts().Find("s1", "f2");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->entry, 3U);
  EXPECT_EQ(row->scheme, "s1");
  EXPECT_EQ(row->unit, "财政局");
  EXPECT_EQ(row->rule, "r1");
  EXPECT_EQ(row->body, R"({"id":"f2"})");
  EXPECT_EQ(row->recorded_by, "考评员");
  EXPECT_EQ(row->recorded_at, Timestamp(1'000));
  EXPECT_FALSE(Read()->facts().Find("s1", "f9")->has_value());
  EXPECT_FALSE(Read()->facts().Find("s2", "f1")->has_value());
}

TEST_P(StoreTest, FactsAreSelectedInOrderOfRecording) {
  AddFacts();
  const auto reading = Read();
  const FactStore& facts = reading->facts();
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}}, 10)), "f1 f2 f3 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}, .units = {"商务局"}}, 10)), "f1 f3 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}, .units = {"商务局"}, .rules = {"r2"}}, 10)),
            "f3 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}, .units = {"商务局", "财政局"}}, 10)), "f1 f2 f3 ");
  EXPECT_EQ(Ids(facts.Select({.rules = {"r1"}}, 10)), "f1 f2 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s2"}}, 10)), "");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s2", "s1"}, .rules = {"r2", "r1"}}, 10)), "f1 f2 f3 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}}, 2)), "f1 f2 ");
  EXPECT_EQ(Ids(facts.Select({.schemes = {"s1"}, .after = 3}, 2)), "f3 ");
  EXPECT_EQ(*facts.Units(), (std::vector<std::string>{"商务局", "财政局"}));
}

TEST_P(StoreTest, DecisionsAreSelectedByWhatTheyDecide) {
  AddFacts();
  const auto transaction = Write();
  for (const char* fact : {"f1", "f2", "f3", "f1"}) {
    const DecisionRow row = {.entry = Note(*transaction),
                             .scheme = "s1",
                             .fact = fact,
                             .status = "confirmed",
                             .note = "见证据",
                             .decided_by = {},
                             .decided_at = {}};
    ASSERT_TRUE(transaction->facts().Decide(row));
  }
  ASSERT_TRUE(transaction->Commit());
  const auto reading = Read();
  EXPECT_EQ(reading->facts().Decisions("s1", {}, "")->size(), 4U);
  EXPECT_EQ(reading->facts().Decisions("s1", {"商务局"}, "")->size(), 3U);
  EXPECT_EQ(reading->facts().Decisions("s1", {}, "f2")->size(), 1U);
  EXPECT_EQ(reading->facts().Decisions("s2", {}, "")->size(), 0U);
  EXPECT_EQ(reading->facts().AllDecisions(6, 1)->front().entry, 7U);
  const auto all = *reading->facts().AllDecisions(std::nullopt, 10);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[3].fact, "f1");
  EXPECT_EQ(all[3].entry, 8U);
  EXPECT_EQ(all[3].status, "confirmed");
  EXPECT_EQ(all[3].note, "见证据");
  EXPECT_EQ(all[3].decided_by, "考评员");
  EXPECT_EQ(all[3].decided_at, Timestamp(1'000));
}

TEST_P(StoreTest, DecisionOnAnAbsentFactIsRefused) {
  AddFacts();
  const auto transaction = Write();
  const DecisionRow row = {.entry = Note(*transaction),
                           .scheme = "s1",
                           .fact = "f9",
                           .status = "confirmed",
                           .note = {},
                           .decided_by = {},
                           .decided_at = {}};
  EXPECT_EQ(transaction->facts().Decide(row).error().code, "data-corrupt");
}

TEST_P(StoreTest, RequestIsFoundByActorAndKey) {
  const auto transaction = Write();
  const RequestRow row = {
      .actor = "甲", .key = "k1", .digest = "d", .answer = "[]", .entry = Note(*transaction)};
  ASSERT_TRUE(transaction->facts().KeepRequest(row));
  ASSERT_TRUE(transaction->Commit());
  const auto reading = Read();
  const auto found = *reading->facts().FindRequest("甲", "k1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->digest, "d");
  EXPECT_EQ(found->answer, "[]");
  EXPECT_EQ(found->entry, 1U);
  EXPECT_FALSE(reading->facts().FindRequest("乙", "k1")->has_value());
  EXPECT_FALSE(reading->facts().FindRequest("甲", "k2")->has_value());
}

class AccountsTest : public StoreTest {
 protected:
  AccountsTest() {
    const auto transaction = Write();
    AccountRow row;
    row.name = "reviewer";
    row.display = "复核员甲";
    row.role = "reviewer";
    row.password_hash = "hash";
    row.has_temporary_password = true;
    row.created = row.entry = Note(*transaction);
    KAOPING_CHECK(transaction->accounts().Add(row).has_value());
    SessionRow session = {.token_digest = "t1",
                          .account = "reviewer",
                          .created_at = Timestamp(10),
                          .seen_at = Timestamp(20),
                          .entry = Note(*transaction)};
    KAOPING_CHECK(transaction->accounts().AddSession(session).has_value());
    session.token_digest = "t2";
    session.seen_at = Timestamp(30);
    session.entry = Note(*transaction);
    KAOPING_CHECK(transaction->accounts().AddSession(session).has_value());
    KAOPING_CHECK(transaction->Commit().has_value());
  }

  std::size_t SessionsLeft() { return Read()->accounts().AllSessions()->size(); }
};

TEST_P(AccountsTest, AccountComesBackAsItWas) {
  const auto row = *Read()->accounts().Find("reviewer");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->display, "复核员甲");
  EXPECT_EQ(row->role, "reviewer");
  EXPECT_EQ(row->password_hash, "hash");
  EXPECT_TRUE(row->has_temporary_password);
  EXPECT_EQ(row->created, 1U);
  EXPECT_EQ(row->entry, 1U);
  EXPECT_EQ(row->failures, 0);
  EXPECT_FALSE(row->locked_until);
  EXPECT_EQ(row->created_at, Timestamp(1'000));
  EXPECT_FALSE(Read()->accounts().Find("nobody")->has_value());
  EXPECT_EQ(Read()->accounts().All()->size(), 1U);
}

TEST_P(AccountsTest, UpdateChangesAllButNameAndMaking) {
  const auto transaction = Write();
  AccountRow row = **transaction->accounts().Find("reviewer");
  row.display = "复核员乙";
  row.role = "observer";
  row.password_hash = "other";
  row.has_temporary_password = false;
  row.failures = 5;
  row.locked_until = Timestamp(77);
  row.entry = Note(*transaction);
  ASSERT_TRUE(transaction->accounts().Update(row));
  ASSERT_TRUE(transaction->Commit());
  const AccountRow kept = **Read()->accounts().Find("reviewer");
  EXPECT_EQ(kept.display, "复核员乙");
  EXPECT_EQ(kept.role, "observer");
  EXPECT_EQ(kept.password_hash, "other");
  EXPECT_FALSE(kept.has_temporary_password);
  EXPECT_EQ(kept.failures, 5);
  EXPECT_EQ(kept.locked_until, Timestamp(77));
  EXPECT_EQ(kept.created, 1U);
  EXPECT_EQ(kept.entry, 4U);
}

TEST_P(AccountsTest, SessionIsTouchedWithoutALedgerEntry) {
  const auto transaction = Write();
  ASSERT_TRUE(transaction->accounts().TouchSession("t1", Timestamp(99)));
  ASSERT_TRUE(transaction->Commit());
  const auto row = *Read()->accounts().FindSession("t1");
  ASSERT_TRUE(row);
  EXPECT_EQ(row->account, "reviewer");
  EXPECT_EQ(row->created_at, Timestamp(10));
  EXPECT_EQ(row->seen_at, Timestamp(99));
  EXPECT_EQ(row->entry, 2U);
  EXPECT_FALSE(Read()->accounts().FindSession("t9")->has_value());
}

TEST_P(AccountsTest, SessionsEndByTokenByAccountAndByAge) {
  {
    const auto transaction = Write();
    ASSERT_TRUE(transaction->accounts().ForgetSessions(Timestamp(10), Timestamp(20)));
    ASSERT_TRUE(transaction->Commit());
  }
  EXPECT_EQ(SessionsLeft(), 2U);
  {
    const auto transaction = Write();
    ASSERT_TRUE(transaction->accounts().ForgetSessions(Timestamp(10), Timestamp(21)));
    ASSERT_TRUE(transaction->Commit());
  }
  EXPECT_EQ(SessionsLeft(), 1U);
  {
    const auto transaction = Write();
    Note(*transaction);
    ASSERT_TRUE(transaction->accounts().EndSessionsOf("reviewer", "t2"));
    ASSERT_TRUE(transaction->Commit());
  }
  EXPECT_EQ(SessionsLeft(), 1U);
  {
    const auto transaction = Write();
    Note(*transaction);
    ASSERT_TRUE(transaction->accounts().EndSession("t2"));
    ASSERT_TRUE(transaction->Commit());
  }
  EXPECT_EQ(SessionsLeft(), 0U);
}

TEST_P(StoreTest, RegisterIsTheLatestAndTheOthersStay) {
  for (const char* body : {"{\"v\":1}", "{\"v\":2}"}) {
    const auto transaction = Write();
    ASSERT_TRUE(transaction->registers().Add({.entry = Note(*transaction), .body = body}));
    ASSERT_TRUE(transaction->Commit());
  }
  EXPECT_EQ((*Read()->registers().Current())->body, "{\"v\":2}");
  EXPECT_EQ((*Read()->registers().Current())->entry, 2U);
  const auto all = *Read()->registers().All();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].body, "{\"v\":1}");
}

TEST_P(StoreTest, WhatNamesMeanComesBackInOrder) {
  for (const char* body : {"{\"v\":1}", "{\"v\":2}"}) {
    const auto transaction = Write();
    OfficeNameRow row;
    row.entry = Note(*transaction);
    row.unit = "某市商务局";
    row.name = "法规科";
    row.body = body;
    row.reason = "更名";
    ASSERT_TRUE(transaction->registers().Name(row));
    ASSERT_TRUE(transaction->Commit());
  }
  const auto names = *Read()->registers().Names();
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].body, "{\"v\":1}");
  EXPECT_EQ(names[1].entry, 2U);
  EXPECT_EQ(names[1].unit + names[1].name + names[1].reason, "某市商务局法规科更名");
  EXPECT_FALSE(names[1].by.empty());
}

TEST_P(StoreTest, LayoutsComeBackInOrder) {
  for (const char* body : {"{\"roles\":[]}", "null"}) {
    const auto transaction = Write();
    LayoutRow row;
    row.entry = Note(*transaction);
    row.head = "[\"项目\",\"要点\"]";
    row.body = body;
    row.source = "通知.docx";
    ASSERT_TRUE(transaction->schemes().Remember(row));
    ASSERT_TRUE(transaction->Commit());
  }
  const auto layouts = *Read()->schemes().Layouts();
  ASSERT_EQ(layouts.size(), 2U);
  EXPECT_EQ(layouts[0].head + layouts[0].source, "[\"项目\",\"要点\"]通知.docx");
  EXPECT_EQ(layouts[0].body, "{\"roles\":[]}");
  EXPECT_EQ(layouts[1].body, "null");
  EXPECT_EQ(layouts[1].entry, 2U);
  EXPECT_FALSE(layouts[1].by.empty());
}

TEST_P(StoreTest, SettlementsAndConfirmationsComeBackInOrder) {
  AddScheme("s1");
  AddScheme("s2");
  {
    const auto transaction = Write();
    SettlementStore& settlements = transaction->settlements();
    SettlementRow row;
    row.scheme = "s1";
    row.task = "1.1";
    row.identity = "words";
    row.body = "{\"how\":\"left\"}";
    row.reason = "待定";
    row.entry = Note(*transaction);
    ASSERT_TRUE(settlements.Settle(row));
    row.scheme = "s2";
    row.carried_from = "s1";
    row.entry = Note(*transaction);
    ASSERT_TRUE(settlements.Settle(row));
    row.scheme = "s1";
    row.body = "{\"how\":\"reopened\"}";
    row.entry = Note(*transaction);
    ASSERT_TRUE(settlements.Settle(row));
    ConfirmationRow confirmation;
    confirmation.scheme = "s1";
    confirmation.identity = "finding";
    confirmation.body = "{}";
    confirmation.note = "已看过";
    confirmation.entry = Note(*transaction);
    ASSERT_TRUE(settlements.Confirm(confirmation));
    ASSERT_TRUE(transaction->Commit());
  }
  const auto reading = Read();
  const auto of_first = *reading->settlements().Settlements("s1");
  ASSERT_EQ(of_first.size(), 2U);
  EXPECT_EQ(of_first[0].task, "1.1");
  EXPECT_EQ(of_first[0].identity, "words");
  EXPECT_EQ(of_first[0].reason, "待定");
  EXPECT_EQ(of_first[0].by, "考评员");
  EXPECT_EQ(of_first[0].at, Timestamp(1'000));
  EXPECT_EQ(of_first[1].body, "{\"how\":\"reopened\"}");
  EXPECT_EQ(reading->settlements().Settlements("s2")->at(0).carried_from, "s1");
  EXPECT_EQ(reading->settlements().AllSettlements(std::nullopt, 2)->size(), 2U);
  EXPECT_EQ(reading->settlements().AllSettlements(of_first[0].entry, 10)->size(), 2U);
  EXPECT_EQ(reading->settlements().Confirmations("s1")->at(0).note, "已看过");
  EXPECT_TRUE(reading->settlements().Confirmations("s2")->empty());
  EXPECT_EQ(reading->settlements().AllConfirmations(std::nullopt, 10)->size(), 1U);
}

TEST_P(StoreTest, FileOfAnHonestDatabaseIsSound) {
  AddFacts();
  EXPECT_TRUE(Read()->CheckFile());
}

INSTANTIATE_TEST_SUITE_P(Databases, StoreTest, kBackends, NameOfBackend);
INSTANTIATE_TEST_SUITE_P(Databases, AccountsTest, kBackends, NameOfBackend);

}  // namespace
}  // namespace kaoping::store
