#include "scheme/rule_heirs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheme/diff_sample_test.h"

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Scheme Of(std::vector<Task> tasks, const std::string& section = "组织领导") {
  Scheme scheme;
  scheme.sections.push_back(MakeSection(section, std::move(tasks)));
  return Numbered(std::move(scheme));
}

// By keys, with “!” where the rule means something else.
std::vector<std::string> Heirs(const Scheme& before, const Scheme& after) {
  std::vector<std::string> told;
  for (const RuleHeir& heir : FindRuleHeirs(before, after)) {
    told.push_back(FindRule(before, heir.before)->Get().key + ">" +
                   FindRule(after, heir.after)->Get().key + (heir.is_changed ? "!" : ""));
  }
  return told;
}

const Scheme& Before() {
  static const Scheme scheme = Of({MakeTask("召开会议", "未召开会议的，扣1分"),
                                   MakeTask("报送信息", "未报送信息的，每次扣1分")});
  return scheme;
}

TEST(RuleHeirsTest, ARuleStaysItselfWhereverItsRowMoves) {
  EXPECT_THAT(Heirs(Before(), Of({MakeTask("报送信息", "未报送信息的，每次扣1分"),
                                  MakeTask("召开会议", "未召开会议的，扣1分")})),
              ElementsAre("1.1.1>1.2.1", "1.2.1>1.1.1"));
}

TEST(RuleHeirsTest, OtherFiguresAreToldAndTakeOver) {
  EXPECT_THAT(Heirs(Before(), Of({MakeTask("召开会议", "未召开会议的，扣2分"),
                                  MakeTask("按时报送信息", "未报送信息的，每次扣1分")})),
              ElementsAre("1.1.1>1.1.1!", "1.2.1>1.2.1"));
}

TEST(RuleHeirsTest, AnotherConditionTakesNothingOver) {
  EXPECT_THAT(Heirs(Before(), Of({MakeTask("召开会议", "未参加会议的，扣1分"),
                                  MakeTask("报送信息", "未按时报送信息的，每次扣1分")})),
              IsEmpty());
}

TEST(RuleHeirsTest, ARuleThatIsGoneHasNoHeir) {
  EXPECT_THAT(Heirs(Before(), Of({MakeTask("召开会议", "未召开会议的，扣1分")})),
              ElementsAre("1.1.1>1.1.1"));
}

TEST(RuleHeirsTest, NoRuleIsTheHeirOfTwo) {
  const Scheme twice =
      Of({MakeTask("召开会议", "召开会议少于2次的，扣1分；召开会议少于1次的，扣2分")});
  const Scheme once = Of({MakeTask("召开会议", "召开会议少于3次的，扣3分")});
  ASSERT_EQ(AllRules(twice).size(), 2U);
  EXPECT_EQ(Heirs(twice, once).size(), 1U);
}

}  // namespace
}  // namespace kaoping::scheme
