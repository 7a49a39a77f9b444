// RawDatabase: a data folder's database as somebody would open it who wants to go round kaoping.

#ifndef KAOPING_TESTS_SUPPORT_RAW_DATABASE_H_
#define KAOPING_TESTS_SUPPORT_RAW_DATABASE_H_

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/check.h"

namespace kaoping::testing {

class RawDatabase {
 public:
  explicit RawDatabase(const std::filesystem::path& file) {
    KAOPING_CHECK(sqlite3_open(file.c_str(), &connection_) == SQLITE_OK);
    Try("PRAGMA synchronous = OFF");
  }
  ~RawDatabase() { sqlite3_close(connection_); }
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  // SQLITE_OK, or what went wrong.
  int Try(const std::string& sql) {
    return sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
  }
  void Run(const std::string& sql) { KAOPING_CHECK(Try(sql) == SQLITE_OK); }

  // The first column of every row.
  std::vector<std::string> Column(const std::string& sql) {
    std::vector<std::string> values;
    const auto keep = [](void* into, int, char** row, char**) {
      static_cast<std::vector<std::string>*>(into)->emplace_back(row[0] == nullptr ? "" : row[0]);
      return 0;
    };
    KAOPING_CHECK(sqlite3_exec(connection_, sql.c_str(), keep, &values, nullptr) == SQLITE_OK);
    return values;
  }
  std::string Value(const std::string& sql) { return Column(sql).at(0); }

  // What whoever can write the file can do before anything else.
  void DropTriggers() {
    for (const std::string& name :
         Column("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      Run("DROP TRIGGER " + name);
    }
  }

 private:
  sqlite3* connection_ = nullptr;
};

}  // namespace kaoping::testing

#endif  // KAOPING_TESTS_SUPPORT_RAW_DATABASE_H_
