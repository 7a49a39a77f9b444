// Run: one command of kaoping, from its arguments to its exit status. Decides nothing itself: each
// command calls service/, or straight the stateless rooms.

#ifndef KAOPING_CLI_RUN_H_
#define KAOPING_CLI_RUN_H_

#include <iosfwd>
#include <string>
#include <vector>

#include "document/read.h"

namespace kaoping::cli {

// `arguments` are those after the program's name. Returns the exit status (see ExitStatus). Errors
// are one sentence each on `err`; nothing is thrown.
//
// Notices are read by `read`; those of strangers have to be by one that shuts itself in
// (document/isolated.h). `read_alone`, if it is set, is for the commands that open no data folder
// (parse, lint, diff): it may lay open to the file what this process has in memory.
int Run(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const document::DocumentReader& read = document::ReadDocument,
        const document::DocumentReader& read_alone = {});

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_RUN_H_
