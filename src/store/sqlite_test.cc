// What SQLite must do beyond conformance_test.cc: the file, its rights, its damage, its triggers.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "base/check.h"
#include "store/store.h"
#include "support/raw_database.h"
#include "support/temporary_folder.h"

namespace {
std::atomic<int> syncs = 0;
}

// Stand before those of the C library, for SQLite too, and count.
extern "C" int fdatasync(int descriptor) {
  ++syncs;
  return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}
extern "C" int fsync(int descriptor) {
  ++syncs;
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace kaoping::store {
namespace {

namespace fs = std::filesystem;
using kaoping::testing::RawDatabase;
using kaoping::testing::TemporaryFolder;

constexpr OpenOptions kImpatient = {.patience = std::chrono::milliseconds(100)};

std::string BytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void WriteBytes(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

int RightsOf(const fs::path& path) {
  struct stat status {};
  KAOPING_CHECK(::stat(path.c_str(), &status) == 0);
  return static_cast<int>(status.st_mode & 0777U);
}

// Runs `work` in a child process and gives what it returns, or −signal if it was killed.
int InChild(const std::function<int()>& work) {
  const pid_t child = ::fork();
  KAOPING_CHECK(child >= 0);
  if (child == 0) ::_exit(work());
  int status = 0;
  KAOPING_CHECK(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// The superuser may write everything, so a test about rights has to be somebody else.
void BecomeNobody() {
  constexpr uid_t kNobody = 65534;
  if (::geteuid() == 0) KAOPING_CHECK(::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
}

class SqliteTest : public ::testing::Test {
 protected:
  fs::path data() const { return folder_.path() / "data"; }
  fs::path file() const { return data() / "kaoping.db"; }

  std::unique_ptr<Store> Open() const { return std::move(Store::Open(data(), kImpatient)).value(); }
  std::string ErrorOfOpening(const OpenOptions& options = kImpatient) const {
    const auto opened = Store::Open(data(), options);
    return opened ? "" : opened.error().code;
  }
  static Status AppendOne(Store& store, const std::string& subject = "x") {
    KAOPING_TRY(const auto transaction, store.Write());
    KAOPING_TRY_STATUS(transaction->ledger().Append(
        {.actor = "考评员", .action = "test", .subject = subject}, Timestamp(1)));
    return transaction->Commit();
  }
  void Fill() const {
    const auto store = Open();
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(AppendOne(*store));
  }

  TemporaryFolder folder_;
};

TEST_F(SqliteTest, FolderAndFileAreTheirOwnersAlone) {
  const mode_t before = ::umask(0);
  const auto store = Open();
  ASSERT_TRUE(AppendOne(*store));
  ::umask(before);
  EXPECT_EQ(RightsOf(data()), 0700);
  EXPECT_EQ(RightsOf(file()), 0600);
  EXPECT_EQ(RightsOf(data() / "kaoping.db-wal"), 0600);
}

TEST_F(SqliteTest, FolderIsMadeWithItsParents) {
  EXPECT_TRUE(Store::Open(folder_.path() / "a" / "b" / "c", kImpatient));
}

TEST_F(SqliteTest, PathMayHoldBlanksQuotesAndChinese) {
  const fs::path odd = folder_.path() / "考评 数据 \"2017\" %20?x=1#'";
  {
    const auto store = std::move(Store::Open(odd, kImpatient)).value();
    ASSERT_TRUE(AppendOne(*store));
  }
  EXPECT_TRUE(fs::exists(odd / "kaoping.db"));
}

TEST_F(SqliteTest, RelativePathIsTakenFromTheWorkingFolder) {
  EXPECT_EQ(InChild([this] {
              if (::chdir(folder_.path().c_str()) != 0) return 1;
              return Store::Open("data", kImpatient) ? 0 : 2;
            }),
            0);
  EXPECT_TRUE(fs::exists(file()));
}

TEST_F(SqliteTest, FileInPlaceOfTheFolderIsRefused) {
  WriteBytes(data(), "text");
  EXPECT_EQ(ErrorOfOpening(), "data-not-folder");
  EXPECT_EQ(BytesOf(data()), "text");
}

TEST_F(SqliteTest, NothingIsMadeUnlessAskedFor) {
  EXPECT_EQ(ErrorOfOpening({.may_create = false}), "data-not-found");
  EXPECT_FALSE(fs::exists(data()));
  fs::create_directory(data());
  EXPECT_EQ(ErrorOfOpening({.may_create = false}), "data-not-found");
  EXPECT_TRUE(fs::is_empty(data()));
}

TEST_F(SqliteTest, EmptyFileIsAnEmptyDatabase) {
  fs::create_directory(data());
  WriteBytes(file(), "");
  EXPECT_TRUE(AppendOne(*Open()));
}

TEST_F(SqliteTest, EveryCommitIsSyncedToTheDisk) {
  const auto store = Open();
  ASSERT_TRUE(AppendOne(*store));
  const int before = syncs;
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(AppendOne(*store));
  EXPECT_GE(syncs - before, 10);
}

TEST_F(SqliteTest, NewerVersionIsRefusedAndNotTouched) {
  Fill();
  RawDatabase(file()).Run("INSERT INTO migrations (version) VALUES (99)");
  const std::string before = BytesOf(file());
  EXPECT_EQ(ErrorOfOpening(), "data-newer");
  EXPECT_EQ(BytesOf(file()), before);
}

TEST_F(SqliteTest, DatabaseOfAnotherProgramIsRefusedAndNotTouched) {
  fs::create_directory(data());
  RawDatabase(file()).Run("CREATE TABLE notes (text TEXT)");
  const std::string before = BytesOf(file());
  EXPECT_EQ(ErrorOfOpening(), "data-corrupt");
  EXPECT_EQ(BytesOf(file()), before);
}

TEST_F(SqliteTest, FileThatIsNoDatabaseIsRefusedAndNotTouched) {
  fs::create_directory(data());
  const std::string text(5000, 'x');
  WriteBytes(file(), text);
  EXPECT_EQ(ErrorOfOpening(), "data-corrupt");
  EXPECT_EQ(BytesOf(file()), text);
}

TEST_F(SqliteTest, TornFileIsFound) {
  {
    const auto store = Open();
    const auto transaction = std::move(store->Write()).value();
    for (int i = 0; i < 2000; ++i) {
      ASSERT_TRUE(transaction->ledger().Append({.actor = "a", .action = "test"}, Timestamp(1)));
    }
    ASSERT_TRUE(transaction->Commit());
  }
  fs::resize_file(file(), fs::file_size(file()) / 2);
  const auto opened = Store::Open(data(), kImpatient);
  if (!opened) {
    EXPECT_EQ(opened.error().code, "data-corrupt");
    return;
  }
  EXPECT_EQ((*(*opened)->Read())->CheckFile().error().code, "data-corrupt");
}

TEST_F(SqliteTest, FailedMigrationLeavesTheDatabaseAsItWas) {
  fs::create_directory(data());
  // An older database in which a table of a later migration stands in the way.
  {
    RawDatabase raw(file());
    raw.Run("CREATE TABLE migrations (version BIGINT NOT NULL PRIMARY KEY)");
    raw.Run("CREATE TABLE registers (other TEXT)");
  }
  EXPECT_NE(ErrorOfOpening(), "");
  RawDatabase raw(file());
  EXPECT_EQ(raw.Column("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"),
            (std::vector<std::string>{"migrations", "registers"}));
}

TEST_F(SqliteTest, OlderDatabaseIsBroughtUpToDateAndKeepsWhatItHas) {
  Fill();
  {
    RawDatabase raw(file());
    raw.DropTriggers();
    for (const char* table :
         {"settlements", "confirmations", "office_names", "revisions", "successions", "layouts",
          "entrustments", "settings", "past_passwords", "evidence_removals", "evidence_reviews",
          "citations", "evidence_files", "evidence"}) {
      raw.Run("DROP TABLE " + std::string(table));
    }
    raw.Run("ALTER TABLE accounts DROP COLUMN password_set");
    raw.Run("ALTER TABLE accounts DROP COLUMN unit");
    raw.Run("ALTER TABLE accounts DROP COLUMN office");
    raw.Run("DELETE FROM migrations WHERE version > 1");
  }
  const auto store = Open();
  EXPECT_EQ((*store->Read())->ledger().Head()->seq, 3U);
  EXPECT_TRUE((*store->Read())->settlements().AllSettlements(std::nullopt, 10)->empty());
  EXPECT_TRUE(store->CheckReady());
}

TEST_F(SqliteTest, DatabaseHeldByAnotherProcessIsLocked) {
  Fill();
  RawDatabase other(file());
  other.Run("PRAGMA locking_mode = EXCLUSIVE");
  other.Run("BEGIN EXCLUSIVE");
  EXPECT_EQ(ErrorOfOpening(), "data-locked");
}

TEST_F(SqliteTest, WriterOfAnotherProcessIsWaitedForThenReported) {
  Fill();
  const auto store = Open();
  RawDatabase other(file());
  other.Run("BEGIN IMMEDIATE");
  const auto start = std::chrono::steady_clock::now();
  const Status done = AppendOne(*store);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, "data-locked");
  EXPECT_GE(std::chrono::steady_clock::now() - start, kImpatient.patience);
  EXPECT_TRUE(store->Read()) << "readers wait for no writer";
  other.Run("COMMIT");
  EXPECT_TRUE(AppendOne(*store));
}

TEST_F(SqliteTest, ReadOnlyFolderIsReadAndRefusesWrites) {
  Fill();
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown(folder_.path().c_str(), 65534, 65534), 0);
    ASSERT_EQ(::chown(data().c_str(), 65534, 65534), 0);
    ASSERT_EQ(::chown(file().c_str(), 65534, 65534), 0);
  }
  ASSERT_EQ(::chmod(file().c_str(), 0400), 0);
  ASSERT_EQ(::chmod(data().c_str(), 0500), 0);
  const std::string before = BytesOf(file());
  const int outcome = InChild([this] {
    BecomeNobody();
    const auto store = Store::Open(data(), kImpatient);
    if (!store) return 1;
    if ((*(*store)->Read())->ledger().Head()->seq != 3) return 2;
    const auto written = (*store)->Write();
    return !written && written.error().code == "data-read-only" ? 0 : 3;
  });
  ASSERT_EQ(::chmod(data().c_str(), 0700), 0);
  EXPECT_EQ(outcome, 0);
  EXPECT_EQ(BytesOf(file()), before);
}

TEST_F(SqliteTest, FolderOrFileThatMayNotBeReadIsNotTakenForMissing) {
  Fill();
  const auto code = [this] {
    return InChild([this] {
      BecomeNobody();
      return ErrorOfOpening({.may_create = false}) == "data-unreadable" ? 0 : 1;
    });
  };
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown(data().c_str(), 65534, 65534), 0);
  }
  ASSERT_EQ(::chmod(data().c_str(), 0000), 0);
  EXPECT_EQ(code(), 0) << "the folder";
  ASSERT_EQ(::chmod(data().c_str(), 0755), 0);
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown(file().c_str(), 65534, 65534), 0);
  }
  ASSERT_EQ(::chmod(file().c_str(), 0000), 0);
  EXPECT_EQ(code(), 0) << "the file";
  ASSERT_EQ(::chmod(data().c_str(), 0700), 0);
}

