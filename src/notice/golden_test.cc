// The reference notice, part by part and row by row, against tests/notices/nantong-2017.json. With
// KAOPING_UPDATE_GOLDEN set the file is rewritten instead; the diff is what gets reviewed.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "document/read.h"
#include "notice/notice.h"

namespace kaoping::notice {
namespace {

using nlohmann::ordered_json;

const char* const kGolden = KAOPING_SOURCE_DIR "/tests/notices/nantong-2017.json";

std::string ReadFile(const char* path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// "p4" for the fourth paragraph, "t1r3c2" for a cell, "t1r19c2p1" for a paragraph of a cell.
std::string At(const Place& place) {
  std::string at;
  if (place.table != 0) at = fmt::format("t{}r{}c{}", place.table, place.row, place.column);
  if (place.paragraph != 0) at += fmt::format("p{}", place.paragraph);
  return at;
}

ordered_json ToJson(const PlacedText& text) { return {text.text, At(text.place)}; }

ordered_json ToJson(const std::vector<PlacedText>& texts) {
  ordered_json json = ordered_json::array();
  for (const PlacedText& text : texts) json.push_back(ToJson(text));
  return json;
}

ordered_json ToJson(const Parts& parts) {
  ordered_json cites = ordered_json::array();
  for (const CitedDocument& cited : parts.cites) {
    cites.push_back({cited.title, cited.number, At(cited.place)});
  }
  return {{"issuer", ToJson(parts.issuer)},
          {"number", ToJson(parts.number)},
          {"title", ToJson(parts.title)},
          {"addressees", ToJson(parts.addressees)},
          {"cites", cites},
          {"attachments", ToJson(parts.attachments)},
          {"copies_to", ToJson(parts.copies_to)},
          {"printed_by", ToJson(parts.printed_by)},
          {"printed_on", {parts.printed_on->ToString(), At(parts.printed_on_place)}}};
}

ordered_json ToJson(const Row& row) {
  ordered_json json = ordered_json::object();
  if (!row.number.empty()) json["number"] = row.number;
  if (!row.content.text.empty()) json["content"] = ToJson(row.content);
  if (!row.deliverables.empty()) json["deliverables"] = ToJson(row.deliverables);
  for (const Office& office : row.offices) {
    json["offices"].push_back({office.name, ToString(office.by)});
  }
  if (row.base && row.base->points) json["base"] = row.base->points->ToString();
  if (row.criterion) {
    json["criterion"] = ToJson(row.criterion->text);
    const Span& span = row.criterion->span;
    if (!span.IsEmpty()) json["criterion"].push_back({span.begin, span.end});
  }
  if (row.shared_row) json["shared_row"] = *row.shared_row;
  return json;
}

ordered_json ToJson(const AppraisalTable& table) {
  ordered_json columns = ordered_json::array();
  for (const Column& column : table.columns) {
    columns.push_back({column.number, column.heading, ToString(column.role)});
  }
  ordered_json sections = ordered_json::array();
  for (const Section& section : table.sections) {
    ordered_json rows = ordered_json::array();
    for (const Row& row : section.rows) rows.push_back(ToJson(row));
    sections.push_back(
        {{"title", ToJson(section.title)}, {"kind", ToString(section.kind)}, {"rows", rows}});
  }
  return {{"title", ToJson(table.title)}, {"columns", columns}, {"sections", sections}};
}

ordered_json ToJson(const Notice& notice) {
  ordered_json diagnostics = ordered_json::array();
  for (const Diagnostic& diagnostic : notice.diagnostics) {
    diagnostics.push_back({diagnostic.code, diagnostic.message.zh, At(diagnostic.place)});
  }
  return {{"parts", ToJson(notice.parts)},
          {"table", ToJson(notice.table)},
          {"diagnostics", diagnostics}};
}

Notice Read(const std::string& path) {
  const auto document =
      document::ReadDocument(path, ReadFile((KAOPING_SOURCE_DIR + ("/" + path)).c_str()));
  EXPECT_TRUE(document) << document.error().message.zh;
  if (!document) return {};
  const Result<Notice> notice = ReadNotice(*document);
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice ? *notice : Notice{};
}

TEST(ReferenceNotice, EveryPartAndRowIsFoundWithItsPlace) {
  const std::string found = ToJson(Read("examples/nantong-2017/notice.txt")).dump(1) + "\n";
  if (std::getenv("KAOPING_UPDATE_GOLDEN") != nullptr) std::ofstream(kGolden) << found;
  EXPECT_EQ(found, ReadFile(kGolden));
}

TEST(ReferenceNotice, IsTheSameAsAWordFile) {
  const Notice notice = Read("tests/fixtures/documents/nantong-2017.docx");
  EXPECT_EQ(ToJson(notice).dump(1) + "\n", ReadFile(kGolden));
}

TEST(ReferenceNotice, IsTheSameAsAPdf) {
  const Notice notice = Read("tests/fixtures/documents/nantong-2017.pdf");
  EXPECT_EQ(ToJson(notice).dump(1) + "\n", ReadFile(kGolden));
}

TEST(ReferenceNotice, IsTheSameAsAnOfd) {
  const Notice notice = Read("tests/fixtures/documents/nantong-2017.ofd");
  EXPECT_EQ(ToJson(notice).dump(1) + "\n", ReadFile(kGolden));
}

// What stands below the table is part of the sheet, and has its places there.
TEST(ReferenceNotice, IsTheSameAsAWorkbookButForThePlacesBelowTheTable) {
  const ordered_json notice = ToJson(Read("tests/fixtures/documents/nantong-2017.xlsx"));
  const ordered_json golden = ordered_json::parse(ReadFile(kGolden));
  EXPECT_EQ(notice["table"], golden["table"]);
  EXPECT_EQ(notice["diagnostics"], golden["diagnostics"]);
  for (const auto& [name, part] : golden["parts"].items()) {
    const bool is_below = name == "copies_to" || name == "printed_by" || name == "printed_on";
    EXPECT_TRUE(is_below || notice["parts"][name] == part) << name;
  }
  EXPECT_EQ(notice["parts"]["copies_to"][0][0], golden["parts"]["copies_to"][0][0]);
  EXPECT_EQ(notice["parts"]["printed_by"], ordered_json({"南通市商务局办公室", "t1r25c1"}));
  EXPECT_EQ(notice["parts"]["printed_on"][0], golden["parts"]["printed_on"][0]);
}

TEST(Workbook, ATableThatAnotherProgramExportedIsUnderstood) {
  const Notice notice = Read("tests/fixtures/documents/dongjiang-2024.xlsx");
  EXPECT_EQ(notice.table.title.text, "东江市2024年度法治建设考评表");
  ASSERT_EQ(notice.table.sections.size(), 2U);
  const std::vector<Row>& rows = notice.table.sections[0].rows;
  ASSERT_EQ(rows.size(), 2U);  // 组织领导 is merged over both
  EXPECT_EQ(rows[0].base->points->ToString(), "5");
  EXPECT_EQ(rows[1].criterion->text.text, "未述法的扣3分");
}

}  // namespace
}  // namespace kaoping::notice
