// A document read in a child process: the same outcome as in this one, and whatever a file does to
// its reader costs one import and a sentence.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/single_threaded.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "base/process.h"
#include "base/utf8.h"
#include "document/isolated.h"

namespace kaoping::document {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using ::testing::HasSubstr;

const Isolation kKaoping{.executable = KAOPING_PROGRAM};

Result<Document> Misbehave(std::string_view deed, Isolation isolation = {}) {
  isolation.executable = KAOPING_MISBEHAVING_READER;
  return ReadIsolated(isolation, "folder/通知.docx", deed);
}

std::string CodeOf(const Result<Document>& outcome) {
  if (outcome) return "read: " + std::get<Paragraph>(outcome->blocks.at(0)).text;
  const Error& error = outcome.error();
  EXPECT_THAT(error.message.zh, HasSubstr("“通知.docx”"));
  EXPECT_THAT(error.message.en, HasSubstr("\"通知.docx\""));
  return error.code;
}

std::string Bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void ExpectTheSame(std::string_view name, std::string_view bytes) {
  const Result<Document> direct = ReadDocument(name, bytes);
  const Result<Document> isolated = ReadIsolated(kKaoping, name, bytes);
  ASSERT_EQ(direct.has_value(), isolated.has_value())
      << name << (isolated ? "" : isolated.error().code);
  if (direct) {
    EXPECT_TRUE(*direct == *isolated) << name;
    return;
  }
  EXPECT_EQ(direct.error().kind, isolated.error().kind);
  EXPECT_EQ(direct.error().code, isolated.error().code);
  EXPECT_EQ(direct.error().message, isolated.error().message);
  EXPECT_EQ(direct.error().field, isolated.error().field);
}

TEST(Isolated, FilesAreReadAsInThisProcess) {
  int files = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(KAOPING_SOURCE_DIR) / "tests/fixtures/documents")) {
    ExpectTheSame(entry.path().filename().string(), Bytes(entry.path()));
    ++files;
  }
  EXPECT_GT(files, 5);
  // Every encoding, since ICU loads some of its data only when they are met.
  ExpectTheSame("a.txt", "\xBF\xBC\xC6\xC0\xB0\xEC\n");                    // GB18030
  ExpectTheSame("a.txt", std::string("\xFF\xFE\x03\x80\xC4\x8B\n\0", 8));  // UTF-16
  ExpectTheSame("a.html", "<meta charset=gbk><p>\xBF\xBC\xC6\xC0</p>");
  ExpectTheSame("", "考评\n");
  ExpectTheSame("",
                Bytes(fs::path(KAOPING_SOURCE_DIR) / "tests/fixtures/documents/nantong-2017.pdf"));
}

TEST(Isolated, RefusalsComeThroughWordForWord) {
  const std::string docx =
      Bytes(fs::path(KAOPING_SOURCE_DIR) / "tests/fixtures/documents/nantong-2017.docx");
  ExpectTheSame("通知.docx", docx.substr(0, docx.size() / 2));
  ExpectTheSame("通知.xlsx", docx);
  ExpectTheSame("通知.docx", "\xD0\xCF\x11\xE0 an old file");
  ExpectTheSame("通知.pdf", "%PDF-1.4");
  ExpectTheSame("通知.txt", "");
  ExpectTheSame("通知.txt", "\x80\x80\x80");
  ExpectTheSame("a\nb\x1B[2J.pdf", "a");
  ExpectTheSame("../\xFF\xFE.\xFF", "考评");
  ExpectTheSame("folder.d/通知", "考评");
  ExpectTheSame("通知.txt", std::string(kLargestFile + 1, 'x'));
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  ExpectTheSame("通知.html", deep);
}

TEST(Isolated, TheLargestDocumentsFitIntoTheLimits) {
  // As many cells as a document may have, and as many bytes as a file may have.
  std::string cells;
  for (int row = 0; row < 5'000; ++row) {
    for (int column = 0; column < 99; ++column) cells += "分\t";
    cells += "分\n";
  }
  ExpectTheSame("a.txt", cells);
  std::string words;
  while (words.size() + 100 < kLargestFile) words += std::string(90, 'x') + '\n';
  ExpectTheSame("a.txt", words);
}

TEST(Isolated, AReaderThatCrashesCostsOneFile) {
  ASSERT_EQ(CodeOf(Misbehave("behave")), "read: 守规矩");
  for (const char* deed :
       {"crash", "abort", "throw", "write garbage", "write nothing", "write before the outcome"}) {
    EXPECT_EQ(CodeOf(Misbehave(deed)), "reader-crashed") << deed;
  }
  EXPECT_EQ(CodeOf(Misbehave("behave")), "read: 守规矩");
}

