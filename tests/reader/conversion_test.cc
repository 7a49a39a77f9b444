// Files of old Office formats: what their bytes must be, what LibreOffice makes of them, and what
// becomes of a converter that fails.

#include <gmock/gmock.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "base/process.h"
#include "document/received.h"
#include "support/temporary_folder.h"

namespace kaoping::document {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::HasSubstr;

const Isolation kKaoping{.executable = KAOPING_PROGRAM};

std::string Fixture(const std::string& name) {
  const fs::path path = fs::path(KAOPING_SOURCE_DIR) / "tests/fixtures/documents" / name;
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  EXPECT_FALSE(bytes.empty()) << name;
  return bytes;
}

// The words of a document, block by block.
std::string WordsOf(const Result<Document>& document) {
  if (!document) return document.error().code + ": " + document.error().message.zh;
  std::string words;
  for (const Block& block : document->blocks) {
    if (const auto* const paragraph = std::get_if<Paragraph>(&block)) {
      words += paragraph->text + "\n";
    } else {
      for (const Cell& cell : std::get<Table>(block).cells) {
        words +=
            std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + cell.Text() + "\n";
      }
    }
  }
  return words;
}

// What is made for temporary use goes to a folder of the test, which is looked into at the end.
class ConversionTest : public ::testing::Test {
 protected:
  ConversionTest() {
    fs::create_directory(temporary_);
    ::setenv("TMPDIR", temporary_.c_str(), 1);
  }
  ~ConversionTest() override {
    ::unsetenv("TMPDIR");
    EXPECT_TRUE(fs::is_empty(temporary_)) << "something was left behind";
  }

  Result<Document> Read(std::string_view name, std::string_view bytes) const {
    return ReadReceived(kKaoping, converter_, name, bytes);
  }
  std::string CodeOf(std::string_view name, std::string_view bytes) const {
    const Result<Document> document = Read(name, bytes);
    return document ? "read" : document.error().code;
  }

  // A converter that does this instead. It works in its folder, where `out` is awaited.
  void ConvertBy(const std::string& lines) {
    const fs::path script = folder_.path() / "converter";
    std::ofstream(script) << "#!/bin/sh\n" << lines << "\n";
    fs::permissions(script, fs::perms::owner_all);
    converter_.program = script;
  }

