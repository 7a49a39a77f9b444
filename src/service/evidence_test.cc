#include "service/evidence.h"

#include <gmock/gmock.h>

#include <fstream>
#include <string>
#include <vector>

#include "crypto/digest.h"
#include "service/settings.h"
#include "support/evidence_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Status = EvidenceStatus;

constexpr std::string_view kMinutes = "会议纪要\n2017年5月20日，党组专题研究法治工作。\n";

class EvidenceTest : public EvidenceFixture {
 protected:
  EvidenceTest() : scheme_(Publish()) {}

  std::string AddMinutes() { return Add(Contact(), "纪要.txt", kMinutes)->id; }

  CitationTarget Task(std::string key) const { return {scheme_, CitedKind::kTask, std::move(key)}; }
  CitationTarget Rule(std::string key) const { return {scheme_, CitedKind::kRule, std::move(key)}; }

  std::vector<std::string> Ids(const EvidenceFilter& filter) {
    const auto page = ListEvidence(Appraiser(), filter);
    EXPECT_TRUE(page) << page.error().message.zh;
    std::vector<std::string> ids;
    for (const Evidence& item : page->items) ids.push_back(item.id);
    return ids;
  }

  std::string scheme_;
};

TEST_F(EvidenceTest, FileIsKeptWithWhatIsToldOfIt) {
  EvidenceDraft draft = Draft();
  draft.details.number = "示商党〔2017〕3号";
  draft.details.pages = 2;
  draft.details.form = EvidenceDetails::Form::kCopy;
  const auto item = Add(Contact(), "5月 纪要.txt", kMinutes, draft);
  ASSERT_TRUE(item) << item.error().message.zh;
  EXPECT_THAT(item->id, ::testing::MatchesRegex("ev-[0-9]+"));
  EXPECT_EQ(item->unit, kUnit);
  EXPECT_EQ(item->details.name, "5月 纪要") << "of the file, where nothing else is said";
  EXPECT_EQ(item->details.number, "示商党〔2017〕3号");
  EXPECT_EQ(item->details.pages, 2);
  EXPECT_EQ(item->details.form, EvidenceDetails::Form::kCopy);
  EXPECT_EQ(item->by, "contact");
  EXPECT_EQ(item->status, Status::kPending);
  ASSERT_EQ(item->files.size(), 1U);
  const EvidenceFile& file = item->files[0];
  EXPECT_EQ(file.version, 1);
  EXPECT_EQ(file.file_name, "5月 纪要.txt");
  EXPECT_EQ(file.kind, "text");
  EXPECT_EQ(file.size, kMinutes.size());
  EXPECT_EQ(file.sha256, crypto::Sha256Hex(kMinutes));
  EXPECT_EQ(file.sm3.size(), 64U);
  EXPECT_EQ(file.words, EvidenceFile::Words::kRead);
  EXPECT_FALSE(file.is_scanned);
  const auto opened = OpenEvidenceFile(Reviewer(), item->id, 0);
  ASSERT_TRUE(opened);
  EXPECT_EQ(*opened->bytes->Read(0, 1000), kMinutes);
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, WhatCameLongAfterItWasFormedIsLate) {
  EvidenceDraft draft = Draft();  // it is 2017-06-01
  draft.details.formed = Date::Parse("2017-05-02");
  EXPECT_FALSE(Add(Contact(), "a.txt", "30 days", draft)->is_late);
  draft.details.formed = Date::Parse("2017-05-01");
  const auto late = Add(Contact(), "b.txt", "31 days", draft);
  EXPECT_TRUE(late->is_late);
  EXPECT_TRUE(late->files[0].is_late);
  draft.details.formed = std::nullopt;
  EXPECT_FALSE(Add(Contact(), "c.txt", "unknown", draft)->is_late);
  ASSERT_TRUE(ChangeSettings(As(Role::kSystemAdmin, "admin"),
                             std::vector{SettingChoice{"late-days", "31"}}, "放宽"));
  EXPECT_FALSE(ShowEvidence(Contact(), late->id)->is_late);
}

