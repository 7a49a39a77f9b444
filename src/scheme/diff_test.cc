#include "scheme/diff.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "document/read.h"
#include "scheme/diff_sample_test.h"
#include "scheme/parse.h"

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Tally = DiffCounts::Tally;

Scheme Reference() {
  const std::string bytes =
      *document::LoadFile(KAOPING_SOURCE_DIR "/examples/nantong-2017/notice.txt");
  return ParseNotice("notice.txt", bytes)->scheme;
}

// ---- Whole schemes ------------------------------------------------------------------------------

TEST(Diff, OneSchemeDoesNotDifferFromItself) {
  EXPECT_TRUE(Diff(Sample(), Sample()).IsEmpty());
  EXPECT_TRUE(Diff(Reference(), Reference()).IsEmpty());
  EXPECT_TRUE(Diff(Scheme(), Scheme()).IsEmpty());
}

TEST(Diff, WidthBlanksPlacesAndDiagnosticsMakeNoDifference) {
  EXPECT_THAT(
      AfterEdit([](Scheme& scheme) {
        Task& task = TaskAt(scheme, 0, 0);
        task.content = {"主要领导带队 巡河不少于２次", {.table = 1, .row = 9, .column = 2}};
        task.criterion->text = "每年巡河不少于2次,每少一次扣1分";
        task.criterion->diagnostics.push_back({Severity::kNote, "x", {"一", "one"}, {}, {}});
      }),
      IsEmpty());
}

TEST(Diff, RowsInAnotherOrderHaveOnlyMoved) {
  const Scheme before = Reference();
  Scheme after = before;
  std::reverse(after.sections.begin(), after.sections.end());
  for (Section& section : after.sections) {
    std::reverse(section.tasks.begin(), section.tasks.end());
  }
  after = Numbered(after);
  ASSERT_TRUE(CheckScheme(after));
  const SchemeDiff diff = Diff(before, after);
  const DiffCounts counts = Count(diff);
  EXPECT_EQ(counts.tasks, (Tally{.moved = 26 - 8}));  // one of each section stays
  EXPECT_EQ(counts.sections, (Tally{.moved = 7}));
  EXPECT_EQ(counts.rules, Tally{});
  EXPECT_THAT(diff.head, IsEmpty());
}

TEST(Diff, OneRowThatMovedIsToldAlone) {
  Scheme after = Sample();
  auto& tasks = after.sections[0].tasks;
  std::rotate(tasks.begin(), tasks.begin() + 1, tasks.end());
  const SchemeDiff diff = Diff(Sample(), Numbered(after));
  EXPECT_THAT(WordsOf(diff, ChangeKind::kMoved), ElementsAre("主要领导带队巡河不少于2次"));
  EXPECT_THAT(Sentences(diff), ElementsAre("在本部分中换了位置，原为1.1。"));
}

TEST(Diff, ARowInAnotherSectionHasMovedAndItsChangeIsToldToo) {
  Scheme after = Sample();
  Task task = TaskAt(after, 0, 1);
  task.criterion->limits[0].at_most = Decimal::FromInt(3);
  after.sections[0].tasks.erase(after.sections[0].tasks.begin() + 1);
  after.sections[1].tasks.insert(after.sections[1].tasks.begin(), task);
  const SchemeDiff diff = Diff(Sample(), Numbered(after));
  EXPECT_EQ(Count(diff).tasks, (Tally{.changed = 1, .moved = 1}));
  EXPECT_THAT(Sentences(diff), ElementsAre("由“河道管护”移来，原为1.2。",
                                           "上限由2分改为3分。现为：第1项累计不超过3分。"));
}

TEST(Diff, RowsThatCameAndWentAreToldWithTheirRules) {
  Scheme after = Sample();
  TaskAt(after, 0, 1) = MakeTask("修复破损护栏", "未修复的，每处扣1分");
  const SchemeDiff diff = Diff(Sample(), Numbered(after));
  EXPECT_THAT(WordsOf(diff, ChangeKind::kAdded), ElementsAre("修复破损护栏"));
  EXPECT_THAT(WordsOf(diff, ChangeKind::kRemoved), ElementsAre("清理河面漂浮物"));
  EXPECT_EQ(Count(diff).rules, (Tally{.added = 1, .removed = 1}));
  EXPECT_THAT(Sentences(diff),
              ElementsAre("工作成果：工作资料。", "责任处室：法规科、办公室。",
                          "删去规则：未清理：每1处，扣0.5分。", "删去封顶：第1项累计不超过2分。",
                          "工作成果：工作资料。", "责任处室：法规科、办公室。",
                          "增加规则：未修复：每1处，扣1分。"));
}

TEST(Diff, RowsOfTheSameWordsAreMatchedAsOftenAsTheyOccur) {
  const Task task = MakeTask("报送信息", "未报送的扣1分");
  const Scheme twice = MakeScheme({MakeSection("信息", {task, task})});
  const Scheme thrice = MakeScheme({MakeSection("信息", {task, task, task})});
  EXPECT_EQ(Count(Diff(twice, thrice)).tasks, (Tally{.added = 1}));
  EXPECT_EQ(Count(Diff(thrice, twice)).tasks, (Tally{.removed = 1}));
}

TEST(Diff, RowsOfTheSameWordsAreToldApartByTheirOffices) {
  Task first = MakeTask("报送信息", "未报送的扣1分");
  Task second = first;
  second.responsible = {{"水资源科", Responsible::By::kName}};
  const Scheme before = MakeScheme({MakeSection("信息", {first, second})});
  const Scheme after = MakeScheme({MakeSection("信息", {second, first})});
  EXPECT_EQ(Count(Diff(before, after)).tasks, (Tally{.moved = 1}));
}

