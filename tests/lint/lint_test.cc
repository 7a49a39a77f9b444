// The page of lint codes, run: each section's first table triggers its code, the second does not.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "register/register.h"
#include "scheme/json.h"
#include "scheme/lint.h"
#include "scheme/parse.h"
#include "score/proofs.h"

namespace kaoping {
namespace {

namespace fs = std::filesystem;

using nlohmann::ordered_json;
using testing::Contains;
using testing::Not;
using testing::UnorderedElementsAreArray;

std::string ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

struct Section {
  std::string code;
  std::string severity;
  std::vector<std::string> triggers;
  std::vector<std::string> does_not;
};

std::vector<Section> SectionsOfThePage() {
  std::vector<Section> sections;
  std::istringstream lines(ReadFile(KAOPING_SOURCE_DIR "/docs/lint.md"));
  std::vector<std::string>* into = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) {
      sections.push_back({line.substr(3), "", {}, {}});
      into = nullptr;
    } else if (sections.empty()) {
      continue;
    } else if (line == "triggers:") {
      into = &sections.back().triggers;
    } else if (line == "does not:") {
      into = &sections.back().does_not;
    } else if (into != nullptr && line.starts_with("    ")) {
      into->push_back(line.substr(4));
    } else if (sections.back().severity.empty() && !line.empty()) {
      sections.back().severity = line.starts_with("Error") ? "error" : "warning";
    }
  }
  return sections;
}

struct Example {
  scheme::Scheme scheme;
  std::optional<registry::Register> offices;
};

// 项目 | 内容 | 分值 | 责任处室 | 评分标准 → a line of a table, its cells parted by tabs.
std::string RowOf(std::string line) {
  line = std::regex_replace(line, std::regex(" *\\| *"), "\t");
  return line + "\n";
}

// “某市商务局：办公室、政策法规处”
registry::Register RegisterOf(const std::string& line) {
  const std::string colon = "：";
  registry::Unit unit;
  unit.name = line.substr(0, line.find(colon));
  std::istringstream names(
      std::regex_replace(line.substr(line.find(colon) + colon.size()), std::regex("、"), "\n"));
  for (std::string name; std::getline(names, name);) unit.offices.push_back({name, {}, {}, {}});
  return {{unit}, {}};
}

Example Read(const std::vector<std::string>& lines) {
  std::string notice =
      "某市商务局文件\n关于印发2017年度考评表的通知\n项目\t内容\t分值\t责任处室\t评分标准\n";
  std::vector<std::string> edits;
  Example example;
  for (const std::string& line : lines) {
    if (line.starts_with("set ")) {
      edits.push_back(line.substr(4));
    } else if (line.starts_with("register ")) {
      example.offices = RegisterOf(line.substr(9));
    } else {
      notice += RowOf(line);
    }
  }
  const Result<scheme::ParseOutcome> read = scheme::ParseNotice("例.txt", notice);
  EXPECT_TRUE(read) << notice;
  ordered_json json = ordered_json::parse(scheme::WriteScheme(read->scheme));
  for (const std::string& edit : edits) {
    const auto space = edit.find(' ');
    json[ordered_json::json_pointer(edit.substr(0, space))] =
        ordered_json::parse(edit.substr(space + 1));
  }
  const Result<scheme::Scheme> edited = scheme::ReadScheme(json.dump());
  EXPECT_TRUE(edited) << (edited ? "" : edited.error().message.en);
  example.scheme = edited.value();
  return example;
}

// “warning base-sum”
std::vector<std::string> FoundIn(const std::vector<std::string>& lines) {
  const Example example = Read(lines);
  std::vector<std::string> codes;
  for (const scheme::LintFinding& finding :
       scheme::Merge(example.scheme,
                     scheme::Lint(example.scheme, example.offices ? &*example.offices : nullptr),
                     score::Prove(example.scheme))) {
    codes.push_back(std::string(ToString(finding.diagnostic.severity)) + " " +
                    finding.diagnostic.code);
  }
  return codes;
}

TEST(LintPage, SaysWhatTheChecksDo) {
  for (const Section& section : SectionsOfThePage()) {
    const std::string found = section.severity + " " + section.code;
    ASSERT_FALSE(section.triggers.empty() || section.does_not.empty()) << section.code;
    EXPECT_THAT(FoundIn(section.triggers), Contains(found));
    EXPECT_THAT(FoundIn(section.does_not), Not(Contains(found))) << section.code;
  }
}

// Every code stands in the source as LintCode kName = {"code", ….
TEST(LintPage, HasASectionForEveryCode) {
  std::vector<std::string> codes;
  const std::regex definition("LintCode k\\w+ = \\{\"([a-z-]+)\"");
  for (const char* room : {"scheme", "score"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(KAOPING_SOURCE_DIR "/src") / room)) {
      const std::string source = ReadFile(entry.path());
      for (std::sregex_iterator at(source.begin(), source.end(), definition), end; at != end;
           ++at) {
        codes.push_back((*at)[1]);
      }
    }
  }
  EXPECT_GE(codes.size(), 10U);
  std::vector<std::string> documented;
  for (const Section& section : SectionsOfThePage()) documented.push_back(section.code);
  EXPECT_THAT(documented, UnorderedElementsAreArray(codes));
}

}  // namespace
}  // namespace kaoping