TEST_F(EvidenceTest, WhatDoesNotFitIsRefusedAndLeavesNothing) {
  const std::size_t entries = Ledger().size();
  const auto code = [&](auto change, std::string_view name = "纪要.txt",
                        std::string_view bytes = kMinutes) {
    EvidenceDraft draft = Draft();
    change(draft);
    const auto refused = Add(Appraiser(), name, bytes, draft);
    return refused ? "" : refused.error().code + " " + refused.error().field;
  };
  const auto nothing = [](EvidenceDraft&) {};
  EXPECT_EQ(code(nothing, "纪\r\n要.txt"), "file-name-unfit filename");
  EXPECT_EQ(code(nothing, "../纪要.txt"), "file-name-unfit filename");
  EXPECT_EQ(code(nothing, ""), "file-name-unfit filename");
  EXPECT_EQ(code(nothing, std::string(201, 'a')), "file-name-unfit filename");
  EXPECT_EQ(code(nothing, "纪要.pdf"), "file-mislabelled ");
  EXPECT_EQ(code(nothing, "纪要.zip", "PK\3\4"), "file-damaged ");
  EXPECT_EQ(code(nothing, "纪要.txt", ""), "file-empty ");
  EXPECT_EQ(code(nothing, "机密★1年.txt"), "file-classified ");
  EXPECT_EQ(code(nothing, "纪要.txt", "机密★1年\n\n示范市商业局文件"), "file-classified ");
  EXPECT_EQ(code([](auto& d) { d.unit = ""; }), "field-missing unit");
  EXPECT_EQ(code([](auto& d) { d.unit = "a\nb"; }), "text-unfit unit");
  EXPECT_EQ(code([](auto& d) { d.details.name = "一\n二"; }), "text-unfit name");
  EXPECT_EQ(code([](auto& d) { d.details.name = std::string(201, 'a'); }), "text-too-long name");
  EXPECT_EQ(code([](auto& d) { d.details.note = std::string("a\0b", 3); }), "text-unfit note");
  EXPECT_EQ(code([](auto& d) { d.details.pages = -1; }), "number-unfit pages");
  EXPECT_EQ(code([](auto& d) { d.details.copies = 1'000'000; }), "number-unfit copies");
  EXPECT_EQ(code([](auto& d) { d.details.url = "javascript:alert(1)"; }), "url-unfit url");
  EXPECT_EQ(code([](auto& d) { d.details.formed = Date::Parse("2017-06-02"); }),
            "formed-in-future formed");
  EXPECT_EQ(CountFiles(), 0);
  EXPECT_EQ(Ledger().size(), entries);
}

TEST_F(EvidenceTest, FileThatIsTooLargeIsRefused) {
  constexpr std::size_t kMegabyte = 1 << 20;
  ASSERT_TRUE(ChangeSettings(As(Role::kSystemAdmin, "admin"),
                             std::vector{SettingChoice{"upload-megabytes", "1"}}, "磁盘小"));
  EXPECT_EQ(CodeOf(Add(Contact(), "a.txt", std::string(kMegabyte, 'x'))), "");
  EXPECT_EQ(CodeOf(Add(Contact(), "a.txt", std::string(kMegabyte + 1, 'x'))), "evidence-too-large")
      << "as soon as it is";
  EXPECT_EQ(CodeOf(ReceiveFile(Contact(), kMegabyte + 1)), "evidence-too-large")
      << "as soon as it says so";
  EXPECT_EQ(CountFiles(), 1);
}

TEST_F(EvidenceTest, FileWithoutReadableWordsIsTakenAndSaysSo) {
  const auto picture = Add(Contact(), "a.png", "\x89PNG\r\n\x1A\n…");
  EXPECT_EQ(picture->files[0].words, EvidenceFile::Words::kNone);
  const auto broken = Add(Contact(), "a.pdf", "%PDF-1.7 cut off");
  EXPECT_EQ(broken->files[0].words, EvidenceFile::Words::kUnread);
}

