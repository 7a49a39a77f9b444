#include "scheme/supplement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "scheme/diff_sample_test.h"

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kOpen = "另行制订评分规定，视情打分";

// 1.1 counts; 2.1, 2.2 and 2.3 share one criterion that is still to be written.
Scheme Sample() {
  Scheme scheme;
  scheme.sections.push_back(MakeSection("组织领导", {MakeTask("召开会议", "未召开会议的，扣1分")}));
  std::vector<Task> open = {MakeTask("甲工作", std::string(kOpen)), MakeTask("乙工作", ""),
                            MakeTask("丙工作", "")};
  scheme.sections.push_back(MakeSection("个性工作", std::move(open)));
  scheme = Numbered(std::move(scheme));
  for (std::size_t i : {1U, 2U}) {
    scheme.sections[1].tasks[i].criterion = Criterion{};
    scheme.sections[1].tasks[i].criterion->same_as = "2.1";
  }
  return scheme;
}

Supplement Read(std::string_view text) {
  auto supplement = ReadSupplement("补充.txt", text);
  EXPECT_TRUE(supplement) << supplement.error().message.zh;
  return *std::move(supplement);
}

Result<Completed> CompleteWith(std::string_view text) { return Complete(Read(text), Sample()); }

std::string RefusalOf(std::string_view text) {
  const auto completed = CompleteWith(text);
  EXPECT_FALSE(completed);
  if (completed) return "";
  EXPECT_EQ(completed.error().code, "supplement-unmatched");
  return completed.error().message.zh;
}

TEST(SupplementTest, ATableCompletesTheRowsOfItsContents) {
  const auto completed = CompleteWith(
      "关于考评标准的补充规定\n\n2024年标准\n\n内容\t考评标准\n乙工作\t未完成的，扣1分\n"
      "甲工作\t未开展的，扣2分\n丙工作\t未上报的，扣3分\n");
  ASSERT_TRUE(completed) << completed.error().message.zh;
  EXPECT_THAT(completed->tasks, ElementsAre("2.1", "2.2", "2.3"));
  const Scheme& scheme = completed->scheme;
  EXPECT_EQ(scheme.sections[0], Sample().sections[0]);
  const Task& second = scheme.sections[1].tasks[1];
  EXPECT_EQ(second.criterion->text, "未完成的，扣1分");
  EXPECT_EQ(second.criterion->source, "关于考评标准的补充规定");
  EXPECT_EQ(second.criterion->place, (Place{0, 1, 2, 2}));
  ASSERT_EQ(second.criterion->rules.size(), 1U);
  EXPECT_EQ(second.criterion->rules[0].key, "2.2.1");
  EXPECT_TRUE(CheckScheme(scheme));
  EXPECT_THAT(WriteScheme(scheme), HasSubstr(R"("source": "关于考评标准的补充规定")"));
}

TEST(SupplementTest, OtherOfficesAndPapersAreToldAndNotTaken) {
  const auto completed = CompleteWith(
      "关于考评标准的补充规定\n\n2024年标准\n\n内容\t工作成果\t责任处室\t考评标准\n"
      "甲工作\t工作资料\t办公室、法规科\t未开展的，扣2分\n"
      "乙工作\t检查记录\t执法科\t未完成的，扣1分\n");
  ASSERT_TRUE(completed) << completed.error().message.zh;
  EXPECT_THAT(completed->untaken,
              ElementsAre(Untaken{"2.2", Untaken::What::kOffices, {"执法科"}},
                          Untaken{"2.2", Untaken::What::kDeliverables, {"检查记录"}}));
  const Task& second = completed->scheme.sections[1].tasks[1];
  EXPECT_EQ(second.responsible, Sample().sections[1].tasks[1].responsible);
  EXPECT_EQ(second.deliverables, Sample().sections[1].tasks[1].deliverables);
}

TEST(SupplementTest, AParagraphGivesNumberOrContentOrBoth) {
  const auto completed = CompleteWith(
      "第2.1项按以下标准计分：未开展的，扣2分\n\n对第2."
      "2项“乙工作”，按以下标准计分：\n\n未完成的，扣1分\n");
  ASSERT_TRUE(completed) << completed.error().message.zh;
  EXPECT_THAT(completed->tasks, ElementsAre("2.1", "2.2"));
  const Criterion& first = *completed->scheme.sections[1].tasks[0].criterion;
  EXPECT_EQ(first.text, "未开展的，扣2分");
  EXPECT_EQ(first.place, (Place{1, 0, 0, 0}));
  EXPECT_EQ(first.span, (Span{13, 21}));
  EXPECT_EQ(completed->scheme.sections[1].tasks[1].criterion->text, "未完成的，扣1分");
}

TEST(SupplementTest, RowsThatAreNotCompletedGoOnSharing) {
  const auto completed = CompleteWith("第2.1项按以下标准计分：未开展的，扣2分\n");
  ASSERT_TRUE(completed);
  EXPECT_THAT(completed->tasks, ElementsAre("2.1"));
  const std::vector<Task>& tasks = completed->scheme.sections[1].tasks;
  EXPECT_EQ(tasks[1].criterion->text, kOpen);
  EXPECT_EQ(tasks[2].criterion->same_as, "2.2");
}

TEST(SupplementTest, ACriterionThatCountsIsReplacedByContentAlone) {
  EXPECT_THAT(RefusalOf("第1.1项按以下标准计分：未召开的，扣3分\n"), HasSubstr("请把内容也写上"));
  const auto completed = CompleteWith("“召开会议”按以下标准计分：未召开会议的，扣3分\n");
  ASSERT_TRUE(completed);
  EXPECT_THAT(completed->tasks, ElementsAre("1.1"));
}

TEST(SupplementTest, WhatFitsNoRowIsNamedAndNothingIsCompleted) {
  const std::string refusal = RefusalOf(
      "第2.1项按以下标准计分：未开展的，扣2分\n\n第2.9项按以下标准计分：扣1分\n\n"
      "“召开大会议”按以下标准计分：扣1分\n\n第2.2项“丙工作”按以下标准计分：扣1分\n\n"
      "按以下标准计分：扣1分\n\n第2.1项按以下标准计分：扣1分\n");
  EXPECT_THAT(refusal, HasSubstr("第2.9项：方案中没有这一项"));
  EXPECT_THAT(refusal, HasSubstr("“召开大会议”：方案中没有这一项，最接近的是1.1“召开会议”"));
  EXPECT_THAT(refusal, HasSubstr("第2.2项“丙工作”："));
  EXPECT_THAT(refusal, HasSubstr("第5条：没有写明是哪一项"));
  EXPECT_THAT(refusal, HasSubstr("与前面一条说的是同一项（2.1）"));
}

TEST(SupplementTest, TheSameAgainChangesNothing) {
  const Supplement supplement = Read("第2.1项按以下标准计分：未开展的，扣2分\n");
  const Completed once = *Complete(supplement, Sample());
  Supplement by_content = supplement;
  by_content.rows[0].content = "甲工作";
  EXPECT_THAT(Complete(by_content, once.scheme)->tasks, IsEmpty());
}

TEST(SupplementTest, ADocumentWithoutCriteriaIsNoSupplement) {
  EXPECT_EQ(ReadSupplement("补充.txt", "个性工作的标准另发。\n").error().code, "no-supplement");
  EXPECT_EQ(ReadSupplement("补充.txt", "机密\n第2.1项按以下标准计分：扣2分\n").error().code,
            "classified");
}

}  // namespace
}  // namespace kaoping::scheme
