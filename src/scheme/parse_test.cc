#include "scheme/parse.h"

#include <gmock/gmock.h>
#include <iconv.h>

#include <filesystem>
#include <regex>

#include "document/read.h"
#include "rules/ir/rule.h"
#include "scheme/json.h"

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const char* const kNotice = KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt";
const char* const kRegister = KAOPING_SOURCE_DIR "/examples/nantong-2017/register.json";

std::string NoticeBytes() { return *document::LoadFile(kNotice); }

ParseOutcome Parsed(const std::string& file_name, const std::string& bytes,
                    const registry::Register* offices = nullptr) {
  Result<ParseOutcome> outcome = ParseNotice(file_name, bytes, {.offices = offices});
  EXPECT_TRUE(outcome) << outcome.error().message.zh;
  return std::move(outcome).value();
}

// `utf8` in another encoding, by the C library, which shares no code with the decoder.
std::string Encoded(const char* encoding, std::string utf8) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 4, '\0');
  char* from = utf8.data();
  std::size_t from_left = utf8.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  EXPECT_EQ(iconv(converter, &from, &from_left, &to, &to_left), 0U);
  iconv_close(converter);
  out.resize(out.size() - to_left);
  return out;
}

std::string WithWindowsLineEnds(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

// ---- The reference notice -----------------------------------------------------------------------

TEST(ReferenceScheme, HasEverySectionTaskAndRule) {
  const Scheme scheme = Parsed("notice.txt", NoticeBytes()).scheme;
  const Counts counts = Count(scheme);
  EXPECT_EQ(counts.sections, 8);
  EXPECT_EQ(counts.tasks, 19);
  EXPECT_EQ(counts.bonuses, 4);
  EXPECT_EQ(counts.uses, 3);
  EXPECT_EQ(counts.rules, 29);
  EXPECT_EQ(counts.pending, 1);
}

TEST(ReferenceScheme, HasTheYearAsAnInferredPeriodAndNoBase) {
  const Scheme scheme = Parsed("notice.txt", NoticeBytes()).scheme;
  EXPECT_EQ(scheme.title, "南通市商务局2017年度法治建设任务分解表");
  EXPECT_EQ(scheme.year, 2017);
  EXPECT_EQ(scheme.period.from.ToString(), "2017-01-01");
  EXPECT_EQ(scheme.period.to.ToString(), "2017-12-31");
  EXPECT_TRUE(scheme.period.inferred);
  EXPECT_FALSE(scheme.settings.base);
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) EXPECT_FALSE(task.base) << task.key;
  }
}

TEST(ReferenceScheme, HasThePartsOfTheNotice) {
  const Notice notice = Parsed("notice.txt", NoticeBytes()).scheme.notice;
  EXPECT_EQ(notice.issuer, "南通市商务局");
  EXPECT_EQ(notice.number, "通商发〔2017〕81号");
  EXPECT_EQ(notice.title, "关于印发《南通市商务局2017年度法治建设任务分解表》的通知");
  EXPECT_THAT(notice.addressees, ElementsAre("机关各处室", "贸促会各部"));
  EXPECT_THAT(notice.cites,
              ElementsAre(CitedDocument{"2017年度市级机关全面推进依法治市（综治法治）综合绩效考核"
                                        "实施办法",
                                        "通综委〔2017〕7号"},
                          CitedDocument{"2017年度法治建设领导责任书", ""}));
  EXPECT_THAT(notice.attachments, ElementsAre("南通市商务局2017年度法治建设任务分解表"));
  EXPECT_THAT(notice.copies_to, ElementsAre("市委政法委", "市依法治市领导小组办公室"));
  EXPECT_EQ(notice.printed_by, "南通市商务局办公室");
  EXPECT_EQ(notice.printed_on->ToString(), "2017-05-03");
  EXPECT_THAT(notice.places, SizeIs(9));
}

