// The bodies that issue a notice: over its first page, and as they sign at its end. Several may
// (联合行文), the leading one (主办机关) first.

#ifndef KAOPING_NOTICE_ISSUERS_H_
#define KAOPING_NOTICE_ISSUERS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "notice/notice.h"

namespace kaoping::notice {

// A paragraph, and its words as they are compared: torn lines joined.
struct Line {
  Place place;
  std::string text;
  std::string words;  // empty if the paragraph is too long to be anything but text
};

// The names over the first page, each once: 甲局文件; 甲局 and 乙局 in one line or over each other,
// with 文件 behind, beside or below them.
struct Letterhead {
  std::vector<PlacedText> issuers;  // at least one
  std::size_t end = 0;              // the line behind it
};
// The last one in `lines`. Requires: they end above the number, or else the title.
std::optional<Letterhead> FindLetterhead(std::span<const Line> lines);

// The names that stand by themselves right at the end of `lines`: a letterhead without 文件 above a
// number, or signatures above a date. In one line blanks part them.
std::vector<PlacedText> NamesAtEnd(std::span<const Line> lines);

// The last signatures above a date of their own, or before one in their line. Empty if there are
// none.
std::vector<PlacedText> FindSignatures(std::span<const Line> lines);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_ISSUERS_H_
