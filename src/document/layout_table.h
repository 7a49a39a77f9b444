// Private to document/: the pieces of a table on their pages → one table. The third part of
// layout.h.

#ifndef KAOPING_DOCUMENT_LAYOUT_TABLE_H_
#define KAOPING_DOCUMENT_LAYOUT_TABLE_H_

#include <string>
#include <vector>

#include "base/result.h"
#include "document/builder.h"
#include "document/layout_lines.h"

namespace kaoping::document {

struct PieceCell {
  int row = 0;  // from 1
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Box box;
  std::vector<Line> lines;

  int last_row() const { return row + row_span - 1; }
};

// What of a table stands on one page.
struct Piece {
  std::vector<double> edges;  // of its columns, from left to right: one more than columns
  int rows = 0;
  std::vector<PieceCell> cells;  // by row, then column
  bool is_ruled = false;
};

class GrowingTable {
 public:
  explicit GrowingTable(Piece piece) : piece_(std::move(piece)) { MeasurePadding(piece_); }

  // Whether what stands at the head of the next page may be more of this table: it is as wide, and
  // the edges of its columns are among this one's or the other way round.
  bool MayGoOn(const Piece& next) const;
  // Requires: MayGoOn(next).
  void Append(Piece next);

  // Refuses what Builder::CountCells and CheckLength do.
  Status AddTo(Builder& builder) const;

 private:
  static constexpr double kLargestPadding = 9;

  void MeasurePadding(const Piece& piece);
  void ShareColumns(Piece& next);
  int RepeatedRows(const Piece& next) const;
  bool IsRowCut(const Piece& next, int head) const;
  bool IsCellCut(const PieceCell& cell, const PieceCell& below, const Piece& next) const;
  bool HasEmptyCells(const Piece& piece, int column) const;
  bool IsOpen(const PieceCell& cell, const PieceCell& below) const;
  bool IsTorn(const PieceCell& cell, const PieceCell& below) const;

  Piece piece_;
  // How near to the rules words come.
  double padding_left_ = kLargestPadding;
  double padding_right_ = kLargestPadding;
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_TABLE_H_
