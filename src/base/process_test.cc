#include "base/process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <linux/landlock.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace kaoping {
namespace {

using How = ProgramEnd::How;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using ::testing::HasSubstr;

// A line of shell is the shortest program; RunProgram itself knows no shell.
ProgramCall Shell(std::string line) {
  ProgramCall call;
  call.arguments = {"/bin/sh", "-c", std::move(line)};
  return call;
}

ProgramCall Python(std::string lines) {
  ProgramCall call;
  call.arguments = {"python3", "-c", std::move(lines)};
  return call;
}

TEST(Process, GivesBackTheExitStatusAndWhatWasWritten) {
  const ProgramEnd end = RunProgram(Shell("echo 考评; echo why >&2; exit 3"));
  EXPECT_EQ(end.how, How::kExited);
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(end.output, "考评\n");
  EXPECT_EQ(end.errors, "why\n");
  EXPECT_FALSE(end.Succeeded());
  EXPECT_TRUE(RunProgram(Shell("true")).Succeeded());
}

TEST(Process, ReadsItsInputWhateverItsSize) {
  std::string bytes(3 << 20, 'x');
  bytes[1000] = '\0';
  ProgramCall call;
  call.arguments = {"cat"};
  call.input = bytes;
  call.limits.output = bytes.size();
  EXPECT_EQ(RunProgram(call).output, bytes);
  call.input.reset();
  EXPECT_EQ(RunProgram(call).output, "");
  // A program that never reads is not waited for.
  call.arguments = {"true"};
  call.input = bytes;
  EXPECT_TRUE(RunProgram(call).Succeeded());
}

TEST(Process, ArgumentsReachItAsTheyAre) {
  ProgramCall call;
  call.arguments = {"printf", "%s|", "a b", "$(id)", "; rm", "'\"*", ""};
  EXPECT_EQ(RunProgram(call).output, "a b|$(id)|; rm|'\"*||");
}

TEST(Process, ASignalIsToldFromAnExit) {
  const ProgramEnd end = RunProgram(Shell("kill -SEGV $$"));
  EXPECT_EQ(end.how, How::kKilled);
  EXPECT_EQ(end.status, SIGSEGV);
}

TEST(Process, IsKilledAtItsDeadline) {
  ProgramCall call = Shell("echo begun; sleep 100");
  call.limits.time = milliseconds(200);
  const auto start = steady_clock::now();
  const ProgramEnd end = RunProgram(call);
  EXPECT_EQ(end.how, How::kTooSlow);
  EXPECT_EQ(end.output, "begun\n");
  EXPECT_GE(steady_clock::now() - start, milliseconds(200));
  EXPECT_LT(steady_clock::now() - start, milliseconds(5000));
}

TEST(Process, SecondsOfCpuAreLimited) {
  ProgramCall call = Shell("while :; do :; done");
  call.limits.cpu_seconds = 1;
  call.limits.time = milliseconds(60'000);
  const auto start = steady_clock::now();
  EXPECT_EQ(RunProgram(call).how, How::kTooSlow);
  EXPECT_LT(steady_clock::now() - start, milliseconds(30'000));
}

TEST(Process, FloodsAreCutOff) {
  ProgramCall call = Shell("yes");
  call.limits.output = 100'000;
  const ProgramEnd end = RunProgram(call);
  EXPECT_EQ(end.how, How::kTooMuchOutput);
  EXPECT_EQ(end.output.size(), 100'000U);
  // Of standard error only the beginning is kept, and what comes after stops nothing.
  const ProgramEnd noisy = RunProgram(Shell("head -c 1000000 /dev/zero >&2; echo done"));
  EXPECT_TRUE(noisy.Succeeded());
  EXPECT_EQ(noisy.output, "done\n");
  EXPECT_EQ(noisy.errors.size(), 4096U);
  call = Shell("yes >&2");
  call.limits.time = milliseconds(200);
  EXPECT_EQ(RunProgram(call).how, How::kTooSlow);
}

TEST(Process, AMissingProgramIsSaidToBeMissing) {
  ProgramCall call;
  for (const char* name : {"no-such-program", "/no/such/program", "/etc/passwd", "/tmp"}) {
    call.arguments = {name};
    EXPECT_EQ(RunProgram(call).how, How::kMissing) << name;
  }
  EXPECT_EQ(FindProgram("no-such-program"), std::nullopt);
  EXPECT_EQ(FindProgram("/bin/sh"), "/bin/sh");
}

TEST(Process, AFolderThatIsNotThereStartsNothing) {
  ProgramCall call = Shell("echo begun");
  call.folder = "/no/such/folder";
  const ProgramEnd end = RunProgram(call);
  EXPECT_EQ(end.how, How::kNotStarted);
  EXPECT_EQ(end.output, "");
  call.folder = "/usr";
  call.arguments.back() = "pwd";
  EXPECT_EQ(RunProgram(call).output, "/usr\n");
}

TEST(Process, MemoryAndFilesAreLimited) {
  ProgramCall call = Python("x = bytearray(1 << 30)");
  EXPECT_TRUE(RunProgram(call).Succeeded());
  call.limits.memory = std::size_t{512} << 20;
  EXPECT_THAT(RunProgram(call).errors, HasSubstr("MemoryError"));

  const std::string file =
      (std::filesystem::temp_directory_path() / "kaoping-process-test").string();
  call = Shell("echo 12345678 > '" + file + "'");
  EXPECT_EQ(RunProgram(call).how, How::kKilled);
  call.limits.file_size = 9;
  EXPECT_TRUE(RunProgram(call).Succeeded());
  EXPECT_EQ(std::filesystem::file_size(file), 9U);
  std::filesystem::remove(file);
}

TEST(Process, FilesOutsideOfItsFolderAreOutOfReach) {
  namespace fs = std::filesystem;
  const fs::path root =
      fs::temp_directory_path() / ("kaoping-process-test-" + std::to_string(::getpid()));
  fs::create_directories(root / "own");
  std::ofstream(root / "secret") << "secret";
  std::ofstream(root / "own/input") << "input";
  ProgramCall call = Shell(R"(
cat own/input; mkdir own/a; echo x > own/a/b; mv own/a/b own/c; cat own/c; echo y > own/c; rm own/c
cat secret; echo x > secret; echo x > other; ln own/input input; mv own/input input
cat /etc/shadow; ls /home; echo done > /dev/null; echo done)");
  call.folder = root;
  call.limits.file_size = 100;
  EXPECT_THAT(RunProgram(call).output, HasSubstr("secret"));
  fs::remove_all(root);
  fs::create_directories(root / "own");
  std::ofstream(root / "secret") << "secret";
  std::ofstream(root / "own/input") << "input";
  call.only_folder = root / "own";
  call.own_network = true;  // both at once
  const ProgramEnd end = RunProgram(call);
  if (::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 2) {
    EXPECT_EQ(end.output, "inputx\ndone\n") << end.errors;
    EXPECT_EQ(fs::file_size(root / "secret"), 6U);
    EXPECT_FALSE(fs::exists(root / "other"));
    EXPECT_FALSE(fs::exists(root / "input"));
  } else {
    EXPECT_TRUE(end.Succeeded());
  }
  fs::remove_all(root);
}

TEST(Process, GetsASmallEnvironment) {
  ::setenv("KAOPING_SECRET", "1", 1);
  ProgramCall call;
  call.arguments = {"env"};
  call.environment = {"HOME=/x"};
  EXPECT_EQ(RunProgram(call).output, "PATH=/usr/local/bin:/usr/bin:/bin\nLANG=C.UTF-8\nHOME=/x\n");
  ::unsetenv("KAOPING_SECRET");
}

TEST(Process, InheritsNoDescriptors) {
  const int open = ::open("/dev/null", O_RDONLY);  // on purpose without close-on-exec
  const int high = ::fcntl(open, F_DUPFD, 200);
  ASSERT_GE(high, 200);
  // One more is the folder that is being listed.
  EXPECT_EQ(RunProgram(Python("import os; print(sorted(os.listdir('/proc/self/fd')))")).output,
            "['0', '1', '2', '3']\n");
  ::close(high);
  ::close(open);
}

TEST(Process, SignalsThatTheParentIgnoresAreNotIgnored) {
  struct sigaction ignore = {};
  struct sigaction before = {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, &before);
  const auto signals = [](const std::string& field) {
    const std::string output =
        RunProgram(Shell("sed -n 's/^" + field + ":\\s*//p' /proc/self/status")).output;
    return output.empty() ? ~0ULL : std::stoull(output, nullptr, 16);
  };
  const unsigned long long blocked = signals("SigBlk");
  const unsigned long long ignored = signals("SigIgn");
  ::sigaction(SIGPIPE, &before, nullptr);
  // 32 and 33 are the C library's own: whoever started the tests may ignore them, and no program
  // can change that.
  constexpr unsigned long long kOfPrograms = 0x7fffffff;
  EXPECT_EQ(blocked, 0U);
  EXPECT_EQ(ignored & kOfPrograms, 0U);
}

TEST(Process, SocketsToTheNetworkAreRefused) {
  constexpr const char* kLines = R"(
import ctypes, errno, socket
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            socket.socket(family, kind)
            print("opened", family, kind)
        except PermissionError:
            pass
ctypes.CDLL(None, use_errno=True).syscall(425, 1, ctypes.create_string_buffer(120))
if ctypes.get_errno() != errno.EPERM: print("io_uring_setup")
socket.socket(socket.AF_UNIX)
print("done")
)";
  const ProgramEnd end = RunProgram(Python(kLines));
  EXPECT_EQ(end.output, "done\n") << end.errors;
  // Nor in what it starts.
  ProgramCall call = Shell("python3 -c 'import socket; socket.socket()'");
  EXPECT_THAT(RunProgram(call).errors, HasSubstr("PermissionError"));
}

TEST(Process, ANetworkOfItsOwnStillLetsItRun) {
  ProgramCall call = Shell("tail -n +3 /proc/net/dev; id -u");
  call.own_network = true;
  const ProgramEnd end = RunProgram(call);
  ASSERT_TRUE(end.Succeeded()) << end.errors;
  EXPECT_THAT(end.output, HasSubstr(std::to_string(::geteuid()) + "\n"));
  // Where the machine permits it; the test above holds everywhere.
  if (end.output.find("lo:") != std::string::npos) {
    EXPECT_EQ(std::count(end.output.begin(), end.output.end(), ':'), 1) << end.output;
  }
}

// Whether a `sleep` that was given this mark still runs.
bool Runs(const std::string& mark) {
  const std::string wanted = std::string("sleep\0", 6) + mark + '\0';
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "cmdline", std::ios::binary);
    if (std::string(std::istreambuf_iterator<char>(file), {}) == wanted) return true;
  }
  return false;
}

// What is killed takes a moment to be gone.
bool IsGone(const std::string& mark) {
  for (int i = 0; i < 100; ++i) {
    if (!Runs(mark)) return true;
    std::this_thread::sleep_for(milliseconds(20));
  }
  return false;
}

TEST(Process, LeavesNoDescendantsBehind) {
  const std::string mark = "1234." + std::to_string(::getpid());
  const std::string fork = "sleep " + mark + " & (sleep " + mark + " &) ; ";
  // After an orderly end, at a deadline, and if they try to get away.
  EXPECT_TRUE(RunProgram(Shell(fork)).Succeeded());
  EXPECT_TRUE(IsGone(mark));
  ProgramCall slow = Shell(fork + "sleep 100");
  slow.limits.time = milliseconds(200);
  EXPECT_EQ(RunProgram(slow).how, How::kTooSlow);
  EXPECT_TRUE(IsGone(mark));
  RunProgram(Shell("setsid sleep " + mark + " & sleep 0.2"));
  EXPECT_TRUE(IsGone(mark));
}

TEST(Process, ThreadsRunProgramsAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> outputs(8);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    threads.emplace_back([&outputs, i] {
      for (int n = 0; n < 10; ++n) {
        outputs[i] += RunProgram(Shell("echo " + std::to_string(i))).output;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    std::string expected;
    for (int n = 0; n < 10; ++n) expected += std::to_string(i) + "\n";
    EXPECT_EQ(outputs[i], expected);
  }
}

// How far a copy gets with what a whole program may not do.
int DoInCopy() {
  std::array<char, 16> input{};
  const ssize_t read = ::read(0, input.data(), input.size());
  const bool wrote = ::write(1, input.data(), static_cast<std::size_t>(read)) == read;
  for (int number = 3; number < 256; ++number) {
    if (::fcntl(number, F_GETFD) != -1) return 1;
  }
  return wrote && ::socket(AF_INET, SOCK_STREAM, 0) == -1 ? 0 : 2;
}

TEST(Process, ACopyHasTheSameBoundsAsAProgram) {
  ProgramCall call;
  call.in_copy = &DoInCopy;
  call.input = "考评";
  const ProgramEnd end = RunProgram(call);
  EXPECT_TRUE(end.Succeeded()) << end.status;
  EXPECT_EQ(end.output, "考评");
}

TEST(Process, WhatACopyThrowsStaysInIt) {
  ProgramCall call;
  call.in_copy = []() -> int { throw 1; };
  try {
    const ProgramEnd end = RunProgram(call);
    EXPECT_EQ(end.how, How::kKilled);
    EXPECT_EQ(end.status, SIGABRT);
  } catch (int) {
    ::_exit(9);  // the copy has gone on with the work of this process
  }
}

TEST(Process, LeavesNoDescriptorsOpen) {
  const auto count = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  RunProgram(Shell("true"));
  const auto before = count();
  RunProgram(Shell("true"));
  ProgramCall missing;
  missing.arguments = {"/no/such/program"};
  RunProgram(missing);
  EXPECT_EQ(count(), before);
}

}  // namespace
}  // namespace kaoping
