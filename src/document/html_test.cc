// Web pages: what a browser would show, and pages made to harm.

#include <gmock/gmock.h>

#include <string>

#include "document/blocks_test.h"
#include "document/builder.h"
#include "document/decode.h"
#include "document/office_files_test.h"
#include "document/read.h"

namespace kaoping::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace std::string_literals;

// The blocks in short, or the code of a refusal.
std::vector<std::string> BlocksOf(const std::string& page) {
  const Result<Document> document = ReadDocument("通知.html", page);
  if (!document) {
    EXPECT_THAT(document.error().message.zh, HasSubstr("通知.html"));
    return {document.error().code};
  }
  return InShort(document->blocks);
}

std::string Repeat(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

// ---- Paragraphs ---------------------------------------------------------------------------------

TEST(HtmlReader, BlocksAndBreaksPartParagraphs) {
  EXPECT_THAT(BlocksOf("<!DOCTYPE html><title>网页</title><h1>通知</h1>前<div>一<p>二<b>三</b>"
                       "四<br>五</div>六<hr>七"),
              ElementsAre("段 通知", "段 前", "段 一", "段 二三四", "段 五", "段 六", "段 七"));
}

TEST(HtmlReader, BlanksRunTogetherAndBreaksBetweenChineseCharactersAreNone) {
  EXPECT_THAT(BlocksOf("<p>  考评\n  办法&nbsp;&nbsp; 2017\n年 </p><p>法治\n建设&#12288;A\nB</p>"),
              ElementsAre("段 考评 办法 2017 年", "段 法治建设　A B"));
  EXPECT_THAT(BlocksOf("<pre>一  二\n三</pre>"), ElementsAre("段 一 二", "段 三"));
}

TEST(HtmlReader, EntitiesAreCharacters) {
  EXPECT_THAT(BlocksOf("<p>&lt;90&#20998;&amp;&ldquo;甲&rdquo;&#1;&#xD800;</p>"),
              ElementsAre("段 <90分&“甲”\uFFFD"));
}

TEST(HtmlReader, WhatIsNotShownIsLeftOut) {
  EXPECT_THAT(BlocksOf("<head><style>a{}</style></head><nav>首页</nav><script>a</script><!-- 注 -->"
                       "<p hidden>甲</p><p style='color:red; Display : none'>乙</p>"
                       "<span style='mso-hide:all'>丙</span><template>丁</template>"
                       "<select><option>戊</select><p>己</p>"),
              ElementsAre("段 己"));
}

TEST(HtmlReader, OrderedListsHaveNumbers) {
  EXPECT_THAT(BlocksOf("<ol start=3><li>甲<li value=7><p>乙<p>丙</ol><ol type=a><li>丁</ol>"
                       "<ul><li>戊</ul><ol style='list-style: none'><li>1、己</ol>"),
              ElementsAre("段 3.甲", "段 7.乙", "段 丙", "段 a.丁", "段 戊", "段 1、己"));
}

// ---- Tables -------------------------------------------------------------------------------------

TEST(HtmlReader, CellsSpanRowsAndColumns) {
  EXPECT_THAT(BlocksOf("<table><caption>考评表</caption>"
                       "<tr><th colspan=3>标题<tr><td rowspan=2>一<td>甲<td>1分"
                       "<tr><td><p>乙<p>丙<td>2分</table>"),
              ElementsAre("段 考评表", "表 3×3", "1,1[1×3] 标题", "2,1[2×1] 一", "2,2 甲",
                          "2,3 1分", "3,2 乙\n丙", "3,3 2分"));
}

TEST(HtmlReader, TheFootComesLastAndPartsEndTheirCells) {
  EXPECT_THAT(BlocksOf("<table><tfoot><tr><td>合计<td>9</tfoot>"
                       "<thead><tr><th rowspan=5>项目<th>分值</thead>"
                       "<tbody><tr><td rowspan=0>一<td>4<tr><td>5</tbody></table>"),
              ElementsAre("表 4×2", "1,1 项目", "1,2 分值", "2,1[2×1] 一", "2,2 4", "3,2 5",
                          "4,1 合计", "4,2 9"));
}

TEST(HtmlReader, OnlyColumnsInWhichCellsBeginCount) {
  EXPECT_THAT(BlocksOf("<table><tr><td colspan=1000000>标题<tr><td colspan=3>一<td>二</table>"),
              ElementsAre("表 2×2", "1,1[1×2] 标题", "2,1 一", "2,2 二"));
}

TEST(HtmlReader, NoCellLiesOverAnother) {
  EXPECT_THAT(BlocksOf("<table><tr><td>一<td rowspan=2>二<tr><td colspan=2>三<td>四</table>"),
              ElementsAre("表 2×3", "1,1 一", "1,2[2×1] 二", "2,1 三", "2,3 四"));
}

TEST(HtmlReader, HiddenRowsAndCellsAreNone) {
  EXPECT_THAT(BlocksOf("<table><tr style='display:none'><td>零<td>零"
                       "<tr><td>一<td hidden>隐<td>二</table>"),
              ElementsAre("表 1×2", "1,1 一", "1,2 二"));
}

TEST(HtmlReader, ATableForLayoutIsTransparent) {
  const std::string inner = "<table><tr><td>项目<td>标准</table>";
  EXPECT_THAT(BlocksOf("<table><tr><td>左<td>通知" + inner + "</table>"),
              ElementsAre("段 左", "段 通知", "表 1×2", "1,1 项目", "1,2 标准"));
  EXPECT_THAT(BlocksOf("<table><tr><td>通知" + inner + "</table>"),
              ElementsAre("段 通知", "表 1×2", "1,1 项目", "1,2 标准"));
  EXPECT_THAT(BlocksOf("<table role=presentation><tr><td>左<td>右</table>"),
              ElementsAre("段 左", "段 右"));
  EXPECT_THAT(BlocksOf("<table><tr><td>一<td>甲<table><tr><td>框</table></table>"),
              ElementsAre("表 1×2", "1,1 一", "1,2 甲\n框"));
}

// ---- Encodings ----------------------------------------------------------------------------------

TEST(DecodeHtml, AMarkOrTheDeclarationDecides) {
  const std::string gb = "<meta charset=GBK><p>\xBF\xBC\xC6\xC0";
  EXPECT_THAT(BlocksOf(gb), ElementsAre("段 考评"));
  // GB18030 that could be UTF-8 as well: 联通.
  EXPECT_EQ(
      *DecodeHtml("a", "<META http-equiv=a content='text/html; charset=gb2312'>\xC1\xAA\xCD\xA8"),
      "<META http-equiv=a content='text/html; charset=gb2312'>联通");
  EXPECT_THAT(BlocksOf("<meta charset=iso-8859-1><p>考评"), ElementsAre("段 考评"));
  EXPECT_THAT(BlocksOf("<meta charset=utf-8><p>\xBF\xBC\xC6\xC0"), ElementsAre("段 考评"));
  EXPECT_THAT(BlocksOf("\xEF\xBB\xBF<meta charset=gbk><p>考评"), ElementsAre("段 考评"));
  EXPECT_THAT(BlocksOf("<meta charset=\"Big5\"><p>\xA6\xD2"), ElementsAre("file-encoding"));
  EXPECT_THAT(BlocksOf("<meta charset=gbk><p>\xFF\xFF"), ElementsAre("file-encoding"));
}

// ---- Made to harm -------------------------------------------------------------------------------

TEST(HostileHtml, WhatIsNoTextOrHasNoWordsIsRefused) {
  EXPECT_THAT(BlocksOf("<p>甲\0乙"s), ElementsAre("file-not-text"));
  EXPECT_THAT(BlocksOf("<meta charset=gbk>\0<p>"s), ElementsAre("file-not-text"));
  EXPECT_THAT(BlocksOf(""), ElementsAre("file-empty"));
  EXPECT_THAT(BlocksOf("<p>&nbsp;<img src=a>"), ElementsAre("file-empty"));
  EXPECT_THAT(BlocksOf(MakeDocx(P("考评"))), ElementsAre("file-mislabelled"));
}

TEST(HostileHtml, WhatIsLeftOpenIsClosed) {
  EXPECT_THAT(BlocksOf("<table><tr><td>一<td>二<p title='"),
              ElementsAre("表 1×2", "1,1 一", "1,2 二"));
  EXPECT_THAT(BlocksOf("甲<!--乙"), ElementsAre("段 甲"));
  EXPECT_THAT(BlocksOf("甲</p></td></table></body>乙<"), ElementsAre("段 甲", "段 乙<"));
}

TEST(HostileHtml, DeepNestingIsRefused) {
  EXPECT_THAT(BlocksOf(Repeat("<div>", 190) + "甲"), ElementsAre("段 甲"));
  EXPECT_THAT(BlocksOf(Repeat("<div>", 250) + "甲"), ElementsAre("file-too-deep"));
  for (const char* const tag : {"<div>", "<b>", "<table><tr><td>", "<div></i>", "<a><div></a>"}) {
    EXPECT_THAT(BlocksOf(Repeat(tag, 100'000)), ElementsAre("file-too-deep")) << tag;
  }
}

TEST(HostileHtml, ElementsThatMultiplyAreRefused) {
  std::string page;
  for (int i = 0; i < 4'000; ++i) page += "<p><font color=" + std::to_string(i) + ">";
  EXPECT_THAT(BlocksOf(page), ElementsAre(testing::StartsWith("file-")));
}

TEST(HostileHtml, TheLimitsHold) {
  EXPECT_THAT(BlocksOf("<table><tr><td>一<td>" + std::string(kLongestCell + 1, 'x')),
              ElementsAre("file-cell-too-long"));
  EXPECT_THAT(BlocksOf(Repeat("a<br>", kMostParts + 1)), ElementsAre("file-too-many-parts"));
  EXPECT_THAT(BlocksOf("<table><tr>" + Repeat("<td>a", 20'000) + "</table>").size(), 10'001U);
  EXPECT_THAT(BlocksOf(Repeat("<i></i>", 2'000'000)), ElementsAre("file-unpacked-too-large"));
}

}  // namespace
}  // namespace kaoping::document
