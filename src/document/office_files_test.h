// Small Word and Excel files for the tests of document/, made of their parts.

#ifndef KAOPING_DOCUMENT_OFFICE_FILES_TEST_H_
#define KAOPING_DOCUMENT_OFFICE_FILES_TEST_H_

#include <fmt/core.h>

#include <string>

#include "support/zip_file.h"

namespace kaoping::document {

inline const std::string kRelationshipsOf =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

inline std::string Relationships(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string xml = "<Relationships>";
  int id = 0;
  for (const auto& [type, target] : targets) {
    xml += fmt::format("<Relationship Id=\"rId{}\" Type=\"{}{}\" Target=\"{}\"/>", ++id,
                       kRelationshipsOf, type, target);
  }
  return xml + "</Relationships>";
}

inline std::string WordXml(const std::string& name, const std::string& content) {
  return "<?xml version=\"1.0\"?><w:" + name + " xmlns:w=\"w\">" + content + "</w:" + name + ">";
}

// A Word file with this body; `numbering` and `styles` are the contents of those parts.
inline std::string MakeDocx(const std::string& body, const std::string& numbering = "",
                            const std::string& styles = "") {
  return MakeZip({{"_rels/.rels", Relationships({{"officeDocument", "word/document.xml"}})},
                  {"word/document.xml", WordXml("document", "<w:body>" + body + "</w:body>")},
                  {"word/_rels/document.xml.rels",
                   Relationships({{"numbering", "numbering.xml"}, {"styles", "/word/styles.xml"}})},
                  {"word/numbering.xml", WordXml("numbering", numbering)},
                  {"word/styles.xml", WordXml("styles", styles)}});
}

// A paragraph with these properties.
inline std::string P(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}
inline std::string Tc(const std::string& content, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}
inline std::string Tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
inline std::string Tbl(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }

struct SheetXml {
  std::string name;
  std::string content;          // within <worksheet>
  std::string attributes = "";  // of the sheet: state="hidden"
};

// A workbook with these sheets; `strings` and `styles` are the contents of those parts.
inline std::string MakeXlsx(const std::vector<SheetXml>& sheets, const std::string& strings = "",
                            const std::string& styles = "", const std::string& settings = "") {
  std::string list;
  std::vector<std::pair<std::string, std::string>> targets;
  ZipParts parts = {{"_rels/.rels", Relationships({{"officeDocument", "/xl/workbook.xml"}})}};
  for (const SheetXml& sheet : sheets) {
    const std::string number = std::to_string(targets.size() + 1);
    list +=
        "<sheet name=\"" + sheet.name + "\" r:id=\"rId" + number + "\" " + sheet.attributes + "/>";
    targets.emplace_back("worksheet", "worksheets/s" + number + ".xml");
    parts.emplace_back("xl/worksheets/s" + number + ".xml",
                       "<worksheet>" + sheet.content + "</worksheet>");
  }
  targets.emplace_back("sharedStrings", "/xl/words.xml");
  targets.emplace_back("styles", "styles.xml");
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\">" + settings + "<sheets>" + list +
                                            "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", Relationships(targets));
  parts.emplace_back("xl/words.xml", "<sst>" + strings + "</sst>");
  parts.emplace_back("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
  return MakeZip(parts);
}

// A cell with words of its own.
inline std::string C(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_OFFICE_FILES_TEST_H_