TEST_F(SqliteTest, ReadOnlyFolderWithoutDataIsRefused) {
  fs::create_directory(data());
  if (::geteuid() == 0) {
    ASSERT_EQ(::chown(folder_.path().c_str(), 65534, 65534), 0);
  }
  ASSERT_EQ(::chmod(data().c_str(), 0555), 0);
  EXPECT_EQ(InChild([this] {
              BecomeNobody();
              return ErrorOfOpening() == "data-read-only" ? 0 : 1;
            }),
            0);
  EXPECT_TRUE(fs::is_empty(data()));
}

// A disk without room, acted by a limit on the size of files.
TEST_F(SqliteTest, DiskWithoutRoomLosesNothing) {
  Fill();
  const int outcome = InChild([this] {
    const auto store = Open();
    ::signal(SIGXFSZ, SIG_IGN);
    const rlim_t room = 64 * 1024;
    const struct rlimit limit = {room, room};
    if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
    for (int kept = 0; kept < 1000; ++kept) {
      const Status done = AppendOne(*store, std::string(1000, 'x'));
      if (done) continue;
      if (done.error().code != "data-failed" && done.error().code != "data-full") return 2;
      if (kept == 0) return 3;
      return (*store->Read())->ledger().Head()->seq == static_cast<std::uint64_t>(kept) + 3 ? 0 : 4;
    }
    return 5;
  });
  EXPECT_EQ(outcome, 0);
  const auto store = Open();
  const auto reading = std::move(store->Read()).value();
  EXPECT_TRUE(reading->CheckFile());
  EXPECT_GT(reading->ledger().Head()->seq, 3U);
  EXPECT_TRUE(AppendOne(*store));
}

