// Signing in and what follows from it; declared in accounts.h.

#include <optional>
#include <utility>

#include "base/utf8.h"
#include "crypto/digest.h"
#include "crypto/hex.h"
#include "crypto/password.h"
#include "crypto/random.h"
#include "service/account_rows.h"
#include "service/accounts.h"
#include "service/statements.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

constexpr std::int64_t kSecond = 1'000'000;  // in microseconds
constexpr std::int64_t kIdle = 30 * 60 * kSecond;
constexpr std::int64_t kAbsolute = 12 * 60 * 60 * kSecond;
// How exactly being idle is known: noting it at every request would make every reader a writer.
constexpr std::int64_t kTouchAfter = 60 * kSecond;
constexpr std::int64_t kLockFor = 15 * 60 * kSecond;
constexpr int kMostFailures = 5;

Timestamp After(Timestamp moment, std::int64_t micros) {
  return Timestamp(moment.micros_since_epoch() + micros);
}

Error SignInFailed(std::string_view field = {}) {
  return MakeError(
      ErrorKind::kForbidden, "sign-in-failed",
      Say("账号或密码不对；请重新输入", "the account or the password is wrong; try again"), field);
}

Error SessionEnded() {
  return MakeError(ErrorKind::kForbidden, "session-ended",
                   Say("登录已过期；请重新登录", "the session has ended; sign in again"));
}

bool IsLive(const store::SessionRow& session, Timestamp now) {
  return now < After(session.created_at, kAbsolute) && now < After(session.seen_at, kIdle);
}

// A name that can't be one is nobody's.
Result<std::optional<store::AccountRow>> LookUp(const store::Store& store, std::string_view name) {
  if (FirstInvalidUtf8(name) || name.find('\0') != std::string_view::npos) {
    return std::optional<store::AccountRow>();
  }
  KAOPING_TRY(const auto reading, store.Read());
  return reading->accounts().Find(name);
}

// Whoever signs in by `row`.
Actor Owner(const store::AccountRow& row, std::string_view from) {
  return {.name = row.name, .from = std::string(from)};
}

// Counts a wrong password, and locks the account at the fifth in a row.
Status NoteFailure(store::Transaction& work, Timestamp now, std::string_view from,
                   store::AccountRow row) {
  // A lock that has run out starts a new count.
  if (row.locked_until) row.failures = 0;
  row.locked_until.reset();
  ++row.failures;
  if (row.failures >= kMostFailures) row.locked_until = After(now, kLockFor);
  KAOPING_TRY_STATUS(work.ledger().Append(
      DraftOf(Owner(row, from), action::kSignInFailed, StateFailure(row)), now));
  return work.accounts().Update(row);
}

Status ForgetFailures(store::Transaction& work, store::AccountRow row) {
  if (row.failures == 0 && !row.locked_until) return Ok();
  row.failures = 0;
  row.locked_until.reset();
  return work.accounts().Update(row);
}

// A unit of work in which `password` has been found to be the account's. Otherwise what to tell,
// with the failure counted.
struct Admission {
  std::unique_ptr<store::Transaction> work;
  store::AccountRow row;
};

// The password is tried before the only writer's turn, and what it was tried against must still be
// so within it.
Result<Admission> Admit(store::Store& store, Timestamp now, std::string_view from,
                        const store::AccountRow& seen, std::string_view password,
                        std::string_view field) {
  if (IsLocked(seen, now)) return AccountLocked(seen);
  const bool is_right = crypto::VerifyPassword(seen.password_hash, password);
  KAOPING_TRY(auto work, store.Write());
  KAOPING_TRY(store::AccountRow row, FindAccount(*work, seen.name));
  if (IsLocked(row, now)) return AccountLocked(row);
  if (!is_right || row.password_hash != seen.password_hash) {
    KAOPING_TRY_STATUS(NoteFailure(*work, now, from, row));
    KAOPING_TRY_STATUS(work->Commit());
    return SignInFailed(field);
  }
  return Admission{std::move(work), std::move(row)};
}

Result<store::SessionRow> FindLive(const store::Transaction& transaction, Timestamp now,
                                   const std::string& token_digest) {
  KAOPING_TRY(const std::optional<store::SessionRow> session,
              transaction.accounts().FindSession(token_digest));
  if (!session || !IsLive(*session, now)) return SessionEnded();
  return *session;
}

}  // namespace

