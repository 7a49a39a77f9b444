// Private to service/: accounts as they are stored.

#ifndef KAOPING_SERVICE_ACCOUNT_ROWS_H_
#define KAOPING_SERVICE_ACCOUNT_ROWS_H_

#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "service/accounts.h"
#include "service/settings.h"
#include "store/transaction.h"

namespace kaoping::service {

Place PlaceOf(const store::AccountRow& row);

Account Describe(const store::AccountRow& row, Timestamp now);

// `account-not-found`.
Result<store::AccountRow> FindAccount(const store::Transaction& transaction, std::string_view name);

// Writes the entry that `actor` changed `row`, as `action`, from what it was before, and the row;
// gives the number of the entry.
Result<std::uint64_t> ChangeAccount(store::Transaction& work, Timestamp now, const Actor& actor,
                                    std::string_view action, const store::AccountRow& before,
                                    store::AccountRow row);

bool IsLocked(const store::AccountRow& row, Timestamp now);
// `account-locked`. Requires: IsLocked.
Error AccountLocked(const store::AccountRow& row);

// Gives the account another password, as `action`, and keeps the one before among those that are
// not taken again. `row` is `before` with what else changes.
Status ChangePassword(store::Transaction& work, Timestamp now, const Actor& actor,
                      std::string_view action, const store::AccountRow& before,
                      store::AccountRow row);

// `password-weak`, saying what is missing.
Status CheckNewPassword(const store::AccountRow& row, const Settings& settings,
                        std::string_view old_password, std::string_view new_password);

// Whether the password must be changed before anything else.
bool MustChangePassword(const store::AccountRow& row, const Settings& settings, Timestamp now);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_ACCOUNT_ROWS_H_
