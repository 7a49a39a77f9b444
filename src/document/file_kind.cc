#include "document/file_kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/check.h"
#include "document/compound_directory.h"
#include "document/decode.h"
#include "document/little_endian.h"
#include "document/office_errors.h"
#include "document/read.h"
#include "document/zip_directory.h"

namespace kaoping::document {
namespace {

using namespace std::string_view_literals;
using enum FileKind;

struct KindRow {
  FileKind kind;
  const char* name;
  const char* zh;
  const char* en;
  const char* media_type;
  bool may_have_words;
  std::array<std::string_view, 3> extensions;  // empty ones are none
};

constexpr std::array<KindRow, 16> kKinds = {{
    {kPdf, "pdf", "PDF 文件", "a PDF", "application/pdf", true, {".pdf"}},
    {kOfd, "ofd", "OFD 文件", "an OFD", "application/ofd", true, {".ofd"}},
    {kDocx,
     "docx",
     "Word 文档",
     "a Word document",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
     true,
     {".docx"}},
    {kXlsx,
     "xlsx",
     "Excel 工作簿",
     "a workbook",
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     true,
     {".xlsx"}},
    {kPptx,
     "pptx",
     "PowerPoint 演示文稿",
     "a presentation",
     "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     false,
     {".pptx"}},
    {kDoc,
     "doc",
     "旧版 Word 或 WPS 文字文档",
     "an old Word or WPS document",
     "application/msword",
     true,
     {".doc", ".wps"}},
    {kXls,
     "xls",
     "旧版 Excel 或 WPS 表格",
     "an old Excel or WPS workbook",
     "application/vnd.ms-excel",
     true,
     {".xls", ".et"}},
    {kPpt,
     "ppt",
     "旧版 PowerPoint 或 WPS 演示",
     "an old PowerPoint or WPS presentation",
     "application/vnd.ms-powerpoint",
     false,
     {".ppt", ".dps"}},
    {kPng, "png", "PNG 图片", "a PNG picture", "image/png", false, {".png"}},
    {kJpeg, "jpeg", "JPEG 图片", "a JPEG picture", "image/jpeg", false, {".jpg", ".jpeg"}},
    {kTiff, "tiff", "TIFF 图片", "a TIFF picture", "image/tiff", false, {".tif", ".tiff"}},
    {kBmp, "bmp", "BMP 图片", "a BMP picture", "image/bmp", false, {".bmp"}},
    {kWebp, "webp", "WebP 图片", "a WebP picture", "image/webp", false, {".webp"}},
    {kText, "text", "文本", "a text", "text/plain", true, {".txt", ".csv"}},
    {kHtml, "html", "网页", "a web page", "text/html", true, {".html", ".htm"}},
    {kMp4, "mp4", "MP4 视频", "an MP4 video", "video/mp4", false, {".mp4"}},
}};

// Kinds of Office files that may have macros in them.
constexpr std::array<std::string_view, 10> kMacroExtensions = {
    ".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam"};

constexpr std::size_t kHead = 4096;
constexpr std::size_t kPiece = std::size_t{1} << 20;

const KindRow& RowOf(FileKind kind) {
  const auto* const row = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow& candidate) {
    return candidate.kind == kind;
  });
  KAOPING_CHECK(row != kKinds.end());
  return *row;
}

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lowered;
}

Error Macros(std::string_view name) {
  return MakeError(
      ErrorKind::kInvalid, "file-macros",
      Say("“{}”带有宏，或是可以带宏的格式，不能作为佐证材料；请另存为不带宏的文件（如 "
          ".docx、.xlsx）或 PDF 再上传",
          "\"{}\" holds macros, or is of a kind that may, and is not taken as evidence; save it as "
          "a file without (.docx, .xlsx) or as a PDF and upload that",
          name));
}

Error Empty(std::string_view name) {
  return MakeError(ErrorKind::kInvalid, "file-empty",
                   Say("“{}”是空文件，里面什么都没有；请检查后重新上传",
                       "\"{}\" is empty; check it and upload it again", name));
}

