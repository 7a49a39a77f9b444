// The kept corpus, and every golden clause, whole and cut and joined, through the fuzzer's check.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "fuzz/compilation_check.h"

namespace kaoping::rules {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> ReadAll(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST(FuzzCorpus, HasNoFault) {
  const auto texts = ReadAll(fs::path(KAOPING_SOURCE_DIR) / "tests/fuzz/corpus");
  ASSERT_FALSE(texts.empty());
  for (const std::string& text : texts) EXPECT_EQ(FindFault(text), "") << text;
}

TEST(FuzzCorpus, GoldenClausesCutAndJoinedHaveNoFault) {
  std::vector<std::u32string> clauses;
  for (const std::string& file : ReadAll(fs::path(KAOPING_SOURCE_DIR) / "tests/clauses")) {
    constexpr std::string_view kText = "text: ";
    if (file.starts_with(kText)) {
      clauses.push_back(DecodeUtf8(file.substr(kText.size(), file.find('\n') - kText.size())));
    }
  }
  ASSERT_GE(clauses.size(), 100U);
  std::mt19937 random(20170503);  // a fixed seed: what fails here fails again
  constexpr int kCases = 20'000;
  for (int i = 0; i < kCases; ++i) {
    std::u32string text;
    for (int part = 0; part < 3; ++part) {
      const std::u32string& clause = clauses[random() % clauses.size()];
      const std::size_t begin = random() % clause.size();
      text += clause.substr(begin, 1 + random() % clause.size());
    }
    const std::string utf8 = EncodeUtf8(text);
    ASSERT_EQ(FindFault(utf8), "") << utf8;
  }
}

}  // namespace
}  // namespace kaoping::rules
