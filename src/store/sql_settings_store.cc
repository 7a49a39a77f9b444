#include <soci/soci.h>

#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

class SqlSettingsStore : public SettingsStore {
 public:
  SqlSettingsStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Change(const SettingRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.name, row.value, row.reason});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO settings (entry, name, value, reason)"
              " VALUES (:entry, :name, :value, :reason)",
          soci::use(entry), soci::use(row.name), soci::use(row.value), soci::use(row.reason);
      return Ok();
    });
  }

  Result<std::vector<SettingRow>> All() const override {
    return Guard([&]() -> Result<std::vector<SettingRow>> {
      long long entry = 0;
      long long at = 0;
      SettingRow row;
      soci::statement statement =
          (sql_.prepare << "SELECT s.entry, s.name, s.value, s.reason,"
                           " COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM settings s LEFT JOIN ledger l ON l.seq = s.entry"
                           " ORDER BY s.entry",
           soci::into(entry), soci::into(row.name), soci::into(row.value), soci::into(row.reason),
           soci::into(row.by), soci::into(at));
      statement.execute();
      std::vector<SettingRow> rows;
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

std::unique_ptr<SettingsStore> MakeSettingsStore(soci::session& session, Written& written) {
  return std::make_unique<SqlSettingsStore>(session, written);
}

}  // namespace kaoping::store
