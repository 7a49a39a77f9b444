#include "base/sandbox.h"

#include <seccomp.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace kaoping {
namespace {

constexpr std::array kAllowed = {
    SCMP_SYS(brk),           SCMP_SYS(munmap),         SCMP_SYS(mremap),
    SCMP_SYS(madvise),       SCMP_SYS(futex),          SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime), SCMP_SYS(time),           SCMP_SYS(gettimeofday),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(rt_sigprocmask), SCMP_SYS(exit),
    SCMP_SYS(exit_group),    SCMP_SYS(sched_yield),    SCMP_SYS(getpid),
    SCMP_SYS(gettid),        SCMP_SYS(restart_syscall)};

// Time zones, locales, data of ICU: all do without what they cannot open.
constexpr std::array kRefused = {SCMP_SYS(open),       SCMP_SYS(openat),     SCMP_SYS(access),
                                 SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),
                                 SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(readlink),
                                 SCMP_SYS(readlinkat), SCMP_SYS(lstat),      SCMP_SYS(getcwd)};

bool AddRules(scmp_filter_ctx filter) {
  // No page that was data becomes code.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                         SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0) {
      return false;
    }
  }
  // Standard output and standard error.
  for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)}) {
    for (const unsigned out : {1U, 2U}) {
      if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_EQ, out)) != 0) {
        return false;
      }
    }
  }
  const auto add = [filter](unsigned action) {
    return [filter, action](int call) { return seccomp_rule_add(filter, action, call, 0) == 0; };
  };
  return std::all_of(kAllowed.begin(), kAllowed.end(), add(SCMP_ACT_ALLOW)) &&
         std::all_of(kRefused.begin(), kRefused.end(), add(SCMP_ACT_ERRNO(EACCES)));
}

}  // namespace

bool ForbidAllButComputing() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
  // Loading sets no_new_privs first, which an ordinary user needs.
  return filter != nullptr && AddRules(filter.get()) && seccomp_load(filter.get()) == 0;
}

}  // namespace kaoping
