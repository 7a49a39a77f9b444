#include "store/blob_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "base/check.h"
#include "crypto/digest.h"
#include "support/temporary_folder.h"

namespace kaoping::store {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Of "abc" (FIPS 180-4, GM/T 0004).
constexpr const char* kSha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kSm3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

class BlobStoreTest : public ::testing::Test {
 protected:
  fs::path evidence() const { return folder_.path() / "evidence"; }
  fs::path place() const { return evidence() / "ba" / std::string(kSha256).substr(2); }

  // Every file below the folder, by its path in it.
  std::vector<std::string> Files() const {
    std::vector<std::string> files;
    if (!fs::exists(evidence())) return files;
    for (const auto& entry : fs::recursive_directory_iterator(evidence())) {
      if (entry.is_regular_file()) files.push_back(fs::relative(entry, evidence()).string());
    }
    return files;
  }

  BlobInfo Add(std::string_view bytes) {
    const auto arriving = std::move(blobs_.Receive()).value();
    EXPECT_TRUE(arriving->Write(bytes));
    const BlobInfo info = *arriving->Finish();
    EXPECT_TRUE(arriving->Keep());
    return info;
  }

  std::string BytesOf(std::string_view sha256) {
    const auto source = blobs_.Open(sha256);
    return source ? *(*source)->Read(0, (*source)->size()) : source.error().code;
  }

