// The kept corpus, and the lines of all layouts left out and put elsewhere, through the fuzzer's
// check.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/notice_check.h"

namespace kaoping::scheme {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> ReadAll(const char* folder, std::string_view extension) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(KAOPING_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

TEST(NoticeCorpus, HasNoFault) {
  const std::vector<std::string> texts = ReadAll("tests/fuzz/notices", ".txt");
  ASSERT_FALSE(texts.empty());
  for (const std::string& text : texts) EXPECT_EQ(FindFault(text), "") << text;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    lines.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return lines;
}

TEST(NoticeCorpus, LayoutsWithLinesMovedHaveNoFault) {
  std::mt19937 random(20170503);  // a fixed seed: what fails here fails again
  constexpr int kCases = 40;
  for (const char* extension : {".txt", ".html"}) {
    const std::vector<std::string> layouts = ReadAll("tests/fixtures/layouts", extension);
    ASSERT_FALSE(layouts.empty());
    for (const std::string& layout : layouts) {
      for (int i = 0; i < kCases; ++i) {
        std::vector<std::string> lines = LinesOf(layout);
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(random() % lines.size()));
        if (i % 2 == 1) std::swap(lines[random() % lines.size()], lines[random() % lines.size()]);
        std::string text;
        for (const std::string& line : lines) text += line;
        ASSERT_EQ(FindFault(text), "") << text;
      }
    }
  }
}

}  // namespace
}  // namespace kaoping::scheme
