#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "api/serve.h"
#include "cli/commands.h"
#include "cli/program.h"
#include "cli/scanner.h"
#include "cli/usage.h"

namespace kaoping::cli {
namespace {

using ServeFunction = Status (*)(const api::ServeOptions&, std::ostream&);

struct Options {
  std::string listen = "127.0.0.1:8080";
  std::string clamd;
};

Result<ExitStatus> Run(Program& program, const Options& options, ServeFunction serve) {
  api::ServeOptions serve_options;
  KAOPING_TRY(serve_options.data, DataFolder(program));
  auto listen = api::ParseListenAddress(options.listen);
  if (!listen) return UsageError(listen.error().message);
  serve_options.listen = *std::move(listen);
  serve_options.language = program.language;
  serve_options.read = program.read;
  KAOPING_TRY(serve_options.scanner, ScannerAt(options.clamd));
  KAOPING_TRY_STATUS(serve(serve_options, program.out));
  return ExitStatus::kDone;
}

void AddServer(CLI::App& app, Program& program, const char* name, const char* zh, const char* en,
               ServeFunction serve) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = AddCommand(app, program, name, zh, en);
  command
      ->add_option("--listen", options->listen,
                   program.Text("监听地址，默认 127.0.0.1:8080", "where to listen, 127.0.0.1:8080"))
      ->type_name("ADDR:PORT");
  AddScanner(*command, program, options->clamd);
  command->callback([&program, options, serve] {
    program.job = [&program, options, serve] { return Run(program, *options, serve); };
  });
}

}  // namespace

void AddServeCommands(CLI::App& app, Program& program) {
  AddServer(app, program, "serve", "提供网页和接口", "serve the page and the API", api::Serve);
  AddServer(app, program, "demo", "装入示例通知和示例事实，然后提供网页",
            "fill the data folder with the reference notice and sample facts, then serve it",
            api::ServeDemo);
}

}  // namespace kaoping::cli
