#include "service/fact_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/check.h"
#include "score/score.h"
#include "service/evidence_places.h"
#include "service/evidence_reach.h"
#include "service/fact_sense.h"
#include "service/fact_state.h"
#include "service/reach.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kLongestId = 64;
constexpr std::size_t kLongestText = 2000;

Status CheckId(const std::string& id) {
  if (CheckText(id, kLongestId, "id", "编号", "id") && id.find_first_of(" \t\r\n/") == id.npos) {
    return Ok();
  }
  return MakeError(
      ErrorKind::kInvalid, "fact-id-unfit",
      Say("事实的编号最多{}字，不能有空格、斜线和不能显示的字符；也可以不写，由系统编号",
          "a fact's id has at most {} characters, no blank, slash or invisible "
          "character; leave it out to get one",
          kLongestId),
      "id");
}

// What was known, and since when, is told by the ledger; only whoever takes over old records says
// it himself.
Status CheckReserved(const score::Fact& fact, const Context& context) {
  if (fact.known && *fact.known > context.now) {
    return MakeError(ErrorKind::kInvalid, "known-in-future",
                     Say("得知的时间{}在将来；请改为已过的时间，或不写",
                         "the time when it became known, {}, is in the future; give an earlier one "
                         "or leave it out",
                         fact.known->ToBeijing()),
                     "known");
  }
  if (context.actor.role == Role::kOperator) return Ok();
  const bool has_status = fact.status && *fact.status != score::FactStatus::kClaimed;
  if (!has_status && !fact.known) return Ok();
  return MakeError(ErrorKind::kInvalid, "field-reserved",
                   Say("所记事实的认定情况和得知时间由系统记下，不能自填；请去掉这一项",
                       "whether a recorded fact is confirmed, and when it became known, is kept by "
                       "the system; leave this field out"),
                   has_status ? "status" : "known");
}

Error IdTaken(const std::string& id) {
  return MakeError(
      ErrorKind::kConflict, "fact-id-taken",
      Say("编号“{}”已用于内容不同的另一条事实；事实不能修改，请换一个编号，或先冲销原来的",
          "id '{}' belongs to a fact with another content; facts are never edited: use "
          "another id, or reverse the first",
          id),
      "id");
}

// What is written freely is a reference too; what has the form of an item's id must be one.
Status CheckEvidence(const store::Transaction& transaction, const Context& context,
                     const score::Fact& fact) {
  const std::vector<std::string> ids = ItemsNamedBy(fact.evidence);
  if (ids.empty()) return Ok();
  KAOPING_TRY(const EvidenceReach reach, EvidenceReach::Load(transaction, context.actor));
  for (const std::string& id : ids) {
    KAOPING_TRY(const std::optional<store::EvidenceRow> item, transaction.evidence().Find(id));
    if (item && reach.Has(*item)) continue;
    return MakeError(ErrorKind::kNotFound, "evidence-unknown",
                     Say("没有佐证材料“{}”；请核对编号，或先上传材料",
                         "there is no evidence '{}'; check the id, or hand it in first", id),
                     "evidence");
  }
  return Ok();
}

Error ReversesNothing(const std::string& id) {
  return MakeError(ErrorKind::kNotFound, "fact-not-found",
                   Say("要冲销的事实“{}”不存在；请核对编号",
                       "fact '{}', which this one takes back, does not exist; check the id", id),
                   "reverses");
}

class Checker {
 public:
  Checker(const store::Transaction& transaction, const Ground& ground, const Reach& reach,
          const Context& context, std::span<const score::Fact> facts)
      : transaction_(transaction),
        ground_(ground),
        reach_(reach),
        context_(context),
        given_(facts) {}

  Result<CheckedFacts> Run() {
    for (const score::Fact& fact : given_) {
      KAOPING_TRY_STATUS(Keep(CheckAlone(fact)));
    }
    for (std::size_t i = 0; i < given_.size(); ++i) {
      KAOPING_TRY_STATUS(Keep(i, CheckReversal(checked_.facts[i].fact)));
    }
    KAOPING_TRY_STATUS(CheckUnits());
    std::stable_sort(checked_.problems.begin(), checked_.problems.end(),
                     [](const FactProblem& a, const FactProblem& b) { return a.index < b.index; });
    return std::move(checked_);
  }

 private:
  // A problem of the fact is noted; an error of the store ends the check.
  Status Keep(std::size_t index, Status status) {
    if (status) return Ok();
    const ErrorKind kind = status.error().kind;
    if (kind == ErrorKind::kUnavailable || kind == ErrorKind::kCorrupt) return status;
    const bool is_first = std::none_of(checked_.problems.begin(), checked_.problems.end(),
                                       [&](const FactProblem& p) { return p.index == index; });
    if (is_first) checked_.problems.push_back({index, std::move(status).error()});
    return Ok();
  }

  Status Keep(Result<CheckedFact> checked) {
    const std::size_t index = checked_.facts.size();
    if (checked) {
      checked_.facts.push_back(std::move(checked).value());
      return Ok();
    }
    checked_.facts.emplace_back();
    return Keep(index, std::move(checked).error());
  }

