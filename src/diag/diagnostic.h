// Diagnostic: what an author or an importer should look at, and where. Data only; see render.h.

#ifndef KAOPING_DIAG_DIAGNOSTIC_H_
#define KAOPING_DIAG_DIAGNOSTIC_H_

#include <string>
#include <vector>

#include "base/message.h"
#include "text/place.h"

namespace kaoping {

enum class Severity { kError, kWarning, kNote };

// "error", "warning", "note": as in the JSON forms.
const char* ToString(Severity severity);

struct Diagnostic {
  Severity severity = Severity::kError;
  // Permanent and hyphenated ("target-missing"); each has a section in docs/diagnostics.md.
  std::string code;
  Message message;
  // In the text the diagnostic is about: a criterion, or a paragraph of a document.
  Span span;
  // Where that text stands; unknown for a criterion compiled by itself.
  Place place;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// By place, then span; errors before warnings before notes at the same spot.
void SortByPlace(std::vector<Diagnostic>& diagnostics);

}  // namespace kaoping

#endif  // KAOPING_DIAG_DIAGNOSTIC_H_
