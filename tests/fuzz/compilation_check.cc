#include "fuzz/compilation_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "rules/compile.h"
#include "rules/ir/json.h"
#include "rules/lex/lex.h"

namespace kaoping::rules {
namespace {

bool IsWithin(Span span, int length) {
  return 0 <= span.begin && span.begin <= span.end && span.end <= length;
}

std::string FaultOf(const Rule& rule, int count, int length) {
  if (!IsWithin(rule.span, length)) return "the span of a rule lies outside the text";
  if (rule.on_top_of && (*rule.on_top_of < 0 || *rule.on_top_of >= count)) {
    return "a rule aggravates one that is not there";
  }
  if (rule.per && !rule.per->IsPositive()) return "a step of nothing";
  const auto read = ReadRule(nlohmann::ordered_json(rule));
  if (!read) return "the JSON form of a rule is refused: " + read.error().message.en;
  if (!(*read == rule)) return "a rule is not what its JSON form says";
  return "";
}

std::string FaultOfPlaces(const Compilation& compilation, int length) {
  const int count = static_cast<int>(compilation.rules.size());
  for (const Rule& rule : compilation.rules) {
    if (std::string fault = FaultOf(rule, count, length); !fault.empty()) return fault;
  }
  for (const Limit& limit : compilation.limits) {
    if (!IsWithin(limit.span, length)) return "the span of a limit lies outside the text";
    const auto is_there = [count](int rule) { return 0 <= rule && rule < count; };
    if (!std::all_of(limit.rules.begin(), limit.rules.end(), is_there)) {
      return "a limit binds a rule that is not there";
    }
  }
  for (const Diagnostic& diagnostic : compilation.diagnostics) {
    if (!IsWithin(diagnostic.span, length)) return "a diagnostic points outside the text";
  }
  return "";
}

Compilation WithoutPlaces(Compilation compilation) {
  for (Rule& rule : compilation.rules) rule.span = {};
  for (Limit& limit : compilation.limits) limit.span = {};
  for (Policy& policy : compilation.policies) policy.span = {};
  for (Link& link : compilation.links) link.span = {};
  compilation.diagnostics.clear();
  return compilation;
}

// A condition that is itself like the number of an item (“1.”) cannot be told from one behind it.
bool OpensWithNumbering(const Compilation& compilation) {
  return std::any_of(compilation.rules.begin(), compilation.rules.end(),
                     [](const Rule& rule) { return Lex(rule.condition).Is(0, Word::kNumbering); });
}

// No document has characters that cannot be seen.
bool HasControls(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
}

}  // namespace

std::string FindFault(std::string_view bytes) {
  if (FirstInvalidUtf8(bytes)) return "";
  const std::string text(bytes);
  const Compilation compilation = Compile(text);
  const int length = static_cast<int>(CountCodePoints(text));
  if (std::string fault = FaultOfPlaces(compilation, length); !fault.empty()) return fault;
  if (OpensWithNumbering(compilation) || HasControls(text)) return "";
  const std::string sentences = ReadBackText(compilation);
  if (CountCodePoints(sentences) > kLongestCriterion) return "";
  if (!(WithoutPlaces(Compile(sentences)) == WithoutPlaces(compilation))) {
    return "read back, it compiles to something else:\n" + sentences;
  }
  return "";
}

}  // namespace kaoping::rules
