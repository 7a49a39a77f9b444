#include "fuzz/document_check.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/pdf_reader.h"
#include "document/read.h"
#include "support/zip_file.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

std::string FaultOfText(std::string_view text) {
  if (FirstInvalidUtf8(text)) return "a text is not UTF-8";
  if (text.empty() || TrimBlanks(text) != text) return "a text without words or with blanks around";
  return "";
}

std::string FaultOf(const Table& table) {
  std::set<std::pair<int, int>> covered;
  std::pair<int, int> last = {0, 0};
  for (const Cell& cell : table.cells) {
    const std::pair<int, int> place = {cell.row, cell.column};
    if (place <= last) return "cells out of order";
    last = place;
    if (cell.row < 1 || cell.column < 1 || cell.row_span < 1 || cell.column_span < 1 ||
        cell.row + cell.row_span - 1 > table.rows ||
        cell.column + cell.column_span - 1 > table.columns) {
      return "a cell reaches out of its table";
    }
    if (covered.contains(place)) return "a cell stands within another";
    constexpr int kLargestChecked = 1'000;
    if (cell.row_span * cell.column_span <= kLargestChecked) {
      for (int row = 0; row < cell.row_span; ++row) {
        for (int column = 0; column < cell.column_span; ++column) {
          covered.emplace(cell.row + row, cell.column + column);
        }
      }
    }
    for (const std::string& paragraph : cell.paragraphs) {
      if (std::string fault = FaultOfText(paragraph); !fault.empty()) return fault;
    }
  }
  return "";
}

std::string FaultOf(const Document& document) {
  int paragraphs = 0;
  int tables = 0;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      if (paragraph->number != ++paragraphs) return "paragraphs are not counted";
      if (std::string fault = FaultOfText(paragraph->text); !fault.empty()) return fault;
    } else {
      const Table& table = std::get<Table>(block);
      if (table.number != ++tables) return "tables are not counted";
      if (std::string fault = FaultOf(table); !fault.empty()) return fault;
    }
  }
  return document.blocks.empty() ? "nothing was read, and not refused" : "";
}

std::string FaultOf(const Error& error, std::string_view name) {
  if (!error.code.starts_with("file-")) return "a refusal with another code: " + error.code;
  return error.message.zh.find(name) == std::string::npos ? "a refusal that names no file" : "";
}

constexpr const char* kRelationships =
    "<Relationships><Relationship Id='m' Type='/officeDocument' Target='/m'/>"
    "<Relationship Id='n' Type='/numbering' Target='/n'/>"
    "<Relationship Id='s' Type='/styles' Target='/s'/>"
    "<Relationship Id='w' Type='/worksheet' Target='/w'/></Relationships>";

}  // namespace

std::string FindFault(std::string_view name, std::string_view bytes) {
  const Result<Document> document = ReadDocument(name, bytes);
  return document ? FaultOf(*document) : FaultOf(document.error(), name);
}

std::string FindPdfFault(std::string_view told) {
  constexpr std::string_view kName = "通知.pdf";
  const std::size_t drawing = std::min(told.find("<svg"), told.size());
  const std::string_view words = told.substr(0, drawing);
  Result<std::vector<Block>> blocks =
      ReadPdfText(kName, "<doc>" + std::string(words) + "</doc>", std::string(told.substr(drawing)),
                  words.substr(0, words.find('<')));
  return blocks ? FaultOf(Document{std::string(kName), *std::move(blocks)})
                : FaultOf(blocks.error(), kName);
}

std::string OfdFileOf(std::string_view objects) {
  const std::size_t units = std::min(objects.find("<CompositeGraphicUnit"), objects.size());
  return MakeZip({{"OFD.xml", "<OFD><DocBody><DocRoot>d</DocRoot></DocBody></OFD>"},
                  {"d",
                   "<Document><CommonData><PublicRes>r</PublicRes><PageArea><PhysicalBox>0 0 210 "
                   "297</PhysicalBox></PageArea>"
                   "</CommonData><Pages><Page BaseLoc='p'/><Page BaseLoc='p'/></Pages></Document>"},
                  {"p", "<Page><Content><Layer>" + std::string(objects.substr(0, units)) +
                            "</Layer></Content></Page>"},
                  {"r", "<Res><CompositeGraphicUnits>" + std::string(objects.substr(units)) +
                            "</CompositeGraphicUnits></Res>"}});
}

std::string WordFileOf(std::string_view body) {
  std::string levels;
  for (const char* const level : {"0", "1", "2"}) {
    levels += std::string("<w:lvl w:ilvl='") + level +
              "'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%" +
              static_cast<char>(level[0] + 1) + "、'/></w:lvl>";
  }
  return MakeZip(
      {{"_rels/.rels", kRelationships},
       {"_rels/m.rels", kRelationships},
       {"m", "<w:document><w:body>" + std::string(body) + "</w:body></w:document>"},
       {"n", "<w:numbering><w:abstractNum w:abstractNumId='1'>" + levels +
                 "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
                 "</w:numbering>"},
       {"s",
        "<w:styles><w:style w:styleId='h'><w:pPr><w:numPr><w:numId w:val='1'/>"
        "</w:numPr></w:pPr></w:style></w:styles>"}});
}

std::string WorkbookOf(std::string_view sheet) {
  return MakeZip(
      {{"_rels/.rels", kRelationships},
       {"_rels/m.rels", kRelationships},
       {"m", "<workbook><sheets><sheet r:id='w'/></sheets></workbook>"},
       {"w", "<worksheet>" + std::string(sheet) + "</worksheet>"},
       {"s",
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0&quot;分&quot;'/></numFmts>"
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='164'/>"
        "<xf numFmtId='22'/></cellXfs></styleSheet>"}});
}

}  // namespace kaoping::document
