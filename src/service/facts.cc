#include "service/facts.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "crypto/digest.h"
#include "service/evidence_places.h"
#include "service/fact_check.h"
#include "service/fact_state.h"
#include "service/paging.h"
#include "service/reach.h"
#include "service/scheme_lookup.h"
#include "service/settings_in_force.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLongestKey = 128;

Error FactsMissing() {
  return MakeError(
      ErrorKind::kInvalid, "facts-missing",
      Say("没有要记录的事实；请至少给出一条", "there is no fact to record; give at least one"));
}

// The problem of one fact among several says which it is.
Error Numbered(FactProblem problem, std::size_t of) {
  if (of > 1) {
    Message& message = problem.error.message;
    message = Say("第{0}条事实：{1}", "fact {0}: {2}", problem.index + 1, message.zh, message.en);
  }
  return std::move(problem.error);
}

// ---- a request that comes again

std::string DigestOf(std::string_view scheme_id, std::span<const score::Fact> facts) {
  std::string request(scheme_id);
  for (const score::Fact& fact : facts) request.append("\n").append(score::WriteFact(fact));
  return crypto::Sha256Hex(request);
}

Status CheckKey(std::string_view key) {
  const bool is_visible =
      key.find_first_not_of(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+/="
          "\"") == std::string_view::npos;
  if (key.size() <= kLongestKey && is_visible) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "idempotency-key-unfit",
      Say("幂等键只能由字母、数字和 -_.:+/= 组成，最多{}字",
          "an idempotency key is made of letters, digits and -_.:+/=, at most {} of them",
          kLongestKey));
}

// The answer to the same request before; nothing if the key is new.
Result<std::optional<RecordOutcome>> FindAnswer(const store::Transaction& transaction,
                                                const Context& context, std::string_view key,
                                                const std::string& digest) {
  if (key.empty()) return std::optional<RecordOutcome>();
  KAOPING_TRY(const std::optional<store::RequestRow> row,
              transaction.facts().FindRequest(context.actor.name, key));
  if (!row) return std::optional<RecordOutcome>();
  if (row->digest != digest) {
    return MakeError(ErrorKind::kConflict, "idempotency-key-reused",
                     Say("幂等键“{}”已用于另一次内容不同的请求；请换一个",
                         "idempotency key '{}' was used for another request; use a new one", key));
  }
  const ordered_json ids = ordered_json::parse(row->answer, nullptr, /*allow_exceptions=*/false);
  RecordOutcome outcome;
  outcome.is_repeat = true;
  if (ids.is_array()) {
    for (const ordered_json& id : ids) outcome.ids.push_back(id.is_string() ? id : "");
  }
  return std::optional(std::move(outcome));
}

// ---- recording

// "f" and the number of the entry to come; with another number behind it if somebody chose just
// that id for a fact.
Result<std::string> MakeId(const store::Transaction& transaction, const Lineage& lineage) {
  KAOPING_TRY(const ledger::Tail tail, transaction.ledger().Head());
  const std::string stem = "f" + std::to_string(tail.seq + 1);
  for (int again = 1;; ++again) {
    std::string id = again == 1 ? stem : stem + "-" + std::to_string(again);
    KAOPING_TRY(const std::optional<store::FactRow> taken, lineage.FindFact(transaction, id));
    if (!taken) return id;
  }
}

Result<std::uint64_t> RecordOne(store::Transaction& work, const Context& context,
                                const Ground& ground, score::Fact& fact) {
  if (fact.id.empty()) {
    KAOPING_TRY(fact.id, MakeId(work, ground.lineage));
  }
  store::FactRow row;
  row.scheme = ground.row.id;
  row.id = fact.id;
  row.unit = fact.unit;
  row.rule = fact.rule;
  row.body = score::WriteFact(fact);
  KAOPING_TRY(row.entry,
              AppendEntry(work, context.actor, context.now, action::kRecordFact, StateFact(row)));
  KAOPING_TRY_STATUS(work.facts().Add(row));
  for (const std::string& item : ItemsNamedBy(fact.evidence)) {
    const store::CitedPlace place = {row.scheme, ToString(CitedKind::kFact), row.id};
    KAOPING_TRY_STATUS(KeepCitation(work, context, item, place, kCited));
  }
  return row.entry;
}

// ---- deciding

