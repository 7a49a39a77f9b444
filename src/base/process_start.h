// Private to base/: the half of RunProgram that runs in the child, between fork and exec.

#ifndef KAOPING_BASE_PROCESS_START_H_
#define KAOPING_BASE_PROCESS_START_H_

#include <linux/filter.h>
#include <sys/types.h>

#include <cstddef>
#include <functional>

namespace kaoping {

// All that the child needs, made before the fork: other threads may have held the allocator's lock
// at that moment, so that the child may not even allocate.
struct ProgramStart {
  const std::function<int()>* in_copy = nullptr;  // called instead of exec, if it is set
  const char* program = nullptr;
  char* const* arguments = nullptr;    // ends with nullptr
  char* const* environment = nullptr;  // likewise
  const char* folder = nullptr;
  int input = -1;
  int output = -1;
  int errors = -1;
  int report = -1;  // takes an int: the errno of exec, or −errno of a step before; closed by exec,
                    // or before `in_copy`
  pid_t parent = 0;
  sock_fprog filter = {};

  int cpu_seconds = 0;
  std::size_t memory = 0;
  std::size_t file_size = 0;

  int file_rules = -1;  // of MakeFileRules; -1: none
  bool own_network = false;
  const char* user_map = nullptr;  // "uid uid 1", for /proc/self/uid_map
  const char* group_map = nullptr;
};

// Becomes the program. Async-signal-safe up to `in_copy`; what that throws ends the copy, which
// would otherwise go on with what this process was doing.
[[noreturn]] void StartProgram(const ProgramStart& start) noexcept;

}  // namespace kaoping

#endif  // KAOPING_BASE_PROCESS_START_H_
