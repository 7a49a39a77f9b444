#include "service/verification.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/chain.h"
#include "service/evidence.h"
#include "service/office_names.h"
#include "support/raw_database.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using kaoping::testing::RawDatabase;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Codes = std::vector<std::string>;

// What the ledger says nothing of: it comes and goes without anybody's deed, or answers a repeated
// request.
const std::map<std::string, std::set<std::string>> kUnstated = {
    {"accounts", {"failures", "locked_until"}},
    {"sessions", {"created_at", "seen_at"}},
    {"ledger_head", {"id"}}};  // which can be nothing but 1
const std::vector<std::string> kTables = {
    "ledger",           "ledger_head",      "schemes",  "publications",   "facts",
    "decisions",        "accounts",         "sessions", "registers",      "settlements",
    "confirmations",    "office_names",     "evidence", "evidence_files", "citations",
    "evidence_reviews", "evidence_removals"};

// A year in which everything happened once, closed and kept as bytes; each test then changes the
// file behind kaoping's back.
class VerificationTest : public ServiceFixture {
 protected:
  VerificationTest() {
    const std::string id = Import();
    EXPECT_TRUE(SettleCriterion(Keeper(), id, "1.1",
                                {.how = scheme::Settlement::How::kConfirmed, .reason = "已核对"}));
    EXPECT_TRUE(SettleCriterion(Keeper(), id, "3.1",
                                {.how = scheme::Settlement::How::kLeft, .reason = "待定"}));
    EXPECT_TRUE(ConfirmFindings(
        Keeper(), id, std::vector{ShowScheme(Keeper(), id)->findings.back().finding.identity},
        "已看过"));
    EXPECT_TRUE(PublishScheme(Keeper(), id, "个性指标10月另发"));
    EXPECT_TRUE(ImportRegister(
        Keeper(),
        R"({"format":"register/1","units":[{"name":"示范市商业局"},{"name":"财政局"}]})"));
    const std::string first = RecordOne(Contact(), Case("2017-03-01"));
    RecordOne(Contact(), Meetings("2017-03-02", 1));
    EXPECT_TRUE(DecideFact(Reviewer(), id, first, score::FactStatus::kConfirmed, "见判决书"));
    const NewPassword admin = *CreateFirstAdministrator(store(), Tick());
    const Context by_admin = As(Role::kSystemAdmin, "admin");
    EXPECT_TRUE(AddUser(by_admin, "wang", "复核员甲", Role::kReviewer));
    EXPECT_TRUE(ChangeRole(by_admin, "wang", Role::kAppraiser));
    EXPECT_TRUE(AnswerOfficeName(Keeper(), id, "法规处", {.ignored = true}, "外单位"));
    EXPECT_TRUE(ImportNotice(Keeper(), "另一份.txt",
                             "示范市商业局2016年度考评表\n任务\t评分标准\n一\t扣1分\n",
                             document::ReadDocument, *notice::ReadHints(0, {"1=section"})));
    HandInEvidence(id);
    EXPECT_TRUE(SignIn(store(), Tick(), admin.name, admin.password));
    entries_ = Ledger();
    Close();
    Keep();
  }

  void HandInEvidence(const std::string& scheme) {
    const CitationTarget task = {scheme, CitedKind::kTask, "1.2"};
    const auto file = *ReceiveFile(Contact());
    EXPECT_TRUE(file->Take("制度文本"));
    const EvidenceDraft draft = {.unit = std::string(kUnit), .office = "", .details = {}};
    const auto item = AddEvidence(Contact(), {}, draft, "制度.txt", *file, std::vector{task});
    EXPECT_TRUE(item);
    EXPECT_TRUE(ReviewEvidence(Reviewer(), item->id, 1, EvidenceStatus::kDoubtful, "待核"));
    EXPECT_TRUE(RemoveEvidenceFile(Reviewer(), item->id, 1, "依法删除"));
  }

  // What Restore goes back to.
  void Keep() {
    std::ifstream stream(file(), std::ios::binary);
    bytes_ = {std::istreambuf_iterator<char>(stream), {}};
  }

  // What verification finds after `change`; the file is then as before.
  template <typename Change>
  Codes After(const Change& change, std::optional<Checkpoint> checkpoint = std::nullopt) {
    {
      RawDatabase raw(file());
      raw.DropTriggers();
      change(raw);
    }
    const Codes codes = FindProblems(std::move(checkpoint));
    Restore(bytes_);
    return codes;
  }
  Codes AfterSql(const std::string& sql) {
    return After([&](RawDatabase& raw) { raw.Run(sql); });
  }