TEST_F(EvidenceTest, UnknownUnitsAndOfficesAreRefused) {
  ASSERT_TRUE(ImportRegister(
      Keeper(), R"({"format":"register/1","units":[{"name":"示范市商业局","aliases":["商业局"],
                     "offices":[{"name":"办公室"},{"name":"法规处","tags":["业务"]}]}],
                    "groups":[{"name":"各业务处室","tags":["业务"]}]})"));
  const auto code = [&](std::string unit, std::string office) {
    EvidenceDraft draft = Draft(std::move(unit));
    draft.office = std::move(office);
    return CodeOf(Add(Appraiser(), "纪要.txt", kMinutes, draft));
  };
  EXPECT_EQ(code("财政局", ""), "unit-unknown");
  EXPECT_EQ(code("商业局", "人事处"), "office-unknown");
  EXPECT_EQ(code("商业局", "各业务处室"), "office-is-group");
  EvidenceDraft draft = Draft("商业局");
  draft.office = "局办公室";
  const auto item = Add(Appraiser(), "纪要.txt", kMinutes, draft);
  ASSERT_TRUE(item);
  EXPECT_EQ(item->unit, "示范市商业局");
  EXPECT_EQ(item->office, "办公室");
}

TEST_F(EvidenceTest, PeopleReachWhatIsTheirs) {
  ASSERT_TRUE(ImportRegister(Keeper(), R"({"format":"register/1","units":[
          {"name":"示范市商业局","offices":[{"name":"办公室"},{"name":"法规处"}]},
          {"name":"财政局"}]})"));
  const auto person = [&](Role role, std::string name, Place place) {
    Context context = As(role, std::move(name));
    context.actor.place = std::move(place);
    return context;
  };
  const auto office = [&] { return person(Role::kOfficeContact, "a", {"示范市商业局", "办公室"}); };
  const auto law = [&] { return person(Role::kOfficeContact, "b", {"示范市商业局", "法规处"}); };
  const auto finance = [&] { return person(Role::kOfficeContact, "c", {"财政局", ""}); };
  EvidenceDraft none;
  const auto own = Add(office(), "a.txt", "一", none);
  ASSERT_TRUE(own) << own.error().message.zh;
  EXPECT_EQ(own->unit, "示范市商业局") << "that of the account";
  EXPECT_EQ(own->office, "办公室");
  EXPECT_EQ(CodeOf(Add(law(), "b.txt", "二", Draft("财政局"))), "outside-reach");
  EvidenceDraft of_office = Draft("示范市商业局");
  of_office.office = "办公室";
  EXPECT_EQ(CodeOf(Add(law(), "b.txt", "二", of_office)), "outside-reach");
  EXPECT_EQ(CodeOf(ShowEvidence(law(), own->id)), "evidence-not-found");
  EXPECT_EQ(CodeOf(ShowEvidence(finance(), own->id)), "evidence-not-found");
  EXPECT_EQ(CodeOf(OpenEvidenceFile(finance(), own->id, 0)), "evidence-not-found");
  EXPECT_EQ(CodeOf(AddVersion(finance(), own->id, "a.txt", "三")), "evidence-not-found");
  EXPECT_EQ(CodeOf(CiteEvidence(finance(), own->id, Task("1.2"))), "evidence-not-found");
  EXPECT_EQ(CodeOf(ListEvidence(finance(), {.unit = "示范市商业局"})), "outside-reach");
  EXPECT_TRUE(ListEvidence(finance(), {})->items.empty());
  EXPECT_TRUE(ListEvidence(law(), {})->items.empty());
  EXPECT_EQ(ListEvidence(office(), {})->items.size(), 1U);
  const auto head = person(Role::kUnitHead, "d", {"示范市商业局", ""});
  EXPECT_EQ(ListEvidence(head, {})->items.size(), 1U);
  // The same file of another unit is told without what it is.
  const auto same = Add(finance(), "f.txt", "一", none);
  ASSERT_EQ(same->same.size(), 1U);
  EXPECT_EQ(same->same[0].unit, "示范市商业局");
  EXPECT_EQ(same->same[0].id, "");
  EXPECT_EQ(ShowEvidence(Appraiser(), same->id)->same[0].id, own->id);
}

TEST_F(EvidenceTest, RolesDecideWhoHandsInReviewsAndSees) {
  const std::string id = AddMinutes();
  EXPECT_EQ(CodeOf(Add(As(Role::kObserver, "o"), "a.txt", "x")), "not-allowed");
  EXPECT_EQ(CodeOf(Add(Reviewer(), "a.txt", "x")), "not-allowed");
  EXPECT_EQ(CodeOf(ReviewEvidence(Contact(), id, 0, Status::kAccepted, "")), "not-allowed");
  EXPECT_EQ(CodeOf(RemoveEvidenceFile(Contact(), id, 0, "x")), "not-allowed");
  EXPECT_EQ(CodeOf(ShowEvidence(Auditor(), id)), "not-allowed");
  EXPECT_EQ(CodeOf(ShowEvidence(As(Role::kObserver, "o"), id)), "");
}

