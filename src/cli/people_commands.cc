#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "service/accounts.h"
#include "service/register.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;

struct Options {
  std::string name;
  std::string display;
  std::string role;
  std::string file;
  std::string scheme;
  Format format = Format::kText;
};

// “reviewer（复核员）、…”: either word will do for --role.
Message RoleNames() {
  Message names;
  for (const service::Role role : service::AllRoles()) {
    if (role == service::Role::kOperator) continue;
    names.zh +=
        fmt::format("{}{}（{}）", names.zh.empty() ? "" : "、", ToString(role), TitleOf(role));
    names.en += fmt::format("{}{}", names.en.empty() ? "" : "|", ToString(role));
  }
  return names;
}

std::optional<service::Role> ReadRole(const std::string& text) {
  for (const service::Role role : service::AllRoles()) {
    if (text == ToString(role) || text == TitleOf(role)) return role;
  }
  return std::nullopt;
}

void PrintPassword(const Program& program, const service::NewPassword& made) {
  fmt::print(program.out, "{}\n",
             Say("{}的密码：{}（只显示这一次，请本人登录后修改）",
                 "Password of {}: {} (shown this once; to be changed after signing in)", made.name,
                 made.password)
                 .In(program.language));
}

Result<ExitStatus> AddUser(Program& program, const Context& context, const Options& options) {
  const auto role = ReadRole(options.role);
  if (!role) {
    const Message names = RoleNames();
    return UsageError(Say("--role 不能是“{0}”，应为{1}中的一个",
                          "--role cannot be “{0}”; it is one of {2}", options.role, names.zh,
                          names.en));
  }
  const std::string& display = options.display.empty() ? options.name : options.display;
  KAOPING_TRY(const auto made, service::AddUser(context, options.name, display, *role));
  PrintPassword(program, made);
  return ExitStatus::kDone;
}

Result<ExitStatus> ResetPassword(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto made, service::ResetPassword(context, options.name));
  PrintPassword(program, made);
  return ExitStatus::kDone;
}

std::string NoteOn(const service::Account& account, const Program& program) {
  if (account.locked_until) {
    return Say("锁定至{}", "locked until {}", account.locked_until->ToBeijing())
        .In(program.language);
  }
  return account.has_temporary_password ? program.Text("尚未改密码", "password not changed yet")
                                        : "";
}

Result<ExitStatus> ListUsers(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto accounts, service::ListUsers(context));
  if (options.format == Format::kJson) {
    ordered_json items = ordered_json::array();
    for (const auto& account : accounts) {
      items.push_back(
          {{"name", account.name}, {"display", account.display}, {"role", ToString(account.role)}});
    }
    fmt::print(program.out, "{}\n", items.dump(2));
    return ExitStatus::kDone;
  }
  TextTable table({{program.Text("账号", "Name")},
                   {program.Text("姓名或岗位", "Who")},
                   {program.Text("角色", "Role")},
                   {program.Text("说明", "Note")}});
  for (const auto& account : accounts) {
    table.AddRow({account.name, account.display,
                  program.Text(TitleOf(account.role), ToString(account.role)),
                  NoteOn(account, program)});
  }
  fmt::print(program.out, "{}", options.format == Format::kCsv ? table.ToCsv() : table.ToText());
  return ExitStatus::kDone;
}

Result<ExitStatus> ImportUnits(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::string json, ReadText(program, options.file, kLargestDocument));
  KAOPING_TRY(const auto outcome, service::ImportRegister(context, json));
  const Message done = outcome.is_new
                           ? Say("已导入名录：{}个单位，{}个处室。",
                                 "Imported: {} units, {} offices.", outcome.units, outcome.offices)
                           : Say("这份名录已经导入过，没有任何改变。",
                                 "This register has been imported before; nothing changed.");
  fmt::print(program.out, "{}\n", done.In(program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> ListUnits(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto units, service::ListUnits(context, options.scheme));
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}\n", ordered_json(units).dump(2));
    return ExitStatus::kDone;
  }
  for (const std::string& unit : units) fmt::print(program.out, "{}\n", unit);
  return ExitStatus::kDone;
}

}  // namespace

void AddPeopleCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto with = [options](auto work) {
    return [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    };
  };

  CLI::App* user = AddCommand(app, program, "user", "账号", "accounts");
  user->require_subcommand(1);
  const auto add_name = [&](CLI::App* command) {
    command->add_option("NAME", options->name, program.Text("账号", "the account"))->required();
  };
  CLI::App* add = AddCommand(*user, program, "add", "新增账号，显示一次性密码",
                             "make an account and show its first password");
  add_name(add);
  add->add_option("--role", options->role,
                  program.Text("角色，中文或英文：", "role: ") + RoleNames().In(program.language))
      ->required()
      ->type_name("");
  add->add_option("--display", options->display,
                  program.Text("显示的姓名或岗位", "what others see"))
      ->type_name("");
  SetDataJob(*add, program, with(&AddUser), service::OpenMode::kCreate);

  CLI::App* passwd = AddCommand(*user, program, "passwd", "重设密码", "give a new password");
  add_name(passwd);
  SetDataJob(*passwd, program, with(&ResetPassword));

  CLI::App* list = AddCommand(*user, program, "list", "列出账号", "list accounts");
  AddFormat(*list, program, options->format, {Format::kText, Format::kJson, Format::kCsv});
  SetDataJob(*list, program, with(&ListUsers));

  CLI::App* unit =
      AddCommand(app, program, "unit", "被考评单位和处室名录", "the register of units and offices");
  unit->require_subcommand(1);
  CLI::App* import = AddCommand(*unit, program, "import", "导入名录，取代原来的",
                                "take a register in place of the one before");
  import
      ->add_option("FILE", options->file,
                   program.Text("名录（JSON），或 -", "the register (JSON), or -"))
      ->required();
  SetDataJob(*import, program, with(&ImportUnits), service::OpenMode::kCreate);

  CLI::App* units = AddCommand(*unit, program, "list", "列出一个方案考评的单位",
                               "list the units that a scheme assesses");
  units->add_option("SCHEME", options->scheme, program.Text("方案", "the scheme"))->required();
  AddFormat(*units, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*units, program, with(&ListUnits));
}

}  // namespace kaoping::cli