  // Opening may already find the damage.
  Codes FindProblems(std::optional<Checkpoint> checkpoint = std::nullopt) {
    auto opened = OpenStore(data());
    if (!opened) return {opened.error().code};
    const StorePtr store = std::move(opened).value();
    const auto report = Verify({*store, OperatorActor(), now()}, checkpoint);
    if (!report) return {report.error().code};
    Codes codes;
    for (const Problem& problem : report->problems) codes.push_back(problem.code);
    return codes;
  }

  void Restore(const std::string& bytes) {
    for (const char* beside : {"kaoping.db-wal", "kaoping.db-shm"}) {
      std::filesystem::remove(data() / beside);
    }
    std::ofstream(file(), std::ios::binary) << bytes;
  }

  Checkpoint CheckpointNow() const { return {entries_.size(), entries_.back().hash}; }

  std::vector<ledger::Entry> entries_;
  std::string bytes_;
};

TEST_F(VerificationTest, UntouchedDataHasNoProblem) {
  EXPECT_THAT(FindProblems(), IsEmpty());
  EXPECT_THAT(FindProblems(CheckpointNow()), IsEmpty());
  EXPECT_THAT(After([](RawDatabase&) {}), IsEmpty());
}

TEST_F(VerificationTest, ReportCountsEntriesAndEndsWithTheirHash) {
  Reopen();
  const auto report = Verify(Auditor(), std::nullopt);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->entries, entries_.size());
  EXPECT_EQ(report->hash, entries_.back().hash);
  EXPECT_EQ(Ledger().size(), entries_.size()) << "verifying writes nothing";
}

TEST_F(VerificationTest, WhatIsGoneIsNamedInWords) {
  {
    RawDatabase raw(file());
    raw.DropTriggers();
    raw.Run("DELETE FROM decisions");
  }
  Reopen();
  const auto report = Verify(Auditor(), std::nullopt);
  ASSERT_TRUE(report);
  ASSERT_THAT(report->problems, ::testing::SizeIs(1));
  const Message& message = report->problems[0].message;
  EXPECT_THAT(message.zh,
              ::testing::MatchesRegex("总账第.*条记下的认定（编号f.*，方案s.*）已不在数据里"));
  EXPECT_THAT(message.zh + message.en, Not(HasSubstr("fact/")));
}

TEST_F(VerificationTest, EmptyDataHasNoProblem) {
  std::filesystem::remove_all(data());
  EXPECT_THAT(FindProblems(), IsEmpty());
}

// Statements that change the last letter of a text or add to a number: one for each value of the
// table that the ledger states.
std::vector<std::string> ChangesOf(RawDatabase& raw, const std::string& table) {
  std::vector<std::string> changes;
  const auto rows = raw.Column("SELECT rowid FROM " + table);
  EXPECT_FALSE(rows.empty()) << table;
  for (const std::string& column :
       raw.Column("SELECT name FROM pragma_table_info('" + table + "')")) {
    if (kUnstated.contains(table) && kUnstated.at(table).contains(column)) continue;
    const bool is_text = raw.Value("SELECT typeof(" + column + ") FROM " + table) == "text";
    const std::string stem = "substr(" + column + ", 1, length(" + column + ") - 1)";
    const std::string changed =
        column == "temporary" ? "1 - temporary"
        : is_text ? stem + " || CASE WHEN " + column + " LIKE '%x' THEN 'y' ELSE 'x' END"
                  : column + " + 1000";
    for (const std::string& row : rows) {
      changes.push_back("UPDATE " + table + " SET " + column + " = " + changed +
                        " WHERE rowid = " + row);
    }
  }
  return changes;
}

TEST_F(VerificationTest, FindsAChangeOfAnyValue) {
  std::vector<std::string> changes;
  {
    RawDatabase raw(file());
    for (const std::string& table : kTables) {
      const auto of_table = ChangesOf(raw, table);
      changes.insert(changes.end(), of_table.begin(), of_table.end());
    }
  }
  EXPECT_GT(changes.size(), 100U);
  for (const std::string& sql : changes) EXPECT_THAT(AfterSql(sql), Not(IsEmpty())) << sql;
}

TEST_F(VerificationTest, FindsAnyRemovedRow) {
  for (const std::string& table : kTables) {
    if (table == "sessions") continue;  // its end is no problem
    const auto rows = RawDatabase(file()).Column("SELECT rowid FROM " + table);
    for (const std::string& row : rows) {
      const std::string sql = "DELETE FROM " + table + " WHERE rowid = " + row;
      EXPECT_THAT(AfterSql(sql), Not(IsEmpty())) << sql;
    }
  }
}

