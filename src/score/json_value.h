// JsonValue: JSON as it was written, so that a number keeps its characters.
//
// A figure such as 0.1 must become the decimal 0.1; a tree of doubles would have changed it before
// anybody could look.

#ifndef KAOPING_SCORE_JSON_VALUE_H_
#define KAOPING_SCORE_JSON_VALUE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace kaoping::score {

struct JsonValue {
  enum class Kind { kNull, kBoolean, kNumber, kString, kArray, kObject };

  Kind kind = Kind::kNull;
  bool boolean = false;
  std::string text;  // of a string, or the characters of a number
  std::vector<JsonValue> elements;
  std::vector<std::pair<std::string, JsonValue>> members;  // each name once
};

// Reads one JSON text and nothing after it. kInvalid with code "fact-json" for what is not JSON, is
// nested deeper than facts ever are, or names a member twice (then with its name as the field).
Result<JsonValue> ParseJson(std::string_view json);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_JSON_VALUE_H_
