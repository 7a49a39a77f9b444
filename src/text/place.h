// Where a word stands: a span of code points in a text, and the text's place in its document.

#ifndef KAOPING_TEXT_PLACE_H_
#define KAOPING_TEXT_PLACE_H_

#include <optional>
#include <string>

namespace kaoping {

// [begin, end) in Unicode code points of a text as it was given.
struct Span {
  int begin = 0;
  int end = 0;

  int Length() const { return end - begin; }
  bool IsEmpty() const { return begin >= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

// Where a text stands in the document that was imported. Either a paragraph of the body, or a cell
// of a table (and, where a cell holds several paragraphs, which of them). All numbers from 1; 0
// means not applicable.
struct Place {
  int paragraph = 0;  // of the body, or of the cell if `table` is set
  int table = 0;
  int row = 0;  // the head is row 1
  int column = 0;

  bool IsKnown() const { return paragraph != 0 || table != 0; }
  friend bool operator==(const Place&, const Place&) = default;
};

// A text and where it came from.
struct PlacedText {
  std::string text;
  Place place;

  friend bool operator==(const PlacedText&, const PlacedText&) = default;
};

}  // namespace kaoping

#endif  // KAOPING_TEXT_PLACE_H_
