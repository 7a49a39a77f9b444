#include "store/migrations.h"

#include <array>

namespace kaoping::store {
namespace {

constexpr std::array<std::string_view, 16> kFirst = {
    R"(CREATE TABLE ledger (
         seq BIGINT NOT NULL PRIMARY KEY,
         at BIGINT NOT NULL,
         actor TEXT NOT NULL,
         action TEXT NOT NULL,
         subject TEXT NOT NULL,
         body TEXT NOT NULL,
         prev_hash TEXT NOT NULL,
         hash TEXT NOT NULL))",
    // One row: the end of the chain, which the last entry must agree with.
    R"(CREATE TABLE ledger_head (
         id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
         seq BIGINT NOT NULL,
         at BIGINT NOT NULL,
         hash TEXT NOT NULL))",
    R"(INSERT INTO ledger_head (id, seq, at, hash) VALUES
         (1, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000'))",
    R"(CREATE TABLE schemes (
         id TEXT NOT NULL PRIMARY KEY,
         title TEXT NOT NULL,
         number TEXT NOT NULL,
         source_name TEXT NOT NULL,
         source_digest TEXT NOT NULL UNIQUE,
         body TEXT NOT NULL,
         questions TEXT NOT NULL,
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
    R"(CREATE TABLE publications (
         scheme TEXT NOT NULL PRIMARY KEY REFERENCES schemes (id),
         reason TEXT NOT NULL,
         pending TEXT NOT NULL,
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
    R"(CREATE TABLE facts (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         scheme TEXT NOT NULL REFERENCES schemes (id),
         id TEXT NOT NULL,
         unit TEXT NOT NULL,
         rule TEXT NOT NULL,
         body TEXT NOT NULL,
         UNIQUE (scheme, id)))",
    "CREATE INDEX facts_by_unit ON facts (scheme, unit, entry)",
    "CREATE INDEX facts_in_order ON facts (scheme, entry)",
    R"(CREATE TABLE decisions (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         scheme TEXT NOT NULL,
         fact TEXT NOT NULL,
         status TEXT NOT NULL,
         note TEXT NOT NULL,
         FOREIGN KEY (scheme, fact) REFERENCES facts (scheme, id)))",
    "CREATE INDEX decisions_by_fact ON decisions (scheme, fact, entry)",
    R"(CREATE TABLE requests (
         actor TEXT NOT NULL,
         request_key TEXT NOT NULL,
         digest TEXT NOT NULL,
         answer TEXT NOT NULL,
         entry BIGINT NOT NULL REFERENCES ledger (seq),
         PRIMARY KEY (actor, request_key)))",
    R"(CREATE TABLE accounts (
         name TEXT NOT NULL PRIMARY KEY,
         display TEXT NOT NULL,
         role TEXT NOT NULL,
         password_hash TEXT NOT NULL,
         temporary BIGINT NOT NULL,
         failures BIGINT NOT NULL,
         locked_until BIGINT,
         created BIGINT NOT NULL UNIQUE REFERENCES ledger (seq),
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
    R"(CREATE TABLE sessions (
         token_digest TEXT NOT NULL PRIMARY KEY,
         account TEXT NOT NULL REFERENCES accounts (name),
         created_at BIGINT NOT NULL,
         seen_at BIGINT NOT NULL,
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
    "CREATE INDEX sessions_by_account ON sessions (account)",
    R"(CREATE TABLE registers (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         body TEXT NOT NULL))",
    "CREATE INDEX ledger_by_subject ON ledger (subject, seq)",
};

