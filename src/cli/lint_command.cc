#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <vector>

#include "cli/commands.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "diag/render.h"
#include "register/register.h"
#include "scheme/json.h"
#include "scheme/lint.h"
#include "scheme/parse.h"
#include "score/proofs.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;
using scheme::LintFinding;

struct Options {
  std::string file;
  std::string offices;
  Format format = Format::kText;
};

// `scheme/1`, or a notice as `parse` reads it.
Result<scheme::Scheme> ReadEither(Program& program, const std::string& file) {
  KAOPING_TRY(const std::string bytes, ReadInput(program, file, kLargestDocument));
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  const std::filesystem::path path(file);
  if (path.extension() == ".json" || (first != bytes.npos && bytes[first] == '{')) {
    return scheme::ReadScheme(bytes);
  }
  KAOPING_TRY(scheme::ParseOutcome outcome,
              scheme::ParseNotice(path.filename().string(), bytes, {.read = program.read_alone}));
  return std::move(outcome.scheme);
}

int CountOf(const std::vector<LintFinding>& findings, Severity severity) {
  return static_cast<int>(std::count_if(
      findings.begin(), findings.end(),
      [severity](const LintFinding& f) { return f.diagnostic.severity == severity; }));
}

// “1.2  党组专题研究法治工作不少于2次”
std::string HeadOf(const scheme::Scheme& scheme, const LintFinding& finding, Language language) {
  const scheme::Task* const task = scheme::FindTask(scheme, finding.task);
  if (task == nullptr) return Say("整个方案", "The scheme as a whole").In(language);
  if (!task->content.text.empty() || !task->criterion) {
    return task->key + "  " + task->content.text;
  }
  return task->key + "  " + task->criterion->text;
}

void PrintText(const Program& program, const scheme::Scheme& scheme, const std::string& file,
               const std::vector<LintFinding>& findings) {
  for (auto at = findings.begin(); at != findings.end();) {
    const auto next = std::find_if(
        at, findings.end(), [&at](const LintFinding& finding) { return finding.task != at->task; });
    fmt::print(program.out, "{}\n", HeadOf(scheme, *at, program.language));
    std::vector<Finding> of_task;
    for (; at != next; ++at) of_task.push_back({&at->diagnostic, at->text});
    fmt::print(program.out, "{}\n", RenderFindings(of_task, file, program.language));
  }
  const int errors = CountOf(findings, Severity::kError);
  const int warnings = CountOf(findings, Severity::kWarning);
  if (errors + warnings == 0) {
    fmt::print(program.out, "{}\n", program.Text("没有发现问题。", "Nothing was found wrong."));
    return;
  }
  fmt::print(program.out, "{}\n",
             Say("错误{}处（所在规则改正前不计分），警告{}处（须有人确认）。",
                 "{} errors (their rules don't count until mended), {} warnings (for a person to "
                 "confirm).",
                 errors, warnings)
                 .In(program.language));
}

Result<ExitStatus> Lint(Program& program, const Options& options) {
  KAOPING_TRY(const scheme::Scheme scheme, ReadEither(program, options.file));
  std::optional<registry::Register> offices;
  if (!options.offices.empty()) {
    KAOPING_TRY(const std::string text, ReadText(program, options.offices, kLargestDocument));
    KAOPING_TRY(offices, registry::ReadRegister(text));
  }
  const std::vector<LintFinding> findings = scheme::Merge(
      scheme, scheme::Lint(scheme, offices ? &*offices : nullptr), score::Prove(scheme));
  if (options.format == Format::kJson) {
    const ordered_json json = {{"errors", CountOf(findings, Severity::kError)},
                               {"warnings", CountOf(findings, Severity::kWarning)},
                               {"findings", findings}};
    fmt::print(program.out, "{}\n", json.dump(2));
  } else {
    PrintText(program, scheme, options.file, findings);
  }
  return scheme::HasErrors(findings) ? ExitStatus::kInputErrors : ExitStatus::kDone;
}

}  // namespace

void AddLint(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      AddCommand(app, program, "lint", "发布前检查方案，列出错误和疑点",
                 "check a scheme before it is published, list what is wrong or doubtful");
  command
      ->add_option(
          "FILE", options->file,
          program.Text(
              "方案（scheme/1 JSON）或通知（.docx .xlsx .pdf .ofd .html .csv .txt .tsv），或 -",
              "a scheme (scheme/1 JSON) or a notice (.docx .xlsx .pdf .ofd .html .csv .txt .tsv), "
              "or -"))
      ->required();
  command
      ->add_option("--register", options->offices,
                   program.Text("名录文件（register/1），用来核对责任处室",
                                "a register (register/1) to check the offices against"))
      ->type_name("FILE");
  AddFormat(*command, program, options->format, {Format::kText, Format::kJson});
  command->callback([&program, options] {
    program.job = [&program, options] { return Lint(program, *options); };
  });
}

}  // namespace kaoping::cli
