#include "service/schemes.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::HasSubstr;

using SchemesTest = ServiceFixture;

TEST_F(SchemesTest, ATableWithoutAHeadAndAColumnOfUnknownUseIsImportedAndShown) {
  const std::string notice = Replaced(kNotice, "项目\t内容\t工作成果\t责任处室\t考评标准\n", "");
  const auto outcome = ImportNotice(Keeper(), "通知.txt", notice);
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_TRUE(ShowScheme(Keeper(), outcome->summary.id));
}

TEST_F(SchemesTest, ImportKeepsADraftAndSaysWhatItFound) {
  const auto outcome = ImportNotice(Keeper(), "folder/通知.txt", kNotice);
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_TRUE(outcome->is_new);
  const SchemeSummary& summary = outcome->summary;
  EXPECT_EQ(summary.title, "示范市商业局2017年度考评任务分解表");
  EXPECT_EQ(summary.number, "示商发〔2017〕8号");
  EXPECT_EQ(summary.issuer, "示范市商业局");
  EXPECT_EQ(summary.year, 2017);
  EXPECT_EQ(summary.state, SchemeState::kDraft);
  EXPECT_EQ(summary.sections, 3);
  EXPECT_EQ(summary.tasks, 4);
  EXPECT_EQ(summary.rules, 4);
  EXPECT_EQ(summary.pending, 1);
  EXPECT_EQ(summary.errors, 0);
  EXPECT_GE(summary.warnings, 1);
  EXPECT_EQ(summary.imported_by, "keeper");
  EXPECT_EQ(summary.imported_at, now());
  EXPECT_EQ(outcome->diagnostics.empty(), false);
  EXPECT_EQ(outcome->questions.empty(), false);
}

TEST_F(SchemesTest, SameTextAgainChangesNothingAndSaysSo) {
  const auto first = ImportNotice(Keeper(), "通知.txt", kNotice);
  const auto second = ImportNotice(Keeper(), "另一名称.txt", kNotice);
  ASSERT_TRUE(second);
  EXPECT_FALSE(second->is_new);
  EXPECT_EQ(second->summary.id, first->summary.id);
  EXPECT_EQ(second->summary.imported_at, first->summary.imported_at);
  EXPECT_EQ(second->diagnostics, first->diagnostics);
  ASSERT_EQ(second->questions.size(), first->questions.size());
  EXPECT_EQ(second->questions[0].text, first->questions[0].text);
  EXPECT_EQ(Ledger().size(), 1U);
}

TEST_F(SchemesTest, SameTextWithOtherLineEndsIsTheSameScheme) {
  const std::string id = Import();
  const auto again = ImportNotice(Keeper(), "通知.txt", Replaced(kNotice, "\n", "\r\n"));
  ASSERT_TRUE(again) << again.error().message.zh;
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->summary.id, id);
}

TEST_F(SchemesTest, APreviewKeepsNothing) {
  const auto attempt = PreviewNotice(Keeper(), "通知.txt", kNotice);
  ASSERT_TRUE(attempt);
  const auto& preview = attempt->outcome;
  ASSERT_TRUE(preview) << preview.error().message.zh;
  EXPECT_EQ(preview->scheme.title, "示范市商业局2017年度考评任务分解表");
  ASSERT_EQ(preview->tables.size(), 1U);
  EXPECT_TRUE(preview->tables[0].is_taken);
  EXPECT_FALSE(preview->questions.empty());
  EXPECT_TRUE(Ledger().empty());
  EXPECT_TRUE(ListSchemes(Keeper())->empty());
}

// Corrected by a person, the same file is not the import that is there already.
TEST_F(SchemesTest, TheSameFileReadOtherwiseRevisesItsImport) {
  const std::string id = Import();
  notice::Hints hints;
  hints.roles = {{1, notice::Role::kIgnored}};
  const auto corrected = ImportNotice(Keeper(), "通知.txt", kNotice, document::ReadDocument, hints);
  ASSERT_TRUE(corrected) << corrected.error().message.zh;
  EXPECT_TRUE(corrected->is_new);
  ASSERT_TRUE(corrected->revision);
  EXPECT_EQ(corrected->revision->revises, id);
  const auto again = ImportNotice(Keeper(), "通知.txt", kNotice, document::ReadDocument, hints);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->summary.id, corrected->summary.id);
}

TEST_F(SchemesTest, BadFileChangesNothing) {
  EXPECT_EQ(CodeOf(ImportNotice(Keeper(), "通知.txt", "")), "file-empty");
  EXPECT_EQ(CodeOf(ImportNotice(Keeper(), "通知.txt", "你好")), "not-a-notice");
  EXPECT_EQ(CodeOf(ImportNotice(Keeper(), std::string("a\0b.txt", 7), kNotice)), "text-unfit");
  EXPECT_EQ(CodeOf(ImportNotice(Keeper(), std::string(300, 'x'), kNotice)), "text-too-long");
  EXPECT_TRUE(Ledger().empty());
  EXPECT_TRUE(ListSchemes(Keeper())->empty());
}

TEST_F(SchemesTest, ListShowsTheLatestImportFirst) {
  const std::string first = Import();
  const auto second =
      ImportNotice(Keeper(), "通知.txt", Replaced(kNotice, "〔2017〕8号", "〔2017〕9号"));
  const auto list = *ListSchemes(Keeper());
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id, second->summary.id);
  EXPECT_EQ(list[1].id, first);
}

