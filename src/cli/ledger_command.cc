#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>
#include <string>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/options.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "service/ledger_search.h"

namespace kaoping::cli {
namespace {

using service::Context;

struct Options {
  service::LedgerFilter filter;
  std::string from;
  std::string to;
  Format format = Format::kText;
};

Result<std::optional<Date>> ReadDay(const std::string& text, const char* option) {
  if (text.empty()) return std::optional<Date>();
  if (const auto day = Date::Parse(text)) return std::optional<Date>(day);
  return UsageError(Say("{0} 的“{1}”不是日期；请写成 2017-05-03 这样",
                        "{0}: \"{1}\" is no day; write 2017-05-03", option, text));
}

Result<ExitStatus> Run(Program& program, const Context& context, const Options& options) {
  service::LedgerFilter filter = options.filter;
  filter.limit = 1000;
  KAOPING_TRY(filter.from, ReadDay(options.from, "--from"));
  KAOPING_TRY(filter.to, ReadDay(options.to, "--to"));
  TextTable table({{program.Text("序号", "No.")},
                   {program.Text("时间", "When")},
                   {program.Text("账号", "Who")},
                   {program.Text("操作", "Did")},
                   {program.Text("对象", "To what")},
                   {program.Text("内容", "What")}});
  bool is_empty = true;
  do {
    KAOPING_TRY(const service::LedgerPage page, service::SearchLedger(context, filter));
    for (const ledger::Entry& entry : page.items) {
      is_empty = false;
      if (options.format == Format::kJsonl) {
        fmt::print(program.out, "{}\n", service::WriteEntry(entry));
      } else {
        table.AddRow({std::to_string(entry.seq), entry.at.ToBeijing(), entry.actor, entry.action,
                      entry.subject, entry.body});
      }
    }
    filter.cursor = page.next;
  } while (!filter.cursor.empty());
  if (options.format == Format::kCsv) fmt::print(program.out, "{}", table.ToCsv());
  if (options.format != Format::kText) return ExitStatus::kDone;
  fmt::print(
      program.out, "{}",
      is_empty ? program.Text("没有这样的记录。\n", "There is no such entry.\n") : table.ToText());
  return ExitStatus::kDone;
}

}  // namespace

void AddLedger(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      AddCommand(app, program, "ledger", "查阅、导出总账", "read and export the ledger");
  const auto add = [&](const char* name, std::string& into, const char* zh, const char* en) {
    command->add_option(name, into, program.Text(zh, en))->type_name("");
  };
  add("--actor", options->filter.actor, "谁办的（账号）", "by this account");
  add("--action", options->filter.action, "办了什么，如 record-fact", "such as record-fact");
  add("--subject", options->filter.subject, "对象或其开头，如 account/",
      "or its beginning: account/");
  add("--words", options->filter.words, "内容含有的文字", "words in what it says");
  add("--from", options->from, "从哪天起", "from this day on");
  add("--to", options->to, "到哪天止", "to this day");
  AddFormat(*command, program, options->format, {Format::kText, Format::kJsonl, Format::kCsv});
  SetDataJob(*command, program, [options](Program& running, const Context& context) {
    return Run(running, context, *options);
  });
}

}  // namespace kaoping::cli
