// ParseFile: JSON as people write it, strictly: no key twice, no number out of range, nothing
// after the end.

#include <algorithm>
#include <vector>

#include "json/fields.h"

namespace kaoping::json {
namespace {

// No file of ours is nested half as deep.
constexpr std::size_t kMaxDepth = 64;

int LineOf(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

// Builds the tree from the parser's events. A handler that returns false stops the parser; `error_`
// then says why.
class TreeBuilder : public nlohmann::json_sax<ordered_json> {
 public:
  TreeBuilder(const FileKind& file, std::string_view text) : file_(file), text_(text) {}

  bool null() override { return Add(nullptr); }
  bool boolean(bool value) override { return Add(value); }
  bool number_integer(number_integer_t value) override { return Add(value); }
  bool number_unsigned(number_unsigned_t value) override { return Add(value); }
  bool number_float(number_float_t value, const string_t& /*characters*/) override {
    return Add(value);
  }
  bool string(string_t& value) override { return Add(std::move(value)); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*size*/) override { return Open(ordered_json::object()); }
  bool end_object() override { return Close(); }
  bool start_array(std::size_t /*size*/) override { return Open(ordered_json::array()); }
  bool end_array() override { return Close(); }

  bool key(string_t& name) override {
    Level& level = open_.back();
    level.key = std::move(name);
    if (!level.json.contains(level.key)) return true;
    const std::string path = Path();
    return Refuse(Say("{0}中 {1} 写了两次，请只留一个",
                      "{2}: {1} is written twice; keep one of the two", file_.zh, path, file_.en),
                  path);
  }

  bool parse_error(std::size_t byte, const std::string& /*token*/,
                   const nlohmann::json::exception& what) override {
    const int line = LineOf(text_, byte);
    if (dynamic_cast<const nlohmann::json::out_of_range*>(&what) != nullptr) {
      const std::string path = Path();
      return Refuse(Say("{0}第 {1} 行的数太大，无法读取，请核对 {2}",
                        "line {1} of the {3} has a number too large to read: check {2}", file_.zh,
                        line, path, file_.en),
                    path);
    }
    return Refuse(
        Say("{0}第 {2} 行不是合法的 JSON：请检查那里的引号、逗号和括号",
            "the {1} is not JSON at line {2}: check the quotes, commas and brackets there",
            file_.zh, file_.en, line),
        {});
  }

  Result<ordered_json> Take(bool parsed) && {
    if (parsed) return std::move(root_);
    return std::move(error_);
  }

 private:
  // An object or array that is not closed yet.
  struct Level {
    ordered_json json;
    std::string key;  // the last one read, of an object
  };

  bool Refuse(Message message, std::string_view path) {
    error_ = MakeError(ErrorKind::kInvalid, file_.code, std::move(message), path);
    return false;
  }

  // Where the parser is: "sections[0].title".
  std::string Path() const {
    std::string path;
    for (const Level& level : open_) {
      if (level.json.is_array()) {
        path += fmt::format("[{}]", level.json.size());
      } else {
        path += (path.empty() ? "" : ".") + Excerpt(level.key);
      }
    }
    return path;
  }

  bool Add(ordered_json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().json.is_array()) {
      open_.back().json.push_back(std::move(value));
    } else {
      open_.back().json[open_.back().key] = std::move(value);
    }
    return true;
  }

  bool Open(ordered_json json) {
    if (open_.size() >= kMaxDepth) {
      return Refuse(Say("{0}的括号套得太深，请对照格式改正",
                        "the brackets of the {1} are nested too deep: compare the format", file_.zh,
                        file_.en),
                    {});
    }
    open_.push_back({std::move(json), {}});
    return true;
  }

  bool Close() {
    ordered_json closed = std::move(open_.back().json);
    open_.pop_back();
    return Add(std::move(closed));
  }

  const FileKind& file_;
  std::string_view text_;
  ordered_json root_;
  std::vector<Level> open_;
  Error error_;
};

}  // namespace

Result<ordered_json> ParseFile(const FileKind& file, std::string_view text) {
  // The parser would take it for the end of the text and pass over the rest.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return MakeError(ErrorKind::kInvalid, file.code,
                     Say("{0}第 {2} 行有一个空字节（U+0000），请删去",
                         "line {2} of the {1} has a NUL byte (U+0000): remove it", file.zh, file.en,
                         LineOf(text, nul)));
  }
  TreeBuilder builder(file, text);
  const bool parsed = ordered_json::sax_parse(text, &builder);
  return std::move(builder).Take(parsed);
}

}  // namespace kaoping::json
