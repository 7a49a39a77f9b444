// `scheme/1`: the JSON form of a scheme (docs/interfaces.md).
//
// Texts are plain strings there; where they stand is told beside them: "place" in a section and a
// criterion, "places" (an object by field name) in the notice and in a task. Points are decimals
// written as strings.

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

// kInvalid, naming the place (规则 1.2.1 的分值, and in Error::field its path
// "sections[0].tasks[1].criterion.rules[0].points"), for what is not JSON, not `scheme/1`, an
// unknown field or value, or contradicts itself (see CheckScheme). ReadScheme(WriteScheme(s)) == s
// for every scheme that CheckScheme accepts.
Result<Scheme> ReadScheme(std::string_view json);

// Whether the scheme holds together, so that scoring can rely on it: keys and ids are there and
// occur once, a same_as names an earlier task that has what is shared, indexes and spans lie within
// their criterion, no points are negative or more than a million, every figure can be counted by,
// a threshold stands where it is read, the period does not end before it begins. kInvalid with the
// path of the first contradiction.
Status CheckScheme(const Scheme& scheme);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_JSON_H_
