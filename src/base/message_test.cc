#include "base/message.h"

#include <gtest/gtest.h>

namespace kaoping {
namespace {

std::string Repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Excerpt, KeepsWhatIsShort) {
  EXPECT_EQ(Excerpt(""), "");
  EXPECT_EQ(Excerpt("南通市商务局"), "南通市商务局");
  EXPECT_EQ(Excerpt(Repeated("局", 60)), Repeated("局", 60));
}

TEST(Excerpt, CutsAfterSixtyCharactersAndNotWithinOne) {
  EXPECT_EQ(Excerpt(Repeated("局", 61)), Repeated("局", 60) + "…");
  EXPECT_EQ(Excerpt(Repeated("x", 1'000'000)), Repeated("x", 60) + "…");
}

TEST(Excerpt, StaysOnOneLine) { EXPECT_EQ(Excerpt("甲\n乙\t\x7F"), "甲 乙  "); }

}  // namespace
}  // namespace kaoping
