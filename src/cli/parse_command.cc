#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/scheme_text.h"
#include "cli/usage.h"
#include "scheme/json.h"
#include "scheme/parse.h"

namespace kaoping::cli {
namespace {

struct Options {
  std::string file;
  TableHints hints;
  bool show_columns = false;
  Format format = Format::kText;
};

Result<ExitStatus> Parse(Program& program, const Options& options) {
  KAOPING_TRY(const std::string bytes, ReadInput(program, options.file, kLargestDocument));
  const std::string name = FileNameOf(program, options.file);
  KAOPING_TRY(const notice::Hints hints,
              notice::ReadHints(options.hints.table, options.hints.columns));
  const scheme::ParseAttempt attempt =
      scheme::TryNotice(name, bytes, {.read = program.read_alone, .hints = hints});
  // What one has to see in order to say what the columns are.
  if (!attempt.outcome && options.show_columns && options.format == Format::kText) {
    fmt::print(program.out, "{}", RenderTables(attempt.tables, program.language));
  }
  KAOPING_TRY(const scheme::ParseOutcome outcome, attempt.outcome);
  const std::string doubts =
      RenderDoubts(outcome.scheme, PathOf(program, options.file), program.language);
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}", scheme::WriteScheme(outcome.scheme));
    fmt::print(program.err, "{}", doubts);
  } else {
    fmt::print(program.out, "{}", RenderHead(outcome.scheme, program.language));
    if (options.show_columns) {
      fmt::print(program.out, "\n{}", RenderTables(outcome.tables, program.language));
    }
    fmt::print(program.out, "{}", RenderTasks(outcome.scheme, program.language));
    if (!doubts.empty()) fmt::print(program.out, "\n{}", doubts);
    std::vector<service::Question> questions;
    for (const auto& q : outcome.questions) {
      questions.push_back({q.about, q.kind, q.text.zh, q.text.en, q.proposal});
    }
    fmt::print(program.out, "{}", RenderQuestions(questions, program.language));
  }
  return HasErrors(outcome.scheme) ? ExitStatus::kInputErrors : ExitStatus::kDone;
}

}  // namespace

void AddParse(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = AddCommand(app, program, "parse", "读懂一份通知，输出方案（不保存）",
                                 "read a notice and print its scheme (keeps nothing)");
  command
      ->add_option("FILE", options->file,
                   program.Text("通知文件（.docx .xlsx .pdf .ofd .html .csv .txt .tsv），或 -",
                                "the notice (.docx .xlsx .pdf .ofd .html .csv .txt .tsv), or -"))
      ->required();
  AddTableHints(*command, program, options->hints);
  command->add_flag("--columns", options->show_columns,
                    program.Text("也列出各张表和每一列取作什么、有几成把握",
                                 "list the tables too, and what each column was taken for"));
  AddFormat(*command, program, options->format, {Format::kText, Format::kJson});
  command->callback([&program, options] {
    program.job = [&program, options] { return Parse(program, *options); };
  });
}

}  // namespace kaoping::cli
