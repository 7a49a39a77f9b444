#include "service/verification.h"

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/check.h"
#include "crypto/hex.h"
#include "service/evidence_verification.h"
#include "service/statements.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

constexpr int kPage = 1000;

// “编号s03，方案s0123” for fact/s0123/s03; as it stands where somebody tampered with it.
Message NameOf(const std::string& subject) {
  const std::size_t slash = subject.find('/');
  const std::string kind = subject.substr(0, slash);
  const std::string rest = slash == std::string::npos ? "" : subject.substr(slash + 1);
  const bool is_of_scheme =
      kind == "fact" || kind == "criterion" || kind == "finding" || kind == "entrustment";
  if (is_of_scheme && rest.find('/') != std::string::npos) {
    const std::string scheme = rest.substr(0, rest.find('/'));
    const std::string own = rest.substr(rest.find('/') + 1);
    return Say("编号{0}，方案{1}", "{0}, of scheme {1}", own, scheme);
  }
  if (kind == "office-name" && rest.find('/') != std::string::npos) {
    return Say("“{1}”，{0}", "'{1}', of {0}", rest.substr(0, rest.find('/')),
               rest.substr(rest.find('/') + 1));
  }
  const bool has_id = kind == "scheme" || kind == "layout" || kind == "evidence";
  if (has_id && !rest.empty()) return Say("编号{}", "{}", rest);
  if (kind == "account" && !rest.empty()) return Say("“{}”", "'{}'", rest);
  if (subject == "register") return Say("被考评单位和处室", "units and offices");
  return {subject, subject};
}

// A row of state and the entry that brought it about.
struct Row {
  std::uint64_t entry = 0;
  Statement statement;
};

// The rows of one noun in the order of their entries, compared with the ledger as it goes by.
class Witness {
 public:
  using NextPage = std::function<Result<std::vector<Row>>(std::optional<std::uint64_t> after)>;

  // `code` begins the codes of its problems; `zh` and `en` name the noun.
  Witness(std::string_view action, std::string code, const char* zh, const char* en, NextPage next)
      : action_(action), code_(std::move(code)), zh_(zh), en_(en), next_(std::move(next)) {}

  Status Hear(const ledger::Entry& entry, ledger::Problems& problems) {
    KAOPING_TRY_STATUS(PassOver([&](const Row& row) { return row.entry < entry.seq; }, problems));
    KAOPING_TRY(const Row* const row, Current());
    const bool is_stated = entry.action == action_;
    if (row == nullptr || row->entry != entry.seq) {
      if (is_stated) {
        const Message name = NameOf(entry.subject);
        problems.Add(code_ + "-missing",
                     Say("总账第{0}条记下的{1}（{3}）已不在数据里",
                         "the {2} stated by ledger entry {0} ({4}) is gone from the data",
                         entry.seq, zh_, en_, name.zh, name.en));
      }
      return Ok();
    }
    if (!is_stated || !Says(entry, row->statement)) ReportChanged(*row, problems);
    ++position_;
    return Ok();
  }

  // After the last entry: rows that remain are founded on nothing.
  Status Finish(ledger::Problems& problems) {
    return PassOver([](const Row&) { return true; }, problems);
  }

 private:
  // Reports rows as long as `is_unfounded` holds.
  template <typename Predicate>
  Status PassOver(const Predicate& is_unfounded, ledger::Problems& problems) {
    while (true) {
      KAOPING_TRY(const Row* const row, Current());
      if (row == nullptr || !is_unfounded(*row)) return Ok();
      ReportChanged(*row, problems);
      ++position_;
    }
  }

  void ReportChanged(const Row& row, ledger::Problems& problems) const {
    const Message name = NameOf(row.statement.subject);
    problems.Add(code_ + "-changed",
                 Say("数据里的{1}（{3}）与总账第{0}条所记不符",
                     "the {2} in the data ({4}) is not what ledger entry {0} states", row.entry,
                     zh_, en_, name.zh, name.en));
  }

