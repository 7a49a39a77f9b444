// Facts from JSON Lines: flat or grouped, strict about every field.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "score/fact.h"
#include "score/json_value.h"
#include "text/blank.h"

namespace kaoping::score {
namespace {

using Kind = JsonValue::Kind;

Error Wrong(std::string_view field, std::string_view zh, std::string_view en) {
  return MakeError(
      ErrorKind::kInvalid, "fact-field",
      Say("字段 {0} 应为{1}，请改正", "field {0} takes {2}: please correct it", field, zh, en),
      field);
}

// ---- One value, by what a field takes ----------------------------------------------------------

// Control characters cannot be shown and some cannot be stored; a note may have lines.
bool IsControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t');
}

Status Read(std::string_view field, const JsonValue& value, std::string& into) {
  if (value.kind != Kind::kString) return Wrong(field, "一段文字", "a text");
  const auto control = std::find_if(value.text.begin(), value.text.end(), IsControl);
  if (control != value.text.end()) {
    return MakeError(ErrorKind::kInvalid, "fact-field",
                     Say("字段 {0} 含有控制字符 U+{1:04X}，请删去",
                         "field {0} has the control character U+{1:04X}: remove it", field,
                         static_cast<unsigned>(*control)),
                     field);
  }
  into = value.text;
  return Ok();
}

// A blank at an end cannot be seen, and would make two units of one.
Status ReadUnit(const JsonValue& value, std::string& into) {
  KAOPING_TRY_STATUS(Read("unit", value, into));
  if (TrimBlanks(into) == into) return Ok();
  return MakeError(ErrorKind::kInvalid, "fact-field",
                   Say("单位“{}”的两端有空白，请删去",
                       "the unit \"{}\" begins or ends with a blank: remove it", Excerpt(into)),
                   "unit");
}

Status Read(std::string_view field, const JsonValue& value, std::optional<bool>& into) {
  if (value.kind != Kind::kBoolean) return Wrong(field, " true 或 false", "true or false");
  into = value.boolean;
  return Ok();
}

Status Read(std::string_view field, const JsonValue& value, std::optional<Decimal>& into) {
  if (value.kind == Kind::kNumber || value.kind == Kind::kString) {
    into = Decimal::Parse(value.text);
    if (into) return Ok();
  }
  return Wrong(field, "一个十进制数，如 2 或 \"0.5\"，小数不超过六位",
               "a decimal such as 2 or \"0.5\", with at most six places");
}

Status Read(std::string_view field, const JsonValue& value, std::optional<int>& into) {
  std::optional<Decimal> figure;
  if (value.kind == Kind::kNumber || value.kind == Kind::kString) {
    figure = Decimal::Parse(value.text);
  }
  if (!figure || !figure->IsWhole() || figure->IsNegative()) {
    return Wrong(field, "不小于 0 的整数", "a whole number, 0 or more");
  }
  into = static_cast<int>(figure->Floor());
  return Ok();
}

Status Read(std::string_view field, const JsonValue& value, std::optional<Date>& into) {
  if (value.kind == Kind::kString) into = Date::Parse(value.text);
  if (into) return Ok();
  return Wrong(field, "一个日子，如 \"2017-03-20\"", "a day such as \"2017-03-20\"");
}

Status Read(std::string_view field, const JsonValue& value, std::optional<Timestamp>& into) {
  if (value.kind == Kind::kString) into = Timestamp::Parse(value.text);
  if (into) return Ok();
  return Wrong(field, "带时区的时刻，如 \"2017-03-20T09:30:00+08:00\"",
               "a moment with its zone, such as \"2017-03-20T09:30:00+08:00\"");
}

Status Read(std::string_view field, const JsonValue& value, std::vector<std::string>& into) {
  if (value.kind != Kind::kArray) return Wrong(field, "一组文字", "a list of texts");
  for (const JsonValue& element : value.elements) {
    KAOPING_TRY_STATUS(Read(field, element, into.emplace_back()));
    if (into.back().empty()) return Wrong(field, "一组不空的文字", "a list of texts, none empty");
  }
  return Ok();
}

Status Read(std::string_view field, const JsonValue& value,
            std::optional<std::vector<std::string>>& into) {
  return Read(field, value, into.emplace());
}

Status Read(std::string_view field, const JsonValue& value, std::optional<FactStatus>& into) {
  for (const FactStatus status :
       {FactStatus::kClaimed, FactStatus::kConfirmed, FactStatus::kRejected}) {
    if (value.kind == Kind::kString && value.text == ToString(status)) into = status;
  }
  if (into) return Ok();
  return Wrong(field, " claimed、confirmed 或 rejected", "claimed, confirmed or rejected");
}

// ---- One fact ----------------------------------------------------------------------------------

struct Field {
  std::string_view name;
  Status (*read)(std::string_view field, const JsonValue& value, Fact& fact);
};

// The field called `name`, kept in Fact::*member.
template <auto member>
constexpr Field Keep(std::string_view name) {
  return {name, [](std::string_view field, const JsonValue& value, Fact& fact) {
            return Read(field, value, fact.*member);
          }};
}

constexpr Field kUnit = {"unit", [](std::string_view /*field*/, const JsonValue& value,
                                    Fact& fact) { return ReadUnit(value, fact.unit); }};

constexpr std::array kFields = {
    kUnit,
    Keep<&Fact::rule>("rule"),
    Keep<&Fact::on>("on"),
    Keep<&Fact::known>("known"),
    Keep<&Fact::id>("id"),
    Keep<&Fact::reverses>("reverses"),
    Keep<&Fact::holds>("holds"),
    Keep<&Fact::count>("count"),
    Keep<&Fact::value>("value"),
    Keep<&Fact::add>("add"),
    Keep<&Fact::present>("present"),
    Keep<&Fact::missing>("missing"),
    Keep<&Fact::late>("late"),
    Keep<&Fact::place>("place"),
    Keep<&Fact::of>("of"),
    Keep<&Fact::from_place>("from_place"),
    Keep<&Fact::points>("points"),
    Keep<&Fact::level>("level"),
    Keep<&Fact::work>("work"),
    Keep<&Fact::case_id>("case"),
    Keep<&Fact::applies>("applies"),
    Keep<&Fact::office>("office"),
    Keep<&Fact::status>("status"),
    Keep<&Fact::evidence>("evidence"),
    Keep<&Fact::note>("note"),
};

Error Unknown(std::string_view field) {
  return MakeError(ErrorKind::kInvalid, "fact-field",
                   Say("事实没有 {} 这个字段，请删去或改正",
                       "a fact has no field {}: remove or correct it", Excerpt(field)),
                   field);
}

Error Missing(std::string_view field, std::string_view zh, std::string_view en) {
  return MakeError(ErrorKind::kInvalid, "fact-field",
                   Say("缺少字段 {0}：请写明{1}", "field {0} is missing: say {2}", field, zh, en),
                   field);
}

// `unit` is the group's, empty for a flat line.
Result<Fact> ToFact(const JsonValue& json, const std::string& unit) {
  if (json.kind != Kind::kObject) {
    return MakeError(ErrorKind::kInvalid, "fact-json",
                     Say("每条事实应是一个 {{…}} 对象，请对照格式改正",
                         "each fact is one object {{…}}: compare the format"));
  }
  Fact fact;
  for (const auto& [name, value] : json.members) {
    const auto* const field =
        std::find_if(kFields.begin(), kFields.end(),
                     [&name = name](const Field& known) { return known.name == name; });
    if (field == kFields.end()) return Unknown(name);
    KAOPING_TRY_STATUS(field->read(name, value, fact));
  }
  if (!unit.empty() && !fact.unit.empty() && fact.unit != unit) {
    return MakeError(ErrorKind::kInvalid, "fact-field",
                     Say("这条事实写的单位是“{0}”，却放在“{1}”名下，请改成同一个",
                         "this fact names the unit \"{0}\" but stands under \"{1}\": make them one",
                         Excerpt(fact.unit), Excerpt(unit)),
                     "unit");
  }
  if (fact.unit.empty()) fact.unit = unit;
  if (fact.unit.empty()) return Missing("unit", "被考评单位", "which unit is assessed");
  if (fact.rule.empty()) return Missing("rule", "哪条规则", "which rule it belongs to");
  return fact;
}

// ---- A line ------------------------------------------------------------------------------------

// Which one of a grouped line it is.
Error InGroup(int entry, Error error) {
  error.message =
      Say("第{0}条事实：{1}", "fact {0}: {2}", entry, error.message.zh, error.message.en);
  return error;
}

Result<FactLine> ToGroup(const JsonValue& json) {
  FactLine line;
  const JsonValue* facts = nullptr;
  for (const auto& [name, value] : json.members) {
    if (name == "unit") {
      KAOPING_TRY_STATUS(ReadUnit(value, line.unit));
    } else if (name == "facts" && value.kind == Kind::kArray) {
      facts = &value;
    } else if (name == "facts") {
      return Wrong(name, "一组事实", "a list of facts");
    } else {
      return Unknown(name);
    }
  }
  if (line.unit.empty()) return Missing("unit", "被考评单位", "which unit is assessed");
  for (const JsonValue& element : facts->elements) {
    const int entry = static_cast<int>(line.facts.size()) + 1;
    Result<Fact> fact = ToFact(element, line.unit);
    if (!fact) return InGroup(entry, std::move(fact).error());
    fact->source.entry = entry;
    line.facts.push_back(std::move(fact).value());
  }
  return line;
}

Result<FactLine> ReadLine(std::string_view text) {
  KAOPING_TRY(const JsonValue json, ParseJson(text));
  const bool grouped = std::any_of(json.members.begin(), json.members.end(),
                                   [](const auto& member) { return member.first == "facts"; });
  if (grouped) return ToGroup(json);
  KAOPING_TRY(Fact fact, ToFact(json, ""));
  std::string unit = fact.unit;
  FactLine line{std::move(unit), {}};
  line.facts.push_back(std::move(fact));
  return line;
}

Error OnLine(int number, Error error) {
  error.message = Say("第{0}行：{1}", "line {0}: {2}", number, error.message.zh, error.message.en);
  return error;
}

}  // namespace

