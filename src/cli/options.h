// Options that several commands share. A value that cannot be read ends the parsing with a sentence
// saying what would be accepted. `target` must last as long as `command`.

#ifndef KAOPING_CLI_OPTIONS_H_
#define KAOPING_CLI_OPTIONS_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "cli/program.h"
#include "score/score.h"

namespace CLI {
class App;
}

namespace kaoping::cli {

// --lang zh|en
void AddLanguage(CLI::App& app, Program& program);

// --format, of which the command accepts only `allowed`; the first is the default.
void AddFormat(CLI::App& command, const Program& program, Format& target,
               std::initializer_list<Format> allowed);

void AddDecimal(CLI::App& command, const Program& program, const std::string& name,
                std::optional<Decimal>& target, const std::string& help);

// --table N and --map COLUMN=ROLE, which may come several times; ReadHints makes hints of them.
struct TableHints {
  int table = 0;
  std::vector<std::string> columns;
};
void AddTableHints(CLI::App& command, const Program& program, TableHints& target);

// A whole number from `least` to `most`.
void AddWhole(CLI::App& command, const Program& program, const std::string& name, int& target,
              int least, int most, const std::string& help);

// --as-of DAY and --known-at TIME. A time may be a day, which means all of that day in Beijing.
void AddClocks(CLI::App& command, const Program& program, score::Query& target);

// --reading confirmed|claimed|projected
void AddReading(CLI::App& command, const Program& program, std::optional<score::Reading>& target);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_OPTIONS_H_
