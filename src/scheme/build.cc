#include "scheme/build.h"

#include <algorithm>
#include <map>

#include "base/check.h"
#include "base/fingerprint.h"
#include "rules/compile.h"
#include "scheme/words.h"
#include "text/official.h"

namespace kaoping::scheme {
namespace {

std::vector<std::string> Texts(const std::vector<PlacedText>& placed) {
  std::vector<std::string> texts;
  for (const PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

Notice NoticeOf(const notice::Parts& parts) {
  Notice notice;
  notice.issuer = parts.issuer.text;
  notice.co_issuers = Texts(parts.co_issuers);
  notice.number = parts.number.text;
  notice.title = parts.title.text;
  notice.addressees = Texts(parts.addressees);
  for (const notice::CitedDocument& cited : parts.cites) {
    notice.cites.push_back({cited.title, cited.number});
  }
  notice.attachments = Texts(parts.attachments);
  notice.copies_to = Texts(parts.copies_to);
  notice.printed_by = parts.printed_by.text;
  notice.printed_on = parts.printed_on;

  const auto put = [&notice](const char* part, const Place& place) {
    if (place.IsKnown()) notice.places[part] = place;
  };
  const auto put_first = [&put](const char* part, const auto& list) {
    if (!list.empty()) put(part, list.front().place);
  };
  put("issuer", parts.issuer.place);
  put_first("co_issuers", parts.co_issuers);
  put("number", parts.number.place);
  put("title", parts.title.place);
  put_first("addressees", parts.addressees);
  put_first("cites", parts.cites);
  put_first("attachments", parts.attachments);
  put_first("copies_to", parts.copies_to);
  put("printed_by", parts.printed_by.place);
  put("printed_on", parts.printed_on_place);
  return notice;
}

std::optional<int> YearOf(const notice::Notice& notice) {
  for (const std::string& text :
       {notice.table.title.text, notice.parts.title.text, notice.parts.number.text}) {
    if (const auto year = FindYear(text)) return year;
  }
  if (notice.parts.printed_on) return notice.parts.printed_on->Year();
  return std::nullopt;
}

Section::Kind KindOf(notice::Section::Kind kind) {
  switch (kind) {
    case notice::Section::Kind::kOrdinary:
      return Section::Kind::kOrdinary;
    case notice::Section::Kind::kIndividual:
      return Section::Kind::kIndividual;
    case notice::Section::Kind::kBonus:
      return Section::Kind::kBonus;
    case notice::Section::Kind::kUse:
      return Section::Kind::kUse;
  }
  KAOPING_CHECK(false);
}

Responsible::By ByOf(notice::Office::By by) {
  switch (by) {
    case notice::Office::By::kName:
      return Responsible::By::kName;
    case notice::Office::By::kGroup:
    case notice::Office::By::kOpen:
      return Responsible::By::kGroup;
    case notice::Office::By::kCase:
      return Responsible::By::kCase;
    case notice::Office::By::kDocument:
      return Responsible::By::kDocument;
  }
  KAOPING_CHECK(false);
}

std::optional<Responsible::Role> RoleOf(std::optional<notice::Office::Role> role) {
  if (!role) return std::nullopt;
  switch (*role) {
    case notice::Office::Role::kLead:
      return Responsible::Role::kLead;
    case notice::Office::Role::kSupport:
      return Responsible::Role::kSupport;
  }
  KAOPING_CHECK(false);
}

class Builder {
 public:
  std::vector<Section> Build(const notice::AppraisalTable& table) {
    std::vector<Section> sections;
    for (const notice::Section& read : table.sections) {
      Section& section = sections.emplace_back();
      section.key = std::to_string(sections.size());
      section.title = read.title;
      section.kind = KindOf(read.kind);
      section.base = read.base;
      for (std::size_t row = 0; row < read.rows.size(); ++row) {
        section.tasks.push_back(BuildTask(read, row, section));
      }
      if (read.is_note) DoubtNotes(section);
    }
    return sections;
  }

 private:
  static std::string TaskKey(const Section& section, int row) {
    return fmt::format("{}.{}", section.key, row + 1);
  }

  Task BuildTask(const notice::Section& read, std::size_t index, const Section& section) {
    const notice::Row& row = read.rows[index];
    Task task;
    task.key = TaskKey(section, static_cast<int>(index));
    task.number = row.number;
    task.heading = row.heading;
    task.content = row.content;
    task.deliverables = row.deliverables;
    for (const notice::Office& office : row.offices) {
      task.responsible.push_back({office.name, ByOf(office.by), RoleOf(office.role)});
    }
    task.responsible_text = row.offices_text.text;
    task.responsible_place = row.offices_text.place;
    if (row.base) {
      task.base = Base{row.base->points,
                       row.base->shared_row ? TaskKey(section, *row.base->shared_row) : ""};
    }
    if (row.criterion) task.criterion = BuildCriterion(read, row, section, task);
    if (row.shared_row) {
      task.criterion.emplace();
      task.criterion->same_as = TaskKey(section, *row.shared_row);
    }
    return task;
  }

  // 加分累计不超过5分 in a note by itself: what it limits stands elsewhere in the table, and which
  // of it no rule can say. 各项扣完为止 binds every item anyway.
  static void DoubtNotes(Section& section) {
    const bool binds_its_own = std::any_of(
        section.tasks.begin(), section.tasks.end(),
        [](const Task& task) { return task.criterion && !task.criterion->rules.empty(); });
    for (Task& task : section.tasks) {
      if (binds_its_own || !task.criterion) continue;
      for (const rules::Limit& limit : task.criterion->limits) {
        if (limit.scope != rules::Limit::Scope::kSection) continue;
        task.criterion->diagnostics.push_back(
            {Severity::kError, "limit-unbound",
             Say("这条说明里的上限管哪些加分或扣分没有读懂；请在有关的项目里写明，或由人工录入",
                 "which bonuses or deductions the limit in this note binds was not understood: "
                 "state "
                 "it in their section, or enter it by hand"),
             limit.span, task.criterion->place});
      }
    }
  }

  static std::optional<Points> BaseOf(const notice::Section& read, const notice::Row& row) {
    if (!row.base) return std::nullopt;
    if (!row.base->shared_row) return row.base->points;
    return read.rows[static_cast<std::size_t>(*row.base->shared_row)].base->points;
  }

  Criterion BuildCriterion(const notice::Section& read, const notice::Row& row,
                           const Section& section, const Task& task) {
    Criterion criterion;
    criterion.text = row.criterion->text.text;
    criterion.place = row.criterion->text.place;
    criterion.span = row.criterion->span;

    rules::Context context;
    context.base = BaseOf(read, row);
    context.content = row.content.text;
    if (section.kind == Section::Kind::kBonus) context.default_effect = rules::Effect::kBonus;
    rules::Compilation compiled = rules::Compile(criterion.text, context);

    for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
      const std::string words = WordsAt(criterion.text, compiled.rules[i].span);
      criterion.rules.push_back({RuleKey(task.key, i),
                                 LastingId(section.title.text, row.content.text, words),
                                 std::move(compiled.rules[i])});
    }
    criterion.limits = std::move(compiled.limits);
    criterion.policies = std::move(compiled.policies);
    criterion.links = std::move(compiled.links);
    criterion.diagnostics = std::move(compiled.diagnostics);
    for (Diagnostic& diagnostic : criterion.diagnostics) diagnostic.place = criterion.place;
    return criterion;
  }

  // From the words of a rule and what they are about; where all of that is the same, counted.
  std::string LastingId(const std::string& section, const std::string& content,
                        const std::string& words) {
    const std::string about = section + '\n' + content + '\n' + words;
    const int ordinal = ++seen_[about];
    return Fingerprint(ordinal == 1 ? about : fmt::format("{}\n{}", about, ordinal));
  }

  std::map<std::string, int> seen_;
};

}  // namespace

Result<Scheme> BuildScheme(const notice::Notice& notice) {
  const auto year = YearOf(notice);
  if (!year) {
    return MakeError(
        ErrorKind::kInvalid, "no-year",
        Say("“{}”没有写明年度：请在标题中写上，如“2017年度”",
            "\"{}\" names no year: write it in the title, like 2017年度", notice.table.title.text));
  }
  Scheme scheme;
  scheme.title = notice.table.title.text;
  scheme.year = *year;
  scheme.period = {*Date::FromYmd(*year, 1, 1), *Date::FromYmd(*year, 12, 31), true};
  scheme.notice = NoticeOf(notice.parts);
  scheme.sections = Builder().Build(notice.table);
  scheme.diagnostics = notice.diagnostics;
  return scheme;
}

}  // namespace kaoping::scheme
