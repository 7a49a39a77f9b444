#include <soci/soci.h>

#include <limits>
#include <string>
#include <utility>

#include "base/check.h"
#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

class SqlLedgerStore : public LedgerStore {
 public:
  SqlLedgerStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Result<ledger::Entry> Append(ledger::Draft draft, Timestamp now) override {
    return Guard([&]() -> Result<ledger::Entry> {
      KAOPING_TRY(const ledger::Tail tail, Head());
      ledger::Entry entry = ledger::Seal(std::move(draft), tail, now);
      const long long seq = static_cast<long long>(entry.seq);
      const long long at = entry.at.micros_since_epoch();
      sql_ << "INSERT INTO ledger (seq, at, actor, action, subject, body, prev_hash, hash)"
              " VALUES (:seq, :at, :actor, :action, :subject, :body, :prev_hash, :hash)",
          soci::use(seq), soci::use(at), soci::use(entry.actor), soci::use(entry.action),
          soci::use(entry.subject), soci::use(entry.body), soci::use(entry.prev_hash),
          soci::use(entry.hash);
      sql_ << "UPDATE ledger_head SET seq = :seq, at = :at, hash = :hash WHERE id = 1",
          soci::use(seq), soci::use(at), soci::use(entry.hash);
      written_.ledger = true;
      return entry;
    });
  }

  Result<ledger::Tail> Head() const override {
    return Guard([&]() -> Result<ledger::Tail> {
      long long seq = 0;
      long long at = 0;
      ledger::Tail tail;
      sql_ << "SELECT seq, at, hash FROM ledger_head WHERE id = 1", soci::into(seq), soci::into(at),
          soci::into(tail.hash);
      if (!sql_.got_data()) return DataCorrupt();
      tail.seq = static_cast<std::uint64_t>(seq);
      tail.at = Timestamp(at);
      return tail;
    });
  }

  Result<std::vector<ledger::Entry>> Read(std::uint64_t first, int limit) const override {
    KAOPING_CHECK(limit >= 1 && limit <= 10'000);
    return Guard([&]() -> Result<std::vector<ledger::Entry>> {
      const long long from =
          first == 0 ? std::numeric_limits<long long>::min() : static_cast<long long>(first);
      long long seq = 0;
      long long at = 0;
      ledger::Entry entry;
      soci::statement statement =
          (sql_.prepare << "SELECT seq, at, actor, action, subject, body, prev_hash, hash"
                           " FROM ledger WHERE seq >= :from ORDER BY seq LIMIT :limit",
           soci::into(seq), soci::into(at), soci::into(entry.actor), soci::into(entry.action),
           soci::into(entry.subject), soci::into(entry.body), soci::into(entry.prev_hash),
           soci::into(entry.hash), soci::use(from), soci::use(limit));
      statement.execute();
      std::vector<ledger::Entry> entries;
      while (statement.fetch()) {
        entry.seq = static_cast<std::uint64_t>(seq);
        entry.at = Timestamp(at);
        entries.push_back(entry);
      }
      return entries;
    });
  }

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<LedgerStore> MakeLedgerStore(soci::session& session, Written& written) {
  return std::make_unique<SqlLedgerStore>(session, written);
}

}  // namespace kaoping::store
