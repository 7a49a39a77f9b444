#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "service/verification.h"

namespace kaoping::cli {
namespace {

struct Options {
  std::string checkpoint;
  Format format = Format::kText;
};

void PrintReport(const Program& program, const service::VerifyReport& report) {
  for (const auto& problem : report.problems) program.Complain(problem.message);
  if (report.more_problems > 0) {
    program.Complain(
        Say("另有{}处问题未列出", "{} more problems are not shown", report.more_problems));
  }
  const Message verdict =
      report.problems.empty()
          ? Say("总账完整：共{}条，数据与总账一致。\n末条校验值：{}",
                "The ledger is whole: {} entries, and the data agrees with it.\nLast hash: {}",
                report.entries, report.hash)
          : Say("总账共{}条，校验没有通过。", "The ledger has {} entries; verification failed.",
                report.entries);
  fmt::print(program.out, "{}\n", verdict.In(program.language));
}

Result<ExitStatus> Verify(Program& program, const service::Context& context,
                          const Options& options) {
  std::optional<service::Checkpoint> checkpoint;
  if (!options.checkpoint.empty()) {
    KAOPING_TRY(const std::string json, ReadText(program, options.checkpoint, kLargestDocument));
    KAOPING_TRY(checkpoint, service::ReadCheckpoint(json));
  }
  KAOPING_TRY(const service::VerifyReport report, service::Verify(context, checkpoint));
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}\n", service::WriteReport(report, program.language));
  } else {
    PrintReport(program, report);
  }
  return report.problems.empty() ? ExitStatus::kDone : ExitStatus::kVerificationFailed;
}

}  // namespace

void AddVerify(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = AddCommand(app, program, "verify", "校验总账和数据有没有被改动",
                                 "check that neither ledger nor data were tampered with");
  command
      ->add_option("--checkpoint", options->checkpoint,
                   program.Text("以前另存的校验点（verify --format json 的输出）",
                                "a checkpoint kept elsewhere (what verify --format json printed)"))
      ->type_name("FILE");
  AddFormat(*command, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*command, program, [options](Program& running, const service::Context& context) {
    return Verify(running, context, *options);
  });
}

}  // namespace kaoping::cli
