#include "cli/scheme_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "diag/render.h"
#include "rules/compile.h"
#include "scheme/questions.h"

namespace kaoping::cli {
namespace {

using scheme::Scheme;

std::string JoinOffices(const scheme::Task& task) {
  std::string names;
  for (const auto& office : task.responsible) {
    names += (names.empty() ? "" : "、") + scheme::NameWithRole(office);
  }
  return names;
}

void AppendLine(std::string& out, int indent, std::string_view line) {
  if (line.empty()) return;
  out.append(static_cast<std::size_t>(indent), ' ');
  out += line;
  std::replace(out.end() - static_cast<std::ptrdiff_t>(line.size()), out.end(), '\n', ' ');
  out += '\n';
}

void AppendText(const scheme::Criterion& criterion, Language language, std::string& out) {
  const Message line = criterion.same_as.empty()
                           ? Say("标准：{}", "Criterion: {}", criterion.text)
                           : Say("标准：与{}合并计分", "Criterion: scored once, together with {}",
                                 criterion.same_as);
  AppendLine(out, 6, line.In(language));
  if (!criterion.source.empty()) {
    AppendLine(out, 6,
               Say("出自补充规定：{}", "From the supplement: {}", criterion.source).In(language));
  }
}

void AppendRules(const scheme::Criterion& criterion, Language language, std::string& out) {
  if (!criterion.settled_text.empty()) {
    AppendLine(out, 6, Say("改写为：{}", "Replaced by: {}", criterion.settled_text).In(language));
  }
  if (criterion.held) {
    AppendLine(out, 6, Say("挂账，暂不计分", "Pending: it doesn't count yet").In(language));
  }
  const auto sentences = scheme::ReadBackRules(criterion);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    AppendLine(out, 8, fmt::format("{}  {}", criterion.rules[i].key, sentences[i]));
  }
  for (const auto& limit : criterion.limits) AppendLine(out, 8, rules::ReadBack(limit));
  for (const auto& policy : criterion.policies) AppendLine(out, 8, rules::ReadBack(policy));
  for (const auto& link : criterion.links) AppendLine(out, 8, rules::ReadBack(link));
}

}  // namespace

std::string RenderHead(const Scheme& scheme, Language language) {
  const auto& notice = scheme.notice;
  std::string out = scheme.title + "\n";
  std::string origin;
  std::string issuers = notice.issuer;
  for (const std::string& other : notice.co_issuers) issuers += "、" + other;
  for (const std::string& part : {issuers, notice.number}) {
    if (!part.empty()) origin += (origin.empty() ? "" : "  ") + part;
  }
  if (notice.printed_on) {
    const Message printed = Say("{}印发", "printed {}", notice.printed_on->ToChinese());
    origin += (origin.empty() ? "" : "  ") + printed.In(language);
  }
  AppendLine(out, 0, origin);

  const std::string inferred = Say("（由年度推断）", " (inferred from the year)").In(language);
  out += Say("考评期：{}至{}{}\n", "Period: {} to {}{}\n", scheme.period.from.ToString(),
             scheme.period.to.ToString(), scheme.period.inferred ? inferred : "")
             .In(language);
  const scheme::Counts counts = scheme::Count(scheme);
  out += Say("共{}个部分：内容{}项，加分{}项，成果运用{}项；规则{}条\n",
             "{} sections: {} tasks, {} bonuses, {} uses; {} rules\n", counts.sections,
             counts.tasks, counts.bonuses, counts.uses, counts.rules)
             .In(language);
  return out;
}

Message RenderBase(const scheme::Base& base) {
  if (base.points) return Say("分值：{}分", "Full mark: {}", base.points->ToString());
  return Say("分值：与{}合用", "Full mark: shared with {}", base.same_as);
}

