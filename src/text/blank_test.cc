#include "text/blank.h"

#include <gtest/gtest.h>

namespace kaoping {
namespace {

TEST(Blank, EveryKindIsTrimmedFromBothEnds) {
  EXPECT_EQ(TrimBlanks(" \t\u3000\u00A0\uFEFF会议 记录\u200B\r\n"), "会议 记录");
  EXPECT_EQ(TrimBlanks("会议记录"), "会议记录");
  EXPECT_EQ(TrimBlanks("\u3000 \n"), "");
  EXPECT_EQ(TrimBlanks(""), "");
}

TEST(Blank, TornChineseIsJoined) {
  EXPECT_EQ(JoinTorn("领导 责任 书年 度个 性工 作"), "领导责任书年度个性工作");
  EXPECT_EQ(JoinTorn("2017年度 法治\n建设"), "2017年度法治建设");
  EXPECT_EQ(JoinTorn("《甲》 的\u3000通知"), "《甲》的通知");
}

TEST(Blank, WordsOfLatinLettersStayApart) {
  EXPECT_EQ(JoinTorn(" OA  system 2.0 系统"), "OA system 2.0系统");
  EXPECT_EQ(JoinTorn("12 345"), "12 345");
}

}  // namespace
}  // namespace kaoping
