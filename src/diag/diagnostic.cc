#include "diag/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"

namespace kaoping {

const char* ToString(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  KAOPING_CHECK(false);
}

void SortByPlace(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& d) {
    return std::tuple(d.place.table, d.place.row, d.place.column, d.place.paragraph, d.span.begin,
                      d.severity, d.span.end);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace kaoping
