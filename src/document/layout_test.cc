// Words and ruling lines on pages → paragraphs and tables.

#include "document/layout.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/blocks_test.h"
#include "document/builder.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr double kEm = 10;

// A page of 200 by 300 points, whose text runs from 20 to 180: sixteen characters.
class Sheet {
 public:
  Sheet() {
    page_.width = 200;
    page_.height = 300;
  }

  // Words of one size that begin here; the middle of their line is `y`.
  Sheet& Text(double x, double y, const std::string& text, double em = kEm) {
    double ems = 0;
    for (const char32_t c : DecodeUtf8(text)) ems += c < 0x80 ? 0.5 : 1;
    page_.words.push_back({{x, y - 0.65 * em, x + ems * em, y + 0.65 * em}, text});
    return *this;
  }

  Sheet& Rule(double left, double top, double right, double bottom) {
    page_.rules.push_back({left, top, right, bottom});
    return *this;
  }
  // Rules at these places, each as long as the others reach.
  Sheet& Rules(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double x : xs) Rule(x, ys.front(), x, ys.back());
    for (const double y : ys) Rule(xs.front(), y, xs.back(), y);
    return *this;
  }
  Sheet& Picture() {
    page_.has_large_picture = true;
    return *this;
  }

  Page page() const { return page_; }

 private:
  Page page_;
};

// In short, or the code of a refusal.
std::vector<std::string> BlocksOf(const std::vector<Sheet>& sheets) {
  std::vector<Page> pages;
  pages.reserve(sheets.size());
  for (const Sheet& sheet : sheets) pages.push_back(sheet.page());
  const Result<std::vector<Block>> blocks = LayOut("通知.pdf", std::move(pages));
  if (blocks) return InShort(*blocks);
  EXPECT_THAT(blocks.error().message.zh, HasSubstr("通知.pdf"));
  EXPECT_THAT(blocks.error().message.en, HasSubstr("通知.pdf"));
  return {blocks.error().code};
}

// ---- Paragraphs ---------------------------------------------------------------------------------

TEST(LayoutText, FullLinesAreJoinedUntilAShortOne) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(20, 60, "一二三四五六七八九十一二三四五六")
                            .Text(20, 75, "七八九十。")
                            .Text(20, 90, "一二三四五六七八九十一二三四五六")
                            .Text(20, 105, "七八九十。")}),
              ElementsAre("段 一二三四五六七八九十一二三四五六七八九十。",
                          "段 一二三四五六七八九十一二三四五六七八九十。"));
}

TEST(LayoutText, AnIndentedLineBeginsAParagraph) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(40, 60, "一二三四五六七八九十一二三四")
                            .Text(20, 75, "五六七八九十五六七八九十一二三四")
                            .Text(40, 90, "甲乙丙丁")}),
              ElementsAre("段 一二三四五六七八九十一二三四五六七八九十五六七八九十一二三四",
                          "段 甲乙丙丁"));
}

TEST(LayoutText, AMarkThatMayBeginNoLineMakesTheOneBeforeShorter) {
  EXPECT_THAT(
      BlocksOf(
          {Sheet().Text(20, 60, "一二三四五六七八九十一二三四五").Text(20, 75, "六，七八九十")}),
      ElementsAre("段 一二三四五六七八九十一二三四五六，七八九十"));
}

TEST(LayoutText, TitlesSignaturesAndOtherSizesStandAlone) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(55, 60, "通知的题目", 18)
                            .Text(80, 90, "二级标题")
                            .Text(20, 105, "各区：")
                            .Text(120, 120, "东江市考评办")
                            .Text(120, 135, "3月5日印发了")}),
              ElementsAre("段 通知的题目", "段 二级标题", "段 各区：", "段 东江市考评办",
                          "段 3月5日印发了"));
}

TEST(LayoutText, AParagraphGoesOnOverThePage) {
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 250, "一二三四五六七八九十一二三四五六"),
                        Sheet().Text(20, 60, "七八九十。")}),
              ElementsAre("段 一二三四五六七八九十一二三四五六七八九十。"));
}