TEST_F(VerificationTest, SaysWhatWasChanged) {
  EXPECT_THAT(AfterSql("UPDATE facts SET body = replace(body, '2017-03-01', '2017-03-09')"),
              ElementsAre("fact-changed"));
  EXPECT_THAT(AfterSql("UPDATE facts SET unit = '财政局' WHERE id = 'f7'"),
              ElementsAre("fact-changed"));
  EXPECT_THAT(AfterSql("UPDATE decisions SET status = 'rejected'"),
              ElementsAre("decision-changed"));
  EXPECT_THAT(AfterSql("UPDATE decisions SET note = ''"), ElementsAre("decision-changed"));
  EXPECT_THAT(AfterSql("UPDATE schemes SET body = replace(body, '\"1\"', '\"2\"')"
                       " WHERE title LIKE '%2017%'"),
              ElementsAre("scheme-changed"));
  EXPECT_THAT(AfterSql("UPDATE publications SET reason = '无'"),
              ElementsAre("publication-changed"));
  EXPECT_THAT(AfterSql("UPDATE registers SET body = replace(body, '财政局', '税务局')"),
              ElementsAre("register-changed"));
  EXPECT_THAT(AfterSql("UPDATE office_names SET body = '{}'"), ElementsAre("office-name-changed"));
  EXPECT_THAT(AfterSql("UPDATE layouts SET body = replace(body, 'criterion', 'content')"),
              ElementsAre("layout-changed"));
  EXPECT_THAT(AfterSql("DELETE FROM layouts"), ElementsAre("layout-missing"));
  EXPECT_THAT(AfterSql("UPDATE accounts SET role = 'system_admin' WHERE name = 'wang'"),
              ElementsAre("account-changed"));
  EXPECT_THAT(AfterSql("UPDATE evidence SET body = replace(body, '制度', '章程')"),
              ElementsAre("evidence-changed"));
  EXPECT_THAT(AfterSql("UPDATE citations SET status = 'withdrawn'"),
              ElementsAre("citation-changed"));
  EXPECT_THAT(AfterSql("UPDATE evidence_reviews SET status = 'accepted'"),
              ElementsAre("evidence-review-changed"));
  EXPECT_THAT(AfterSql("DELETE FROM evidence_removals"),
              ElementsAre("evidence-removal-missing", "evidence-file-missing"));
  EXPECT_THAT(AfterSql("UPDATE ledger SET body = replace(body, '2017-03-01', '2017-03-09')"),
              Contains("entry-changed"));
}

TEST_F(VerificationTest, FindsAPlantedPassword) {
  EXPECT_THAT(AfterSql("UPDATE accounts SET password_hash = (SELECT password_hash FROM accounts "
                       "WHERE name = 'wang') WHERE name = 'admin'"),
              ElementsAre("account-changed"));
}

TEST_F(VerificationTest, FindsAnAccountSetBackToWhatItWas) {
  EXPECT_THAT(AfterSql("UPDATE accounts SET role = 'reviewer', entry = created "
                       "WHERE name = 'wang'"),
              ElementsAre("account-changed"));
}

TEST_F(VerificationTest, FindsPlantedRows) {
  const std::string fact =
      "INSERT INTO facts (entry, scheme, id, unit, rule, body) SELECT {}, scheme, 'p1', unit, rule,"
      " replace(body, '\"f4\"', '\"p1\"') FROM facts WHERE id = 'f7'";
  const std::string decision =
      "INSERT INTO decisions (entry, scheme, fact, status, note) SELECT {}, scheme, 'f5',"
      " 'confirmed', '' FROM facts WHERE id = 'f7'";
  // An entry of something else, one to come, and numbers before the first.
  for (const char* entry : {"1", "999", "0", "-1"}) {
    for (std::string sql : {fact, decision}) {
      sql.replace(sql.find("{}"), 2, entry);
      EXPECT_THAT(AfterSql(sql), Not(IsEmpty())) << sql;
    }
  }
  EXPECT_THAT(AfterSql("INSERT INTO sessions SELECT 'forged', 'admin', created_at, seen_at, 1 "
                       "FROM sessions"),
              Contains("session-unfounded"));
}

