// AccountStore: keeps accounts and the sessions of those who signed in.

#ifndef KAOPING_STORE_ACCOUNT_STORE_H_
#define KAOPING_STORE_ACCOUNT_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace kaoping::store {

struct AccountRow {
  std::string name;
  std::string display;
  std::string role;
  std::string unit{};    // that its owner belongs to; empty for none
  std::string office{};  // within the unit; empty for the whole of it
  std::string password_hash;
  bool has_temporary_password = false;
  Timestamp password_set_at;  // the beginning of time where nobody noted it
  std::uint64_t created = 0;  // the entry that made it
  std::uint64_t entry = 0;    // the entry that last changed anything above
  // How often in a row a wrong password was given, and what came of it. No part of what `entry`
  // says.
  int failures = 0;
  std::optional<Timestamp> locked_until;
  // Of the entry `created`; ignored when written.
  Timestamp created_at;
};

struct SessionRow {
  std::string token_digest;  // SHA-256 of the token
  std::string account;
  Timestamp created_at;
  Timestamp seen_at;
  std::uint64_t entry = 0;  // the signing-in
};

class AccountStore {
 public:
  virtual ~AccountStore() = default;

  // Requires: the name is new, and both entries are in the ledger.
  virtual Status Add(const AccountRow& row) = 0;
  // Requires: the account is there, and `row.entry` is in the ledger. `created` stays.
  virtual Status Update(const AccountRow& row) = 0;

  virtual Result<std::optional<AccountRow>> Find(std::string_view name) const = 0;
  // Keeps a password that is given up. Requires: the account is there, and `entry`, the change, is
  // in the ledger and keeps no other.
  virtual Status KeepPassword(std::string_view account, std::string_view password_hash,
                              std::uint64_t entry) = 0;
  // The last `limit` that were given up. Requires: limit >= 0.
  virtual Result<std::vector<std::string>> PastPasswords(std::string_view account,
                                                         int limit) const = 0;
  // In the order of their making.
  virtual Result<std::vector<AccountRow>> All() const = 0;

  // Requires: the token is new, the account is there, and `row.entry` is in the ledger.
  virtual Status AddSession(const SessionRow& row) = 0;
  virtual Result<std::optional<SessionRow>> FindSession(std::string_view token_digest) const = 0;
  virtual Result<std::vector<SessionRow>> AllSessions() const = 0;
  // That somebody is still there is no deed: the one change that needs no ledger entry, together
  // with forgetting sessions that have run out.
  virtual Status TouchSession(std::string_view token_digest, Timestamp seen_at) = 0;
  virtual Status ForgetSessions(Timestamp created_before, Timestamp seen_before) = 0;
  virtual Status EndSession(std::string_view token_digest) = 0;
  // All of the account but `kept` (empty: all).
  virtual Status EndSessionsOf(std::string_view account, std::string_view kept) = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_ACCOUNT_STORE_H_
