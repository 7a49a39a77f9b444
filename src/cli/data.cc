#include "cli/data.h"

#include <CLI/CLI.hpp>

namespace kaoping::cli {

Result<Data> OpenData(const Program& program, service::OpenMode mode) {
  KAOPING_TRY(const std::filesystem::path folder, DataFolder(program));
  KAOPING_TRY(service::StorePtr store, service::OpenStore(folder, mode));
  store::Store& opened = *store;
  return Data{std::move(store), {opened, service::OperatorActor(), Timestamp::Now()}};
}

void SetDataJob(CLI::App& command, Program& program, DataWork work, service::OpenMode mode) {
  command.callback([&program, work = std::move(work), mode] {
    program.job = [&program, work, mode]() -> Result<ExitStatus> {
      KAOPING_TRY(const Data data, OpenData(program, mode));
      return work(program, data.context);
    };
  });
}

}  // namespace kaoping::cli
