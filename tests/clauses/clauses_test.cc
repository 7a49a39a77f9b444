// Golden tests of the rule compiler: one .clause file a case, input and expected output together.
//
// A case is `text:`, and if need be `content:` and `effect:`, a line `---`, and what the compiler
// makes of it: the JSON form of each rule, limit, policy and link on a line, its sentence read back
// below it, and the diagnostics. With KAOPING_UPDATE_GOLDEN set the files are rewritten instead of
// compared (tools/update_golden.py); the diff is what gets reviewed.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "rules/compile.h"
#include "rules/ir/json.h"

namespace kaoping::rules {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

struct ClauseFile {
  std::string input;  // up to and with the line ---
  std::string text;
  Context context;
  std::string expected;
};

ClauseFile Load(const fs::path& path) {
  ClauseFile file;
  std::istringstream lines(ReadFile(path));
  std::string line;
  while (std::getline(lines, line) && line != "---") {
    file.input += line + "\n";
    const auto value = [&line](std::string_view name) {
      return line.starts_with(name) ? line.substr(name.size()) : std::string();
    };
    if (line.starts_with("text: ")) {
      file.text = value("text: ");
    } else if (line.starts_with("more: ")) {
      file.text += "\n" + value("more: ");
    } else if (line.starts_with("content: ")) {
      file.context.content = value("content: ");
    } else if (line == "effect: bonus") {
      file.context.default_effect = Effect::kBonus;
    } else {
      ADD_FAILURE() << path << ": unknown line: " << line;
    }
  }
  file.input += "---\n";
  while (std::getline(lines, line)) file.expected += line + "\n";
  return file;
}

std::string Describe(const Compilation& compilation) {
  std::ostringstream out;
  const auto put = [&out](const char* what, const auto& items, const auto& sentence) {
    for (const auto& item : items) {
      out << what << " " << nlohmann::ordered_json(item).dump() << "\n";
      out << "  " << sentence(item) << "\n";
    }
  };
  const auto read_back = [](const auto& item) { return ReadBack(item); };
  put("rule", compilation.rules, read_back);
  put("limit", compilation.limits, read_back);
  put("policy", compilation.policies, read_back);
  put("link", compilation.links, read_back);
  for (const Diagnostic& diagnostic : compilation.diagnostics) {
    out << ToString(diagnostic.severity) << " " << diagnostic.code << " [" << diagnostic.span.begin
        << "," << diagnostic.span.end << "]\n";
  }
  return out.str();
}

class ClauseTest : public testing::TestWithParam<fs::path> {};

TEST_P(ClauseTest, CompilesAsWritten) {
  const fs::path path = fs::path(KAOPING_CLAUSES_DIR) / GetParam();
  const ClauseFile file = Load(path);
  const std::string actual = Describe(Compile(file.text, file.context));
  if (std::getenv("KAOPING_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << file.input << actual;
    return;
  }
  EXPECT_EQ(actual, file.expected) << "text: " << file.text;
}

std::vector<fs::path> AllClauseFiles() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(KAOPING_CLAUSES_DIR)) {
    if (entry.path().extension() == ".clause") {
      files.push_back(fs::relative(entry.path(), KAOPING_CLAUSES_DIR));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// GoogleTest allows only letters, digits and '_' in a name; the path is in the parameter.
std::string TestName(const testing::TestParamInfo<fs::path>& info) {
  return "case_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Golden, ClauseTest, testing::ValuesIn(AllClauseFiles()), TestName);

struct DocumentedCode {
  std::string code;
  std::string triggers;
  std::string does_not;
};

// The sections of docs/diagnostics.md: "## code", "- triggers: `…`", "- does not: `…`".
std::vector<DocumentedCode> DocumentedCodes() {
  std::vector<DocumentedCode> codes;
  std::istringstream lines(ReadFile(KAOPING_DIAGNOSTICS_PAGE));
  std::string line;
  const auto quoted = [&line] {
    const auto first = line.find('`') + 1;
    return line.substr(first, line.rfind('`') - first);
  };
  while (std::getline(lines, line)) {
    if (line.starts_with("## ")) codes.push_back({line.substr(3), "", ""});
    if (line.starts_with("- triggers: ")) codes.back().triggers = quoted();
    if (line.starts_with("- does not: ")) codes.back().does_not = quoted();
  }
  return codes;
}

bool Gives(const std::string& text, const std::string& code) {
  const auto diagnostics = Compile(text).diagnostics;
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&code](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

TEST(DiagnosticsPageTest, SaysWhatTheCompilerDoes) {
  for (const DocumentedCode& documented : DocumentedCodes()) {
    if (documented.code == "criterion-too-long") continue;  // no example of 20 000 characters
    EXPECT_TRUE(Gives(documented.triggers, documented.code)) << documented.code;
    EXPECT_FALSE(Gives(documented.does_not, documented.code)) << documented.code;
  }
}

TEST(DiagnosticsPageTest, KnowsEveryCodeOfTheGoldenCases) {
  const auto documented = DocumentedCodes();
  for (const fs::path& path : AllClauseFiles()) {
    const ClauseFile file = Load(fs::path(KAOPING_CLAUSES_DIR) / path);
    for (const Diagnostic& diagnostic : Compile(file.text, file.context).diagnostics) {
      EXPECT_TRUE(
          std::any_of(documented.begin(), documented.end(),
                      [&](const DocumentedCode& code) { return code.code == diagnostic.code; }))
          << diagnostic.code;
    }
  }
}

TEST(ClauseFilesTest, HoldACaseOfEveryCode) {
  std::string all;
  for (const fs::path& path : AllClauseFiles()) {
    all += ReadFile(fs::path(KAOPING_CLAUSES_DIR) / path);
  }
  for (const DocumentedCode& documented : DocumentedCodes()) {
    if (documented.code == "criterion-too-long") continue;
    EXPECT_NE(all.find(" " + documented.code + " ["), std::string::npos) << documented.code;
  }
}

TEST(ClauseFilesTest, AreFound) { EXPECT_GE(AllClauseFiles().size(), 20U); }

}  // namespace
}  // namespace kaoping::rules
