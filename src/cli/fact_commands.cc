#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/facts_file.h"
#include "cli/options.h"
#include "cli/problems.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "service/facts.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using service::Context;

struct Options {
  std::string scheme;
  std::string file;
  std::string fact;
  std::string note;
  Format format = Format::kText;
};

int ClaimedOf(const service::RecordOutcome& outcome) {
  return outcome.recorded - outcome.confirmed - outcome.rejected;
}

Message WhatWasDone(const service::RecordOutcome& outcome, int there) {
  Message done = Say("记录了{}条事实", "{} facts recorded", outcome.recorded);
  std::vector<Message> states;
  if (outcome.confirmed > 0) {
    states.push_back(Say("已认定{}条", "{} confirmed", outcome.confirmed));
  }
  if (const int claimed = ClaimedOf(outcome); claimed > 0) {
    states.push_back(Say("待核实{}条", "{} claimed", claimed));
  }
  if (outcome.rejected > 0) {
    states.push_back(Say("不予认定{}条", "{} rejected", outcome.rejected));
  }
  for (std::size_t i = 0; i < states.size(); ++i) {
    done.zh += (i == 0 ? "：" : "，") + states[i].zh;
    done.en += (i == 0 ? ": " : ", ") + states[i].en;
  }
  if (there > 0) {
    done.zh += fmt::format("；另有{}条此前已记录", there);
    done.en += fmt::format("; {} more were there before", there);
  }
  return {done.zh + "。", done.en + "."};
}

Result<ExitStatus> Record(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(FactsFile file, ReadFactsFile(program, options.file));
  // A line that cannot be read must not hide what is wrong with the others.
  KAOPING_TRY(const auto unfit, service::CheckFacts(context, options.scheme, file.facts));
  for (const auto& [index, error] : unfit)
    file.problems.push_back({file.facts[index].source, error});
  if (!file.problems.empty()) {
    const ExitStatus status = ListProblems(program, CapEqual(std::move(file.problems)));
    program.Complain(Say("没有记录任何事实，请改好后重新记录",
                         "no fact was recorded; mend the file and record it again"));
    return status;
  }

  KAOPING_TRY(const auto outcome, service::RecordFacts(context, options.scheme, file.facts));
  if (options.format == Format::kJson) {
    const ordered_json answer = {{"recorded", outcome.recorded},
                                 {"confirmed", outcome.confirmed},
                                 {"claimed", ClaimedOf(outcome)},
                                 {"rejected", outcome.rejected},
                                 {"ids", outcome.ids}};
    fmt::print(program.out, "{}\n", answer.dump(2));
    return ExitStatus::kDone;
  }
  TextTable table({{program.Text("编号", "Id")},
                   {program.Text("单位", "Unit")},
                   {program.Text("规则", "Rule")},
                   {program.Text("日期", "Day")}});
  for (std::size_t i = 0; i < file.facts.size(); ++i) {
    const score::Fact& fact = file.facts[i];
    table.AddRow({outcome.ids[i], fact.unit, fact.rule, fact.on ? fact.on->ToString() : ""});
  }
  fmt::print(program.out, "{}", table.ToText());
  const int there = static_cast<int>(file.facts.size()) - outcome.recorded;
  fmt::print(program.out, "{}\n", WhatWasDone(outcome, there).In(program.language));
  return ExitStatus::kDone;
}

Result<ExitStatus> Decide(Program& program, const Context& context, const Options& options,
                          score::FactStatus status) {
  KAOPING_TRY(const service::RecordedFact fact,
              service::DecideFact(context, options.scheme, options.fact, status, options.note));
  const bool confirmed = status == score::FactStatus::kConfirmed;
  const Message done = confirmed ? Say("事实{}已认定。", "Fact {} is confirmed.", fact.fact.id)
                                 : Say("事实{}不予认定。", "Fact {} is rejected.", fact.fact.id);
  fmt::print(program.out, "{}\n", done.In(program.language));
  return ExitStatus::kDone;
}

}  // namespace

void AddFactCommands(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  const auto add_scheme = [&](CLI::App* command) {
    command->add_option("SCHEME", options->scheme, program.Text("方案", "the scheme"))->required();
  };

  CLI::App* record = AddCommand(app, program, "record", "记录一批事实，要么全部记下，要么一条不记",
                                "record facts, all of them or none");
  add_scheme(record);
  record
      ->add_option("FILE", options->file,
                   program.Text("事实文件（每行一个JSON），或 -", "facts, one JSON a line, or -"))
      ->required();
  AddFormat(*record, program, options->format, {Format::kText, Format::kJson});
  SetDataJob(*record, program, [options](Program& running, const Context& context) {
    return Record(running, context, *options);
  });

  const auto add_decision = [&](const char* name, const char* zh, const char* en,
                                score::FactStatus status) {
    CLI::App* command = AddCommand(app, program, name, zh, en);
    add_scheme(command);
    command->add_option("FACT", options->fact, program.Text("事实的编号", "the fact's id"))
        ->required();
    command->add_option("--note", options->note, program.Text("理由", "why"))->type_name("");
    SetDataJob(*command, program, [options, status](Program& running, const Context& context) {
      return Decide(running, context, *options, status);
    });
  };
  add_decision("confirm", "认定一条事实", "confirm a fact", score::FactStatus::kConfirmed);
  add_decision("reject", "不予认定一条事实（须说明理由）", "reject a fact, saying why",
               score::FactStatus::kRejected);
}

}  // namespace kaoping::cli