  // nullptr after the last row.
  Result<const Row*> Current() {
    if (position_ < page_.size()) return &page_[position_];
    if (is_last_) return nullptr;
    std::optional<std::uint64_t> after;
    if (!page_.empty()) after = page_.back().entry;
    KAOPING_TRY(page_, next_(after));
    position_ = 0;
    is_last_ = page_.empty();
    return is_last_ ? nullptr : page_.data();
  }

  std::string action_;
  std::string code_;
  const char* zh_;
  const char* en_;
  NextPage next_;
  std::vector<Row> page_;
  std::size_t position_ = 0;
  bool is_last_ = false;
};

// What the ledger says of rows in the order of their entries; of those behind `after` alone.
template <typename StoredRow, typename State>
std::vector<Row> RowsOf(const std::vector<StoredRow>& stored, std::optional<std::uint64_t> after,
                        const State& state) {
  std::vector<Row> rows;
  rows.reserve(stored.size());
  for (const StoredRow& row : stored) {
    if (!after || row.entry > *after) rows.push_back({row.entry, state(row)});
  }
  return rows;
}

Witness SchemeWitness(const store::Transaction& reading) {
  return {
      action::kImportScheme, "scheme", "方案", "scheme",
      [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
        KAOPING_TRY(const std::vector<store::SchemeRow> schemes, reading.schemes().All());
        std::vector<Row> rows;
        for (const store::SchemeRow& scheme : schemes) {
          if (after && scheme.entry <= *after) continue;
          KAOPING_TRY(const std::optional<store::SchemeText> text,
                      reading.schemes().FindText(scheme.id));
          rows.push_back({scheme.entry, StateScheme(scheme, text.value_or(store::SchemeText{}))});
        }
        return rows;
      }};
}

// Of what a scheme has one of: nothing where it has none.
template <typename Part, typename State>
Result<std::vector<Row>> RowsOfSchemes(const store::Transaction& reading,
                                       std::optional<std::uint64_t> after,
                                       const std::optional<Part> store::SchemeRow::*part,
                                       const State& state) {
  KAOPING_TRY(const std::vector<store::SchemeRow> schemes, reading.schemes().All());
  std::map<std::uint64_t, Row> in_order;
  for (const store::SchemeRow& scheme : schemes) {
    const std::optional<Part>& own = scheme.*part;
    if (!own || (after && own->entry <= *after)) continue;
    in_order[own->entry] = {own->entry, state(*own)};
  }
  std::vector<Row> rows;
  rows.reserve(in_order.size());
  for (auto& [entry, row] : in_order) rows.push_back(std::move(row));
  return rows;
}

Witness PublicationWitness(const store::Transaction& reading) {
  return {action::kPublishScheme, "publication", "发布记录", "publication",
          [&reading](std::optional<std::uint64_t> after) {
            return RowsOfSchemes<store::PublicationRow>(
                reading, after, &store::SchemeRow::publication, StatePublication);
          }};
}

Witness RevisionWitness(const store::Transaction& reading) {
  return {action::kReviseScheme, "revision", "修订记录", "revision",
          [&reading](std::optional<std::uint64_t> after) {
            return RowsOfSchemes<store::RevisionRow>(reading, after, &store::SchemeRow::revision,
                                                     StateRevision);
          }};
}

Witness SuccessionWitness(const store::Transaction& reading) {
  return {action::kSucceedScheme, "succession", "接替记录", "succession",
          [&reading](std::optional<std::uint64_t> after) {
            return RowsOfSchemes<store::SuccessionRow>(
                reading, after, &store::SchemeRow::succession, StateSuccession);
          }};
}

Witness SettlementWitness(const store::Transaction& reading) {
  return {action::kSettleCriterion, "settlement", "核定", "settlement",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::SettlementRow> settlements,
                        reading.settlements().AllSettlements(after, kPage));
            return RowsOf(settlements, after, StateSettlement);
          }};
}

