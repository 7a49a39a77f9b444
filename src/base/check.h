// KAOPING_CHECK: for what only a bug in this program can make false.

#ifndef KAOPING_BASE_CHECK_H_
#define KAOPING_BASE_CHECK_H_

#include <stdexcept>
#include <string>

namespace kaoping {

// Thrown by a failed check. Caught once per request, job or command, never to go on as if nothing
// had happened: the work in hand is given up.
class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void FailCheck(const char* condition, const char* file, int line);

}  // namespace kaoping

#define KAOPING_CHECK(condition)                       \
  (static_cast<bool>(condition) ? static_cast<void>(0) \
                                : ::kaoping::FailCheck(#condition, __FILE_NAME__, __LINE__))

#endif  // KAOPING_BASE_CHECK_H_
