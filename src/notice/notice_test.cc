#include "notice/notice.h"

#include <gmock/gmock.h>

#include "document/read.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Result<Notice> ReadText(const std::string& text) {
  return ReadNotice(*document::ReadDocument("通知.txt", text));
}

const std::string kTable =
    "项目\t内容\t责任处室\t评分标准\n"
    "组织领导\t健全机构\t办公室\t机构不健全的扣1分\n";

// The parts of a notice with a small table between `above` and `below`.
Parts PartsOf(const std::string& above, const std::string& below = "") {
  const Result<Notice> notice = ReadText(above + "\n" + kTable + "\n" + below);
  EXPECT_TRUE(notice);
  return notice->parts;
}

std::vector<std::string> Texts(const std::vector<PlacedText>& placed) {
  std::vector<std::string> texts;
  for (const PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

std::vector<std::string> Codes(const Notice& notice) {
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : notice.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

// ---- Parts --------------------------------------------------------------------------------------

TEST(NoticeParts, ATitleTornOverLinesIsJoined) {
  const Parts parts = PartsOf(
      "某市商务局文件\n某商发〔2018〕7号\n关于印发《某市商务局2018年度\n平安建设考评办法》的 "
      "通知\n各处室：\n");
  EXPECT_EQ(parts.title.text, "关于印发《某市商务局2018年度平安建设考评办法》的通知");
  EXPECT_EQ(parts.title.place, (Place{3, 0, 0, 0}));
  EXPECT_THAT(Texts(parts.addressees), ElementsAre("各处室"));
}

TEST(NoticeParts, TheIssuersLineIsNoPartOfTheTitle) {
  const Parts parts = PartsOf("某市商务局文件\n关于考评的通知\n");
  EXPECT_EQ(parts.issuer.text, "某市商务局");
  EXPECT_EQ(parts.title.text, "关于考评的通知");
}

TEST(NoticeParts, ANumberInAnyFormIsSettledAndTold) {
  const Result<Notice> notice = ReadText("某商发[2018]第007号\n关于考评的通知\n" + kTable);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->parts.number.text, "某商发〔2018〕7号");
  EXPECT_THAT(Codes(*notice), ElementsAre("number-form"));
  EXPECT_THAT(notice->diagnostics[0].message.zh, HasSubstr("某商发[2018]第007号"));
}

TEST(NoticeParts, ANumberWithinASentenceIsNotTheNoticesOwn) {
  const Parts parts = PartsOf("关于考评的通知\n按照某委〔2018〕3号文件要求，现通知如下。\n");
  EXPECT_EQ(parts.number.text, "");
  EXPECT_EQ(parts.title.text, "关于考评的通知");
}

TEST(NoticeParts, TheIssuerMaySignInsteadOfHeading) {
  const Parts parts = PartsOf(
      "关于做好考评工作的通知\n各处室：\n现将有关事项通知如下。\n某市商务局\n2018年3月5日\n");
  EXPECT_EQ(parts.issuer.text, "某市商务局");
  EXPECT_EQ(parts.issuer.place, (Place{4, 0, 0, 0}));
}

TEST(NoticeParts, CitedDocumentsComeOnceEachInOrder) {
  const Parts parts = PartsOf(
      "关于转发《全市平安建设考核办法》的通知\n各处室：\n"
      "根据《全市平安建设考核办法》（某委〔2018〕3号）和《关于落实〈责任书〉的意见》(某办[2018]9号)"
      "、"
      "《工作要点》（试行）要求，制定本办法。\n");
  ASSERT_EQ(parts.cites.size(), 3U);
  EXPECT_EQ(parts.cites[0].title, "全市平安建设考核办法");
  EXPECT_EQ(parts.cites[1].title, "关于落实〈责任书〉的意见");
  EXPECT_EQ(parts.cites[1].number, "某办〔2018〕9号");
  EXPECT_EQ(parts.cites[2].number, "");
}

TEST(NoticeParts, ACitationGetsItsNumberWhereTheNumberStands) {
  const Parts parts = PartsOf(
      "关于转发《全市平安建设考核办法》的通知\n各处室：\n"
      "根据《全市平安建设考核办法》（某委〔2018〕3号）要求，制定本办法。\n");
  ASSERT_EQ(parts.cites.size(), 1U);
  EXPECT_EQ(parts.cites[0].number, "某委〔2018〕3号");
}

TEST(NoticeParts, WhatTheNoticeIssuesItselfIsNoCitation) {
  const Parts parts = PartsOf(
      "关于印发《2018年任务分解表》的通知\n各处室：\n"
      "现将《2018年任务分解表》印发你们，请对照《责任书》落实。\n附件：1.2018年任务分解表\n"
      "2.名单\n");
  ASSERT_EQ(parts.cites.size(), 1U);
  EXPECT_EQ(parts.cites[0].title, "责任书");
  EXPECT_THAT(Texts(parts.attachments), ElementsAre("2018年任务分解表", "名单"));
}

TEST(NoticeParts, TheImprintIsReadOnOneLineOrTwo) {
  for (const char* imprint :
       {"某市商务局办公室　　2018年3月5日印发\n", "某市商务局办公室\n二〇一八年三月五日 印发\n"}) {
    const Parts parts =
        PartsOf("关于考评的通知\n", std::string("抄送：市委办，市府办。\n") + imprint);
    EXPECT_EQ(parts.printed_by.text, "某市商务局办公室");
    ASSERT_TRUE(parts.printed_on);
    EXPECT_EQ(parts.printed_on->ToString(), "2018-03-05");
    EXPECT_THAT(Texts(parts.copies_to), ElementsAre("市委办", "市府办"));
  }
}

TEST(NoticeParts, WhatIsNotSaidIsAbsent) {
  const Parts parts = PartsOf("2018年度考评表\n");
  EXPECT_EQ(parts, Parts());
}

std::string TitleOver(const std::string& above) {
  return ReadText(above + kTable)->table.title.text;
}

TEST(NoticeTable, TheTitleStandsBehindTheAttachmentMarkOrAboveTheTable) {
  EXPECT_EQ(TitleOver("关于考评的通知\n附件1\n2018年度考评表\n填报单位：\n"), "2018年度考评表");
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：\n2018年度任务\n分解表\n（单位：分）\n"),
            "2018年度任务分解表");
  for (const char* mark : {"附件二", "附件２", "某商发〔2018〕7号附件2", "附件2："}) {
    EXPECT_EQ(TitleOver("关于考评的通知\n附件1\n考评办法\n一、总则\n按下表考评。\n" +
                        std::string(mark) + "\n2018年度考评表\n"),
              "2018年度考评表")
        << mark;
  }
  EXPECT_EQ(TitleOver("关于考评的通知\n现通知如下。\n2018年度考评表\n（单位：分）\n"),
            "2018年度考评表");
}

TEST(NoticeTable, WithoutATitleItIsCalledLikeTheAttachmentTheNoticeOrTheFile) {
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：甲表\n内容如下。\n"), "甲表");
  EXPECT_EQ(TitleOver("关于考评的通知\n附件：1.甲表\n2.乙表\n内容如下。\n附件2：乙表\n"), "乙表");
  EXPECT_EQ(TitleOver("关于考评的通知\n内容如下。\n"), "关于考评的通知");
  EXPECT_EQ(TitleOver(""), "通知");
}

// ---- The table ----------------------------------------------------------------------------------

AppraisalTable TableOf(const std::string& table) {
  const Result<Notice> notice = ReadText("2018年度考评表\n" + table);
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice->table;
}

std::vector<Role> RolesOf(const std::string& head) {
  std::vector<Role> roles;
  for (const Column& column : TableOf(head + "\n一\t二\t三\t四\t五\t六\n").columns) {
    roles.push_back(column.role);
  }
  return roles;
}

TEST(NoticeTable, ColumnsAreKnownByTheWordsOfTheHead) {
  using enum Role;
  EXPECT_THAT(RolesOf("序号\t考核项目\t考核内容\t标准分\t评分细则\t备注"),
              ElementsAre(kIgnored, kSection, kContent, kBase, kCriterion, kIgnored));
  EXPECT_THAT(RolesOf("类别\t工作任务\t佐证材料\t牵头单位\t配合单位\t计分办法"),
              ElementsAre(kSection, kContent, kDeliverable, kOffice, kOffice, kCriterion));
  EXPECT_THAT(RolesOf("项目\t考核标准\t扣分标准"), ElementsAre(kSection, kContent, kCriterion));
  EXPECT_THAT(RolesOf("项目\t扣分标准\t考核标准"), ElementsAre(kSection, kCriterion, kContent));
  EXPECT_THAT(RolesOf("考核指标\t考核内容\t分值\t评分标准"),
              ElementsAre(kSection, kContent, kBase, kCriterion));
  EXPECT_THAT(RolesOf("项 目\t内 容\t完成时限\t评 分 标 准"),
              ElementsAre(kSection, kContent, kUnknown, kCriterion));
}

TEST(NoticeTable, AnUnknownColumnIsTold) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t完成时限\t评分标准\n健全机构\t6月底\t不健全的扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("column-unused"));
  EXPECT_EQ(notice->diagnostics[0].place, (Place{0, 1, 1, 2}));
}