constexpr std::array<std::string_view, 14> kFirstSqlite = {
    "CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER ledger_lasts BEFORE DELETE ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER ledger_head_lasts BEFORE DELETE ON ledger_head "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER ledger_head_grows BEFORE UPDATE ON ledger_head WHEN new.seq <> old.seq + 1 "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER schemes_stay BEFORE UPDATE ON schemes "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER schemes_last BEFORE DELETE ON schemes "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER publications_stay BEFORE UPDATE ON publications "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER publications_last BEFORE DELETE ON publications "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER facts_stay BEFORE UPDATE ON facts "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER facts_last BEFORE DELETE ON facts "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER decisions_last BEFORE DELETE ON decisions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER registers_stay BEFORE UPDATE ON registers "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER registers_last BEFORE DELETE ON registers "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// What people decided on the reading of criteria (核定), and the warnings that they confirmed.
constexpr std::array<std::string_view, 4> kSettlements = {
    R"(CREATE TABLE settlements (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         scheme TEXT NOT NULL REFERENCES schemes (id),
         task TEXT NOT NULL,
         identity TEXT NOT NULL,
         body TEXT NOT NULL,
         reason TEXT NOT NULL,
         carried_from TEXT NOT NULL))",
    "CREATE INDEX settlements_by_scheme ON settlements (scheme, entry)",
    R"(CREATE TABLE confirmations (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         scheme TEXT NOT NULL REFERENCES schemes (id),
         identity TEXT NOT NULL,
         body TEXT NOT NULL,
         note TEXT NOT NULL,
         carried_from TEXT NOT NULL,
         UNIQUE (scheme, identity)))",
    "CREATE INDEX confirmations_by_scheme ON confirmations (scheme, entry)",
};

constexpr std::array<std::string_view, 4> kSettlementsSqlite = {
    "CREATE TRIGGER settlements_stay BEFORE UPDATE ON settlements "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER settlements_last BEFORE DELETE ON settlements "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER confirmations_stay BEFORE UPDATE ON confirmations "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER confirmations_last BEFORE DELETE ON confirmations "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// What people said that names of offices mean which the register does not have.
constexpr std::array<std::string_view, 1> kOfficeNames = {
    R"(CREATE TABLE office_names (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         unit TEXT NOT NULL,
         name TEXT NOT NULL,
         body TEXT NOT NULL,
         reason TEXT NOT NULL))",
};

constexpr std::array<std::string_view, 2> kOfficeNamesSqlite = {
    "CREATE TRIGGER office_names_stay BEFORE UPDATE ON office_names "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER office_names_last BEFORE DELETE ON office_names "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// A notice that was corrected or completed (修订), and what its publication took over.
constexpr std::array<std::string_view, 2> kRevisions = {
    R"(CREATE TABLE revisions (
         scheme TEXT NOT NULL PRIMARY KEY REFERENCES schemes (id),
         revises TEXT NOT NULL REFERENCES schemes (id),
         number BIGINT NOT NULL,
         supplement TEXT NOT NULL,
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
    R"(CREATE TABLE successions (
         scheme TEXT NOT NULL PRIMARY KEY REFERENCES schemes (id),
         follows TEXT NOT NULL UNIQUE REFERENCES schemes (id),
         body TEXT NOT NULL,
         entry BIGINT NOT NULL UNIQUE REFERENCES ledger (seq)))",
};

constexpr std::array<std::string_view, 4> kRevisionsSqlite = {
    "CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER revisions_last BEFORE DELETE ON revisions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER successions_stay BEFORE UPDATE ON successions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER successions_last BEFORE DELETE ON successions "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// What people said of the columns of tables with a certain head.
constexpr std::array<std::string_view, 1> kLayouts = {
    R"(CREATE TABLE layouts (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         head TEXT NOT NULL,
         body TEXT NOT NULL,
         source TEXT NOT NULL))",
};

constexpr std::array<std::string_view, 2> kLayoutsSqlite = {
    "CREATE TRIGGER layouts_stay BEFORE UPDATE ON layouts "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER layouts_last BEFORE DELETE ON layouts "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// Where people belong, their passwords, which tasks are entrusted to a unit outside, and what was
// chosen in place of defaults.
constexpr std::array<std::string_view, 7> kPeople = {
    "ALTER TABLE accounts ADD COLUMN unit TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE accounts ADD COLUMN office TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE accounts ADD COLUMN password_set BIGINT NOT NULL DEFAULT 0",
    // The hashes of passwords that were changed, so that they are not taken again.
    R"(CREATE TABLE past_passwords (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         account TEXT NOT NULL REFERENCES accounts (name),
         password_hash TEXT NOT NULL))",
    "CREATE INDEX past_passwords_by_account ON past_passwords (account, entry)",
    R"(CREATE TABLE settings (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         name TEXT NOT NULL,
         value TEXT NOT NULL,
         reason TEXT NOT NULL))",
    R"(CREATE TABLE entrustments (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         scheme TEXT NOT NULL REFERENCES schemes (id),
         task TEXT NOT NULL,
         body TEXT NOT NULL,
         reason TEXT NOT NULL))",
};

