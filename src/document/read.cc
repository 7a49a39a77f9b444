#include "document/read.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <istream>

#include "base/utf8.h"
#include "document/decode.h"
#include "document/docx_reader.h"
#include "document/html_reader.h"
#include "document/ofd_reader.h"
#include "document/office_errors.h"
#include "document/package.h"
#include "document/pdf_reader.h"
#include "document/separated_reader.h"
#include "document/text_reader.h"
#include "document/xlsx_reader.h"
#include "document/zip.h"

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

using Reader = Result<Document> (*)(std::string_view file_name, std::string_view bytes);
using BlocksReader = Result<std::vector<Block>> (*)(std::string_view file_name,
                                                    std::string_view bytes);

// A reader of a format that has nothing to tell but its blocks.
template <BlocksReader kReader>
Result<Document> Plain(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(std::vector<Block> blocks, kReader(file_name, bytes));
  return Document{std::string(file_name), std::move(blocks)};
}

// A reader of bytes from one of the text that they encode.
template <BlocksReader kReader>
Result<std::vector<Block>> DecodeAnd(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(const std::string text, DecodeText(file_name, bytes));
  return kReader(file_name, text);
}

Result<std::vector<Block>> DecodeAndReadHtml(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(const std::string text, DecodeHtml(file_name, bytes));
  return ReadHtml(file_name, text);
}

// What the first bytes of a format tell.
enum class Kind { kText, kOffice, kOfd, kPdf, kTold };

struct Format {
  std::string_view extension;
  Reader reader;
  Kind kind;
};
constexpr std::array<Format, 10> kFormats = {{{".docx", &Plain<&ReadDocx>, Kind::kOffice},
                                              {".xlsx", &ReadXlsx, Kind::kOffice},
                                              {".pdf", &Plain<&ReadPdf>, Kind::kPdf},
                                              {".ofd", &Plain<&ReadOfd>, Kind::kOfd},
                                              {kPdfTold, &Plain<&ReadPdfTold>, Kind::kTold},
                                              {".txt", &Plain<&DecodeAnd<&ReadText>>, Kind::kText},
                                              {".tsv", &Plain<&DecodeAnd<&ReadTsv>>, Kind::kText},
                                              {".csv", &Plain<&DecodeAnd<&ReadCsv>>, Kind::kText},
                                              {".html", &Plain<&DecodeAndReadHtml>, Kind::kText},
                                              {".htm", &Plain<&DecodeAndReadHtml>, Kind::kText}}};

// The extension that packed bytes or those of a .pdf should have; "" for all others.
std::string_view ExtensionByBytes(std::string_view bytes) {
  if (LooksLikePdf(bytes)) return ".pdf";
  if (!LooksLikeZip(bytes)) return "";
  return LooksLikeOfd(bytes) ? ".ofd" : OfficeExtensionOf(bytes);
}

// How a file of this extension is to be read; without one, like the standard input, it is known by
// its bytes. nullptr if no reader takes such a file.
const Format* FormatOf(std::string_view extension, std::string_view bytes) {
  if (extension.empty()) {
    extension = ExtensionByBytes(bytes);
    if (extension.empty() && !LooksLikeZip(bytes)) extension = ".txt";
  }
  const auto* const found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const Format& format) { return format.extension == extension; });
  return found == kFormats.end() ? nullptr : found;
}

// What a file really is, where its first bytes tell: the name often lies, since people change it
// instead of saving the file in another format.
Status CheckLabel(const std::string& name, Kind kind, std::string_view bytes) {
  if (kind == Kind::kTold) return Ok();
  if (kind != Kind::kText && IsOldOffice(bytes)) return OldOfficeFile(name, bytes);
  const std::string_view extension = ExtensionByBytes(bytes);
  const bool is_other = (extension == ".pdf") != (kind == Kind::kPdf) ||
                        (extension == ".ofd") != (kind == Kind::kOfd);
  // A workbook called .docx is for the reader to tell.
  const bool is_office = extension == ".docx" || extension == ".xlsx";
  if (!extension.empty() && (is_other || (is_office && kind != Kind::kOffice))) {
    return RenameTo(name, extension);
  }
  if (kind == Kind::kText) return Ok();
  if (kind == Kind::kPdf) {
    if (LooksLikeZip(bytes)) return OtherArchive(name);
    return extension.empty() ? Status(NotOfKind(name, {"PDF", "PDF"})) : Ok();
  }
  if (LooksLikeZip(bytes)) return Ok();
  return kind == Kind::kOfd ? NotOfKind(name, {"OFD", "OFD"}) : NotPacked(name);
}

Error UnknownType(const std::string& name) {
  static constexpr std::array<std::string_view, 13> kOffice = {
      ".doc", ".wps", ".rtf", ".odt",  ".docm", ".dot", ".wpt",
      ".xls", ".et",  ".ods", ".xlsm", ".ett",  ".xlsb"};
  const std::string extension = ExtensionOf(name);
  if (std::find(kOffice.begin(), kOffice.end(), extension) != kOffice.end()) {
    return MakeError(
        ErrorKind::kInvalid, "file-type",
        Say("还不能读“{0}”这种文件：请用 WPS、Word 或 Excel 打开，另存为 .docx 或 .xlsx",
            "files like \"{0}\" cannot be read yet: open it in WPS, Word or Excel and "
            "save it as .docx or .xlsx",
            name));
  }
  return MakeError(
      ErrorKind::kInvalid, "file-type",
      Say("还不能读“{0}”这种文件：请另存为 .docx、.xlsx、.pdf、.ofd、.html、.csv、.txt 或 "
          ".tsv 再导入",
          "files like \"{0}\" cannot be read yet: save it as .docx, .xlsx, .pdf, .ofd, .html, "
          ".csv, .txt or .tsv first",
          name));
}

}  // namespace

std::string ExtensionOf(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return "";
  std::string extension(name.substr(dot));
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

std::string ShownName(std::string_view file_name) {
  if (const auto slash = file_name.find_last_of("/\\"); slash != std::string_view::npos) {
    file_name.remove_prefix(slash + 1);
  }
  if (FirstInvalidUtf8(file_name)) {
    const std::string extension = ExtensionOf(file_name);
    return FirstInvalidUtf8(extension) ? "?" : "?" + extension;
  }
  std::string shown(file_name);
  for (char& c : shown) {
    if ((c >= 0 && c < ' ') || c == '\x7F') c = '?';
  }
  return shown;
}

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
  return ReadDocumentAs(ExtensionOf(ShownName(file_name)), file_name, bytes);
}

Result<Document> ReadDocumentAs(std::string_view extension, std::string_view file_name,
                                std::string_view bytes) {
  const std::string name = ShownName(file_name);
  if (bytes.size() > (extension == kPdfTold ? kLargestTold : kLargestFile)) {
    return TooLarge(name);
  }
  const Format* const format = FormatOf(extension, bytes);
  KAOPING_TRY_STATUS(CheckLabel(name, format == nullptr ? Kind::kText : format->kind, bytes));
  if (format == nullptr) return UnknownType(name);
  return format->reader(name, bytes);
}

}  // namespace kaoping::document
