#include "service/scheme_lookup.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "scheme/questions.h"
#include "scheme/unknown_offices.h"
#include "service/lineage.h"
#include "service/texts.h"
#include "service/units.h"

namespace kaoping::service {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMostCandidates = 5;

Error SchemeNotFound(std::string_view selector) {
  return MakeError(
      ErrorKind::kNotFound, "scheme-not-found",
      Say("没有编号为“{0}”或者标题、文号中含有“{0}”的方案；用 kaoping schemes 查看已有的方案",
          "no scheme has the id '{0}' or '{0}' in its title or number; kaoping schemes "
          "lists what there is",
          Shorten(selector)));
}

Error SchemeAmbiguous(std::string_view selector, const std::vector<store::SchemeRow>& candidates) {
  std::string list;
  for (std::size_t i = 0; i < candidates.size() && i < kMostCandidates; ++i) {
    list += fmt::format("{}{}《{}》", i == 0 ? "" : "、", candidates[i].id, candidates[i].title);
  }
  if (candidates.size() > kMostCandidates) list += "…";
  return MakeError(
      ErrorKind::kConflict, "scheme-ambiguous",
      Say("“{0}”可以指{1}个方案：{2}；请写出编号", "'{0}' may mean {1} schemes: {2}; give the id",
          Shorten(selector), candidates.size(), list));
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What cannot be read is left out: verification reports it, and nothing else depends on it.
std::vector<Question> ReadQuestions(const std::string& text) {
  std::vector<Question> questions;
  const ordered_json list = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) return questions;
  for (const ordered_json& item : list) {
    if (!item.is_object()) continue;
    questions.push_back({.about = item.value("about", ""),
                         .kind = item.value("kind", ""),
                         .text = item.value("text", ""),
                         .text_en = item.value("text_en", ""),
                         .proposal = item.value("proposal", "")});
  }
  return questions;
}

// Whether the register, or somebody, says which offices the open ones (相关处室) of a task are.
bool AreOpenOnesKnown(const scheme::Scheme& scheme, const std::string& key,
                      const registry::Register& names) {
  const registry::Unit* const unit = scheme::IssuerOf(scheme, names);
  const scheme::Task* const task = scheme::FindTask(scheme, key);
  if (unit == nullptr || task == nullptr) return false;
  return std::all_of(
      task->responsible.begin(), task->responsible.end(), [&](const scheme::Responsible& office) {
        return !scheme::IsOpen(office) || registry::Resolve(names, *unit, office.name).kind !=
                                              registry::Meaning::Kind::kUnknown;
      });
}

// Of several revisions of one notice, those that somebody may mean who doesn't give an id. Never
// empties the list.
std::vector<store::SchemeRow> WithoutOutdated(const std::vector<store::SchemeRow>& rows,
                                              std::vector<store::SchemeRow> candidates,
                                              Sought sought) {
  const std::vector<store::SchemeRow> all = candidates;
  const auto has = [&all](const auto& holds) { return std::any_of(all.begin(), all.end(), holds); };
  std::erase_if(candidates, [&](const store::SchemeRow& row) {
    const auto is_later = [&](const store::SchemeRow& other) {
      return Revises(rows, other, row.id);
    };
    if (row.publication) {
      return has([&](const auto& other) { return other.publication && is_later(other); });
    }
    const bool gives_way = sought == Sought::kInForce && has([&](const auto& other) {
                             return other.publication && Revises(rows, row, other.id);
                           });
    return gives_way || has(is_later);
  });
  return candidates.empty() ? all : candidates;
}

}  // namespace

Status CheckNotSuperseded(const store::SchemeRow& row) {
  if (row.followed_by.empty()) return Ok();
  return MakeError(ErrorKind::kConflict, "scheme-superseded",
                   Say("方案《{0}》（{1}）已经由修订{2}取代；请改用{2}",
                       "scheme '{0}' ({1}) has been replaced by its revision {2}; use that one",
                       row.title, row.id, row.followed_by));
}

Result<store::SchemeRow> FindScheme(const store::Transaction& transaction,
                                    std::string_view selector, Sought sought) {
  if (IsBlank(selector)) return SchemeNotFound(selector);
  KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction.schemes().All());
  std::vector<store::SchemeRow> candidates;
  for (const store::SchemeRow& row : rows) {
    if (row.id == selector) return row;
    if (Contains(row.title, selector) || Contains(row.number, selector)) candidates.push_back(row);
  }
  if (candidates.empty()) return SchemeNotFound(selector);
  candidates = WithoutOutdated(rows, std::move(candidates), sought);
  if (candidates.size() > 1) return SchemeAmbiguous(selector, candidates);
  return std::move(candidates.front());
}

