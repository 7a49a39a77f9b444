#include "scheme/place_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;

struct Word {
  std::string_view field;
  std::string_view zh;
};

constexpr Word kWords[] = {{"key", "编号"},
                           {"id", "标识"},
                           {"title", "名称"},
                           {"kind", "类别"},
                           {"base", "基础分"},
                           {"heading", "指标"},
                           {"content", "内容"},
                           {"deliverables", "佐证材料"},
                           {"responsible", "责任处室"},
                           {"effect", "作用"},
                           {"trigger", "计分方式"},
                           {"points", "分值"},
                           {"levels", "级别"},
                           {"unit", "单位"},
                           {"per", "每步数量"},
                           {"target", "目标值"},
                           {"one_of", "所在的组"},
                           {"on_top_of", "所加重的规则"},
                           {"times", "倍数"},
                           {"when", "门槛"},
                           {"nature", "性质"},
                           {"consequence", "后果"},
                           {"span", "文字位置"},
                           {"at_most", "上限"},
                           {"rules", "规则"},
                           {"each", "每项的单位"},
                           {"scope", "范围"},
                           {"text", "原文"}};

// "sections[0].tasks" → {"sections", 0} and ".tasks" left.
struct Step {
  std::string_view name;
  std::optional<std::size_t> index;
};

Step TakeStep(std::string_view& path) {
  if (path.starts_with('.')) path.remove_prefix(1);
  Step step;
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  step.name = path.substr(0, end);
  path.remove_prefix(end);
  const std::size_t close = path.find(']');
  if (!path.starts_with('[') || close == std::string_view::npos) return step;
  std::size_t index = 0;
  const auto [stop, error] = std::from_chars(path.data() + 1, path.data() + close, index);
  if (error == std::errc() && stop == path.data() + close) step.index = index;
  path.remove_prefix(close + 1);
  return step;
}

const ordered_json* Find(const ordered_json& json, const Step& step) {
  if (!json.is_object()) return nullptr;
  const auto member = json.find(std::string(step.name));
  if (member == json.end()) return nullptr;
  if (!step.index) return &*member;
  return member->is_array() && *step.index < member->size() ? &(*member)[*step.index] : nullptr;
}

std::string KeyOf(const ordered_json& json) {
  const auto key = json.is_object() ? json.find("key") : json.end();
  const bool has_key = json.is_object() && key != json.end() && key->is_string();
  return has_key ? Excerpt(key->get_ref<const std::string&>()) : "";
}

// A part with a key is known by it alone; one without by its place in what is around it.
Message NamePart(const Message& around, const Step& step, const ordered_json& part) {
  struct {
    std::string_view name, zh, zh_counted, en;
  } constexpr kParts[] = {{"sections", "部分", "部分", "section"},
                          {"tasks", "内容", "项内容", "task"},
                          {"rules", "规则", "条规则", "rule"},
                          {"limits", "限额", "个限额", "limit"},
                          {"policies", "规定", "条规定", "policy"}};
  const auto* const known = std::find_if(std::begin(kParts), std::end(kParts),
                                         [&](const auto& p) { return p.name == step.name; });
  if (known == std::end(kParts) || !step.index) return around;
  const std::string key = KeyOf(part);
  if (!key.empty()) {
    return {fmt::format("{} {}", known->zh, key), fmt::format("{} {}", known->en, key)};
  }
  const std::size_t number = *step.index + 1;
  return {fmt::format("{}第{}{}", around.zh.empty() ? "" : around.zh + " 的", number,
                      known->zh_counted),
          fmt::format("{}{} {} from the top", around.en.empty() ? "" : around.en + ", ", known->en,
                      number)};
}

Message WithField(const Message& part, std::string_view field) {
  if (field.empty()) return part;
  std::string_view first = field;
  const std::string_view name = TakeStep(first).name;
  const auto* const known = std::find_if(std::begin(kWords), std::end(kWords),
                                         [&](const Word& word) { return word.field == name; });
  const std::string en = fmt::format("{}, {}", part.en, field);
  if (known == std::end(kWords)) return {fmt::format("{} 的 {}", part.zh, field), en};
  return {fmt::format("{} 的{}（{}）", part.zh, known->zh, field), en};
}

void Replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

}  // namespace

Message PlaceInWords(const ordered_json& scheme, const std::string& path) {
  std::string_view rest = path;
  Message words;
  const ordered_json* at = &scheme;
  // What is left of the path behind the innermost part that has a name.
  std::string_view field = rest;
  while (!rest.empty() && at != nullptr) {
    const Step step = TakeStep(rest);
    at = Find(*at, step);
    if (at == nullptr) break;
    const Message inner = NamePart(words, step, *at);
    if (inner == words) continue;
    words = inner;
    field = rest;
  }
  if (words.zh.empty()) return {path, path};
  if (field.starts_with('.')) field.remove_prefix(1);
  constexpr std::string_view kCriterion = "criterion.";
  if (field.starts_with(kCriterion)) field.remove_prefix(kCriterion.size());
  return WithField(words, field);
}

Error TellInWords(const ordered_json& scheme, Error error) {
  for (std::string path = error.field; !path.empty();) {
    if (error.message.zh.find(path) != std::string::npos) {
      const Message words = PlaceInWords(scheme, path);
      Replace(error.message.zh, path, words.zh);
      Replace(error.message.en, path, words.en);
      return error;
    }
    const std::size_t end = path.find_last_of(".[");
    path.erase(end == std::string::npos ? 0 : end);
  }
  return error;
}

}  // namespace kaoping::scheme
