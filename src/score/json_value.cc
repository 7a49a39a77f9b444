#include "score/json_value.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace kaoping::score {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t kMaxDepth = 8;

Error NotJson(std::size_t position) {
  return MakeError(ErrorKind::kInvalid, "fact-json",
                   Say("不是正确的 JSON：第{}个字节附近写错了，请对照格式改正",
                       "this is not JSON: look at byte {} and mend it", position));
}

// Builds the tree from the parser's events. A handler that returns false stops the parser; `error_`
// then says why.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return Add({}); }
  bool boolean(bool value) override {
    JsonValue read;
    read.kind = Kind::kBoolean;
    read.boolean = value;
    return Add(std::move(read));
  }
  bool number_integer(std::int64_t value) override {
    return AddText(Kind::kNumber, std::to_string(value));
  }
  bool number_unsigned(std::uint64_t value) override {
    return AddText(Kind::kNumber, std::to_string(value));
  }
  bool number_float(double /*value*/, const std::string& characters) override {
    return AddText(Kind::kNumber, characters);
  }
  bool string(std::string& value) override { return AddText(Kind::kString, std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return Open(Kind::kObject); }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t /*size*/) override { return Open(Kind::kArray); }
  bool end_array() override { return Close(); }

  bool key(std::string& name) override {
    const auto& members = open_.back().members;
    if (std::any_of(members.begin(), members.end(),
                    [&name](const auto& member) { return member.first == name; })) {
      error_ = MakeError(ErrorKind::kInvalid, "fact-json",
                         Say("字段 {} 写了两次，请只留一个",
                             "field {} is written twice: keep one of the two", Excerpt(name)),
                         name);
      return false;
    }
    open_.back().members.emplace_back(std::move(name), JsonValue{});
    return true;
  }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::json::exception& what) override {
    const bool is_too_large = dynamic_cast<const nlohmann::json::out_of_range*>(&what) != nullptr;
    error_ = is_too_large ? NumberTooLarge() : NotJson(position);
    return false;
  }

  Result<JsonValue> Take(bool parsed) && {
    if (parsed) return std::move(root_);
    return std::move(error_);
  }

 private:
  Error NumberTooLarge() const {
    const bool is_member = !open_.empty() && !open_.back().members.empty();
    const std::string name = is_member ? open_.back().members.back().first : "";
    return MakeError(ErrorKind::kInvalid, "fact-field",
                     Say("字段 {0} 的数太大，无法读取，请核对",
                         "the number of field {0} is too large to read: check it", Excerpt(name)),
                     name);
  }

  bool AddText(Kind kind, std::string text) {
    JsonValue value;
    value.kind = kind;
    value.text = std::move(text);
    return Add(std::move(value));
  }

  bool Add(JsonValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().kind == Kind::kArray) {
      open_.back().elements.push_back(std::move(value));
    } else {
      open_.back().members.back().second = std::move(value);
    }
    return true;
  }

  bool Open(Kind kind) {
    if (open_.size() >= kMaxDepth) {
      error_ = MakeError(ErrorKind::kInvalid, "fact-json",
                         Say("括号套得太深，不像是事实；请对照格式改正",
                             "the brackets are nested too deep for a fact: compare the format"));
      return false;
    }
    open_.emplace_back().kind = kind;
    return true;
  }

  bool Close() {
    JsonValue closed = std::move(open_.back());
    open_.pop_back();
    return Add(std::move(closed));
  }

  JsonValue root_;
  std::vector<JsonValue> open_;
  Error error_ = NotJson(0);
};

}  // namespace

Result<JsonValue> ParseJson(std::string_view json) {
  // The parser would take it for the end of the text and pass over the rest.
  if (const std::size_t nul = json.find('\0'); nul != std::string_view::npos) {
    return MakeError(ErrorKind::kInvalid, "fact-json",
                     Say("第{}个字节是空字节（U+0000），请删去",
                         "byte {} is a NUL (U+0000): remove it", nul + 1));
  }
  TreeBuilder builder;
  const bool parsed = nlohmann::json::sax_parse(json, &builder);
  return std::move(builder).Take(parsed);
}

}  // namespace kaoping::score
