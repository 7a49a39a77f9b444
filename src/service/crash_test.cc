// Power failures and processes that get in each other's way.

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <string>
#include <vector>

#include "base/check.h"
#include "support/evidence_fixture.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::IsEmpty;

class CrashTest : public ServiceFixture {
 protected:
  CrashTest() : scheme_(Publish()) { Close(); }

  // Records facts one by one and acknowledges each, by its id on a line of its own, once it is
  // recorded. Comes back only if that fails.
  void RecordForEver(int acknowledge) {
    Reopen();
    while (true) {
      const auto outcome = RecordFacts(Operator(), scheme_, std::vector{Case("2017-03-01")});
      if (!outcome) return;
      const std::string line = outcome->ids.at(0) + "\n";
      if (::write(acknowledge, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        return;
      }
    }
  }

  std::set<std::string> KeptIds() {
    std::set<std::string> ids;
    FactFilter filter{.limit = 1000};
    do {
      const auto page = *ListFacts(Operator(), scheme_, filter);
      for (const RecordedFact& item : page.items) ids.insert(item.fact.id);
      filter.cursor = page.next;
    } while (!filter.cursor.empty());
    return ids;
  }

  std::string scheme_;
};

// A child that is killed after so many acknowledgements, in the middle of whatever it does then.
std::vector<std::string> KillAfter(int count, useconds_t delay, const auto& work) {
  int ends[2];
  KAOPING_CHECK(::pipe(ends) == 0);
  const pid_t child = ::fork();
  KAOPING_CHECK(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    work(ends[1]);
    ::_exit(1);
  }
  ::close(ends[1]);
  std::string received;
  char byte = 0;
  int lines = 0;
  while (lines < count && ::read(ends[0], &byte, 1) == 1) {
    received += byte;
    lines += byte == '\n' ? 1 : 0;
  }
  ::usleep(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  KAOPING_CHECK(::waitpid(child, &status, 0) == child);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child gave up by itself";
  while (::read(ends[0], &byte, 1) == 1) received += byte;
  ::close(ends[0]);

  std::vector<std::string> acknowledged;
  std::size_t start = 0;
  for (std::size_t end = received.find('\n'); end != std::string::npos;
       end = received.find('\n', start)) {
    acknowledged.push_back(received.substr(start, end - start));
    start = end + 1;
  }
  return acknowledged;
}

TEST_F(CrashTest, NothingAcknowledgedIsLostWhenTheProcessIsKilled) {
  std::vector<std::string> acknowledged;
  for (int round = 0; round < 6; ++round) {
    const auto killed = KillAfter(3 + round, static_cast<useconds_t>(round * 1300),
                                  [&](int acknowledge) { RecordForEver(acknowledge); });
    acknowledged.insert(acknowledged.end(), killed.begin(), killed.end());
    Reopen();
    EXPECT_THAT(ProblemCodes(), IsEmpty());
    const std::set<std::string> kept = KeptIds();
    for (const std::string& id : acknowledged) EXPECT_TRUE(kept.contains(id)) << id;
    // At most the one that was under way when it was killed.
    EXPECT_LE(kept.size(), acknowledged.size() + static_cast<std::size_t>(round) + 1);
    Close();
  }
  EXPECT_GE(acknowledged.size(), 33U);
}

class EvidenceCrashTest : public EvidenceFixture {
 protected:
  // Hands in files of three pieces, each another, and acknowledges each by its item.
  void HandInForEver(int acknowledge) {
    Reopen();
    for (int count = 0;; ++count) {
      const auto file = ReceiveFile(Contact());
      if (!file) return;
      const std::string piece = std::to_string(::getpid()) + "-" + std::to_string(count) + "\n";
      for (int i = 0; i < 3; ++i) {
        if (!(*file)->Take(piece + std::string(200'000, 'x'))) return;
      }
      const auto item = AddEvidence(Contact(), intake_, Draft(), "a.txt", **file);
      if (!item) return;
      const std::string line = item->id + "\n";
      if (::write(acknowledge, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        return;
      }
    }
  }
};

TEST_F(EvidenceCrashTest, UploadIsWholeOrNothingWhenTheProcessIsKilled) {
  Close();
  std::vector<std::string> acknowledged;
  for (int round = 0; round < 6; ++round) {
    const auto killed = KillAfter(1 + round, static_cast<useconds_t>(round * 1700),
                                  [&](int acknowledge) { HandInForEver(acknowledge); });
    acknowledged.insert(acknowledged.end(), killed.begin(), killed.end());
    Reopen();
    ASSERT_TRUE(CleanUpEvidence(store()));
    EXPECT_THAT(ProblemCodes(), IsEmpty());
    std::set<std::string> kept;
    const auto page = *ListEvidence(Operator(), {.limit = 1000});
    for (const Evidence& item : page.items) {
      kept.insert(item.id);
      EXPECT_EQ(item.files.size(), 1U) << "an item without its file";
    }
    for (const std::string& id : acknowledged) EXPECT_TRUE(kept.contains(id)) << id;
    EXPECT_EQ(CountFiles(), static_cast<int>(kept.size())) << "nothing but what is named";
    Close();
  }
  EXPECT_GE(acknowledged.size(), 21U);
}

TEST_F(CrashTest, TwoProcessesRecordAtOnce) {
  constexpr int kEach = 30;
  const auto record = [&] {
    Reopen();
    for (int i = 0; i < kEach; ++i) {
      if (!RecordFacts(Operator(), scheme_, std::vector{Case("2017-03-01")})) return 1;
    }
    return 0;
  };
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) ::_exit(record());
  EXPECT_EQ(record(), 0);
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(KeptIds().size(), 2U * kEach);
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(CrashTest, TwoProcessesMakeOneFirstAdministrator) {
  Reopen();
  Close();
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const auto create = [&] {
    Reopen();
    return CreateFirstAdministrator(store(), Tick()).has_value() ? 1 : 0;
  };
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) ::_exit(create());
  const int here = create();
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(here + WEXITSTATUS(status), 1);
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

}  // namespace
}  // namespace kaoping::service
