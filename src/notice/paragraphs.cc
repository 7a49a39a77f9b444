// The paragraphs around a table, and what only looks like a table among them.

#include "notice/parts.h"

namespace kaoping::notice {
namespace {

using document::Document;
using document::Paragraph;
using document::Table;

// The words of a row, as one line.
PlacedText LineOf(const Table& table, int row) {
  PlacedText line;
  for (const document::Cell& cell : table.CellsOf(row)) {
    if (cell.IsEmpty()) continue;
    if (line.text.empty()) line.place = table.PlaceOf(cell);
    line.text += (line.text.empty() ? "" : "\t") + cell.Text();
  }
  return line;
}

// Whether a table other than that of the appraisal is only a way to set a letterhead or an imprint.
bool IsSetting(const Table& table) {
  constexpr int kMostRows = 4;
  constexpr int kMostColumns = 3;
  return table.rows <= kMostRows && table.columns <= kMostColumns && ReadHead(table).row == 0;
}

// The cells of the rows over the head, or over the first task, each as a line.
void AddCellsOver(const Table& table, const Head& head, std::vector<PlacedText>& lines) {
  for (int row = 1; row < head.EndOfRowsOver(); ++row) {
    for (const document::Cell& cell : table.CellsOf(row)) {
      if (!cell.IsEmpty()) lines.push_back({cell.Text(), table.PlaceOf(cell)});
    }
  }
}

void AddRows(const Table& table, int begin, int end, std::vector<PlacedText>& lines) {
  for (int row = begin; row < end; ++row) {
    PlacedText line = LineOf(table, row);
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
}

// The lines across a table, below its head.
void AddLinesAcross(const Table& table, const Head& head, std::vector<PlacedText>& lines) {
  for (int row = head.last_row + 1; row <= table.rows; ++row) {
    if (LineAcross(table, head, row) != nullptr) lines.push_back(LineOf(table, row));
  }
}

}  // namespace

Paragraphs ParagraphsAround(const Document& document, const Table* table, const Head& head) {
  Paragraphs paragraphs;
  std::vector<PlacedText>* lines = &paragraphs.before;
  for (const document::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      lines->push_back({paragraph->text, paragraph->place()});
      continue;
    }
    const Table& other = std::get<Table>(block);
    if (&other == table) {
      AddCellsOver(other, head, *lines);
      lines = &paragraphs.after;
      AddLinesAcross(other, head, *lines);
    } else if (IsSetting(other)) {
      AddRows(other, 1, other.rows + 1, *lines);
    }
  }
  return paragraphs;
}

Paragraphs ParagraphsAround(const Document& document, int first, int last) {
  Paragraphs paragraphs;
  for (const PlacedText& line : ParagraphsAround(document, nullptr, {}).before) {
    const int number = line.place.paragraph;
    if (number < first) paragraphs.before.push_back(line);
    if (number > last) paragraphs.after.push_back(line);
  }
  return paragraphs;
}

}  // namespace kaoping::notice
