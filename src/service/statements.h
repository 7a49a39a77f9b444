// Private to service/: what the ledger says of each row of state.
//
// A row is written together with the entry that states it, and verification asks the row again what
// its entry must say. One function for both, so that they cannot drift apart.

#ifndef KAOPING_SERVICE_STATEMENTS_H_
#define KAOPING_SERVICE_STATEMENTS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "ledger/entry.h"
#include "service/context.h"
#include "store/transaction.h"

namespace kaoping::service {

// Kept in the ledger for ever; docs/ledger-format.md lists them. Never rename one.
namespace action {
inline constexpr std::string_view kImportScheme = "import-scheme";
inline constexpr std::string_view kReviseScheme = "revise-scheme";
inline constexpr std::string_view kPublishScheme = "publish-scheme";
inline constexpr std::string_view kSucceedScheme = "succeed-scheme";
inline constexpr std::string_view kSettleCriterion = "settle-criterion";
inline constexpr std::string_view kConfirmFinding = "confirm-finding";
inline constexpr std::string_view kRecordFact = "record-fact";
inline constexpr std::string_view kDecideFact = "decide-fact";
inline constexpr std::string_view kImportRegister = "import-register";
inline constexpr std::string_view kNameOffice = "name-office";
inline constexpr std::string_view kEntrustTask = "entrust-task";
inline constexpr std::string_view kChangeSetting = "change-setting";
inline constexpr std::string_view kRememberLayout = "remember-layout";
inline constexpr std::string_view kAddEvidence = "add-evidence";
inline constexpr std::string_view kAddEvidenceFile = "add-evidence-file";
inline constexpr std::string_view kCiteEvidence = "cite-evidence";
inline constexpr std::string_view kReviewEvidence = "review-evidence";
inline constexpr std::string_view kRemoveEvidenceFile = "remove-evidence-file";
inline constexpr std::string_view kCreateAdministrator = "create-administrator";
inline constexpr std::string_view kAddAccount = "add-account";
inline constexpr std::string_view kChangeRole = "change-role";
inline constexpr std::string_view kChangePlace = "change-place";
inline constexpr std::string_view kResetPassword = "reset-password";
inline constexpr std::string_view kChangePassword = "change-password";
inline constexpr std::string_view kSignIn = "sign-in";
inline constexpr std::string_view kSignInFailed = "sign-in-failed";
inline constexpr std::string_view kSignOut = "sign-out";
}  // namespace action

struct Statement {
  std::string subject;
  std::string after;   // compact JSON
  std::string reason;  // as given; empty for none
};

Statement StateScheme(const store::SchemeRow& row, const store::SchemeText& text);
Statement StateRevision(const store::RevisionRow& row);
Statement StatePublication(const store::PublicationRow& row);
Statement StateSuccession(const store::SuccessionRow& row);
Statement StateSettlement(const store::SettlementRow& row);
Statement StateConfirmation(const store::ConfirmationRow& row);
// Its `after` is empty, which no entry states, if the row's columns contradict its body.
Statement StateFact(const store::FactRow& row);
Statement StateDecision(const store::DecisionRow& row);
Statement StateRegister(const store::RegisterRow& row);
Statement StateOfficeName(const store::OfficeNameRow& row);
Statement StateEntrustment(const store::EntrustmentRow& row);
Statement StateSetting(const store::SettingRow& row);
Statement StateLayout(const store::LayoutRow& row);
Statement StateEvidence(const store::EvidenceRow& row);
Statement StateEvidenceFile(const store::EvidenceFileRow& row);
Statement StateCitation(const store::CitationRow& row);
Statement StateEvidenceReview(const store::EvidenceReviewRow& row);
Statement StateEvidenceRemoval(const store::EvidenceRemovalRow& row);
Statement StateAccount(const store::AccountRow& row);
Statement StateSession(const store::SessionRow& row);

// The account's failures and lock, after a password was wrong.
Statement StateFailure(const store::AccountRow& row);

// Seals to the ledger that `actor` did what `statement` says, and gives the number of the entry, by
// which the row that it states is kept. `before`, what the row said until then, is compact JSON or
// empty.
Result<std::uint64_t> AppendEntry(store::Transaction& work, const Actor& actor, Timestamp now,
                                  std::string_view action, const Statement& statement,
                                  std::string_view before = {});

// Whether `entry` says what `statement` says, whatever it says of the time before.
bool Says(const ledger::Entry& entry, const Statement& statement);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_STATEMENTS_H_
