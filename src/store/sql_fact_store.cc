#include <soci/soci.h>

#include "base/check.h"
#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

constexpr std::string_view kFactColumns =
    "SELECT f.entry, f.scheme, f.id, f.unit, f.rule, f.body, COALESCE(l.actor, ''),"
    " COALESCE(l.at, 0) FROM facts f LEFT JOIN ledger l ON l.seq = f.entry";

constexpr std::string_view kDecisionColumns =
    "SELECT d.entry, d.scheme, d.fact, d.status, d.note, COALESCE(l.actor, ''), COALESCE(l.at, 0)"
    " FROM decisions d LEFT JOIN ledger l ON l.seq = d.entry";

// A statement over facts whose conditions depend on what is asked for.
class FactQuery {
 public:
  explicit FactQuery(soci::session& session) : statement_(session) {
    statement_.exchange(soci::into(entry_));
    statement_.exchange(soci::into(row_.scheme));
    statement_.exchange(soci::into(row_.id));
    statement_.exchange(soci::into(row_.unit));
    statement_.exchange(soci::into(row_.rule));
    statement_.exchange(soci::into(row_.body));
    statement_.exchange(soci::into(row_.recorded_by));
    statement_.exchange(soci::into(at_));
  }

  // `value` must outlive the query.
  template <typename Value>
  void Where(std::string_view condition, const Value& value) {
    where_ += where_.empty() ? " WHERE " : " AND ";
    where_ += condition;
    statement_.exchange(soci::use(value));
  }

  std::vector<FactRow> Run(int limit) {
    statement_.exchange(soci::use(limit));
    statement_.alloc();
    statement_.prepare(std::string(kFactColumns) + where_ + " ORDER BY f.entry LIMIT :limit");
    statement_.define_and_bind();
    statement_.execute();
    std::vector<FactRow> rows;
    while (statement_.fetch()) {
      row_.entry = static_cast<std::uint64_t>(entry_);
      row_.recorded_at = Timestamp(at_);
      rows.push_back(row_);
    }
    return rows;
  }

 private:
  FactRow row_;
  long long entry_ = 0;
  long long at_ = 0;
  std::string where_;
  soci::statement statement_;
};

// Likewise over decisions.
class DecisionQuery {
 public:
  explicit DecisionQuery(soci::session& session) : statement_(session) {
    statement_.exchange(soci::into(entry_));
    statement_.exchange(soci::into(row_.scheme));
    statement_.exchange(soci::into(row_.fact));
    statement_.exchange(soci::into(row_.status));
    statement_.exchange(soci::into(row_.note));
    statement_.exchange(soci::into(row_.decided_by));
    statement_.exchange(soci::into(at_));
  }

  // The values must outlive the query; `tail` comes after the columns.
  template <typename... Values>
  std::vector<DecisionRow> Run(std::string_view tail, const Values&... values) {
    (statement_.exchange(soci::use(values)), ...);
    statement_.alloc();
    statement_.prepare(std::string(kDecisionColumns).append(tail).append(" ORDER BY d.entry"));
    statement_.define_and_bind();
    statement_.execute();
    std::vector<DecisionRow> rows;
    while (statement_.fetch()) {
      row_.entry = static_cast<std::uint64_t>(entry_);
      row_.decided_at = Timestamp(at_);
      rows.push_back(row_);
    }
    return rows;
  }

 private:
  DecisionRow row_;
  long long entry_ = 0;
  long long at_ = 0;
  soci::statement statement_;
};

