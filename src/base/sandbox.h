// A sandbox that a process shuts itself into before it touches what a stranger sent.

#ifndef KAOPING_BASE_SANDBOX_H_
#define KAOPING_BASE_SANDBOX_H_

namespace kaoping {

// From now on, and for ever, this thread may take and give back memory, look at the clock, get
// random bytes, write to standard output and standard error, and end. Whatever asks for a file is
// told that it may not (EACCES), since libraries do so out of habit; any other system call kills
// the process (SIGSYS).
//
// False if the kernel cannot do this; then nothing has changed. Requires: no other threads.
bool ForbidAllButComputing();

}  // namespace kaoping

#endif  // KAOPING_BASE_SANDBOX_H_
