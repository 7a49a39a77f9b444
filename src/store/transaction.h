// Transaction: one unit of work. All of it is done, or nothing.
//
// What a state row says must come from a ledger entry: every row names its entry, the database
// holds it to that, and Commit stops the program's own mistakes.

#ifndef KAOPING_STORE_TRANSACTION_H_
#define KAOPING_STORE_TRANSACTION_H_

#include "base/result.h"
#include "store/account_store.h"
#include "store/evidence_store.h"
#include "store/fact_store.h"
#include "store/ledger_store.h"
#include "store/register_store.h"
#include "store/scheme_store.h"
#include "store/settings_store.h"
#include "store/settlement_store.h"

namespace kaoping::store {

// Used by one thread at a time. Functions of its stores return the errors of the database
// (`data-locked`, `data-full`, `data-failed`, `data-corrupt`); after one of them only destroy it.
class Transaction {
 public:
  // Takes back whatever wasn't committed.
  virtual ~Transaction() = default;

  virtual LedgerStore& ledger() = 0;
  virtual SchemeStore& schemes() = 0;
  virtual SettlementStore& settlements() = 0;
  virtual FactStore& facts() = 0;
  virtual AccountStore& accounts() = 0;
  virtual RegisterStore& registers() = 0;
  virtual SettingsStore& settings() = 0;
  virtual EvidenceStore& evidence() = 0;
  virtual const LedgerStore& ledger() const = 0;
  virtual const SchemeStore& schemes() const = 0;
  virtual const SettlementStore& settlements() const = 0;
  virtual const FactStore& facts() const = 0;
  virtual const AccountStore& accounts() const = 0;
  virtual const RegisterStore& registers() const = 0;
  virtual const SettingsStore& settings() const = 0;
  virtual const EvidenceStore& evidence() const = 0;

  // Whether the database's own pages and indexes hang together: `data-corrupt` if not. Reads all of
  // the file.
  virtual Status CheckFile() const = 0;

  // Once it returns, what was written survives a power failure. Nothing of this transaction may be
  // used afterwards. InternalError, and nothing is kept, if state was changed without a ledger
  // entry.
  virtual Status Commit() = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_TRANSACTION_H_
