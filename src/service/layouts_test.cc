#include "service/layouts.h"

#include <gmock/gmock.h>

#include <string>

#include "service/schemes.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The fixture's notice under headings that nobody knows.
std::string Strange(std::string_view year) {
  std::string notice =
      Replaced(kNotice, "项目\t内容\t工作成果\t责任处室\t考评标准", "甲栏\t乙栏\t丙栏\t丁栏\t戊栏");
  return Replaced(notice, "2017", year);
}

class LayoutsTest : public ServiceFixture {
 protected:
  static notice::Hints Said() {
    return *notice::ReadHints(
        0, {"甲栏=section", "乙栏=content", "丙栏=deliverable", "丁栏=office", "戊栏=criterion"});
  }
  Result<ImportOutcome> ImportStrange(std::string_view year, const notice::Hints& hints) {
    return ImportNotice(Keeper(), "通知.txt", Strange(year), document::ReadDocument, hints);
  }
  // In a file of that year.
  bool IsRemembered(std::string_view year) {
    const auto attempt = PreviewNotice(Keeper(), "通知.txt", Strange(year));
    EXPECT_TRUE(attempt);
    const auto& preview = attempt->outcome;
    EXPECT_TRUE(preview) << preview.error().message.zh;
    return preview && preview->tables.at(0).is_remembered;
  }
  std::string Sources() {
    std::string sources;
    for (const RememberedLayout& layout : *ListLayouts(Keeper())) sources += layout.source + ";";
    return sources;
  }
};

TEST_F(LayoutsTest, NextYearsFileIsReadAsThisYearsWasCorrected) {
  ASSERT_FALSE(IsRemembered("2018"));
  ASSERT_TRUE(ImportStrange("2017", Said()));
  const auto layouts = *ListLayouts(Keeper());
  ASSERT_EQ(layouts.size(), 1U);
  EXPECT_THAT(layouts[0].layout.headings, ElementsAre("甲栏", "乙栏", "丙栏", "丁栏", "戊栏"));
  EXPECT_EQ(layouts[0].source, "通知.txt");
  EXPECT_EQ(layouts[0].by, "keeper");
  EXPECT_EQ(Ledger().back().action, "remember-layout");

  EXPECT_TRUE(IsRemembered("2018"));
  const auto next = ImportStrange("2018", {});
  ASSERT_TRUE(next);
  EXPECT_EQ(next->summary.tasks, 4);
  // Nobody said anything new.
  EXPECT_EQ(ListLayouts(Keeper())->size(), 1U);
}

TEST_F(LayoutsTest, APreviewRemembersNothing) {
  const auto attempt =
      PreviewNotice(Keeper(), "通知.txt", Strange("2017"), document::ReadDocument, Said());
  ASSERT_TRUE(attempt && attempt->outcome);
  EXPECT_EQ(Sources(), "");
}

TEST_F(LayoutsTest, TheSameFileWithoutHintsIsTheSameNotice) {
  ASSERT_TRUE(ImportStrange("2017", Said()));
  const auto again = ImportStrange("2017", {});
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->is_new);
}

TEST_F(LayoutsTest, WhatIsForgottenHoldsNoMore) {
  ASSERT_TRUE(ImportStrange("2017", Said()));
  const std::uint64_t id = ListLayouts(Keeper())->at(0).id;
  EXPECT_EQ(CodeOf(ForgetLayout(Contact(), id)), "not-allowed");
  EXPECT_EQ(CodeOf(ForgetLayout(Keeper(), id + 1)), "layout-not-found");
  const auto left = ForgetLayout(Keeper(), id);
  ASSERT_TRUE(left);
  EXPECT_THAT(*left, IsEmpty());
  EXPECT_FALSE(IsRemembered("2018"));
  EXPECT_EQ(CodeOf(ForgetLayout(Keeper(), id)), "layout-not-found");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(LayoutsTest, ALaterCorrectionTakesThePlaceOfAnEarlierOne) {
  ASSERT_TRUE(ImportStrange("2017", Said()));
  notice::Hints otherwise = Said();
  otherwise.named["丙栏"] = notice::Role::kIgnored;
  ASSERT_TRUE(ImportStrange("2018", otherwise));
  const auto layouts = *ListLayouts(Keeper());
  ASSERT_EQ(layouts.size(), 1U);
  EXPECT_EQ(layouts[0].layout.roles.at(2), notice::Role::kIgnored);
}

}  // namespace
}  // namespace kaoping::service