TEST_F(SchemesTest, SelectorIsAnIdOrAPartOfTitleOrNumber) {
  const std::string id = Import();
  for (const std::string& selector :
       {id, std::string("商业局2017年度"), std::string("示商发〔2017〕8号"), std::string("8号")}) {
    const auto view = ShowScheme(Keeper(), selector);
    ASSERT_TRUE(view) << selector;
    EXPECT_EQ(view->summary.id, id);
  }
  EXPECT_EQ(CodeOf(ShowScheme(Keeper(), "财政局")), "scheme-not-found");
  EXPECT_EQ(CodeOf(ShowScheme(Keeper(), "")), "scheme-not-found");
  EXPECT_EQ(CodeOf(ShowScheme(Keeper(), "\xff")), "scheme-not-found");
}

TEST_F(SchemesTest, AmbiguousSelectorNamesTheCandidates) {
  const std::string first = Import();
  const std::string second = ImportNotice(Keeper(), "通知.txt",
                                          Replaced(Replaced(kNotice, "〔2017〕8号", "〔2017〕9号"),
                                                   "任务分解表", "任务单"))
                                 ->summary.id;
  const auto view = ShowScheme(Keeper(), "示商发");
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().code, "scheme-ambiguous");
  EXPECT_EQ(view.error().kind, ErrorKind::kConflict);
  EXPECT_THAT(view.error().message.zh, HasSubstr(first));
  EXPECT_THAT(view.error().message.zh, HasSubstr(second));
  EXPECT_TRUE(ShowScheme(Keeper(), "8号"));
}

TEST_F(SchemesTest, ShowGivesTheWholeSchemeAndWhatIsPending) {
  const auto view = ShowScheme(Keeper(), Import());
  ASSERT_TRUE(view);
  EXPECT_EQ(view->scheme.sections.size(), 3U);
  ASSERT_EQ(view->pending.size(), 1U);
  EXPECT_EQ(view->pending[0].task, "3.1");
}

TEST_F(SchemesTest, PendingSchemeIsPublishedWithAReasonOnly) {
  const std::string id = Import();
  for (const char* reason : {"", "  　"}) {
    const auto refused = PublishScheme(Keeper(), id, reason);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "reason-required");
    EXPECT_EQ(refused.error().field, "reason");
    EXPECT_THAT(refused.error().message.zh, HasSubstr("3.1"));
  }
  EXPECT_EQ(Ledger().size(), 1U);
  const auto published = PublishScheme(Keeper(), id, "个性指标10月另发");
  ASSERT_TRUE(published) << published.error().message.zh;
  EXPECT_TRUE(published->is_new);
  EXPECT_EQ(published->summary.state, SchemeState::kPublished);
  EXPECT_EQ(published->summary.published_by, "keeper");
  EXPECT_EQ(published->summary.published_at, now());
  EXPECT_EQ(published->summary.publication_reason, "个性指标10月另发");
}

TEST_F(SchemesTest, LedgerKeepsTheReasonAndWhatWasPending) {
  Publish();
  const ledger::Entry entry = Ledger().back();
  EXPECT_EQ(entry.action, "publish-scheme");
  EXPECT_EQ(entry.actor, "keeper");
  EXPECT_THAT(entry.body, HasSubstr("\"reason\":\"个性指标10月另发\""));
  EXPECT_THAT(entry.body, HasSubstr("\"task\":\"3.1\""));
}

TEST_F(SchemesTest, NothingPendingNeedsNoReason) {
  const std::string text =
      Replaced(kNotice, "根据各部门完成情况，另行制订个性化评分规定，视情打分", "未完成的，扣1分");
  const std::string id = ImportNotice(Keeper(), "通知.txt", text)->summary.id;
  const auto published = PublishScheme(Keeper(), id, "");
  ASSERT_TRUE(published) << published.error().message.zh;
  EXPECT_EQ(published->summary.publication_reason, "");
}

TEST_F(SchemesTest, PublishingTwiceChangesNothing) {
  const std::string id = Publish();
  const auto again = PublishScheme(Keeper(), id, "另一理由");
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->summary.publication_reason, "个性指标10月另发");
  EXPECT_EQ(Ledger().size(), 2U);
}

TEST_F(SchemesTest, ReasonThatCannotBeShownIsRefused) {
  const std::string id = Import();
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), id, std::string("a\0b", 3))), "text-unfit");
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), id, "\xc3(")), "text-unfit");
  EXPECT_EQ(CodeOf(PublishScheme(Keeper(), id, std::string(2001, 'x'))), "text-too-long");
}

TEST_F(SchemesTest, OnlyWhoMayImportsAndPublishes) {
  EXPECT_EQ(CodeOf(ImportNotice(Appraiser(), "通知.txt", kNotice)), "not-allowed");
  const std::string id = Import();
  EXPECT_EQ(CodeOf(PublishScheme(Appraiser(), id, "理由")), "not-allowed");
  EXPECT_EQ(CodeOf(ListSchemes(Auditor())), "not-allowed");
  EXPECT_EQ(CodeOf(ShowScheme(Auditor(), id)), "not-allowed");
}

}  // namespace
}  // namespace kaoping::service
