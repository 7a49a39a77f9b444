#include "document/numbering.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "document/number_format.h"
#include "document/xml.h"

namespace kaoping::document {
namespace {

// Longer patterns are no numbers; Word allows 31 characters.
constexpr std::size_t kLongestPattern = 120;
constexpr int kHighestNumber = 1'000'000;
// A style is based on another at most so often; a loop ends here.
constexpr int kMostStyles = 20;

std::string ChildValue(const pugi::xml_node& node, std::string_view child) {
  const char* const value = Attribute(Child(node, child), "val");
  return value == nullptr ? "" : value;
}

std::optional<int> ChildNumber(const pugi::xml_node& node, std::string_view child) {
  const int value = NumberAttribute(Child(node, child), "val", -1);
  if (value < 0) return std::nullopt;
  return std::min(value, kHighestNumber);
}

std::string FormatOf(const pugi::xml_node& level) {
  std::string format = ChildValue(level, "numFmt");
  if (!format.empty()) return format;
  // A format that only newer programs know, and the one for the others.
  return ChildValue(Child(Child(level, "AlternateContent"), "Fallback"), "numFmt");
}

}  // namespace

Numbering::Level Numbering::ReadLevel(const pugi::xml_node& node) {
  Level level;
  level.start = ChildNumber(node, "start").value_or(0);
  level.format = FormatOf(node);
  level.text = WellFormed(ChildValue(node, "lvlText"));
  if (level.text.size() > kLongestPattern) level.text.clear();
  level.style = ChildValue(node, "pStyle");
  level.restart_before = ChildNumber(node, "lvlRestart");
  level.is_decimal_throughout = IsOn(Child(node, "isLgl"));
  return level;
}

void Numbering::ReadNumber(const pugi::xml_node& node) {
  Number number;
  number.list = NumberAttribute(Child(node, "abstractNumId"), "val", -1);
  for (const pugi::xml_node& change : node.children()) {
    if (LocalName(change) != "lvlOverride") continue;
    const int at = NumberAttribute(change, "ilvl", -1);
    if (at < 0 || at >= kLevels) continue;
    const auto index = static_cast<std::size_t>(at);
    number.starts[index] = ChildNumber(change, "startOverride");
    if (const pugi::xml_node level = Child(change, "lvl")) number.levels[index] = ReadLevel(level);
  }
  numbers_[NumberAttribute(node, "numId", -1)] = std::move(number);
}

void Numbering::ReadNumbering(const pugi::xml_node& root) {
  for (const pugi::xml_node& node : root.children()) {
    if (LocalName(node) == "num") ReadNumber(node);
    if (LocalName(node) != "abstractNum") continue;
    List& list = lists_[NumberAttribute(node, "abstractNumId", -1)];
    list.style_link = ChildValue(node, "numStyleLink");
    for (const pugi::xml_node& child : node.children()) {
      const int at = LocalName(child) == "lvl" ? NumberAttribute(child, "ilvl", -1) : -1;
      if (at >= 0 && at < kLevels) list.levels[static_cast<std::size_t>(at)] = ReadLevel(child);
    }
  }
}

void Numbering::ReadStyles(const pugi::xml_node& root) {
  for (const pugi::xml_node& node : root.children()) {
    const char* const id = Attribute(node, "styleId");
    if (LocalName(node) != "style" || id == nullptr) continue;
    const pugi::xml_node number = Child(Child(node, "pPr"), "numPr");
    styles_[id] = {ChildValue(node, "basedOn"), ChildNumber(number, "numId"),
                   ChildNumber(number, "ilvl")};
    const char* const type = Attribute(node, "type");
    const bool is_default = NumberAttribute(node, "default", 0) == 1;
    if (is_default && type != nullptr && std::string_view(type) == "paragraph") default_style_ = id;
  }
}

int Numbering::LevelOfStyle(int number, const std::string& style) const {
  const auto found = numbers_.find(number);
  const List* const list = found == numbers_.end() ? nullptr : ListOf(found->second);
  if (list == nullptr) return 0;
  for (std::size_t i = 0; i < list->levels.size(); ++i) {
    if (list->levels[i].style == style) return static_cast<int>(i);
  }
  return 0;
}

void Numbering::FollowStyle(const std::string& style, std::optional<int>& number,
                            std::optional<int>& level) const {
  const std::string* name = &style;
  for (int i = 0; i < kMostStyles && !name->empty(); ++i) {
    const auto found = styles_.find(*name);
    if (found == styles_.end()) return;
    if (!level) level = found->second.level;
    if (!number && found->second.number) {
      number = found->second.number;
      // A style that names no level is one of those that the list names.
      if (!level) level = LevelOfStyle(*number, *name);
    }
    if (number && level) return;
    name = &found->second.based_on;
  }
}

std::optional<Numbering::Reference> Numbering::ReferenceOf(const pugi::xml_node& properties) const {
  const pugi::xml_node own = Child(properties, "numPr");
  std::optional<int> number = ChildNumber(own, "numId");
  std::optional<int> level = ChildNumber(own, "ilvl");
  if (!number) {
    const std::string style = ChildValue(properties, "pStyle");
    FollowStyle(style.empty() ? default_style_ : style, number, level);
  }
  if (!number || *number == 0) return std::nullopt;  // 0 takes a style's number off
  return Reference{*number, std::min(level.value_or(0), kLevels - 1)};
}

const Numbering::List* Numbering::ListOf(const Number& number) const {
  int id = number.list;
  for (int i = 0; i < kMostStyles; ++i) {
    const auto list = lists_.find(id);
    if (list == lists_.end()) return nullptr;
    const auto style = styles_.find(list->second.style_link);
    if (style == styles_.end() || !style->second.number) return &list->second;
    const auto linked = numbers_.find(*style->second.number);
    if (linked == numbers_.end() || linked->second.list == id) return &list->second;
    id = linked->second.list;
  }
  return nullptr;
}

Numbering::List* Numbering::ListOf(const Number& number) {
  return const_cast<List*>(std::as_const(*this).ListOf(number));
}

const Numbering::Level& Numbering::LevelOf(const List& list, const Number& number,
                                           std::size_t level) {
  return number.levels[level] ? *number.levels[level] : list.levels[level];
}

int Numbering::StartOf(const List& list, const Number& number, std::size_t level) {
  return number.starts[level].value_or(LevelOf(list, number, level).start);
}

void Numbering::CountUp(List& list, Number& number, int level) {
  const auto at = static_cast<std::size_t>(level);
  // A level that was skipped counts as begun: 1.1.1 may come first, and then 1.2.
  for (std::size_t higher = 0; higher < at; ++higher) {
    if (!list.counts[higher]) list.counts[higher] = StartOf(list, number, higher);
  }
  std::optional<int>& count = list.counts[at];
  if (number.starts[at] && !number.has_started[at]) count.reset();
  number.has_started[at] = true;
  count = count ? std::min(*count + 1, kHighestNumber) : StartOf(list, number, at);
  for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) {
    const int before = list.levels[deeper].restart_before.value_or(static_cast<int>(deeper));
    if (level < before) list.counts[deeper].reset();
  }
}

