#include <fmt/format.h>
#include <soci/soci.h>

#include <limits>

#include "base/check.h"
#include "store/errors.h"
#include "store/sql_query.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

constexpr int kAll = std::numeric_limits<int>::max();

constexpr std::string_view kItems =
    "SELECT e.entry, e.id, e.unit, e.office, e.body, COALESCE(l.actor, ''), COALESCE(l.at, 0)"
    " FROM evidence e LEFT JOIN ledger l ON l.seq = e.entry";
constexpr std::string_view kFiles =
    "SELECT f.entry, f.item, f.version, f.sha256, f.body, COALESCE(l.actor, ''),"
    " COALESCE(l.at, 0) FROM evidence_files f LEFT JOIN ledger l ON l.seq = f.entry";
constexpr std::string_view kCitations =
    "SELECT c.entry, c.item, c.scheme, c.kind, c.target, c.status, COALESCE(l.actor, ''),"
    " COALESCE(l.at, 0) FROM citations c LEFT JOIN ledger l ON l.seq = c.entry";
constexpr std::string_view kReviews =
    "SELECT r.entry, r.item, r.version, r.status, r.reason, COALESCE(l.actor, ''),"
    " COALESCE(l.at, 0) FROM evidence_reviews r LEFT JOIN ledger l ON l.seq = r.entry";
constexpr std::string_view kRemovals =
    "SELECT r.entry, r.sha256, r.item, r.reason, COALESCE(l.actor, ''), COALESCE(l.at, 0)"
    " FROM evidence_removals r LEFT JOIN ledger l ON l.seq = r.entry";

// What was last said of the last version.
constexpr std::string_view kStatus =
    "COALESCE((SELECT r.status FROM evidence_reviews r WHERE r.item = e.id AND r.version ="
    " COALESCE((SELECT MAX(v.version) FROM evidence_files v WHERE v.item = e.id), 0)"
    " ORDER BY r.entry DESC LIMIT 1), 'pending')";

// A citation that nobody has taken back since.
constexpr std::string_view kCited =
    "EXISTS (SELECT 1 FROM citations c WHERE c.item = e.id AND c.status = 'cited' AND ({}) AND NOT "
    "EXISTS"
    " (SELECT 1 FROM citations d WHERE d.item = c.item AND d.scheme = c.scheme"
    " AND d.kind = c.kind AND d.target = c.target AND d.entry > c.entry))";

// The columns that rows of every kind begin and end with.
struct Common {
  long long entry = 0;
  long long at = 0;
};

template <typename Row>
void Finish(const Common& common, Row& row, std::vector<Row>& rows) {
  row.entry = static_cast<std::uint64_t>(common.entry);
  row.at = Timestamp(common.at);
  rows.push_back(row);
}

std::vector<EvidenceRow> FetchItems(Query& query, int limit) {
  Common common;
  EvidenceRow row;
  query.Into(common.entry);
  query.Into(row.id);
  query.Into(row.unit);
  query.Into(row.office);
  query.Into(row.body);
  query.Into(row.by);
  query.Into(common.at);
  query.Run(kItems, "e.entry", limit);
  std::vector<EvidenceRow> rows;
  while (query.Fetch()) Finish(common, row, rows);
  return rows;
}

std::vector<EvidenceFileRow> FetchFiles(Query& query, int limit) {
  Common common;
  EvidenceFileRow row;
  query.Into(common.entry);
  query.Into(row.item);
  query.Into(row.version);
  query.Into(row.sha256);
  query.Into(row.body);
  query.Into(row.by);
  query.Into(common.at);
  query.Run(kFiles, "f.entry", limit);
  std::vector<EvidenceFileRow> rows;
  while (query.Fetch()) Finish(common, row, rows);
  return rows;
}

std::vector<CitationRow> FetchCitations(Query& query, int limit) {
  Common common;
  CitationRow row;
  query.Into(common.entry);
  query.Into(row.item);
  query.Into(row.scheme);
  query.Into(row.kind);
  query.Into(row.target);
  query.Into(row.status);
  query.Into(row.by);
  query.Into(common.at);
  query.Run(kCitations, "c.entry", limit);
  std::vector<CitationRow> rows;
  while (query.Fetch()) Finish(common, row, rows);
  return rows;
}

