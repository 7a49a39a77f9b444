#include "workbook.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

#include "document/office_files_test.h"

namespace kaoping::bench {
namespace {

constexpr std::string_view kNamespace =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view kDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// Columns of words and of numbers take turns.
constexpr bool HasWords(int column) { return column % 2 == 0; }

// What stands in a column again and again; every fourth row has something of its own instead.
constexpr std::array<std::string_view, 8> kWords = {
    "按时完成",        "未按要求报送材料",       "市场监管所",     "年度考评",
    "每少一次扣0.5分", "组织学习培训并建立台账", "以会议记录为准", "已整改，经复查合格"};

class Strings {
 public:
  std::size_t WordsAt(int row, int column) {
    ++uses_;
    if (row % 4 != 0) return static_cast<std::size_t>(row + column) % kWords.size();
    fmt::format_to(std::back_inserter(own_), "<si><t>第{}项第{}款的办理情况</t></si>", row, column);
    return kWords.size() + own_count_++;
  }

  std::string Write() const {
    std::string xml = fmt::format("{}<sst {} count=\"{}\" uniqueCount=\"{}\">", kDeclaration,
                                  kNamespace, uses_, kWords.size() + own_count_);
    for (const std::string_view words : kWords) xml += fmt::format("<si><t>{}</t></si>", words);
    return xml + own_ + "</sst>";
  }

 private:
  std::string own_;
  std::size_t own_count_ = 0;
  std::size_t uses_ = 0;
};

std::string WriteSheet(Strings& strings) {
  std::string xml = fmt::format("{}<worksheet {}><dimension ref=\"A1:J{}\"/><sheetData>",
                                kDeclaration, kNamespace, kRows);
  for (int row = 1; row <= kRows; ++row) {
    fmt::format_to(std::back_inserter(xml), "<row r=\"{}\" spans=\"1:{}\">", row, kColumns);
    for (int column = 0; column < kColumns; ++column) {
      const std::string place = fmt::format("{}{}", static_cast<char>('A' + column), row);
      if (HasWords(column)) {
        fmt::format_to(std::back_inserter(xml), "<c r=\"{}\" s=\"1\" t=\"s\"><v>{}</v></c>", place,
                       strings.WordsAt(row, column));
      } else {
        fmt::format_to(std::back_inserter(xml), "<c r=\"{}\" s=\"2\"><v>{}</v></c>", place,
                       (row * 37 + column * 11) % 20'000 / 8.0);
      }
    }
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

std::string WriteStyles() {
  return fmt::format(
      "{}<styleSheet {}><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"49\"/>"
      "<xf numFmtId=\"2\"/></cellXfs></styleSheet>",
      kDeclaration, kNamespace);
}

}  // namespace

std::string MakeWorkbook() {
  using document::Relationships;
  Strings strings;
  const std::string sheet = WriteSheet(strings);
  const std::string workbook = fmt::format(
      "{}<workbook {} xmlns:r=\"r\"><sheets><sheet name=\"考评\" sheetId=\"1\" "
      "r:id=\"rId1\"/></sheets></workbook>",
      kDeclaration, kNamespace);
  return MakeZip(
      {{"_rels/.rels", Relationships({{"officeDocument", "xl/workbook.xml"}})},
       {"xl/workbook.xml", workbook},
       {"xl/_rels/workbook.xml.rels", Relationships({{"worksheet", "worksheets/sheet1.xml"},
                                                     {"sharedStrings", "sharedStrings.xml"},
                                                     {"styles", "styles.xml"}})},
       {"xl/worksheets/sheet1.xml", sheet},
       {"xl/sharedStrings.xml", strings.Write()},
       {"xl/styles.xml", WriteStyles()}});
}

}  // namespace kaoping::bench
