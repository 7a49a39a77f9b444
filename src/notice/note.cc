// Notes that bind a whole table.

#include "base/utf8.h"
#include "notice/criterion_text.h"
#include "notice/points_text.h"
#include "notice/table.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {

Section ReadNote(std::string_view text, const Place& place, std::string_view title) {
  Section note;
  note.is_note = true;
  const std::string_view word = StartingWord(text, RemarkWords());
  note.title = {std::string(word.empty() ? title : word), place};
  const std::u32string all = DecodeUtf8(text);
  constexpr std::u32string_view kMarks = U"：:.、";
  std::size_t begin = CountCodePoints(word);
  while (begin < all.size() &&
         (IsBlank(all[begin]) || kMarks.find(all[begin]) != std::u32string_view::npos))
    ++begin;
  for (const Part& part : PartsOfText(EncodeUtf8(std::u32string_view(all).substr(begin)))) {
    if (!MentionsPoints(part.text)) continue;
    Row& row = note.rows.emplace_back();
    row.number = part.number;
    const int shift = static_cast<int>(begin);
    row.criterion = Criterion{{part.text, place}, {part.span.begin + shift, part.span.end + shift}};
  }
  return note;
}

}  // namespace kaoping::notice