Result<const scheme::Task*> FindCriterionTask(const scheme::Scheme& scheme,
                                              std::string_view task_key) {
  const scheme::Task* const named = scheme::FindTask(scheme, task_key);
  const scheme::Task* const owner =
      named == nullptr ? nullptr : scheme::FindCriterion(scheme, *named);
  if (owner != nullptr) return owner;
  return MakeError(
      ErrorKind::kNotFound, "criterion-unknown",
      Say("方案《{0}》没有编号为“{1}”的考评标准；请核对编号",
          "scheme '{0}' has no criterion '{1}'; check the key", scheme.title, Shorten(task_key)));
}

Result<scheme::RuleRef> FindNamedRule(const scheme::Scheme& scheme, std::string_view key_or_id) {
  if (const std::optional<scheme::RuleRef> rule = scheme::FindRule(scheme, key_or_id)) return *rule;
  return MakeError(ErrorKind::kNotFound, "rule-unknown",
                   Say("方案中没有规则“{}”；请核对编号",
                       "the scheme has no rule '{}'; check the key", Shorten(key_or_id)),
                   "rule");
}

std::vector<Diagnostic> DiagnosticsOf(const scheme::Scheme& scheme) {
  std::vector<Diagnostic> all = scheme.diagnostics;
  for (const scheme::CriterionRef& criterion : scheme::AllCriteria(scheme)) {
    for (Diagnostic diagnostic : criterion.Get().diagnostics) {
      if (!diagnostic.place.IsKnown()) diagnostic.place = criterion.Get().place;
      all.push_back(std::move(diagnostic));
    }
  }
  return all;
}

Question ToQuestion(const scheme::Question& question) {
  return {.about = question.about,
          .kind = question.kind,
          .text = question.text.zh,
          .text_en = question.text.en,
          .proposal = question.proposal};
}

Result<std::vector<Question>> LoadQuestions(const store::Transaction& transaction,
                                            const std::string& scheme_id,
                                            const scheme::Scheme& scheme) {
  KAOPING_TRY(const std::optional<store::SchemeText> text,
              transaction.schemes().FindText(scheme_id));
  std::vector<Question> questions = text ? ReadQuestions(text->questions) : std::vector<Question>();
  KAOPING_TRY(const std::optional<registry::Register> names, LoadRegister(transaction));
  if (!names) return questions;
  std::erase_if(questions, [&](const Question& question) {
    return question.kind == "office-unknown" || question.kind == "unit-unknown" ||
           (question.kind == "offices-open" && AreOpenOnesKnown(scheme, question.about, *names));
  });
  for (const scheme::Question& question : scheme::AskAboutUnknownOffices(scheme, *names)) {
    questions.push_back(ToQuestion(question));
  }
  std::map<std::string, std::size_t> order;  // by task; what is about the document comes first
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) order[task.key] = order.size() + 1;
  }
  std::stable_sort(questions.begin(), questions.end(), [&](const Question& a, const Question& b) {
    return order[a.about] < order[b.about];
  });
  return questions;
}

SchemeSummary Summarise(const store::SchemeRow& row, const ReviewedScheme& reviewed) {
  const scheme::Scheme& scheme = reviewed.scheme;
  SchemeSummary summary;
  summary.id = row.id;
  summary.title = scheme.title;
  summary.number = scheme.notice.number;
  summary.issuer = scheme.notice.issuer;
  summary.year = scheme.year;
  const scheme::Counts counts = scheme::Count(scheme);
  summary.sections = counts.sections;
  summary.tasks = counts.tasks;
  summary.bonuses = counts.bonuses;
  summary.uses = counts.uses;
  summary.rules = counts.rules;
  summary.pending = static_cast<int>(reviewed.pending.size());
  for (const Diagnostic& diagnostic : DiagnosticsOf(scheme)) {
    if (diagnostic.severity == Severity::kError) ++summary.errors;
    if (diagnostic.severity == Severity::kWarning) ++summary.warnings;
  }
  if (row.revision) {
    summary.revises = row.revision->revises;
    summary.revision = row.revision->number;
    summary.is_supplement = !row.revision->supplement.empty();
  }
  summary.superseded_by = row.followed_by;
  summary.imported_by = row.imported_by;
  summary.imported_at = row.imported_at;
  if (row.publication) {
    summary.state = SchemeState::kPublished;
    summary.published_by = row.publication->by;
    summary.published_at = row.publication->at;
    summary.publication_reason = row.publication->reason;
  }
  return summary;
}

}  // namespace kaoping::service
