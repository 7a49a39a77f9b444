#include "base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>
#include <utility>

#include "base/check.h"
#include "base/file_rules.h"
#include "base/process_start.h"
#include "base/system_calls.h"

namespace kaoping {
namespace {

using std::chrono::steady_clock;

constexpr std::array<std::string_view, 3> kFolders = {"/usr/local/bin", "/usr/bin", "/bin"};
constexpr std::size_t kMostErrors = 4096;
// How often the end is looked for on a kernel that cannot tell of it (before Linux 5.3).
constexpr std::chrono::milliseconds kGlance{10};

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { Close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  bool IsOpen() const { return number_ >= 0; }
  int number() const { return number_; }
  void Close() {
    if (IsOpen()) ::close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

// Everything is opened close-on-exec: another thread may start a program at any moment.
struct Pipe {
  Descriptor from;
  Descriptor into;

  bool Open() {
    std::array<int, 2> ends = {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    from = Descriptor(ends[0]);
    into = Descriptor(ends[1]);
    return true;
  }
};

Descriptor OpenInput(const std::optional<std::string_view>& input) {
  if (!input) return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  std::string_view rest = *input;
  while (file.IsOpen() && !rest.empty()) {
    const ssize_t written = ::write(file.number(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return {};
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.IsOpen() && ::lseek(file.number(), 0, SEEK_SET) != 0) return {};
  return file;
}

// As exec takes them; the strings must outlive the result.
std::vector<char*> PointersTo(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// No handler of this program may run in the child, which shares its descriptors for a moment.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    ::sigfillset(&all);
    KAOPING_CHECK(::pthread_sigmask(SIG_SETMASK, &all, &before_) == 0);
  }
  ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

pid_t Fork(const ProgramStart& start) {
  const SignalsBlocked blocked;
  const pid_t child = ::fork();
  if (child == 0) StartProgram(start);
  return child;
}

// One piece of what has come; empty if nothing has. Closes the pipe at its end.
std::string_view TakePiece(Descriptor& from, std::span<char> buffer) {
  if (!from.IsOpen()) return {};
  const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
  if (count > 0) return {buffer.data(), static_cast<std::size_t>(count)};
  if (count == 0 || (errno != EAGAIN && errno != EINTR)) from.Close();
  return {};
}

// One program that was started; its end is waited for.
class Running {
 public:
  Running(pid_t child, Descriptor output, Descriptor errors, const ProgramLimits& limits)
      : child_(child),
        output_(std::move(output)),
        errors_(std::move(errors)),
        limits_(limits),
        deadline_(steady_clock::now() + limits.time),
        end_of_child_(static_cast<int>(::syscall(SYS_pidfd_open, child, 0))) {
    ::fcntl(output_.number(), F_SETFL, O_NONBLOCK);
    ::fcntl(errors_.number(), F_SETFL, O_NONBLOCK);
  }

  ProgramEnd Wait() {
    ProgramEnd end;
    const std::optional<ProgramEnd::How> stopped = Follow(end);
    // While the child is not waited for, its number is nobody else's; neither is its group's.
    ::kill(-child_, SIGKILL);
    int status = 0;
    while (::waitpid(child_, &status, 0) < 0) {
      if (errno != EINTR) return end;
    }
    if (stopped) {
      end.how = *stopped;
    } else if (WIFEXITED(status)) {
      end.how = ProgramEnd::How::kExited;
      end.status = WEXITSTATUS(status);
    } else {
      end.status = WTERMSIG(status);
      end.how = end.status == SIGXCPU ? ProgramEnd::How::kTooSlow : ProgramEnd::How::kKilled;
    }
    return end;
  }

 private:
  // Until the child has ended, or why it has to be stopped.
  std::optional<ProgramEnd::How> Follow(ProgramEnd& end) {
    while (true) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          deadline_ - steady_clock::now() + std::chrono::microseconds(999));
      if (left.count() <= 0) return ProgramEnd::How::kTooSlow;
      const bool has_ended = Await(left);
      if (!TakeOutput(end.output)) return ProgramEnd::How::kTooMuchOutput;
      // What is over is thrown away, so that the program can go on.
      const std::string_view piece = TakePiece(errors_, buffer_);
      end.errors += piece.substr(0, kMostErrors - end.errors.size());
      if (has_ended) return std::nullopt;
    }
  }

  // False if there was more than the limit.
  bool TakeOutput(std::string& output) {
    while (true) {
      const std::string_view piece = TakePiece(output_, buffer_);
      if (piece.empty()) return true;
      const std::size_t room = limits_.output - output.size();
      output += piece.substr(0, room);
      if (piece.size() > room) return false;
    }
  }

  // Waits until there is something to take, the child has ended, or the time is over. Whether the
  // child has ended.
  bool Await(std::chrono::milliseconds left) {
    std::array<pollfd, 3> watched = {{{output_.number(), POLLIN, 0},
                                      {errors_.number(), POLLIN, 0},
                                      {end_of_child_.number(), POLLIN, 0}}};
    if (!end_of_child_.IsOpen()) left = std::min(left, kGlance);
    const auto most = std::chrono::milliseconds(std::chrono::hours(1));
    ::poll(watched.data(), watched.size(), static_cast<int>(std::min(left, most).count()));
    siginfo_t info = {};
    return ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid == child_;
  }

  pid_t child_;
  Descriptor output_;
  Descriptor errors_;
  const ProgramLimits& limits_;
  steady_clock::time_point deadline_;
  Descriptor end_of_child_;  // readable once it has ended
  std::array<char, 1 << 16> buffer_{};
};

// What kept the child from becoming the program, as ProgramStart::report says; 0 if nothing did.
int ReadReport(const Descriptor& report) {
  int error = 0;
  ssize_t count = 0;
  do {
    count = ::read(report.number(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  return count == 0 || count == sizeof error ? error : -EIO;
}

bool CanBeRun(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::string> FindProgram(std::string_view name) {
  if (name.find('/') != std::string_view::npos) {
    return CanBeRun(std::string(name)) ? std::optional(std::string(name)) : std::nullopt;
  }
  for (const std::string_view folder : kFolders) {
    std::string path = fmt::format("{}/{}", folder, name);
    if (CanBeRun(path)) return path;
  }
  return std::nullopt;
}

ProgramEnd RunProgram(const ProgramCall& call) {
  KAOPING_CHECK(call.in_copy || !call.arguments.empty());
  const std::optional<std::string> program =
      call.in_copy ? "" : FindProgram(call.arguments.front());
  if (!program) return {.how = ProgramEnd::How::kMissing, .output = {}, .errors = {}};
  const std::vector<sock_filter>& filter = ProgramFilter();
  if (filter.empty()) return {};

  const Descriptor input = OpenInput(call.input);
  Pipe output;
  Pipe errors;
  Pipe report;
  if (!input.IsOpen() || !output.Open() || !errors.Open() || !report.Open()) return {};

  const Descriptor file_rules(call.only_folder.empty() ? -1
                                                       : MakeFileRules(*program, call.only_folder));

  std::vector<std::string> arguments = call.arguments;
  std::vector<std::string> environment = {fmt::format("PATH={}", fmt::join(kFolders, ":")),
                                          "LANG=C.UTF-8"};
  environment.insert(environment.end(), call.environment.begin(), call.environment.end());
  const std::vector<char*> argument_pointers = PointersTo(arguments);
  const std::vector<char*> environment_pointers = PointersTo(environment);
  const std::string user_map = fmt::format("{0} {0} 1", ::geteuid());
  const std::string group_map = fmt::format("{0} {0} 1", ::getegid());
  const ProgramStart start = {
      .in_copy = &call.in_copy,
      .program = program->c_str(),
      .arguments = argument_pointers.data(),
      .environment = environment_pointers.data(),
      .folder = call.folder.c_str(),
      .input = input.number(),
      .output = output.into.number(),
      .errors = errors.into.number(),
      .report = report.into.number(),
      .parent = ::getpid(),
      // The kernel takes a pointer to what it will not change.
      .filter = {static_cast<unsigned short>(filter.size()),
                 const_cast<sock_filter*>(filter.data())},
      .cpu_seconds = call.limits.cpu_seconds,
      .memory = call.limits.memory,
      .file_size = call.limits.file_size,
      .file_rules = file_rules.number(),
      .own_network = call.own_network,
      .user_map = user_map.c_str(),
      .group_map = group_map.c_str(),
  };
  const pid_t child = Fork(start);
  if (child < 0) return {};
  output.into.Close();
  errors.into.Close();
  report.into.Close();

  Running running(child, std::move(output.from), std::move(errors.from), call.limits);
  const int failure = ReadReport(report.from);
  ProgramEnd end = running.Wait();
  if (failure == 0) return end;
  const bool cannot_be_run = failure == ENOENT || failure == EACCES || failure == ENOEXEC;
  return {.how = cannot_be_run ? ProgramEnd::How::kMissing : ProgramEnd::How::kNotStarted,
          .output = {},
          .errors = {}};
}

}  // namespace kaoping
