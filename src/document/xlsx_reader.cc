#include "document/xlsx_reader.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "document/builder.h"
#include "document/cell_format.h"
#include "document/office_errors.h"
#include "document/package.h"
#include "document/xlsx_sheet.h"
#include "document/xml.h"

namespace kaoping::document {
namespace {

Result<std::vector<std::string>> ReadStrings(Package& package) {
  std::vector<std::string> strings;
  const Relationship* const part = package.FindType("sharedStrings");
  if (part == nullptr) return strings;
  KAOPING_TRY(const Xml xml, package.Read(*part));
  for (const pugi::xml_node& item : xml.root().children()) {
    if (LocalName(item) == "si") strings.push_back(ReadRichText(item));
  }
  return strings;
}

Result<std::vector<CellFormat>> ReadFormats(Package& package) {
  std::vector<CellFormat> formats;
  const Relationship* const part = package.FindType("styles");
  if (part == nullptr) return formats;
  KAOPING_TRY(const Xml xml, package.Read(*part));
  std::map<int, CellFormat> own;
  for (const pugi::xml_node& format : Child(xml.root(), "numFmts").children()) {
    const char* const code = Attribute(format, "formatCode");
    const int id = NumberAttribute(format, "numFmtId", -1);
    if (code != nullptr) own[id] = CellFormat::FromCode(WellFormed(code));
  }
  for (const pugi::xml_node& cell : Child(xml.root(), "cellXfs").children()) {
    const int id = NumberAttribute(cell, "numFmtId", 0);
    const auto found = own.find(id);
    formats.push_back(found == own.end() ? CellFormat::Builtin(id) : found->second);
  }
  return formats;
}

// Sheet1, 工作表 2: a name that nobody gave.
bool IsGivenByProgram(std::string_view name) {
  static constexpr std::array<std::string_view, 3> kNames = {"Sheet", "工作表", "sheet"};
  for (const std::string_view known : kNames) {
    if (!name.starts_with(known)) continue;
    const std::string_view rest = name.substr(known.size());
    return std::all_of(rest.begin(), rest.end(),
                       [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
  }
  return false;
}

struct NamedSheet {
  std::string name;
  Sheet sheet;
};

class XlsxReader {
 public:
  XlsxReader(Package package, Workbook workbook)
      : package_(std::move(package)),
        workbook_(std::move(workbook)),
        builder_(workbook_.file_name) {}

  Result<Document> Read(const pugi::xml_node& root) {
    for (const pugi::xml_node& node : Child(root, "sheets").children()) {
      const char* const state = Attribute(node, "state");
      const bool is_hidden = state != nullptr && std::string_view(state) != "visible";
      if (LocalName(node) == "sheet" && !is_hidden) KAOPING_TRY_STATUS(ReadSheetOf(node));
    }
    for (NamedSheet& sheet : sheets_) KAOPING_TRY_STATUS(AddBlocks(sheet));
    Document document{workbook_.file_name, builder_.Take(), std::move(unknown_results_)};
    if (document.blocks.empty()) return WithoutWords(workbook_.file_name);
    return document;
  }

 private:
  Status ReadSheetOf(const pugi::xml_node& node) {
    const char* const name = Attribute(node, "name");
    const char* const id = Attribute(node, "id");
    const Relationship* const part = id == nullptr ? nullptr : package_.Find(id);
    if (part == nullptr) return DamagedFile(workbook_.file_name);
    if (part->type != "worksheet") return Ok();  // a chart
    KAOPING_TRY(std::string bytes, package_.ReadBytes(*part));
    KAOPING_TRY(Sheet sheet, ReadSheet(std::move(bytes), workbook_, builder_));
    if (sheet.IsEmpty()) return Ok();
    sheets_.push_back({WellFormed(name == nullptr ? "" : name), std::move(sheet)});
    return Ok();
  }

  Status AddBlocks(NamedSheet& named) {
    if (sheets_.size() > 1 && !IsGivenByProgram(named.name)) {
      KAOPING_TRY_STATUS(builder_.AddParagraph(named.name));
    }
    for (const std::string& line : named.sheet.above) {
      KAOPING_TRY_STATUS(builder_.AddParagraph(line));
    }
    const bool has_table = !named.sheet.table.cells.empty();
    if (has_table) {
      builder_.AddTable(std::move(named.sheet.table));
      ++tables_;
    }
    for (UnknownResult& result : named.sheet.unknown_results) {
      if (unknown_results_.size() == kMostUnknownResults) break;
      if (has_table) result.place.table = tables_;
      unknown_results_.push_back(std::move(result));
    }
    return Ok();
  }

  Package package_;
  const Workbook workbook_;
  Builder builder_;
  std::vector<NamedSheet> sheets_;
  std::vector<UnknownResult> unknown_results_;
  int tables_ = 0;
};

}  // namespace

Result<Document> ReadXlsx(std::string_view file_name, std::string_view bytes) {
  KAOPING_TRY(Package package, Package::Open(file_name, bytes));
  KAOPING_TRY_STATUS(package.CheckKind("workbook"));
  const Xml main = package.TakeMain();
  Workbook workbook;
  workbook.file_name = file_name;
  // "1", or "true" as some write it.
  const char* const since_1904 = Attribute(Child(main.root(), "workbookPr"), "date1904");
  workbook.since_1904 = since_1904 != nullptr && (std::string_view(since_1904) == "1" ||
                                                  std::string_view(since_1904) == "true");
  KAOPING_TRY(workbook.strings, ReadStrings(package));
  KAOPING_TRY(workbook.formats, ReadFormats(package));
  return XlsxReader(std::move(package), std::move(workbook)).Read(main.root());
}

}  // namespace kaoping::document
