#include "notice/cell_lists.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {

std::vector<std::string> PapersIn(std::string_view cell) {
  constexpr std::u32string_view kMarks = U"、，,；;。\n";
  std::vector<std::string> parts;
  std::string current;
  const auto finish = [&] {
    const int number = ReadLeadingNumber(current).length;
    std::string part = FromCodePoint(current, number);
    if (!part.empty()) parts.push_back(std::move(part));
    current.clear();
  };
  int depth = 0;
  for (const char32_t c : DecodeUtf8(cell)) {
    if (c == U'（' || c == U'(') ++depth;
    if (c == U'）' || c == U')') depth = std::max(0, depth - 1);
    if (depth == 0 && (IsBlank(c) || kMarks.find(c) != std::u32string_view::npos)) {
      finish();
    } else {
      AppendUtf8(c, current);
    }
  }
  finish();
  return parts;
}

}  // namespace kaoping::notice