Witness ConfirmationWitness(const store::Transaction& reading) {
  return {action::kConfirmFinding, "confirmation", "疑点确认", "confirmation",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::ConfirmationRow> confirmations,
                        reading.settlements().AllConfirmations(after, kPage));
            return RowsOf(confirmations, after, StateConfirmation);
          }};
}

Witness FactWitness(const store::Transaction& reading) {
  return {action::kRecordFact, "fact", "事实", "fact",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            store::FactSelection selection;
            selection.after = after;
            KAOPING_TRY(const std::vector<store::FactRow> facts,
                        reading.facts().Select(selection, kPage));
            return RowsOf(facts, after, StateFact);
          }};
}

Witness DecisionWitness(const store::Transaction& reading) {
  return {action::kDecideFact, "decision", "认定", "decision",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::DecisionRow> decisions,
                        reading.facts().AllDecisions(after, kPage));
            return RowsOf(decisions, after, StateDecision);
          }};
}

Witness RegisterWitness(const store::Transaction& reading) {
  return {action::kImportRegister, "register", "名录", "register",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::RegisterRow> registers, reading.registers().All());
            return RowsOf(registers, after, StateRegister);
          }};
}

Witness OfficeNameWitness(const store::Transaction& reading) {
  return {action::kNameOffice, "office-name", "处室名称答复", "answer on the name of an office",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::OfficeNameRow> names, reading.registers().Names());
            return RowsOf(names, after, StateOfficeName);
          }};
}

Witness EntrustmentWitness(const store::Transaction& reading) {
  return {action::kEntrustTask, "entrustment", "指标委托", "entrustment of a task",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::EntrustmentRow> entrustments,
                        reading.registers().Entrustments());
            return RowsOf(entrustments, after, StateEntrustment);
          }};
}

Witness SettingWitness(const store::Transaction& reading) {
  return {action::kChangeSetting, "setting", "设置", "setting",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::SettingRow> settings, reading.settings().All());
            return RowsOf(settings, after, StateSetting);
          }};
}

Witness LayoutWitness(const store::Transaction& reading) {
  return {action::kRememberLayout, "layout", "表头更正", "correction of a table's head",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::LayoutRow> layouts, reading.schemes().Layouts());
            return RowsOf(layouts, after, StateLayout);
          }};
}

// Of evidence. All but items, of which there is one a row, are read page by page alike.
Witness EvidenceWitness(const store::Transaction& reading) {
  return {action::kAddEvidence, "evidence", "佐证材料", "evidence",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            store::EvidenceSelection selection;
            selection.after = after;
            KAOPING_TRY(const std::vector<store::EvidenceRow> items,
                        reading.evidence().Select(selection, kPage));
            return RowsOf(items, after, StateEvidence);
          }};
}

template <typename Part>
Witness WitnessOfEvidence(const store::Transaction& reading, std::string_view action,
                          const char* code, const char* zh, const char* en,
                          Result<std::vector<Part>> (store::EvidenceStore::*read)(
                              std::optional<std::uint64_t>, int) const,
                          Statement (*state)(const Part&)) {
  return {action, code, zh, en,
          [&reading, read, state](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<Part> parts, (reading.evidence().*read)(after, kPage));
            return RowsOf(parts, after, state);
          }};
}

Witness EvidenceRemovalWitness(const store::Transaction& reading) {
  return {action::kRemoveEvidenceFile, "evidence-removal", "材料文件的删除", "removal of a file",
          [&reading](std::optional<std::uint64_t> after) -> Result<std::vector<Row>> {
            KAOPING_TRY(const std::vector<store::EvidenceRemovalRow> removals,
                        reading.evidence().Removals());
            return RowsOf(removals, after, StateEvidenceRemoval);
          }};
}