TEST(NoticeTable, SectionsGoOnDownwardOverEmptyAndRepeatedCells) {
  const AppraisalTable table =
      TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t二\t扣1分\n甲\t三\t扣1分\n乙\t四\t扣1分\n");
  ASSERT_EQ(table.sections.size(), 2U);
  EXPECT_EQ(table.sections[0].rows.size(), 3U);
  EXPECT_EQ(table.sections[1].title.text, "乙");
}

TEST(NoticeTable, WithoutAColumnOfSectionsTheTableIsOne) {
  const AppraisalTable table = TableOf("内容\t评分标准\n一\t扣1分\n二\t扣1分\n");
  ASSERT_EQ(table.sections.size(), 1U);
  EXPECT_EQ(table.sections[0].title.text, "2018年度考评表");
  EXPECT_EQ(table.sections[0].rows.size(), 2U);
}

TEST(NoticeTable, AFirstRowWithoutASectionIsTold) {
  const Result<Notice> notice = ReadText("2018年度考评表\n项目\t内容\t评分标准\n\t一\t扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections[0].title.text, "2018年度考评表");
  EXPECT_THAT(Codes(*notice), ElementsAre("section-missing"));
}

TEST(NoticeTable, TheKindOfASectionComesFromItsWords) {
  using enum Section::Kind;
  const AppraisalTable table = TableOf(
      "项目\t内容\t评分标准\n日常工作\t一\t扣1分\n个 性 工作\t二\t视情打分\n加 分 项\t三\t加1分\n"
      "加分扣分项\t四\t扣1分\n结果 运用\t五\t\n");
  std::vector<Section::Kind> kinds;
  for (const Section& section : table.sections) kinds.push_back(section.kind);
  EXPECT_THAT(kinds, ElementsAre(kOrdinary, kIndividual, kBonus, kOrdinary, kUse));
  EXPECT_EQ(table.sections[1].title.text, "个性工作");
}

TEST(NoticeTable, AnEmptyCriterionIsSharedWithTheRowAbove) {
  const Section section =
      TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t二\t\n\t三\t\n\t四\t扣2分\n").sections[0];
  EXPECT_EQ(section.rows[1].shared_row, 0);
  EXPECT_EQ(section.rows[2].shared_row, 0);
  EXPECT_EQ(section.rows[3].shared_row, std::nullopt);
  EXPECT_EQ(section.rows[3].criterion->text.text, "扣2分");
}

TEST(NoticeTable, ACriterionIsNotSharedOverSections) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n项目\t内容\t评分标准\n甲\t一\t扣1分\n乙\t二\t\n");
  ASSERT_TRUE(notice);
  const Row& row = notice->table.sections[1].rows[0];
  EXPECT_FALSE(row.criterion);
  EXPECT_FALSE(row.shared_row);
  EXPECT_THAT(Codes(*notice), ElementsAre("criterion-missing"));
}

