#include <soci/soci.h>

#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

class SqlRegisterStore : public RegisterStore {
 public:
  SqlRegisterStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Add(const RegisterRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.body});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO registers (entry, body) VALUES (:entry, :body)", soci::use(entry),
          soci::use(row.body);
      return Ok();
    });
  }

  Result<std::optional<RegisterRow>> Current() const override {
    return Guard([&]() -> Result<std::optional<RegisterRow>> {
      long long entry = 0;
      RegisterRow row;
      sql_ << "SELECT entry, body FROM registers ORDER BY entry DESC LIMIT 1", soci::into(entry),
          soci::into(row.body);
      if (!sql_.got_data()) return std::optional<RegisterRow>();
      row.entry = static_cast<std::uint64_t>(entry);
      return std::optional(row);
    });
  }

  Result<std::vector<RegisterRow>> All() const override {
    return Guard([&]() -> Result<std::vector<RegisterRow>> {
      long long entry = 0;
      RegisterRow row;
      soci::statement statement =
          (sql_.prepare << "SELECT entry, body FROM registers ORDER BY entry", soci::into(entry),
           soci::into(row.body));
      statement.execute();
      std::vector<RegisterRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        rows.push_back(row);
      }
      return rows;
    });
  }

  Status Name(const OfficeNameRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.unit, row.name, row.body, row.reason});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO office_names (entry, unit, name, body, reason)"
              " VALUES (:entry, :unit, :name, :body, :reason)",
          soci::use(entry), soci::use(row.unit), soci::use(row.name), soci::use(row.body),
          soci::use(row.reason);
      return Ok();
    });
  }

  Result<std::vector<OfficeNameRow>> Names() const override {
    return Guard([&]() -> Result<std::vector<OfficeNameRow>> {
      long long entry = 0;
      long long at = 0;
      OfficeNameRow row;
      soci::statement statement =
          (sql_.prepare << "SELECT n.entry, n.unit, n.name, n.body, n.reason,"
                           " COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM office_names n LEFT JOIN ledger l ON l.seq = n.entry"
                           " ORDER BY n.entry",
           soci::into(entry), soci::into(row.unit), soci::into(row.name), soci::into(row.body),
           soci::into(row.reason), soci::into(row.by), soci::into(at));
      statement.execute();
      std::vector<OfficeNameRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.at = Timestamp(at);
        rows.push_back(row);
      }
      return rows;
    });
  }

  Status Entrust(const EntrustmentRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.task, row.body, row.reason});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO entrustments (entry, scheme, task, body, reason)"
              " VALUES (:entry, :scheme, :task, :body, :reason)",
          soci::use(entry), soci::use(row.scheme), soci::use(row.task), soci::use(row.body),
          soci::use(row.reason);
      return Ok();
    });
  }

  Result<std::vector<EntrustmentRow>> Entrustments() const override {
    return Guard([&]() -> Result<std::vector<EntrustmentRow>> {
      long long entry = 0;
      long long at = 0;
      EntrustmentRow row;
      soci::statement statement =
          (sql_.prepare << "SELECT e.entry, e.scheme, e.task, e.body, e.reason,"
                           " COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM entrustments e LEFT JOIN ledger l ON l.seq = e.entry"
                           " ORDER BY e.entry",
           soci::into(entry), soci::into(row.scheme), soci::into(row.task), soci::into(row.body),
           soci::into(row.reason), soci::into(row.by), soci::into(at));
      statement.execute();
      std::vector<EntrustmentRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.at = Timestamp(at);
        rows.push_back(row);
      }
      return rows;
    });
  }

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<RegisterStore> MakeRegisterStore(soci::session& session, Written& written) {
  return std::make_unique<SqlRegisterStore>(session, written);
}

}  // namespace kaoping::store
