#include "cli/scanner.h"

#include <CLI/CLI.hpp>

#include "channels/clamd.h"

namespace kaoping::cli {

void AddScanner(CLI::App& command, const Program& program, std::string& target) {
  command
      .add_option(
          "--clamd", target,
          program.Text("上传的文件先由此处的 ClamAV 扫描：unix:套接字 或 IP:端口；默认不扫描",
                       "have files scanned by the ClamAV there first: unix:SOCKET or "
                       "IP:PORT; off by default"))
      ->type_name("ADDR");
}

Result<std::shared_ptr<const service::FileScanner>> ScannerAt(const std::string& address) {
  using Scanner = std::shared_ptr<const service::FileScanner>;
  if (address.empty()) return Scanner();
  auto parsed = channels::ParseClamdAddress(address);
  if (!parsed) return UsageError(parsed.error().message);
  return Scanner(channels::MakeClamdScanner(*std::move(parsed)));
}

}  // namespace kaoping::cli