std::vector<Witness> EvidenceWitnesses(const store::Transaction& reading) {
  using store::EvidenceStore;
  return {EvidenceWitness(reading),
          WitnessOfEvidence(reading, action::kAddEvidenceFile, "evidence-file", "材料文件",
                            "file of evidence", &EvidenceStore::Files, &StateEvidenceFile),
          WitnessOfEvidence(reading, action::kCiteEvidence, "citation", "材料引用", "citation",
                            &EvidenceStore::Citations, &StateCitation),
          WitnessOfEvidence(reading, action::kReviewEvidence, "evidence-review", "材料审核",
                            "review of evidence", &EvidenceStore::Reviews, &StateEvidenceReview),
          EvidenceRemovalWitness(reading)};
}

// Accounts change, so it is the last entry about each that must say what it is now.
class AccountWitness {
 public:
  static Result<AccountWitness> Make(const store::Transaction& reading) {
    AccountWitness witness;
    KAOPING_TRY(witness.accounts_, reading.accounts().All());
    KAOPING_TRY(const std::vector<store::SessionRow> sessions, reading.accounts().AllSessions());
    for (const store::SessionRow& session : sessions) witness.sessions_[session.entry] = session;
    return witness;
  }

  void Hear(const ledger::Entry& entry, ledger::Problems& problems) {
    const bool is_making =
        entry.action == action::kCreateAdministrator || entry.action == action::kAddAccount;
    const bool is_change =
        entry.action == action::kChangeRole || entry.action == action::kChangePlace ||
        entry.action == action::kResetPassword || entry.action == action::kChangePassword;
    if (is_making) making_[entry.subject] = entry.seq;
    if (is_making || is_change) latest_[entry.subject] = entry;
    const auto session = sessions_.find(entry.seq);
    if (session == sessions_.end()) return;
    if (entry.action != action::kSignIn || !Says(entry, StateSession(session->second))) {
      ReportSession(session->second, problems);
    }
    sessions_.erase(session);
  }

  void Finish(ledger::Problems& problems) {
    for (const store::AccountRow& row : accounts_) {
      const Statement statement = StateAccount(row);
      const auto entry = latest_.extract(statement.subject);
      if (entry.empty() || entry.mapped().seq != row.entry || !Says(entry.mapped(), statement) ||
          making_[statement.subject] != row.created) {
        problems.Add(
            "account-changed",
            Say("账号“{0}”的角色、单位、姓名或密码与总账所记不符",
                "the role, unit, name or password of account '{0}' is not what the ledger states",
                row.name));
      }
    }
    for (const auto& [subject, entry] : latest_) {
      const Message name = NameOf(subject);
      problems.Add("account-missing",
                   Say("总账第{0}条记下的账号（{1}）已不在数据里",
                       "the account stated by ledger entry {0} ({2}) is gone from the data",
                       entry.seq, name.zh, name.en));
    }
    for (const auto& [entry, session] : sessions_) ReportSession(session, problems);
  }

 private:
  static void ReportSession(const store::SessionRow& session, ledger::Problems& problems) {
    problems.Add(
        "session-unfounded",
        Say("账号“{}”有一次登录在总账里没有记载",
            "account '{}' has a session that the ledger knows nothing of", session.account));
  }

  std::vector<store::AccountRow> accounts_;
  std::map<std::uint64_t, store::SessionRow> sessions_;
  std::map<std::string, std::uint64_t> making_;
  std::map<std::string, ledger::Entry> latest_;
};

