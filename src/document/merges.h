// Private to document/: the merged ranges of a worksheet, looked up row by row.

#ifndef KAOPING_DOCUMENT_MERGES_H_
#define KAOPING_DOCUMENT_MERGES_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace kaoping::document {

struct SheetPlace {
  int row = 0;  // from 1
  int column = 0;
};

// “AB12”. Nothing if it is no place of a sheet (1 048 576 rows, 16 384 columns).
std::optional<SheetPlace> ReadSheetPlace(std::string_view text);

struct Merge {
  SheetPlace first;
  SheetPlace last;
};
// “A1:F1”.
std::optional<Merge> ReadMerge(std::string_view text);

class Merges {
 public:
  // Of two that overlap, which no program writes, the later is dropped.
  explicit Merges(std::vector<Merge> merges);

  // To be called with rows that never decrease.
  void MoveTo(int row);
  // The range that holds this column of the row; nullptr if none does.
  const Merge* At(int column) const;

 private:
  bool Overlaps(const Merge& merge) const;

  std::vector<Merge> merges_;  // by first row
  std::size_t next_ = 0;
  std::map<int, const Merge*> active_;  // by first column
  std::multimap<int, int> ends_;        // last row → first column of the active ones
};

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_MERGES_H_
