#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace kaoping {
namespace {

Error Missing() {
  return MakeError(ErrorKind::kNotFound, "thing-not-found",
                   Say("没有名为{}的东西", "there is no thing named {}", "甲"), "name");
}

Result<int> Half(int number) {
  if (number % 2 != 0) return Missing();
  return number / 2;
}

Result<int> Quarter(int number) {
  KAOPING_TRY(const int half, Half(number));
  KAOPING_TRY(const int quarter, Half(half));
  return quarter;
}

Status MustBeEven(int number) {
  KAOPING_TRY_STATUS(Half(number));
  return Ok();
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> good = Half(4);
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 2);
  const Result<int> bad = Half(3);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(bad.error().code, "thing-not-found");
  EXPECT_EQ(bad.error().field, "name");
}

TEST(Result, AskingForWhatItDoesNotHoldIsABug) {
  EXPECT_THROW(static_cast<void>(Half(3).value()), InternalError);
  EXPECT_THROW(static_cast<void>(*Half(3)), InternalError);
  EXPECT_THROW(static_cast<void>(Half(4).error()), InternalError);
}

TEST(Result, TryNamesTheValueOrReturnsTheError) {
  EXPECT_EQ(*Quarter(8), 2);
  EXPECT_EQ(Quarter(6).error().code, "thing-not-found");
  EXPECT_EQ(Quarter(7).error().code, "thing-not-found");
  EXPECT_TRUE(MustBeEven(2));
  EXPECT_FALSE(MustBeEven(1));
}

TEST(Result, CarriesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Message, SaysTheSameInBothLanguages) {
  const Message message = Say("{0}中没有{1}", "there is no {1} in {0}", "通知", "表格");
  EXPECT_EQ(message.In(Language::kChinese), "通知中没有表格");
  EXPECT_EQ(message.In(Language::kEnglish), "there is no 表格 in 通知");
}

}  // namespace
}  // namespace kaoping
