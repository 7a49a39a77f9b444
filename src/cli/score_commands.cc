#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/data.h"
#include "cli/options.h"
#include "cli/score_text.h"
#include "cli/table.h"
#include "cli/usage.h"
#include "score/json.h"
#include "service/register.h"
#include "service/schemes.h"
#include "service/scores.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using score::Reading;
using score::Scorecard;
using service::Context;

struct Options {
  std::string scheme;
  std::string unit;
  std::string rule;
  score::Query query;
  std::optional<Reading> reading;
  bool explain = false;
  Format format = Format::kText;
};

// The readings asked for; text shows all three side by side unless one is named.
std::vector<Reading> ReadingsOf(const Options& options) {
  if (options.reading) return {*options.reading};
  if (options.format != Format::kText) return {Reading::kConfirmed};
  return {Reading::kConfirmed, Reading::kClaimed, Reading::kProjected};
}

Result<std::vector<Scorecard>> ScoreThem(const Context& context, const Options& options) {
  std::vector<Scorecard> cards;
  for (const Reading reading : ReadingsOf(options)) {
    score::Query query = options.query;
    query.reading = reading;
    if (options.unit.empty()) {
      KAOPING_TRY(auto all, service::ScoreAll(context, options.scheme, query));
      cards.insert(cards.end(), std::move_iterator(all.begin()), std::move_iterator(all.end()));
    } else {
      KAOPING_TRY(auto card, service::Score(context, options.scheme, options.unit, query));
      cards.push_back(std::move(card));
    }
  }
  return cards;
}

Result<ExitStatus> Score(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY_STATUS(CheckExplain(options.format, options.explain));
  KAOPING_TRY(const auto cards, ScoreThem(context, options));
  PrintScorecards(program, cards, options.format, options.explain);
  if (options.explain && options.format == Format::kText) {
    KAOPING_TRY(const auto view, service::ShowScheme(context, options.scheme));
    PrintReasons(program, view.scheme, cards);
  }
  return ExitStatus::kDone;
}

// --unit, or the only unit there is.
Result<std::string> ChooseUnit(const Context& context, const Options& options) {
  if (!options.unit.empty()) return options.unit;
  KAOPING_TRY(const auto units, service::ListUnits(context, options.scheme));
  if (units.size() == 1) return units.front();
  return UsageError(Say("这个方案考评{}个单位，请用 --unit 指明一个",
                        "this scheme assesses {} units; name one with --unit", units.size()));
}

Result<ExitStatus> Explain(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::string unit, ChooseUnit(context, options));
  score::Query query = options.query;
  query.reading = options.reading.value_or(Reading::kConfirmed);
  KAOPING_TRY(const auto view, service::ShowScheme(context, options.scheme));
  KAOPING_TRY(const Scorecard card, service::Score(context, options.scheme, unit, query));
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}\n", ordered_json(card).dump(2));
    return ExitStatus::kDone;
  }
  const std::string reasons = RenderReasons(view.scheme, card, options.rule);
  if (reasons.empty() && !scheme::FindRule(view.scheme, options.rule)) {
    return MakeError(ErrorKind::kNotFound, "rule-unknown",
                     Say("方案里没有编号为“{}”的规则，用 kaoping show 可以查看所有规则",
                         "the scheme has no rule “{}”; kaoping show lists them all", options.rule),
                     "rule");
  }
  fmt::print(program.out, "{}  {}  {}\n", unit, TitleOf(query.reading).In(program.language),
             RenderTotal(card, program.language));
  if (reasons.empty()) {
    fmt::print(program.out, "{}\n",
               Say("规则{}还没有任何记录，没有加减分。",
                   "Nothing is recorded for rule {}: no points.", options.rule)
                   .In(program.language));
  }
  fmt::print(program.out, "{}", reasons);
  for (const std::string& note : card.notes) fmt::print(program.out, "{}\n", note);
  return ExitStatus::kDone;
}

struct OwedGroup {
  std::string office;
  std::vector<const score::Owed*> items;
};

// By the office that is proposed as the lead; in order of first mention.
std::vector<OwedGroup> GroupByOffice(const std::vector<score::Owed>& owed, const Program& program) {
  std::vector<OwedGroup> groups;
  for (const score::Owed& item : owed) {
    const std::string office = item.offices.empty()
                                   ? program.Text("（未写明处室）", "(no office named)")
                                   : item.offices[0];
    const auto known = std::find_if(groups.begin(), groups.end(),
                                    [&](const OwedGroup& g) { return g.office == office; });
    OwedGroup& group = known != groups.end() ? *known : groups.emplace_back(OwedGroup{office, {}});
    group.items.push_back(&item);
  }
  return groups;
}

Points TotalAtStake(const std::vector<score::Owed>& owed) {
  Points total;
  for (const score::Owed& item : owed) total += item.at_stake.value_or(Points());
  return total;
}