TEST_F(EvidenceTest, IsCitedForTasksRulesAndFactsAndTakenBack) {
  const std::string fact = RecordOne(Contact(), Case("2017-03-01"));
  const auto item =
      Add(Contact(), "纪要.txt", kMinutes, Draft(),
          {Task("1.2"), {"2017", CitedKind::kRule, "1.1.1"}, {scheme_, CitedKind::kFact, fact}});
  ASSERT_TRUE(item) << item.error().message.zh;
  ASSERT_EQ(item->citations.size(), 3U);
  EXPECT_EQ(item->citations[0].target, "1.2");
  EXPECT_EQ(item->citations[0].scheme, scheme_);
  EXPECT_EQ(item->citations[1].target, "1.1.1") << "by its key, which people know";
  EXPECT_EQ(item->citations[2].target, fact);
  EXPECT_THAT(Ids({.scheme = scheme_}), ElementsAre(item->id));
  EXPECT_THAT(Ids({.scheme = scheme_, .task = "1.2"}), ElementsAre(item->id));
  EXPECT_THAT(Ids({.scheme = scheme_, .rule = "1.1.1"}), ElementsAre(item->id));
  EXPECT_THAT(Ids({.scheme = scheme_, .fact = fact}), ElementsAre(item->id));
  EXPECT_THAT(Ids({.scheme = scheme_, .task = "1.1"}), IsEmpty());
  const std::size_t entries = Ledger().size();
  EXPECT_EQ(CiteEvidence(Contact(), item->id, Task("1.2"))->citations.size(), 3U);
  EXPECT_EQ(Ledger().size(), entries) << "it is cited already";
  EXPECT_EQ(UnciteEvidence(Contact(), item->id, Rule("1.1.1"))->citations.size(), 2U);
  EXPECT_THAT(Ids({.scheme = scheme_, .rule = "1.1.1"}), IsEmpty());
  EXPECT_EQ(CodeOf(UnciteEvidence(Contact(), item->id, Rule("1.1.1"))), "not-cited");
  EXPECT_EQ(CodeOf(CiteEvidence(Contact(), item->id, Task("9.9"))), "task-unknown");
  EXPECT_EQ(CodeOf(CiteEvidence(Contact(), item->id, Rule("9.9.9"))), "rule-unknown");
  EXPECT_EQ(CodeOf(CiteEvidence(Contact(), item->id, {scheme_, CitedKind::kFact, "f99"})),
            "fact-not-found");
  EXPECT_EQ(CodeOf(CiteEvidence(Contact(), item->id, {"2099", CitedKind::kTask, "1.2"})),
            "scheme-not-found");
  EXPECT_EQ(CodeOf(CiteEvidence(Contact(), "ev-99999", Task("1.2"))), "evidence-not-found");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, UploadWithACitationThatFailsKeepsNothing) {
  const std::size_t entries = Ledger().size();
  EXPECT_EQ(CodeOf(Add(Contact(), "纪要.txt", kMinutes, Draft(), {Task("1.2"), Task("9.9")})),
            "task-unknown");
  EXPECT_EQ(Ledger().size(), entries);
  EXPECT_THAT(Ids({}), IsEmpty());
  EXPECT_EQ(*CleanUpEvidence(store()), 1) << "its bytes, which nobody names";
  EXPECT_EQ(CountFiles(), 0);
}

TEST_F(EvidenceTest, CitationsGoWithTheRevisionOfTheirScheme) {
  const std::string id = AddMinutes();
  ASSERT_TRUE(CiteEvidence(Contact(), id, Task("1.2")));
  ASSERT_TRUE(CiteEvidence(Contact(), id, Rule("2.1.1")));
  // A task before it moves both.
  const std::string revised =
      Replaced(kNotice, "组织领导\t党组专题研究",
               "组织领导\t制订工作要点\t要点\t办公室\t未制订要点的，扣1分\n\t党组专题研究");
  const auto imported = ImportNotice(Keeper(), "修订.txt", revised);
  ASSERT_TRUE(imported) << imported.error().message.zh;
  const std::string later = imported->summary.id;
  ASSERT_TRUE(PublishScheme(Keeper(), later, "修订"));
  EXPECT_THAT(Ids({.scheme = later, .task = "1.3"}), ElementsAre(id));
  EXPECT_THAT(Ids({.scheme = later, .task = "1.2"}), IsEmpty());
  EXPECT_THAT(Ids({.scheme = later, .rule = "2.1.1"}), ElementsAre(id));
  EXPECT_THAT(Ids({.scheme = later}), ElementsAre(id));
}