Error NotTaken(std::string_view name) {
  return MakeError(
      ErrorKind::kInvalid, "file-type",
      Say("“{}”不是可以上传的文件：请上传 PDF、OFD、Word、Excel、PowerPoint、WPS 文件，图片（png "
          "jpg tif bmp webp），文本（txt csv）、网页（html）或视频（mp4）；压缩包请解开后逐个上传",
          "\"{}\" is no file that can be taken: upload PDF, OFD, Word, Excel, PowerPoint or WPS "
          "files, pictures (png jpg tif bmp webp), texts (txt csv), web pages (html) or videos "
          "(mp4); unpack archives and upload what is in them",
          name));
}

Error Mislabelled(std::string_view name, FileKind kind) {
  const KindRow& row = RowOf(kind);
  return MakeError(
      ErrorKind::kInvalid, "file-mislabelled",
      Say("“{0}”其实是{1}，扩展名与内容不符；请把扩展名改为 {3}，或换成正确的文件再上传",
          "\"{0}\" is in fact {2}, which its name does not say; rename it to {3}, or upload the "
          "right file",
          name, row.zh, row.en, row.extensions.front()));
}

// ---- what the bytes are

bool IsBitmap(std::string_view head) {
  constexpr std::array<std::uint32_t, 7> kHeaders = {12, 40, 52, 56, 64, 108, 124};
  if (head.size() < 26 || !head.starts_with("BM") || Little32(head, 6) != 0) return false;
  return std::find(kHeaders.begin(), kHeaders.end(), Little32(head, 14)) != kHeaders.end();
}

bool IsVideo(std::string_view head) {
  if (head.size() < 12 || head.substr(4, 4) != "ftyp") return false;
  const std::string_view brand = head.substr(8, 4);  // pictures come in such boxes as well
  return brand != "heic" && brand != "heix" && brand != "mif1" && brand != "avif" &&
         brand != "qt  ";
}

std::optional<FileKind> KindBySignature(std::string_view head) {
  if (head.starts_with("%PDF-")) return kPdf;
  if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) return kPng;
  if (head.starts_with("\xFF\xD8\xFF"sv)) return kJpeg;
  if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv)) return kTiff;
  if (IsBitmap(head)) return kBmp;
  if (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP")) return kWebp;
  if (IsVideo(head)) return kMp4;
  return std::nullopt;
}

// Of an archive. Which application a file belongs to, and whether it has macros, is told by its
// list of types: parts may be called anything.
Result<FileKind> KindOfArchive(std::string_view name, const ByteSource& bytes) {
  KAOPING_TRY(const auto entries, ListZip(bytes));
  if (!entries) return DamagedFile(name);
  std::string types;
  for (const ZipEntry& entry : *entries) {
    if (entry.name == "OFD.xml") return kOfd;
    if (Lowered(entry.name).ends_with("vbaproject.bin")) return Macros(name);
    if (entry.name != "[Content_Types].xml") continue;
    if (!types.empty()) return DamagedFile(name);  // which of two would count?
    KAOPING_TRY(const auto unpacked, UnpackSmall(bytes, entry));
    if (!unpacked) return DamagedFile(name);
    types = Lowered(*unpacked);
    std::erase(types, '\0');  // of UTF-16
  }
  // Words written as references could hide what is looked for; no Office writes them.
  if (types.find("&#") != std::string::npos) return DamagedFile(name);
  for (const std::string_view macro : {"vbaproject"sv, "macroenabled"sv, "macrosheet"sv}) {
    if (types.find(macro) != std::string::npos) return Macros(name);
  }
  if (types.find("wordprocessingml.document.main+xml") != std::string::npos) return kDocx;
  if (types.find("spreadsheetml.sheet.main+xml") != std::string::npos) return kXlsx;
  if (types.find("presentationml.presentation.main+xml") != std::string::npos) return kPptx;
  return NotTaken(name);
}