TEST(LayoutText, BlanksStandOnlyWhereTheyAreWide) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(20, 60, "南通2017")
                            .Text(62, 60, "年度")
                            .Text(85, 60, "法治")
                            .Text(20, 90, "one")
                            .Text(38, 90, "two")}),
              ElementsAre("段 南通2017年度 法治", "段 one two"));
}

TEST(LayoutText, PageNumbersAndRepeatedHeadsRunAlong) {
  EXPECT_THAT(
      BlocksOf({Sheet().Text(20, 20, "东江市文件").Text(20, 60, "甲。").Text(90, 285, "－1－"),
                Sheet().Text(20, 20, "东江市文件").Text(20, 60, "乙。").Text(70, 285, "第2页共3页"),
                Sheet().Text(20, 20, "东江市文件").Text(20, 60, "丙。").Text(90, 285, "3")}),
      ElementsAre("段 东江市文件", "段 甲。", "段 乙。", "段 丙。"));
}

TEST(LayoutText, NothingIsShownBelowAPageNumber) {
  EXPECT_THAT(
      BlocksOf({Sheet().Text(20, 60, "甲。").Text(90, 280, "Page 1").Text(20, 295, "普法")}),
      ElementsAre("段 甲。"));
}

TEST(LayoutText, FiguresThatAreNoPageNumbersStay) {
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "一共").Text(20, 285, "2024-05-03")}),
              ElementsAre("段 一共", "段 2024-05-03"));
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "甲").Text(20, 150, "12")}),
              ElementsAre("段 甲", "段 12"));
}

// ---- Ruled tables -------------------------------------------------------------------------------

TEST(LayoutTable, RulesPartCellsWhateverTheGaps) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Rules({20, 60, 180}, {50, 70, 110})
                            .Text(22, 60, "项目")
                            .Text(62, 60, "标准")
                            .Text(22, 90, "述法")
                            .Text(62, 80, "未述法的，一次扣一分；")
                            .Text(62, 95, "迟交的扣二分")
                            .Text(20, 130, "注：完")}),
              ElementsAre("表 2×2", "1,1 项目", "1,2 标准", "2,1 述法",
                          "2,2 未述法的，一次扣一分；迟交的扣二分", "段 注：完"));
}

TEST(LayoutTable, AMissingRuleMergesCells) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Rule(20, 50, 180, 50)
                            .Rule(60, 70, 180, 70)
                            .Rule(20, 90, 180, 90)
                            .Rule(20, 110, 180, 110)
                            .Rule(20, 50, 20, 110)
                            .Rule(60, 50, 60, 90)
                            .Rule(180, 50, 180, 110)
                            .Text(22, 70, "责任")
                            .Text(62, 60, "甲")
                            .Text(62, 80, "乙")
                            .Text(22, 100, "二、加分")}),
              ElementsAre("表 3×2", "1,1[2×1] 责任", "1,2 甲", "2,2 乙", "3,1[1×2] 二、加分"));
}

TEST(LayoutTable, MergedCellsAreRectangles) {
  // A rule ends halfway, so that three of four units are one.
  EXPECT_THAT(BlocksOf({Sheet()
                            .Rules({20, 180}, {50, 90})
                            .Rule(100, 50, 100, 70)
                            .Rule(20, 70, 100, 70)
                            .Rule(20, 110, 180, 110)
                            .Rule(20, 90, 20, 110)
                            .Rule(180, 90, 180, 110)
                            .Text(22, 60, "甲")
                            .Text(102, 60, "乙")
                            .Text(22, 80, "丙")
                            .Text(22, 100, "丁")}),
              ElementsAre("表 2×1", "1,1 甲 乙\n丙", "2,1 丁"));
}

