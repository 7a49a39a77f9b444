// `scheme/1`: the JSON form of a scheme (docs/interfaces.md).

#ifndef KAOPING_SCHEME_JSON_H_
#define KAOPING_SCHEME_JSON_H_

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

#include "base/result.h"
#include "scheme/scheme.h"

namespace kaoping::scheme {

// Fields in the order of the specification; absent means absent.
void to_json(nlohmann::ordered_json& json, const Scheme& scheme);
// Indented by two, ends with a line break.
std::string WriteScheme(const Scheme& scheme);

// kInvalid, naming the place ("sections[0].tasks[1].criterion.rules[0].points"), for what is not
// JSON, not `scheme/1`, an unknown field or value, or contradicts itself (a same_as or an index
// that points nowhere, two tasks or rules with one key or id).
// ReadScheme(WriteScheme(s)) == s for every scheme.
Result<Scheme> ReadScheme(std::string_view json);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_JSON_H_
