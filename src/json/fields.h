// Fields: a JSON object read strictly, so that a mistake in a file is named by its path.
//
// For files that people write or edit (schemes, registers): an unknown field is a mistake, not
// something to pass over. Included by .cc files only, since it brings the heavy JSON header.

#ifndef KAOPING_JSON_FIELDS_H_
#define KAOPING_JSON_FIELDS_H_

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"

namespace kaoping::json {

using nlohmann::ordered_json;

// The kind of file that is read, for messages. Lives as long as the program.
struct FileKind {
  const char* code;  // of every error: "scheme-invalid"
  const char* zh;    // 方案文件
  const char* en;    // "scheme file"
};

// kInvalid: the value at `path` is not what is accepted. `path` is "" for the whole file.
Error Wrong(const FileKind& file, const std::string& path, std::string_view accepted_zh,
            std::string_view accepted_en);

// The text as JSON; kInvalid, naming the line, if it is none, if a number in it is too large for
// any, or if it has a NUL byte; naming the path, if an object has a key twice.
Result<ordered_json> ParseFile(const FileKind& file, std::string_view text);

class Fields {
 public:
  // Checks that `json`, which must outlive the result, is an object without unknown fields.
  static Result<Fields> Open(const FileKind& file, const ordered_json& json, std::string path,
                             std::initializer_list<std::string_view> known);

  const FileKind& file() const { return *file_; }
  // "sections[0].title"; the name alone on the outermost level.
  std::string PathOf(std::string_view field) const;
  // nullptr if absent.
  const ordered_json* Find(const char* field) const;
  Status Require(std::initializer_list<const char*> fields) const;

  // Each reads one field; an absent one leaves `into` as it was. A text must not be empty: what is
  // absent is left out.
  Status Read(const char* field, std::string& into) const;
  Status Read(const char* field, bool& into) const;
  Status Read(const char* field, std::optional<Decimal>& into) const;  // written as a string
  Status Read(const char* field, std::optional<Date>& into) const;
  Status Read(const char* field, std::vector<std::string>& into) const;
  // Requires: 0 <= least <= most.
  Status Read(const char* field, int least, int most, int& into) const;

  // One of several values by its name: {{"ignored", kIgnored}, …}.
  template <typename Enum>
  Status Read(const char* field, std::initializer_list<std::pair<const char*, Enum>> values,
              Enum& into) const;

  // What another room reads; its error is put at the path of the field.
  template <typename T>
  Status Read(const char* field, Result<T> (*read)(const ordered_json&), T& into) const;
  template <typename T>
  Status Read(const char* field, Result<T> (*read)(const ordered_json&),
              std::vector<T>& into) const;

  // Calls read(element, path of the element) → Status for each element of a list.
  template <typename Function>
  Status Each(const char* field, Function read) const;

 private:
  Fields(const FileKind& file, const ordered_json& json, std::string path)
      : file_(&file), json_(&json), path_(std::move(path)) {}

  const FileKind* file_;
  const ordered_json* json_;
  std::string path_;
};

// read(json), whose error is put at `path`.
template <typename T>
Status ReadAt(const FileKind& file, const std::string& path, const ordered_json& json,
              Result<T> (*read)(const ordered_json&), T& into);

// ---- The templates ------------------------------------------------------------------------------

// An error of a room that knows only its own field, put at its path.
Error AtPath(const FileKind& file, const std::string& path, const Error& error);

template <typename T>
Status ReadAt(const FileKind& file, const std::string& path, const ordered_json& json,
              Result<T> (*read)(const ordered_json&), T& into) {
  Result<T> result = read(json);
  if (!result) return AtPath(file, path, result.error());
  into = std::move(result).value();
  return Ok();
}

template <typename Enum>
Status Fields::Read(const char* field, std::initializer_list<std::pair<const char*, Enum>> values,
                    Enum& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  std::string accepted;
  for (const auto& [name, value] : values) {
    if (json->is_string() && json->get_ref<const std::string&>() == name) {
      into = value;
      return Ok();
    }
    accepted += (accepted.empty() ? "" : " | ") + std::string(name);
  }
  return Wrong(*file_, PathOf(field), accepted, accepted);
}

template <typename T>
Status Fields::Read(const char* field, Result<T> (*read)(const ordered_json&), T& into) const {
  const ordered_json* json = Find(field);
  return json == nullptr ? Ok() : ReadAt(*file_, PathOf(field), *json, read, into);
}

template <typename T>
Status Fields::Read(const char* field, Result<T> (*read)(const ordered_json&),
                    std::vector<T>& into) const {
  return Each(field, [&](const ordered_json& json, const std::string& path) {
    return ReadAt(*file_, path, json, read, into.emplace_back());
  });
}

template <typename Function>
Status Fields::Each(const char* field, Function read) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  if (!json->is_array()) return Wrong(*file_, PathOf(field), "一个数组", "an array");
  for (std::size_t i = 0; i < json->size(); ++i) {
    KAOPING_TRY_STATUS(read((*json)[i], fmt::format("{}[{}]", PathOf(field), i)));
  }
  return Ok();
}

}  // namespace kaoping::json

#endif  // KAOPING_JSON_FIELDS_H_