TEST(LayoutTable, RulesMayBeBrokenDoubleOrOpenAtTheSides) {
  Sheet sheet;
  for (const double y : {50.0, 51.5, 70.0, 90.0}) {
    sheet.Rule(20, y, 59, y).Rule(61, y, 119, y).Rule(121, y, 180, y);
  }
  sheet.Rule(60, 51, 60, 69).Rule(60, 71, 60, 89).Rule(120, 50, 120, 90);
  EXPECT_THAT(BlocksOf({sheet.Text(22, 60, "甲")
                            .Text(62, 60, "乙")
                            .Text(122, 60, "丙")
                            .Text(22, 80, "一")
                            .Text(62, 80, "二")
                            .Text(122, 80, "三")}),
              ElementsAre("表 2×3", "1,1 甲", "1,2 乙", "1,3 丙", "2,1 一", "2,2 二", "2,3 三"));
}

TEST(LayoutTable, AFrameOrAnUnderlineIsNone) {
  EXPECT_THAT(
      BlocksOf({Sheet().Rules({20, 180}, {50, 80}).Rule(20, 100, 180, 100).Text(30, 65, "甲。")}),
      ElementsAre("段 甲。"));
}

TEST(LayoutTable, CharactersOneBelowTheOtherAreAWord) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Rules({20, 60, 180}, {50, 110})
                            .Text(35, 60, "责")
                            .Text(35, 75, "任")
                            .Text(35, 90, "制")
                            .Text(62, 60, "甲")}),
              ElementsAre("表 1×2", "1,1 责任制", "1,2 甲"));
}

TEST(LayoutTable, NumberedParagraphsOfACellArePartedThoughLinesAreFull) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Rules({20, 60, 104}, {50, 110})
                            .Text(22, 60, "甲")
                            .Text(62, 60, "1.未报一次扣；")
                            .Text(62, 75, "2.迟报的，扣")
                            .Text(62, 90, "一分")}),
              ElementsAre("表 1×2", "1,1 甲", "1,2 1.未报一次扣；\n2.迟报的，扣一分"));
}

// ---- Tables over pages --------------------------------------------------------------------------

// A table of three columns with its head, whose body is to follow.
Sheet Head() { return Sheet().Text(22, 40, "项目").Text(62, 40, "内容").Text(122, 40, "标准"); }

TEST(LayoutTable, GoesOnOverPagesWithoutItsRepeatedHead) {
  EXPECT_THAT(BlocksOf({Head()
                            .Rules({20, 60, 120, 180}, {30, 50, 70})
                            .Text(22, 60, "一")
                            .Text(62, 60, "甲")
                            .Text(122, 60, "扣一分")
                            .Text(90, 285, "1"),
                        Head()
                            .Rules({20, 60, 120, 180}, {30, 50, 70})
                            .Text(22, 60, "二")
                            .Text(62, 60, "乙")
                            .Text(122, 60, "扣二分")
                            .Text(90, 285, "2")}),
              ElementsAre("表 3×3", "1,1 项目", "1,2 内容", "1,3 标准", "2,1 一", "2,2 甲",
                          "2,3 扣一分", "3,1 二", "3,2 乙", "3,3 扣二分"));
}

TEST(LayoutTable, ARowThatThePageCutsIsOne) {
  EXPECT_THAT(BlocksOf({Head()
                            .Rules({20, 60, 120, 184}, {30, 50, 70})
                            .Text(22, 60, "一")
                            .Text(62, 60, "甲")
                            .Text(122, 60, "没有建立的，"),
                        Sheet().Rules({20, 60, 120, 184}, {30, 50}).Text(122, 40, "扣一分")}),
              ElementsAre("表 2×3", "1,1 项目", "1,2 内容", "1,3 标准", "2,1 一", "2,2 甲",
                          "2,3 没有建立的，扣一分"));
}

TEST(LayoutTable, ARowMayFillAPageAndMore) {
  const auto page = [](const std::string& words) {
    return Sheet().Rules({20, 60, 124}, {30, 50}).Text(62, 40, words);
  };
  EXPECT_THAT(
      BlocksOf({page("没有建立的，").Text(22, 40, "甲"), page("或者没有报，"), page("扣一分"),
                page("乙").Text(22, 40, "乙")}),
      ElementsAre("表 2×2", "1,1 甲", "1,2 没有建立的，或者没有报，扣一分", "2,1 乙", "2,2 乙"));
}

