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
#include "cli/options.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "service/settings.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;
using service::SettingChoice;
using service::SettingView;

struct Options {
  std::vector<std::string> choices;  // "password-days=90"
  std::string profile;
  std::string reason;
  Format format = Format::kText;
};

std::string Shown(const Program& program, const SettingView& setting, const std::string& value) {
  if (!setting.is_switch) return value;
  return value == "on" ? program.Text("启用（on）", "on") : program.Text("停用（off）", "off");
}

void Print(const Program& program, const std::vector<SettingView>& settings, Format format) {
  if (format == Format::kJson) {
    ordered_json items = ordered_json::array();
    for (const SettingView& setting : settings) {
      items.push_back(
          {{"name", setting.name}, {"value", setting.value}, {"default", setting.standard}});
    }
    fmt::print(program.out, "{}\n", items.dump(2));
    return;
  }
  TextTable table({{program.Text("设置", "Setting")},
                   {program.Text("说明", "Meaning")},
                   {program.Text("现为", "Now")},
                   {program.Text("默认", "Default")},
                   {program.Text("更改", "Changed")}});
  for (const SettingView& setting : settings) {
    const std::string changed =
        setting.at ? fmt::format("{} {}：{}", setting.at->ToBeijing(), setting.by, setting.reason)
                   : "";
    table.AddRow({setting.name, setting.title.In(program.language),
                  Shown(program, setting, setting.value), Shown(program, setting, setting.standard),
                  changed});
  }
  fmt::print(program.out, "{}", table.ToText());
}

Result<ExitStatus> List(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const auto settings, service::ListSettings(context));
  Print(program, settings, options.format);
  return ExitStatus::kDone;
}

Result<ExitStatus> Change(Program& program, const Context& context,
                          const std::vector<SettingChoice>& choices, const Options& options) {
  KAOPING_TRY(const auto settings, service::ChangeSettings(context, choices, options.reason));
  Print(program, settings, Format::kText);
  return ExitStatus::kDone;
}

Result<ExitStatus> Set(Program& program, const Context& context, const Options& options) {
  std::vector<SettingChoice> choices;
  for (const std::string& text : options.choices) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos) {
      return UsageError(Say("“{}”缺少等号；请写成 password-days=90 这样",
                            "\"{}\" has no equals sign; write password-days=90", text));
    }
    choices.push_back({text.substr(0, sign), text.substr(sign + 1)});
  }
  return Change(program, context, choices, options);
}

Result<ExitStatus> ApplyProfile(Program& program, const Context& context, const Options& options) {
  const auto choices = service::FindProfile(options.profile);
  if (!choices) {
    return UsageError(Say("没有“{}”这种方式；应为 small_bureau（小单位）或 appraiser（考评办）",
                          "there is no profile \"{}\"; it is small_bureau or appraiser",
                          options.profile));
  }
  return Change(program, context, *choices, options);
}

}  // namespace

void AddSettings(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto with = [options](auto work) {
    return [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    };
  };
  CLI::App* settings = AddCommand(app, program, "settings", "设置：密码、登录和考评的规则",
                                  "rules for passwords, sessions and the appraisal");
  settings->require_subcommand(1);
  CLI::App* list = AddCommand(*settings, program, "list", "列出设置", "list them");
  AddFormat(*list, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*list, program, with(&List));

  const auto add_reason = [&](CLI::App* command) {
    command
        ->add_option("--reason", options->reason,
                     program.Text("理由，记入总账", "why; kept in the ledger"))
        ->required()
        ->type_name("");
  };
  CLI::App* set = AddCommand(*settings, program, "set", "更改设置", "change some");
  set->add_option("SETTING=VALUE", options->choices,
                  program.Text("如 password-days=90，可以多个", "such as password-days=90"))
      ->required()
      ->type_name("");
  add_reason(set);
  SetDataJob(*set, program, with(&Set));

  CLI::App* profile = AddCommand(*settings, program, "profile",
                                 "按单位情况一次设定：small_bureau（小单位）、appraiser（考评办）",
                                 "choose what suits: small_bureau or appraiser");
  profile->add_option("PROFILE", options->profile, "small_bureau, appraiser")
      ->required()
      ->type_name("");
  add_reason(profile);
  SetDataJob(*profile, program, with(&ApplyProfile));
}

}  // namespace kaoping::cli
