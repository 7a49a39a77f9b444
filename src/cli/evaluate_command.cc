#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/facts_file.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/score_text.h"
#include "cli/usage.h"
#include "scheme/json.h"
#include "score/check_fact.h"
#include "score/plan.h"
#include "score/score.h"
#include "text/blank.h"

namespace kaoping::cli {
namespace {

struct Options {
  std::string scheme;
  std::string facts;
  std::string units;
  score::Query query;
  std::optional<score::Reading> reading;
  bool explain = false;
  int threads = 1;
  Format format = Format::kJsonl;
};

// A unit and its facts.
struct Batch {
  std::string unit;
  std::vector<score::Fact> facts;
};

// The units of `file`, one a line, without the blanks at its ends; each once.
Result<std::vector<std::string>> ReadUnits(Program& program, const std::string& file) {
  KAOPING_TRY(const std::string text, ReadText(program, file, kLargestDocument));
  std::vector<std::string> units;
  std::set<std::string> seen;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string unit(TrimBlanks(line));
    if (!unit.empty() && seen.insert(unit).second) units.push_back(unit);
  }
  if (!units.empty()) return units;
  const Message name = NameOf(file);
  return MakeError(ErrorKind::kInvalid, "units-empty",
                   {fmt::format("{}里没有单位，请每行写一个单位", name.zh),
                    fmt::format("{} names no unit; write one a line", name.en)});
}

// One batch a unit, in the order of `units`. Requires: the unit of every fact is among them.
std::vector<Batch> MakeBatches(const std::vector<std::string>& units,
                               std::vector<score::Fact> facts) {
  std::vector<Batch> batches;
  std::map<std::string, std::size_t> places;
  for (const std::string& unit : units) {
    places.emplace(unit, batches.size());
    batches.push_back({unit, {}});
  }
  for (score::Fact& fact : facts) {
    const std::size_t place = places.at(fact.unit);
    batches[place].facts.push_back(std::move(fact));
  }
  return batches;
}

Error UnknownUnit(const std::string& unit) {
  return MakeError(
      ErrorKind::kNotFound, "unit-unknown",
      Say("单位“{}”不在单位名单中，请改名称或补进名单",
          "unit “{}” is not in the list of units; mend the name or add it", Excerpt(unit)),
      "unit");
}

// What is wrong with the facts one by one, and units that are not among `named`, if any are.
std::vector<LineProblem> CheckAll(const score::Plan& plan, const FactsFile& file,
                                  const std::vector<std::string>& named) {
  const std::set<std::string> known(named.begin(), named.end());
  std::vector<LineProblem> problems = file.problems;
  for (const score::Fact& fact : file.facts) {
    if (const Status fits = score::CheckFact(plan, fact, /*day_required=*/false); !fits) {
      problems.push_back({fact.source, fits.error()});
    } else if (!named.empty() && !known.contains(fact.unit)) {
      problems.push_back({fact.source, UnknownUnit(fact.unit)});
    }
  }
  if (!named.empty() && problems.empty()) {
    for (const std::string& unit : file.units) {
      if (!known.contains(unit)) problems.push_back({{}, UnknownUnit(unit)});
    }
  }
  return problems;
}

// Scores batch after batch on `threads` threads; results come in the order of the batches.
std::vector<Result<score::Scorecard>> ScoreBatches(const score::Plan& plan,
                                                   const std::vector<Batch>& batches,
                                                   const score::Query& query, int threads) {
  std::vector<std::optional<Result<score::Scorecard>>> cards(batches.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < batches.size(); i = next++) {
      cards[i] = score::ScoreUnit(plan, batches[i].unit, batches[i].facts, query);
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (int i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
  }
  std::vector<Result<score::Scorecard>> results;
  results.reserve(cards.size());
  for (auto& card : cards) results.push_back(std::move(card).value());
  return results;
}

Result<ExitStatus> Evaluate(Program& program, const Options& options) {
  if (options.scheme == "-" && options.facts == "-") {
    return UsageError(Say("方案和事实不能都从标准输入读，请把其中一个存成文件",
                          "the scheme and the facts cannot both come from standard input; save one "
                          "of them as a file"));
  }
  KAOPING_TRY_STATUS(CheckExplain(options.format, options.explain));
  KAOPING_TRY(const std::string json, ReadText(program, options.scheme, kLargestDocument));
  KAOPING_TRY(const scheme::Scheme scheme, scheme::ReadScheme(json));
  KAOPING_TRY(FactsFile file, ReadFactsFile(program, options.facts));
  std::vector<std::string> named;
  if (!options.units.empty()) {
    KAOPING_TRY(named, ReadUnits(program, options.units));
  }
  const score::Plan plan = score::MakePlan(scheme);
  auto problems = CheckAll(plan, file, named);
  if (!problems.empty()) return ListProblems(program, std::move(problems));

  score::Query query = options.query;
  query.reading = options.reading.value_or(score::Reading::kConfirmed);
  const auto batches = MakeBatches(named.empty() ? file.units : named, std::move(file.facts));
  const auto results = ScoreBatches(plan, batches, query, options.threads);
  std::vector<score::Scorecard> cards;
  for (const auto& result : results) {
    if (result) {
      cards.push_back(*result);
    } else {
      problems.push_back({{}, result.error()});
    }
  }
  if (!problems.empty()) return ListProblems(program, std::move(problems));
  PrintScorecards(program, cards, options.format, options.explain);
  if (options.explain && options.format == Format::kText) PrintReasons(program, scheme, cards);
  return ExitStatus::kDone;
}

}  // namespace

void AddEvaluate(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = AddCommand(app, program, "evaluate", "按方案给一批单位计分",
                                 "score a batch of units by a scheme");
  command
      ->add_option("SCHEME", options->scheme,
                   program.Text("方案（scheme/1 JSON），或 -", "the scheme (scheme/1 JSON), or -"))
      ->required();
  command
      ->add_option("FACTS", options->facts,
                   program.Text("事实文件（每行一个JSON），或 -", "facts, one JSON a line, or -"))
      ->required();
  command
      ->add_option("--units", options->units,
                   program.Text("单位名单，每行一个；没有事实的单位也计分",
                                "the units, one a line; those without facts are scored too"))
      ->type_name("FILE");
  AddReading(*command, program, options->reading);
  AddClocks(*command, program, options->query);
  command->add_flag("--explain", options->explain, program.Text("附上理由", "with the reasons"));
  AddWhole(*command, program, "--threads", options->threads, 1, 256,
           program.Text("线程数", "how many threads"));
  AddFormat(*command, program, options->format, {Format::kJsonl, Format::kText, Format::kCsv});
  command->callback([&program, options] {
    program.job = [&program, options] { return Evaluate(program, *options); };
  });
}

}  // namespace kaoping::cli
