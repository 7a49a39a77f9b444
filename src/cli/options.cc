#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace kaoping::cli {
namespace {

template <typename T>
using Choices = std::vector<std::pair<std::string_view, T>>;

// Adds an option whose text `read` turns into a value or, where it cannot, into nothing; then
// `accepted` says what would do.
template <typename Read, typename Take>
void AddRead(CLI::App& command, const Program& program, const std::string& name, Read read,
             Take take, const Message& accepted, const std::string& help) {
  const std::string sentence = program.Text("应为", "must be ") + accepted.In(program.language);
  command
      .add_option_function<std::string>(
          name,
          [=](const std::string& text) {
            const auto value = read(text);
            if (!value) throw CLI::ValidationError(name, sentence);
            take(*value);
          },
          help)
      ->type_name("");
}

template <typename T, typename Take>
void AddChoice(CLI::App& command, const Program& program, const std::string& name,
               const Choices<T>& choices, Take take, const std::string& help) {
  std::string names;
  for (const auto& [word, value] : choices) {
    names += (names.empty() ? "" : "|") + std::string(word);
  }
  const auto read = [choices](const std::string& text) -> std::optional<T> {
    const auto found = std::find_if(choices.begin(), choices.end(),
                                    [&](const auto& choice) { return choice.first == text; });
    if (found == choices.end()) return std::nullopt;
    return found->second;
  };
  AddRead(command, program, name, read, take, {names, names}, help + names);
}

std::optional<Timestamp> ReadMoment(const std::string& text) {
  const auto day = Date::Parse(text);
  return day ? Timestamp::Parse(day->ToString() + "T23:59:59.999999+08:00")
             : Timestamp::Parse(text);
}

}  // namespace

void AddLanguage(CLI::App& app, Program& program) {
  const Choices<Language> choices = {{"zh", Language::kChinese}, {"en", Language::kEnglish}};
  AddChoice(
      app, program, "--lang", choices,
      [&program](Language language) { program.language = language; },
      program.Text("语言：", "language: "));
}

void AddFormat(CLI::App& command, const Program& program, Format& target,
               std::initializer_list<Format> allowed) {
  const Choices<Format> all = {{"text", Format::kText},
                               {"json", Format::kJson},
                               {"jsonl", Format::kJsonl},
                               {"csv", Format::kCsv}};
  Choices<Format> choices;
  for (const Format format : allowed) {
    const auto is_it = [&](const auto& choice) { return choice.second == format; };
    choices.push_back(*std::find_if(all.begin(), all.end(), is_it));
  }
  target = *allowed.begin();
  AddChoice(
      command, program, "--format", choices, [&target](Format format) { target = format; },
      program.Text("输出形式：", "output: "));
}

void AddDecimal(CLI::App& command, const Program& program, const std::string& name,
                std::optional<Decimal>& target, const std::string& help) {
  AddRead(
      command, program, name, [](const std::string& text) { return Decimal::Parse(text); },
      [&target](Decimal value) { target = value; },
      Say("小数，如 5 或 0.5", "a decimal number, like 5 or 0.5"), help);
}

void AddTableHints(CLI::App& command, const Program& program, TableHints& target) {
  constexpr int kMostTables = 1'000;
  AddWhole(command, program, "--table", target.table, 1, kMostTables,
           program.Text("用文件里的第几张表", "which table of the file to take"));
  command
      .add_option("--map", target.columns,
                  program.Text("某一列是什么，如 3=考评标准 或 考核要点=内容；可以写多次",
                               "what a column holds, like 3=criterion or HEADING=content; may come "
                               "several times"))
      ->delimiter(',');
}

void AddWhole(CLI::App& command, const Program& program, const std::string& name, int& target,
              int least, int most, const std::string& help) {
  const auto read = [least, most](const std::string& text) -> std::optional<int> {
    const auto value = Decimal::Parse(text);
    if (!value || !value->IsWhole() || *value < Decimal::FromInt(least) ||
        *value > Decimal::FromInt(most)) {
      return std::nullopt;
    }
    return static_cast<int>(value->Floor());
  };
  AddRead(
      command, program, name, read, [&target](int value) { target = value; },
      Say("{}到{}的整数", "a whole number from {} to {}", least, most), help);
}

void AddClocks(CLI::App& command, const Program& program, score::Query& target) {
  AddRead(
      command, program, "--as-of", [](const std::string& text) { return Date::Parse(text); },
      [&target](Date day) { target.as_of = day; },
      Say("日期，如 2017-09-30", "a day, like 2017-09-30"),
      program.Text("截至哪一天发生的事（默认考评期末）",
                   "what had happened by this day (default: the period's end)"));
  AddRead(
      command, program, "--known-at", ReadMoment,
      [&target](Timestamp moment) { target.known_at = moment; },
      Say("时间，如 2017-09-30T17:30:00+08:00，或日期",
          "a time, like 2017-09-30T17:30:00+08:00, or a day"),
      program.Text("截至何时知道的事（默认全部）", "what was known at this time (default: all)"));
}

void AddReading(CLI::App& command, const Program& program, std::optional<score::Reading>& target) {
  const Choices<score::Reading> choices = {{"confirmed", score::Reading::kConfirmed},
                                           {"claimed", score::Reading::kClaimed},
                                           {"projected", score::Reading::kProjected}};
  AddChoice(
      command, program, "--reading", choices,
      [&target](score::Reading reading) { target = reading; },
      program.Text("口径（认定、含待核实、预计）：", "reading: "));
}

}  // namespace kaoping::cli
