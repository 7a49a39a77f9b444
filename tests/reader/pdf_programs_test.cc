// The executable on a machine where poppler's programs are missing or cannot be started: in a mount
// namespace of its own, something else stands in their place.

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <string>

#include "base/process.h"
#include "support/temporary_folder.h"

namespace kaoping::document {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::array<const char*, 3> kPrograms = {"pdftotext", "pdfinfo", "pdftocairo"};

// What these commands of a shell write to both outputs, with their exit status behind it.
std::string OutputOf(const std::string& commands) {
  std::FILE* const output =
      ::popen(("unshare -rm sh -c '" + commands + "; echo status $?' 2>&1").c_str(), "r");
  std::string text;
  for (int c = std::fgetc(output); c != EOF; c = std::fgetc(output)) text += static_cast<char>(c);
  ::pclose(output);
  return text;
}

class PdfProgramsTest : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (OutputOf("mount --bind /dev/null /etc/passwd") != "status 0\n") {
      GTEST_SKIP() << "this machine grants no mount namespace";
    }
  }
  static std::string PathOfProgram() { return *FindProgram(GetParam()); }

  const std::string parse_ = "\"" KAOPING_PROGRAM "\" parse \"" KAOPING_SOURCE_DIR
                             "/tests/fixtures/documents/nantong-2017.pdf\"";
};

TEST_P(PdfProgramsTest, OneThatIsMissingIsNamedWithItsPackage) {
  EXPECT_THAT(OutputOf("mount --bind /dev/null " + PathOfProgram() + " && " + parse_),
              AllOf(StartsWith("错误：读不了“nantong-2017.pdf”"), HasSubstr("poppler-utils"),
                    HasSubstr("另存为 .docx"), EndsWith("status 3\n")));
}

// The kernel starts no program that is open for writing.
TEST_P(PdfProgramsTest, OneThatCannotBeStartedIsATroubleOfTheMoment) {
  const ::kaoping::testing::TemporaryFolder folder;
  const std::string busy = (folder.path() / "busy").string();
  EXPECT_THAT(OutputOf("cp /bin/true " + busy + " && exec 9>>" + busy + " && mount --bind " + busy +
                       " " + PathOfProgram() + " && " + parse_),
              AllOf(StartsWith("错误：暂时读不了“nantong-2017.pdf”"), HasSubstr("请稍后再试"),
                    EndsWith("status 3\n")));
}

INSTANTIATE_TEST_SUITE_P(Poppler, PdfProgramsTest, ::testing::ValuesIn(kPrograms),
                         [](const auto& param) { return std::string(param.param); });

}  // namespace
}  // namespace kaoping::document
