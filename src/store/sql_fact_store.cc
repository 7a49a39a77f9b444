#include <soci/soci.h>

#include <limits>

#include "base/check.h"
#include "store/errors.h"
#include "store/sql_query.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();

constexpr std::string_view kFactColumns =
    "SELECT f.entry, f.scheme, f.id, f.unit, f.rule, f.body, COALESCE(l.actor, ''),"
    " COALESCE(l.at, 0) FROM facts f LEFT JOIN ledger l ON l.seq = f.entry";

constexpr std::string_view kDecisionColumns =
    "SELECT d.entry, d.scheme, d.fact, d.status, d.note, COALESCE(l.actor, ''), COALESCE(l.at, 0)"
    " FROM decisions d LEFT JOIN ledger l ON l.seq = d.entry"
    " LEFT JOIN facts f ON f.scheme = d.scheme AND f.id = d.fact";

std::vector<FactRow> FetchFacts(Query& query, int limit) {
  FactRow row;
  long long entry = 0;
  long long at = 0;
  query.Into(entry);
  query.Into(row.scheme);
  query.Into(row.id);
  query.Into(row.unit);
  query.Into(row.rule);
  query.Into(row.body);
  query.Into(row.recorded_by);
  query.Into(at);
  query.Run(kFactColumns, "f.entry", limit);
  std::vector<FactRow> rows;
  while (query.Fetch()) {
    row.entry = static_cast<std::uint64_t>(entry);
    row.recorded_at = Timestamp(at);
    rows.push_back(row);
  }
  return rows;
}

std::vector<DecisionRow> FetchDecisions(Query& query, int limit) {
  DecisionRow row;
  long long entry = 0;
  long long at = 0;
  query.Into(entry);
  query.Into(row.scheme);
  query.Into(row.fact);
  query.Into(row.status);
  query.Into(row.note);
  query.Into(row.decided_by);
  query.Into(at);
  query.Run(kDecisionColumns, "d.entry", limit);
  std::vector<DecisionRow> rows;
  while (query.Fetch()) {
    row.entry = static_cast<std::uint64_t>(entry);
    row.decided_at = Timestamp(at);
    rows.push_back(row);
  }
  return rows;
}

void CheckAllBindable(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) CheckBindable({text});
}

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
      Query query(sql_);
      query.Where("f.scheme = :scheme", wanted_scheme);
      query.Where("f.id = :id", wanted_id);
      std::vector<FactRow> rows = FetchFacts(query, 1);
      if (rows.empty()) return std::optional<FactRow>();
      return std::optional(std::move(rows.front()));
    });
  }

  Result<std::vector<FactRow>> Select(const FactSelection& selection, int limit) const override {
    KAOPING_CHECK(limit >= 1);
    return Guard([&]() -> Result<std::vector<FactRow>> {
      for (const auto* texts : {&selection.schemes, &selection.units, &selection.rules}) {
        CheckAllBindable(*texts);
      }
      const long long after = static_cast<long long>(selection.after.value_or(0));
      Query query(sql_);
      if (!selection.schemes.empty()) query.WhereIn("f.scheme", selection.schemes);
      if (!selection.units.empty()) query.WhereIn("f.unit", selection.units);
      if (!selection.rules.empty()) query.WhereIn("f.rule", selection.rules);
      if (selection.after) query.Where("f.entry > :after", after);
      return FetchFacts(query, limit);
    });
  }

  Result<std::vector<DecisionRow>> Decisions(std::string_view scheme,
                                             const std::vector<std::string>& units,
                                             std::string_view fact) const override {
    KAOPING_CHECK(units.empty() || fact.empty());
    return Guard([&]() -> Result<std::vector<DecisionRow>> {
      CheckBindable({scheme, fact});
      CheckAllBindable(units);
      const std::string of_scheme(scheme);
      const std::string of_fact(fact);
      Query query(sql_);
      query.Where("d.scheme = :scheme", of_scheme);
      if (!units.empty()) query.WhereIn("f.unit", units);
      if (!fact.empty()) query.Where("d.fact = :fact", of_fact);
      return FetchDecisions(query, kAll);
    });
  }

  Result<std::vector<DecisionRow>> AllDecisions(std::optional<std::uint64_t> after,
                                                int limit) const override {
    KAOPING_CHECK(limit >= 1);
    return Guard([&]() -> Result<std::vector<DecisionRow>> {
      const long long from = static_cast<long long>(after.value_or(0));
      Query query(sql_);
      if (after) query.Where("d.entry > :after", from);
      return FetchDecisions(query, limit);
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
