// How fast criteria compile, and whether any text takes more than its length's share.
//
// `criteria/s` of the golden clauses is one core's rate. Each hostile text is compiled at a length
// and at twice that length in the same run; `growth` is the quotient of the two times, 2 where the
// time is linear.

#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "rules/compile.h"

namespace kaoping::rules {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> GoldenCriteria() {
  std::vector<std::string> criteria;
  const fs::path folder = fs::path(KAOPING_SOURCE_DIR) / "tests/clauses";
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::ifstream file(entry.path());
    std::string line;
    constexpr std::string_view kText = "text: ";
    if (std::getline(file, line) && line.starts_with(kText)) {
      criteria.push_back(line.substr(kText.size()));
    }
  }
  return criteria;
}

void CompileGolden(benchmark::State& state) {
  const std::vector<std::string> criteria = GoldenCriteria();
  for (auto _ : state) {
    for (const std::string& criterion : criteria) {
      benchmark::DoNotOptimize(Compile(criterion));
    }
  }
  state.counters["criteria/s"] = benchmark::Counter(static_cast<double>(criteria.size()),
                                                    benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(CompileGolden);

std::string Repeat(std::string_view part, std::size_t code_points, std::size_t of_part) {
  std::string text;
  for (std::size_t length = 0; length + of_part <= code_points; length += of_part) text += part;
  return text;
}

double SecondsToCompile(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  benchmark::DoNotOptimize(Compile(text));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double BestOf(int runs, const std::string& text) {
  double best = SecondsToCompile(text);
  for (int i = 1; i < runs; ++i) best = std::min(best, SecondsToCompile(text));
  return best;
}

void CompileHostile(benchmark::State& state, std::string_view part, std::size_t of_part) {
  constexpr std::size_t kLength = kLongestCriterion / 2;
  const std::string half = Repeat(part, kLength, of_part);
  const std::string whole = Repeat(part, 2 * kLength, of_part);
  double of_half = 0;
  double of_whole = 0;
  for (auto _ : state) {
    of_half = BestOf(5, half);
    of_whole = BestOf(5, whole);
  }
  state.counters["growth"] = of_whole / of_half;
  state.counters["ms"] = of_whole * 1000;
}
#define HOSTILE(name, part, of_part) \
  BENCHMARK_CAPTURE(CompileHostile, name, part, of_part)->Iterations(1)
HOSTILE(verbs, "扣", 1);
HOSTILE(commas, "，", 1);
HOSTILE(brackets, "（", 1);
HOSTILE(figures, "1、", 2);
HOSTILE(plain_words, "会", 1);
HOSTILE(every, "每", 1);
HOSTILE(rules_with_commas, "未报的扣1分，", 7);
HOSTILE(rules_with_stops, "未报的扣1分。", 7);
HOSTILE(awards, "有专班得3分，", 7);
HOSTILE(tiers, "90%以上得3分，", 9);
HOSTILE(short_counts, "每少1次扣1分，", 8);
HOSTILE(short_lines, "每少1次扣1分\n", 8);
HOSTILE(aggravations, "再扣1分，", 5);
HOSTILE(limits, "累计不超过2分，", 8);
HOSTILE(rules_and_limits, "扣1分，最多扣2分；", 10);
HOSTILE(lists, "国家、省、市分别加3、2、1分，", 16);
HOSTILE(links, "与考评挂钩，", 6);
HOSTILE(colons, "扣分：1分，", 6);
HOSTILE(until_exhausted, "扣1分，扣完为止，", 9);

// A text longer than any criterion is refused by its length alone.
void RefuseMegabyte(benchmark::State& state) {
  const std::string text = Repeat("扣", 1'000'000, 1);
  for (auto _ : state) benchmark::DoNotOptimize(Compile(text));
}
BENCHMARK(RefuseMegabyte)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kaoping::rules

BENCHMARK_MAIN();