TEST(ParseNotice, SeveralIssuersAreKeptWithTheirPlaces) {
  const std::string text =
      "东江市水务局\n东江市财政局\n文件\n东水发〔2024〕9号\n关于做好2024年度考评工作的通知\n"
      "项目\t内容\t评分标准\n组织领导\t健全机构\t不健全的扣1分\n";
  const Notice notice = Parsed("通知.txt", text).scheme.notice;
  EXPECT_EQ(notice.issuer, "东江市水务局");
  EXPECT_THAT(notice.co_issuers, ElementsAre("东江市财政局"));
  EXPECT_EQ(notice.places.at("co_issuers").paragraph, 2);
}

// "1.2.1 deduct short 1 t2 次" for every rule.
std::vector<std::string> RulesInShort(const Scheme& scheme) {
  std::vector<std::string> lines;
  for (const RuleRef& ref : AllRules(scheme)) {
    const rules::Rule& rule = ref.Get().rule;
    std::string line =
        fmt::format("{} {} {}", ref.Get().key, ToString(rule.effect), ToString(rule.trigger));
    if (rule.points) line += " " + rule.points->ToString();
    for (const rules::Level& level : rule.levels) {
      line += fmt::format(" {}={}", level.name, level.points.ToString());
    }
    if (rule.target) line += " of " + rule.target->ToString();
    if (!rule.unit.empty()) line += " " + rule.unit;
    lines.push_back(line);
  }
  return lines;
}

TEST(ReferenceScheme, HasTheRulesOfTheRuleLanguagesTable) {
  EXPECT_THAT(
      RulesInShort(Parsed("notice.txt", NoticeBytes()).scheme),
      ElementsAre("1.1.1 deduct occurs 2", "1.1.2 deduct occurs 1", "1.1.3 deduct occurs 2",
                  "1.2.1 deduct short 1 of 2 次", "1.3.1 deduct occurs 1", "1.4.1 deduct occurs 1",
                  "2.1.1 deduct each 1 起", "2.2.1 deduct each 0.5 例", "2.2.2 deduct each 0.5 例",
                  "2.2.3 deduct each 1 例", "2.2.4 deduct each 1 例", "2.3.1 deduct each 2 例",
                  "3.1.1 deduct occurs 1", "3.2.1 deduct short 1 of 2 次", "3.3.1 deduct missing 1",
                  "3.4.1 deduct occurs 1", "4.1.1 deduct each 1 项", "4.2.1 deduct occurs 1",
                  "4.3.1 deduct each 1 次", "5.1.1 deduct occurs 1", "5.2.1 deduct occurs 1",
                  "5.2.2 deduct each 1 次", "5.2.3 deduct each 0.5 次", "5.2.4 deduct occurs 0.5",
                  "5.2.5 deduct each 1 次", "6.1.1 award judged",
                  "7.1.1 bonus each 国家=1 省=0.5 市=0.2 项",
                  "7.2.1 bonus each 国家=1 国家有关部委=1 省=0.5",
                  "7.3.1 bonus each 中央=0.5 省级=0.2 项"));
}

TEST(ReferenceScheme, SharesTheIndividualCriterionAndKeepsNumbersApart) {
  const Scheme scheme = Parsed("notice.txt", NoticeBytes()).scheme;
  EXPECT_EQ(FindTask(scheme, "6.1")->criterion->same_as, "");
  EXPECT_EQ(FindTask(scheme, "6.2")->criterion->same_as, "6.1");
  EXPECT_EQ(FindTask(scheme, "6.3")->criterion->same_as, "6.1");
  EXPECT_EQ(FindTask(scheme, "7.4")->number, "4");
  EXPECT_EQ(FindTask(scheme, "7.4")->criterion->policies.size(), 1U);
  EXPECT_EQ(FindTask(scheme, "8.3")->criterion->links.size(), 1U);
  EXPECT_EQ(FindTask(scheme, "8.3")->criterion->place, (Place{3, 1, 22, 2}));
}

