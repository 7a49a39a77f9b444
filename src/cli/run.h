// Run: one command of kaoping, from its arguments to its exit status. Decides nothing itself: each
// command calls service/, or straight the stateless rooms.

#ifndef KAOPING_CLI_RUN_H_
#define KAOPING_CLI_RUN_H_

#include <iosfwd>
#include <string>
#include <vector>

namespace kaoping::cli {

// `arguments` are those after the program's name. Returns the exit status (see ExitStatus). Errors
// are one sentence each on `err`; nothing is thrown.
int Run(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_RUN_H_
