#include <fmt/ostream.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "service/accounts.h"
#include "service/entrustments.h"
#include "service/register.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;

struct Options {
  std::string name;
  std::string display;
  std::string role;
  service::Place place;
  std::string file;
  std::string scheme;
  std::string task;
  std::vector<std::string> units;
  bool takes_back = false;
  std::string reason;
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
  KAOPING_TRY(const auto made,
              service::AddUser(context, options.name, display, *role, options.place));
  PrintPassword(program, made);
  return ExitStatus::kDone;
}

// “南通市商务局 政策法规处”
std::string NameOf(const service::Place& place) {
  return place.office.empty() ? place.unit : place.unit + " " + place.office;
}

Result<ExitStatus> Move(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto place, service::ChangePlace(context, options.name, options.place));
  const Message done =
      place.unit.empty()
          ? Say("{}不再属于某个单位。", "{} belongs to no unit any more.", options.name)
          : Say("{0}现在属于：{1}。", "{0} belongs to {1} now.", options.name, NameOf(place));
  fmt::print(program.out, "{}\n", done.In(program.language));
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
      ordered_json& item = items.emplace_back(ordered_json{
          {"name", account.name}, {"display", account.display}, {"role", ToString(account.role)}});
      if (!account.place.unit.empty()) item["unit"] = account.place.unit;
      if (!account.place.office.empty()) item["office"] = account.place.office;
    }
    fmt::print(program.out, "{}\n", items.dump(2));
    return ExitStatus::kDone;
  }
  TextTable table({{program.Text("账号", "Name")},
                   {program.Text("姓名或岗位", "Who")},
                   {program.Text("角色", "Role")},
                   {program.Text("单位", "Unit")},
                   {program.Text("说明", "Note")}});
  for (const auto& account : accounts) {
    table.AddRow({account.name, account.display,
                  program.Text(TitleOf(account.role), ToString(account.role)),
                  NameOf(account.place), NoteOn(account, program)});
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

Result<ExitStatus> ShowUnits(Program& program, const Context& context, const Options&) {
  KAOPING_TRY(const std::string json, service::ShowRegister(context));
  fmt::print(program.out, "{}", json);
  return ExitStatus::kDone;
}

void PrintEntrustments(const Program& program,
                       const std::vector<service::Entrustment>& entrustments, Format format) {
  if (format == Format::kJson) {
    ordered_json items = ordered_json::array();
    for (const service::Entrustment& one : entrustments) {
      items.push_back({{"task", one.task}, {"units", one.units}, {"by", one.by}});
    }
    fmt::print(program.out, "{}\n", items.dump(2));
    return;
  }
  if (entrustments.empty()) {
    fmt::print(program.out, "{}\n",
               program.Text("没有委托任何任务。", "No task is entrusted to anybody."));
    return;
  }
  TextTable table({{program.Text("任务", "Task")},
                   {program.Text("委托给", "Entrusted to")},
                   {program.Text("经办", "By")},
                   {program.Text("说明", "Reason")}});
  for (const service::Entrustment& one : entrustments) {
    table.AddRow({one.task, fmt::format("{}", fmt::join(one.units, "、")), one.by, one.reason});
  }
  fmt::print(program.out, "{}", table.ToText());
}

Result<ExitStatus> Entrust(Program& program, const Context& context, const Options& options) {
  if (options.units.empty() == !options.takes_back) {
    return UsageError(Say("请写明委托给哪些单位；要收回委托，请用 --nobody 而不写单位",
                          "name the units that it is entrusted to; to take it back, use --nobody "
                          "and no unit"));
  }
  KAOPING_TRY(const auto list, service::EntrustTask(context, options.scheme, options.task,
                                                    options.units, options.reason));
  PrintEntrustments(program, list, options.format);
  return ExitStatus::kDone;
}

Result<ExitStatus> Entrusted(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto list, service::ListEntrustments(context, options.scheme));
  PrintEntrustments(program, list, options.format);
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
  const auto add_place = [&](CLI::App* command) {
    command
        ->add_option("--unit", options->place.unit,
                     program.Text("所属单位", "the unit that its owner belongs to"))
        ->type_name("");
    command
        ->add_option("--office", options->place.office,
                     program.Text("所属处室", "the office within the unit"))
        ->type_name("");
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
  add_place(add);
  SetDataJob(*add, program, with(&AddUser), service::OpenMode::kCreate);

  CLI::App* move = AddCommand(*user, program, "move", "调整所属单位、处室；不写即不属于任何单位",
                              "move somebody to another unit or office; to none, if none is given");
  add_name(move);
  add_place(move);
  SetDataJob(*move, program, with(&Move));

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

  const auto add_scheme = [&](CLI::App* command) {
    command->add_option("SCHEME", options->scheme, program.Text("方案", "the scheme"))->required();
  };
  CLI::App* units = AddCommand(*unit, program, "list", "列出一个方案考评的单位",
                               "list the units that a scheme assesses");
  add_scheme(units);
  AddFormat(*units, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*units, program, with(&ListUnits));

  CLI::App* show = AddCommand(*unit, program, "show", "写出名录（JSON），可改后再导入",
                              "write the register (JSON), to be changed and imported again");
  SetDataJob(*show, program, with(&ShowUnits));

  CLI::App* entrust =
      AddCommand(*unit, program, "entrust", "把一项任务委托给指标主管或数据来源单位",
                 "entrust a task to the unit that keeps its indicator or knows what happened");
  add_scheme(entrust);
  entrust->add_option("TASK", options->task, program.Text("任务编号", "key of the task"))
      ->required();
  entrust->add_option("UNIT", options->units, program.Text("单位，可以多个", "units"))
      ->type_name("");
  entrust->add_flag("--nobody", options->takes_back, program.Text("收回委托", "take it back"));
  entrust->add_option("--reason", options->reason, program.Text("说明", "why"))->type_name("");
  SetDataJob(*entrust, program, with(&Entrust));

  CLI::App* entrusted =
      AddCommand(*unit, program, "entrusted", "列出委托出去的任务", "list entrusted tasks");
  add_scheme(entrusted);
  AddFormat(*entrusted, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*entrusted, program, with(&Entrusted));
}

}  // namespace kaoping::cli
