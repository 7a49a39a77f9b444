// BuildScheme: a notice as it was read → a scheme whose criteria are compiled.

#ifndef KAOPING_SCHEME_BUILD_H_
#define KAOPING_SCHEME_BUILD_H_

#include "base/result.h"
#include "notice/notice.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// Keys count from 1 ("1.2.1"); a rule's lasting id comes from its words, so that the same notice
// gives the same ids again, wherever its rows stand. The period is the year that the title names
// (else the notice's number or date), marked as inferred.
//
// What is doubtful in the text is a diagnostic of its criterion or of the scheme, never an error.
// kInvalid "no-year" if no year is named anywhere.
Result<Scheme> BuildScheme(const notice::Notice& notice);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_BUILD_H_
