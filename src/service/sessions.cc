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
#include "service/settings_in_force.h"
#include "service/statements.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

constexpr std::int64_t kMinute = std::int64_t{60} * 1'000'000;  // in microseconds
// How exactly being idle is known: noting it at every request would make every reader a writer.
constexpr std::int64_t kTouchAfter = kMinute;

std::int64_t IdleTime(const Settings& settings) { return kMinute * settings.idle_minutes; }
std::int64_t LongestTime(const Settings& settings) { return 60 * kMinute * settings.session_hours; }

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

bool IsLive(const store::SessionRow& session, const Settings& settings, Timestamp now) {
  return now < After(session.created_at, LongestTime(settings)) &&
         now < After(session.seen_at, IdleTime(settings));
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

// Counts a wrong password, and locks the account after too many in a row.
Status NoteFailure(store::Transaction& work, Timestamp now, std::string_view from,
                   store::AccountRow row) {
  // A lock that has run out starts a new count.
  if (row.locked_until) row.failures = 0;
  row.locked_until.reset();
  ++row.failures;
  KAOPING_TRY(const Settings settings, LoadSettings(work));
  if (row.failures >= settings.sign_in_failures) {
    row.locked_until = After(now, settings.lock_minutes * kMinute);
  }
  KAOPING_TRY_STATUS(
      AppendEntry(work, Owner(row, from), now, action::kSignInFailed, StateFailure(row)));
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

Result<store::SessionRow> FindLive(const store::Transaction& transaction, const Settings& settings,
                                   Timestamp now, const std::string& token_digest) {
  KAOPING_TRY(const std::optional<store::SessionRow> session,
              transaction.accounts().FindSession(token_digest));
  if (!session || !IsLive(*session, settings, now)) return SessionEnded();
  return *session;
}

// For the owner, who may have something to do first.
Account DescribeOwner(const store::AccountRow& row, const Settings& settings, Timestamp now) {
  Account account = Describe(row, now);
  account.must_change_password = MustChangePassword(row, settings, now);
  return account;
}

// Whether it is none of those that the account had lately: `password-weak`. Takes the time of an
// Argon2id hash for each.
Status CheckNotLately(const store::Store& store, const store::AccountRow& row,
                      const Settings& settings, std::string_view password) {
  std::vector<std::string> hashes;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(hashes, reading->accounts().PastPasswords(row.name, settings.remembered_passwords));
  }
  for (const std::string& hash : hashes) {
    if (!crypto::VerifyPassword(hash, password)) continue;
    return MakeError(ErrorKind::kInvalid, "password-weak",
                     Say("新密码不能是最近用过的{}个之一；请换一个",
                         "the new password must be none of the last {}; choose another",
                         settings.remembered_passwords),
                     "new");
  }
  return Ok();
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
  KAOPING_TRY(session.entry, AppendEntry(work, Owner(admission.row, from), now, action::kSignIn,
                                         StateSession(session)));
  KAOPING_TRY(const Settings settings, LoadSettings(work));
  KAOPING_TRY_STATUS(work.accounts().ForgetSessions(After(now, -LongestTime(settings)),
                                                    After(now, -IdleTime(settings))));
  KAOPING_TRY_STATUS(work.accounts().AddSession(session));
  KAOPING_TRY_STATUS(work.Commit());
  return SignedIn{.token = token,
                  .account = DescribeOwner(admission.row, settings, now),
                  .ends_at = After(now, LongestTime(settings))};
}

Result<Account> SessionAccount(store::Store& store, Timestamp now, std::string_view token) {
  const std::string digest = crypto::Sha256Hex(token);
  std::optional<store::SessionRow> session;
  std::optional<store::AccountRow> row;
  Settings settings;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(settings, LoadSettings(*reading));
    KAOPING_TRY(session, FindLive(*reading, settings, now, digest));
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
  return DescribeOwner(*row, settings, now);
}

Status SignOut(store::Store& store, Timestamp now, std::string_view token, std::string_view from) {
  const std::string digest = crypto::Sha256Hex(token);
  KAOPING_TRY(const auto work, store.Write());
  KAOPING_TRY(const std::optional<store::SessionRow> session, work->accounts().FindSession(digest));
  if (!session) return Ok();
  KAOPING_TRY_STATUS(AppendEntry(*work, {.name = session->account, .from = std::string(from)}, now,
                                 action::kSignOut, StateSession(*session)));
  KAOPING_TRY_STATUS(work->accounts().EndSession(digest));
  return work->Commit();
}

Status ChangeOwnPassword(store::Store& store, Timestamp now, std::string_view token,
                         std::string_view old_password, std::string_view new_password,
                         std::string_view from) {
  const std::string digest = crypto::Sha256Hex(token);
  std::optional<store::AccountRow> seen;
  Settings settings;
  {
    KAOPING_TRY(const auto reading, store.Read());
    KAOPING_TRY(settings, LoadSettings(*reading));
    KAOPING_TRY(const store::SessionRow session, FindLive(*reading, settings, now, digest));
    KAOPING_TRY(seen, reading->accounts().Find(session.account));
  }
  if (!seen) return SessionEnded();
  KAOPING_TRY_STATUS(CheckNewPassword(*seen, settings, old_password, new_password));
  KAOPING_TRY_STATUS(CheckNotLately(store, *seen, settings, new_password));
  const std::string hash = crypto::HashPassword(new_password);
  KAOPING_TRY(const Admission admission, Admit(store, now, from, *seen, old_password, "old"));
  store::Transaction& work = *admission.work;
  store::AccountRow row = admission.row;
  row.password_hash = hash;
  row.has_temporary_password = false;
  KAOPING_TRY_STATUS(
      ChangePassword(work, now, Owner(row, from), action::kChangePassword, admission.row, row));
  KAOPING_TRY_STATUS(work.accounts().EndSessionsOf(row.name, digest));
  return work.Commit();
}

}  // namespace kaoping::service
