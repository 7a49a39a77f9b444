// The data folder of a command, opened as the operator: whoever may write the folder may do
// everything in it.

#ifndef KAOPING_CLI_DATA_H_
#define KAOPING_CLI_DATA_H_

#include <functional>

#include "base/result.h"
#include "cli/program.h"
#include "service/context.h"

namespace CLI {
class App;
}

namespace kaoping::cli {

struct Data {
  service::StorePtr store;
  service::Context context;
};

// The folder of DataFolder(program). The errors are those of service::OpenStore.
Result<Data> OpenData(const Program& program, service::OpenMode mode);

// Sets the job of `command`: opens the folder, which must be there unless `mode` makes it, and
// calls `work` with the program and the context.
using DataWork = std::function<Result<ExitStatus>(Program&, const service::Context&)>;
void SetDataJob(CLI::App& command, Program& program, DataWork work,
                service::OpenMode mode = service::OpenMode::kExisting);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_DATA_H_