TEST_F(SqliteTest, FactsDecisionsAndLedgerRefuseToBeChanged) {
  {
    const auto store = Open();
    const auto transaction = std::move(store->Write()).value();
    const auto entry = [&] {
      return transaction->ledger().Append({.actor = "a", .action = "test"}, Timestamp(1))->seq;
    };
    SchemeRow scheme;
    scheme.id = "s1";
    scheme.entry = entry();
    ASSERT_TRUE(transaction->schemes().Add(scheme, {"{}", "[]"}));
    PublicationRow publication;
    publication.scheme = "s1";
    publication.entry = entry();
    ASSERT_TRUE(transaction->schemes().Publish(publication));
    ASSERT_TRUE(transaction->schemes().Revise({"s1", "s1", 2, "", entry()}));
    ASSERT_TRUE(transaction->schemes().Succeed({"s1", "s1", "{}", entry(), Timestamp(0)}));
    FactRow fact;
    fact.scheme = "s1";
    fact.id = "f1";
    fact.entry = entry();
    ASSERT_TRUE(transaction->facts().Add(fact));
    DecisionRow decision;
    decision.scheme = "s1";
    decision.fact = "f1";
    decision.entry = entry();
    ASSERT_TRUE(transaction->facts().Decide(decision));
    ASSERT_TRUE(transaction->registers().Add({.entry = entry(), .body = "{}"}));
    OfficeNameRow name;
    name.entry = entry();
    ASSERT_TRUE(transaction->registers().Name(name));
    LayoutRow layout;
    layout.entry = entry();
    ASSERT_TRUE(transaction->schemes().Remember(layout));
    ASSERT_TRUE(transaction->evidence().Add({entry(), "ev-1", "", "", "{}", "", {}}));
    ASSERT_TRUE(transaction->evidence().AddFile({entry(), "ev-1", 1, "", "{}", "", {}}));
    ASSERT_TRUE(transaction->evidence().Cite({entry(), "ev-1", "s1", "", "", "", "", {}}));
    ASSERT_TRUE(transaction->evidence().Review({entry(), "ev-1", 1, "", "", "", {}}));
    ASSERT_TRUE(transaction->evidence().Remove({entry(), "", "ev-1", "", "", {}}));
    ASSERT_TRUE(transaction->Commit());
  }
  RawDatabase raw(file());
  for (const char* table :
       {"ledger", "schemes", "publications", "revisions", "successions", "facts", "decisions",
        "registers", "office_names", "layouts", "evidence", "evidence_files", "citations",
        "evidence_reviews", "evidence_removals"}) {
    const std::string column = raw.Value("SELECT name FROM pragma_table_info('" +
                                         std::string(table) + "') WHERE type = 'TEXT'");
    ASSERT_EQ(raw.Value("SELECT COUNT(*) > 0 FROM " + std::string(table)), "1") << table;
    EXPECT_EQ(raw.Try("UPDATE " + std::string(table) + " SET " + column + " = " + column),
              SQLITE_CONSTRAINT)
        << table;
    EXPECT_EQ(raw.Try("DELETE FROM " + std::string(table)), SQLITE_CONSTRAINT) << table;
  }
  EXPECT_EQ(raw.Try("DELETE FROM ledger_head"), SQLITE_CONSTRAINT);
  EXPECT_EQ(raw.Try("UPDATE ledger_head SET seq = 1"), SQLITE_CONSTRAINT);
}