  testing::TemporaryFolder folder_;
  fs::path temporary_ = folder_.path() / "temporary";
  Converter converter_;
};

constexpr std::string_view kOldFile = "\xD0\xCF\x11\xE0";
std::string OldFile(std::string_view stream) {
  std::string bytes(kOldFile);
  bytes.resize(512);
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + std::string(512, '\0');
}

std::string Base64(std::string_view bytes) {
  ProgramCall call;
  call.arguments = {"base64"};
  call.input = bytes;
  return RunProgram(call).output;
}

bool HasLandlock() {
  return ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

TEST_F(ConversionTest, LibreOfficeConvertsOldFiles) {
  if (!FindProgram("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string notice = WordsOf(ReadDocument("a.docx", Fixture("nantong-2017.docx")));
  std::string table = WordsOf(ReadDocument("a.xlsx", Fixture("dongjiang-2024.xlsx")));
  // A formula without a saved result, which LibreOffice has computed.
  constexpr std::string_view kTotal = "6,1 合计\n";
  ASSERT_NE(table.find(kTotal), std::string::npos);
  table.insert(table.find(kTotal) + kTotal.size(), "6,4 12\n");
  const struct {
    const char* name;
    const char* fixture;
    const std::string& words;
  } cases[] = {{"通知.doc", "nantong-2017.doc", notice}, {"通知.WPS", "nantong-2017.doc", notice},
               {"通知.rtf", "nantong-2017.rtf", notice}, {"通知.doc", "nantong-2017.rtf", notice},
               {"通知.odt", "nantong-2017.odt", notice}, {"表.xls", "dongjiang-2024.xls", table},
               {"表.et", "dongjiang-2024.xls", table},   {"表.ods", "dongjiang-2024.ods", table}};
  for (const auto& c : cases) {
    const Result<Document> document = Read(c.name, Fixture(c.fixture));
    EXPECT_EQ(WordsOf(document), c.words) << c.name << " " << c.fixture;
    EXPECT_TRUE(!document || document->file_name == c.name);
  }
}

TEST_F(ConversionTest, ADamagedFileIsRefused) {
  if (!FindProgram("soffice")) GTEST_SKIP() << "LibreOffice is not installed";
  EXPECT_EQ(CodeOf("通知.doc", OldFile("WordDocument")), "conversion-failed");
}

TEST_F(ConversionTest, TheBytesDecideBeforeAnythingIsRun) {
  ConvertBy("echo ran > '" + (folder_.path() / "ran").string() + "'");
  const auto message = [this](std::string_view name, std::string_view bytes) {
    const Result<Document> document = Read(name, bytes);
    return document ? "read" : document.error().code + document.error().message.zh;
  };
  EXPECT_THAT(message("通知.doc", Fixture("numbered.docx")), HasSubstr("改成 .docx"));
  EXPECT_THAT(message("表.xls", Fixture("dongjiang-2024.xlsx")), HasSubstr("改成 .xlsx"));
  EXPECT_THAT(message("表.xls", "<html><table></table></html>"), HasSubstr("改成 .html"));
  EXPECT_THAT(message("通知.doc", "\n<!DOCTYPE HTML>"), HasSubstr("改成 .html"));
  EXPECT_THAT(message("通知.doc", OldFile("Workbook")), HasSubstr("改成 .xls"));
  EXPECT_THAT(message("表.et", OldFile("WordDocument")), HasSubstr("改成 .doc"));
  EXPECT_THAT(message("表.xls", "{\\rtf1 a}"), HasSubstr("改成 .rtf"));
  EXPECT_THAT(message("通知.odt", Fixture("dongjiang-2024.ods")), HasSubstr("改成 .ods"));
  EXPECT_EQ(CodeOf("通知.doc", "考评通知"), "file-mislabelled");
  EXPECT_EQ(CodeOf("通知.doc", ""), "file-mislabelled");
  EXPECT_EQ(CodeOf("通知.doc", OldFile("Something")), "file-mislabelled");
  EXPECT_EQ(CodeOf("通知.doc", OldFile("EncryptedPackage")), "file-encrypted");
  EXPECT_EQ(CodeOf("通知.doc", std::string(kLargestFile + 1, 'x')), "file-too-large");
  EXPECT_FALSE(fs::exists(folder_.path() / "ran"));
  EXPECT_EQ(CodeOf("通知.doc", OldFile("WordDocument")), "conversion-failed");
}

TEST_F(ConversionTest, WithoutLibreOfficeBothWaysOutAreNamed) {
  converter_.program = "no-such-office";
  const Result<Document> document = Read("通知.wps", OldFile("WordDocument"));
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, "file-type");
  EXPECT_THAT(document.error().message.zh,
              AllOf(HasSubstr("“通知.wps”"), HasSubstr("旧格式"), HasSubstr("没有安装 LibreOffice"),
                    HasSubstr("另存为 .docx")));
  EXPECT_THAT(document.error().message.en,
              AllOf(HasSubstr("old format"), HasSubstr("not installed")));
}

TEST_F(ConversionTest, WhatAConverterMakesIsReadLikeAnyFile) {
  const std::string old_file = OldFile("WordDocument");
  const std::string docx = Fixture("numbered.docx");
  ConvertBy("mkdir out; base64 -d > out/input.docx << END\n" + Base64(docx) + "END");
  EXPECT_EQ(WordsOf(Read("通知.doc", old_file)), WordsOf(ReadDocument("a.docx", docx)));
  // A message names the file that came.
  ConvertBy("mkdir out; printf 'PK\\003\\004' > out/input.docx");
  const Result<Document> damaged = Read("folder/通知.doc", old_file);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, "file-damaged");
  EXPECT_THAT(damaged.error().message.zh, HasSubstr("“通知.doc”"));
}

// Whatever a link in a file leads to, the kernel keeps it from LibreOffice.
TEST_F(ConversionTest, FilesOfOthersAreOutOfReach) {
  if (!HasLandlock()) GTEST_SKIP() << "this kernel has no Landlock";
  const std::string other = (folder_.path() / "other.docx").string();
  std::ofstream(other, std::ios::binary) << Fixture("numbered.docx");
  ConvertBy("mkdir out; cp '" + other + "' out/input.docx; echo x > '" + other + "'");
  EXPECT_EQ(CodeOf("通知.doc", OldFile("WordDocument")), "conversion-failed");
  EXPECT_EQ(fs::file_size(other), Fixture("numbered.docx").size());
}

TEST_F(ConversionTest, AConverterThatFailsCostsOneFile) {
  const std::string file = OldFile("WordDocument");
  for (const char* lines : {"exit 1", "exit 0", "kill -SEGV $$", "mkdir out; touch out/input.docx",
                            "mkdir -p out/input.docx", "mkdir out; mkfifo out/input.docx",
                            "mkdir out; ln -s /etc/passwd out/input.docx", "yes"}) {
    ConvertBy(lines);
    EXPECT_EQ(CodeOf("通知.doc", file), "conversion-failed") << lines;
  }
  ConvertBy("sleep 100");
  converter_.time = milliseconds(300);
  EXPECT_EQ(CodeOf("通知.doc", file), "conversion-too-slow");
  ::setenv("TMPDIR", "/no/such/folder", 1);
  EXPECT_EQ(CodeOf("通知.doc", file), "conversion-unavailable");
}

TEST_F(ConversionTest, OneIsConvertedAtATime) {
  ConvertBy("sleep 100");
  converter_.time = milliseconds(2'000);
  std::string first;
  std::thread other([&] { first = CodeOf("一.doc", OldFile("WordDocument")); });
  while (fs::is_empty(temporary_)) std::this_thread::sleep_for(milliseconds(5));
  Converter impatient = converter_;
  impatient.patience = milliseconds(50);
  const auto second = ConvertFile(impatient, "二.doc", OldFile("WordDocument"));
  other.join();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "conversion-busy");
  EXPECT_EQ(second.error().kind, ErrorKind::kUnavailable);
  EXPECT_EQ(first, "conversion-too-slow");
}

}  // namespace
}  // namespace kaoping::document
