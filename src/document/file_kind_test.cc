#include "document/file_kind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "document/office_files_test.h"
#include "support/compound_file.h"

namespace kaoping::document {
namespace {

using namespace std::string_view_literals;
using ::testing::HasSubstr;

// The kind, or the code of the error.
std::string KindOf(std::string_view name, std::string_view bytes) {
  const auto kind = CheckFileKind(name, MemorySource(bytes));
  return kind ? ToString(*kind) : kind.error().code;
}

std::string Types(std::string_view type) {
  return "<Types><Override ContentType=\"application/vnd." + std::string(type) + "\"/></Types>";
}
const std::string kWord = "openxmlformats-officedocument.wordprocessingml.document.main+xml";
const std::string kSheet = "openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const std::string kSlides = "openxmlformats-officedocument.presentationml.presentation.main+xml";

std::string Office(std::string_view types, const std::string& part = "word/document.xml") {
  return MakeZip({{part, "<x/>"}, {"[Content_Types].xml", std::string(types)}});
}

constexpr std::string_view kPng = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv;

TEST(FileKindTest, IsToldByTheBytes) {
  EXPECT_EQ(KindOf("通知.pdf", "%PDF-1.7\n…"), "pdf");
  EXPECT_EQ(KindOf("通知.PDF", "%PDF-1.7\n…"), "pdf");
  EXPECT_EQ(KindOf("a.png", kPng), "png");
  EXPECT_EQ(KindOf("a.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF"sv), "jpeg");
  EXPECT_EQ(KindOf("a.jpeg", "\xFF\xD8\xFF\xE1…"), "jpeg");
  EXPECT_EQ(KindOf("a.tif", "II*\0\x08\0\0\0"sv), "tiff");
  EXPECT_EQ(KindOf("a.tiff", "MM\0*\0\0\0\x08"sv), "tiff");
  EXPECT_EQ(KindOf("a.bmp", "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0"sv),
            "bmp");
  EXPECT_EQ(KindOf("a.webp", "RIFF\x1a\0\0\0WEBPVP8 "sv), "webp");
  EXPECT_EQ(KindOf("a.mp4",
                   "\0\0\0\x18"
                   "ftypisom\0\0\x02\0"sv),
            "mp4");
  EXPECT_EQ(KindOf("a.txt", "会议纪要\n"), "text");
  EXPECT_EQ(KindOf("a.csv", "序号,名称\n1,纪要\n"), "text");
  EXPECT_EQ(KindOf("a.txt", "\xBB\xE1\xD2\xE9\xBC\xCD\xD2\xAA"), "text") << "GB18030";
  EXPECT_EQ(KindOf("a.html", "<!DOCTYPE html><title>公示</title>"), "html");
  EXPECT_EQ(KindOf("a.htm", "\n<HTML>…</HTML>"), "html");
  EXPECT_EQ(KindOf("a.ofd", MakeZip({{"OFD.xml", "<OFD/>"}})), "ofd");
  EXPECT_EQ(KindOf("a.docx", Office(Types(kWord))), "docx");
  EXPECT_EQ(KindOf("a.xlsx", Office(Types(kSheet))), "xlsx");
  EXPECT_EQ(KindOf("a.pptx", Office(Types(kSlides))), "pptx");
  EXPECT_EQ(KindOf("a.doc", MakeCompound({{"WordDocument"}})), "doc");
  EXPECT_EQ(KindOf("a.wps", MakeCompound({{"WordDocument"}})), "doc");
  EXPECT_EQ(KindOf("a.xls", MakeCompound({{"Workbook"}})), "xls");
  EXPECT_EQ(KindOf("a.et", MakeCompound({{"Book"}})), "xls");
  EXPECT_EQ(KindOf("a.ppt", MakeCompound({{"PowerPoint Document"}})), "ppt");
}

TEST(FileKindTest, NameThatLiesIsRefusedWithWhatTheFileIs) {
  const auto refused = CheckFileKind("通知.pdf", MemorySource(kPng));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "file-mislabelled");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("“通知.pdf”其实是PNG 图片"));
  EXPECT_THAT(refused.error().message.zh, HasSubstr("改为 .png"));
  EXPECT_EQ(KindOf("a.txt", "<!doctype html><script>…"), "file-mislabelled");
  EXPECT_EQ(KindOf("a.html", "no tag at all"), "file-mislabelled");
  EXPECT_EQ(KindOf("a.docx", Office(Types(kSheet))), "file-mislabelled");
  EXPECT_EQ(KindOf("a.docx", MakeCompound({{"WordDocument"}})), "file-mislabelled");
  EXPECT_EQ(KindOf("a.doc", Office(Types(kWord))), "file-mislabelled");
  EXPECT_EQ(KindOf("a.exe", "%PDF-1.7"), "file-mislabelled");
  EXPECT_EQ(KindOf("a", "%PDF-1.7"), "file-mislabelled");
}