TEST_F(EvidenceTest, FactsCiteTheItemsThatTheyName) {
  const std::string id = AddMinutes();
  score::Fact fact = Case("2017-03-01");
  fact.evidence = {id, "档案柜3-12", id + " 第3页", "ev-资料"};
  const std::string recorded = RecordOne(Contact(), fact);
  EXPECT_THAT(Ids({.scheme = scheme_, .fact = recorded}), ElementsAre(id));
  EXPECT_EQ(ShowEvidence(Contact(), id)->citations.size(), 1U) << "once";
  fact.evidence = {"ev-99999"};
  const auto refused = RecordFacts(Contact(), scheme_, std::vector{fact});
  EXPECT_EQ(CodeOf(refused), "evidence-unknown");
  EXPECT_EQ(refused.error().field, "evidence");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, VersionsStayAndTheirReviewBeginsAnew) {
  const std::string id = AddMinutes();
  ASSERT_TRUE(ReviewEvidence(Reviewer(), id, 1, Status::kReturned, "缺签到表"));
  const auto item = AddVersion(Contact(), id, "纪要和签到表.txt", "纪要和签到表");
  ASSERT_TRUE(item) << item.error().message.zh;
  ASSERT_EQ(item->files.size(), 2U);
  EXPECT_EQ(item->files[1].version, 2);
  EXPECT_EQ(item->status, Status::kPending);
  EXPECT_EQ(item->reviews.size(), 1U);
  EXPECT_EQ(*OpenEvidenceFile(Contact(), id, 1)->bytes->Read(0, 1000), kMinutes);
  EXPECT_EQ(*OpenEvidenceFile(Contact(), id, 0)->bytes->Read(0, 1000), "纪要和签到表");
  EXPECT_EQ(CodeOf(OpenEvidenceFile(Contact(), id, 3)), "version-unknown");
  EXPECT_EQ(AddVersion(Contact(), id, "纪要和签到表.txt", "纪要和签到表")->files.size(), 2U)
      << "the same again";
  EXPECT_EQ(CodeOf(AddVersion(Contact(), "ev-99999", "a.txt", "x")), "evidence-not-found");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, IsReviewedBySomebodyElse) {
  const std::string id = AddMinutes();
  EXPECT_THAT(Ids({.status = Status::kPending}), ElementsAre(id));
  for (const Status status : {Status::kReturned, Status::kDoubtful}) {
    const auto refused = ReviewEvidence(Reviewer(), id, 0, status, " ");
    EXPECT_EQ(CodeOf(refused), "reason-required");
    EXPECT_EQ(refused.error().field, "reason");
  }
  EXPECT_EQ(CodeOf(ReviewEvidence(Reviewer(), id, 0, Status::kPending, "")), "status-undecided");
  EXPECT_EQ(ReviewEvidence(Reviewer(), id, 0, Status::kDoubtful, "日期不符")->status,
            Status::kDoubtful);
  EXPECT_EQ(ReviewEvidence(Appraiser(), id, 0, Status::kPartly, "只认第一页")->status,
            Status::kPartly);
  const auto accepted = ReviewEvidence(Reviewer(), id, 1, Status::kAccepted, "");
  EXPECT_EQ(accepted->status, Status::kAccepted);
  EXPECT_EQ(accepted->reviews.size(), 3U);
  const std::size_t entries = Ledger().size();
  EXPECT_TRUE(ReviewEvidence(Reviewer(), id, 1, Status::kAccepted, ""));
  EXPECT_EQ(Ledger().size(), entries) << "it is accepted already";
  EXPECT_THAT(Ids({.status = Status::kPending}), IsEmpty());
  EXPECT_THAT(Ids({.status = Status::kAccepted}), ElementsAre(id));
  const std::string own = Add(Appraiser(), "b.txt", "另一份")->id;
  EXPECT_EQ(CodeOf(ReviewEvidence(Appraiser(), own, 0, Status::kAccepted, "")), "own-evidence");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, ReviewOfAnOlderVersionIsRefused) {
  const std::string id = AddMinutes();
  ASSERT_TRUE(AddVersion(Contact(), id, "b.txt", "第二版"));
  EXPECT_EQ(CodeOf(ReviewEvidence(Reviewer(), id, 1, Status::kAccepted, "")), "evidence-changed");
  EXPECT_TRUE(ReviewEvidence(Reviewer(), id, 2, Status::kAccepted, ""));
}

