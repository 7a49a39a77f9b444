#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "service/layouts.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;
using Layouts = std::vector<service::RememberedLayout>;

struct Options {
  std::uint64_t id = 0;
  Format format = Format::kText;
};

// “甲栏=项目　乙栏=内容”
std::string RolesOf(const notice::Layout& layout, Language language) {
  std::string roles;
  for (std::size_t i = 0; i < layout.roles.size(); ++i) {
    const notice::Role role = layout.roles[i];
    if (role == notice::Role::kUnknown) continue;
    const std::string heading =
        layout.headings[i].empty() ? std::to_string(i + 1) : layout.headings[i];
    roles += fmt::format("{}{}={}", roles.empty() ? "" : "  ", heading,
                         language == Language::kEnglish ? notice::ToString(role)
                                                        : std::string(notice::NameOf(role)));
  }
  return roles;
}

void PrintText(const Program& program, const Layouts& layouts) {
  const Language language = program.language;
  if (layouts.empty()) {
    fmt::print(
        program.out, "{}\n",
        Say("没有记住的表头；导入时用 --map 或 --table 更正过的，会记在这里。",
            "No head is remembered; those corrected with --map or --table on import are kept here.")
            .In(language));
  }
  for (const service::RememberedLayout& one : layouts) {
    const Message chosen =
        one.layout.is_chosen ? Say("，取这张表", ", this table is taken") : Message{};
    fmt::print(program.out, "{}\n  {}\n",
               Say("{0}  见《{1}》，{2}，{3}{4}", "{0}  in {1}, {2}, {3}{5}", one.id, one.source,
                   one.by, one.at.ToBeijing(), chosen.zh, chosen.en)
                   .In(language),
               RolesOf(one.layout, language));
  }
}

void PrintJson(const Program& program, const Layouts& layouts) {
  ordered_json list = ordered_json::array();
  for (const service::RememberedLayout& one : layouts) {
    ordered_json columns = ordered_json::array();
    for (std::size_t i = 0; i < one.layout.roles.size(); ++i) {
      columns.push_back(
          {{"heading", one.layout.headings[i]}, {"role", notice::ToString(one.layout.roles[i])}});
    }
    list.push_back({{"id", one.id},
                    {"file", one.source},
                    {"by", one.by},
                    {"at", one.at.ToString()},
                    {"chosen", one.layout.is_chosen},
                    {"columns", std::move(columns)}});
  }
  fmt::print(program.out, "{}\n", list.dump(2));
}

void Print(const Program& program, const Layouts& layouts, Format format) {
  if (format == Format::kJson) {
    PrintJson(program, layouts);
  } else {
    PrintText(program, layouts);
  }
}

Result<ExitStatus> List(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const Layouts layouts, service::ListLayouts(context));
  Print(program, layouts, options.format);
  return ExitStatus::kDone;
}

Result<ExitStatus> Forget(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const Layouts layouts, service::ForgetLayout(context, options.id));
  Print(program, layouts, options.format);
  return ExitStatus::kDone;
}

}  // namespace

void AddLayoutCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto with = [options](auto work) {
    return [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    };
  };
  CLI::App* layout =
      AddCommand(app, program, "layout", "导入时更正过、下次照此取用的表头",
                 "heads of tables that were corrected on import and are known the next time");
  layout->require_subcommand(1);

  CLI::App* list = AddCommand(*layout, program, "list", "列出记住的表头", "list them");
  AddFormat(*list, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*list, program, with(&List));

  CLI::App* forget = AddCommand(*layout, program, "forget", "不再照此取用",
                                "read such tables by themselves again");
  forget
      ->add_option("ID", options->id,
                   program.Text("layout list 列出的编号", "the id, as layout list gives it"))
      ->required();
  AddFormat(*forget, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*forget, program, with(&Forget));
}

}  // namespace kaoping::cli
