// Reading what the user names: a file, or standard input for "-".

#ifndef KAOPING_CLI_INPUT_H_
#define KAOPING_CLI_INPUT_H_

#include <cstdint>
#include <string>

#include "base/result.h"
#include "cli/program.h"

namespace kaoping::cli {

// The largest notice, scheme, register or checkpoint. A hundred times the longest notice.
constexpr std::uintmax_t kLargestDocument = 32ULL << 20U;
// The largest facts file that is read in one piece.
constexpr std::uintmax_t kLargestFacts = 4ULL << 30U;

// All bytes of `file`.
//
// kUnavailable: `file-not-found`, `file-is-folder`, `file-unreadable`. kInvalid `file-too-large`,
// without having read more than `largest` bytes.
Result<std::string> ReadInput(Program& program, const std::string& file, std::uintmax_t largest);

// The same, as text: kInvalid `file-encoding` if it is not UTF-8. A byte order mark is dropped.
Result<std::string> ReadText(Program& program, const std::string& file, std::uintmax_t largest);

// The same for the bytes of `file` as they were read.
Result<std::string> CheckText(std::string text, const std::string& file);

// How messages name it: the file as typed, or 标准输入.
Message NameOf(const std::string& file);
// The same without quotation marks: the path as typed, and its last part.
std::string PathOf(const Program& program, const std::string& file);
std::string FileNameOf(const Program& program, const std::string& file);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_INPUT_H_
