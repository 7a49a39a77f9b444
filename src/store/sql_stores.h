// Private to store/: the stores over one SQL connection. The SQL is the portable subset, so that
// they serve every database.

#ifndef KAOPING_STORE_SQL_STORES_H_
#define KAOPING_STORE_SQL_STORES_H_

#include <initializer_list>
#include <memory>
#include <string_view>

#include "store/account_store.h"
#include "store/evidence_store.h"
#include "store/fact_store.h"
#include "store/ledger_store.h"
#include "store/register_store.h"
#include "store/scheme_store.h"
#include "store/settings_store.h"
#include "store/settlement_store.h"

namespace soci {
class session;
}

namespace kaoping::store {

// What a transaction has written so far.
struct Written {
  bool state = false;   // a row that only a ledger entry may bring about
  bool ledger = false;  // a ledger entry
};

// Each lives no longer than `session` and `written`.
std::unique_ptr<LedgerStore> MakeLedgerStore(soci::session& session, Written& written);
std::unique_ptr<SchemeStore> MakeSchemeStore(soci::session& session, Written& written);
std::unique_ptr<SettlementStore> MakeSettlementStore(soci::session& session, Written& written);
std::unique_ptr<FactStore> MakeFactStore(soci::session& session, Written& written);
std::unique_ptr<AccountStore> MakeAccountStore(soci::session& session, Written& written);
std::unique_ptr<RegisterStore> MakeRegisterStore(soci::session& session, Written& written);
std::unique_ptr<SettingsStore> MakeSettingsStore(soci::session& session, Written& written);
std::unique_ptr<EvidenceStore> MakeEvidenceStore(soci::session& session, Written& written);

// InternalError if any of `texts` holds a NUL, which some databases cut at: callers have refused
// such text with a sentence before. Comes before the statement that binds them, never inside it: a
// statement runs when its expression ends, even if that is by an exception.
void CheckBindable(std::initializer_list<std::string_view> texts);

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SQL_STORES_H_