Result<SignedIn> SignIn(store::Store& store, Timestamp now, std::string_view name,
                        std::string_view password, std::string_view from) {
  KAOPING_TRY(const std::optional<store::AccountRow> seen, LookUp(store, name));
  if (!seen) {
    crypto::SpendVerification(password);
    return SignInFailed();
  }
  KAOPING_TRY(const Admission admission, Admit(store, now, from, *seen, password, ""));
  store::Transaction& work = *admission.work;
  KAOPING_TRY_STATUS(ForgetFailures(work, admission.row));

  const std::string token = crypto::ToHex(crypto::RandomBytes(32));
  store::SessionRow session;
  session.token_digest = crypto::Sha256Hex(token);
  session.account = admission.row.name;
  session.created_at = session.seen_at = now;
  KAOPING_TRY(
      const ledger::Entry entry,
      work.ledger().Append(
          DraftOf(Owner(admission.row, from), action::kSignIn, StateSession(session)), now));
  session.entry = entry.seq;
  KAOPING_TRY_STATUS(work.accounts().ForgetSessions(After(now, -kAbsolute), After(now, -kIdle)));
  KAOPING_TRY_STATUS(work.accounts().AddSession(session));
  KAOPING_TRY_STATUS(work.Commit());
  return SignedIn{
      .token = token, .account = Describe(admission.row, now), .ends_at = After(now, kAbsolute)};
}

Result<Account> SessionAccount(store::Store& store, Timestamp now, std::string_view token) {
  const std::string digest = crypto::Sha256Hex(token);
  std::optional<store::SessionRow> session;
  std::optional<store::AccountRow> row;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(session, FindLive(*reading, now, digest));
    KAOPING_TRY(row, reading->accounts().Find(session->account));
  }
  if (!row) return SessionEnded();
  if (now >= After(session->seen_at, kTouchAfter)) {
    // A session that can't be noted as used goes on: at worst it ends earlier.
    const auto touch = [&]() -> Status {
      KAOPING_TRY(const auto work, store.Write());
      KAOPING_TRY_STATUS(work->accounts().TouchSession(digest, now));
      return work->Commit();
    };
    static_cast<void>(touch());
  }
  return Describe(*row, now);
}

Status SignOut(store::Store& store, Timestamp now, std::string_view token, std::string_view from) {
  const std::string digest = crypto::Sha256Hex(token);
  KAOPING_TRY(const auto work, store.Write());
  KAOPING_TRY(const std::optional<store::SessionRow> session, work->accounts().FindSession(digest));
  if (!session) return Ok();
  KAOPING_TRY_STATUS(
      work->ledger().Append(DraftOf({.name = session->account, .from = std::string(from)},
                                    action::kSignOut, StateSession(*session)),
                            now));
  KAOPING_TRY_STATUS(work->accounts().EndSession(digest));
  return work->Commit();
}

Status ChangeOwnPassword(store::Store& store, Timestamp now, std::string_view token,
                         std::string_view old_password, std::string_view new_password,
                         std::string_view from) {
  const std::string digest = crypto::Sha256Hex(token);
  std::optional<store::AccountRow> seen;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(const store::SessionRow session, FindLive(*reading, now, digest));
    KAOPING_TRY(seen, reading->accounts().Find(session.account));
  }
  if (!seen) return SessionEnded();
  KAOPING_TRY_STATUS(CheckNewPassword(*seen, old_password, new_password));
  const std::string hash = crypto::HashPassword(new_password);
  KAOPING_TRY(const Admission admission, Admit(store, now, from, *seen, old_password, "old"));
  store::Transaction& work = *admission.work;
  store::AccountRow row = admission.row;
  row.password_hash = hash;
  row.has_temporary_password = false;
  row.failures = 0;
  row.locked_until.reset();
  KAOPING_TRY_STATUS(
      ChangeAccount(work, now, Owner(row, from), action::kChangePassword, admission.row, row));
  KAOPING_TRY_STATUS(work.accounts().EndSessionsOf(row.name, digest));
  return work.Commit();
}

}  // namespace kaoping::service
