// What holds of every scheme that is made of a file, for the fuzzer of notices.

#ifndef KAOPING_TESTS_FUZZ_NOTICE_CHECK_H_
#define KAOPING_TESTS_FUZZ_NOTICE_CHECK_H_

#include <string>
#include <string_view>

namespace kaoping::scheme {

// Reads `bytes` as a web page if they begin like one, else as text, and returns what is wrong with
// the scheme that it makes, "" if nothing is: one that can't be read back as it was written, or
// differs then; a refusal without its code or its words.
std::string FindFault(std::string_view bytes);

}  // namespace kaoping::scheme

#endif  // KAOPING_TESTS_FUZZ_NOTICE_CHECK_H_