  Result<CheckedFact> CheckAlone(const score::Fact& given) {
    KAOPING_TRY_STATUS(CheckTexts(given));
    KAOPING_TRY(const std::vector<std::string> names, ground_.units.NamesOf(given.unit));
    KAOPING_TRY_STATUS(score::CheckFact(ground_.scheme, given, /*day_required=*/true));
    KAOPING_TRY_STATUS(CheckReserved(given, context_));
    CheckedFact checked;
    checked.fact = given;
    checked.fact.unit = names.front();
    const std::optional<scheme::RuleRef> rule = scheme::FindRule(ground_.scheme, given.rule);
    KAOPING_CHECK(rule.has_value());  // CheckFact has found it
    KAOPING_TRY_STATUS(CheckWhole(rule->Get().rule, given));
    KAOPING_TRY_STATUS(CheckClocks(given));
    KAOPING_TRY_STATUS(ground_.units.CheckOffice(ground_.scheme, names.front(), given.office));
    KAOPING_TRY_STATUS(CheckEvidence(transaction_, context_, given));
    checked.fact.rule = rule->Get().id;
    KAOPING_TRY_STATUS(reach_.TakeReport(checked.fact));
    if (!given.status) checked.fact.status = score::FactStatus::kClaimed;
    if (given.id.empty()) return checked;

    const std::string body = score::WriteFact(checked.fact);
    const auto [first, is_new] = ids_.emplace(given.id, body);
    if (first->second != body) return IdTaken(given.id);
    KAOPING_TRY(const std::optional<store::FactRow> row,
                ground_.lineage.FindFact(transaction_, given.id));
    if (row && BodyAsOfNow(*row) != body) return IdTaken(given.id);
    checked.is_there = row.has_value() || !is_new;
    return checked;
  }

  // As it would be kept if it were recorded for the rule that counts it now.
  std::string BodyAsOfNow(const store::FactRow& row) const {
    const std::optional<std::string> heir = ground_.lineage.HeirOf(row.scheme, row.rule);
    Result<std::vector<score::Fact>> facts = score::ReadFactLine(row.body);
    if (row.scheme == ground_.row.id || !heir || !facts || facts->size() != 1) return row.body;
    facts->front().rule = *heir;
    return score::WriteFact(facts->front());
  }

  Status CheckReversal(const score::Fact& fact) {
    if (fact.reverses.empty() || ids_.contains(fact.reverses)) return Ok();
    const Result<RecordedFact> reversed = FindFact(transaction_, ground_.lineage, fact.reverses);
    if (!reversed && reversed.error().kind != ErrorKind::kNotFound) return reversed.error();
    if (!reversed || !reach_.Has(*reversed)) return ReversesNothing(fact.reverses);
    return Ok();
  }

  // Each unit with its new facts among the old ones; the first of the new ones answers for them.
  Status CheckUnits() {
    std::map<std::string, std::vector<std::size_t>> by_unit;
    for (std::size_t i = 0; i < checked_.facts.size(); ++i) {
      const CheckedFact& checked = checked_.facts[i];
      if (!checked.fact.unit.empty() && !checked.is_there) by_unit[checked.fact.unit].push_back(i);
    }
    for (const auto& [unit, indexes] : by_unit) {
      const bool has_problem = std::any_of(
          checked_.problems.begin(), checked_.problems.end(), [&](const FactProblem& problem) {
            return std::binary_search(indexes.begin(), indexes.end(), problem.index);
          });
      if (has_problem) continue;
      KAOPING_TRY(const std::vector<std::string> names, ground_.units.NamesOf(unit));
      KAOPING_TRY(std::vector<score::Fact> together,
                  FactsOfUnit(transaction_, ground_.lineage, names, std::nullopt));
      for (const std::size_t index : indexes) together.push_back(checked_.facts[index].fact);
      KAOPING_TRY_STATUS(Keep(indexes.front(), CheckTogether(ground_.scheme, unit, together)));
    }
    return Ok();
  }

  const store::Transaction& transaction_;
  const Ground& ground_;
  const Reach& reach_;
  const Context& context_;
  std::span<const score::Fact> given_;
  CheckedFacts checked_;
  std::map<std::string, std::string> ids_;  // of those given → what is kept of them
};

}  // namespace

Status CheckTexts(const score::Fact& fact) {
  const std::pair<const char*, const std::string*> texts[] = {
      {"unit", &fact.unit},     {"rule", &fact.rule}, {"reverses", &fact.reverses},
      {"level", &fact.level},   {"work", &fact.work}, {"case", &fact.case_id},
      {"office", &fact.office}, {"note", &fact.note}};
  for (const auto& [field, text] : texts) {
    KAOPING_TRY_STATUS(CheckText(*text, kLongestText, field, "内容", "text"));
  }
  for (const std::string& reference : fact.evidence) {
    KAOPING_TRY_STATUS(CheckText(reference, kLongestText, "evidence", "佐证", "evidence"));
  }
  return fact.id.empty() ? Ok() : CheckId(fact.id);
}

Result<CheckedFacts> CheckAgainst(const store::Transaction& transaction, const Ground& ground,
                                  const Context& context, std::span<const score::Fact> facts) {
  KAOPING_TRY(const Reach reach, Reach::Load(transaction, ground, context.actor));
  return Checker(transaction, ground, reach, context, facts).Run();
}

Status CheckTogether(const scheme::Scheme& scheme, const std::string& unit,
                     std::span<const score::Fact> facts) {
  for (const score::Reading reading :
       {score::Reading::kConfirmed, score::Reading::kClaimed, score::Reading::kProjected}) {
    const Result<score::Scorecard> card = score::ScoreUnit(
        scheme, unit, facts, {.reading = reading, .as_of = std::nullopt, .known_at = std::nullopt});
    if (!card) return card.error();
  }
  return Ok();
}

}  // namespace kaoping::service
