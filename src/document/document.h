// Document: the paragraphs and tables of a file, in order, each knowing its place.
//
// What every reader (.docx, .xlsx, .pdf, .ofd, .txt, .tsv, .csv, .html) gives, whatever the file
// was. Texts are well-formed UTF-8 as the file has them, without the blanks around them. Nothing is
// interpreted here: an empty cell is an empty cell, whatever it may mean.

#ifndef KAOPING_DOCUMENT_DOCUMENT_H_
#define KAOPING_DOCUMENT_DOCUMENT_H_

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "text/place.h"

namespace kaoping::document {

struct Paragraph {
  int number = 0;  // among the body's paragraphs that have words, from 1
  std::string text;

  Place place() const { return {number, 0, 0, 0}; }
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Cell {
  int row = 0;  // of its upper left corner, from 1
  int column = 0;
  // How many rows and columns it covers, where the format tells; tabs and commas never do.
  int row_span = 1;
  int column_span = 1;
  std::vector<std::string> paragraphs;  // those that have words; none if the cell is empty

  bool IsEmpty() const { return paragraphs.empty(); }
  // The paragraphs, joined by line breaks.
  std::string Text() const;
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Table {
  int number = 0;  // among the document's tables, from 1
  int rows = 0;
  int columns = 0;
  // By row, then column. A place that a merged cell covers, or where a row has already ended, has
  // no cell; of a workbook, nor has an empty place.
  std::vector<Cell> cells;

  // The cells whose upper edge is this row.
  std::span<const Cell> CellsOf(int row) const;
  // The cell whose upper left corner is here; nullptr if there is none.
  const Cell* Find(int row, int column) const;
  Place PlaceOf(const Cell& cell) const { return {0, number, cell.row, cell.column}; }
  friend bool operator==(const Table&, const Table&) = default;
};

using Block = std::variant<Paragraph, Table>;

// A cell of a workbook whose formula was saved without its result, and which reads as empty.
struct UnknownResult {
  Place place;       // in the nearest row and column that have words; unknown without a table
  std::string name;  // as the sheet calls it: “C5”
  friend bool operator==(const UnknownResult&, const UnknownResult&) = default;
};
// The most of them that a document tells.
inline constexpr int kMostUnknownResults = 1'000;

struct Document {
  std::string file_name;  // without folders, for messages
  std::vector<Block> blocks;
  std::vector<UnknownResult> unknown_results = {};  // in the order of their tables
  friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_DOCUMENT_H_
