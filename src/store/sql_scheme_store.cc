#include <soci/soci.h>

#include "store/errors.h"
#include "store/sql_stores.h"

namespace kaoping::store {
namespace {

class SqlSchemeStore : public SchemeStore {
 public:
  SqlSchemeStore(soci::session& session, Written& written) : sql_(session), written_(written) {}

  Status Add(const SchemeRow& row, const SchemeText& text) override {
    return Guard([&]() -> Status {
      CheckBindable({row.id, row.title, row.number, row.source_name, row.source_digest, text.scheme,
                     text.questions});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO schemes"
              " (id, title, number, source_name, source_digest, body, questions, entry)"
              " VALUES (:id, :title, :number, :name, :digest, :body, :questions, :entry)",
          soci::use(row.id), soci::use(row.title), soci::use(row.number),
          soci::use(row.source_name), soci::use(row.source_digest), soci::use(text.scheme),
          soci::use(text.questions), soci::use(entry);
      return Ok();
    });
  }

  Status Publish(const PublicationRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.reason, row.pending});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO publications (scheme, reason, pending, entry)"
              " VALUES (:scheme, :reason, :pending, :entry)",
          soci::use(row.scheme), soci::use(row.reason), soci::use(row.pending), soci::use(entry);
      return Ok();
    });
  }

  Status Revise(const RevisionRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.revises, row.supplement});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO revisions (scheme, revises, number, supplement, entry)"
              " VALUES (:scheme, :revises, :number, :supplement, :entry)",
          soci::use(row.scheme), soci::use(row.revises), soci::use(row.number),
          soci::use(row.supplement), soci::use(entry);
      return Ok();
    });
  }

  Status Remember(const LayoutRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.head, row.body, row.source});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO layouts (entry, head, body, source)"
              " VALUES (:entry, :head, :body, :source)",
          soci::use(entry), soci::use(row.head), soci::use(row.body), soci::use(row.source);
      return Ok();
    });
  }

  Result<std::vector<LayoutRow>> Layouts() const override {
    return Guard([&]() -> Result<std::vector<LayoutRow>> {
      long long entry = 0;
      long long at = 0;
      LayoutRow row;
      soci::statement statement =
          (sql_.prepare << "SELECT w.entry, w.head, w.body, w.source,"
                           " COALESCE(l.actor, ''), COALESCE(l.at, 0)"
                           " FROM layouts w LEFT JOIN ledger l ON l.seq = w.entry"
                           " ORDER BY w.entry",
           soci::into(entry), soci::into(row.head), soci::into(row.body), soci::into(row.source),
           soci::into(row.by), soci::into(at));
      statement.execute();
      std::vector<LayoutRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.at = Timestamp(at);
        rows.push_back(row);
      }
      return rows;
    });
  }

  Status Succeed(const SuccessionRow& row) override {
    return Guard([&]() -> Status {
      CheckBindable({row.scheme, row.follows, row.body});
      const long long entry = static_cast<long long>(row.entry);
      written_.state = true;
      sql_ << "INSERT INTO successions (scheme, follows, body, entry)"
              " VALUES (:scheme, :follows, :body, :entry)",
          soci::use(row.scheme), soci::use(row.follows), soci::use(row.body), soci::use(entry);
      return Ok();
    });
  }

  Result<std::vector<SchemeRow>> All() const override {
    return Guard([&]() -> Result<std::vector<SchemeRow>> {
      SchemeRow row;
      PublicationRow publication;
      RevisionRow revision;
      SuccessionRow succession;
      long long revision_entry = 0;
      long long succession_entry = 0;
      long long succeeded_at = 0;
      long long entry = 0;
      long long imported_at = 0;
      long long publication_entry = 0;
      long long published_at = 0;
      soci::statement statement =
          (sql_.prepare
               << "SELECT s.id, s.title, s.number, s.source_name, s.source_digest, s.entry,"
                  " COALESCE(i.actor, ''), COALESCE(i.at, 0), COALESCE(p.entry, 0),"
                  " COALESCE(p.reason, ''), COALESCE(p.pending, ''), COALESCE(l.actor, ''),"
                  " COALESCE(l.at, 0), COALESCE(r.entry, 0), COALESCE(r.revises, ''),"
                  " COALESCE(r.number, 0), COALESCE(r.supplement, ''), COALESCE(c.entry, 0), "
                  "COALESCE(c.follows, ''),"
                  " COALESCE(c.body, ''), COALESCE(m.at, 0), COALESCE(n.scheme, '')"
                  " FROM schemes s"
                  " LEFT JOIN ledger i ON i.seq = s.entry"
                  " LEFT JOIN publications p ON p.scheme = s.id"
                  " LEFT JOIN ledger l ON l.seq = p.entry"
                  " LEFT JOIN revisions r ON r.scheme = s.id"
                  " LEFT JOIN successions c ON c.scheme = s.id"
                  " LEFT JOIN ledger m ON m.seq = c.entry"
                  " LEFT JOIN successions n ON n.follows = s.id"
                  " ORDER BY s.entry",
           soci::into(row.id), soci::into(row.title), soci::into(row.number),
           soci::into(row.source_name), soci::into(row.source_digest), soci::into(entry),
           soci::into(row.imported_by), soci::into(imported_at), soci::into(publication_entry),
           soci::into(publication.reason), soci::into(publication.pending),
           soci::into(publication.by), soci::into(published_at), soci::into(revision_entry),
           soci::into(revision.revises), soci::into(revision.number),
           soci::into(revision.supplement), soci::into(succession_entry),
           soci::into(succession.follows), soci::into(succession.body), soci::into(succeeded_at),
           soci::into(row.followed_by));
      statement.execute();
      std::vector<SchemeRow> rows;
      while (statement.fetch()) {
        row.entry = static_cast<std::uint64_t>(entry);
        row.imported_at = Timestamp(imported_at);
        row.publication.reset();
        if (publication_entry != 0) {
          publication.scheme = row.id;
          publication.entry = static_cast<std::uint64_t>(publication_entry);
          publication.at = Timestamp(published_at);
          row.publication = publication;
        }
        row.revision.reset();
        if (revision_entry != 0) {
          revision.scheme = row.id;
          revision.entry = static_cast<std::uint64_t>(revision_entry);
          row.revision = revision;
        }
        row.succession.reset();
        if (succession_entry != 0) {
          succession.scheme = row.id;
          succession.entry = static_cast<std::uint64_t>(succession_entry);
          succession.at = Timestamp(succeeded_at);
          row.succession = succession;
        }
        rows.push_back(row);
      }
      return rows;
    });
  }

  Result<std::optional<SchemeText>> FindText(std::string_view id) const override {
    return Guard([&]() -> Result<std::optional<SchemeText>> {
      CheckBindable({id});
      const std::string wanted(id);
      SchemeText text;
      sql_ << "SELECT body, questions FROM schemes WHERE id = :id", soci::into(text.scheme),
          soci::into(text.questions), soci::use(wanted);
      if (!sql_.got_data()) return std::optional<SchemeText>();
      return std::optional(text);
    });
  }

  Result<std::optional<std::string>> FindSame(std::string_view source_digest,
                                              std::string_view scheme) const override {
    return Guard([&]() -> Result<std::optional<std::string>> {
      CheckBindable({source_digest, scheme});
      const std::string digest(source_digest);
      const std::string body(scheme);
      std::string id;
      sql_ << "SELECT id FROM schemes WHERE source_digest = :digest OR body = :body"
              " ORDER BY entry LIMIT 1",
          soci::into(id), soci::use(digest), soci::use(body);
      if (!sql_.got_data()) return std::optional<std::string>();
      return std::optional(id);
    });
  }

 private:
  soci::session& sql_;
  Written& written_;
};

}  // namespace

std::unique_ptr<SchemeStore> MakeSchemeStore(soci::session& session, Written& written) {
  return std::make_unique<SqlSchemeStore>(session, written);
}

}  // namespace kaoping::store