TEST(FileKindTest, WhatIsNotOnTheListIsRefused) {
  EXPECT_EQ(KindOf("a.exe", "MZ\x90\0\x03\0\0\0"sv), "file-type");
  EXPECT_EQ(KindOf("a.pdf", "MZ\x90\0\x03\0\0\0%PDF-1.7"sv), "file-type") << "a head before it";
  EXPECT_EQ(KindOf("a.zip", MakeZip({{"纪要.txt", "…"}})), "file-type");
  EXPECT_EQ(KindOf("a.docx", MakeZip({{"纪要.txt", "…"}})), "file-type");
  EXPECT_EQ(KindOf("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
            "file-type");
  EXPECT_EQ(KindOf("a.js", "alert(1)"), "file-type");
  EXPECT_EQ(KindOf("a.heic",
                   "\0\0\0\x18"
                   "ftypheic\0\0\x02\0"sv),
            "file-type");
  EXPECT_EQ(KindOf("a.msi", MakeCompound({{"SummaryInformation"}})), "file-type");
  EXPECT_EQ(KindOf("a.txt", "text\0text"sv), "file-type");
  EXPECT_EQ(KindOf("a.txt", "text\xFFtext"), "file-type") << "no encoding that can be read";
  EXPECT_EQ(KindOf("a.txt", ""), "file-empty");
  EXPECT_EQ(KindOf("a.txt", std::string(2'000'000, 'x') + '\1'), "file-type") << "to the very end";
  EXPECT_EQ(KindOf("a.txt", std::string(2'000'000, 'x')), "text");
}

TEST(FileKindTest, MacrosAreRefusedWhereverTheyHide) {
  EXPECT_EQ(KindOf("a.docm", Office(Types(kWord))), "file-macros") << "by the name";
  EXPECT_EQ(KindOf("a.docx", Office(Types(kWord), "word/vbaProject.bin")), "file-macros");
  EXPECT_EQ(KindOf("a.docx", Office(Types("ms-office.vbaProject") + Types(kWord))), "file-macros")
      << "under another name";
  EXPECT_EQ(KindOf("a.docx", Office(Types("ms-word.document.macroEnabled.main+xml"))),
            "file-macros");
  EXPECT_EQ(KindOf("a.xlsx", Office(Types("ms-excel.macrosheet+xml") + Types(kSheet))),
            "file-macros")
      << "macros of 1992";
  EXPECT_EQ(KindOf("a.docx", Office(Types("ms-office.vba&#80;roject") + Types(kWord))),
            "file-damaged");
  std::string wide;
  for (const char c : Types("ms-office.vbaProject") + Types(kWord)) wide += {c, '\0'};
  EXPECT_EQ(KindOf("a.docx", Office(wide)), "file-macros") << "UTF-16";
  EXPECT_EQ(KindOf("a.doc", MakeCompound({{"WordDocument"}, {"Macros", true}})), "file-macros");
  EXPECT_EQ(KindOf("a.doc", MakeCompound({{"WordDocument"}, {"VBA", true}})), "file-macros");
  EXPECT_EQ(KindOf("a.xls", MakeCompound({{"Workbook"}, {"_VBA_PROJECT_CUR", true}})),
            "file-macros");
}

TEST(FileKindTest, TwoListsOfTypesAreRefused) {
  const std::string types = "[Content_Types].xml";
  std::string bytes = MakeZip({{types, Types(kWord)}, {"[Content_Types].xmx", Types(kWord)}});
  for (std::size_t at = bytes.find(".xmx"); at != bytes.npos; at = bytes.find(".xmx")) {
    bytes.replace(at, 4, ".xml");
  }
  EXPECT_EQ(KindOf("a.docx", bytes), "file-damaged");
}

TEST(FileKindTest, PasswordsAndDamageAreTold) {
  EXPECT_EQ(KindOf("a.docx", MakeCompound({{"EncryptedPackage"}})), "file-encrypted");
  const std::string office = Office(Types(kWord));
  EXPECT_EQ(KindOf("a.docx", office.substr(0, office.size() / 2)), "file-damaged");
  const std::string compound = MakeCompound({{"WordDocument"}});
  EXPECT_EQ(KindOf("a.doc", compound.substr(0, 700)), "file-damaged");
  EXPECT_EQ(KindOf("a.doc", compound.substr(0, 100)), "file-damaged");
}

TEST(FileKindTest, DirectoryThatRunsInACircleEnds) {
  std::string compound = MakeCompound({{"WordDocument"}});
  // The directory is sector 1, and so is what follows it.
  compound.replace(512 + 4, 4, "\1\0\0\0"sv);
  EXPECT_EQ(KindOf("a.doc", compound), "file-damaged");
}

TEST(FileKindTest, ListOfTypesThatUnpacksToTooMuchIsRefused) {
  EXPECT_EQ(KindOf("a.docx", Office(Types(kWord) + std::string(8'000'000, ' '))), "file-damaged");
}

// Whatever bytes are changed, the answer is a kind or a refusal.
TEST(FileKindTest, DamagedFilesAreSurvived) {
  const std::string files[] = {Office(Types(kWord)),
                               MakeCompound({{"WordDocument"}, {"Macros", true}})};
  rc::check([&] {
    std::string bytes = files[*rc::gen::inRange(0, 2)];
    const int changes = *rc::gen::inRange(1, 8);
    for (int i = 0; i < changes; ++i) {
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    }
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    RC_ASSERT(!KindOf("a.docx", bytes).empty());
  });
}

}  // namespace
}  // namespace kaoping::document