TEST(LayoutTable, ATitleOfASectionThatThePageCutsIsOne) {
  // Two rows on each page; the title stands in the middle of all four.
  const auto page = [](double begin) {
    return Sheet()
        .Rules({60, 180}, {begin, begin + 20, begin + 40})
        .Rule(20, begin, 60, begin)
        .Rule(20, begin + 40, 60, begin + 40)
        .Rule(20, begin, 20, begin + 40);
  };
  EXPECT_THAT(BlocksOf({page(30).Text(30, 62, "依法").Text(62, 40, "甲").Text(62, 60, "乙"),
                        page(30).Text(30, 38, "行政").Text(62, 40, "丙").Text(62, 60, "丁")}),
              ElementsAre("表 4×2", "1,1[4×1] 依法行政", "1,2 甲", "2,2 乙", "3,2 丙", "4,2 丁"));
  EXPECT_THAT(BlocksOf({page(30).Text(62, 40, "甲").Text(62, 60, "乙"),
                        page(30).Text(30, 50, "行政").Text(62, 40, "丙").Text(62, 60, "丁")}),
              ElementsAre("表 4×2", "1,1[4×1] 行政", "1,2 甲", "2,2 乙", "3,2 丙", "4,2 丁"));
}

TEST(LayoutTable, ATitleInTheMiddleOfItsRowsEndsWithThePage) {
  const auto page = [] {
    return Sheet()
        .Rules({60, 180}, {30, 50, 70, 90})
        .Rules({20, 60}, {30, 90})
        .Text(62, 40, "甲一")
        .Text(62, 60, "乙一")
        .Text(62, 80, "丙一");
  };
  // The title of the second page's rows stands on the third.
  EXPECT_THAT(
      BlocksOf({page().Text(30, 60, "普法"), page(), page().Text(30, 34, "执法")}),
      ElementsAre("表 9×2", "1,1[3×1] 普法", "1,2 甲一", "2,2 乙一", "3,2 丙一", "4,1[6×1] 执法",
                  "4,2 甲一", "5,2 乙一", "6,2 丙一", "7,2 甲一", "8,2 乙一", "9,2 丙一"));
  // One that stands at the head goes on.
  EXPECT_THAT(BlocksOf({page().Text(30, 38, "普法"), page()}),
              ElementsAre("表 6×2", "1,1[6×1] 普法", "1,2 甲一", "2,2 乙一", "3,2 丙一", "4,2 甲一",
                          "5,2 乙一", "6,2 丙一"));
}

TEST(LayoutTable, ASectionThatBeginsAtTheHeadOfAPageIsItsOwn) {
  EXPECT_THAT(
      BlocksOf(
          {Sheet().Rules({20, 60, 180}, {30, 50}).Text(30, 40, "组织").Text(62, 40, "未报的扣一分"),
           Sheet()
               .Rules({20, 60, 180}, {30, 50})
               .Text(30, 40, "普法")
               .Text(62, 40, "未办的扣一分")}),
      ElementsAre("表 2×2", "1,1 组织", "1,2 未报的扣一分", "2,1 普法", "2,2 未办的扣一分"));
}

TEST(LayoutTable, AnotherTableOnTheNextPageIsItsOwn) {
  EXPECT_THAT(
      BlocksOf({Sheet().Rules({20, 60, 180}, {30, 50}).Text(30, 40, "甲").Text(62, 40, "乙"),
                Sheet().Rules({20, 100, 180}, {30, 50}).Text(30, 40, "丙").Text(102, 40, "丁")}),
      ElementsAre("表 1×2", "1,1 甲", "1,2 乙", "表 1×2", "1,1 丙", "1,2 丁"));
}

// ---- Tables without rules -----------------------------------------------------------------------

TEST(LayoutColumns, AreToldByGaps) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(20, 40, "考评表如下。")
                            .Text(20, 60, "序号")
                            .Text(60, 60, "内容")
                            .Text(140, 60, "分值")
                            .Text(20, 75, "1")
                            .Text(60, 75, "建立责任制")
                            .Text(140, 75, "5")
                            .Text(60, 90, "并述法")
                            .Text(20, 105, "2")
                            .Text(60, 105, "普法")
                            .Text(140, 105, "4")}),
              ElementsAre("段 考评表如下。", "表 3×3", "1,1 序号", "1,2 内容", "1,3 分值", "2,1 1",
                          "2,2 建立责任制并述法", "2,3 5", "3,1 2", "3,2 普法", "3,3 4"));
}

