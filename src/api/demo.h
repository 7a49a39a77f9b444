// Demo: the data that `kaoping demo` starts from.

#ifndef KAOPING_API_DEMO_H_
#define KAOPING_API_DEMO_H_

#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "service/accounts.h"
#include "service/context.h"

namespace kaoping::api {

struct DemoAccount {
  std::string name;
  std::string title;  // of its role, in Chinese
  std::string password;
};

struct DemoAccounts {
  service::NewPassword administrator;
  std::vector<DemoAccount> passwords;  // empty if the store had accounts already
};

// Fills a store that has no accounts with the notice of examples/nantong-2017, published, its
// register and sample facts, and makes the first administrator and an account for every other role.
// A demonstration with accounts is left as it is. If it was broken off before, it goes on where it
// was. kConflict `data-not-demo`, having changed nothing, for a store that holds anything else.
Result<DemoAccounts> FillDemo(store::Store& store, Timestamp now);

}  // namespace kaoping::api

#endif  // KAOPING_API_DEMO_H_
