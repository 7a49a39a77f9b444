#include "store/sql_stores.h"

#include "base/check.h"

namespace kaoping::store {

void CheckBindable(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    KAOPING_CHECK(text.find('\0') == std::string_view::npos);
  }
}

}  // namespace kaoping::store
