// Rendering for a terminal: a text with marks under some of its words, and diagnostics that quote
// the words they are about.
//
//     notice.txt:2:9: 警告[target-missing]: 没有写明应有几次
//        2 | 每年召开会议，每少一次扣1分
//          |               ^^^^^^^^
//
// Columns of a place count code points; marks are set by display width (text/width.h), so that they
// stand right under Chinese characters too.

#ifndef KAOPING_DIAG_RENDER_H_
#define KAOPING_DIAG_RENDER_H_

#include <span>
#include <string>
#include <string_view>

#include "base/message.h"
#include "diag/diagnostic.h"
#include "text/place.h"

namespace kaoping {

struct Mark {
  Span span;
  std::string label;  // stands at the first column of the mark, "~" fills the rest; may be empty
};

// `text` with a line of marks below each of its lines that has any. Lines wider than `columns` are
// broken; marks that overlap go on lines of their own, in the order given. Ends with a line break.
// Requires: well-formed UTF-8; spans within `text`; columns >= 2.
std::string RenderMarks(std::string_view text, std::span<const Mark> marks, int columns = 76);

// A diagnostic and the text that its span points into (empty if there is nothing to quote).
struct Finding {
  const Diagnostic* diagnostic = nullptr;
  std::string_view text;
};

// Each finding as above, in the order given, at most 100 of them and then how many more there are;
// "" if there are none. `source` is the name of the file as the user typed it, or empty.
std::string RenderFindings(std::span<const Finding> findings, std::string_view source,
                           Language language);

}  // namespace kaoping

#endif  // KAOPING_DIAG_RENDER_H_
