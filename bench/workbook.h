// A workbook of 200 000 cells as Excel writes one, for the benchmarks of the readers: shared words,
// numbers with their formats, a place in every cell.

#ifndef KAOPING_BENCH_WORKBOOK_H_
#define KAOPING_BENCH_WORKBOOK_H_

#include <string>

namespace kaoping::bench {

inline constexpr int kRows = 20'000;
inline constexpr int kColumns = 10;
inline constexpr int kCells = kRows * kColumns;

// Half of its cells are words, of which a quarter stands in one cell alone; half are numbers.
std::string MakeWorkbook();

}  // namespace kaoping::bench

#endif  // KAOPING_BENCH_WORKBOOK_H_
