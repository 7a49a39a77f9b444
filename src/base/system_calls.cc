#include "base/system_calls.h"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace kaoping {
namespace {

constexpr std::array kRefused = {SCMP_SYS(setsid),
                                 SCMP_SYS(setpgid),
                                 SCMP_SYS(io_uring_setup),
                                 SCMP_SYS(io_uring_enter),
                                 SCMP_SYS(io_uring_register),
                                 SCMP_SYS(ptrace),
                                 SCMP_SYS(process_vm_readv),
                                 SCMP_SYS(process_vm_writev),
                                 SCMP_SYS(pidfd_getfd),
                                 SCMP_SYS(perf_event_open),
                                 SCMP_SYS(bpf),
                                 SCMP_SYS(userfaultfd),
                                 SCMP_SYS(add_key),
                                 SCMP_SYS(request_key),
                                 SCMP_SYS(keyctl)};

bool AddRules(scmp_filter_ctx filter) {
  if (seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0) return false;
  if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                       SCMP_A0(SCMP_CMP_NE, AF_UNIX)) != 0) {
    return false;
  }
  for (const int call : kRefused) {
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) != 0) return false;
  }
  return true;
}

// libseccomp gives a filter only to a file.
std::vector<sock_filter> Export(scmp_filter_ctx filter) {
  const int file = ::memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return {};
  std::vector<sock_filter> instructions;
  struct stat status = {};
  if (seccomp_export_bpf(filter, file) == 0 && ::fstat(file, &status) == 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    instructions.resize(size / sizeof(sock_filter));
    if (::pread(file, instructions.data(), size, 0) != status.st_size) instructions.clear();
  }
  ::close(file);
  return instructions;
}

std::vector<sock_filter> MakeFilter() {
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW),
                                                                 &seccomp_release);
  if (!filter || !AddRules(filter.get())) return {};
  return Export(filter.get());
}

}  // namespace

const std::vector<sock_filter>& ProgramFilter() {
  static const std::vector<sock_filter> filter = MakeFilter();
  return filter;
}

}  // namespace kaoping
