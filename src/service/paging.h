// Private to service/: lists that are read page by page.

#ifndef KAOPING_SERVICE_PAGING_H_
#define KAOPING_SERVICE_PAGING_H_

#include <cstdint>
#include <string_view>

#include "base/result.h"

namespace kaoping::service {

// The most items that a page may have.
inline constexpr int kMostPerPage = 1000;

// The number of the entry that the page before ended with; 0, before all, for an empty cursor.
// kInvalid `cursor-unfit` (field "cursor").
Result<std::uint64_t> ReadCursor(std::string_view cursor);

// kInvalid `limit-unfit` (field "limit") unless a page may have `limit` items; `en` names
// them in English: "facts".
Status CheckLimit(int limit, std::string_view en);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_PAGING_H_
