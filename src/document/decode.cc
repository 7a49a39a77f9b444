#include "document/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/utf8.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter OpenStrict(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  KAOPING_CHECK(U_SUCCESS(status));
  return converter;
}

struct Decoded {
  std::string text;
  // The first byte that does not belong to the encoding; then `text` is what came before.
  std::optional<std::size_t> bad_byte;
};

Decoded DecodeWith(const char* encoding, std::string_view bytes) {
  const Converter converter = OpenStrict(encoding);
  Decoded decoded;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> buffer{};
  std::u16string text;
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end, nullptr,
                   true, &status);
    text.append(buffer.data(), target);
  }
  if (U_FAILURE(status)) {
    std::array<char, 16> invalid{};
    auto length = static_cast<std::int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter.get(), invalid.data(), &length, &ignored);
    decoded.bad_byte = static_cast<std::size_t>(source - bytes.data()) -
                       static_cast<std::size_t>(std::max<std::int8_t>(length, 0));
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size()) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
    }
    AppendUtf8(c, decoded.text);
  }
  return decoded;
}

std::size_t LineOf(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

// Whether the bytes are UTF-8 but for a few: most bytes beyond ASCII stand in well-formed
// sequences. In a GB18030 text hardly any do.
bool LooksLikeDamagedUtf8(std::string_view bytes) {
  std::size_t beyond_ascii = 0;
  std::size_t stray = 0;
  for (const char byte : bytes) beyond_ascii += static_cast<unsigned char>(byte) >= 0x80 ? 1 : 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto bad = FirstInvalidUtf8(rest);
    if (!bad) break;
    ++stray;
    rest.remove_prefix(*bad + 1);
  }
  return stray * 4 < beyond_ascii;
}

// The kind of file that these first bytes announce; nothing if none that we know.
std::optional<Message> KnownSignature(std::string_view bytes) {
  struct Signature {
    std::string_view start;
    const char* zh;
    const char* en;
  };
  using namespace std::string_view_literals;
  static constexpr std::array kSignatures = {
      Signature{"PK\x03\x04"sv, "Word、WPS、Excel 或 OFD 文件（压缩包）",
                "a Word, WPS, Excel or OFD file (a zip archive)"},
      Signature{"\xD0\xCF\x11\xE0"sv, "旧版 Word、Excel 或 WPS 文件",
                "an old Word, Excel or WPS file"},
      Signature{"%PDF"sv, "PDF 文件", "a PDF file"},
      Signature{"{\\rtf"sv, "RTF 文件", "an RTF file"},
  };
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.start)) return Say("{0}", "{1}", signature.zh, signature.en);
  }
  return std::nullopt;
}

// The first character that no text holds; a page break and the end mark of DOS are let through.
std::optional<std::size_t> FirstControl(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool allowed = c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
                         (c == 0x1A && i + 1 == text.size());
    if (!allowed || c == 0x7F) return i;
  }
  return std::nullopt;
}

Error NotText(std::string_view file_name, std::size_t line) {
  return MakeError(ErrorKind::kInvalid, "file-not-text",
                   Say("“{0}”不是文本文件（第 {1} 行有控制字符）：请用原来的程序打开，另存为 .txt",
                       "\"{0}\" is not a text file (control characters in line {1}): open it in "
                       "the program it came from and save it as .txt",
                       file_name, line));
}

std::string WithPlainLineEnds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\x1A') continue;
    if (c == '\r' || c == '\f') {
      if (c == '\f' || i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
      continue;
    }
    out += c;
  }
  return out;
}

Error DamagedUtf8(std::string_view file_name, std::size_t line) {
  return MakeError(ErrorKind::kInvalid, "file-encoding",
                   Say("“{0}”第 {1} 行有损坏的 UTF-8 字符：请重新保存或重新取得这个文件",
                       "\"{0}\" has a damaged UTF-8 character in line {1}: save or fetch the file "
                       "again",
                       file_name, line));
}

Result<std::string> DecodeUtf16(std::string_view file_name, std::string_view bytes) {
  Decoded decoded = DecodeWith("UTF-16", bytes);
  if (!decoded.bad_byte) return std::move(decoded.text);
  return MakeError(ErrorKind::kInvalid, "file-encoding",
                   Say("“{0}”是损坏的 UTF-16 文本（第 {1} 行）：请另存为 UTF-8 文本",
                       "\"{0}\" is damaged UTF-16 text (line {1}): save it as UTF-8 text",
                       file_name, LineOf(decoded.text, decoded.text.size())));
}

