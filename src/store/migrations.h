// Private to store/: how the tables came to be what they are.

#ifndef KAOPING_STORE_MIGRATIONS_H_
#define KAOPING_STORE_MIGRATIONS_H_

#include <span>
#include <string_view>

namespace kaoping::store {

struct Migration {
  // From 1, without gaps. A released migration is never changed: write another one.
  int version = 0;
  // Portable SQL: types BIGINT and TEXT, moments in microseconds of UTC, no database's own words.
  std::span<const std::string_view> statements;
  // In SQLite's own words: the triggers.
  std::span<const std::string_view> sqlite_statements;
};

std::span<const Migration> AllMigrations();
int CurrentVersion();

}  // namespace kaoping::store

#endif  // KAOPING_STORE_MIGRATIONS_H_