TEST_F(VerificationTest, FindsPlantedRowsWithAnEntryBeforeTheFirst) {
  EXPECT_THAT(AfterSql("INSERT INTO ledger SELECT -1, at, actor, action, subject, body, prev_hash, "
                       "hash FROM ledger WHERE seq = 4;"
                       "INSERT INTO decisions (entry, scheme, fact, status, note) "
                       "SELECT -1, scheme, 'f5', 'confirmed', '' FROM facts WHERE id = 'f7'"),
              Not(IsEmpty()));
}

TEST_F(VerificationTest, FindsEntriesThatChangedPlaces) {
  EXPECT_THAT(AfterSql("UPDATE ledger SET seq = 1000 WHERE seq = 4;"
                       "UPDATE ledger SET seq = 4 WHERE seq = 5;"
                       "UPDATE ledger SET seq = 5 WHERE seq = 1000"),
              Contains("entry-changed"));
}

constexpr const char* kCutOff =
    "DELETE FROM sessions; DELETE FROM ledger WHERE seq = (SELECT MAX(seq) FROM ledger);";
constexpr const char* kForgeHead =
    "UPDATE ledger_head SET seq = (SELECT MAX(seq) FROM ledger),"
    " at = (SELECT at FROM ledger ORDER BY seq DESC LIMIT 1),"
    " hash = (SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1)";

TEST_F(VerificationTest, FindsACutOffTailByTheHead) {
  EXPECT_THAT(AfterSql(kCutOff), ElementsAre("entries-cut-off"));
}

TEST_F(VerificationTest, FindsACutOffTailWithAForgedHeadByTheCheckpoint) {
  const auto cut_and_forge = [](RawDatabase& raw) {
    raw.Run(kCutOff);
    raw.Run(kForgeHead);
  };
  EXPECT_THAT(After(cut_and_forge), IsEmpty()) << "which is why checkpoints are kept elsewhere";
  EXPECT_THAT(After(cut_and_forge, CheckpointNow()), ElementsAre("entries-cut-off"));
}

TEST_F(VerificationTest, FindsAHistoryWrittenAnewByTheCheckpoint) {
  const auto rewrite = [&](RawDatabase& raw) {
    ledger::Tail tail;
    for (ledger::Entry entry : entries_) {
      if (entry.seq == 4) entry.actor = "someone";
      entry.prev_hash = tail.hash;
      entry.hash = ledger::HashOf(entry);
      tail = ledger::TailOf(entry);
      raw.Run("UPDATE ledger SET actor = '" + entry.actor + "', prev_hash = '" + entry.prev_hash +
              "', hash = '" + entry.hash + "' WHERE seq = " + std::to_string(entry.seq));
    }
    raw.Run(kForgeHead);
  };
  EXPECT_THAT(After(rewrite), IsEmpty());
  EXPECT_THAT(After(rewrite, CheckpointNow()), ElementsAre("checkpoint-differs"));
}

TEST_F(VerificationTest, OlderCheckpointHoldsForALongerLedger) {
  EXPECT_THAT(FindProblems(Checkpoint{3, entries_[2].hash}), IsEmpty());
  EXPECT_THAT(FindProblems(Checkpoint{3, entries_[3].hash}), ElementsAre("checkpoint-differs"));
  EXPECT_THAT(FindProblems(Checkpoint{999, entries_[2].hash}), ElementsAre("entries-cut-off"));
}

std::string Dump(const std::filesystem::path& file) {
  RawDatabase raw(file);
  std::string dump;
  for (const std::string& table : kTables) {
    for (const std::string& column :
         raw.Column("SELECT name FROM pragma_table_info('" + table + "')")) {
      if (kUnstated.contains(table) && kUnstated.at(table).contains(column)) continue;
      for (const std::string& value : raw.Column("SELECT quote(" + column + ") FROM " + table)) {
        dump += value + "\n";
      }
    }
  }
  return dump;
}

// A byte anywhere in the file: found, or of no consequence.
TEST_F(VerificationTest, DamageOfTheFileIsFoundOrChangesNothing) {
  {
    // Small pages leave little room unused.
    RawDatabase raw(file());
    raw.Run("PRAGMA journal_mode = DELETE; PRAGMA page_size = 512; VACUUM");
  }
  Keep();
  const std::string before = Dump(file());
  int found = 0;
  EXPECT_TRUE(rc::check([&] {
    std::string bytes = bytes_;
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
    Restore(bytes);
    const bool is_found = !FindProblems().empty();
    found += is_found ? 1 : 0;
    if (!is_found) RC_ASSERT(Dump(file()) == before);
  }));
  EXPECT_GT(found, 10);
}