TEST_F(EvidenceTest, TheSameFileIsKeptOnceAndPointedOut) {
  const std::string first = AddMinutes();
  const auto other_unit = Add(Appraiser(), "纪要.txt", kMinutes, Draft("财政局"));
  ASSERT_TRUE(other_unit) << "pointed out, not refused";
  ASSERT_EQ(other_unit->same.size(), 1U);
  EXPECT_EQ(other_unit->same[0].id, first);
  EXPECT_EQ(other_unit->same[0].unit, kUnit);
  EXPECT_EQ(other_unit->same[0].why, SameFile::Why::kOtherUnit);
  EXPECT_EQ(Add(Contact(), "再传.txt", kMinutes)->same[0].why, SameFile::Why::kAgain);
  Pass(365LL * 24 * 3600);
  const auto next_year = Add(Contact(), "纪要.txt", kMinutes);
  ASSERT_EQ(next_year->same.size(), 3U);
  EXPECT_EQ(next_year->same[0].why, SameFile::Why::kOtherYear);
  EXPECT_EQ(ShowEvidence(Contact(), first)->same.size(), 3U);
  EXPECT_EQ(CountFiles(), 1);
}

TEST_F(EvidenceTest, PaperIsRegisteredWithoutAFile) {
  EvidenceDraft draft = Draft();
  draft.details.name = "涉密会议纪要";
  draft.details.location = "机要室3号柜";
  RegisteredPaper paper{"机登〔2017〕12号", "张三（办公室主任）", Date::Parse("2017-05-30")};
  const auto item = RegisterPaper(Contact(), draft, paper, std::vector{Task("1.1")});
  ASSERT_TRUE(item) << item.error().message.zh;
  EXPECT_EQ(item->paper, paper);
  EXPECT_TRUE(item->files.empty());
  EXPECT_EQ(item->citations.size(), 1U);
  EXPECT_EQ(CountFiles(), 0);
  EXPECT_EQ(CodeOf(OpenEvidenceFile(Contact(), item->id, 0)), "version-unknown");
  EXPECT_EQ(ReviewEvidence(Reviewer(), item->id, 0, Status::kAccepted, "已到柜前查看")->status,
            Status::kAccepted);
  EXPECT_EQ(
      CodeOf(ReviewEvidence(As(Role::kAppraiser, "contact"), item->id, 0, Status::kPartly, "x")),
      "own-evidence");
  draft.details.location = "";
  EXPECT_EQ(RegisterPaper(Contact(), draft, paper).error().field, "location");
  draft.details.location = "机要室";
  paper.number = "";
  EXPECT_EQ(RegisterPaper(Contact(), draft, paper).error().field, "paper_number");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, FileThatMustGoLeavesItsHash) {
  const std::string id = AddMinutes();
  const std::string other = Add(Appraiser(), "另一份.txt", kMinutes, Draft("财政局"))->id;
  EXPECT_EQ(CodeOf(RemoveEvidenceFile(Reviewer(), id, 0, "")), "reason-required");
  EXPECT_EQ(CodeOf(RemoveEvidenceFile(Reviewer(), id, 7, "x")), "version-unknown");
  const auto item = RemoveEvidenceFile(Reviewer(), id, 0, "含个人信息，依法删除");
  ASSERT_TRUE(item) << item.error().message.zh;
  EXPECT_EQ(CountFiles(), 0);
  EXPECT_EQ(item->files[0].sha256, crypto::Sha256Hex(kMinutes));
  ASSERT_TRUE(item->files[0].removal);
  EXPECT_EQ(item->files[0].removal->reason, "含个人信息，依法删除");
  EXPECT_TRUE(ShowEvidence(Appraiser(), other)->files[0].removal) << "whoever has it";
  const auto refused = OpenEvidenceFile(Contact(), id, 0);
  EXPECT_EQ(CodeOf(refused), "file-removed");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("含个人信息"));
  EXPECT_EQ(CodeOf(Add(Contact(), "换个名.txt", kMinutes)), "evidence-removed");
  EXPECT_EQ(CodeOf(AddVersion(Contact(), id, "换个名.txt", "别的")), "");
  EXPECT_THAT(ProblemCodes(), IsEmpty());
  std::ofstream(PathOf(crypto::Sha256Hex(kMinutes))) << kMinutes;
  EXPECT_THAT(ProblemCodes(), ElementsAre("evidence-file-there"));
  EXPECT_EQ(*CleanUpEvidence(store()), 1);
  EXPECT_THAT(ProblemCodes(), IsEmpty());
}

