#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/diff_text.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/usage.h"
#include "scheme/diff.h"
#include "scheme/json.h"
#include "scheme/parse.h"

namespace kaoping::cli {
namespace {

struct Options {
  std::string before;
  std::string after;
  Format format = Format::kText;
};

// What is not JSON is a notice.
bool IsJson(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != bytes.npos && bytes[first] == '{';
}

Result<scheme::Scheme> ReadSchemeFile(Program& program, const std::string& file) {
  KAOPING_TRY(const std::string bytes, ReadInput(program, file, kLargestDocument));
  if (!IsJson(bytes)) {
    const std::string name = std::filesystem::path(file).filename().string();
    KAOPING_TRY(scheme::ParseOutcome outcome,
                scheme::ParseNotice(name, bytes, {.read = program.read_alone}));
    return std::move(outcome.scheme);
  }
  KAOPING_TRY(const std::string text, CheckText(bytes, file));
  Result<scheme::Scheme> scheme = scheme::ReadScheme(text);
  if (scheme) return scheme;
  // Of two files, which one it is.
  Error error = scheme.error();
  const Message name = NameOf(file);
  error.message = {name.zh + "：" + error.message.zh, name.en + ": " + error.message.en};
  return error;
}

Result<ExitStatus> RunDiff(Program& program, const Options& options) {
  if (options.before == "-" && options.after == "-") {
    return UsageError(Say("两个方案不能都从标准输入读，请把其中一个存成文件",
                          "the two schemes cannot both come from standard input; save one of them "
                          "as a file"));
  }
  KAOPING_TRY(const scheme::Scheme before, ReadSchemeFile(program, options.before));
  KAOPING_TRY(const scheme::Scheme after, ReadSchemeFile(program, options.after));
  const scheme::SchemeDiff diff = scheme::Diff(before, after);
  fmt::print(program.out, "{}",
             options.format == Format::kJson ? scheme::WriteDiff(diff)
                                             : RenderDiff(diff, program.language));
  return ExitStatus::kDone;
}

}  // namespace

void AddDiff(CLI::App& app, Program& program) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      AddCommand(app, program, "diff", "说出两个方案有什么差别", "say how two schemes differ");
  command
      ->add_option("BEFORE", options->before,
                   program.Text("原方案：方案（scheme/1 JSON）或通知文件，或 -",
                                "the earlier one: a scheme (scheme/1 JSON) or a notice, or -"))
      ->required();
  command
      ->add_option("AFTER", options->after,
                   program.Text("新方案，写法相同", "the later one, likewise"))
      ->required();
  AddFormat(*command, program, options->format, {Format::kText, Format::kJson});
  command->callback([&program, options] {
    program.job = [&program, options] { return RunDiff(program, *options); };
  });
}

}  // namespace kaoping::cli
