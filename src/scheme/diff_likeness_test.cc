#include "scheme/diff_likeness.h"

#include <gmock/gmock.h>

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;

int Alike(const char* a, const char* b) { return Likeness(ComparedText(a), ComparedText(b)); }

TEST(Likeness, IsTheShareOfNeighbouringCharacters) {
  EXPECT_EQ(Alike("报送信息", "报送信息"), 1000);
  EXPECT_EQ(Alike("报送信息", "报送材料"), 333);  // 报送 of 3 and 3
  EXPECT_EQ(Alike("报送信息", "普法"), 0);
  EXPECT_EQ(Alike("", "普法"), 0);
  EXPECT_EQ(Alike("", ""), 1000);
  EXPECT_EQ(Alike("法", "规"), 0);
}

TEST(Likeness, OfOtherWordsIsNeverWhole) {
  EXPECT_EQ(Alike("一二一二一", "二一二一二"), 999);
  EXPECT_EQ(Alike("不少于 ２次，", "不少于2次,"), 1000);
}

TEST(Matching, TheMostAlikeAreJoinedFirst) {
  Matching matching(2, 2);
  matching.JoinByLikeness({{0, 0, 600}, {0, 1, 900}, {1, 1, 800}});
  EXPECT_EQ(matching.AfterOf(0), 1);
  EXPECT_EQ(matching.BeforeOf(1), 0);
  EXPECT_EQ(matching.AfterOf(1), Matching::kNone);
  EXPECT_EQ(matching.BeforeOf(0), Matching::kNone);
}

TEST(Matching, WhatIsEquallyAlikeKeepsItsOrder) {
  Matching matching(3, 3);
  matching.JoinByLikeness({{1, 1, 700}, {1, 2, 700}, {2, 1, 700}, {2, 2, 700}, {2, 0, 700}});
  EXPECT_EQ(matching.AfterOf(1), 1);
  EXPECT_EQ(matching.AfterOf(2), 0);
}

TEST(Matching, EqualKeysAreJoinedInOrderAsOftenAsTheyOccur) {
  Matching matching(3, 3);
  matching.JoinByKey({U"a", U"a", U"a"}, {U"b", U"a", U"a"});
  EXPECT_EQ(matching.AfterOf(0), 1);
  EXPECT_EQ(matching.AfterOf(1), 2);
  EXPECT_EQ(matching.AfterOf(2), Matching::kNone);
}

TEST(Matching, TooMuchToCompareIsLeftApart) {
  const auto same = [](std::size_t, std::size_t) { return 1000; };
  const auto is_long = [](std::size_t) { return std::size_t{1} << 30U; };
  const auto is_short = [](std::size_t) { return std::size_t{10}; };
  Matching matching(1, 1);
  matching.JoinAlike(same, is_long, is_short);
  EXPECT_EQ(matching.AfterOf(0), Matching::kNone);
  matching.JoinAlike(same, is_short, is_short);
  EXPECT_EQ(matching.AfterOf(0), 0);
}

TEST(FindMoved, AsFewAsPossibleHaveMoved) {
  EXPECT_THAT(FindMoved({}, {}), ElementsAre());
  EXPECT_THAT(FindMoved({3, 5, 9}, {1, 1, 1}), ElementsAre(false, false, false));
  EXPECT_THAT(FindMoved({9, 3, 5, 7}, {1, 1, 1, 1}), ElementsAre(true, false, false, false));
}

TEST(FindMoved, OfTwoThatChangedPlacesTheLighterHasMoved) {
  EXPECT_THAT(FindMoved({1, 0}, {7, 2}), ElementsAre(false, true));
  EXPECT_THAT(FindMoved({1, 0}, {2, 7}), ElementsAre(true, false));
}

}  // namespace
}  // namespace kaoping::scheme