std::vector<EvidenceReviewRow> FetchReviews(Query& query, int limit) {
  Common common;
  EvidenceReviewRow row;
  query.Into(common.entry);
  query.Into(row.item);
  query.Into(row.version);
  query.Into(row.status);
  query.Into(row.reason);
  query.Into(row.by);
  query.Into(common.at);
  query.Run(kReviews, "r.entry", limit);
  std::vector<EvidenceReviewRow> rows;
  while (query.Fetch()) Finish(common, row, rows);
  return rows;
}

std::vector<EvidenceRemovalRow> FetchRemovals(Query& query, int limit) {
  Common common;
  EvidenceRemovalRow row;
  query.Into(common.entry);
  query.Into(row.sha256);
  query.Into(row.item);
  query.Into(row.reason);
  query.Into(row.by);
  query.Into(common.at);
  query.Run(kRemovals, "r.entry", limit);
  std::vector<EvidenceRemovalRow> rows;
  while (query.Fetch()) Finish(common, row, rows);
  return rows;
}

class SqlEvidenceStore : public EvidenceStore {
 public:
  SqlEvidenceStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Add(const EvidenceRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.id, row.unit, row.office, row.body});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO evidence (entry, id, unit, office, body)"
              " VALUES (:entry, :id, :unit, :office, :body)",
          soci::use(entry), soci::use(row.id), soci::use(row.unit), soci::use(row.office),
          soci::use(row.body);
      return Ok();
    });
  }

  Status AddFile(const EvidenceFileRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.item, row.sha256, row.body});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO evidence_files (entry, item, version, sha256, body)"
              " VALUES (:entry, :item, :version, :sha256, :body)",
          soci::use(entry), soci::use(row.item), soci::use(row.version), soci::use(row.sha256),
          soci::use(row.body);
      return Ok();
    });
  }

  Status Cite(const CitationRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.item, row.scheme, row.kind, row.target, row.status});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO citations (entry, item, scheme, kind, target, status)"
              " VALUES (:entry, :item, :scheme, :kind, :target, :status)",
          soci::use(entry), soci::use(row.item), soci::use(row.scheme), soci::use(row.kind),
          soci::use(row.target), soci::use(row.status);
      return Ok();
    });
  }

  Status Review(const EvidenceReviewRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.item, row.status, row.reason});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO evidence_reviews (entry, item, version, status, reason)"
              " VALUES (:entry, :item, :version, :status, :reason)",
          soci::use(entry), soci::use(row.item), soci::use(row.version), soci::use(row.status),
          soci::use(row.reason);
      return Ok();
    });
  }

  Status Remove(const EvidenceRemovalRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.sha256, row.item, row.reason});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO evidence_removals (entry, sha256, item, reason)"
              " VALUES (:entry, :sha256, :item, :reason)",
          soci::use(entry), soci::use(row.sha256), soci::use(row.item), soci::use(row.reason);
      return Ok();
    });
  }

  Result<std::optional<EvidenceRow>> Find(std::string_view id) const override {
    return Guard([&]() -> Result<std::optional<EvidenceRow>> {
      CheckBindable({id});
      const std::string wanted(id);
      Query query(sql_);
      query.Where("e.id = :id", wanted);
      std::vector<EvidenceRow> rows = FetchItems(query, 1);
      if (rows.empty()) return std::optional<EvidenceRow>();
      return std::optional(std::move(rows.front()));
    });
  }

  Result<std::vector<EvidenceRow>> Select(const EvidenceSelection& selection,
                                          int limit) const override {
    KAOPING_CHECK(limit >= 1);
    return Guard([&]() -> Result<std::vector<EvidenceRow>> {
      for (const std::string& unit : selection.units) CheckBindable({unit});
      for (const CitedPlace& place : selection.cited) {
        CheckBindable({place.scheme, place.kind, place.target});
      }
      CheckBindable({selection.office, selection.sha256, selection.status});
      const long long after = static_cast<long long>(selection.after.value_or(0));
      Query query(sql_);
      if (!selection.units.empty()) query.WhereIn("e.unit", selection.units);
      if (!selection.office.empty()) query.Where("e.office = :office", selection.office);
      if (!selection.sha256.empty()) {
        query.Where("e.id IN (SELECT f.item FROM evidence_files f WHERE f.sha256 = :sha256)",
                    selection.sha256);
      }
      if (!selection.status.empty()) {
        query.Where(fmt::format("{} = :status", kStatus), selection.status);
      }
      AddCited(selection.cited, query);
      if (selection.after) query.Where("e.entry > :after", after);
      return FetchItems(query, limit);
    });
  }

  Result<std::vector<EvidenceFileRow>> FilesOf(
      const std::vector<std::string>& items) const override {
    return OfItems("f.item", items, FetchFiles);
  }
  Result<std::vector<CitationRow>> CitationsOf(
      const std::vector<std::string>& items) const override {
    return OfItems("c.item", items, FetchCitations);
  }
  Result<std::vector<EvidenceReviewRow>> ReviewsOf(
      const std::vector<std::string>& items) const override {
    return OfItems("r.item", items, FetchReviews);
  }

  Result<std::vector<EvidenceFileRow>> Files(std::optional<std::uint64_t> after,
                                             int limit) const override {
    return After("f.entry > :after", after, limit, FetchFiles);
  }
  Result<std::vector<CitationRow>> Citations(std::optional<std::uint64_t> after,
                                             int limit) const override {
    return After("c.entry > :after", after, limit, FetchCitations);
  }
  Result<std::vector<EvidenceReviewRow>> Reviews(std::optional<std::uint64_t> after,
                                                 int limit) const override {
    return After("r.entry > :after", after, limit, FetchReviews);
  }
  Result<std::vector<EvidenceRemovalRow>> Removals() const override {
    return After("r.entry > :after", std::nullopt, kAll, FetchRemovals);
  }

  Result<std::optional<EvidenceRemovalRow>> FindRemoval(std::string_view sha256) const override {
    return Guard([&]() -> Result<std::optional<EvidenceRemovalRow>> {
      CheckBindable({sha256});
      const std::string wanted(sha256);
      Query query(sql_);
      query.Where("r.sha256 = :sha256", wanted);
      std::vector<EvidenceRemovalRow> rows = FetchRemovals(query, 1);
      if (rows.empty()) return std::optional<EvidenceRemovalRow>();
      return std::optional(std::move(rows.front()));
    });
  }

 private:
  static void AddCited(const std::vector<CitedPlace>& cited, Query& query) {
    if (cited.empty()) return;
    std::string places;
    for (const CitedPlace& place : cited) {
      std::string conditions;
      const auto add = [&](std::string_view column, const std::string& value) {
        if (value.empty()) return;
        conditions += conditions.empty() ? "" : " AND ";
        conditions += fmt::format("{} = {}", column, query.PlaceOf(value));
      };
      add("c.scheme", place.scheme);
      add("c.kind", place.kind);
      add("c.target", place.target);
      KAOPING_CHECK(!conditions.empty());
      places += (places.empty() ? "(" : " OR (") + conditions + ")";
    }
    query.Condition(fmt::format(fmt::runtime(kCited), places));
  }

  template <typename Row>
  Result<std::vector<Row>> OfItems(std::string_view column, const std::vector<std::string>& items,
                                   std::vector<Row> (*fetch)(Query&, int)) const {
    KAOPING_CHECK(!items.empty());
    return Guard([&]() -> Result<std::vector<Row>> {
      for (const std::string& item : items) CheckBindable({item});
      Query query(sql_);
      query.WhereIn(column, items);
      return fetch(query, kAll);
    });
  }

  template <typename Row>
  Result<std::vector<Row>> After(std::string_view condition, std::optional<std::uint64_t> after,
                                 int limit, std::vector<Row> (*fetch)(Query&, int)) const {
    KAOPING_CHECK(limit >= 1);
    return Guard([&]() -> Result<std::vector<Row>> {
      const long long from = static_cast<long long>(after.value_or(0));
      Query query(sql_);
      if (after) query.Where(condition, from);
      return fetch(query, limit);
    });
  }

  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<EvidenceStore> MakeEvidenceStore(soci::session& session, Written& written) {
  return std::make_unique<SqlEvidenceStore>(session, written);
}

}  // namespace kaoping::store