Error OwnFact(const Actor& actor, const std::string& id) {
  if (actor.role == Role::kOperator) {
    return MakeError(
        ErrorKind::kForbidden, "own-fact",
        Say("事实{}是命令行记录的，命令行不能自己认定；请由考评员或复核员在网页上认定（先用 "
            "kaoping "
            "user add 建账号，再用 kaoping serve 打开网页）",
            "fact {} was recorded by the command line, which cannot decide on it; let an appraiser "
            "or a reviewer do so on the page (kaoping user add makes an account, kaoping serve "
            "opens the page)",
            id));
  }
  return MakeError(ErrorKind::kForbidden, "own-fact",
                   Say("事实{}是您自己记录的，须由另一人认定；请另一位考评员或复核员登录后办理",
                       "fact {} was recorded by yourself; ask another appraiser or a reviewer to "
                       "sign in and decide on it",
                       id));
}

// ---- showing

// By the key that the rule has in the scheme, under which people know it; of a fact that was left
// behind, by that which it had in its own.
Status ShowByKey(const store::Transaction& transaction, const scheme::Scheme& scheme,
                 RecordedFact& recorded) {
  if (recorded.counts) {
    if (const auto rule = scheme::FindRule(scheme, recorded.fact.rule)) {
      recorded.fact.rule = rule->Get().key;
    }
    return Ok();
  }
  KAOPING_TRY(const Ground own, LoadGround(transaction, recorded.scheme));
  if (const auto rule = scheme::FindRule(own.scheme, recorded.fact.rule)) {
    recorded.fact.rule = rule->Get().key;
  }
  return Ok();
}

// No unit in it means that nothing is within reach.
Result<store::FactSelection> SelectionFor(const Ground& ground, const Reach& reach,
                                          const FactFilter& filter) {
  store::FactSelection selection;
  selection.schemes = ground.lineage.schemes();
  if (filter.unit.empty()) {
    selection.units = reach.names();
  } else {
    KAOPING_TRY(selection.units, ground.units.NamesOf(filter.unit));
    KAOPING_TRY_STATUS(reach.CheckUnit(selection.units.front()));
  }
  if (!filter.rule.empty()) {
    KAOPING_TRY(const scheme::RuleRef rule, FindNamedRule(ground.scheme, filter.rule));
    selection.rules = ground.lineage.RulesBehind(rule.Get().id);
  } else if (reach.only_rules() != nullptr) {
    for (const std::string& rule : *reach.only_rules()) {
      for (std::string& behind : ground.lineage.RulesBehind(rule)) {
        selection.rules.push_back(std::move(behind));
      }
    }
    if (selection.rules.empty()) selection.units.clear();
  }
  KAOPING_TRY(selection.after, ReadCursor(filter.cursor));
  return selection;
}

}  // namespace

Result<std::vector<FactProblem>> CheckFacts(const Context& context, std::string_view selector,
                                            std::span<const score::Fact> facts) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadPublished(*reading, selector));
  KAOPING_TRY(CheckedFacts checked, CheckAgainst(*reading, ground, context, facts));
  return std::move(checked.problems);
}

Result<RecordOutcome> RecordFacts(const Context& context, std::string_view selector,
                                  std::span<const score::Fact> facts,
                                  std::string_view idempotency_key) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY_STATUS(CheckKey(idempotency_key));
  if (facts.empty()) return FactsMissing();
  for (std::size_t i = 0; i < facts.size(); ++i) {
    Status fits = CheckTexts(facts[i]);
    if (!fits) return Numbered({i, std::move(fits).error()}, facts.size());
  }
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const Ground ground, LoadPublished(*work, selector));
  const std::string digest = DigestOf(ground.row.id, facts);
  KAOPING_TRY(std::optional<RecordOutcome> answer,
              FindAnswer(*work, context, idempotency_key, digest));
  if (answer) return *std::move(answer);

  KAOPING_TRY(CheckedFacts checked, CheckAgainst(*work, ground, context, facts));
  if (!checked.problems.empty()) {
    return Numbered(std::move(checked.problems.front()), facts.size());
  }
  RecordOutcome outcome;
  std::uint64_t last_entry = 0;
  for (CheckedFact& item : checked.facts) {
    if (!item.is_there) {
      KAOPING_TRY(last_entry, RecordOne(*work, context, ground, item.fact));
      ++outcome.recorded;
      outcome.confirmed += item.fact.status == score::FactStatus::kConfirmed ? 1 : 0;
      outcome.rejected += item.fact.status == score::FactStatus::kRejected ? 1 : 0;
    }
    outcome.ids.push_back(item.fact.id);
  }
  if (outcome.recorded == 0) return outcome;
  if (!idempotency_key.empty()) {
    KAOPING_TRY_STATUS(work->facts().KeepRequest({.actor = context.actor.name,
                                                  .key = std::string(idempotency_key),
                                                  .digest = digest,
                                                  .answer = ordered_json(outcome.ids).dump(),
                                                  .entry = last_entry}));
  }
  KAOPING_TRY_STATUS(work->Commit());
  return outcome;
}

