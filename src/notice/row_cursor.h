// Going down the rows of a table under its head, with the merged cells that reach into each.

#ifndef KAOPING_NOTICE_ROW_CURSOR_H_
#define KAOPING_NOTICE_ROW_CURSOR_H_

#include <utility>
#include <vector>

#include "document/document.h"
#include "notice/notice.h"
#include "notice/table.h"
#include "text/place.h"

namespace kaoping::notice {

// Keeps a reference to the table. All is of the row that it stands at. What is asked by a role is
// of the columns that have it.
class RowCursor {
 public:
  RowCursor(const document::Table& table, Head head);

  const document::Table& table() const { return table_; }
  int row() const { return row_; }
  // Its first column under the head.
  Place PlaceOfRow() const;

  const Head& head() const { return head_; }
  // The columns hold something else from this row on.
  void PutUnder(Head head) { head_ = std::move(head); }

  // Requires: `row` is not above the one before. Linear in the cells passed.
  void GoTo(int row);

  // The cell that begins in this column; nullptr if there is none, or no word in it.
  const document::Cell* At(int column) const;
  // The first that has words; nullptr if none has.
  const document::Cell* First() const;
  const document::Cell* FirstOf(Role role) const;
  // All that have words.
  std::vector<const document::Cell*> CellsOf(Role role) const;
  bool IsEmpty() const { return First() == nullptr; }
  // Whether a cell from a row above goes on into this column.
  bool IsCovered(int column) const;
  // Into one of its columns.
  bool IsCovered(Role role) const;
  // Whether the file says which cells of the table are merged downward at all.
  bool TellsMerges() const { return tells_merges_; }

 private:
  const document::Table& table_;
  Head head_;
  std::vector<int> covered_to_;  // by column from 1: the last row of the cell above
  int row_ = 0;
  bool tells_merges_ = false;
};

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_ROW_CURSOR_H_
