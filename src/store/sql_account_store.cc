#include <fmt/format.h>
#include <soci/soci.h>

#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

long long Micros(const std::optional<Timestamp>& moment) {
  return moment ? moment->micros_since_epoch() : 0;
}

soci::indicator IndicatorOf(const std::optional<Timestamp>& moment) {
  return moment ? soci::i_ok : soci::i_null;
}

// The accounts that `condition` holds for; `value`, unless it is null, is what the condition binds.
std::vector<AccountRow> SelectAccounts(soci::session& sql, std::string_view condition,
                                       const std::string* value) {
  AccountRow row;
  long long temporary = 0;
  long long password_set = 0;
  long long failures = 0;
  long long locked_until = 0;
  soci::indicator is_locked = soci::i_null;
  long long created = 0;
  long long entry = 0;
  long long created_at = 0;
  soci::statement statement(sql);
  statement.exchange(soci::into(row.name));
  statement.exchange(soci::into(row.display));
  statement.exchange(soci::into(row.role));
  statement.exchange(soci::into(row.unit));
  statement.exchange(soci::into(row.office));
  statement.exchange(soci::into(row.password_hash));
  statement.exchange(soci::into(temporary));
  statement.exchange(soci::into(password_set));
  statement.exchange(soci::into(failures));
  statement.exchange(soci::into(locked_until, is_locked));
  statement.exchange(soci::into(created));
  statement.exchange(soci::into(entry));
  statement.exchange(soci::into(created_at));
  if (value != nullptr) statement.exchange(soci::use(*value));
  statement.alloc();
  statement.prepare(
      fmt::format("SELECT a.name, a.display, a.role, a.unit, a.office, a.password_hash,"
                  " a.temporary, a.password_set, a.failures, a.locked_until, a.created, a.entry,"
                  " COALESCE(l.at, 0)"
                  " FROM accounts a LEFT JOIN ledger l ON l.seq = a.created {} ORDER BY a.created",
                  condition));
  statement.define_and_bind();
  statement.execute();
  std::vector<AccountRow> rows;
  while (statement.fetch()) {
    row.has_temporary_password = temporary != 0;
    row.password_set_at = Timestamp(password_set);
    row.failures = static_cast<int>(failures);
    row.locked_until.reset();
    if (is_locked == soci::i_ok) row.locked_until = Timestamp(locked_until);
    row.created = static_cast<std::uint64_t>(created);
    row.entry = static_cast<std::uint64_t>(entry);
    row.created_at = Timestamp(created_at);
    rows.push_back(row);
  }
  return rows;
}

// Likewise the sessions.
std::vector<SessionRow> SelectSessions(soci::session& sql, std::string_view condition,
                                       const std::string* value) {
  SessionRow row;
  long long created_at = 0;
  long long seen_at = 0;
  long long entry = 0;
  soci::statement statement(sql);
  statement.exchange(soci::into(row.token_digest));
  statement.exchange(soci::into(row.account));
  statement.exchange(soci::into(created_at));
  statement.exchange(soci::into(seen_at));
  statement.exchange(soci::into(entry));
  if (value != nullptr) statement.exchange(soci::use(*value));
  statement.alloc();
  statement.prepare(
      fmt::format("SELECT token_digest, account, created_at, seen_at, entry FROM sessions {}"
                  " ORDER BY entry",
                  condition));
  statement.define_and_bind();
  statement.execute();
  std::vector<SessionRow> rows;
  while (statement.fetch()) {
    row.created_at = Timestamp(created_at);
    row.seen_at = Timestamp(seen_at);
    row.entry = static_cast<std::uint64_t>(entry);
    rows.push_back(row);
  }
  return rows;
}

