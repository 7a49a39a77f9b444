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
void AddParse(CLI::App& app, Program& program);
void AddLint(CLI::App& app, Program& program);
void AddDiff(CLI::App& app, Program& program);
void AddEvaluate(CLI::App& app, Program& program);

// On a data folder.
void AddSchemeCommands(CLI::App& app, Program& program);  // import schemes show publish
void AddSettle(CLI::App& app, Program& program);
void AddFactCommands(CLI::App& app, Program& program);      // record confirm reject
void AddScoreCommands(CLI::App& app, Program& program);     // score explain owed
void AddPeopleCommands(CLI::App& app, Program& program);    // user, unit
void AddSettings(CLI::App& app, Program& program);          // settings
void AddOfficeCommands(CLI::App& app, Program& program);    // office
void AddLayoutCommands(CLI::App& app, Program& program);    // layout
void AddEvidenceCommands(CLI::App& app, Program& program);  // evidence
void AddVerify(CLI::App& app, Program& program);
void AddLedger(CLI::App& app, Program& program);
void AddServeCommands(CLI::App& app, Program& program);  // serve demo

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_COMMANDS_H_
