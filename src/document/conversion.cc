#include "document/conversion.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <system_error>

#include "base/process.h"
#include "document/office_errors.h"
#include "document/read.h"
#include "document/zip.h"

namespace kaoping::document {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

enum class Family { kWords, kSheets };

struct OldFormat {
  std::string_view extension;
  Family family;
};
constexpr std::array<OldFormat, 10> kFormats = {{{".doc", Family::kWords},
                                                 {".dot", Family::kWords},
                                                 {".wps", Family::kWords},
                                                 {".wpt", Family::kWords},
                                                 {".rtf", Family::kWords},
                                                 {".odt", Family::kWords},
                                                 {".xls", Family::kSheets},
                                                 {".et", Family::kSheets},
                                                 {".ett", Family::kSheets},
                                                 {".ods", Family::kSheets}}};

const OldFormat* FormatOf(std::string_view file_name) {
  const std::string extension = ExtensionOf(file_name);
  const auto* const found =
      std::find_if(kFormats.begin(), kFormats.end(),
                   [&](const OldFormat& format) { return format.extension == extension; });
  return found == kFormats.end() ? nullptr : found;
}

bool Contains(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

// The archive begins with an entry that says what it is, not packed, as the format demands.
bool IsOpenDocument(std::string_view bytes, std::string_view type) {
  constexpr std::size_t kName = 30;
  return LooksLikeZip(bytes) && bytes.size() > kName &&
         bytes.substr(kName).starts_with("mimetypeapplication/vnd.oasis.opendocument." +
                                         std::string(type));
}

bool LooksLikeHtml(std::string_view bytes) {
  std::string start(bytes.substr(0, 200));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return Contains(start, "<html") || Contains(start, "<!doctype html");
}

// The extension of what the bytes are, among those that LibreOffice is asked to convert; "" for
// others. Nothing is parsed here, since this is not yet isolated: streams of old files are found by
// their names in UTF-16, wherever they stand.
Result<std::string_view> KindOf(std::string_view file_name, std::string_view bytes) {
  if (bytes.starts_with("{\\rtf")) return ".rtf"sv;
  if (IsOpenDocument(bytes, "text")) return ".odt"sv;
  if (IsOpenDocument(bytes, "spreadsheet")) return ".ods"sv;
  if (!IsOldOffice(bytes)) return ""sv;
  if (Contains(bytes, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv)) return ".doc"sv;
  if (Contains(bytes, "W\0o\0r\0k\0b\0o\0o\0k\0"sv) || Contains(bytes, "B\0o\0o\0k\0\0\0"sv)) {
    return ".xls"sv;
  }
  const Error refusal = OldOfficeFile(file_name, bytes);
  return refusal.code == "file-encrypted" ? refusal : NotPacked(file_name);
}

// As which kind the file is to be converted.
Result<std::string_view> CheckKind(const OldFormat& format, std::string_view file_name,
                                   std::string_view bytes) {
  KAOPING_TRY(const std::string_view kind, KindOf(file_name, bytes));
  if (kind.empty()) {
    return LooksLikeHtml(bytes) ? RenameTo(file_name, ".html") : NotPacked(file_name);
  }
  const bool is_packed = format.extension == ".odt" || format.extension == ".ods";
  const bool is_rtf = format.extension == ".rtf";
  const bool fits = is_packed || is_rtf               ? kind == format.extension
                    : format.family == Family::kWords ? kind == ".doc" || kind == ".rtf"
                                                      : kind == ".xls";
  return fits ? Result<std::string_view>(kind) : RenameTo(file_name, kind);
}

Error NotInstalled(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "file-type",
      Say("“{}”是旧格式的文件，要由 LibreOffice 转换，而这台机器没有安装 LibreOffice：请用 "
          "WPS、Word "
          "或 Excel 打开，另存为 .docx 或 .xlsx，或请系统管理员安装 LibreOffice",
          "\"{}\" is of an old format that LibreOffice has to convert, and LibreOffice is not "
          "installed on this machine: open it in WPS, Word or Excel and save it as .docx or .xlsx, "
          "or have the administrator install LibreOffice",
          file_name));
}

Error Failed(std::string_view file_name) {
  return MakeError(
      ErrorKind::kInvalid, "conversion-failed",
      Say("LibreOffice 打不开“{}”，文件可能已损坏或设有打开密码：请用 WPS、Word 或 Excel 打开，"
          "另存为 .docx 或 .xlsx 再导入",
          "LibreOffice cannot open \"{}\", which may be damaged or protected by a password: open "
          "it "
          "in WPS, Word or Excel and save it as .docx or .xlsx",
          file_name));
}

Error TooSlow(std::string_view file_name, std::chrono::milliseconds time) {
  return MakeError(
      ErrorKind::kInvalid, "conversion-too-slow",
      Say("LibreOffice 用了 {1} 秒也没有转换完“{0}”：请用 WPS、Word 或 Excel 打开，另存为 .docx 或 "
          ".xlsx 再导入",
          "LibreOffice did not finish converting \"{0}\" in {1} seconds: open it in WPS, Word or "
          "Excel and save it as .docx or .xlsx",
          file_name, time.count() / 1000));
}

Error Busy(std::string_view file_name) {
  return MakeError(ErrorKind::kUnavailable, "conversion-busy",
                   Say("正在转换另一个文件，“{}”还没有转换：请过一分钟再试",
                       "another file is being converted, and \"{}\" is not yet: try again in a "
                       "minute",
                       file_name));
}

Error Unavailable(std::string_view file_name) {
  return MakeError(
      ErrorKind::kUnavailable, "conversion-unavailable",
      Say("这台机器现在不能运行 LibreOffice 来转换“{}”：请稍后再试，或另存为 .docx 或 .xlsx；"
          "仍不行，请系统管理员查看临时文件夹的空间和内存",
          "this machine cannot run LibreOffice now to convert \"{}\": try again later, or save the "
          "file as .docx or .xlsx; if it stays so, have the administrator check memory and the "
          "room in the folder for temporary files",
          file_name));
}

// A folder that nobody else may look into, gone with its content at the end.
class PrivateFolder {
 public:
  bool Make() {
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    if (error) return false;
    std::string name = (parent / "kaoping-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) return false;
    path_ = std::move(name);
    return true;
  }
  PrivateFolder() = default;
  ~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);  // follows no links
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

bool WriteFile(const fs::path& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  return static_cast<bool>(file.flush());
}

// What LibreOffice would else do by itself. In Writer 0 is never, in Calc 1 is.
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Field" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>1</value></prop></item>
</oor:items>
)";

// The bytes of a file that LibreOffice made; nothing if it made none, or something else: a link
// would lead out of the folder.
std::optional<std::string> TakeFile(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return std::nullopt;
  struct stat status = {};
  std::string bytes;
  bool is_whole = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
                  static_cast<std::size_t>(status.st_size) <= kLargestFile;
  if (is_whole) {
    bytes.resize(static_cast<std::size_t>(status.st_size));
    // The conversion has ended, so that the file is as long as it will be.
    is_whole = ::pread(file, bytes.data(), bytes.size(), 0) == status.st_size;
  }
  ::close(file);
  return is_whole && !bytes.empty() ? std::optional(std::move(bytes)) : std::nullopt;
}

Result<ConvertedFile> Convert(const Converter& converter, const std::string& program,
                              std::string_view kind, std::string_view file_name,
                              std::string_view bytes) {
  const bool is_sheet = kind == ".xls" || kind == ".ods";
  const std::string_view extension = is_sheet ? ".xlsx" : ".docx";
  PrivateFolder folder;
  if (!folder.Make()) return Unavailable(file_name);
  std::error_code error;
  fs::create_directories(folder.path() / "profile/user", error);
  // The name is never the stranger's.
  const std::string input = "input" + std::string(kind);
  if (error || !WriteFile(folder.path() / "profile/user/registrymodifications.xcu", kSettings) ||
      !WriteFile(folder.path() / input, bytes)) {
    return Unavailable(file_name);
  }
  const std::string path = folder.path().string();
  ProgramCall call;
  call.arguments = {
      program,           "-env:UserInstallation=file://" + path + "/profile",
      "--headless",      "--norestore",
      "--nolockcheck",   "--nologo",
      "--convert-to",    is_sheet ? "xlsx:Calc MS Excel 2007 XML" : "docx:MS Word 2007 XML",
      "--outdir",        path + "/out",
      path + "/" + input};
  call.folder = path;
  call.environment = {"HOME=" + path, "TMPDIR=" + path, "SAL_USE_VCLPLUGIN=svp"};
  call.limits = {.time = converter.time,
                 .cpu_seconds = static_cast<int>(converter.time.count() / 1000) + 1,
                 .memory = std::size_t{4} << 30,
                 .output = std::size_t{64} << 10,
                 .file_size = std::size_t{256} << 20};
  call.only_folder = path;
  call.own_network = true;
  const ProgramEnd end = RunProgram(call);
  switch (end.how) {
    case ProgramEnd::How::kTooSlow:
      return TooSlow(file_name, converter.time);
    case ProgramEnd::How::kMissing:
      return NotInstalled(file_name);
    case ProgramEnd::How::kNotStarted:
      return Unavailable(file_name);
    case ProgramEnd::How::kExited:
    case ProgramEnd::How::kKilled:
    case ProgramEnd::How::kTooMuchOutput:
      break;
  }
  // Its exit status is 0 even for a file that it could not load.
  std::optional<std::string> converted =
      TakeFile(folder.path() / "out" / ("input" + std::string(extension)));
  if (!end.Succeeded() || !converted) return Failed(file_name);
  return ConvertedFile{extension, *std::move(converted)};
}

}  // namespace

bool IsForConversion(std::string_view file_name) { return FormatOf(file_name) != nullptr; }

Result<ConvertedFile> ConvertFile(const Converter& converter, std::string_view file_name,
                                  std::string_view bytes) {
  const OldFormat* const format = FormatOf(file_name);
  KAOPING_CHECK(format != nullptr);
  KAOPING_TRY(const std::string_view kind, CheckKind(*format, file_name, bytes));
  const std::optional<std::string> program = FindProgram(converter.program);
  if (!program) return NotInstalled(file_name);
  static std::timed_mutex one_at_a_time;
  const std::unique_lock<std::timed_mutex> turn(one_at_a_time, converter.patience);
  if (!turn.owns_lock()) return Busy(file_name);
  return Convert(converter, *program, kind, file_name, bytes);
}

}  // namespace kaoping::document
