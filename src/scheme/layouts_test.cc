// Fifteen layouts of appraisal tables (tests/fixtures/layouts), each in two formats or three,
// against the scheme that it must give. With KAOPING_UPDATE_GOLDEN set the golden files are
// rewritten instead; the diff is what gets reviewed.

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "scheme/parse.h"

namespace kaoping::scheme {
namespace {

namespace fs = std::filesystem;

const fs::path kLayouts = KAOPING_SOURCE_DIR "/tests/fixtures/layouts";

std::string ReadFile(const fs::path& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// "@p4" for the fourth paragraph, "@t1r3c2" for a cell, "@t1r3c2p1" for a paragraph of it.
std::string At(const Place& place) {
  if (!place.IsKnown()) return "";
  std::string at = " @";
  if (place.table != 0) at += fmt::format("t{}r{}c{}", place.table, place.row, place.column);
  if (place.paragraph != 0) at += fmt::format("p{}", place.paragraph);
  return at;
}

std::string OneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', '/');
  return text;
}

std::string DumpBase(const std::optional<Points>& points, const std::string& same_as) {
  if (points) return points->ToString() + "分";
  return same_as.empty() ? "-" : "=" + same_as;
}

std::string Dump(const Criterion& criterion) {
  if (!criterion.same_as.empty()) return "    =" + criterion.same_as + "\n";
  std::string out = "    " + OneLine(criterion.text) + At(criterion.place);
  if (!criterion.span.IsEmpty()) {
    out += fmt::format(" [{},{}]", criterion.span.begin, criterion.span.end);
  }
  out += "\n";
  for (const std::string& sentence : ReadBackRules(criterion)) out += "      " + sentence + "\n";
  for (const rules::Limit& limit : criterion.limits) {
    out += fmt::format("      limit {} of {} ({})\n",
                       limit.at_most ? limit.at_most->ToString() : "base", limit.rules.size(),
                       static_cast<int>(limit.scope));
  }
  for (const Diagnostic& found : criterion.diagnostics) out += "      ? " + found.code + "\n";
  return out;
}

std::string Dump(const Task& task) {
  std::string out =
      "  " + task.key + " " +
      DumpBase(task.base ? task.base->points : std::nullopt, task.base ? task.base->same_as : "");
  if (!task.heading.text.empty()) out += " {" + task.heading.text + At(task.heading.place) + "}";
  out += " " + OneLine(task.content.text) + At(task.content.place);
  for (const Responsible& office : task.responsible) out += " <" + office.name + ">";
  out += "\n";
  if (task.criterion) out += Dump(*task.criterion);
  return out;
}

std::string Dump(const Scheme& scheme) {
  std::string out = scheme.title + "\n";
  for (const Section& section : scheme.sections) {
    out += fmt::format("{} {} {} {}{}\n", section.key, ToString(section.kind),
                       DumpBase(section.base, ""), section.title.text, At(section.title.place));
    for (const Task& task : section.tasks) out += Dump(task);
  }
  for (const Diagnostic& found : scheme.diagnostics) {
    out += "? " + found.code + At(found.place) + "\n";
  }
  return out;
}

std::string Parse(const fs::path& path) {
  const auto parsed = ParseNotice(path.filename().string(), ReadFile(path));
  EXPECT_TRUE(parsed) << path << ": " << parsed.error().message.zh;
  return parsed ? Dump(parsed->scheme) : "";
}

std::vector<fs::path> LayoutsWith(const std::string& extension) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(kLayouts)) {
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void ExpectGolden(const fs::path& path) {
  const fs::path golden = path.string() + ".golden";
  const std::string found = Parse(path);
  if (std::getenv("KAOPING_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << found;
  EXPECT_EQ(found, ReadFile(golden)) << path;
}

TEST(Layouts, EachOfTheFifteenGivesItsScheme) {
  const std::vector<fs::path> layouts = LayoutsWith(".html");
  EXPECT_EQ(layouts.size(), 15U);
  for (const fs::path& layout : layouts) ExpectGolden(layout);
}

TEST(Layouts, TextThatWasATableGivesItsScheme) {
  const std::vector<fs::path> layouts = LayoutsWith(".txt");
  EXPECT_GE(layouts.size(), 6U);
  for (const fs::path& layout : layouts) ExpectGolden(layout);
}

TEST(Layouts, AWordFileGivesTheSameScheme) {
  const std::vector<fs::path> layouts = LayoutsWith(".docx");
  EXPECT_EQ(layouts.size(), 15U);
  for (fs::path layout : layouts) {
    const std::string found = Parse(layout);
    EXPECT_EQ(found, ReadFile(layout.replace_extension(".html.golden"))) << layout;
  }
}

}  // namespace
}  // namespace kaoping::scheme