TEST(ReferenceScheme, SaysWhoFixesTheOffices) {
  const Scheme scheme = Parsed("notice.txt", NoticeBytes()).scheme;
  using By = Responsible::By;
  EXPECT_THAT(FindTask(scheme, "2.2")->responsible,
              ElementsAre(Responsible{"相关涉案处室", By::kCase},
                          Responsible{"纪检组（监察室）", By::kName},
                          Responsible{"组织人事处", By::kName}));
  EXPECT_EQ(FindTask(scheme, "3.3")->responsible[0].by, By::kDocument);
  EXPECT_EQ(FindTask(scheme, "4.2")->responsible[0], (Responsible{"各行政执法处室", By::kGroup}));
  EXPECT_EQ(FindTask(scheme, "4.2")->responsible_text, "各行政执法、行政审批处室，法律事务部");
}

TEST(ReferenceScheme, IsTheSameInEveryEncoding) {
  const std::string bytes = NoticeBytes();
  const Scheme scheme = Parsed("notice.txt", bytes).scheme;
  EXPECT_EQ(Parsed("a.txt", Encoded("GB18030", bytes)).scheme, scheme);
  EXPECT_EQ(Parsed("a.txt", Encoded("UTF-16", bytes)).scheme, scheme);
  EXPECT_EQ(Parsed("a.txt", "\xEF\xBB\xBF" + bytes).scheme, scheme);
  EXPECT_EQ(Parsed("a.txt", WithWindowsLineEnds(bytes)).scheme, scheme);
}

TEST(ReferenceScheme, IsReadBackFromItsJson) {
  const Scheme scheme = Parsed("notice.txt", NoticeBytes()).scheme;
  const Result<Scheme> back = ReadScheme(WriteScheme(scheme));
  ASSERT_TRUE(back) << back.error().message.zh;
  EXPECT_EQ(*back, scheme);
}

std::vector<std::string> InShort(const std::vector<Question>& questions) {
  std::vector<std::string> lines;
  for (const Question& question : questions) {
    lines.push_back(question.about + " " + question.kind +
                    (question.proposal.empty() ? "" : " " + question.proposal));
  }
  return lines;
}

TEST(ReferenceScheme, LeavesOneListOfQuestions) {
  EXPECT_THAT(InShort(Parsed("notice.txt", NoticeBytes()).questions),
              ElementsAre("1.2 lead 政策法规处", "1.3 lead 组织人事处", "2.1 lead 纪检组（监察室）",
                          "2.1 offices-by-case", "2.2 lead 纪检组（监察室）",
                          "2.3 lead 纪检组（监察室）", "3.1 content-narrower 按标准计分",
                          "3.3 offices-by-document", "3.4 lead 政策法规处", "3.4 offices-open",
                          "4.1 lead 政策法规处", "4.2 lead 法律事务部", "5.1 lead 政策法规处",
                          "5.2 lead 政策法规处", "5.2 offices-open", "5.2 content-wider 按标准计分",
                          "6.1 lead 法律事务部", "6.1 pending", "6.2 lead 行政服务处",
                          "6.3 lead 市场体系建设处(行政执法处)", "7.2 levels-uneven"));
}

TEST(ReferenceScheme, AsksOnceForWhatSeveralTasksLeaveOpen) {
  for (const Question& question : Parsed("notice.txt", NoticeBytes()).questions) {
    if (question.kind != "offices-by-case") continue;
    EXPECT_THAT(question.text.zh, HasSubstr("2.1、2.2"));
    EXPECT_THAT(question.text.zh, HasSubstr("相关涉案处室"));
  }
}

TEST(ReferenceScheme, ItsRegisterKnowsEveryOffice) {
  const registry::Register offices = *registry::ReadRegister(*document::LoadFile(kRegister));
  const std::string bytes = NoticeBytes();
  EXPECT_EQ(Parsed("notice.txt", bytes, &offices).questions, Parsed("notice.txt", bytes).questions);
}

// ---- Other notices ------------------------------------------------------------------------------

Scheme SchemeOf(const std::string& table) {
  return Parsed("表.txt", "2018年度考评表\n" + table).scheme;
}

