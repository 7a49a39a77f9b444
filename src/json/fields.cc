#include "json/fields.h"

#include <algorithm>

namespace kaoping::json {

Error Wrong(const FileKind& file, const std::string& path, std::string_view accepted_zh,
            std::string_view accepted_en) {
  if (path.empty()) {
    return MakeError(ErrorKind::kInvalid, file.code,
                     Say("{0}应为{2}，请对照格式改正", "the {1} must be {3}: compare the format",
                         file.zh, file.en, accepted_zh, accepted_en));
  }
  return MakeError(
      ErrorKind::kInvalid, file.code,
      Say("{0}中 {2} 的值不对：应为{3}", "{2} has a wrong value in the {1}: it takes {4}", file.zh,
          file.en, path, accepted_zh, accepted_en),
      path);
}

Error AtPath(const FileKind& file, const std::string& path, const Error& error) {
  return MakeError(error.kind, file.code,
                   Say("{0}中 {2}：{3}", "in the {1}, {2}: {4}", file.zh, file.en, path,
                       error.message.zh, error.message.en),
                   error.field.empty() ? path : path + "." + error.field);
}

Result<Fields> Fields::Open(const FileKind& file, const ordered_json& json, std::string path,
                            std::initializer_list<std::string_view> known) {
  if (!json.is_object()) return Wrong(file, path, "一个对象", "an object");
  Fields fields(file, json, std::move(path));
  for (const auto& [key, value] : json.items()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    return MakeError(ErrorKind::kInvalid, file.code,
                     Say("{0}中有不认识的字段 {2}：请删去或改正",
                         "the {1} has an unknown field {2}: remove or correct it", file.zh, file.en,
                         fields.PathOf(Excerpt(key))),
                     fields.PathOf(key));
  }
  return fields;
}

std::string Fields::PathOf(std::string_view field) const {
  return path_.empty() ? std::string(field) : fmt::format("{}.{}", path_, field);
}

const ordered_json* Fields::Find(const char* field) const {
  const auto found = json_->find(field);
  return found == json_->end() ? nullptr : &*found;
}

Status Fields::Require(std::initializer_list<const char*> fields) const {
  for (const char* field : fields) {
    if (Find(field) != nullptr) continue;
    return MakeError(ErrorKind::kInvalid, file_->code,
                     Say("{0}缺少 {2}：请补上", "the {1} lacks {2}: add it", file_->zh, file_->en,
                         PathOf(field)),
                     PathOf(field));
  }
  return Ok();
}

Status Fields::Read(const char* field, std::string& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  if (!json->is_string() || json->get_ref<const std::string&>().empty()) {
    return Wrong(*file_, PathOf(field), "一个非空字符串", "a string that is not empty");
  }
  into = json->get<std::string>();
  return Ok();
}

Status Fields::Read(const char* field, bool& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  if (!json->is_boolean()) return Wrong(*file_, PathOf(field), "true 或 false", "true or false");
  into = json->get<bool>();
  return Ok();
}

Status Fields::Read(const char* field, std::optional<Decimal>& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  if (json->is_string()) into = Decimal::Parse(json->get_ref<const std::string&>());
  if (into) return Ok();
  return Wrong(*file_, PathOf(field), "写成字符串的十进制数，如 \"0.5\"",
               "a decimal written as a string, as \"0.5\"");
}

Status Fields::Read(const char* field, std::optional<Date>& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  if (json->is_string()) into = Date::Parse(json->get_ref<const std::string&>());
  if (into) return Ok();
  return Wrong(*file_, PathOf(field), "如 \"2017-05-03\" 的日期", "a day as \"2017-05-03\"");
}

Status Fields::Read(const char* field, std::vector<std::string>& into) const {
  return Each(field, [&](const ordered_json& json, const std::string& path) -> Status {
    if (!json.is_string() || json.get_ref<const std::string&>().empty()) {
      return Wrong(*file_, path, "一个非空字符串", "a string that is not empty");
    }
    into.push_back(json.get<std::string>());
    return Ok();
  });
}

Status Fields::Read(const char* field, int least, int most, int& into) const {
  const ordered_json* json = Find(field);
  if (json == nullptr) return Ok();
  // Parsed numbers are unsigned, those made in memory signed; both are whole. One past int64's end
  // comes out negative.
  const std::int64_t value = json->is_number_integer() ? json->get<std::int64_t>() : -1;
  if (value < least || value > most) {
    return Wrong(*file_, PathOf(field), fmt::format("{} 到 {} 的整数", least, most),
                 fmt::format("a whole number from {} to {}", least, most));
  }
  into = static_cast<int>(value);
  return Ok();
}

}  // namespace kaoping::json