// Requires: `bytes` are not UTF-8.
Result<std::string> DecodeGb18030(std::string_view file_name, std::string_view bytes,
                                  std::size_t bad_utf8_line) {
  Decoded decoded = DecodeWith("gb18030", bytes);
  if (!decoded.bad_byte) return std::move(decoded.text);
  return MakeError(
      ErrorKind::kInvalid, "file-encoding",
      Say("“{0}”既不是 UTF-8（第 {1} 行不合），也不是 GB18030（第 {2} 行不合）：请另存为 UTF-8 "
          "文本",
          "\"{0}\" is neither UTF-8 (see line {1}) nor GB18030 (see line {2}): save it as UTF-8 "
          "text",
          file_name, bad_utf8_line, LineOf(bytes, *decoded.bad_byte)));
}

Result<std::string> Decode(std::string_view file_name, std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return DecodeUtf16(file_name, bytes);
  }
  // UTF-16 without its mark and every binary format have these; no text does.
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos) {
    return NotText(file_name, LineOf(bytes, zero));
  }
  const bool marked = bytes.starts_with("\xEF\xBB\xBF");
  if (marked) bytes.remove_prefix(3);
  const auto bad_utf8 = FirstInvalidUtf8(bytes);
  if (!bad_utf8) return std::string(bytes);
  const std::size_t line = LineOf(bytes, *bad_utf8);
  if (marked || LooksLikeDamagedUtf8(bytes)) return DamagedUtf8(file_name, line);
  return DecodeGb18030(file_name, bytes, line);
}

Status CheckSignature(std::string_view file_name, std::string_view bytes) {
  const auto kind = KnownSignature(bytes);
  if (!kind) return Ok();
  return MakeError(ErrorKind::kInvalid, "file-not-text",
                   Say("“{0}”是{1}，不是文本：请用原来的程序打开，另存为 .txt",
                       "\"{0}\" is {2}, not text: open it in the program it came from and save "
                       "it as .txt",
                       file_name, kind->zh, kind->en));
}

// `text` with plain line ends, if it is one.
Result<std::string> CheckedText(std::string_view file_name, std::string_view text) {
  if (const auto control = FirstControl(text)) return NotText(file_name, LineOf(text, *control));
  std::string plain = WithPlainLineEnds(text);
  if (TrimBlanks(plain).empty()) {
    return MakeError(ErrorKind::kInvalid, "file-empty",
                     Say("“{}”是空文件：请选择通知的全文",
                         "\"{}\" is empty: choose the whole notice", file_name));
  }
  return plain;
}

// ---- Web pages ----------------------------------------------------------------------------------

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// What <meta charset="…"> or <meta content="text/html; charset=…"> says, in lower case; "" if
// nothing.
std::string DeclaredCharset(std::string_view bytes) {
  constexpr std::size_t kLooked = 4'096;
  constexpr std::string_view kKey = "charset";
  const std::string start = LowerAscii(bytes.substr(0, kLooked));
  for (auto meta = start.find("<meta"); meta != std::string::npos;
       meta = start.find("<meta", meta + 1)) {
    const std::string tag = start.substr(meta, start.find('>', meta) - meta);
    const auto key = tag.find(kKey);
    if (key == std::string::npos) continue;
    const auto begin = tag.find_first_not_of(" \t\r\n=\"'", key + kKey.size());
    if (begin == std::string::npos) continue;
    return tag.substr(begin, tag.find_first_of(" \t\r\n\"';/", begin) - begin);
  }
  return "";
}

bool IsMarked(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

bool IsAsianCharset(std::string_view charset) {
  static constexpr std::array<std::string_view, 6> kOthers = {"big5",     "shift", "euc",
                                                              "iso-2022", "hz",    "ks_c"};
  return std::any_of(kOthers.begin(), kOthers.end(),
                     [&](std::string_view other) { return charset.starts_with(other); });
}

}  // namespace

Result<std::string> DecodeText(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY_STATUS(CheckSignature(file_name, bytes));
  KAOPING_TRY(const std::string text, Decode(file_name, bytes));
  return CheckedText(file_name, text);
}

Result<std::string> DecodeHtml(std::string_view file_name, std::string_view bytes) {
  if (IsMarked(bytes)) return DecodeText(file_name, bytes);
  const std::string charset = DeclaredCharset(bytes);
  if (charset.starts_with("gb")) {
    const Decoded decoded = DecodeWith("gb18030", bytes);
    if (!decoded.bad_byte) return CheckedText(file_name, decoded.text);
  }
  if (IsAsianCharset(charset)) {
    return MakeError(ErrorKind::kInvalid, "file-encoding",
                     Say("“{0}”声明的编码是 {1}，还不能读：请用浏览器打开，另存为 UTF-8 网页",
                         "\"{0}\" declares the encoding {1}, which cannot be read: open it in a "
                         "browser and save it in UTF-8",
                         file_name, charset));
  }
  return DecodeText(file_name, bytes);
}

}  // namespace kaoping::document