std::vector<Question> QuestionsOf(const std::string& row,
                                  const registry::Register* offices = nullptr) {
  return Parsed("表.txt",
                "某市商务局文件\n关于考评的通知\n2018年度考评表\n内容\t责任处室\t评分标准\n" + row,
                offices)
      .questions;
}

TEST(BuildScheme, LastingIdsStayWhereRowsMove) {
  const std::string head = "项目\t内容\t评分标准\n";
  const std::string one = "甲\t健全机构\t机构不健全的扣1分；不运转的扣2分\n";
  const std::string two = "乙\t按时报送\t有一次迟报的扣1分\n";
  const Scheme before = SchemeOf(head + one + two);
  const Scheme after = SchemeOf(head + two + one);
  EXPECT_EQ(FindRule(before, "1.1.2")->Get().id, FindRule(after, "2.1.2")->Get().id);
  EXPECT_EQ(FindRule(before, "2.1.1")->Get().id, FindRule(after, "1.1.1")->Get().id);
}

TEST(BuildScheme, LastingIdsStayWhereClausesMove) {
  const Scheme before =
      SchemeOf("内容\t评分标准\n健全机构\t机构不健全的扣1分。机构不运转的扣2分\n");
  const Scheme after = SchemeOf("内容\t评分标准\n健全机构\t机构不运转的扣2分。机构不健全的扣1分\n");
  EXPECT_EQ(FindRule(before, "1.1.1")->Get().id, FindRule(after, "1.1.2")->Get().id);
  EXPECT_EQ(FindRule(before, "1.1.2")->Get().id, FindRule(after, "1.1.1")->Get().id);
}

TEST(BuildScheme, TheSameWordsTwiceAreTwoRules) {
  const Scheme scheme = SchemeOf(
      "项目\t内容\t评分标准\n甲\t健全机构\t机构不健全的扣1分\n\t健全机构\t机构不健全的扣1分\n");
  ASSERT_EQ(AllRules(scheme).size(), 2U);
  EXPECT_NE(FindRule(scheme, "1.1.1")->Get().id, FindRule(scheme, "1.2.1")->Get().id);
  EXPECT_TRUE(CheckScheme(scheme));
}

TEST(BuildScheme, TheContentSuppliesATarget) {
  const Scheme scheme = SchemeOf("内容\t评分标准\n召开会议不少于3次\t每少一次扣1分\n");
  EXPECT_EQ(FindRule(scheme, "1.1.1")->Get().rule.target, Decimal::FromInt(3));
}

TEST(BuildScheme, RowsShareABase) {
  const Scheme scheme =
      SchemeOf("内容\t分值\t评分标准\n甲\t5\t不落实的扣1分\n乙\t\t不报送的扣1分\n");
  EXPECT_EQ(FindTask(scheme, "1.1")->base->points, Decimal::FromInt(5));
  EXPECT_EQ(FindTask(scheme, "1.2")->base->same_as, "1.1");
  EXPECT_TRUE(CheckScheme(scheme));
}

TEST(BuildScheme, DiagnosticsOfACriterionKnowItsPlace) {
  const Scheme scheme = SchemeOf("内容\t评分标准\n甲\t视情况扣分\n");
  const Criterion& criterion = *FindTask(scheme, "1.1")->criterion;
  ASSERT_THAT(criterion.diagnostics, Not(IsEmpty()));
  EXPECT_EQ(criterion.diagnostics[0].place, (Place{0, 1, 2, 2}));
}

TEST(BuildScheme, WithoutAYearThereIsNoScheme) {
  const auto outcome = ParseNotice("表.txt", "考评表\n内容\t评分标准\n甲\t不落实的扣1分\n");
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().code, "no-year");
}

