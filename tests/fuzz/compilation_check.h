// What holds of every compilation, whatever the text: shared by the fuzzer and the test of its kept
// corpus.

#ifndef KAOPING_TESTS_FUZZ_COMPILATION_CHECK_H_
#define KAOPING_TESTS_FUZZ_COMPILATION_CHECK_H_

#include <string>
#include <string_view>

namespace kaoping::rules {

// Compiles `bytes` and returns what is wrong with the result, "" if nothing is: places outside the
// text, references that lead nowhere, steps of nothing, a JSON form or a read-back that does not
// come back as it was. Bytes that are not UTF-8 are no criterion, and nothing is wrong with them.
std::string FindFault(std::string_view bytes);

}  // namespace kaoping::rules

#endif  // KAOPING_TESTS_FUZZ_COMPILATION_CHECK_H_
