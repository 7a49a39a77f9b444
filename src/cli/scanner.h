// --clamd ADDRESS: where files of evidence are scanned for viruses.

#ifndef KAOPING_CLI_SCANNER_H_
#define KAOPING_CLI_SCANNER_H_

#include <memory>
#include <string>

#include "cli/program.h"
#include "service/file_scanner.h"

namespace CLI {
class App;
}

namespace kaoping::cli {

// `target` must last as long as `command`.
void AddScanner(CLI::App& command, const Program& program, std::string& target);

// The scanner there; nullptr if `address` is empty. A usage error if it is no address.
Result<std::shared_ptr<const service::FileScanner>> ScannerAt(const std::string& address);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_SCANNER_H_