class SqlFactStore : public FactStore {
 public:
  SqlFactStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Add(const FactRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.id, row.unit, row.rule, row.body});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO facts (entry, scheme, id, unit, rule, body)"
              " VALUES (:entry, :scheme, :id, :unit, :rule, :body)",
          soci::use(entry), soci::use(row.scheme), soci::use(row.id), soci::use(row.unit),
          soci::use(row.rule), soci::use(row.body);
      return Ok();
    });
  }

  Status Decide(const DecisionRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.fact, row.status, row.note});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO decisions (entry, scheme, fact, status, note)"
              " VALUES (:entry, :scheme, :fact, :status, :note)",
          soci::use(entry), soci::use(row.scheme), soci::use(row.fact), soci::use(row.status),
          soci::use(row.note);
      return Ok();
    });
  }

  Status KeepRequest(const RequestRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.actor, row.key, row.digest, row.answer});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO requests (actor, request_key, digest, answer, entry)"
              " VALUES (:actor, :key, :digest, :answer, :entry)",
          soci::use(row.actor), soci::use(row.key), soci::use(row.digest), soci::use(row.answer),
          soci::use(entry);
      return Ok();
    });
  }

  Result<std::optional<FactRow>> Find(std::string_view scheme, std::string_view id) const override {
    return Guard([&]() -> Result<std::optional<FactRow>> {
      CheckBindable({scheme, id});
      const std::string wanted_scheme(scheme);
      const std::string wanted_id(id);
      FactQuery query(sql_);
      query.Where("f.scheme = :scheme", wanted_scheme);
      query.Where("f.id = :id", wanted_id);
      std::vector<FactRow> rows = query.Run(1);
      if (rows.empty()) return std::optional<FactRow>();
      return std::optional(std::move(rows.front()));
    });
  }

  Result<std::vector<FactRow>> Select(const FactSelection& selection, int limit) const override {
    KAOPING_CHECK(limit >= 1);
    return Guard([&]() -> Result<std::vector<FactRow>> {
      CheckBindable({selection.scheme, selection.unit, selection.rule});
      const long long after = static_cast<long long>(selection.after);
      FactQuery query(sql_);
      if (!selection.scheme.empty()) query.Where("f.scheme = :scheme", selection.scheme);
      if (!selection.unit.empty()) query.Where("f.unit = :unit", selection.unit);
      if (!selection.rule.empty()) query.Where("f.rule = :rule", selection.rule);
      query.Where("f.entry > :after", after);
      return query.Run(limit);
    });
  }

  Result<std::vector<DecisionRow>> Decisions(std::string_view scheme, std::string_view unit,
                                             std::string_view fact) const override {
    KAOPING_CHECK(unit.empty() || fact.empty());
    return Guard([&]() -> Result<std::vector<DecisionRow>> {
      CheckBindable({scheme, unit, fact});
      const std::string of_scheme(scheme);
      const std::string of_unit(unit);
      const std::string of_fact(fact);
      DecisionQuery query(sql_);
      if (!unit.empty()) {
        return query.Run(
            " JOIN facts f ON f.scheme = d.scheme AND f.id = d.fact"
            " WHERE d.scheme = :scheme AND f.unit = :unit",
            of_scheme, of_unit);
      }
      if (!fact.empty()) {
        return query.Run(" WHERE d.scheme = :scheme AND d.fact = :fact", of_scheme, of_fact);
      }
      return query.Run(" WHERE d.scheme = :scheme", of_scheme);
    });
  }

  Result<std::vector<DecisionRow>> AllDecisions() const override {
    return Guard([&]() -> Result<std::vector<DecisionRow>> {
      DecisionQuery query(sql_);
      return query.Run("");
    });
  }

  Result<std::vector<std::string>> Units() const override {
    return Guard([&]() -> Result<std::vector<std::string>> {
      std::string unit;
      soci::statement statement =
          (sql_.prepare << "SELECT DISTINCT unit FROM facts ORDER BY unit", soci::into(unit));
      statement.execute();
      std::vector<std::string> units;
      while (statement.fetch()) units.push_back(unit);
      return units;
    });
  }

  Result<std::optional<RequestRow>> FindRequest(std::string_view actor,
                                                std::string_view key) const override {
    return Guard([&]() -> Result<std::optional<RequestRow>> {
      CheckBindable({actor, key});
      const std::string by(actor);
      const std::string with(key);
      RequestRow row;
      long long entry = 0;
      sql_ << "SELECT actor, request_key, digest, answer, entry FROM requests"
              " WHERE actor = :actor AND request_key = :key",
          soci::into(row.actor), soci::into(row.key), soci::into(row.digest),
          soci::into(row.answer), soci::into(entry), soci::use(by), soci::use(with);
      if (!sql_.got_data()) return std::optional<RequestRow>();
      row.entry = static_cast<std::uint64_t>(entry);
      return std::optional(row);
    });
  }

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<FactStore> MakeFactStore(soci::session& session, Written& written) {
  return std::make_unique<SqlFactStore>(session, written);
}

}  // namespace kaoping::store
