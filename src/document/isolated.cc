#include "document/isolated.h"

#include <signal.h>
#include <sys/single_threaded.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <new>
#include <optional>

#include "base/process.h"
#include "base/sandbox.h"
#include "document/outcome.h"
#include "document/pdf_reader.h"

namespace kaoping::document {
namespace {

// Exit statuses of the child, other than 0 for an outcome.
constexpr int kOutOfMemory = 3;
constexpr int kNotShutIn = 4;
constexpr int kFault = 5;

Error Crashed(std::string_view name) {
  return MakeError(ErrorKind::kInvalid, "reader-crashed",
                   Say("读“{}”时程序中途停止，这个文件读不了，什么也没有保存：请用 WPS、Word 或 "
                       "Excel 打开，另存为新的 .docx 或 .xlsx 再导入",
                       "reading \"{}\" broke off; this file cannot be read and nothing was stored: "
                       "open it in WPS, Word or Excel and save it anew as .docx or .xlsx",
                       name));
}

Error TooSlow(std::string_view name) {
  return MakeError(
      ErrorKind::kInvalid, "reader-too-slow",
      Say("“{}”太复杂，规定时间内没有读完，什么也没有保存：请只保留通知和考评表，"
          "另存为新的 .docx 或 .xlsx 再导入",
          "\"{}\" is too complicated to be read in time, and nothing was stored: keep only the "
          "notice and its table, and save them anew as .docx or .xlsx",
          name));
}

Error TooLarge(std::string_view name) {
  return MakeError(
      ErrorKind::kInvalid, "reader-too-large",
      Say("读“{}”要占用太多内存，没有读完，什么也没有保存：请只保留通知和考评表，"
          "另存为新的 .docx 或 .xlsx 再导入",
          "reading \"{}\" takes too much memory; it was given up and nothing was stored: keep only "
          "the notice and its table, and save them anew as .docx or .xlsx",
          name));
}

Error Unavailable(std::string_view name) {
  return MakeError(
      ErrorKind::kUnavailable, "reader-unavailable",
      Say("这台机器现在不能把读文件的程序隔离起来，所以没有读“{}”：请稍后再试；仍不行，"
          "请系统管理员查看内存和进程数，并允许本程序使用 seccomp",
          "this machine cannot shut in the program that reads files now, so \"{}\" was not read: "
          "try again later; if it stays so, have the administrator check memory and the number of "
          "processes, and allow this program to use seccomp",
          name));
}

Error ErrorOf(const ProgramEnd& end, std::string_view name) {
  switch (end.how) {
    case ProgramEnd::How::kTooSlow:
      return TooSlow(name);
    case ProgramEnd::How::kTooMuchOutput:
      return TooLarge(name);
    case ProgramEnd::How::kMissing:
    case ProgramEnd::How::kNotStarted:
      return Unavailable(name);
    case ProgramEnd::How::kKilled:
      // Nobody else sends this but the kernel of a machine that is out of memory.
      return end.status == SIGKILL ? TooLarge(name) : Crashed(name);
    case ProgramEnd::How::kExited:
      if (end.status == kOutOfMemory) return TooLarge(name);
      return end.status == kNotShutIn ? Unavailable(name) : Crashed(name);
  }
  KAOPING_CHECK(false);
}

// Extension and name end at a NUL each, which they cannot have.
std::string WriteRequest(std::string_view extension, std::string_view name,
                         std::string_view bytes) {
  std::string request;
  request.reserve(extension.size() + name.size() + 2 + bytes.size());
  request += extension;
  request += '\0';
  request += name;
  request += '\0';
  request += bytes;
  return request;
}

std::optional<std::string> ReadInput() {
  struct stat status = {};
  if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string input(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < input.size()) {
    const ssize_t count = ::read(STDIN_FILENO, input.data() + filled, input.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    filled += static_cast<std::size_t>(count);
  }
  return input;
}

bool WriteOutput(std::string_view output) {
  while (!output.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, output.data(), output.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    output.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

int Serve(ReaderInChild read) {
  try {
    const std::optional<std::string> input = ReadInput();
    if (!input) return kFault;
    const std::string_view request = *input;
    const std::size_t name = request.find('\0') + 1;
    const std::size_t bytes = request.find('\0', name) + 1;
    if (name == 0 || bytes == 0) return kFault;
    if (!ForbidAllButComputing()) return kNotShutIn;
    const auto outcome = read(request.substr(0, name - 1), request.substr(name, bytes - 1 - name),
                              request.substr(bytes));
    return WriteOutput(WriteOutcome(outcome)) ? 0 : kFault;
  } catch (const std::bad_alloc&) {
    return kOutOfMemory;
  } catch (const std::exception&) {
    return kFault;
  }
}

Result<Document> ReadInChild(const Isolation& isolation, std::string_view extension,
                             const std::string& name, std::string_view bytes) {
  const std::string request = WriteRequest(extension, name, bytes);
  ProgramCall call;
  if (isolation.in_copy != nullptr && __libc_single_threaded) {
    call.in_copy = [&isolation] { return Serve(isolation.in_copy); };
  } else {
    call.arguments = {isolation.executable, std::string(kReaderArgument)};
  }
  call.input = request;
  call.limits = {.time = isolation.time,
                 .cpu_seconds = isolation.cpu_seconds,
                 .memory = isolation.memory + isolation.memory_per_byte * bytes.size(),
                 .output = kLargestOutcome,
                 .file_size = 0};
  if (kHasAddressSanitizer) call.limits.memory = 0;
  const ProgramEnd end = RunProgram(call);
  if (!end.Succeeded()) return ErrorOf(end, name);
  std::optional<Result<Document>> outcome = ReadOutcome(name, end.output);
  if (!outcome) return Crashed(name);
  return *std::move(outcome);
}

}  // namespace

Result<Document> ReadIsolated(const Isolation& isolation, std::string_view file_name,
                              std::string_view bytes) {
  return ReadIsolatedAs(isolation, ExtensionOf(ShownName(file_name)), file_name, bytes);
}

Result<Document> ReadIsolatedAs(const Isolation& isolation, std::string_view extension,
                                std::string_view file_name, std::string_view bytes) {
  const std::string name = ShownName(file_name);
  if (bytes.size() > kLargestFile) return ReadDocument(name, bytes);  // refused by its size alone
  if (LooksLikePdf(bytes) && (extension.empty() || extension == ".pdf")) {
    // The programs of poppler are shut in by themselves; the child could not start them.
    KAOPING_TRY(const std::string told, TellPdf(name, bytes));
    return ReadInChild(isolation, kPdfTold, name, told);
  }
  return ReadInChild(isolation, extension, name, bytes);
}

void ServeReader(ReaderInChild read) {
  // Not exit: nothing may run but what is allowed here.
  ::_exit(Serve(read));
}

}  // namespace kaoping::document
