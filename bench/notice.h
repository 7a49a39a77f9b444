// A notice in a Word file, as long as wanted, for the benchmarks of the readers.

#ifndef KAOPING_BENCH_NOTICE_H_
#define KAOPING_BENCH_NOTICE_H_

#include <string>
#include <string_view>

#include "support/zip_file.h"

namespace kaoping::bench {

// The parts of an archive. Requires: it is one.
ZipParts Unpack(std::string_view bytes);

// The reference notice as LibreOffice wrote it, its table made to have `rows` rows below the head:
// its own, again and again.
std::string MakeNotice(std::size_t rows);

}  // namespace kaoping::bench

#endif  // KAOPING_BENCH_NOTICE_H_
