// Shadow: a normalised copy of a text beside the original, with the way back.
//
// The original is sacred: it is kept as it came, and every span that leaves this program points
// into it. What is read is the shadow, in which width, spaces and look-alike marks are settled.
// Whole-string NFKC is not used: it turns ① into 1.

#ifndef KAOPING_TEXT_SHADOW_H_
#define KAOPING_TEXT_SHADOW_H_

#include <string>
#include <string_view>
#include <vector>

#include "text/place.h"

namespace kaoping {

class Shadow {
 public:
  // Settles, character by character:
  //   full-width letters, digits and ％ ＋ ／ ． → half width; half-width , ; : ( ) ? ! → the
  //   Chinese marks, except a comma or colon between digits; every dash → '-', every wave → '~';
  //   every kind of blank is dropped, but between two digits it becomes one ' ', since "0 5分" is a
  //   damaged figure and not 05; a line break stays '\n', since it may end a clause.
  // Requires: `original` is well-formed UTF-8.
  explicit Shadow(std::string_view original);

  const std::u32string& text() const { return text_; }
  int size() const { return static_cast<int>(text_.size()); }
  // The span of the original that [begin, end) of the shadow came from.
  // Requires: 0 <= begin <= end <= size().
  Span ToOriginal(int begin, int end) const;

 private:
  std::u32string text_;
  std::vector<int> origin_;  // of each character of the shadow
  int original_size_ = 0;
};

}  // namespace kaoping

#endif  // KAOPING_TEXT_SHADOW_H_