std::string Numbering::Label(const List& list, const Number& number, int level) {
  const Level& own = LevelOf(list, number, static_cast<std::size_t>(level));
  if (own.format == "bullet") return "";
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      label += own.text[i];
      continue;
    }
    const auto named = static_cast<std::size_t>(next - '1');
    const int count = list.counts[named].value_or(StartOf(list, number, named));
    label += FormatNumber(
        own.is_decimal_throughout ? "decimal" : LevelOf(list, number, named).format, count);
    ++i;
  }
  return label;
}

std::string Numbering::Next(const pugi::xml_node& properties) {
  const auto reference = ReferenceOf(properties);
  if (!reference) return "";
  const auto number = numbers_.find(reference->number);
  if (number == numbers_.end()) return "";
  List* const list = ListOf(number->second);
  if (list == nullptr) return "";
  CountUp(*list, number->second, reference->level);
  return Label(*list, number->second, reference->level);
}

std::string Labelled(const std::string& label, const std::string& text) {
  if (label.empty() || text.empty()) return label + text;
  static constexpr std::u32string_view kMarks = U"、．。，：；.,:;）)】〕］]》>";
  const char32_t last = DecodeUtf8(label).back();
  const bool is_digit = text[0] >= '0' && text[0] <= '9';
  const bool is_circled = (last >= U'①' && last <= U'⒛') || (last >= U'㊀' && last <= U'㊉');
  const bool is_closed = is_circled || kMarks.find(last) != std::u32string_view::npos;
  return label + (is_closed && !(last == U'.' && is_digit) ? "" : " ") + text;
}

}  // namespace kaoping::document
