#include "document/pdf_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

#include "base/process.h"
#include "document/layout.h"
#include "document/office_errors.h"
#include "document/pdf_text.h"
#include "document/zip.h"

namespace kaoping::document {
namespace {

using How = ProgramEnd::How;

constexpr std::size_t kMemory = std::size_t{1} << 30;
constexpr int kSeconds = 60;  // 200 pages take less than five

// A file ends with this, and perhaps with blanks or an addition of a mail program.
bool IsWhole(std::string_view bytes) {
  constexpr std::string_view kEnd = "%%EOF";
  constexpr std::size_t kTail = 2'048;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kTail)).find(kEnd) !=
         std::string_view::npos;
}

Error TooSlow(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-too-slow",
                   Say("“{0}”读了 {1} 秒还没有读完，不像一份通知：请只保留通知和考评表，"
                       "或另存为 .docx",
                       "\"{0}\" could not be read within {1} seconds, which is no notice: keep "
                       "only the notice and its table, or save it as .docx",
                       file_name, kSeconds));
}

Error ProgramMissing(std::string_view file_name) {
  return MakeError(
      ErrorKind::kUnavailable, "pdf-program-missing",
      Say("读不了“{}”：这台机器没有安装读 PDF 的 poppler-utils，请管理员安装；"
          "或把文件另存为 .docx 再导入",
          "cannot read \"{}\": this machine lacks poppler-utils, which reads PDF; have it "
          "installed, or save the file as .docx",
          file_name));
}

Error NotStarted(std::string_view file_name) {
  return MakeError(ErrorKind::kUnavailable, "program-not-started",
                   Say("暂时读不了“{}”：这台机器现在开不了读文件的程序，请稍后再试；"
                       "总是这样，请告诉管理员",
                       "cannot read \"{}\" now: this machine cannot start the program that reads "
                       "it; try again later, and tell the administrator if it stays so",
                       file_name));
}

Result<std::string> Run(std::string_view file_name, std::vector<std::string> arguments,
                        std::string_view bytes) {
  ProgramCall call;
  call.arguments = std::move(arguments);
  call.input = bytes;
  call.limits.time = std::chrono::seconds(kSeconds);
  call.limits.cpu_seconds = kSeconds;
  call.limits.memory = kMemory;
  call.limits.output = kLargestEntry;
  ProgramEnd end = RunProgram(call);
  if (end.Succeeded()) return std::move(end.output);
  switch (end.how) {
    case How::kMissing:
      return ProgramMissing(file_name);
    case How::kNotStarted:
      return NotStarted(file_name);
    case How::kTooSlow:
      return TooSlow(file_name);
    case How::kTooMuchOutput:
      return UnpackedTooLarge(file_name);
    case How::kExited:
    case How::kKilled:
      break;
  }
  const bool is_encrypted = end.errors.find("Incorrect password") != std::string::npos ||
                            (end.how == How::kExited && end.status == 3);
  return is_encrypted ? EncryptedFile(file_name) : DamagedFile(file_name);
}

// The number at the beginning of `told`, which is taken off with the `mark` behind it.
std::optional<std::size_t> TakeSize(std::string_view& told, char mark) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(told.data(), told.data() + told.size(), size);
  told.remove_prefix(static_cast<std::size_t>(end - told.data()));
  if (error != std::errc() || !told.starts_with(mark)) return std::nullopt;
  told.remove_prefix(1);
  return size;
}

}  // namespace

bool LooksLikePdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

// In front stand the numbers of bytes of the words and of the sizes. What lies outside the crop box
// is not shown, and from its corner pdftocairo counts.
Result<std::string> TellPdf(std::string_view file_name, std::string_view bytes) {
  if (!IsWhole(bytes)) return DamagedFile(file_name);
  KAOPING_TRY(const std::string words,
              Run(file_name, {"pdftotext", "-bbox-layout", "-cropbox", "-", "-"}, bytes));
  KAOPING_TRY(const std::string sizes,
              Run(file_name, {"pdfinfo", "-f", "1", "-l", std::to_string(kMostPages), "-"}, bytes));
  KAOPING_TRY(const std::string drawing, Run(file_name, {"pdftocairo", "-svg", "-", "-"}, bytes));
  return fmt::format("{} {}\n{}{}{}", words.size(), sizes.size(), words, sizes, drawing);
}

Result<std::vector<Block>> ReadPdfTold(std::string_view file_name, std::string_view told) {
  const auto words = TakeSize(told, ' ');
  const auto sizes = TakeSize(told, '\n');
  if (!words || !sizes || *words > told.size() || *sizes > told.size() - *words) {
    return DamagedFile(file_name);
  }
  return ReadPdfText(file_name, told.substr(0, *words), std::string(told.substr(*words + *sizes)),
                     told.substr(*words, *sizes));
}

Result<std::vector<Block>> ReadPdf(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(const std::string told, TellPdf(file_name, bytes));
  return ReadPdfTold(file_name, told);
}

Result<std::vector<Block>> ReadPdfText(std::string_view file_name, std::string_view words,
                                       std::string drawing, std::string_view sizes) {
  KAOPING_TRY(std::vector<Page> pages, ReadPdfWords(file_name, words));
  TurnPdfPages(sizes, pages);
  AddPdfDrawing(file_name, std::move(drawing), pages);
  return LayOut(file_name, std::move(pages));
}

}  // namespace kaoping::document