TEST(NoticeTable, AnEmptyContentIsTheOneAbove) {
  const Section section = TableOf("项目\t内容\t评分标准\n甲\t一\t扣1分\n\t\t扣2分\n").sections[0];
  EXPECT_EQ(section.rows[1].content, (PlacedText{"一", {0, 1, 2, 2}}));
}

TEST(NoticeTable, EmptyDeliverablesAndOfficesStayAbsent) {
  const Section section =
      TableOf("内容\t工作成果\t责任处室\t评分标准\n一\t会议记录\t办公室\t扣1分\n二\t\t\t扣1分\n")
          .sections[0];
  EXPECT_THAT(section.rows[1].deliverables, IsEmpty());
  EXPECT_THAT(section.rows[1].offices, IsEmpty());
}

TEST(NoticeTable, DeliverablesArePartedButNotWithinBrackets) {
  const Section section =
      TableOf(
          "内容\t工作成果\t评分标准\n一\t1.会议记录 2.资料（含附件、清单）、台账；照片\t扣1分\n")
          .sections[0];
  EXPECT_THAT(Texts(section.rows[0].deliverables),
              ElementsAre("会议记录", "资料（含附件、清单）", "台账", "照片"));
}

TEST(NoticeTable, OfficesOfSeveralColumnsAreOneList) {
  const Section section =
      TableOf("内容\t牵头处室\t配合处室\t评分标准\n一\t办公室\t财务处、人事处\t扣1分\n")
          .sections[0];
  EXPECT_THAT(section.rows[0].offices,
              ElementsAre(Office{"办公室", Office::By::kName, Office::Role::kLead},
                          Office{"财务处", Office::By::kName, Office::Role::kSupport},
                          Office{"人事处", Office::By::kName, Office::Role::kSupport}));
}

