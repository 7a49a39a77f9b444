// ServiceFixture: a data folder of its own, a small notice to import, and people of every role.

#ifndef KAOPING_TESTS_SUPPORT_SERVICE_FIXTURE_H_
#define KAOPING_TESTS_SUPPORT_SERVICE_FIXTURE_H_

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "score/fact.h"
#include "service/accounts.h"
#include "service/context.h"
#include "service/facts.h"
#include "service/register.h"
#include "service/schemes.h"
#include "service/scores.h"
#include "service/verification.h"
#include "support/temporary_folder.h"

namespace kaoping::service {

// Rules: 1.1.1 short, 1.2.1 a duty, 2.1.1 each; 3.1 is pending.
inline constexpr std::string_view kNotice =
    "示范市商业局文件\n\n示商发〔2017〕8号\n\n"
    "关于印发《示范市商业局2017年度考评任务分解表》的通知\n\n各处室：\n\n"
    "现将《示范市商业局2017年度考评任务分解表》印发给你们，请认真落实。\n\n"
    "附件：示范市商业局2017年度考评任务分解表\n\n\n附件：\n\n"
    "示范市商业局2017年度考评任务分解表\n\n"
    "项目\t内容\t工作成果\t责任处室\t考评标准\n"
    "组织领导\t党组专题研究不少于2次\t会议记录\t办公室\t"
    "每年召开专门会议研究不少于2次，少一次扣1分\n"
    "\t建立制度\t制度文本\t法规处\t未建立制度的，扣2分\n"
    "依法行政\t规范执法\t工作资料\t法规处\t行政行为被确认违法的，有一例扣0.5分\n"
    "个性工作\t完成年度重点工作\t工作资料\t综合处\t"
    "根据各部门完成情况，另行制订个性化评分规定，视情打分\n";

// With every `from` made `to`.
inline std::string Replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string replaced(text);
  for (std::size_t at = replaced.find(from); at != std::string::npos;
       at = replaced.find(from, at + to.size())) {
    replaced.replace(at, from.size(), to);
  }
  return replaced;
}

inline constexpr std::string_view kUnit = "示范市商业局";

class ServiceFixture : public ::testing::Test {
 protected:
  ServiceFixture() { Reopen(); }

  std::filesystem::path data() const { return folder_.path() / "data"; }
  std::filesystem::path file() const { return data() / "kaoping.db"; }

  void Close() { store_.reset(); }
  void Reopen() {
    Close();
    store_ = std::move(OpenStore(data())).value();
  }
  store::Store& store() { return *store_; }

  // A second passes with every deed.
  Timestamp Tick() {
    now_ = Timestamp(now_.micros_since_epoch() + 1'000'000);
    return now_;
  }
  void Pass(std::int64_t seconds) {
    now_ = Timestamp(now_.micros_since_epoch() + seconds * 1'000'000);
  }
  Timestamp now() const { return now_; }

  Context As(Role role, std::string name) {
    return {.store = *store_, .actor = {.name = std::move(name), .role = role}, .now = Tick()};
  }
  Context Of(Place place, Role role, std::string name) {
    Context context = As(role, std::move(name));
    context.actor.place = std::move(place);
    return context;
  }
  Context Operator() { return {.store = *store_, .actor = OperatorActor(), .now = Tick()}; }
  Context Keeper() { return As(Role::kSchemeKeeper, "keeper"); }
  Context Appraiser() { return As(Role::kAppraiser, "appraiser"); }
  Context Reviewer() { return As(Role::kReviewer, "reviewer"); }
  Context Contact() { return Of({.unit = std::string(kUnit)}, Role::kOfficeContact, "contact"); }
  Context Observer() { return As(Role::kObserver, "observer"); }
  Context Auditor() { return As(Role::kAuditAdmin, "auditor"); }

  // The id of the scheme.
  std::string Import() {
    const auto outcome = ImportNotice(Keeper(), "通知.txt", kNotice);
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return outcome->summary.id;
  }
  std::string Publish() {
    const std::string id = Import();
    const auto outcome = PublishScheme(Keeper(), id, "个性指标10月另发");
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return id;
  }

  static score::Fact Fact(std::string_view rule, std::string_view on) {
    score::Fact fact;
    fact.unit = kUnit;
    fact.rule = rule;
    fact.on = Date::Parse(on);
    return fact;
  }
  static score::Fact Meetings(std::string_view on, int so_far) {
    score::Fact fact = Fact("1.1.1", on);
    fact.value = Decimal::FromInt(so_far);
    return fact;
  }
  static score::Fact Case(std::string_view on) { return Fact("2.1.1", on); }

  std::string RecordOne(const Context& context, const score::Fact& fact) {
    const auto outcome = RecordFacts(context, "示商发", std::vector{fact});
    EXPECT_TRUE(outcome) << outcome.error().message.zh;
    return outcome ? outcome->ids.at(0) : "";
  }

  static score::Query In(score::Reading reading) {
    return {.reading = reading, .as_of = std::nullopt, .known_at = std::nullopt};
  }
  std::string Total(score::Reading reading, std::optional<Timestamp> known_at = std::nullopt) {
    const auto card = Score(Operator(), "示商发", kUnit,
                            {.reading = reading, .as_of = std::nullopt, .known_at = known_at});
    EXPECT_TRUE(card) << card.error().message.zh;
    return card ? card->total.ToString() : "";
  }

  std::vector<std::string> ProblemCodes(std::optional<Checkpoint> checkpoint = std::nullopt) {
    const auto report = Verify(Auditor(), checkpoint);
    EXPECT_TRUE(report) << report.error().message.zh;
    std::vector<std::string> codes;
    if (report) {
      for (const Problem& problem : report->problems) codes.push_back(problem.code);
    }
    return codes;
  }

  std::vector<ledger::Entry> Ledger() { return *ReadLedger(Auditor(), 1, 10'000); }

 private:
  kaoping::testing::TemporaryFolder folder_;
  StorePtr store_;
  Timestamp now_ = *Timestamp::Parse("2017-06-01T08:00:00+08:00");
};

// The permanent code of what went wrong; "" if nothing did.
template <typename T>
std::string CodeOf(const Result<T>& result) {
  return result ? "" : result.error().code;
}

}  // namespace kaoping::service

#endif  // KAOPING_TESTS_SUPPORT_SERVICE_FIXTURE_H_