TEST(Questions, OfficesThatTheRegisterDoesNotKnowAreAskedOnceWithTheNearest) {
  const registry::Register offices = *registry::ReadRegister(
      R"({"format":"register/1","units":[{"name":"某市商务局","offices":[
          {"name":"政策法规处"},{"name":"办公室"}]}]})");
  const std::vector<Question> questions = QuestionsOf(
      "甲\t政策法规科\t不落实的扣1分\n乙\t政策法规科\t不报送的扣1分\n丙\t办公室\t不上报的扣1分\n",
      &offices);
  ASSERT_THAT(InShort(questions), ElementsAre("1.1 office-unknown"));
  EXPECT_THAT(questions[0].text.zh, HasSubstr("1.1、1.2"));
  EXPECT_THAT(questions[0].text.zh, HasSubstr("政策法规处"));
}

TEST(Questions, WhatAPersonSaidThatANameMeansIsNotAskedAgain) {
  registry::Register offices = *registry::ReadRegister(
      R"({"format":"register/1","units":[{"name":"某市商务局","offices":[{"name":"政策法规处"}]}]})");
  const char* const row = "甲\t法制办\t不落实的扣1分\n乙\t相关处室\t不报送的扣1分\n";
  EXPECT_THAT(InShort(QuestionsOf(row, &offices)),
              ElementsAre("1.1 office-unknown", "1.2 offices-open"));
  offices.answers = {{"某市商务局", "法制办", {{"政策法规处"}, {}, false}},
                     {"某市商务局", "相关处室", {{}, {}, true}}};
  EXPECT_THAT(InShort(QuestionsOf(row, &offices)), IsEmpty());
}

TEST(Questions, AnIssuerThatTheRegisterDoesNotKnowIsAsked) {
  const registry::Register offices =
      *registry::ReadRegister(R"({"format":"register/1","units":[{"name":"某市财政局"}]})");
  EXPECT_THAT(InShort(QuestionsOf("甲\t办公室\t不落实的扣1分\n", &offices)),
              ElementsAre(" unit-unknown"));
}

TEST(Questions, NoLeadIsAskedForWhatACaseOrADocumentFixes) {
  EXPECT_THAT(InShort(QuestionsOf("甲\t要点确定的责任处室、部门\t不落实的扣1分\n")),
              ElementsAre("1.1 offices-by-document"));
  EXPECT_THAT(InShort(QuestionsOf("甲\t各业务处室、所有部门\t不落实的扣1分\n")),
              ElementsAre("1.1 lead"));
}

TEST(Questions, NoLeadIsAskedForWhereTheTableNamesIt) {
  EXPECT_THAT(InShort(QuestionsOf("甲\t办公室、政策法规处（牵头）\t不落实的扣1分\n")), IsEmpty());
  const Scheme scheme =
      SchemeOf("内容\t配合处室\t牵头处室\t评分标准\n甲\t办公室\t政策法规处\t不落实的扣1分\n");
  EXPECT_EQ(ProposedLead(*FindTask(scheme, "1.1"))->name, "政策法规处");
}

TEST(Questions, NobodyWhoOnlySupportsIsProposedAsLead) {
  const std::vector<Question> questions =
      QuestionsOf("甲\t配合：办公室；责任处室：政策法规处、财务处\t不落实的扣1分\n");
  ASSERT_THAT(InShort(questions), ElementsAre("1.1 lead 政策法规处"));
}

std::vector<std::string> PendingTasks(const std::string& criterion) {
  std::vector<std::string> tasks;
  for (const Pending& pending : FindPending(SchemeOf("内容\t评分标准\n甲\t" + criterion + "\n"))) {
    tasks.push_back(pending.task);
  }
  return tasks;
}

TEST(Pending, IsWhatCannotBeExecuted) {
  EXPECT_THAT(PendingTasks("不落实的扣1分"), IsEmpty());
  EXPECT_THAT(PendingTasks("酌情扣0.5-1分"), IsEmpty());
  EXPECT_THAT(PendingTasks("视情打分"), ElementsAre("1.1"));
  EXPECT_THAT(PendingTasks("另行制订评分办法，不落实的扣1分"), ElementsAre("1.1"));
  EXPECT_THAT(PendingTasks("每少一次扣1分"), ElementsAre("1.1"));
  EXPECT_THAT(PendingTasks("以上级文件为准"), ElementsAre("1.1"));
}