constexpr std::array<std::string_view, 4> kPeopleSqlite = {
    "CREATE TRIGGER settings_stay BEFORE UPDATE ON settings "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER settings_last BEFORE DELETE ON settings "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER entrustments_stay BEFORE UPDATE ON entrustments "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER entrustments_last BEFORE DELETE ON entrustments "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

// Evidence (佐证材料): items, their files, what they are cited for and what was said of them.
constexpr std::array<std::string_view, 10> kEvidence = {
    R"(CREATE TABLE evidence (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         id TEXT NOT NULL UNIQUE,
         unit TEXT NOT NULL,
         office TEXT NOT NULL,
         body TEXT NOT NULL))",
    "CREATE INDEX evidence_by_unit ON evidence (unit, entry)",
    R"(CREATE TABLE evidence_files (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         item TEXT NOT NULL REFERENCES evidence (id),
         version BIGINT NOT NULL,
         sha256 TEXT NOT NULL,
         body TEXT NOT NULL,
         UNIQUE (item, version)))",
    "CREATE INDEX evidence_files_by_hash ON evidence_files (sha256, entry)",
    R"(CREATE TABLE citations (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         item TEXT NOT NULL REFERENCES evidence (id),
         scheme TEXT NOT NULL REFERENCES schemes (id),
         kind TEXT NOT NULL,
         target TEXT NOT NULL,
         status TEXT NOT NULL))",
    "CREATE INDEX citations_by_item ON citations (item, entry)",
    "CREATE INDEX citations_by_target ON citations (scheme, kind, target, entry)",
    R"(CREATE TABLE evidence_reviews (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         item TEXT NOT NULL REFERENCES evidence (id),
         version BIGINT NOT NULL,
         status TEXT NOT NULL,
         reason TEXT NOT NULL))",
    "CREATE INDEX evidence_reviews_by_item ON evidence_reviews (item, version, entry)",
    R"(CREATE TABLE evidence_removals (
         entry BIGINT NOT NULL PRIMARY KEY REFERENCES ledger (seq),
         sha256 TEXT NOT NULL UNIQUE,
         item TEXT NOT NULL REFERENCES evidence (id),
         reason TEXT NOT NULL))",
};

constexpr std::array<std::string_view, 10> kEvidenceSqlite = {
    "CREATE TRIGGER evidence_stay BEFORE UPDATE ON evidence "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_last BEFORE DELETE ON evidence "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_files_stay BEFORE UPDATE ON evidence_files "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_files_last BEFORE DELETE ON evidence_files "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER citations_stay BEFORE UPDATE ON citations "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER citations_last BEFORE DELETE ON citations "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_reviews_stay BEFORE UPDATE ON evidence_reviews "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_reviews_last BEFORE DELETE ON evidence_reviews "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_removals_stay BEFORE UPDATE ON evidence_removals "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER evidence_removals_last BEFORE DELETE ON evidence_removals "
    "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
};

constexpr std::array<Migration, 7> kMigrations = {{{1, kFirst, kFirstSqlite},
                                                   {2, kSettlements, kSettlementsSqlite},
                                                   {3, kOfficeNames, kOfficeNamesSqlite},
                                                   {4, kRevisions, kRevisionsSqlite},
                                                   {5, kLayouts, kLayoutsSqlite},
                                                   {6, kPeople, kPeopleSqlite},
                                                   {7, kEvidence, kEvidenceSqlite}}};

}  // namespace

std::span<const Migration> AllMigrations() { return kMigrations; }

int CurrentVersion() { return kMigrations.back().version; }

}  // namespace kaoping::store