Result<RecordedFact> DecideFact(const Context& context, std::string_view selector,
                                std::string_view fact_id, score::FactStatus status,
                                std::string_view note) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kDecide));
  KAOPING_TRY_STATUS(CheckRemark(note, "note"));
  if (status == score::FactStatus::kClaimed) {
    return MakeError(ErrorKind::kInvalid, "status-undecided",
                     Say("请选择认定或不予认定", "choose to confirm or to reject"), "status");
  }
  if (status == score::FactStatus::kRejected && IsBlank(note)) {
    return MakeError(ErrorKind::kInvalid, "note-required",
                     Say("不予认定须写明理由", "a rejection needs a reason; write it"), "note");
  }
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const Ground ground, LoadPublished(*work, selector));
  KAOPING_TRY(const Reach reach, Reach::Load(*work, ground, context.actor));
  KAOPING_TRY(RecordedFact recorded, FindFact(*work, ground.lineage, fact_id));
  if (!reach.Has(recorded)) return FactNotFound(fact_id);
  KAOPING_TRY(const Settings settings, LoadSettings(*work));
  if (recorded.recorded_by == context.actor.name && settings.second_confirmation) {
    return OwnFact(context.actor, recorded.fact.id);
  }
  const char* const before = score::ToString(*recorded.fact.status);
  if (recorded.fact.status == status) {
    KAOPING_TRY_STATUS(ShowByKey(*work, ground.scheme, recorded));
    return recorded;
  }

  store::DecisionRow row;
  row.scheme = recorded.scheme;
  row.fact = recorded.fact.id;
  row.status = score::ToString(status);
  row.note = IsBlank(note) ? "" : note;
  KAOPING_TRY(row.entry,
              AppendEntry(*work, context.actor, context.now, action::kDecideFact,
                          StateDecision(row), ordered_json({{"status", before}}).dump()));
  KAOPING_TRY_STATUS(work->facts().Decide(row));
  KAOPING_TRY(const std::vector<std::string> names, ground.units.NamesOf(recorded.fact.unit));
  KAOPING_TRY(const std::vector<score::Fact> facts,
              FactsOfUnit(*work, ground.lineage, names, std::nullopt));
  KAOPING_TRY_STATUS(CheckTogether(ground.scheme, names.front(), facts));
  KAOPING_TRY(recorded, FindFact(*work, ground.lineage, row.fact));
  KAOPING_TRY_STATUS(ShowByKey(*work, ground.scheme, recorded));
  KAOPING_TRY_STATUS(work->Commit());
  return recorded;
}

Result<FactPage> ListFacts(const Context& context, std::string_view selector,
                           const FactFilter& filter) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY_STATUS(CheckLimit(filter.limit, "facts"));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Ground ground, LoadGround(*reading, selector));
  KAOPING_TRY(const Reach reach, Reach::Load(*reading, ground, context.actor));
  KAOPING_TRY(store::FactSelection selection, SelectionFor(ground, reach, filter));
  FactPage page;
  if (selection.units.empty()) return page;
  KAOPING_TRY(const std::vector<store::DecisionRow> decisions,
              DecisionsOf(*reading, ground.lineage, selection.units));
  // One more than asked for tells whether there is a next page.
  const auto most = static_cast<std::size_t>(filter.limit) + 1;
  std::vector<std::uint64_t> entries;
  while (page.items.size() < most) {
    KAOPING_TRY(const std::vector<store::FactRow> rows,
                reading->facts().Select(selection, filter.limit + 1));
    KAOPING_TRY(std::vector<RecordedFact> facts, FoldFacts(rows, decisions, std::nullopt));
    for (std::size_t i = 0; i < facts.size() && page.items.size() < most; ++i) {
      PutUnderHeir(ground.lineage, facts[i]);
      if (!reach.Has(facts[i])) continue;
      page.items.push_back(std::move(facts[i]));
      entries.push_back(rows[i].entry);
    }
    if (rows.size() < most) break;
    selection.after = rows.back().entry;
  }
  if (page.items.size() == most) {
    page.items.pop_back();
    page.next = std::to_string(entries[most - 2]);
  }
  for (RecordedFact& item : page.items) {
    KAOPING_TRY_STATUS(ShowByKey(*reading, ground.scheme, item));
  }
  return page;
}

}  // namespace kaoping::service