// ---- Scope --------------------------------------------------------------------------------------

std::vector<std::string> ScopeKinds(const std::string& content, const std::string& criterion) {
  std::vector<std::string> kinds;
  for (const Question& question : QuestionsOf(content + "\t办公室\t" + criterion + "\n")) {
    if (question.kind.starts_with("content-")) kinds.push_back(question.kind);
  }
  return kinds;
}

TEST(Scope, ADutyThatTheCriterionLeavesOutIsAsked) {
  EXPECT_THAT(ScopeKinds("按时参加调度会议，认真整理归档资料", "无故缺席调度会议的，有一次扣1分"),
              ElementsAre("content-wider"));
}

TEST(Scope, ACriterionAboutSomethingElseIsAsked) {
  EXPECT_THAT(ScopeKinds("严格落实普法要求", "未建立健全学习制度清单的扣1分"),
              ElementsAre("content-narrower"));
}

TEST(Scope, WhatLeansOnTheContentIsNotAsked) {
  EXPECT_THAT(ScopeKinds("召开专题会议3次，组织观摩活动", "每少一次扣1分"), IsEmpty());
  EXPECT_THAT(ScopeKinds("有计划、有总结", "缺一项扣1分"), IsEmpty());
  EXPECT_THAT(ScopeKinds("建立专题学法制度，全年培训不少于6次",
                         "没有建立专题学法制度的扣1分；每少一次扣1分"),
              IsEmpty());
  EXPECT_THAT(ScopeKinds("按时参加会议", "迟到一次扣1分"), IsEmpty());
}

TEST(Scope, WhatTheCriterionMentionsIsNotAsked) {
  EXPECT_THAT(ScopeKinds("健全领导机构，明确工作人员", "领导机构不健全、工作人员不明确的扣1分"),
              IsEmpty());
}

// ---- Bad input ----------------------------------------------------------------------------------

std::string RefusalOf(const std::string& file_name, const std::string& bytes) {
  const Result<ParseOutcome> outcome = ParseNotice(file_name, bytes);
  if (outcome) return "";
  EXPECT_THAT(outcome.error().message.zh, HasSubstr(file_name));
  EXPECT_THAT(outcome.error().message.en, HasSubstr(file_name));
  EXPECT_EQ(outcome.error().kind, ErrorKind::kInvalid);
  return outcome.error().code;
}

TEST(ParseNotice, EachBadFileGetsItsSentence) {
  EXPECT_EQ(RefusalOf("空.txt", ""), "file-empty");
  EXPECT_EQ(RefusalOf("坏.txt", "\xFF\xC0\x80\xFF"), "file-encoding");
  EXPECT_EQ(RefusalOf("通知.ceb", "PK"), "file-type");
  EXPECT_EQ(RefusalOf("通知.docx", "PK"), "file-mislabelled");
  EXPECT_EQ(RefusalOf("通知.docx", "PK\x03\x04"), "file-damaged");
  EXPECT_EQ(RefusalOf("大.txt", std::string(document::kLargestFile + 1, 'a')), "file-too-large");
  EXPECT_EQ(RefusalOf("信.txt", "老王：\n周末去钓鱼。\n"), "not-a-notice");
  EXPECT_EQ(RefusalOf("通知.txt", "某发〔2018〕1号\n关于放假的通知\n"), "no-table");
  EXPECT_EQ(RefusalOf("表.txt", "2018年\n姓名\t电话\n甲\t1\n"), "no-criterion-column");
}