TEST(NoticeTable, BasePointsGoOnDownward) {
  const Result<Notice> notice = ReadText(
      "2018年度考评表\n内容\t分值\t评分标准\n一\t5分\t扣1分\n二\t\t扣1分\n三\t2.5\t扣1分\n"
      "四\t若干\t扣1分\n");
  ASSERT_TRUE(notice);
  const Section& section = notice->table.sections[0];
  EXPECT_EQ(section.rows[0].base->points, Decimal::FromInt(5));
  EXPECT_EQ(section.rows[1].base->shared_row, 0);
  EXPECT_EQ(section.rows[2].base->points, Decimal::Parse("2.5"));
  EXPECT_FALSE(section.rows[3].base);
  EXPECT_THAT(Codes(*notice), ElementsAre("base-unread"));
}

std::vector<std::string> NumbersAndTexts(const Section& section) {
  std::vector<std::string> found;
  for (const Row& row : section.rows) found.push_back(row.number + "|" + row.criterion->text.text);
  return found;
}

TEST(NoticeTable, NumberedParagraphsOfBonusesAreCriteriaByThemselves) {
  EXPECT_THAT(
      NumbersAndTexts(TableOf("项目\t内容\t标准\n加分\t<p>1.甲加1分。</p><p>（2）乙加2分。</p>\t\n")
                          .sections[0]),
      ElementsAre("1|甲加1分。", "2|乙加2分。"));
  EXPECT_THAT(
      NumbersAndTexts(TableOf("项目\t内容\t标准\n加分\t1.甲加1.5分。2.乙加2分。\t\n").sections[0]),
      ElementsAre("1|甲加1.5分。", "2|乙加2分。"));
  EXPECT_THAT(NumbersAndTexts(
                  TableOf("项目\t内容\t标准\n加分\t<p>甲的，</p><p>加1分。</p>\t\n").sections[0]),
              ElementsAre("|甲的，\n加1分。"));
}

