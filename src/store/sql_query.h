// Private to store/: a statement whose conditions depend on what is asked for.

#ifndef KAOPING_STORE_SQL_QUERY_H_
#define KAOPING_STORE_SQL_QUERY_H_

#include <fmt/format.h>
#include <soci/soci.h>

#include <string>
#include <string_view>
#include <vector>

namespace kaoping::store {

// The values must outlive it.
class Query {
 public:
  explicit Query(soci::session& session) : statement_(session) {}

  template <typename Value>
  void Into(Value& value) {
    statement_.exchange(soci::into(value));
  }
  template <typename Value>
  void Where(std::string_view condition, const Value& value) {
    Condition(condition);
    statement_.exchange(soci::use(value));
  }
  // Requires: `values` is not empty.
  void WhereIn(std::string_view column, const std::vector<std::string>& values) {
    Condition(fmt::format("{} IN ({})", column, ListOf(values)));
  }
  // A condition whose places were asked for in their order.
  void Condition(std::string_view condition) {
    where_ += where_.empty() ? " WHERE " : " AND ";
    where_ += condition;
  }
  // The place of a value in a condition.
  template <typename Value>
  std::string PlaceOf(const Value& value) {
    statement_.exchange(soci::use(value));
    return fmt::format(":value{}", used_++);
  }
  // The places of several values, divided by commas.
  std::string ListOf(const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) {
      list += (list.empty() ? "" : ", ") + PlaceOf(value);
    }
    return list;
  }

  // Fetch() then gives row by row.
  void Run(std::string_view columns, std::string_view order, const int& limit) {
    statement_.exchange(soci::use(limit));
    statement_.alloc();
    statement_.prepare(fmt::format("{}{} ORDER BY {} LIMIT :limit", columns, where_, order));
    statement_.define_and_bind();
    statement_.execute();
  }
  bool Fetch() { return statement_.fetch(); }

 private:
  soci::statement statement_;
  std::string where_;
  int used_ = 0;
};

}  // namespace kaoping::store

#endif  // KAOPING_STORE_SQL_QUERY_H_
