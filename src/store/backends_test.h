// The databases that every test of conformance is run on.

#ifndef KAOPING_STORE_BACKENDS_TEST_H_
#define KAOPING_STORE_BACKENDS_TEST_H_

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "store/store.h"
#include "support/temporary_folder.h"

namespace kaoping::store {

// A database that starts empty and can be closed and opened again.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual Result<std::unique_ptr<Store>> Open() = 0;
};

class SqliteBackend : public Backend {
 public:
  Result<std::unique_ptr<Store>> Open() override {
    return Store::Open(folder_.path() / "data",
                       {.patience = std::chrono::milliseconds(100), .readers = 2});
  }

 private:
  kaoping::testing::TemporaryFolder folder_;
};

using MakeBackend = std::function<std::unique_ptr<Backend>()>;
using NamedBackend = std::pair<const char*, MakeBackend>;

// For INSTANTIATE_TEST_SUITE_P.
inline const auto kBackends =
    ::testing::Values(NamedBackend("Sqlite", [] { return std::make_unique<SqliteBackend>(); }));
inline std::string NameOfBackend(const ::testing::TestParamInfo<NamedBackend>& info) {
  return info.param.first;
}

}  // namespace kaoping::store

#endif  // KAOPING_STORE_BACKENDS_TEST_H_
