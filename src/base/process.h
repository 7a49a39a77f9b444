// RunProgram: another program, run to its end within limits: pdftotext, LibreOffice, kaoping
// itself.
//
// For programs that read what strangers send: they get no network, no descriptors, no environment
// and no way to leave something running. Never a shell.

#ifndef KAOPING_BASE_PROCESS_H_
#define KAOPING_BASE_PROCESS_H_

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping {

// Whether this program was built with AddressSanitizer, which takes terabytes of address space: a
// limit of memory then stops it at once.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool kHasAddressSanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kHasAddressSanitizer = true;
#else
inline constexpr bool kHasAddressSanitizer = false;
#endif
#else
inline constexpr bool kHasAddressSanitizer = false;
#endif

struct ProgramLimits {
  std::chrono::milliseconds time{10'000};  // from its start; then it and its descendants are killed
  int cpu_seconds = 10;                    // of each process
  std::size_t memory = 0;                  // address space of each process, in bytes; 0: no limit
  std::size_t output = std::size_t{1} << 20;  // the most bytes of standard output
  std::size_t file_size = 0;                  // the most bytes of each file that it writes
};

struct ProgramCall {
  // [0] is the program: a path, or a name that FindProgram finds. Requires: at least this one, but
  // for `in_copy`; no argument has a NUL.
  std::vector<std::string> arguments;
  // If set, no program is started: a copy of this process, with all that it has in memory, calls
  // this under the same limits and ends with the status that it returns, or by SIGABRT if it
  // throws. Most of the time of a short program goes into its start. Requires: this process has no
  // other threads.
  std::function<int()> in_copy;
  // What it reads from its standard input; nothing: /dev/null. The input is a file in memory, so
  // that its size can be asked for. Must live until RunProgram returns.
  std::optional<std::string_view> input;
  std::string folder = "/";  // where it works
  // "NAME=value", beside PATH and LANG=C.UTF-8, which are all that it gets otherwise.
  std::vector<std::string> environment;
  ProgramLimits limits;
  // If set, all that it may see of the files of this machine is this folder, where it may do
  // anything, and what programs need to start (/usr, fonts, /proc): nothing of /home, /root, /srv
  // or data in /var. In /tmp it may make sockets and remove what this user may. A kernel without
  // Landlock (before Linux 5.13) lets it see and change what this user may.
  std::string only_folder;
  // Whether it is put into a network of its own, where the machine permits it; some milliseconds.
  // Sockets to the network are refused in any case.
  bool own_network = false;
};

struct ProgramEnd {
  enum class How {
    kExited,         // by itself, with `status`
    kKilled,         // by the signal `status`: it crashed, or somebody killed it
    kTooSlow,        // past its time or its seconds of CPU
    kTooMuchOutput,  // past its output
    kMissing,        // there is no such program, or it may not be run
    kNotStarted,     // the machine has no process, memory or filter of system calls to give
  };
  How how = How::kNotStarted;
  int status = 0;
  std::string output;  // what it wrote to standard output, up to the limit
  std::string errors;  // the first 4 KB of its standard error: for a log, never for a person

  bool Succeeded() const { return how == How::kExited && status == 0; }
};

// Runs the program and waits for its end. However it ends, neither it nor a descendant runs any
// longer: all are of one process group, which they cannot leave and which is killed.
//
// The program may open sockets of this machine (AF_UNIX), but none to a network; it cannot gain
// privileges, trace other processes or write a core. If this cannot be had, it is not started.
//
// Safe to call from several threads. Requires: SIGCHLD is not ignored.
ProgramEnd RunProgram(const ProgramCall& call);

// Where a program of this name is, in /usr/local/bin, /usr/bin or /bin; a path that can be run is
// its own answer. Nothing if there is none. The PATH of whoever started kaoping does not count.
std::optional<std::string> FindProgram(std::string_view name);

}  // namespace kaoping

#endif  // KAOPING_BASE_PROCESS_H_