TEST(ParseNotice, WhereCriteriaAreNotFoundTheTablesAreThereToSayMoreOf) {
  const std::string text = "2018年\n姓名\t电话\n甲\t1\n";
  const ParseAttempt refused = TryNotice("表.txt", text);
  ASSERT_FALSE(refused.outcome);
  ASSERT_EQ(refused.tables.size(), 1U);
  EXPECT_FALSE(refused.tables[0].is_taken);
  EXPECT_EQ(refused.tables[0].width, 2);
  EXPECT_THAT(refused.tables[0].sample,
              ElementsAre(ElementsAre("姓名", "电话"), ElementsAre("甲", "1")));
  const notice::Hints hints = {0, {{1, notice::Role::kContent}, {2, notice::Role::kCriterion}}, {}};
  EXPECT_TRUE(TryNotice("表.txt", text, {.hints = hints}).outcome);
  const notice::Hints beyond = {0, {{3, notice::Role::kCriterion}}, {}};
  EXPECT_EQ(TryNotice("表.txt", text, {.hints = beyond}).tables.size(), 1U);
}

TEST(ParseNotice, NothingIsShownOfAFileThatIsRefusedForAnotherReason) {
  const std::string secret = "机密\n某发〔2018〕1号\n关于考评的通知\n2018年\n姓名\t电话\n甲\t1\n";
  const ParseAttempt refused = TryNotice("表.txt", secret);
  ASSERT_FALSE(refused.outcome);
  EXPECT_EQ(refused.outcome.error().code, "classified");
  EXPECT_TRUE(refused.tables.empty());
}

// ---- Notes --------------------------------------------------------------------------------------

const Criterion& OnlyNote(const Scheme& scheme) {
  EXPECT_EQ(scheme.sections.back().tasks.size(), 1U);
  return *scheme.sections.back().tasks.at(0).criterion;
}

TEST(Notes, ANoteBelowTheTableBindsEveryItem) {
  const Scheme scheme = Parsed("表.txt",
                               "2018年度考评表\n项目\t内容\t分值\t评分标准\n甲\t乙\t5\t每次扣2分\n"
                               "注：各项扣分以本项分值为限，扣完为止。\n")
                            .scheme;
  const Criterion& note = OnlyNote(scheme);
  ASSERT_EQ(note.limits.size(), 1U);
  EXPECT_EQ(note.limits[0].scope, rules::Limit::Scope::kEveryItem);
  EXPECT_TRUE(note.diagnostics.empty());
  EXPECT_EQ(note.place.paragraph, 2);
}

TEST(Notes, ALimitOfWhatStandsElsewhereIsLeftToAPerson) {
  const Scheme scheme = Parsed("表.txt",
                               "2018年度考评表\n项目\t内容\t评分标准\n甲\t乙\t每次扣2分\n"
                               "注：全年加分累计不超过5分。\n")
                            .scheme;
  const Criterion& note = OnlyNote(scheme);
  ASSERT_EQ(note.diagnostics.size(), 1U);
  EXPECT_EQ(note.diagnostics[0].code, "limit-unbound");
  EXPECT_EQ(note.diagnostics[0].severity, Severity::kError);
}

// ---- The page -----------------------------------------------------------------------------------

TEST(ImportingPage, NamesEveryCodeOfTheRoomsThatRead) {
  const std::string page = *document::LoadFile(KAOPING_SOURCE_DIR "/docs/importing.md");
  const std::regex code("\"([a-z]+(-[a-z]+)+)\"");
  for (const char* room : {"document", "notice", "register", "scheme"}) {
    const std::filesystem::path folder = std::filesystem::path(KAOPING_SOURCE_DIR "/src") / room;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().filename();
      // What lint finds, and what a person settles, have pages of their own.
      if (!name.ends_with(".cc") || name.ends_with("_test.cc") || name.starts_with("lint") ||
          name.starts_with("settlement")) {
        continue;
      }
      const std::string source = *document::LoadFile(entry.path());
      for (std::sregex_iterator it(source.begin(), source.end(), code), end; it != end; ++it) {
        EXPECT_THAT(page, HasSubstr("`" + it->str(1) + "`")) << name;
      }
    }
  }
}

}  // namespace
}  // namespace kaoping::scheme
