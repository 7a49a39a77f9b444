#include "scheme/lint.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/fingerprint.h"
#include "rules/ir/json.h"
#include "scheme/lint_checks.h"
#include "scheme/words.h"

namespace kaoping::scheme {
namespace {

std::string WordsOf(const LintFinding& finding) {
  const Span& span = finding.diagnostic.span;
  if (finding.text.empty() || span.IsEmpty()) return "";
  return WordsAt(finding.text, span);
}

// `subject` is what lasts of that which the finding is about: a rule's id, or the words of a task.
LintFinding Make(const LintCode& code, Message message, Span span, const Place& place,
                 std::string text, std::string_view subject) {
  LintFinding finding;
  finding.diagnostic = {code.severity, code.name, std::move(message), span, place};
  finding.text = std::move(text);
  finding.identity = Fingerprint(fmt::format("{}\n{}\n{}", code.name, subject, WordsOf(finding)));
  return finding;
}

std::string SubjectOf(const Section& section, const Task& task) {
  return section.title.text + '\n' + task.content.text;
}

// What the import and the compiler said already.
void AddKnown(const Scheme& scheme, std::vector<LintFinding>& findings) {
  for (const Diagnostic& known : scheme.diagnostics) {
    LintFinding finding =
        Make({known.code.c_str(), known.severity}, known.message, known.span, known.place, "", "");
    // Nothing is quoted, so the sentence is what tells two of them apart.
    finding.identity = Fingerprint(known.code + '\n' + known.message.zh);
    findings.push_back(std::move(finding));
  }
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      if (!task.criterion) continue;
      for (const Diagnostic& known : task.criterion->diagnostics) {
        findings.push_back(Make({known.code.c_str(), known.severity}, known.message, known.span,
                                task.criterion->place, DiagnosedText(*task.criterion),
                                SubjectOf(section, task) + '\n' + DiagnosedText(*task.criterion)));
        findings.back().task = task.key;
      }
    }
  }
}

}  // namespace

LintFinding AboutRule(const LintCode& code, const RuleRef& ref, Message message, Span span) {
  const SchemeRule& rule = ref.Get();
  const Span at = span.IsEmpty() ? rule.rule.span : span;
  LintFinding finding =
      Make(code, std::move(message), at, ref.criterion->place, ref.criterion->text, rule.id);
  finding.task = ref.task->key;
  finding.rule = rule.key;
  return finding;
}

LintFinding AboutCriterion(const LintCode& code, const Section& section, const Task& task,
                           Message message, Span span) {
  LintFinding finding =
      Make(code, std::move(message), span, task.criterion->place, task.criterion->text,
           SubjectOf(section, task) + '\n' + task.criterion->text);
  finding.task = task.key;
  return finding;
}

LintFinding AboutCell(const LintCode& code, const Section& section, const Task& task,
                      const PlacedText& cell, Message message, Span span) {
  LintFinding finding =
      Make(code, std::move(message), span, cell.place, cell.text, SubjectOf(section, task));
  finding.task = task.key;
  return finding;
}

LintFinding AboutSection(const LintCode& code, const Section& section, Message message, Span span) {
  const Span at = span.IsEmpty() ? WholeOf(section.title.text) : span;
  return Make(code, std::move(message), at, section.title.place, section.title.text,
              section.title.text);
}

LintFinding AboutScheme(const LintCode& code, Message message) {
  return Make(code, std::move(message), {}, {}, "", "");
}

std::vector<LintFinding> Lint(const Scheme& scheme, const registry::Register* offices) {
  std::vector<LintFinding> findings;
  AddKnown(scheme, findings);
  CheckSigns(scheme, findings);
  CheckSums(scheme, findings);
  CheckFigures(scheme, findings);
  CheckLikeness(scheme, findings);
  CheckEmptiness(scheme, findings);
  if (offices != nullptr) CheckOffices(scheme, *offices, findings);
  return Merge(scheme, std::move(findings), {});
}

std::vector<LintFinding> Merge(const Scheme& scheme, std::vector<LintFinding> findings,
                               std::vector<LintFinding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
  std::map<std::string_view, int> order;
  for (const Section& section : scheme.sections) {
    for (const Task& task : section.tasks) {
      order.emplace(task.key, static_cast<int>(order.size()) + 1);
    }
  }
  const auto key = [&order](const LintFinding& finding) {
    const auto task = order.find(finding.task);
    const Diagnostic& d = finding.diagnostic;
    return std::tuple(task == order.end() ? 0 : task->second, d.place.column, d.span.begin,
                      d.severity, std::string_view(d.code));
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const LintFinding& a, const LintFinding& b) { return key(a) < key(b); });
  return findings;
}

bool HasErrors(const std::vector<LintFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const LintFinding& finding) {
    return finding.diagnostic.severity == Severity::kError;
  });
}

void to_json(nlohmann::ordered_json& json, const LintFinding& finding) {
  json = finding.diagnostic;
  const auto put = [&json](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  };
  put("task", finding.task);
  put("rule", finding.rule);
  put("words", WordsOf(finding));
  json["identity"] = finding.identity;
}

}  // namespace kaoping::scheme
