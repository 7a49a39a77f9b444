#include <fmt/ostream.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <istream>
#include <memory>
#include <ostream>
#include <vector>

#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "diag/render.h"
#include "rules/compile.h"
#include "rules/ir/json.h"
#include "score/boundary.h"

namespace kaoping::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::string text;
  std::optional<Decimal> base;
  std::string content;
  bool jsonl = false;
  bool examples = false;
  bool table = false;
  Format format = Format::kText;
};

bool HasErrors(const rules::Compilation& compilation) {
  return std::any_of(compilation.diagnostics.begin(), compilation.diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

// The criterion with each rule's number under its words.
std::string RenderRules(const std::string& text, const rules::Compilation& compilation) {
  std::vector<Mark> marks;
  for (const rules::Rule& rule : compilation.rules) {
    marks.push_back({rule.span, std::to_string(marks.size() + 1)});
  }
  return RenderMarks(text, marks);
}

// Each rule as a sentence and, if asked for, by example.
void PrintRules(const rules::Compilation& compilation, const Options& options,
                const Program& program) {
  std::vector<score::Boundary> boundaries;
  if (options.examples || options.table) {
    boundaries = score::FindBoundaries(compilation, options.base);
  }
  const auto sentences = rules::ReadBackRules(compilation.rules);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    fmt::print(program.out, "{}. {}\n", i + 1, sentences[i]);
    if (boundaries.empty()) continue;
    fmt::print(program.out, "{}",
               options.table ? score::TableInWords(boundaries[i], "     ")
                             : score::ExamplesInWords(boundaries[i], "     "));
  }
}

void PrintText(const std::string& text, const rules::Compilation& compilation,
               const Options& options, const Program& program) {
  fmt::print(program.out, "{}\n", RenderRules(text, compilation));
  PrintRules(compilation, options, program);
  for (const auto& limit : compilation.limits) {
    fmt::print(program.out, "{}\n", rules::ReadBack(limit));
  }
  for (const auto& policy : compilation.policies) {
    fmt::print(program.out, "{}\n", rules::ReadBack(policy));
  }
  for (const auto& link : compilation.links) {
    fmt::print(program.out, "{}\n", rules::ReadBack(link));
  }
  if (compilation.rules.empty() && compilation.links.empty() && compilation.policies.empty()) {
    fmt::print(program.out, "{}\n", program.Text("没有计分规则。", "There is no rule."));
  }
  std::vector<Finding> findings;
  for (const auto& diagnostic : compilation.diagnostics) findings.push_back({&diagnostic, text});
  if (!findings.empty()) {
    fmt::print(program.out, "\n{}", RenderFindings(findings, "", program.language));
  }
}

Result<ExitStatus> CompileOne(Program& program, const Options& options) {
  std::string text = options.text;
  if (text.empty() || text == "-") {
    KAOPING_TRY(text, ReadText(program, "-", kLargestDocument));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
  }
  for (const std::string& given : {text, options.content}) {
    if (FirstInvalidUtf8(given)) {
      return UsageError(Say("给出的文字不是UTF-8编码，请改用UTF-8终端，或从UTF-8文件读入",
                            "the text given is not UTF-8; use a UTF-8 terminal or read a file"));
    }
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    return MakeError(ErrorKind::kInvalid, "criterion-empty",
                     Say("没有评分标准可编译，请给出一段文字",
                         "there is no criterion to compile; give its text"));
  }
  const rules::Compilation compilation =
      rules::Compile(text, {options.base, options.content, std::nullopt});
  if (options.format == Format::kJson) {
    fmt::print(program.out, "{}\n", ordered_json(compilation).dump(2));
  } else {
    PrintText(text, compilation, options, program);
  }
  return HasErrors(compilation) ? ExitStatus::kInputErrors : ExitStatus::kDone;
}

struct Line {
  ordered_json id;
  std::string text;
  rules::Context context;
};

// The decimal of {"base":"5"} or {"base":5}.
std::optional<Decimal> ReadBase(const ordered_json& base) {
  if (base.is_string()) return Decimal::Parse(base.get<std::string>());
  return base.is_number() ? Decimal::Parse(base.dump()) : std::nullopt;
}

// Nothing if `json` is not {"id","base"?,"content"?,"text"}; other fields are passed over, so that
// a file may carry what belongs to somebody else.
std::optional<Line> ReadLine(const std::string& json) {
  const auto object = ordered_json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object() || !object.contains("id") || !object.contains("text") ||
      !object["text"].is_string()) {
    return std::nullopt;
  }
  Line line{object["id"], object["text"].get<std::string>(), {}};
  if (object.contains("base")) {
    line.context.base = ReadBase(object["base"]);
    if (!line.context.base) return std::nullopt;
  }
  if (object.contains("content")) {
    if (!object["content"].is_string()) return std::nullopt;
    line.context.content = object["content"].get<std::string>();
  }
  return line;
}

Result<ExitStatus> CompileLines(Program& program) {
  ExitStatus status = ExitStatus::kDone;
  std::string json;
  for (int number = 1; std::getline(program.in, json); ++number) {
    if (json.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto line = ReadLine(json);
    if (!line) {
      program.Complain(
          Say("标准输入第{}行不是 {{\"id\",\"base\"?,\"content\"?,\"text\"}} 形式的JSON，已跳过",
              "line {} of standard input is no JSON of the form "
              "{{\"id\",\"base\"?,\"content\"?,\"text\"}} and was passed over",
              number));
      status = ExitStatus::kInputErrors;
      continue;
    }
    ordered_json answer = {{"id", line->id}};
    answer.update(ordered_json(rules::Compile(line->text, line->context)));
    program.out << answer.dump() << '\n';
    // Whoever writes a line and waits for its answer gets it.
    if (program.in.rdbuf()->in_avail() <= 0) program.out.flush();
  }
  return status;
}

Result<ExitStatus> Compile(Program& program, const Options& options) {
  const bool for_programs = options.jsonl || options.format == Format::kJson;
  if ((options.examples || options.table) && for_programs) {
    return UsageError(
        Say("--examples 和 --table 只用于文字输出，请去掉它们，或去掉 --format json 和 --jsonl",
            "--examples and --table are for text alone: leave them, or --format json "
            "and --jsonl, out"));
  }
  return options.jsonl ? CompileLines(program) : CompileOne(program, options);
}

}  // namespace

void AddCompile(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = AddCommand(app, program, "compile", "把一条评分标准编译成规则",
                                 "compile one criterion into rules");
  command->add_option("TEXT", options->text,
                      program.Text("评分标准；不给或为 - 时从标准输入读",
                                   "the criterion; standard input if absent or -"));
  AddDecimal(*command, program, "--base", options->base,
             program.Text("该项的分值", "the item's full mark"));
  command
      ->add_option("--content", options->content,
                   program.Text("该项的工作内容，可补出应有次数",
                                "the task's content, which may supply a target"))
      ->type_name("");
  command->add_flag("--jsonl", options->jsonl,
                    program.Text("从标准输入逐行读JSON，逐行输出",
                                 "read JSON lines from standard input, answer line by line"));
  command->add_flag("--examples", options->examples,
                    program.Text("每条规则下举两个例子：刚好计分的和刚好不计分的",
                                 "two examples under each rule, one on each side of its edge"));
  command->add_flag("--table", options->table,
                    program.Text("每条规则下列出临界表：各个数对应几分",
                                 "its boundary table under each rule: figures and their points"));
  AddFormat(*command, program, options->format, {Format::kText, Format::kJson});
  command->callback([&program, options] {
    program.job = [&program, options] { return Compile(program, *options); };
  });
}

}  // namespace kaoping::cli
