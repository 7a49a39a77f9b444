// Private to base/: what the kernel refuses to a program that RunProgram starts.

#ifndef KAOPING_BASE_SYSTEM_CALLS_H_
#define KAOPING_BASE_SYSTEM_CALLS_H_

#include <linux/filter.h>

#include <vector>

namespace kaoping {

// The filter that RunProgram lays on a program before it starts, made once. It outlives exec, and
// no descendant can take it off.
//
// Refused with EACCES: sockets but those of this machine (AF_UNIX). Refused with EPERM: leaving the
// process group, by which all descendants are ended; io_uring, which opens sockets without asking;
// and reaching into other processes of the same user.
//
// Empty if the filter cannot be made on this machine. Safe to call from several threads.
const std::vector<sock_filter>& ProgramFilter();

}  // namespace kaoping

#endif  // KAOPING_BASE_SYSTEM_CALLS_H_