TEST(NoticeTable, TheSpanOfACriterionLeavesItsNumberOut) {
  const Section section = TableOf("项目\t内容\t标准\n加分\t1.甲加1分。2.乙加2分。\t\n").sections[0];
  EXPECT_EQ(section.rows[1].criterion->span, (Span{9, 14}));
  EXPECT_EQ(section.rows[1].criterion->text.place, (Place{0, 1, 2, 2}));
}

TEST(NoticeTable, ADutyThatSaysWhatItIsWorthIsItsOwnCriterion) {
  const Section section =
      TableOf("项目\t内容\t标准\n甲\t机构不健全的扣１分\t\n\t宣传到位\t扣1分\n").sections[0];
  EXPECT_EQ(section.rows[0].criterion->text.text, "机构不健全的扣１分");
  EXPECT_EQ(section.rows[0].content.text, "");
  EXPECT_EQ(section.rows[1].content.text, "宣传到位");
}

TEST(NoticeTable, RepeatedHeadsAndTotalsAreNoTasks) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t评分标准\n一\t扣1分\n内容\t评分标准\n二\t扣1分\n合计\t100\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections[0].rows.size(), 2U);
  EXPECT_THAT(Codes(*notice), ElementsAre("total-row"));
}

TEST(NoticeTable, TheHeadMayStandBelowATitleRow) {
  const AppraisalTable table = TableOf("2018年考评表\t（100分）\n内容\t评分标准\n一\t扣1分\n");
  EXPECT_EQ(table.sections[0].rows.size(), 1U);
  EXPECT_EQ(table.sections[0].rows[0].content.place.row, 3);
}

