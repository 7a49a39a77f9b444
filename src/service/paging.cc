#include "service/paging.h"

#include <charconv>

namespace kaoping::service {

Result<std::uint64_t> ReadCursor(std::string_view cursor) {
  std::uint64_t last = 0;
  if (cursor.empty()) return last;
  const char* const end = cursor.data() + cursor.size();
  const auto [rest, error] = std::from_chars(cursor.data(), end, last);
  if (error == std::errc() && rest == end && last < INT64_MAX) return last;
  return MakeError(ErrorKind::kInvalid, "cursor-unfit",
                   Say("翻页标记读不出来；请用上一页给出的标记，或从头开始",
                       "the page mark cannot be read; use the one of the page before, or start "
                       "again"),
                   "cursor");
}

Status CheckLimit(int limit, std::string_view en) {
  if (limit >= 1 && limit <= kMostPerPage) return Ok();
  return MakeError(ErrorKind::kInvalid, "limit-unfit",
                   Say("每页可取1至{0}条", "a page has 1 to {0} {1}", kMostPerPage, en), "limit");
}

}  // namespace kaoping::service
