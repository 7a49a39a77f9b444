#include "cli/program.h"

#include <fmt/ostream.h>

#include <cstdlib>

#include "base/check.h"

namespace kaoping::cli {
std::string Program::Text(std::string_view zh, std::string_view en) const {
  return std::string(language == Language::kEnglish ? en : zh);
}

void Program::Complain(const Message& message) const {
  fmt::print(err, "{}{}\n", Text("错误：", "error: "), message.In(language));
}

Error UsageError(Message message) {
  return MakeError(ErrorKind::kInvalid, "usage", std::move(message));
}

ExitStatus StatusOf(const Error& error) {
  if (error.code == "usage") return ExitStatus::kUsage;
  // A data folder that is not there is a file that is not there.
  if (error.code.starts_with("data-")) return ExitStatus::kFailed;
  switch (error.kind) {
    case ErrorKind::kInvalid:
    case ErrorKind::kNotFound:
    case ErrorKind::kConflict:
    case ErrorKind::kForbidden:
      return ExitStatus::kInputErrors;
    case ErrorKind::kUnavailable:
    case ErrorKind::kCorrupt:
      return ExitStatus::kFailed;
  }
  KAOPING_CHECK(false);
}

Result<std::filesystem::path> DataFolder(const Program& program) {
  if (!program.data.empty()) return std::filesystem::path(program.data);
  if (const char* data = std::getenv("KAOPING_DATA"); data != nullptr && *data != '\0') {
    return std::filesystem::path(data);
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    return std::filesystem::path(home) / ".local/share/kaoping";
  }
  return UsageError(Say("不知道数据文件夹在哪里，请用 --data 指明",
                        "it is not known where the data folder is; name it with --data"));
}

}  // namespace kaoping::cli
