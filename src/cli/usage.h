// The words of CLI11 in the language of the program: its help, and what it says of wrong arguments.

#ifndef KAOPING_CLI_USAGE_H_
#define KAOPING_CLI_USAGE_H_

#include "cli/program.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace kaoping::cli {

// Before commands are added: they inherit it.
void SetUpHelp(CLI::App& app, const Program& program);

// A command, or a command of a command (user add), with its line in the help.
CLI::App* AddCommand(CLI::App& app, const Program& program, const char* name, const char* zh,
                     const char* en);

// Prints the help that was asked for, or what is wrong with the arguments and where to read on.
ExitStatus EndParse(const CLI::App& app, const CLI::ParseError& error, const Program& program);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_USAGE_H_