TEST_F(EvidenceTest, ListIsReadInPages) {
  std::vector<std::string> added;
  for (const char* text : {"一", "二", "三"}) added.push_back(Add(Contact(), "a.txt", text)->id);
  const auto first = *ListEvidence(Contact(), {.limit = 2});
  ASSERT_EQ(first.items.size(), 2U);
  const auto second = *ListEvidence(Contact(), {.cursor = first.next, .limit = 2});
  ASSERT_EQ(second.items.size(), 1U);
  EXPECT_EQ(second.items[0].id, added[2]);
  EXPECT_EQ(second.next, "");
  EXPECT_EQ(CodeOf(ListEvidence(Contact(), {.limit = 0})), "limit-unfit");
  EXPECT_EQ(CodeOf(ListEvidence(Contact(), {.cursor = "x"})), "cursor-unfit");
  EXPECT_EQ(CodeOf(ListEvidence(Contact(), {.task = "1.1"})), "filter-unclear");
  EXPECT_EQ(CodeOf(ListEvidence(Contact(), {.scheme = scheme_, .task = "1.1", .rule = "1.1.1"})),
            "filter-unclear");
  EXPECT_EQ(CodeOf(ListEvidence(Contact(), {.scheme = scheme_, .fact = "f99"})), "fact-not-found");
}

// One flipped byte of a file, and a file that is gone.
TEST_F(EvidenceTest, VerificationReadsEveryFile) {
  AddMinutes();
  const auto path = PathOf(crypto::Sha256Hex(kMinutes));
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(5);
  file.put(static_cast<char>(kMinutes[5] ^ 1));
  file.close();
  EXPECT_THAT(ProblemCodes(), ElementsAre("evidence-file-changed"));
  std::filesystem::remove(path);
  EXPECT_THAT(ProblemCodes(), ElementsAre("evidence-file-missing"));
  ASSERT_TRUE(Add(Contact(), "再传.txt", kMinutes));
  EXPECT_THAT(ProblemCodes(), IsEmpty()) << "whoever still has the file can bring it back";
}

class FakeScanner : public FileScanner {
 public:
  Result<std::optional<std::string>> Scan(const ByteSource& bytes) const override {
    KAOPING_TRY(const std::string text, bytes.Read(0, 1000));
    if (text.find("broken") != text.npos) {
      return MakeError(ErrorKind::kUnavailable, "scanner-unavailable", {"", ""});
    }
    if (text.find("virus") != text.npos) return std::optional<std::string>("Test.Virus");
    return std::optional<std::string>();
  }
};

TEST_F(EvidenceTest, FilesAreShownToTheScannerFirst) {
  const FakeScanner scanner;
  intake_.scanner = &scanner;
  EXPECT_TRUE(Add(Contact(), "a.txt", "clean")->files[0].is_scanned);
  const auto infected = Add(Contact(), "a.txt", "a virus");
  EXPECT_EQ(CodeOf(infected), "file-infected");
  EXPECT_THAT(infected.error().message.zh, HasSubstr("Test.Virus"));
  EXPECT_EQ(CodeOf(Add(Contact(), "a.txt", "broken")), "scanner-unavailable");
  EXPECT_EQ(CountFiles(), 1);
}

}  // namespace
}  // namespace kaoping::service