std::string RenderTasks(const Scheme& scheme, Language language) {
  std::string out;
  for (const auto& section : scheme.sections) {
    out += "\n";
    AppendLine(out, 0, section.key + "  " + section.title.text);
    if (section.base) AppendLine(out, 3, RenderBase({section.base, ""}).In(language));
    for (const auto& task : section.tasks) {
      // What a paragraph asks and what it gives for it may be one text.
      const bool is_one_text = task.content.text.empty() && task.criterion;
      AppendLine(out, 2,
                 task.key + "  " + (is_one_text ? task.criterion->text : task.content.text));
      if (!task.heading.text.empty()) {
        AppendLine(out, 6, Say("指标：{}", "Heading: {}", task.heading.text).In(language));
      }
      if (task.base) AppendLine(out, 6, RenderBase(*task.base).In(language));
      const std::string offices = JoinOffices(task);
      if (!offices.empty()) {
        AppendLine(out, 6, Say("责任处室：{}", "Offices: {}", offices).In(language));
      }
      if (task.criterion && !is_one_text) AppendText(*task.criterion, language, out);
      if (task.criterion) AppendRules(*task.criterion, language, out);
    }
  }
  return out;
}

std::string RenderTables(const std::vector<notice::SeenTable>& tables, Language language) {
  std::string out;
  for (const notice::SeenTable& table : tables) {
    const std::string title = table.title.empty() ? "" : "  " + table.title;
    const Message taken =
        table.is_taken ? Say("，已采用", ", taken") : Say("，没有采用", ", not taken");
    const Message known =
        table.is_remembered ? Say("，照以前的更正", ", as it was corrected before") : Message{};
    const Message name = table.number == 0 ? Say("由文字还原的表", "Table put together from text")
                                           : Say("表{}", "Table {}", table.number);
    AppendLine(out, 0,
               Say("{0}（{1}行{2}{3}）{4}", "{0} ({1} rows{2}{3}){4}", name.In(language),
                   table.rows, taken.In(language), known.In(language), title)
                   .In(language));
    for (const notice::Column& column : table.columns) {
      const std::string role = language == Language::kEnglish ? notice::ToString(column.role)
                                                              : std::string(NameOf(column.role));
      const std::string sure = column.confidence > 0 ? fmt::format("  {}%", column.confidence) : "";
      AppendLine(out, 2, fmt::format("{}  {} = {}{}", column.number, column.heading, role, sure));
    }
    if (!table.columns.empty() || table.sample.empty()) continue;
    const std::vector<std::string>& first = table.sample.front();
    for (std::size_t i = 0; i < first.size(); ++i) {
      AppendLine(out, 2, fmt::format("{}  {}", i + 1, first[i]));
    }
  }
  return out;
}

std::string RenderDoubts(const Scheme& scheme, std::string_view source, Language language) {
  std::vector<Finding> findings;
  for (const auto& diagnostic : scheme.diagnostics) findings.push_back({&diagnostic, ""});
  for (const scheme::CriterionRef& criterion : scheme::AllCriteria(scheme)) {
    for (const auto& diagnostic : criterion.Get().diagnostics) {
      findings.push_back({&diagnostic, scheme::DiagnosedText(criterion.Get())});
    }
  }
  return RenderFindings(findings, source, language);
}

std::string RenderQuestions(std::span<const service::Question> questions, Language language) {
  if (questions.empty()) return "";
  const bool english = language == Language::kEnglish;
  std::string out =
      Say("\n需要有人确认的问题：\n", "\nQuestions for a person to settle:\n").In(language);
  int number = 0;
  for (const auto& question : questions) {
    out += fmt::format("{:>3}. {}\n", ++number, english ? question.text_en : question.text);
    if (question.proposal.empty()) continue;
    out += Say("     暂按：{}\n", "     meanwhile: {}\n", question.proposal).In(language);
  }
  return out;
}

bool HasErrors(const Scheme& scheme) {
  const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::kError; };
  const std::vector<scheme::CriterionRef> criteria = scheme::AllCriteria(scheme);
  return std::any_of(scheme.diagnostics.begin(), scheme.diagnostics.end(), is_error) ||
         std::any_of(criteria.begin(), criteria.end(), [&](const scheme::CriterionRef& criterion) {
           const std::vector<Diagnostic>& own = criterion.Get().diagnostics;
           return std::any_of(own.begin(), own.end(), is_error);
         });
}

std::string Words(std::string_view text, Span span) {
  const std::u32string characters = DecodeUtf8(text);
  if (span.IsEmpty() || span.begin < 0 || span.end > static_cast<int>(characters.size())) return "";
  return EncodeUtf8(
      std::u32string_view(characters)
          .substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.Length())));
}

}  // namespace kaoping::cli
