#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/input.h"
#include "cli/settle_text.h"
#include "cli/usage.h"
#include "service/schemes.h"
#include "service/settlements.h"

namespace kaoping::cli {
namespace {

using service::Context;
using How = scheme::Settlement::How;

struct Options {
  std::string scheme;
  std::string task;
  bool confirm = false;
  std::optional<std::string> text;
  std::optional<std::string> rules_file;
  bool leave = false;
  bool reopen = false;
  bool warnings = false;
  std::string reason;
};

// What is asked for, of which a command does one thing; nothing if the state is to be shown.
Result<std::optional<How>> ChosenOf(const Options& options) {
  std::vector<How> chosen;
  if (options.confirm) chosen.push_back(How::kConfirmed);
  if (options.text) chosen.push_back(How::kReplaced);
  if (options.rules_file) chosen.push_back(How::kReplaced);
  if (options.leave) chosen.push_back(How::kLeft);
  if (options.reopen) chosen.push_back(How::kReopened);
  if (chosen.size() > 1) {
    return UsageError(Say("--confirm、--text、--rules、--leave、--reopen 一次只能写一个",
                          "--confirm, --text, --rules, --leave and --reopen exclude one another"));
  }
  if (!chosen.empty() && options.task.empty()) {
    return UsageError(Say("没有写明核定哪一条；请在方案之后写上编号，如 1.2",
                          "say which criterion: its key, like 1.2, after the scheme"));
  }
  if (options.warnings && !(chosen.empty() && options.task.empty())) {
    return UsageError(Say("--warnings 确认整个方案的警告，不与编号和别的办法同用",
                          "--warnings is for the whole scheme, and stands alone"));
  }
  if (!options.reason.empty() && chosen.empty() && !options.warnings) {
    return UsageError(
        Say("写了 --reason，却没有写怎么核定；请再写 --confirm、--text、--rules、--leave "
            "或 --reopen",
            "--reason goes with --confirm, --text, --rules, --leave or --reopen"));
  }
  return chosen.empty() ? std::optional<How>() : chosen.front();
}

Result<ExitStatus> ConfirmWarnings(const Program& program, const Context& context,
                                   const Options& options) {
  KAOPING_TRY(const service::SchemeView view, service::ShowScheme(context, options.scheme));
  const std::vector<std::string> outstanding = service::OutstandingWarnings(view);
  if (outstanding.empty()) {
    fmt::print(program.out, "{}\n",
               program.Text("没有待确认的警告。", "There is no warning to confirm."));
    return ExitStatus::kDone;
  }
  fmt::print(program.out, "{}", RenderOutstanding(view, program.language));
  KAOPING_TRY(const int confirmed,
              service::ConfirmFindings(context, view.summary.id, outstanding, options.reason));
  fmt::print(program.out, "{}\n",
             Say("已确认以上{}处警告。", "These {} warnings are confirmed.", confirmed)
                 .In(program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> SettleOne(Program& program, const Context& context, const Options& options,
                             How how) {
  service::SettleRequest request;
  request.how = how;
  request.reading.text = options.text;
  if (options.rules_file) {
    KAOPING_TRY(request.reading.rules, ReadText(program, *options.rules_file, kLargestDocument));
  }
  request.reason = options.reason;
  auto settled = service::SettleCriterion(context, options.scheme, options.task, request);
  if (!settled && settled.error().code == "reason-required") {
    const Message& why = settled.error().message;
    return MakeError(
        settled.error().kind, settled.error().code,
        {fmt::format("{}：--reason \"……\"", why.zh), fmt::format("{}: --reason \"…\"", why.en)});
  }
  KAOPING_TRY(const service::CriterionView view, std::move(settled));
  fmt::print(program.out, "{}", RenderCriterion(view, program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> Settle(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::optional<How> how, ChosenOf(options));
  if (options.warnings) return ConfirmWarnings(program, context, options);
  if (how) return SettleOne(program, context, options, *how);
  if (!options.task.empty()) {
    KAOPING_TRY(const service::CriterionView view,
                service::ShowCriterion(context, options.scheme, options.task));
    fmt::print(program.out, "{}", RenderCriterion(view, program.language));
    return ExitStatus::kDone;
  }
  KAOPING_TRY(const service::SchemeView view, service::ShowScheme(context, options.scheme));
  fmt::print(program.out, "{}", RenderReview(view, program.language));
  return ExitStatus::kDone;
}

void AddWays(CLI::App& settle, const Program& program, Options& options) {
  settle.add_flag("--confirm", options.confirm,
                  program.Text("确认：读得对，照此计分；这一条的警告一并确认",
                               "it counts as it was read; its warnings are confirmed too"));
  settle
      .add_option("--text", options.text,
                  program.Text("改写：用自己的话写出这一条，重新编译后照此计分",
                               "what it says in your own sentences, which are compiled instead"))
      ->type_name("");
  settle
      .add_option("--rules", options.rules_file,
                  program.Text("改写：照规则文件计分（kaoping compile --format json 的形式）",
                               "rules in the form of kaoping compile --format json"))
      ->type_name("FILE");
  settle.add_flag("--leave", options.leave,
                  program.Text("挂账：待定，暂不计分；要写 --reason",
                               "undecided: it doesn't count; needs --reason"));
  settle.add_flag("--reopen", options.reopen,
                  program.Text("撤回上一次的核定", "take the last word on it back"));
  settle.add_flag("--warnings", options.warnings,
                  program.Text("列出并确认整个方案未确认的警告",
                               "list and confirm the warnings that nobody confirmed"));
  settle
      .add_option("--reason", options.reason,
                  program.Text("理由，记入总账", "why; the ledger keeps it"))
      ->type_name("");
}

}  // namespace

void AddSettle(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* settle =
      AddCommand(app, program, "settle", "核定考评标准：看机器怎样读，再确认、改写或挂账",
                 "settle how criteria are read: confirm, replace, or leave undecided");
  settle
      ->add_option("SCHEME", options->scheme,
                   program.Text("方案的编号，或标题、文号中不会混淆的一段",
                                "its id, or any unambiguous part of its title or number"))
      ->required();
  settle->add_option("TASK", options->task,
                     program.Text("考评标准的编号，如 1.2；不写则列出全部",
                                  "the key of a criterion, like 1.2; all of them without"));
  AddWays(*settle, program, *options);
  SetDataJob(*settle, program, [options](Program& running, const Context& context) {
    return Settle(running, context, *options);
  });
}

}  // namespace kaoping::cli