TEST(NoticeTable, ATotalThatItsPartsDontAddUpToIsTold) {
  const Result<Notice> notice = ReadText(
      "2018年度考评表\n项目\t内容\t分值\t评分标准\n甲\t乙\t5\t扣1分\n丙\t丁\t4\t扣1分\n合计\t\t10\t"
      "\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("total-row", "total-differs"));
}

TEST(NoticeTable, ARemarkBesideOneRowThatSpeaksOfPointsIsTold) {
  const Result<Notice> notice =
      ReadText("2018年度考评表\n内容\t评分标准\t备注\n甲\t扣1分\t最多扣3分\n乙\t扣1分\t查阅资料\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(Codes(*notice), ElementsAre("remark-scores"));
}

// Each heading might open a table: what was read in vain is not read again.
TEST(NoticeTable, HeadingsWithoutEndAreNoTable) {
  std::string text = "2018年度考评表\n";
  for (int i = 0; i < 50'000; ++i) text += "内容\n评分标准\n分值\n";
  const Result<Notice> notice = ReadText(text);
  ASSERT_FALSE(notice);
  EXPECT_EQ(notice.error().code, "not-a-notice");
}

TEST(NoticeTable, AColumnOfUnknownUseWithoutAHeadIsToldByItsNumber) {
  const auto notice = ReadText(
      "2018年度考评表\n党建\t每年开会不少于2次\t会议记录\t办公室\t少一次扣1分\n"
      "党建\t建立制度\t制度文本\t法规处\t未建立的扣2分\n");
  ASSERT_TRUE(notice);
  const auto told =
      std::find_if(notice->diagnostics.begin(), notice->diagnostics.end(),
                   [](const Diagnostic& diagnostic) { return diagnostic.code == "column-unused"; });
  ASSERT_NE(told, notice->diagnostics.end());
  EXPECT_THAT(told->message.zh, ::testing::HasSubstr("第 3 列"));
  EXPECT_EQ(told->place, (Place{0, 1, 1, 3}));
}

// ---- Hints --------------------------------------------------------------------------------------

Result<Notice> ReadTextWith(const Hints& hints, const std::string& text) {
  const auto document = document::ReadDocument("通知.txt", text);
  EXPECT_TRUE(document);
  return ReadNotice(*document, hints);
}
const char* const kStrange =
    "2018年度考评表\n甲栏\t乙栏\t丙栏\n党建\t开会\t少一次扣1分\n党建\t学习\t少一次扣2分\n";

TEST(NoticeHints, ColumnsHoldWhatAPersonSays) {
  Hints hints;
  hints.roles = {{1, Role::kSection}, {2, Role::kContent}, {3, Role::kCriterion}};
  const Result<Notice> notice = ReadTextWith(hints, kStrange);
  ASSERT_TRUE(notice) << notice.error().message.zh;
  EXPECT_EQ(notice->table.columns[2].confidence, 100);
  const Section& section = notice->table.sections.at(0);
  EXPECT_EQ(section.title.text, "党建");
  EXPECT_EQ(section.rows.at(1).criterion->text.text, "少一次扣2分");
}

TEST(NoticeHints, AreWrittenByNumberOrHeading) {
  const Result<Hints> hints = ReadHints(0, {"丙栏=考评标准", "2=content", " 甲栏 = section"});
  ASSERT_TRUE(hints) << hints.error().message.zh;
  const Result<Notice> notice = ReadTextWith(*hints, kStrange);
  ASSERT_TRUE(notice) << notice.error().message.zh;
  EXPECT_EQ(notice->table.sections.at(0).title.text, "党建");
  EXPECT_EQ(notice->table.sections.at(0).rows.size(), 2U);
  for (const char* wrong : {"考评标准", "3=", "3=规则", "=content"}) {
    EXPECT_EQ(ReadHints(0, {wrong}).error().code, "map-unread") << wrong;
  }
  EXPECT_EQ(ReadTextWith(*ReadHints(0, {"丁栏=content"}), kStrange).error().code, "no-such-column");
}

TEST(NoticeHints, AllTablesAreThereToChooseFrom) {
  const Result<Notice> notice = ReadText(
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n通讯录\n姓名\t电话\n甲\t1\n");
  ASSERT_TRUE(notice);
  ASSERT_EQ(notice->tables.size(), 2U);
  EXPECT_TRUE(notice->tables[0].is_taken);
  EXPECT_EQ(notice->tables[0].columns.at(1).role, Role::kCriterion);
  EXPECT_EQ(notice->tables[0].columns.at(1).confidence, 100);
  EXPECT_FALSE(notice->tables[1].is_taken);
  EXPECT_EQ(notice->tables[1].title, "通讯录");
}

TEST(NoticeHints, TheTableIsTheOneThatAPersonNames) {
  Hints hints;
  hints.table = 2;
  const std::string text =
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n二\t扣1分\n附件2\n内容\t评分标准\n三\t扣1"
      "分\n";
  const Result<Notice> notice = ReadTextWith(hints, text);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.sections.at(0).rows.at(0).content.text, "三");
  hints.table = 3;
  EXPECT_EQ(ReadTextWith(hints, text).error().code, "no-such-table");
  hints.table = 1;
  hints.roles = {{9, Role::kBase}};
  EXPECT_EQ(ReadTextWith(hints, text).error().code, "no-such-column");
}

TEST(NoticeTable, TablesOfOneAttachmentAreReadTogether) {
  const Result<Notice> notice = ReadText(
      "附件\n2018年度考评表\n一、共性指标\n内容\t评分标准\n甲\t扣1分\n二、加分项（5分）\n内容\t"
      "评分标准\n乙\t每次加1分\n");
  ASSERT_TRUE(notice);
  const std::vector<Section>& sections = notice->table.sections;
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].title.text, "一、共性指标");
  EXPECT_EQ(sections[1].title.text, "二、加分项（5分）");
  EXPECT_EQ(sections[1].base->ToString(), "5");
  EXPECT_EQ(sections[1].rows[0].content.place.table, 2);
}

TEST(NoticeTable, TheLargestTableOfSeveralAttachmentsIsTakenAndTheOthersAreTold) {
  const Result<Notice> notice = ReadText(
      "附件1\n2018年度考评表\n内容\t评分标准\n一\t扣1分\n附件2\n内容\t评分标准\n二\t扣1分\n三\t扣1"
      "分\n"
      "通讯录\n姓名\t电话\n甲\t1\n乙\t2\n丙\t3\n丁\t4\n");
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->table.number, 2);
  EXPECT_THAT(Codes(*notice), ElementsAre("table-unused"));
}