TEST(Isolated, AReaderThatNeverEndsIsStopped) {
  const auto start = steady_clock::now();
  EXPECT_EQ(CodeOf(Misbehave("loop", {.time = milliseconds(60'000), .cpu_seconds = 1})),
            "reader-too-slow");
  EXPECT_EQ(CodeOf(Misbehave("loop", {.time = milliseconds(300)})), "reader-too-slow");
  EXPECT_LT(steady_clock::now() - start, milliseconds(20'000));
}

TEST(Isolated, AReaderThatTakesAllMemoryIsStopped) {
  EXPECT_EQ(CodeOf(Misbehave("write for ever")), "reader-too-large");
  if (kHasAddressSanitizer) GTEST_SKIP() << "no limit of memory under AddressSanitizer";
  EXPECT_EQ(CodeOf(Misbehave("take all memory")), "reader-too-large");
}

TEST(Isolated, WhatAReaderMayNotDoEndsIt) {
  for (const char* deed : {"read a file", "make a file"}) {
    EXPECT_EQ(CodeOf(Misbehave(deed)), "read: refused") << deed;
  }
  for (const char* deed :
       {"open a socket", "open a socket of this machine", "fork", "run a program",
        "kill its parent", "make code", "read its input again", "sleep"}) {
    EXPECT_EQ(CodeOf(Misbehave(deed)), "reader-crashed") << deed;
  }
}

// What a file could make of the reader in a copy of this process.
Result<Document> DoInCopy(std::string_view, std::string_view, std::string_view deed) {
  if (deed == "crash") std::abort();
  if (deed == "throw") throw InternalError("a bug");
  if (deed == "run a program") ::execl("/bin/true", "true", nullptr);
  if (deed == "kill its parent") ::kill(::getppid(), SIGKILL);
  if (deed == "loop") {
    for (volatile int i = 0;;) i = 1 - i;
  }
  if (deed == "take all memory") {
    std::vector<std::string> taken;
    while (true) taken.emplace_back(1 << 20, 'x');
  }
  const bool has_opened = ::open("/proc/self/exe", O_RDONLY) >= 0;
  return Document{"", {Paragraph{1, has_opened ? "free" : "shut in"}}};
}

TEST(IsolatedInCopy, AReaderIsShutInAndLimitedLikewise) {
  if (!__libc_single_threaded) GTEST_SKIP() << "this process has had other threads";
  const auto outcome_of = [](std::string_view deed, Isolation isolation) {
    isolation.in_copy = &DoInCopy;
    return CodeOf(ReadIsolated(isolation, "folder/通知.docx", deed));
  };
  for (const char* deed : {"crash", "throw", "run a program", "kill its parent"}) {
    EXPECT_EQ(outcome_of(deed, {}), "reader-crashed") << deed;
  }
  EXPECT_EQ(outcome_of("open a file", {}), "read: shut in");
  EXPECT_EQ(outcome_of("loop", {.time = milliseconds(300)}), "reader-too-slow");
  if (kHasAddressSanitizer) GTEST_SKIP() << "no limit of memory under AddressSanitizer";
  EXPECT_EQ(outcome_of("take all memory", {}), "reader-too-large");
}

TEST(IsolatedInCopy, FilesAreReadAsInThisProcess) {
  if (!__libc_single_threaded) GTEST_SKIP() << "this process has had other threads";
  const Isolation in_copy = {.executable = "/no/such/program", .in_copy = &ReadDocumentAs};
  for (const auto& entry :
       fs::directory_iterator(fs::path(KAOPING_SOURCE_DIR) / "tests/fixtures/documents")) {
    const std::string name = entry.path().filename().string();
    const Result<Document> direct = ReadDocument(name, Bytes(entry.path()));
    const Result<Document> isolated = ReadIsolated(in_copy, name, Bytes(entry.path()));
    ASSERT_EQ(direct.has_value(), isolated.has_value()) << name;
    EXPECT_TRUE(!direct || *direct == *isolated) << name;
  }
}

// The copy would have but one of them, and the locks of all.
TEST(IsolatedInCopy, AProcessWithThreadsStartsTheProgram) {
  std::thread([] {}).join();
  const Isolation isolation = {.executable = KAOPING_PROGRAM, .in_copy = &DoInCopy};
  EXPECT_EQ(CodeOf(ReadIsolated(isolation, "通知.txt", "考评\n")), "read: 考评");
}

TEST(Isolated, WithoutAReaderNothingIsRead) {
  const Result<Document> outcome =
      ReadIsolated({.executable = "/no/such/program"}, "通知.docx", "behave");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "reader-unavailable");
  EXPECT_EQ(outcome.error().kind, ErrorKind::kUnavailable);
  // A program that is no reader at all.
  EXPECT_EQ(CodeOf(ReadIsolated({.executable = "/bin/true"}, "通知.docx", "behave")),
            "reader-crashed");
}

TEST(Isolated, ManyFilesAreReadAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> codes(8);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    threads.emplace_back(
        [&codes, i] { codes[i] = CodeOf(Misbehave(i % 2 == 0 ? "behave" : "crash")); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(codes[i], i % 2 == 0 ? "read: 守规矩" : "reader-crashed");
  }
}

// With five descriptors in all there is none left for a child, but enough for all else.
TEST(Isolated, TheCommandLineReadsNothingItself) {
  for (const char* command : {"parse", "lint"}) {
    ProgramCall call;
    call.arguments = {"/bin/sh", "-c", R"(ulimit -n 5; exec "$0" "$1" -)", KAOPING_PROGRAM,
                      command};
    call.input = "考评通知\n";
    call.limits.file_size = 1 << 20;  // the file in memory that the child would be given
    const ProgramEnd end = RunProgram(call);
    EXPECT_EQ(end.status, 3) << command;
    EXPECT_THAT(end.errors, HasSubstr("隔离")) << command;
  }
}

}  // namespace
}  // namespace kaoping::document