TEST_F(SqliteTest, TwoProcessesWritingAtOnceLoseNothing) {
  constexpr int kEach = 60;
  ASSERT_TRUE(Store::Open(data()));
  const auto write_all = [this] {
    const auto store = Store::Open(data(), {.patience = std::chrono::seconds(30)});
    if (!store) return 1;
    for (int i = 0; i < kEach; ++i) {
      if (!AppendOne(**store)) return 2;
    }
    return 0;
  };
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) ::_exit(write_all());
  EXPECT_EQ(write_all(), 0);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  const auto store = Open();
  const auto entries = *(*store->Read())->ledger().Read(1, 1000);
  ASSERT_EQ(entries.size(), 2U * kEach);
  ledger::Problems problems;
  ledger::ChainCheck chain;
  for (const ledger::Entry& entry : entries) chain.Add(entry, problems);
  EXPECT_TRUE(problems.shown().empty());
}

TEST_F(SqliteTest, TwoProcessesOpeningAtOnceMakeOneDatabase) {
  for (int round = 0; round < 5; ++round) {
    fs::remove_all(data());
    const auto open = [this] {
      return Store::Open(data(), {.patience = std::chrono::seconds(30)}) ? 0 : 1;
    };
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) ::_exit(open());
    EXPECT_EQ(open(), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_TRUE(AppendOne(*Open()));
  }
}

