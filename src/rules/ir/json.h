// The JSON form of a compilation, as docs/rule-language.md fixes it.
//
// These are nlohmann's customisation points, declared against json_fwd.hpp so that the heavy header
// stays in .cc files. Fields come in the order of the specification; absent means absent.

#ifndef KAOPING_RULES_IR_JSON_H_
#define KAOPING_RULES_IR_JSON_H_

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "rules/ir/rule.h"

namespace kaoping {

// {"severity","code","message","span"?,"place"?}; the message in Chinese.
void to_json(nlohmann::ordered_json& json, const Diagnostic& diagnostic);
void to_json(nlohmann::ordered_json& json, const Span& span);  // [begin, end]
void to_json(nlohmann::ordered_json& json,
             const Place& place);  // {"paragraph"} | {"table","row","column"}

namespace rules {

void to_json(nlohmann::ordered_json& json, const Rule& rule);
void to_json(nlohmann::ordered_json& json, const Limit& limit);
void to_json(nlohmann::ordered_json& json, const Policy& policy);
void to_json(nlohmann::ordered_json& json, const Link& link);
void to_json(nlohmann::ordered_json& json, const Compilation& compilation);

// The way back. kInvalid, naming the field, for anything that the specification does not allow:
// an unknown field or value, a number that is no exact decimal, an index out of range.
Result<Span> ReadSpan(const nlohmann::ordered_json& json);
Result<Place> ReadPlace(const nlohmann::ordered_json& json);
Result<Diagnostic> ReadDiagnostic(const nlohmann::ordered_json& json);
Result<Rule> ReadRule(const nlohmann::ordered_json& json);
Result<Limit> ReadLimit(const nlohmann::ordered_json& json);
Result<Policy> ReadPolicy(const nlohmann::ordered_json& json);
Result<Link> ReadLink(const nlohmann::ordered_json& json);

}  // namespace rules
}  // namespace kaoping

#endif  // KAOPING_RULES_IR_JSON_H_
