#include "service/context.h"

#include <utility>

#include "store/store.h"

namespace kaoping::service {

Actor OperatorActor() { return {.name = "命令行", .role = Role::kOperator}; }

void StoreDeleter::operator()(store::Store* store) const { delete store; }

Result<StorePtr> OpenStore(const std::filesystem::path& data_dir, OpenMode mode) {
  KAOPING_TRY(auto opened, store::Store::Open(data_dir, {.may_create = mode == OpenMode::kCreate}));
  return StorePtr(opened.release());
}

Status CheckReady(const store::Store& store) { return store.CheckReady(); }

}  // namespace kaoping::service
