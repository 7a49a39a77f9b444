// PlaceInWords: where in a scheme file something is, as its author calls it.

#ifndef KAOPING_SCHEME_PLACE_WORDS_H_
#define KAOPING_SCHEME_PLACE_WORDS_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"

namespace kaoping::scheme {

// “规则 1.2.1 的分值（points）” for "sections[0].tasks[1].criterion.rules[0].points" of `scheme`:
// by the keys of its parts, where they have any. A path that leads into no section comes back as it
// is.
Message PlaceInWords(const nlohmann::ordered_json& scheme, const std::string& path);

// `error`, whose message names the path of Error::field or of something around it, with that path
// in words. The field stays as it was.
Error TellInWords(const nlohmann::ordered_json& scheme, Error error);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_PLACE_WORDS_H_
