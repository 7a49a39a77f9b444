#include "cli/run.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/program.h"
#include "cli/usage.h"

#ifndef KAOPING_VERSION
#error "the build defines KAOPING_VERSION"
#endif

namespace kaoping::cli {
namespace {

// The language is needed for the help and for wrong arguments, so it is looked for before anything
// else is read.
Language FindLanguage(const std::vector<std::string>& arguments) {
  const auto option = std::find(arguments.begin(), arguments.end(), "--lang");
  const bool separate = option != arguments.end() && option + 1 != arguments.end();
  const bool english =
      (separate && *(option + 1) == "en") ||
      std::find(arguments.begin(), arguments.end(), "--lang=en") != arguments.end();
  return english ? Language::kEnglish : Language::kChinese;
}

void AddCommands(CLI::App& app, Program& program) {
  AddCompile(app, program);
  AddParse(app, program);
  AddLint(app, program);
  AddDiff(app, program);
  AddEvaluate(app, program);
  AddSchemeCommands(app, program);
  AddSettle(app, program);
  AddFactCommands(app, program);
  AddScoreCommands(app, program);
  AddPeopleCommands(app, program);
  AddOfficeCommands(app, program);
  AddSettings(app, program);
  AddLayoutCommands(app, program);
  AddEvidenceCommands(app, program);
  AddVerify(app, program);
  AddLedger(app, program);
  AddServeCommands(app, program);
}

ExitStatus RunJob(Program& program) {
  try {
    Result<ExitStatus> status = program.job();
    if (status) return *status;
    program.Complain(status.error().message);
    return StatusOf(status.error());
  } catch (const std::bad_alloc&) {
    program.Complain(Say("内存不够，命令没有完成，请减小输入或换一台内存更大的机器",
                         "out of memory, the command was given up; use a smaller input or a larger "
                         "machine"));
  } catch (const std::exception&) {
    program.Complain(Say("程序内部出错，命令没有完成，请把所用命令和输入报告给开发者",
                         "internal error, the command was given up; please report the command and "
                         "its input"));
  }
  return ExitStatus::kFailed;
}

}  // namespace

int Run(std::vector<std::string> arguments, std::istream& in, std::ostream& out, std::ostream& err,
        const document::DocumentReader& read, const document::DocumentReader& read_alone) {
  Program program{in, out,    err, read, read_alone ? read_alone : read, FindLanguage(arguments),
                  "", nullptr};

  CLI::App app(
      program.Text("kaoping 考评：把考评通知变成可执行、可解释的得分",
                   "kaoping: turns an appraisal notice into scores that explain themselves"),
      "kaoping");
  SetUpHelp(app, program);
  AddLanguage(app, program);
  app.add_option("--data", program.data,
                 program.Text("数据文件夹（默认 $KAOPING_DATA，否则 ~/.local/share/kaoping）",
                              "data folder (default $KAOPING_DATA, else ~/.local/share/kaoping)"))
      ->type_name("DIR");
  app.set_version_flag("--version", "kaoping " KAOPING_VERSION, program.Text("版本", "version"));
  AddCommands(app, program);
  app.require_subcommand(1);

  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return static_cast<int>(EndParse(app, error, program));
  }
  const ExitStatus status = RunJob(program);
  if (!out.flush()) {
    program.Complain(Say("输出没有写完，请检查磁盘空间后重试",
                         "the output could not be written; check the disk and try again"));
    return static_cast<int>(ExitStatus::kFailed);
  }
  return static_cast<int>(status);
}

}  // namespace kaoping::cli
