// Accounts, roles and sessions.
//
// Passwords are kept as Argon2id hashes; of a session only the SHA-256 of its token is kept.
// Neither ever enters the ledger. How strong a password is, how long it lasts, how many failures
// lock an account, and when a session ends, are settings (settings.h).

#ifndef KAOPING_SERVICE_ACCOUNTS_H_
#define KAOPING_SERVICE_ACCOUNTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "service/context.h"

namespace kaoping::service {

struct Account {
  std::string name;     // what one signs in with; never given to anybody else
  std::string display;  // what others see
  Role role = Role::kObserver;
  Place place;
  bool has_temporary_password = false;  // made by kaoping and not changed yet
  bool must_change_password = false;    // before anything else; known of a session's account alone
  Timestamp created_at;
  std::optional<Timestamp> locked_until;  // nothing unless locked now
};

// A password made by kaoping: shown once, kept nowhere.
struct NewPassword {
  std::string name;
  std::string password;  // 16 characters that can't be mistaken for each other
};

// Makes the first account, a system administrator named `name`.
// kConflict `administrator-exists` if there is any account.
Result<NewPassword> CreateFirstAdministrator(store::Store& store, Timestamp now,
                                             std::string_view name = "admin");

struct SignedIn {
  std::string token;  // 64 hexadecimal digits, for a cookie; kept nowhere
  Account account;
  Timestamp ends_at;  // at the latest
};

// kForbidden `sign-in-failed`: no such account or a wrong password, without saying which.
// kForbidden `account-locked`: too many failures; the message says until when. The password isn't
// looked at then.
// Takes the time and memory of one Argon2id hash either way: call it from a bounded pool. `from`,
// here and below, is the address that the request came from.
Result<SignedIn> SignIn(store::Store& store, Timestamp now, std::string_view name,
                        std::string_view password, std::string_view from = "");

// kForbidden `password-change-required` where nothing else may be done before.
Status CheckMayWork(const Account& account);

// Whose session this is, and that it was used now. The role is that of the account now, not that
// of the time of signing in.
// kForbidden `session-ended`: unknown, ended, idle for too long, or too old.
Result<Account> SessionAccount(store::Store& store, Timestamp now, std::string_view token);
// `from` is the address that the request came from.
Actor ActorOf(const Account& account, std::string from = "");

// An unknown or ended session is no error: it is over either way.
Status SignOut(store::Store& store, Timestamp now, std::string_view token,
               std::string_view from = "");

// In the order of their making.
Result<std::vector<Account>> ListUsers(const Context& context);

// `place` may name unit and office by any name that the register has for them.
// kConflict `account-exists`; kInvalid `account-name-unfit` (field "name": 1 to 32 letters, Chinese
// characters, digits, and .-_), `display-unfit` (field "display": blank or over 64 characters),
// `role-unfit` (field "role": the operator is nobody's role), `unit-required` (field "unit": of a
// role that NeedsUnit, or an office without its unit); kNotFound `unit-unknown` (field "unit"),
// `office-unknown` (field "office").
Result<NewPassword> AddUser(const Context& context, std::string_view name, std::string_view display,
                            Role role, const Place& place = {});

// Ends the sessions of the account, so that nothing goes on under the old role.
//
// kNotFound `account-not-found`; kInvalid `role-unfit`, `unit-required`; kConflict `roles-exclude`
// from one of the three administrators to another; kForbidden `own-role`; kConflict
// `last-administrator`, for the only system administrator. The same role again changes nothing.
Status ChangeRole(const Context& context, std::string_view name, Role role);

// Moves somebody to another unit or office; what he sees and may do follows at once. Gives the
// place as the register names it.
//
// kNotFound `account-not-found`, `unit-unknown`, `office-unknown`; kInvalid `unit-required`;
// kForbidden `own-place`. The same place again changes nothing.
Result<Place> ChangePlace(const Context& context, std::string_view name, const Place& place);

// A new password in place of a lost one; opens a lock and ends the sessions of the account.
// kNotFound `account-not-found`.
Result<NewPassword> ResetPassword(const Context& context, std::string_view name);

// By its owner; other sessions of the account end, the one of `token` goes on.
//
// kForbidden `session-ended`; kForbidden `sign-in-failed` (field "old"), counted like a failed
// sign-in; kForbidden `account-locked`; kInvalid `password-weak` (field "new"), saying what is
// missing: the characters and kinds that the settings ask for, without the name, and none of those
// that the account had lately.
Status ChangeOwnPassword(store::Store& store, Timestamp now, std::string_view token,
                         std::string_view old_password, std::string_view new_password,
                         std::string_view from = "");

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_ACCOUNTS_H_