TEST(Diff, ParagraphsAreMatchedByTheirWordsAndNotByTheirNumber) {
  const auto bonus = [](const std::string& text, const char* number) {
    Task task = MakeTask("", text);
    task.number = number;
    return task;
  };
  const std::string kept = "被省级媒体报道的，每次加0.5分，累计不超过1分";
  const std::string raised = "被省级媒体报道的，每次加0.5分，累计不超过3分";
  const Scheme before = MakeScheme(
      {MakeSection("加分事项", {bonus("获市级表彰的，每项加1分", "1"), bonus(kept, "2")})});
  const Scheme after = MakeScheme({MakeSection("加分事项", {bonus(kept, "1")})});
  EXPECT_EQ(Count(Diff(before, after)).tasks, (Tally{.removed = 1}));
  const Scheme changed = MakeScheme({MakeSection("加分事项", {bonus(raised, "1")})});
  EXPECT_EQ(Count(Diff(before, changed)).tasks, (Tally{.removed = 1, .changed = 1}));
}

// ---- Sections -----------------------------------------------------------------------------------

TEST(Diff, ASectionOfTheSameTasksIsTheSameWhateverItIsCalled) {
  const auto rename = [](Scheme& scheme) { scheme.sections[0].title.text = "水环境"; };
  EXPECT_THAT(AfterEdit(rename), ElementsAre("这一部分的标题由“河道管护”改为“水环境”。"));
}

TEST(Diff, ASectionOfAnotherTitleAndOtherTasksIsTheSameIfTheTitlesAreAlike) {
  Scheme after = Sample();
  after.sections[0] = MakeSection("河道管护工作", {MakeTask("编制应急预案", "未编制预案的扣3分")});
  EXPECT_EQ(Count(Diff(Sample(), Numbered(after))).sections, (Tally{.changed = 1}));
  after.sections[0].kind = Section::Kind::kUse;
  EXPECT_EQ(Count(Diff(Sample(), Numbered(after))).sections, (Tally{.added = 1, .removed = 1}));
}

TEST(Diff, SectionsTellTheirTitleKindAndBase) {
  EXPECT_THAT(AfterEdit([](Scheme& scheme) {
                scheme.sections[0].title.text = "河道管护工作";
                scheme.sections[0].kind = Section::Kind::kBonus;
                scheme.sections[0].base = Decimal::FromInt(10);
              }),
              ElementsAre("这一部分的标题由“河道管护”改为“河道管护工作”。",
                          "这一部分的类别由共性改为加分。", "写明了这一部分的分值：10分。"));
}

TEST(Diff, SectionsThatCameAndWentCarryTheirTasks) {
  Scheme after = Sample();
  after.sections[0] = MakeSection("防汛抢险", {MakeTask("编制应急预案", "未编制预案的扣3分")});
  const SchemeDiff diff = Diff(Sample(), Numbered(after));
  EXPECT_EQ(Count(diff).sections, (Tally{.added = 1, .removed = 1}));
  EXPECT_EQ(Count(diff).tasks, (Tally{.added = 1, .removed = 3}));
  ASSERT_THAT(diff.sections, SizeIs(2));
  EXPECT_EQ(diff.sections[0].title, "河道管护");
  EXPECT_EQ(diff.sections[1].title, "防汛抢险");
}

// ---- Shared criteria and bases ------------------------------------------------------------------

TEST(Diff, ASharedCriterionIsToldOnce) {
  EXPECT_THAT(AfterEdit([](Scheme& scheme) {
                TaskAt(scheme, 1, 1).criterion->rules[0].rule.points = Decimal::FromInt(4);
              }),
              ElementsAre(HasSubstr("扣分由1分改为4分")));
}

TEST(Diff, ASharedCriterionOutlivesTheRowWhereItStood) {
  Scheme after = Sample();
  std::swap(TaskAt(after, 1, 1), TaskAt(after, 1, 2));
  after = Numbered(after);
  after.sections[1].tasks.pop_back();
  const SchemeDiff diff = Diff(Sample(), after);
  EXPECT_EQ(Count(diff).tasks, (Tally{.removed = 1}));
  EXPECT_EQ(Count(diff).rules, Tally{});
}

TEST(Diff, ACriterionThatIsNoLongerSharedIsTold) {
  EXPECT_THAT(AfterEdit([](Scheme& scheme) {
                TaskAt(scheme, 1, 2).criterion =
                    MakeTask("推广节水器具", "未推广的扣1分").criterion;
              }),
              ElementsAre("标准由与2.2合并计分改为单独计分。",
                          "增加规则：未推广：不论次数，扣1分（应办事项）。"));
}

TEST(Diff, ABaseSharedWithTheSameTaskIsTheSameUnderAnyNumber) {
  Scheme before = Sample();
  TaskAt(before, 0, 0).base = Base{Decimal::FromInt(5), ""};
  TaskAt(before, 0, 1).base = Base{std::nullopt, "1.1"};
  Scheme after = before;
  after.sections[0].tasks.insert(after.sections[0].tasks.begin(),
                                 MakeTask("修复破损护栏", "未修复的扣1分"));
  after = Numbered(after);
  TaskAt(after, 0, 2).base->same_as = "1.2";
  EXPECT_EQ(Count(Diff(before, after)).tasks, (Tally{.added = 1}));
  TaskAt(after, 0, 2).base = Base{Decimal::FromInt(2), ""};
  EXPECT_THAT(Sentences(Diff(before, after)), testing::Contains("分值由与1.1合用改为2分。"));
}

}  // namespace
}  // namespace kaoping::scheme
