#include "service/office_names.h"

#include <gmock/gmock.h>

#include <string>

#include "service/register.h"
#include "service/schemes.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using registry::Answer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kRegister = R"({
  "format": "register/1",
  "units": [{"name": "示范市商业局",
             "offices": [{"name": "办公室"}, {"name": "法制处", "tags": ["业务"]}]}],
  "groups": []
})";

class OfficeNamesTest : public ServiceFixture {
 protected:
  // The kinds of the questions about names.
  std::vector<std::string> Asked(const std::string& scheme) {
    std::vector<std::string> asked;
    for (const Question& question : ShowScheme(Keeper(), scheme)->questions) {
      if (question.kind == "office-unknown" || question.kind == "unit-unknown") {
        asked.push_back(question.kind);
      }
    }
    return asked;
  }
};

const Answer kLawOffice = {{"法制处"}, {}, false};
const Answer kIgnored = {{}, {}, true};

TEST_F(OfficeNamesTest, WithoutARegisterThereIsNothingToCheckAgainst) {
  EXPECT_EQ(CodeOf(ListOfficeNames(Keeper(), Import())), "register-missing");
}

TEST_F(OfficeNamesTest, QuestionsAreThoseOfTodaysRegisterAndAnswers) {
  const std::string id = Import();
  EXPECT_THAT(Asked(id), IsEmpty());
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  EXPECT_THAT(Asked(id), ElementsAre("office-unknown", "office-unknown"));
  ASSERT_TRUE(AnswerOfficeName(Keeper(), id, "法规处", kLawOffice, "更名"));
  ASSERT_TRUE(AnswerOfficeName(Keeper(), id, "综合处", kIgnored, ""));
  EXPECT_THAT(Asked(id), IsEmpty());
  ASSERT_TRUE(AnswerOfficeName(Keeper(), id, "法规处", Answer(), ""));
  EXPECT_THAT(Asked(id), ElementsAre("office-unknown"));
}

TEST_F(OfficeNamesTest, AnAnswerIsAnEntryAndTheSameAgainIsNone) {
  const std::string id = Import();
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  ASSERT_TRUE(AnswerOfficeName(Keeper(), id, "法规处", kLawOffice, "更名"));
  const std::size_t entries = Ledger().size();
  const auto names = AnswerOfficeName(Keeper(), id, "法规 处", kLawOffice, "");
  ASSERT_TRUE(names);
  EXPECT_EQ(Ledger().size(), entries);
  ASSERT_EQ(names->given.size(), 1U);
  EXPECT_EQ(names->given[0].reason, "更名");
  EXPECT_THAT(names->given[0].offices, ElementsAre("法制处"));
  EXPECT_EQ(Ledger().back().action, "name-office");
  EXPECT_EQ(Ledger().back().subject, "office-name/示范市商业局/法规处");
}

TEST_F(OfficeNamesTest, TellsWhatANameMayMeanAndWhereItStands) {
  const std::string id = Import();
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  ASSERT_TRUE(AnswerOfficeName(Keeper(), id, "法规处", kLawOffice, ""));
  const auto names = ListOfficeNames(Contact(), id);
  ASSERT_TRUE(names);
  ASSERT_EQ(names->given.size(), 1U);
  EXPECT_THAT(names->given[0].tasks, ElementsAre("1.2", "2.1"));
  ASSERT_EQ(names->offices.size(), 2U);
  EXPECT_EQ(names->offices[1].name, "法制处");
  EXPECT_THAT(names->offices[1].tags, ElementsAre("业务"));
}

TEST_F(OfficeNamesTest, WhatNobodyHasFixedStandsAmongTheNamesUntilSomebodyDoes) {
  const auto imported = ImportNotice(Keeper(), "通知.txt",
                                     Replaced(kNotice, "会议记录\t办公室", "会议记录\t相关处室"));
  ASSERT_TRUE(imported);
  const std::string id = imported->summary.id;
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  const auto names = ListOfficeNames(Keeper(), id);
  ASSERT_TRUE(names);
  ASSERT_EQ(names->unknown.size(), 3U);
  EXPECT_EQ(names->unknown[0].name, "相关处室");
  EXPECT_TRUE(names->unknown[0].is_vague);
  EXPECT_THAT(names->unknown[0].tasks, ElementsAre("1.1"));
  EXPECT_FALSE(names->unknown[1].is_vague);
  const auto answered = AnswerOfficeName(Keeper(), id, "相关处室", {{}, {"业务"}, false}, "");
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->unknown.size(), 2U);
}

TEST_F(OfficeNamesTest, OnlyThoseWhoSettleMayAnswer) {
  const std::string id = Import();
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  EXPECT_EQ(CodeOf(AnswerOfficeName(Contact(), id, "法规处", kLawOffice, "")), "not-allowed");
}

TEST_F(OfficeNamesTest, BadAnswersChangeNothing) {
  const std::string id = Import();
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  const std::size_t entries = Ledger().size();
  const auto code = [&](std::string_view name, const Answer& answer) {
    return CodeOf(AnswerOfficeName(Keeper(), id, name, answer, ""));
  };
  EXPECT_EQ(code("法规处", {{"法治处"}, {}, false}), "office-unknown");
  EXPECT_EQ(code("法规处", {{}, {"执法"}, false}), "tag-unknown");
  EXPECT_EQ(code("法规处", {{"法制处"}, {}, true}), "answer-unclear");
  EXPECT_EQ(code("没有的处", kLawOffice), "name-unknown");
  EXPECT_EQ(code("办公室", kLawOffice), "name-known");
  EXPECT_EQ(code("\xFF", kLawOffice), "text-unfit");
  EXPECT_EQ(Ledger().size(), entries);
}

}  // namespace
}  // namespace kaoping::service
