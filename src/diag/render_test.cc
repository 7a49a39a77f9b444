#include "diag/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace kaoping {
namespace {

using testing::HasSubstr;

Diagnostic TargetMissing(Span span, Place place = {}) {
  return {Severity::kWarning, "target-missing",
          Say("没有写明应有几次", "the required number is not stated"), span, place};
}

std::string RenderOne(const Diagnostic& diagnostic, std::string_view text,
                      std::string_view source = "", Language language = Language::kChinese) {
  const Finding finding{&diagnostic, text};
  return RenderFindings({&finding, 1}, source, language);
}

TEST(RenderMarks, MarksStandUnderChineseCharacters) {
  const std::vector<Mark> marks = {{{2, 6}, "1"}, {{8, 10}, "2"}};
  EXPECT_EQ(RenderMarks("迟到扣0.5分，早退", marks),
            "迟到扣0.5分，早退\n"
            "    1~~~~    2~~~\n");
}

TEST(RenderMarks, MarksThatOverlapGoOnLinesOfTheirOwn) {
  const std::vector<Mark> marks = {{{0, 4}, "1"}, {{2, 6}, "2"}, {{4, 6}, "3"}};
  EXPECT_EQ(RenderMarks("abcdef", marks),
            "abcdef\n"
            "1~~~3~\n"
            "  2~~~\n");
}

TEST(RenderMarks, WideLinesAreBrokenAndMarksGoOn) {
  const std::vector<Mark> marks = {{{1, 5}, "1"}};
  EXPECT_EQ(RenderMarks("一二三四五六", marks, 6),
            "一二三\n"
            "  1~~~\n"
            "四五六\n"
            "~~~~\n");
}

TEST(RenderMarks, LineBreaksOfTheTextStay) {
  const std::vector<Mark> marks = {{{3, 5}, "1"}};
  EXPECT_EQ(RenderMarks("一二\n三四\n五", marks),
            "一二\n"
            "三四\n"
            "1~~~\n"
            "五\n");
  EXPECT_EQ(RenderMarks("", {}), "\n");
}

TEST(RenderFindings, QuotesTheWordsWithTheirLineAndColumn) {
  EXPECT_EQ(RenderOne(TargetMissing({12, 15}), "第一行\n每年召开会议，每少一次扣1分", "notice.txt"),
            "notice.txt:2:9: 警告[target-missing]: 没有写明应有几次\n"
            "   2 | 每年召开会议，每少一次扣1分\n"
            "     |                 ^^^^^^\n");
}

TEST(RenderFindings, NamesThePlaceInTheDocumentWhereItIsKnown) {
  EXPECT_THAT(RenderOne(TargetMissing({0, 1}, {0, 1, 4, 5}), "扣分", "notice.txt"),
              HasSubstr("notice.txt:表1第4行第5列: 警告"));
  EXPECT_THAT(RenderOne(TargetMissing({0, 1}, {3, 0, 0, 0}), "扣分"), HasSubstr("第3段: 警告"));
  EXPECT_THAT(RenderOne(TargetMissing({0, 1}, {0, 1, 4, 5}), "扣分", "", Language::kEnglish),
              HasSubstr("table 1, row 4, column 5: warning[target-missing]: the required"));
}

TEST(RenderFindings, ASpanWithoutLengthPointsAtOneColumn) {
  EXPECT_EQ(RenderOne(TargetMissing({2, 2}), "扣分"),
            "1:3: 警告[target-missing]: 没有写明应有几次\n"
            "   1 | 扣分\n"
            "     |     ^\n");
}

TEST(RenderFindings, NothingIsQuotedWithoutAText) {
  EXPECT_EQ(RenderOne(TargetMissing({0, 0}), ""), "1:1: 警告[target-missing]: 没有写明应有几次\n");
}

TEST(RenderFindings, CountsWhatItDoesNotShow) {
  const Diagnostic diagnostic = TargetMissing({0, 1});
  const std::vector<Finding> findings(103, Finding{&diagnostic, "扣分"});
  const std::string out = RenderFindings(findings, "", Language::kChinese);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 100 * 3 + 1);
  EXPECT_THAT(out, testing::EndsWith("另有3条未列出。\n"));
}

}  // namespace
}  // namespace kaoping