template <typename Row>
std::optional<Row> FirstOf(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

class SqlAccountStore : public AccountStore {
 public:
  SqlAccountStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Add(const AccountRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.name, row.display, row.role, row.unit, row.office, row.password_hash});
      const long long temporary = row.has_temporary_password ? 1 : 0;
      const long long password_set = row.password_set_at.micros_since_epoch();
      const long long locked_until = Micros(row.locked_until);
      soci::indicator is_locked = IndicatorOf(row.locked_until);
      const long long created = static_cast<long long>(row.created);
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO accounts (name, display, role, unit, office, password_hash, temporary,"
              " password_set, failures, locked_until, created, entry) VALUES (:name, :display,"
              " :role, :unit, :office, :hash, :temporary, :set, :failures, :locked, :created,"
              " :entry)",
          soci::use(row.name), soci::use(row.display), soci::use(row.role), soci::use(row.unit),
          soci::use(row.office), soci::use(row.password_hash), soci::use(temporary),
          soci::use(password_set), soci::use(row.failures), soci::use(locked_until, is_locked),
          soci::use(created), soci::use(entry);
      return Ok();
    });
  }

  Status Update(const AccountRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.display, row.role, row.unit, row.office, row.password_hash, row.name});
      const long long temporary = row.has_temporary_password ? 1 : 0;
      const long long password_set = row.password_set_at.micros_since_epoch();
      const long long locked_until = Micros(row.locked_until);
      soci::indicator is_locked = IndicatorOf(row.locked_until);
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "UPDATE accounts SET display = :display, role = :role, unit = :unit,"
              " office = :office, password_hash = :hash, temporary = :temporary,"
              " password_set = :set, failures = :failures, locked_until = :locked,"
              " entry = :entry WHERE name = :name",
          soci::use(row.display), soci::use(row.role), soci::use(row.unit), soci::use(row.office),
          soci::use(row.password_hash), soci::use(temporary), soci::use(password_set),
          soci::use(row.failures), soci::use(locked_until, is_locked), soci::use(entry),
          soci::use(row.name);
      return Ok();
    });
  }

  Status KeepPassword(std::string_view account, std::string_view password_hash,
                      std::uint64_t entry) override {
    return Guard([&]() -> Status {
      CheckBindable({account, password_hash});
      const std::string of_account(account);
      const std::string hash(password_hash);
      const long long seq = static_cast<long long>(entry);
      written_.state = true;
      sql_ << "INSERT INTO past_passwords (entry, account, password_hash)"
              " VALUES (:entry, :account, :hash)",
          soci::use(seq), soci::use(of_account), soci::use(hash);
      return Ok();
    });
  }

  Result<std::vector<std::string>> PastPasswords(std::string_view account,
                                                 int limit) const override {
    return Guard([&]() -> Result<std::vector<std::string>> {
      CheckBindable({account});
      const std::string of_account(account);
      std::string hash;
      soci::statement statement =
          (sql_.prepare << "SELECT password_hash FROM past_passwords WHERE account = :account"
                           " ORDER BY entry DESC LIMIT :limit",
           soci::into(hash), soci::use(of_account), soci::use(limit));
      statement.execute();
      std::vector<std::string> hashes;
      while (statement.fetch()) hashes.push_back(hash);
      return hashes;
    });
  }

  Result<std::optional<AccountRow>> Find(std::string_view name) const override {
    return Guard([&]() -> Result<std::optional<AccountRow>> {
      CheckBindable({name});
      const std::string wanted(name);
      return FirstOf(SelectAccounts(sql_, "WHERE a.name = :name", &wanted));
    });
  }

  Result<std::vector<AccountRow>> All() const override {
    return Guard(
        [&]() -> Result<std::vector<AccountRow>> { return SelectAccounts(sql_, "", nullptr); });
  }

  Status AddSession(const SessionRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.token_digest, row.account});
      const long long created_at = row.created_at.micros_since_epoch();
      const long long seen_at = row.seen_at.micros_since_epoch();
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO sessions (token_digest, account, created_at, seen_at, entry)"
              " VALUES (:digest, :account, :created, :seen, :entry)",
          soci::use(row.token_digest), soci::use(row.account), soci::use(created_at),
          soci::use(seen_at), soci::use(entry);
      return Ok();
    });
  }

  Result<std::optional<SessionRow>> FindSession(std::string_view token_digest) const override {
    return Guard([&]() -> Result<std::optional<SessionRow>> {
      CheckBindable({token_digest});
      const std::string wanted(token_digest);
      return FirstOf(SelectSessions(sql_, "WHERE token_digest = :digest", &wanted));
    });
  }

  Result<std::vector<SessionRow>> AllSessions() const override {
    return Guard(
        [&]() -> Result<std::vector<SessionRow>> { return SelectSessions(sql_, "", nullptr); });
  }

  Status TouchSession(std::string_view token_digest, Timestamp seen_at) override {
    return Guard([&]() -> Status {
      CheckBindable({token_digest});
      const std::string digest(token_digest);
      const long long seen = seen_at.micros_since_epoch();
      sql_ << "UPDATE sessions SET seen_at = :seen WHERE token_digest = :digest", soci::use(seen),
          soci::use(digest);
      return Ok();
    });
  }

  Status ForgetSessions(Timestamp created_before, Timestamp seen_before) override {
    return Guard([&]() -> Status {
      const long long created = created_before.micros_since_epoch();
      const long long seen = seen_before.micros_since_epoch();
      sql_ << "DELETE FROM sessions WHERE created_at < :created OR seen_at < :seen",
          soci::use(created), soci::use(seen);
      return Ok();
    });
  }

  Status EndSession(std::string_view token_digest) override {
    return Guard([&]() -> Status {
      CheckBindable({token_digest});
      const std::string digest(token_digest);
      written_.state = true;
      sql_ << "DELETE FROM sessions WHERE token_digest = :digest", soci::use(digest);
      return Ok();
    });
  }

  Status EndSessionsOf(std::string_view account, std::string_view kept) override {
    return Guard([&]() -> Status {
      CheckBindable({account, kept});
      const std::string of_account(account);
      const std::string but(kept);
      written_.state = true;
      sql_ << "DELETE FROM sessions WHERE account = :account AND token_digest <> :kept",
          soci::use(of_account), soci::use(but);
      return Ok();
    });
  }

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<AccountStore> MakeAccountStore(soci::session& session, Written& written) {
  return std::make_unique<SqlAccountStore>(session, written);
}

}  // namespace kaoping::store