TEST_F(SqliteTest, ThreadsReadWhileOneWrites) {
  const auto store = std::move(Store::Open(data(), {.patience = std::chrono::seconds(30)})).value();
  constexpr int kEntries = 100;
  std::vector<std::thread> readers;
  std::vector<int> wrong(6, 0);
  for (int& failures : wrong) {
    readers.emplace_back([&store, &failures] {
      std::uint64_t last = 0;
      for (int i = 0; i < 200; ++i) {
        const auto reading = store->Read();
        if (!reading) {
          ++failures;
          continue;
        }
        const std::uint64_t head = (*reading)->ledger().Head()->seq;
        if (head < last || (*reading)->ledger().Read(1, 1000)->size() != head) ++failures;
        last = head;
      }
    });
  }
  for (int i = 0; i < kEntries; ++i) EXPECT_TRUE(AppendOne(*store));
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(wrong, std::vector<int>(6, 0));
  EXPECT_EQ((*store->Read())->ledger().Head()->seq, 100U);
}

TEST_F(SqliteTest, MessagesHoldNoTextOfTheDatabase) {
  const auto store = Open();
  const auto transaction = std::move(store->Write()).value();
  FactRow fact;
  fact.scheme = "secret-scheme";
  fact.entry = 1;
  const Status added = transaction->facts().Add(fact);
  ASSERT_FALSE(added);
  for (const std::string& message : {added.error().message.zh, added.error().message.en}) {
    EXPECT_EQ(message.find("secret"), std::string::npos) << message;
    EXPECT_EQ(message.find("INSERT"), std::string::npos) << message;
    EXPECT_EQ(message.find("sqlite"), std::string::npos) << message;
  }
}

}  // namespace
}  // namespace kaoping::store
