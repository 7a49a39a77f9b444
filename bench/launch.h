// Another program, run to its end and measured from outside.

#ifndef KAOPING_BENCH_LAUNCH_H_
#define KAOPING_BENCH_LAUNCH_H_

#include <string>
#include <vector>

namespace kaoping::bench {

struct Run {
  double seconds = 0;     // from before its start until after its end
  double peak_bytes = 0;  // of the largest of its processes; never below what this process has
  bool succeeded = false;
};

// Requires: `arguments` has the program's path or its name in PATH. Its standard input is the file
// `input`; what it prints is thrown away.
Run Launch(const std::vector<std::string>& arguments, const std::string& input = "/dev/null");

}  // namespace kaoping::bench

#endif  // KAOPING_BENCH_LAUNCH_H_