// ---- Refusals -----------------------------------------------------------------------------------

// The code of the refusal, having checked that both languages name the file.
std::string Refused(const std::string& text) {
  const Result<Notice> notice = ReadText(text);
  if (notice) return "";
  EXPECT_EQ(notice.error().kind, ErrorKind::kInvalid);
  EXPECT_THAT(notice.error().message.zh, HasSubstr("“通知.txt”"));
  EXPECT_THAT(notice.error().message.en, HasSubstr("\"通知.txt\""));
  return notice.error().code;
}

TEST(ReadNotice, WhatIsNoAppraisalNoticeIsRefusedByWhatIsMissing) {
  EXPECT_EQ(Refused("今天买菜：\n白菜\n萝卜\n"), "not-a-notice");
  EXPECT_EQ(Refused("某商发〔2018〕7号\n关于放假的通知\n各处室：\n"), "no-table");
  EXPECT_EQ(Refused("关于放假的通知\n姓名\t电话\n甲\t1\n"), "no-criterion-column");
  EXPECT_EQ(Refused("2018年\n项目\t内容\t责任处室\n甲\t一\t办公室\n"), "no-criterion-column");
  EXPECT_THAT(ReadText("2018年\nItem\tTask\nA\tone\n").error().message.zh,
              HasSubstr("（表头：Item、Task）"));
  EXPECT_EQ(Refused("项目\t内容\t评分标准\n合计\t\t100\n"), "no-task");
}

TEST(ReadNotice, TheRefusalOfAHeadSaysWhatWasSeen) {
  EXPECT_THAT(ReadText("项目\t内容\t责任处室\n甲\t一\t办公室\n").error().message.zh,
              HasSubstr("项目、内容、责任处室"));
}

TEST(ReadNotice, ATableWithoutEndIsRefused) {
  std::string rows;
  for (int i = 0; i <= 2'000; ++i) rows += "任务\t扣1分\n";
  EXPECT_EQ(ReadText("2018年\n内容\t评分标准\n" + rows).error().code, "too-many-tasks");
}

TEST(ReadNotice, AListLongerThanAnyIsLeftOutAndTold) {
  std::string offices;
  for (int i = 0; i < 200; ++i) offices += fmt::format("第{}办公室、", i);
  const Result<Notice> notice =
      ReadText("2018年\n内容\t责任处室\t评分标准\n任务\t" + offices + "\t扣1分\n");
  ASSERT_TRUE(notice);
  EXPECT_THAT(notice->table.sections[0].rows[0].offices, IsEmpty());
  EXPECT_THAT(Codes(*notice), ElementsAre("list-too-long"));
}

TEST(ReadNotice, AClassifiedDocumentIsRefused) {
  EXPECT_EQ(Refused("秘 密★1年\n某市商务局文件\n" + kTable), "classified");
  EXPECT_EQ(Refused("000001\n机密\n某市商务局文件\n" + kTable), "classified");
  EXPECT_EQ(Refused("某市商务局文件\n关于做好秘密载体管理的通知\n" + kTable), "");
}

}  // namespace
}  // namespace kaoping::notice