// The offices beside the lead, each as `name` has it.
template <typename Name>
std::string OtherOffices(const score::Owed& item, const Name& name) {
  std::string names;
  for (std::size_t i = 1; i < item.offices.size(); ++i) {
    names += (names.empty() ? "" : "、") + name(item.offices[i]);
  }
  return names;
}

// `memberless` are groups of offices that the register has no member of.
void PrintOwed(const Program& program, const Scorecard& card,
               const std::vector<std::string>& memberless) {
  const auto name = [&](const std::string& office) {
    const bool is_memberless =
        std::find(memberless.begin(), memberless.end(), office) != memberless.end();
    if (!is_memberless) return office;
    return office + program.Text("（名录中没有成员）", " (no member in the register)");
  };
  if (card.owed.empty()) {
    fmt::print(program.out, "{}\n",
               Say("{}没有尚欠的事项。", "{} owes nothing.", card.unit).In(program.language));
    return;
  }
  for (const OwedGroup& group : GroupByOffice(card.owed, program)) {
    fmt::print(program.out, "{}\n", name(group.office));
    for (const score::Owed* item : group.items) {
      const std::string points =
          item->at_stake ? item->at_stake->ToString() : program.Text("未定", "open");
      const std::string others = OtherOffices(*item, name);
      fmt::print(program.out, "  {}  {:>5}  {}  {}{}\n", item->due.ToString(), points, item->rule,
                 item->sentence,
                 others.empty() ? "" : program.Text("  配合：", "  with: ") + others);
    }
  }
  fmt::print(program.out, "{}\n",
             Say("合计：{}分（不含未定）", "In all: {} points (what is open not counted)",
                 TotalAtStake(card.owed).ToString())
                 .In(program.language));
}

Result<ExitStatus> Owed(Program& program, const Context& context, const Options& options) {
  KAOPING_TRY(const std::string unit, ChooseUnit(context, options));
  score::Query query = options.query;
  query.reading = Reading::kProjected;
  KAOPING_TRY(const Scorecard card, service::Score(context, options.scheme, unit, query));
  switch (options.format) {
    case Format::kText: {
      KAOPING_TRY(const auto memberless,
                  service::ListGroupsWithoutMembers(context, options.scheme, unit));
      PrintOwed(program, card, memberless);
      break;
    }
    case Format::kJson:
    case Format::kJsonl: {
      const ordered_json answer = {
          {"unit", unit}, {"items", card.owed}, {"total", TotalAtStake(card.owed).ToString()}};
      fmt::print(program.out, "{}\n", answer.dump(2));
      break;
    }
    case Format::kCsv: {
      TextTable table({{program.Text("牵头处室", "Lead")},
                       {program.Text("期限", "Due")},
                       {program.Text("规则", "Rule")},
                       {program.Text("分值", "Points")},
                       {program.Text("事项", "What")},
                       {program.Text("配合处室", "With")}});
      for (const OwedGroup& group : GroupByOffice(card.owed, program)) {
        for (const score::Owed* item : group.items) {
          table.AddRow({group.office, item->due.ToString(), item->rule,
                        item->at_stake ? item->at_stake->ToString() : "", item->sentence,
                        OtherOffices(*item, [](const std::string& office) { return office; })});
        }
      }
      fmt::print(program.out, "{}", table.ToCsv());
      break;
    }
  }
  return ExitStatus::kDone;
}

}  // namespace

void AddScoreCommands(CLI::App& app, Program& program) {
  const auto add = [&](const char* name, const char* zh, const char* en, auto work) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = AddCommand(app, program, name, zh, en);
    command->add_option("SCHEME", options->scheme, program.Text("方案", "the scheme"))->required();
    command->add_option("--unit", options->unit, program.Text("被考评单位", "the assessed unit"))
        ->type_name("");
    AddClocks(*command, program, options->query);
    SetDataJob(*command, program, [options, work](Program& running, const Context& context) {
      return work(running, context, *options);
    });
    return std::pair(command, options);
  };

  const auto [score, score_options] =
      add("score", "计算得分（不指明口径时列出三种）",
          "score units, in all three readings unless one is named", &Score);
  AddReading(*score, program, score_options->reading);
  score->add_flag("--explain", score_options->explain,
                  program.Text("附上理由", "with the reasons"));
  AddFormat(*score, program, score_options->format, {Format::kText, Format::kJsonl, Format::kCsv});

  const auto [explain, explain_options] =
      add("explain", "说明得分的每一步理由", "explain a score, step by step", &Explain);
  AddReading(*explain, program, explain_options->reading);
  explain
      ->add_option(
          "--rule", explain_options->rule,
          program.Text("只说明这条规则（或部分、内容）", "only this rule (or section, or task)"))
      ->type_name("");
  AddFormat(*explain, program, explain_options->format, {Format::kText, Format::kJson});

  const auto [owed, owed_options] = add("owed", "按处室和期限列出还欠的事",
                                        "list what is still owed, by office and deadline", &Owed);
  AddFormat(*owed, program, owed_options->format, {Format::kText, Format::kJson, Format::kCsv});
}

}  // namespace kaoping::cli