TEST_F(VerificationTest, ATextTurnedIntoABlobOfTheSameBytesIsFound) {
  const auto turn = [](RawDatabase& raw) {
    raw.Run("UPDATE schemes SET title = CAST(title AS BLOB)");
  };
  EXPECT_THAT(After(turn), ElementsAre("file-damaged"));
}

TEST_F(VerificationTest, DamagedFileIsAProblemNotAFailure) {
  std::string bytes = bytes_;
  std::fill(bytes.begin() + 3 * 4096, bytes.begin() + 5 * 4096, '\xaa');
  Restore(bytes);
  const Codes codes = FindProblems();
  EXPECT_TRUE(codes == Codes{"data-corrupt"} ||
              std::find(codes.begin(), codes.end(), "file-damaged") != codes.end());
}

TEST_F(VerificationTest, HistoryOfAWholeYearStillVerifies) {
  Reopen();
  std::vector<score::Fact> facts;
  for (int i = 0; i < 2500; ++i) {
    score::Fact fact = Case("2017-05-01");
    fact.case_id = "c" + std::to_string(i);
    facts.push_back(std::move(fact));
  }
  ASSERT_TRUE(RecordFacts(Operator(), "示商发", facts));
  EXPECT_THAT(ProblemCodes(), IsEmpty());
  Close();
  EXPECT_THAT(
      After([](RawDatabase& raw) { raw.Run("DELETE FROM facts WHERE entry IN (1500, 2400)"); }),
      ElementsAre("fact-missing", "fact-missing"));
}

TEST_F(VerificationTest, ManyProblemsAreCountedNotListed) {
  {
    Reopen();
    std::vector<score::Fact> facts;
    for (int i = 0; i < 150; ++i) {
      score::Fact fact = Case("2017-05-01");
      fact.case_id = "c" + std::to_string(i);
      facts.push_back(std::move(fact));
    }
    ASSERT_TRUE(RecordFacts(Operator(), "示商发", facts));
    Close();
  }
  {
    RawDatabase raw(file());
    raw.DropTriggers();
    raw.Run("UPDATE facts SET body = '{}'");
  }
  Reopen();
  const auto report = Verify(Auditor(), std::nullopt);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->problems.size(), 100U);
  EXPECT_EQ(report->more_problems, 52U);
}

TEST_F(VerificationTest, ReportIsACheckpoint) {
  const VerifyReport report = {.entries = 12,
                               .hash = std::string(64, 'a'),
                               .problems = {{"entry-changed", {"中文", "English"}}},
                               .more_problems = 0};
  const std::string json = WriteReport(report, Language::kEnglish);
  EXPECT_EQ(json, "{\"entries\":12,\"hash\":\"" + std::string(64, 'a') +
                      "\",\"problems\":[{\"code\":\"entry-changed\",\"message\":\"English\"}]}");
  const auto checkpoint = ReadCheckpoint(json);
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->entries, 12U);
  EXPECT_EQ(checkpoint->hash, std::string(64, 'a'));
}

TEST_F(VerificationTest, WhatIsNoCheckpointIsRefused) {
  const std::string hash(64, 'a');
  for (const std::string& json :
       {std::string(""), std::string("{}"), std::string("[1]"), std::string(R"({"entries":1})"),
        "{\"entries\":-1,\"hash\":\"" + hash + "\"}",
        "{\"entries\":\"1\",\"hash\":\"" + hash + "\"}",
        std::string(R"({"entries":1,"hash":"aa"})"),
        "{\"entries\":1,\"hash\":\"" + std::string(64, 'G') + "\"}"}) {
    EXPECT_EQ(CodeOf(ReadCheckpoint(json)), "checkpoint-unreadable") << json;
  }
}

TEST_F(VerificationTest, OnlyTheAuditorAndTheOperatorLook) {
  Reopen();
  for (const Role role : AllRoles()) {
    const bool may = role == Role::kAuditAdmin || role == Role::kOperator;
    EXPECT_EQ(Verify(As(role, "x"), std::nullopt).has_value(), may) << ToString(role);
    EXPECT_EQ(ReadLedger(As(role, "x"), 1, 10).has_value(), may) << ToString(role);
  }
}

TEST_F(VerificationTest, LedgerIsReadInParts) {
  Reopen();
  const auto part = ReadLedger(Auditor(), 2, 3);
  ASSERT_TRUE(part);
  ASSERT_EQ(part->size(), 3U);
  EXPECT_EQ((*part)[0], entries_[1]);
}

}  // namespace
}  // namespace kaoping::service
