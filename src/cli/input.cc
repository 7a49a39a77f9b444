#include "cli/input.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <vector>

#include "base/utf8.h"

namespace kaoping::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error Unavailable(std::string_view code, Message message) {
  return MakeError(ErrorKind::kUnavailable, code, std::move(message));
}

Error TooLarge(const std::string& file, std::uintmax_t largest) {
  const Message name = NameOf(file);
  const std::uintmax_t megabytes = largest >> 20U;
  return MakeError(
      ErrorKind::kInvalid, "file-too-large",
      {fmt::format("{}超过了{} MB的上限，没有读取，请确认文件或拆分后再试", name.zh, megabytes),
       fmt::format("{} is over the limit of {} MB and was not read; check that it is the right "
                   "file, or split it",
                   name.en, megabytes)});
}

Status CheckFile(const std::string& file, std::uintmax_t largest) {
  std::error_code error;
  const fs::file_status status = fs::status(fs::path(file), error);
  if (status.type() == fs::file_type::not_found) {
    return Unavailable("file-not-found",
                       Say("找不到文件“{}”，请检查文件名和所在文件夹",
                           "there is no file “{}”; check its name and folder", file));
  }
  if (fs::is_directory(status)) {
    return Unavailable("file-is-folder", Say("“{}”是文件夹，请给出其中的一个文件",
                                             "“{}” is a folder; name a file in it", file));
  }
  const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(file, error) : 0;
  if (!error && size > largest) return TooLarge(file, largest);
  return Ok();
}

}  // namespace

Message NameOf(const std::string& file) {
  if (file == "-") return Say("标准输入", "standard input");
  return Say("“{}”", "“{}”", file);
}

std::string PathOf(const Program& program, const std::string& file) {
  return file == "-" ? NameOf(file).In(program.language) : file;
}

std::string FileNameOf(const Program& program, const std::string& file) {
  return fs::path(PathOf(program, file)).filename().string();
}

Result<std::string> ReadInput(Program& program, const std::string& file, std::uintmax_t largest) {
  std::ifstream opened;
  if (file != "-") {
    KAOPING_TRY_STATUS(CheckFile(file, largest));
    opened.open(fs::path(file), std::ios::binary);
  }
  std::istream& stream = file == "-" ? program.in : opened;

  std::string bytes;
  std::vector<char> buffer(1U << 16U);
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) ||
         stream.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > largest) return TooLarge(file, largest);
  }
  if (!stream.eof()) {
    const Message name = NameOf(file);
    return Unavailable(
        "file-unreadable",
        {fmt::format("{}无法读取，请检查文件权限和磁盘", name.zh),
         fmt::format("{} cannot be read; check its permissions and the disk", name.en)});
  }
  return bytes;
}

Result<std::string> ReadText(Program& program, const std::string& file, std::uintmax_t largest) {
  KAOPING_TRY(std::string bytes, ReadInput(program, file, largest));
  return CheckText(std::move(bytes), file);
}

Result<std::string> CheckText(std::string text, const std::string& file) {
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  if (const auto invalid = FirstInvalidUtf8(text)) {
    const Message name = NameOf(file);
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*invalid), '\n');
    return MakeError(
        ErrorKind::kInvalid, "file-encoding",
        {fmt::format("{}第{}行不是UTF-8编码，请另存为UTF-8后再试", name.zh, line),
         fmt::format("line {1} of {0} is not UTF-8; save the file as UTF-8", name.en, line)});
  }
  return text;
}

}  // namespace kaoping::cli