TEST(LayoutColumns, LinesThatAllGoOnBeginNoRow) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(10, 60, "序号")
                            .Text(40, 60, "内容")
                            .Text(100, 60, "标准")
                            .Text(170, 60, "分值")
                            .Text(10, 75, "1")
                            .Text(40, 75, "建立责任")
                            .Text(100, 75, "没有报的，")
                            .Text(170, 75, "5")
                            .Text(40, 90, "制")
                            .Text(100, 90, "扣一分")
                            .Text(10, 110, "2")
                            .Text(40, 110, "普法")
                            .Text(100, 110, "扣二分")
                            .Text(170, 110, "4")}),
              ElementsAre("表 3×4", "1,1 序号", "1,2 内容", "1,3 标准", "1,4 分值", "2,1 1",
                          "2,2 建立责任制", "2,3 没有报的，扣一分", "2,4 5", "3,1 2", "3,2 普法",
                          "3,3 扣二分", "3,4 4"));
}

TEST(LayoutColumns, LinesOfAHigherCellMayStandAroundTheOthers) {
  EXPECT_THAT(BlocksOf({Sheet()
                            .Text(20, 60, "序号")
                            .Text(60, 60, "内容")
                            .Text(140, 60, "分值")
                            .Text(60, 75, "建立责任制")
                            .Text(20, 82, "1")
                            .Text(140, 82, "5")
                            .Text(60, 89, "并述法")
                            .Text(20, 110, "2")
                            .Text(60, 110, "普法")
                            .Text(140, 110, "4")}),
              ElementsAre("表 3×3", "1,1 序号", "1,2 内容", "1,3 分值", "2,1 1",
                          "2,2 建立责任制并述法", "2,3 5", "3,1 2", "3,2 普法", "3,3 4"));
}

TEST(LayoutColumns, AWideGapInALineIsNoTable) {
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "单位：").Text(120, 60, "日期：")}),
              ElementsAre("段 单位： 日期："));
}

// ---- Refusals -----------------------------------------------------------------------------------

TEST(Layout, PagesWithoutWordsAreRefused) {
  EXPECT_THAT(BlocksOf({}), ElementsAre("file-empty"));
  EXPECT_THAT(BlocksOf({Sheet()}), ElementsAre("file-empty"));
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "甲"), Sheet().Picture()}),
              ElementsAre("file-scanned"));
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "甲").Picture()}), ElementsAre("段 甲"));
}

TEST(Layout, CharactersThatStandForNothingAreRefused) {
  EXPECT_THAT(BlocksOf({Sheet().Text(20, 60, "\uE001\uE002甲")}), ElementsAre("file-garbled"));
}

TEST(Layout, TooMuchIsRefused) {
  EXPECT_THAT(BlocksOf(std::vector<Sheet>(kMostPages + 1, Sheet().Text(20, 60, "甲"))),
              ElementsAre("file-unpacked-too-large"));
  Sheet sheet;
  sheet.Rules({20, 60, 180}, {20, 280}).Text(22, 40, "甲");
  for (int i = 0; i < 1'100; ++i) sheet.Text(62, 30 + i * 0.2, "一二三四五六七八九十");
  EXPECT_THAT(BlocksOf({sheet}), ElementsAre("file-cell-too-long"));
}

TEST(Layout, AbsurdPlacesDoNoHarm) {
  Sheet sheet;
  for (int i = 0; i < 3'000; ++i) sheet.Rule(i * 5, 0, i * 5, 300).Rule(0, i * 5, 200, i * 5);
  sheet.Text(-1e6, 1e6, "甲").Text(1e6, -1e6, "乙", 1e5).Text(20, 60, "丙", 1e-3);
  EXPECT_THAT(BlocksOf({sheet}), ElementsAre("段 丙"));
}

}  // namespace
}  // namespace kaoping::document
