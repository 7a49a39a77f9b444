// Settling from the command line, beyond what the scenarios tell.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"
#include "support/temporary_folder.h"

namespace kaoping::cli {
namespace {

using ::testing::HasSubstr;

class SettleCommand : public ::testing::Test {
 protected:
  // What it printed; fails the test unless it ended with 0.
  std::string Do(std::vector<std::string> arguments, const std::string& input = "") {
    const std::string data = (folder_.path() / "data").string();
    arguments.insert(arguments.begin(), {"--data", data});
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(cli::Run(arguments, in, out, err), 0) << err.str();
    return out.str();
  }

 private:
  kaoping::testing::TemporaryFolder folder_;
};

std::string Notice() {
  std::ifstream stream(KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A corrected notice takes the rewriting over; what is doubtful in it stands in its sentences.
TEST_F(SettleCommand, DoubtsOfARewritingAreQuotedFromItsSentences) {
  const std::string rewritten =
      "法治建设各项重点工作成效明显，受到国家、省、市表彰的，分别加1分、0.5分";
  std::string notice = Notice();
  Do({"import", "-"}, notice);
  Do({"settle", "2017", "7.4", "--text", rewritten});
  const std::string before = "有一次缺席会议的扣1分";
  notice.replace(notice.find(before), before.size(), "有一次缺席会议的扣2分");
  EXPECT_THAT(Do({"import", "-"}, notice), HasSubstr("   1 | " + rewritten + "\n"));
}

}  // namespace
}  // namespace kaoping::cli