Result<std::vector<Fact>> ReadFactLine(std::string_view json) {
  KAOPING_TRY(FactLine line, ReadLine(json));
  return std::move(line.facts);
}

Result<FactLine> ReadFactLine(std::string_view json, int number) {
  KAOPING_TRY(FactLine line, ReadLine(json));
  for (Fact& fact : line.facts) fact.source.line = number;
  return line;
}

Result<FactFile> ReadFactFile(std::string_view jsonl) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (jsonl.starts_with(kByteOrderMark)) jsonl.remove_prefix(kByteOrderMark.size());

  FactFile file;
  std::set<std::string> seen;
  for (int number = 1; !jsonl.empty(); ++number) {
    const std::size_t end = std::min(jsonl.find('\n'), jsonl.size());
    const std::string_view text = jsonl.substr(0, end);
    jsonl.remove_prefix(std::min(end + 1, jsonl.size()));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;

    Result<FactLine> line = ReadFactLine(text, number);
    if (!line) return OnLine(number, std::move(line).error());
    if (seen.insert(line->unit).second) file.units.push_back(line->unit);
    std::move(line->facts.begin(), line->facts.end(), std::back_inserter(file.facts));
  }
  return file;
}

Result<std::vector<Fact>> ReadFacts(std::string_view jsonl) {
  KAOPING_TRY(FactFile file, ReadFactFile(jsonl));
  return std::move(file.facts);
}

}  // namespace kaoping::score