// Goes through the ledger once; everybody listens.
Status CompareAll(const store::Transaction& reading, ledger::ChainCheck& chain,
                  ledger::Problems& problems) {
  std::vector<Witness> witnesses = {
      SchemeWitness(reading),     RevisionWitness(reading),    PublicationWitness(reading),
      SuccessionWitness(reading), SettlementWitness(reading),  ConfirmationWitness(reading),
      FactWitness(reading),       DecisionWitness(reading),    RegisterWitness(reading),
      OfficeNameWitness(reading), EntrustmentWitness(reading), SettingWitness(reading),
      LayoutWitness(reading)};
  for (Witness& witness : EvidenceWitnesses(reading)) witnesses.push_back(std::move(witness));
  KAOPING_TRY(AccountWitness accounts, AccountWitness::Make(reading));
  std::uint64_t next = 0;
  while (true) {
    KAOPING_TRY(const std::vector<ledger::Entry> page, reading.ledger().Read(next, kPage));
    for (const ledger::Entry& entry : page) {
      chain.Add(entry, problems);
      for (Witness& witness : witnesses) KAOPING_TRY_STATUS(witness.Hear(entry, problems));
      accounts.Hear(entry, problems);
    }
    if (page.size() < kPage) break;
    next = page.back().seq + 1;
  }
  KAOPING_TRY(const ledger::Tail head, reading.ledger().Head());
  chain.Finish(head, problems);
  for (Witness& witness : witnesses) KAOPING_TRY_STATUS(witness.Finish(problems));
  accounts.Finish(problems);
  return Ok();
}

Error CheckpointUnreadable() {
  return MakeError(
      ErrorKind::kInvalid, "checkpoint-unreadable",
      Say("校验点读不出来；它应是 kaoping verify --format json 的输出，含 entries 和 hash",
          "the checkpoint cannot be read; it should be the output of kaoping verify "
          "--format json, with entries and hash"));
}

}  // namespace

Result<VerifyReport> Verify(const Context& context, const std::optional<Checkpoint>& checkpoint) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kVerify));
  ledger::ChainCheck chain(checkpoint);
  ledger::Problems problems;
  const auto add_damage = [&problems] {
    problems.Add(
        "file-damaged",
        Say("数据库文件已损坏，或其中的记录互相矛盾；请保留原文件，并从备份恢复",
            "the database file is damaged or its rows contradict each other; keep it as it "
            "is and restore a backup"));
  };
  {
    KAOPING_TRY(const auto reading, context.store.Read());
    for (const Status& done : {reading->CheckFile(), CompareAll(*reading, chain, problems)}) {
      if (done) continue;
      if (done.error().kind != ErrorKind::kCorrupt) return done.error();
      add_damage();
    }
  }
  if (const Status done = CheckEvidenceFiles(context.store, problems); !done) {
    if (done.error().kind != ErrorKind::kCorrupt) return done.error();
    add_damage();
  }
  VerifyReport report;
  report.entries = chain.tail().seq;
  report.hash = chain.tail().hash;
  report.problems = problems.shown();
  report.more_problems = problems.more();
  return report;
}

std::string WriteReport(const VerifyReport& report, Language language) {
  ordered_json problems = ordered_json::array();
  for (const Problem& problem : report.problems) {
    problems.push_back({{"code", problem.code}, {"message", problem.message.In(language)}});
  }
  ordered_json json = {
      {"entries", report.entries}, {"hash", report.hash}, {"problems", std::move(problems)}};
  if (report.more_problems > 0) json["more_problems"] = report.more_problems;
  // Tampered data may hold bytes that are no UTF-8.
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<Checkpoint> ReadCheckpoint(std::string_view json) {
  const ordered_json read = ordered_json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!read.is_object()) return CheckpointUnreadable();
  const auto entries = read.find("entries");
  const auto hash = read.find("hash");
  if (entries == read.end() || hash == read.end() || !entries->is_number_unsigned() ||
      !hash->is_string()) {
    return CheckpointUnreadable();
  }
  Checkpoint checkpoint{.entries = *entries, .hash = *hash};
  if (!crypto::IsHex(checkpoint.hash, ledger::kNoHash.size())) return CheckpointUnreadable();
  return checkpoint;
}

Result<std::vector<ledger::Entry>> ReadLedger(const Context& context, std::uint64_t first,
                                              int limit) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kVerify));
  KAOPING_TRY(const auto reading, context.store.Read());
  return reading->ledger().Read(first, limit);
}

}  // namespace kaoping::service
