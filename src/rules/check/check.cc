#include "rules/check/check.h"

namespace kaoping::rules {
namespace {

void Warn(Compilation& compilation, const char* code, Message message, Span span) {
  compilation.diagnostics.push_back({Severity::kWarning, code, std::move(message), span, {}});
}

bool NeedsTarget(const Rule& rule) {
  return rule.trigger == Trigger::kShort || rule.trigger == Trigger::kBelow ||
         rule.trigger == Trigger::kAbove || rule.trigger == Trigger::kOver;
}

void CheckRule(const Rule& rule, Compilation& compilation) {
  if (rule.trigger == Trigger::kJudged) {
    Warn(compilation, "judgement-required",
         Say("这一条要由人裁量，系统不会自动给分；请在评分前确定分值范围",
             "a person must decide this: set the range of points before it is scored"),
         rule.span);
  } else if (rule.range) {
    Warn(compilation, "range",
         Say("分值是一个区间（{0}至{1}分），每次要由人在区间内确定",
             "the points are a range ({0} to {1}): a person decides within it each time",
             rule.range->min.ToString(), rule.range->max.ToString()),
         rule.span);
  }
  if (NeedsTarget(rule) && !rule.target) {
    Warn(compilation, "target-missing",
         Say("没有写明应达到的数量或比率；请补上后再计分",
             "the required figure is not stated: supply it before this is scored"),
         rule.span);
  }
}

}  // namespace

void Check(const TokenText& text, Compilation& compilation) {
  // A copy, since checking adds to what it belongs to.
  const std::vector<Rule> rules = compilation.rules;
  for (const Rule& rule : rules) CheckRule(rule, compilation);
  if (!rules.empty()) {
    for (int i = 0; i < text.size(); ++i) {
      if (!text.Is(i, Word::kElsewhere)) continue;
      Warn(compilation, "external-reference",
           Say("具体办法在另一份文件里；收到后请补录",
               "another document fixes the details: add them when it arrives"),
           text.SpanOf(i, i + 1));
    }
  }
  SortByPlace(compilation.diagnostics);
}

}  // namespace kaoping::rules
