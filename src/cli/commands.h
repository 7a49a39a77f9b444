// Each of these adds a group of commands to `app`; choosing one sets `program.job`. Both outlive
// the job.

#ifndef KAOPING_CLI_COMMANDS_H_
#define KAOPING_CLI_COMMANDS_H_

#include "cli/program.h"

namespace CLI {
class App;
}

namespace kaoping::cli {

// Stateless.
void AddCompile(CLI::App& app, Program& program);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_COMMANDS_H_
