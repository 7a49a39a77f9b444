// Criteria among other words: the parts of a cell, and the criterion that stands behind its duty.

#ifndef KAOPING_NOTICE_CRITERION_TEXT_H_
#define KAOPING_NOTICE_CRITERION_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "text/place.h"

namespace kaoping::notice {

// A part of a cell that stands by itself.
struct Part {
  std::string number;
  std::string text;
  // Within the cell, from 1; 0 if the cell has only one or the part is all of it.
  int paragraph = 0;
  Span span;  // within the paragraph, or the cell's text
};

// One for each numbered paragraph of the cell, or for each number within its only paragraph; else
// the whole cell is one.
std::vector<Part> PartsOf(const document::Cell& cell);
// One for each number within the text; else all of it is one. Requires: well-formed UTF-8.
std::vector<Part> PartsOfText(std::string_view text);

// A text that says a duty and then what it costs to neglect it.
struct SplitText {
  Span duty;       // empty if the text is criterion from its first word
  Span criterion;  // empty if the text speaks of no points
};
// The criterion begins with the first sentence that speaks of points, or within the brackets that
// do; in a sentence that opens with its duty, behind the comma (信息及时更新，未更新的每例扣2分).
// Requires: well-formed UTF-8.
SplitText SplitCriterion(std::string_view text);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_CRITERION_TEXT_H_
