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

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<RegisterStore> MakeRegisterStore(soci::session& session, Written& written) {
  return std::make_unique<SqlRegisterStore>(session, written);
}

}  // namespace kaoping::store
