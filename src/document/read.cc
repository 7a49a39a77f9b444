#include "document/read.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <istream>

#include "base/utf8.h"
#include "document/decode.h"
#include "document/text_reader.h"

namespace kaoping::document {
namespace {

Error TooLarge(std::string_view name) {
  return MakeError(ErrorKind::kInvalid, "file-too-large",
                   Say("“{0}”超过 {1} MB，不像一份通知：请去掉图片，或另存为 .txt",
                       "\"{0}\" is larger than {1} MB, which is no notice: take out the pictures, "
                       "or save it as .txt",
                       name, kLargestFile >> 20));
}

Error Unreadable(std::string_view name) {
  return MakeError(
      ErrorKind::kUnavailable, "file-unreadable",
      Say("读不了“{}”：请检查它是不是文件、有没有读取权限",
          "cannot read \"{}\": check that it is a file and that you may read it", name));
}

// ".txt" in lower case; "" if there is none.
std::string ExtensionOf(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  std::string extension(name.substr(dot));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

// A file name comes from whoever uploads: only what can be shown is kept.
std::string WithoutFolders(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) {
    name.remove_prefix(slash + 1);
  }
  return FirstInvalidUtf8(name) ? "?" + ExtensionOf(name) : std::string(name);
}

using Reader = Result<std::vector<Block>> (*)(std::string_view file_name, std::string_view text);

// nullptr if no reader takes such a file.
Reader ReaderFor(const std::string& name) {
  const std::string extension = ExtensionOf(name);
  if (name == "-" || extension == ".txt") return &ReadText;
  if (extension == ".tsv") return &ReadTsv;
  return nullptr;
}

}  // namespace

Result<std::string> LoadFile(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return MakeError(
        ErrorKind::kNotFound, "file-missing",
        Say("没有“{}”这个文件：请检查路径", "there is no file \"{}\": check the path", path));
  }
  if (error || status.type() == std::filesystem::file_type::directory) return Unreadable(path);
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return Unreadable(path);
  return LoadStream(stream, path);
}

Result<std::string> LoadStream(std::istream& stream, std::string_view name) {
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (stream) {
    stream.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > kLargestFile) return TooLarge(name);
  }
  if (stream.bad()) return Unreadable(name);
  return bytes;
}

Result<Document> ReadDocument(std::string_view file_name, std::string_view bytes) {
  Document document;
  document.file_name = WithoutFolders(file_name);
  const Reader reader = ReaderFor(document.file_name);
  if (reader == nullptr) {
    return MakeError(ErrorKind::kInvalid, "file-type",
                     Say("还不能读“{0}”这种文件：请另存为 .txt 或 .tsv 再导入",
                         "files like \"{0}\" cannot be read yet: save it as .txt or .tsv first",
                         document.file_name));
  }
  if (bytes.size() > kLargestFile) return TooLarge(document.file_name);
  KAOPING_TRY(const std::string text, DecodeText(document.file_name, bytes));
  KAOPING_TRY(document.blocks, reader(document.file_name, text));
  return document;
}

}  // namespace kaoping::document
