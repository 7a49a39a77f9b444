#include <soci/soci.h>

#include <limits>

#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

class SqlSettlementStore : public SettlementStore {
 public:
  SqlSettlementStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Settle(const SettlementRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.task, row.identity, row.body, row.reason, row.carried_from});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO settlements (entry, scheme, task, identity, body, reason, carried_from)"
              " VALUES (:entry, :scheme, :task, :identity, :body, :reason, :carried_from)",
          soci::use(entry), soci::use(row.scheme), soci::use(row.task), soci::use(row.identity),
          soci::use(row.body), soci::use(row.reason), soci::use(row.carried_from);
      return Ok();
    });
  }

  Status Confirm(const ConfirmationRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.identity, row.body, row.note, row.carried_from});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO confirmations (entry, scheme, identity, body, note, carried_from)"
              " VALUES (:entry, :scheme, :identity, :body, :note, :carried_from)",
          soci::use(entry), soci::use(row.scheme), soci::use(row.identity), soci::use(row.body),
          soci::use(row.note), soci::use(row.carried_from);
      return Ok();
    });
  }

  Result<std::vector<SettlementRow>> Settlements(std::string_view scheme) const override {
    return FetchSettlements(scheme, 0, kAll);
  }
  Result<std::vector<ConfirmationRow>> Confirmations(std::string_view scheme) const override {
    return FetchConfirmations(scheme, 0, kAll);
  }
  Result<std::vector<SettlementRow>> AllSettlements(std::optional<std::uint64_t> after,
                                                    int limit) const override {
    return FetchSettlements("", after.value_or(0), limit);
  }
  Result<std::vector<ConfirmationRow>> AllConfirmations(std::optional<std::uint64_t> after,
                                                        int limit) const override {
    return FetchConfirmations("", after.value_or(0), limit);
  }

 private:
  static constexpr int kAll = std::numeric_limits<int>::max();

  // An empty scheme selects all of them.
  Result<std::vector<SettlementRow>> FetchSettlements(std::string_view scheme, std::uint64_t after,
                                                      int limit) const {
    return Guard([&]() -> Result<std::vector<SettlementRow>> {
      CheckBindable({scheme});
      const std::string wanted(scheme);
      const long long from = static_cast<long long>(after);
      SettlementRow row;
      long long entry = 0;
      long long at = 0;
      soci::statement statement =
          (sql_.prepare << "SELECT s.entry, s.scheme, s.task, s.identity, s.body, s.reason,"
                           " s.carried_from, COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM settlements s LEFT JOIN ledger l ON l.seq = s.entry"
                           " WHERE (s.scheme = :scheme OR :every = '') AND s.entry > :after"
                           " ORDER BY s.entry LIMIT :limit",
           soci::into(entry), soci::into(row.scheme), soci::into(row.task),
           soci::into(row.identity), soci::into(row.body), soci::into(row.reason),
           soci::into(row.carried_from), soci::into(row.by), soci::into(at), soci::use(wanted),
           soci::use(wanted), soci::use(from), soci::use(limit));
      statement.execute();
      std::vector<SettlementRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.at = Timestamp(at);
        rows.push_back(row);
      }
      return rows;
    });
  }

  Result<std::vector<ConfirmationRow>> FetchConfirmations(std::string_view scheme,
                                                          std::uint64_t after, int limit) const {
    return Guard([&]() -> Result<std::vector<ConfirmationRow>> {
      CheckBindable({scheme});
      const std::string wanted(scheme);
      const long long from = static_cast<long long>(after);
      ConfirmationRow row;
      long long entry = 0;
      long long at = 0;
      soci::statement statement =
          (sql_.prepare << "SELECT c.entry, c.scheme, c.identity, c.body, c.note, c.carried_from,"
                           " COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM confirmations c LEFT JOIN ledger l ON l.seq = c.entry"
                           " WHERE (c.scheme = :scheme OR :every = '') AND c.entry > :after"
                           " ORDER BY c.entry LIMIT :limit",
           soci::into(entry), soci::into(row.scheme), soci::into(row.identity),
           soci::into(row.body), soci::into(row.note), soci::into(row.carried_from),
           soci::into(row.by), soci::into(at), soci::use(wanted), soci::use(wanted),
           soci::use(from), soci::use(limit));
      statement.execute();
      std::vector<ConfirmationRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.at = Timestamp(at);
        rows.push_back(row);
      }
      return rows;
    });
  }

  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<SettlementStore> MakeSettlementStore(soci::session& session, Written& written) {
  return std::make_unique<SqlSettlementStore>(session, written);
}

}  // namespace kaoping::store