Result<FileKind> KindOfCompound(std::string_view name, const ByteSource& bytes) {
  KAOPING_TRY(const auto entries, ListCompound(bytes));
  if (!entries) return DamagedFile(name);
  std::optional<FileKind> kind;
  for (const CompoundEntry& entry : *entries) {
    const std::string lowered = Lowered(entry.name);
    if (lowered == "encryptedpackage") return EncryptedFile(name);
    const bool is_macro = (entry.is_storage && (lowered == "vba" || lowered == "macros")) ||
                          lowered.starts_with("_vba_project");
    if (is_macro) return Macros(name);
    if (lowered == "worddocument") kind = kDoc;
    if (lowered == "workbook" || lowered == "book") kind = kind.value_or(kXls);
    if (lowered == "powerpoint document") kind = kind.value_or(kPpt);
  }
  if (!kind) return NotTaken(name);
  return *kind;
}

bool IsWebPage(std::string_view head) {
  const std::string lowered = Lowered(head);
  return lowered.find("<html") != std::string::npos ||
         lowered.find("<!doctype html") != std::string::npos;
}

// Without what no text has. Decoding tells of the first megabyte whether it is text in an encoding
// that can be read at all.
Result<bool> IsText(std::string_view name, std::string_view head, const ByteSource& bytes) {
  const bool is_utf16 = head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv);
  for (std::uint64_t offset = 0; offset < bytes.size() && !is_utf16; offset += kPiece) {
    KAOPING_TRY(const std::string piece, bytes.Read(offset, kPiece));
    const bool has_control = std::any_of(piece.begin(), piece.end(), [](char c) {
      return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7f;
    });
    if (has_control) return false;
  }
  if (bytes.size() > kPiece) return true;
  KAOPING_TRY(const std::string text, bytes.Read(0, kPiece));
  return IsWebPage(head) ? DecodeHtml(name, text).has_value() : DecodeText(name, text).has_value();
}

Result<FileKind> KindOf(std::string_view name, const ByteSource& bytes) {
  KAOPING_TRY(const std::string head, bytes.Read(0, kHead));
  if (head.empty()) return Empty(name);
  if (const auto kind = KindBySignature(head)) return *kind;
  if (head.starts_with("PK\3\4"sv)) return KindOfArchive(name, bytes);
  if (IsOldOffice(head)) return KindOfCompound(name, bytes);
  KAOPING_TRY(const bool is_text, IsText(name, head, bytes));
  if (!is_text) return NotTaken(name);
  return IsWebPage(head) ? kHtml : kText;
}

bool Promises(FileKind kind, std::string_view extension) {
  const auto& extensions = RowOf(kind).extensions;
  return !extension.empty() &&
         std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

const char* ToString(FileKind kind) { return RowOf(kind).name; }
Message TitleOf(FileKind kind) { return {RowOf(kind).zh, RowOf(kind).en}; }
const char* MediaTypeOf(FileKind kind) { return RowOf(kind).media_type; }
bool MayHaveWords(FileKind kind) { return RowOf(kind).may_have_words; }

Result<FileKind> CheckFileKind(std::string_view file_name, const ByteSource& bytes) {
  const std::string name = ShownName(file_name);
  const std::string extension = ExtensionOf(name);
  if (std::find(kMacroExtensions.begin(), kMacroExtensions.end(), extension) !=
      kMacroExtensions.end()) {
    return Macros(name);
  }
  KAOPING_TRY(const FileKind kind, KindOf(name, bytes));
  if (Promises(kind, extension)) return kind;
  const bool is_known =
      !extension.empty() && std::any_of(kKinds.begin(), kKinds.end(), [&](const KindRow& row) {
        return Promises(row.kind, extension);
      });
  // A script is a text, too: an ending that nothing has is no way in.
  if (!is_known && (kind == kText || kind == kHtml)) return NotTaken(name);
  return Mislabelled(name, kind);
}

}  // namespace kaoping::document
