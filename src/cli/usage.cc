#include "cli/usage.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <regex>

namespace kaoping::cli {
namespace {

// The option or argument that an error of CLI11 is about: "--base", "FILE"; "" if it names none.
std::string NamedIn(const std::string& what) {
  static const std::regex pattern("--[a-z][a-z-]*|\\b[A-Z]{2,}[A-Za-z.]*");
  std::smatch match;
  return std::regex_search(what, match, pattern) ? match.str() : "";
}

// What CLI11 puts after a colon.
std::string AfterColon(const std::string& what) {
  const auto colon = what.find(": ");
  return colon == std::string::npos ? what : what.substr(colon + 2);
}

// Requires: something is left over.
Message NoCommand(const CLI::App& app) {
  return Say("没有名为“{}”的命令", "there is no command “{}”", app.remaining(true).front());
}

Message WhatIsWrong(const CLI::App& app, const CLI::ParseError& error) {
  const std::string what = error.what();
  const std::string name = NamedIn(what);
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError: {
      const std::string extras = AfterColon(what);
      return Say("不认识“{}”", "“{}” was not expected", extras);
    }
    case CLI::ExitCodes::RequiredError:
      if (!name.empty()) return Say("缺少 {}", "{} is missing", name);
      if (!app.remaining(true).empty()) return NoCommand(app);
      return Say("没有说要做什么", "no command was given");
    case CLI::ExitCodes::ArgumentMismatch:
      return Say("{} 后面缺少内容或多了内容", "{} has too few or too many values", name);
    case CLI::ExitCodes::ValidationError: {
      // Thrown by options.cc only, with a sentence in the language of the program.
      const std::string accepted = AfterColon(what);
      return Say("{} {}", "{} {}", name, accepted);
    }
    default:
      if (name.empty()) return Say("命令的写法不对", "the command is not written right");
      return Say("{} 的写法不对", "{} is not written right", name);
  }
}

const CLI::App& ChosenCommand(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : ChosenCommand(*chosen.front());
}

// Whether one of its commands should have been chosen.
bool LacksCommand(const CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty();
}

}  // namespace

void SetUpHelp(CLI::App& app, const Program& program) {
  app.fallthrough();  // --data and --lang may follow the command
  app.group(program.Text("命令", "Commands"));
  app.option_defaults()->group(program.Text("选项", "Options"));
  app.set_help_flag("-h,--help", program.Text("帮助", "this help"));
  const auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", program.Text("用法", "Usage"));
  formatter->label("OPTIONS", program.Text("选项", "OPTIONS"));
  formatter->label("Positionals", program.Text("参数", "Arguments"));
  formatter->label("SUBCOMMAND", program.Text("命令", "COMMAND"));
  formatter->label("SUBCOMMANDS", program.Text("命令", "COMMANDS"));
  formatter->label("REQUIRED", program.Text("必填", "REQUIRED"));
  for (const char* type : {"TEXT", "INT", "UINT", "FLOAT"}) formatter->label(type, "");
  formatter->column_width(30);
  app.formatter(formatter);
}

CLI::App* AddCommand(CLI::App& app, const Program& program, const char* name, const char* zh,
                     const char* en) {
  CLI::App* command = app.add_subcommand(name, program.Text(zh, en));
  // The one it inherits does not stand among the options.
  command->set_help_flag("-h,--help", program.Text("帮助", "this help"));
  return command;
}

ExitStatus EndParse(const CLI::App& app, const CLI::ParseError& error, const Program& program) {
  const CLI::App& command = ChosenCommand(app);
  // Help on a command that does not exist is no help.
  const bool is_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  const bool is_unknown = is_help && LacksCommand(command) && !app.remaining(true).empty();
  if (is_help && !is_unknown) {
    app.exit(error, program.out, program.err);  // --help, --version
    return ExitStatus::kDone;
  }
  const std::string path = &command == &app ? "kaoping" : "kaoping " + command.get_display_name();
  const Message wrong = is_unknown ? NoCommand(app) : WhatIsWrong(app, error);
  program.Complain(
      {wrong.zh + "，写法见 " + path + " --help", wrong.en + "; see " + path + " --help"});
  return ExitStatus::kUsage;
}

}  // namespace kaoping::cli
