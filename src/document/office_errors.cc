#include "document/office_errors.h"

#include "document/zip.h"

namespace kaoping::document {

Error DamagedFile(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-damaged",
                   Say("“{}”已损坏或不完整：请重新取得这个文件，或用 WPS 或 Word 打开后另存一份",
                       "\"{}\" is damaged or incomplete: fetch it again, or open it in WPS or Word "
                       "and save it anew",
                       file_name));
}

Error EncryptedFile(std::string_view file_name) {
  return MakeError(ErrorKind::kInvalid, "file-encrypted",
                   Say("“{}”设有打开密码：请在 WPS 或 Word 中取消密码，另存后再导入",
                       "\"{}\" is protected by a password: take it off in WPS or Word and save the "
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

Error Mislabelled(std::string_view file_name, const Message& kind, const Message& what_to_do) {
  return MakeError(ErrorKind::kInvalid, "file-mislabelled",
                   Say("“{0}”其实是{1}：{3}", "\"{0}\" is in fact {2}: {4}", file_name, kind.zh,
                       kind.en, what_to_do.zh, what_to_do.en));
}

}  // namespace kaoping::document
