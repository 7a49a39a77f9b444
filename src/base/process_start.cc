// Only async-signal-safe calls here: no allocation, no locks, no exceptions. ProgramStart::in_copy
// may do what it likes, since there are no other threads then.
#include "base/process_start.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace kaoping {
namespace {

constexpr int kReport = 3;  // the descriptors that the program keeps are 0, 1 and 2
constexpr rlim_t kMostFiles = 256;

[[noreturn]] void Report(int report, int error) {
  // Nobody is left to tell if even this fails; the parent sees the child end without exec.
  [[maybe_unused]] const ssize_t written = ::write(report, &error, sizeof error);
  ::_exit(127);
}

// What the parent ignored or blocked stays so across exec; the program starts as from a shell.
bool ResetSignals() {
  struct sigaction standard = {};
  standard.sa_handler = SIG_DFL;
  for (int signal = 1; signal < NSIG; ++signal) {
    ::sigaction(signal, &standard, nullptr);  // SIGKILL, SIGSTOP and those of the C library refuse
  }
  sigset_t none;
  ::sigemptyset(&none);
  return ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
}

// Puts the descriptors in their places; any of them may stand where another belongs.
bool PlaceDescriptors(const ProgramStart& start, int& report) {
  int input = ::fcntl(start.input, F_DUPFD_CLOEXEC, kReport + 1);
  int output = ::fcntl(start.output, F_DUPFD_CLOEXEC, kReport + 1);
  int errors = ::fcntl(start.errors, F_DUPFD_CLOEXEC, kReport + 1);
  const int kept = ::fcntl(start.report, F_DUPFD_CLOEXEC, kReport + 1);
  if (input < 0 || output < 0 || errors < 0 || kept < 0) return false;
  if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(errors, 2) < 0 ||
      ::dup3(kept, kReport, O_CLOEXEC) < 0) {
    report = kept;
    return false;
  }
  report = kReport;
  return ::syscall(SYS_close_range, kReport + 1, ~0U, 0) == 0;
}

bool Limit(decltype(RLIMIT_CPU) resource, rlim_t soft, rlim_t hard) {
  rlimit limit = {};
  if (::getrlimit(resource, &limit) != 0) return false;
  limit.rlim_max = std::min(limit.rlim_max, hard);
  limit.rlim_cur = std::min(limit.rlim_max, soft);
  return ::setrlimit(resource, &limit) == 0;
}

bool SetLimits(const ProgramStart& start) {
  const auto seconds = static_cast<rlim_t>(start.cpu_seconds);
  // Between the two, the program gets SIGXCPU, by which its end is told from a crash.
  if (!Limit(RLIMIT_CPU, seconds, seconds + 1)) return false;
  if (start.memory != 0 && !Limit(RLIMIT_AS, start.memory, start.memory)) return false;
  return Limit(RLIMIT_FSIZE, start.file_size, start.file_size) && Limit(RLIMIT_CORE, 0, 0) &&
         Limit(RLIMIT_NOFILE, kMostFiles, kMostFiles);
}

void WriteFile(const char* path, const char* content) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const ssize_t written = ::write(file, content, std::strlen(content));
  ::close(file);
}

// Without privileges, a network of one's own needs a name space of users of one's own, too. Many
// machines permit neither; the filter refuses sockets all the same.
void LeaveNetwork(const ProgramStart& start) {
  if (::unshare(CLONE_NEWNET) == 0) return;
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
  WriteFile("/proc/self/setgroups", "deny");
  WriteFile("/proc/self/uid_map", start.user_map);
  WriteFile("/proc/self/gid_map", start.group_map);
}

// The rules are closed with the other descriptors afterwards.
bool LayFileRules(const ProgramStart& start) {
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         (start.file_rules < 0 || ::syscall(SYS_landlock_restrict_self, start.file_rules, 0) == 0);
}

bool LayFilter(const ProgramStart& start) {
  return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &start.filter) == 0;
}

}  // namespace

void StartProgram(const ProgramStart& start) noexcept {
  int report = start.report;
  if (::setpgid(0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) Report(report, -errno);
  // The parent may have died before the line above.
  if (::getppid() != start.parent) ::_exit(127);
  if (start.own_network) LeaveNetwork(start);
  if (!ResetSignals() || !LayFileRules(start) || !PlaceDescriptors(start, report) ||
      ::chdir(start.folder) != 0) {
    Report(report, -errno);
  }
  if (!SetLimits(start) || !LayFilter(start)) Report(report, -errno);
  if (*start.in_copy) {
    ::close(report);
    ::_exit((*start.in_copy)());
  }
  ::execve(start.program, start.arguments, start.environment);
  Report(report, errno);
}

}  // namespace kaoping