  kaoping::testing::TemporaryFolder folder_;
  BlobStore blobs_{folder_.path()};
};

int RightsOf(const fs::path& path) {
  struct stat status {};
  KAOPING_CHECK(::stat(path.c_str(), &status) == 0);
  return static_cast<int>(status.st_mode & 0777U);
}

TEST_F(BlobStoreTest, IsKeptUnderTheHashOfItsBytes) {
  const auto arriving = std::move(blobs_.Receive()).value();
  ASSERT_TRUE(arriving->Write("a"));
  ASSERT_TRUE(arriving->Write(""));
  ASSERT_TRUE(arriving->Write("bc"));
  const auto info = arriving->Finish();
  ASSERT_TRUE(info);
  EXPECT_EQ(info->sha256, kSha256);
  EXPECT_EQ(info->sm3, kSm3);
  EXPECT_EQ(info->size, 3U);
  EXPECT_EQ(*arriving->bytes().Read(1, 100), "bc");
  EXPECT_FALSE(blobs_.Has(kSha256)) << "before it is kept";
  ASSERT_TRUE(arriving->Keep());
  EXPECT_TRUE(fs::exists(place()));
  EXPECT_THAT(Files(), ElementsAre("ba/" + std::string(kSha256).substr(2)));
  EXPECT_EQ(BytesOf(kSha256), "abc");
  EXPECT_EQ(*blobs_.HashNow(kSha256), kSha256);
}

TEST_F(BlobStoreTest, FilesAreTheirOwnersAlone) {
  const mode_t before = ::umask(0);
  Add("abc");
  ::umask(before);
  EXPECT_EQ(RightsOf(evidence()), 0700);
  EXPECT_EQ(RightsOf(evidence() / "incoming"), 0700);
  EXPECT_EQ(RightsOf(evidence() / "ba"), 0700);
  EXPECT_EQ(RightsOf(place()), 0600);
}

TEST_F(BlobStoreTest, TheSameBytesAreKeptOnce) {
  EXPECT_EQ(Add("abc").sha256, Add("abc").sha256);
  EXPECT_EQ(Files().size(), 1U);
}

TEST_F(BlobStoreTest, TheSameBytesAgainMendADamagedFile) {
  Add("abc");
  std::ofstream(place()) << "abx";
  EXPECT_NE(*blobs_.HashNow(kSha256), kSha256);
  Add("abc");
  EXPECT_EQ(*blobs_.HashNow(kSha256), kSha256);
}

TEST_F(BlobStoreTest, WhatIsNotKeptLeavesNothing) {
  for (const bool is_finished : {false, true}) {
    auto arriving = std::move(blobs_.Receive()).value();
    ASSERT_TRUE(arriving->Write("abc"));
    EXPECT_EQ(Files().size(), 1U);
    if (is_finished) {
      ASSERT_TRUE(arriving->Finish());
    }
    arriving.reset();
    EXPECT_THAT(Files(), IsEmpty());
  }
}

TEST_F(BlobStoreTest, MoreThanOnePieceIsHashedWhole) {
  const std::string bytes(3'000'001, 'x');
  const BlobInfo info = Add(bytes);
  EXPECT_EQ(info.sha256, crypto::Sha256Hex(bytes));
  EXPECT_EQ(*blobs_.HashNow(info.sha256), info.sha256);
}

TEST_F(BlobStoreTest, OneChangedByteChangesItsHash) {
  Add("abc");
  std::fstream(place(), std::ios::in | std::ios::out | std::ios::binary).put('A');
  EXPECT_EQ(*blobs_.HashNow(kSha256), crypto::Sha256Hex("Abc"));
}

TEST_F(BlobStoreTest, WhatIsRemovedIsMissing) {
  Add("abc");
  const auto still_open = std::move(blobs_.Open(kSha256)).value();
  ASSERT_TRUE(blobs_.Remove(kSha256));
  EXPECT_THAT(Files(), IsEmpty());
  EXPECT_EQ(BytesOf(kSha256), "evidence-file-missing");
  EXPECT_EQ(blobs_.HashNow(kSha256).error().code, "evidence-file-missing");
  EXPECT_EQ(*still_open->Read(0, 3), "abc") << "whoever reads it can go on";
  EXPECT_TRUE(blobs_.Remove(kSha256)) << "gone already";
}

TEST_F(BlobStoreTest, CleanUpRemovesWhatNobodyNames) {
  const std::string kept = Add("kept").sha256;
  Add("abc");
  std::ofstream(evidence() / "README") << "somebody else's";
  EXPECT_EQ(*blobs_.CleanUp({kept}), 1);
  EXPECT_TRUE(blobs_.Has(kept));
  EXPECT_FALSE(blobs_.Has(kSha256));
  EXPECT_TRUE(fs::exists(evidence() / "README"));
  EXPECT_EQ(*blobs_.CleanUp({kept}), 0);
}

TEST_F(BlobStoreTest, CleanUpOfNothing) { EXPECT_EQ(*blobs_.CleanUp({}), 0); }

// A process that is killed in the middle of a file leaves it behind; one that goes on keeps it.
TEST_F(BlobStoreTest, CleanUpRemovesWhatStoppedArrivingAndNothingElse) {
  const auto going_on = std::move(blobs_.Receive()).value();
  ASSERT_TRUE(going_on->Write("ab"));
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto cut_off = std::move(blobs_.Receive()).value();
    KAOPING_CHECK(cut_off->Write("abc").has_value());
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  EXPECT_EQ(Files().size(), 2U);
  EXPECT_EQ(*blobs_.CleanUp({}), 1);
  EXPECT_EQ(Files().size(), 1U);
  ASSERT_TRUE(going_on->Write("c"));
  ASSERT_TRUE(going_on->Finish());
  ASSERT_TRUE(going_on->Keep());
  EXPECT_EQ(BytesOf(kSha256), "abc");
}

// Runs `work` in a child process and gives what it returns.
int InChild(const std::function<int()>& work) {
  const pid_t child = ::fork();
  KAOPING_CHECK(child >= 0);
  if (child == 0) ::_exit(work());
  int status = 0;
  KAOPING_CHECK(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A disk without room, acted by a limit on the size of files.
TEST_F(BlobStoreTest, DiskWithoutRoomLeavesNothing) {
  EXPECT_EQ(InChild([this] {
              ::signal(SIGXFSZ, SIG_IGN);
              const struct rlimit limit = {4096, 4096};
              if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
              const auto arriving = std::move(blobs_.Receive()).value();
              if (!arriving->Write(std::string(4096, 'x'))) return 2;
              const Status done = arriving->Write("x");
              return !done && done.error().code == "data-full" ? 0 : 3;
            }),
            0);
  EXPECT_THAT(Files(), IsEmpty());
}

TEST_F(BlobStoreTest, FolderThatMayNotBeWrittenIsRefused) {
  constexpr uid_t kNobody = 65534;
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0555), 0);
  EXPECT_EQ(InChild([this] {
              if (::geteuid() == 0 && ::setuid(kNobody) != 0) return 1;
              const auto arriving = blobs_.Receive();
              return !arriving && arriving.error().code == "data-read-only" ? 0 : 2;
            }),
            0);
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
}

TEST_F(BlobStoreTest, NamesThatAreNoHashesAreNoPaths) {
  EXPECT_THROW(blobs_.Has("../../etc/passwd"), InternalError);
}

}  // namespace
}  // namespace kaoping::store
