// Private to document/: words and ruling lines with their positions on pages → paragraphs and
// tables. Shared by the readers of formats that keep no more than that (.pdf, .ofd).

#ifndef KAOPING_DOCUMENT_LAYOUT_H_
#define KAOPING_DOCUMENT_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace kaoping::document {

// The most pages, and the most words and ruling lines of them all.
inline constexpr std::size_t kMostPages = 2'000;
inline constexpr std::size_t kMostWords = 2'000'000;
inline constexpr std::size_t kMostRules = 500'000;

// In points, from the upper left corner of the page.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double Width() const { return right - left; }
  double Height() const { return bottom - top; }
  double MiddleX() const { return (left + right) / 2; }
  double MiddleY() const { return (top + bottom) / 2; }
  // Makes it hold `other` too.
  void Add(const Box& other);
};

// Characters that stand side by side without a gap.
struct Word {
  Box box;
  std::string text;  // well-formed UTF-8
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Word> words;
  // Strokes along an axis, whose thickness does not matter; others are no rules.
  std::vector<Box> rules;
  bool has_large_picture = false;  // over half of it, like a scanned page
};

// The blocks of the pages. Words beyond the edge of their page, page numbers and lines that each
// page repeats in its margin are left out; lines are joined to paragraphs where nothing tells that
// one ends (an indented first line, a line that would have held more, another size, a wider gap),
// over pages too.
//
// Ruled tables are read by their rules, merged cells included; where there are none, columns and
// rows are told by gaps. A table that goes on at the head of the next page is one: its repeated
// head is dropped, and a row or merged cell that the page break cuts is put together again.
//
// kInvalid "file-scanned" if a page is a picture without words; "file-garbled" if many words have
// only characters that stand for nothing; "file-empty" for no words; "file-too-many-parts" past
// kMostParts, "file-cell-too-long" for a cell past kLongestCell, "file-unpacked-too-large" past the
// limits above.
Result<std::vector<Block>> LayOut(std::string_view file_name, std::vector<Page> pages);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_H_
