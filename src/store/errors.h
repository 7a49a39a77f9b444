// Private to store/: the errors of the database, in words that may be shown.

#ifndef KAOPING_STORE_ERRORS_H_
#define KAOPING_STORE_ERRORS_H_

#include <string_view>

#include "base/result.h"

namespace kaoping::store {

Error DataLocked();
Error DataReadOnly();
Error DataFull();
Error DataFailed();
Error DataCorrupt();

// The Error for the exception of the database library being handled, whose text is dropped: it
// holds bound values. Anything else is thrown on. Requires: called from a catch block.
Error TranslateException();

// Runs `work`, which returns a Result or a Status, and turns exceptions of the database library
// into its error: the edge where they end.
template <typename Work>
auto Guard(const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (...) {
    return TranslateException();
  }
}

}  // namespace kaoping::store

#endif  // KAOPING_STORE_ERRORS_H_
