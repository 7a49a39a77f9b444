// RouteTable: which function answers which method on which path.

#ifndef KAOPING_API_ROUTE_TABLE_H_
#define KAOPING_API_ROUTE_TABLE_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/http.h"
#include "api/server.h"
#include "base/result.h"

namespace kaoping::api {

struct Call;  // call.h

enum class Access {
  kAnyone,
  kSignedIn,  // 401 without a session
  // Likewise, and open to somebody who has something to do first, as to change a password.
  kEntering,
};

struct Route {
  std::string_view method;
  std::string_view pattern;  // "/api/v1/schemes/{id}": a part in braces takes any text
  Result<Response> (*handler)(const Call& call) = nullptr;
  Access access = Access::kSignedIn;
  Lane lane = Lane::kWork;
  std::size_t body_limit = std::size_t{1024} * 1024;
  // Whether the body is a file of evidence, which goes to the disk while it comes (Call::file).
  bool takes_file = false;
};

struct Match {
  const Route* route = nullptr;         // nothing if there is none
  std::vector<std::string> parameters;  // what stood for the braces, in their order
  // The methods that the path has ("GET, HEAD, POST"); empty if there is no such path.
  std::string allow;
};

class RouteTable {
 public:
  // `routes` must outlive the table.
  explicit RouteTable(std::span<const Route> routes) : routes_(routes) {}

  // HEAD is answered by the route of GET.
  Match Find(std::string_view method, const Target& target) const;

 private:
  std::span<const Route> routes_;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_ROUTE_TABLE_H_
