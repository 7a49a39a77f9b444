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
#include "cli/usage.h"
#include "service/office_names.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;

struct Options {
  std::string scheme;
  std::string name;
  registry::Answer answer;
  std::string reason;
  Format format = Format::kText;
};

std::string Joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, "、"));
}

Message MeaningOf(const service::GivenName& given) {
  if (given.answer.ignored) return Say("不是本单位的处室", "none of the unit's offices");
  if (given.offices.empty()) {
    return Say("名录中已没有它所指的处室，请重新指定",
               "the register no longer has what it means: say it anew");
  }
  const std::string offices = Joined(given.offices);
  if (given.answer.tags.empty()) return {offices, offices};
  return Say("标签“{0}”：{1}", "tag \"{0}\": {1}", Joined(given.answer.tags), offices);
}

void PrintJson(const Program& program, const service::OfficeNames& names) {
  ordered_json json = {
      {"unit", names.unit}, {"unknown", ordered_json::array()}, {"given", ordered_json::array()}};
  for (const service::OpenName& open : names.unknown) {
    json["unknown"].push_back({{"name", open.name},
                               {"nearest", open.nearest},
                               {"tasks", open.tasks},
                               {"vague", open.is_vague}});
  }
  for (const service::GivenName& given : names.given) {
    ordered_json& last =
        json["given"].emplace_back(ordered_json::parse(registry::WriteAnswer(given.answer)));
    last.update({{"name", given.name}, {"means", given.offices}, {"by", given.by}});
  }
  fmt::print(program.out, "{}\n", json.dump(2));
}

void PrintText(const Program& program, const service::OfficeNames& names) {
  const Language language = program.language;
  if (names.unknown.empty()) {
    fmt::print(program.out, "{}\n",
               Say("“{}”的名录认得方案中的全部处室。", "The register of {} knows every office.",
                   names.unit)
                   .In(language));
  } else {
    fmt::print(program.out, "{}\n",
               Say("“{}”的名录中没有：", "Not in the register of {}:", names.unit).In(language));
  }
  for (const service::OpenName& open : names.unknown) {
    const Message nearest =
        open.nearest.empty() ? Message{}
                             : Say("，最接近的是{}", ", the nearest are {}", Joined(open.nearest));
    fmt::print(program.out, "  {}\n",
               Say("{0}（见{1}）{2}", "{0} (in {1}){3}", open.name, Joined(open.tasks), nearest.zh,
                   nearest.en)
                   .In(language));
  }
  if (names.given.empty()) return;
  fmt::print(program.out, "{}\n", Say("已经指定：", "Said already:").In(language));
  for (const service::GivenName& given : names.given) {
    const Message meaning = MeaningOf(given);
    fmt::print(program.out, "  {}\n",
               Say("{0} → {1}（{2}，{3}）", "{0} → {4} ({2}, {3})", given.name, meaning.zh,
                   given.by, given.at.ToBeijing(), meaning.en)
                   .In(language));
  }
}

Result<ExitStatus> Unknown(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const service::OfficeNames names, service::ListOfficeNames(context, options.scheme));
  if (options.format == Format::kJson) {
    PrintJson(program, names);
  } else {
    PrintText(program, names);
  }
  return ExitStatus::kDone;
}

Result<ExitStatus> Means(Program& program, const Context& context, const Options& options) {
  if (options.answer.IsTakenBack()) {
    return UsageError(Say("没有写明是哪个处室；请在名称之后写出名录中的处室，或用 --tag、--ignore",
                          "say which office it is: one of the register behind the name, or --tag, "
                          "or --ignore"));
  }
  KAOPING_TRY(const service::OfficeNames names,
              service::AnswerOfficeName(context, options.scheme, options.name, options.answer,
                                        options.reason));
  PrintText(program, names);
  return ExitStatus::kDone;
}

Result<ExitStatus> Forget(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const service::OfficeNames names,
              service::AnswerOfficeName(context, options.scheme, options.name, registry::Answer(),
                                        options.reason));
  PrintText(program, names);
  return ExitStatus::kDone;
}

}  // namespace

void AddOfficeCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto with = [options](auto work) {
    return [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    };
  };
  CLI::App* office = AddCommand(app, program, "office", "通知里的处室名称各指名录中的哪个处室",
                                "which offices of the register the names of a notice mean");
  office->require_subcommand(1);
  const auto add_scheme = [&](CLI::App* command) {
    command->add_option("SCHEME", options->scheme, program.Text("方案", "the scheme"))->required();
  };
  const auto add_name = [&](CLI::App* command) {
    add_scheme(command);
    command
        ->add_option("NAME", options->name,
                     program.Text("方案里的写法", "the name as the scheme has it"))
        ->required();
    command
        ->add_option("--reason", options->reason,
                     program.Text("理由，记入总账", "why; the ledger keeps it"))
        ->type_name("");
  };

  CLI::App* unknown = AddCommand(*office, program, "unknown", "列出名录中没有的处室名称",
                                 "list the names that the register does not have");
  add_scheme(unknown);
  AddFormat(*unknown, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*unknown, program, with(&Unknown));

  CLI::App* means = AddCommand(*office, program, "means", "指定一个名称是哪个处室，以后不再问",
                               "say which office a name means; it is not asked again");
  add_name(means);
  means->add_option("OFFICE", options->answer.offices,
                    program.Text("名录中的一个或几个处室", "one or more offices of the register"));
  means
      ->add_option("--tag", options->answer.tags,
                   program.Text("名录中有这个标签的各处室", "all offices that have this tag"))
      ->type_name("");
  means->add_flag("--ignore", options->answer.ignored,
                  program.Text("不是本单位的处室：照原样保留，不再问",
                               "none of the unit's: it stays as written"));
  SetDataJob(*means, program, with(&Means));

  CLI::App* forget = AddCommand(*office, program, "forget", "撤回对一个名称的指定",
                                "take back what a name was said to mean");
  add_name(forget);
  SetDataJob(*forget, program, with(&Forget));
}

}  // namespace kaoping::cli
