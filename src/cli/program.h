// Program: what every command has in common: where it reads and writes, in which language, and how
// it ends.

#ifndef KAOPING_CLI_PROGRAM_H_
#define KAOPING_CLI_PROGRAM_H_

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/result.h"
#include "document/read.h"

namespace kaoping::cli {

// Part of the interface; never renumber.
enum class ExitStatus {
  kDone = 0,
  kInputErrors = 1,  // the input has errors, and they were listed
  kUsage = 2,
  kFailed = 3,  // a file, the database or the network failed
  kVerificationFailed = 4,
};

enum class Format { kText, kJson, kJsonl, kCsv };

// The work of a command, once its arguments are understood.
using Job = std::function<Result<ExitStatus>()>;

struct Program {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  document::DocumentReader read;        // for notices
  document::DocumentReader read_alone;  // likewise, while no data folder is open
  Language language = Language::kChinese;
  std::string data;  // --data as given; empty: the default
  Job job;

  // "什么" or "what", by the language of the program.
  std::string Text(std::string_view zh, std::string_view en) const;
  // Prints “错误：…” to standard error.
  void Complain(const Message& message) const;
};

// A wrong argument, for exit status 2.
Error UsageError(Message message);
// 3 for what failed outside of the input (files, the data folder, the network), else 1 or 2.
ExitStatus StatusOf(const Error& error);

// --data, else $KAOPING_DATA, else ~/.local/share/kaoping. A usage error if there is no home.
Result<std::filesystem::path> DataFolder(const Program& program);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_PROGRAM_H_
