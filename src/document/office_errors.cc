#include "document/office_errors.h"

#include "document/zip.h"

namespace kaoping::document {

Error DamagedFile(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-damaged",
                   Say("“{}”已损坏或不完整：请重新取得这个文件，或用 WPS、Office 打开后另存一份",
                       "\"{}\" is damaged or incomplete: fetch it again, or open it in WPS or "
                       "Office and save it anew",
                       file_name));
}

Error EncryptedFile(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "file-encrypted",
      Say("“{}”设有打开密码：请在 WPS 或 Office 中取消密码，另存后再导入",
          "\"{}\" is protected by a password: take it off in WPS or Office and save the "
          "file first",
          file_name));
}

Error UnpackedTooLarge(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "file-unpacked-too-large",
      Say("“{0}”解开后太大（一部分超过 {1} MB，或全部超过 {2} "
          "MB），不像一份通知：请只保留通知和考评表",
          "\"{0}\" unpacks to too much (a part over {1} MB, or over {2} MB in all), which is no "
          "notice: keep only the notice and its table",
          file_name, kLargestEntry >> 20, kLargestUnpacked >> 20));
}

Error TooDeep(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-too-deep",
                   Say("“{}”里一层套一层，套得太深，不像一份通知：请用 WPS 或 Word 打开，"
                       "把文字和表格复制到新文件",
                       "\"{}\" nests its parts too deeply for a notice: open it in WPS or Word and "
                       "copy its text and tables into a new file",
                       file_name));
}

Error WithoutWords(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-empty",
                   Say("“{}”里没有文字：请选择通知的全文；扫描的图片要先识别成文字",
                       "\"{}\" has no words: choose the whole notice; scanned pictures must be "
                       "turned into text first",
                       file_name));
}

Error Scanned(std::string_view file_name, std::size_t page) {
  return MakeError(
      ErrorKind::kInvalid, "file-scanned",
      Say("“{0}”第 {1} 页只有图片，没有文字，像是扫描件：请先用 WPS "
          "或扫描软件识别成文字（OCR），另存为 .docx 再导入；不要紧的图片页请删去",
          "page {1} of \"{0}\" is a picture without words, like a scan: have its text recognised "
          "(OCR) and save it as .docx first; take out the page if it does not matter",
          file_name, page));
}

Error Garbled(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "file-garbled",
      Say("“{}”里的字只有字形，取不出是什么字：请取得原来的 Word "
          "文件，或识别成文字（OCR），另存为 .docx 再导入",
          "\"{}\" has only the shapes of its characters, not which ones they are: import the Word "
          "file it was made from, or have its text recognised (OCR) and save it as .docx",
          file_name));
}

Error RenameTo(std::string_view file_name, std::string_view extension) {
  return MakeError(
      ErrorKind::kInvalid, "file-mislabelled",
      Say("“{0}”其实是 {1} 文件：请把扩展名改成 {1}",
          "\"{0}\" is in fact a {1} file: change its extension to {1}", file_name, extension));
}

Error OtherArchive(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "file-mislabelled",
      Say("“{}”其实是压缩包或别的格式的文件：请用原来的程序打开，另存为 .docx 或 .xlsx",
          "\"{}\" is in fact a zip archive or a file of another format: open it in "
          "the program it came from and save it as .docx or .xlsx",
          file_name));
}

Error NotOfKind(std::string_view file_name, const Message& kind) {
  return MakeError(
      ErrorKind::kInvalid, "file-mislabelled",
      {fmt::format("“{}”不是 {} 文件，只有扩展名像：请用原来的程序打开，另存为 .docx "
                   "或 .xlsx；纯文本请把扩展名改成 .txt",
                   file_name, kind.zh),
       fmt::format("\"{}\" is no {} file, it only has the extension: open it in the "
                   "program it came from and save it as .docx or .xlsx; give plain text the "
                   "extension .txt",
                   file_name, kind.en)});
}

Error NotPacked(std::string_view file_name) {
  return NotOfKind(file_name, {"Word 或 Excel", "Word or Excel"});
}

bool IsOldOffice(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0"); }

Error OldOfficeFile(std::string_view file_name, std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::string_view kEncryptedPackage =
      "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
  if (bytes.find(kEncryptedPackage) != std::string_view::npos) return EncryptedFile(file_name);
  return MakeError(
      ErrorKind::kInvalid, "file-mislabelled",
      Say("“{}”其实是旧版 Word、Excel 或 WPS 文件：请用 WPS 或 Word 打开，另存为 .docx "
          "或 .xlsx",
          "\"{}\" is in fact an old Word, Excel or WPS file: open it in WPS or Word "
          "and save it as .docx or .xlsx",
          file_name));
}

}  // namespace kaoping::document
