#include "scheme/questions.h"

#include <algorithm>
#include <utility>

#include "scheme/scope.h"
#include "scheme/unknown_offices.h"

namespace kaoping::scheme {
namespace {

std::string Joined(const std::vector<std::string>& texts, std::string_view separator = "、") {
  std::string joined;
  for (const std::string& text : texts) {
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

bool HasWarning(const Criterion& criterion, std::string_view code) {
  return std::any_of(criterion.diagnostics.begin(), criterion.diagnostics.end(),
                     [code](const Diagnostic& d) { return d.code == code; });
}

// The figures of a judged rule are what a person must set first.
bool IsUndecided(const rules::Rule& rule) {
  return rule.trigger == rules::Trigger::kJudged && !rule.points && !rule.range;
}

// Collects questions, asking once what several tasks leave open.
class Asker {
 public:
  Asker(const Scheme& scheme, const registry::Register* offices)
      : scheme_(scheme), offices_(offices) {}

  std::vector<Question> Ask(const notice::Notice& notice) {
    if (offices_ != nullptr) {
      bureau_ = IssuerOf(scheme_, *offices_);
      unknown_ = AskAboutUnknownOffices(scheme_, *offices_);
    }
    AskAboutUnknown("");
    for (std::size_t i = 0; i < scheme_.sections.size(); ++i) {
      const Section& section = scheme_.sections[i];
      for (std::size_t j = 0; j < section.tasks.size(); ++j) {
        AskAboutOffices(section.tasks[j], notice.table.sections[i].rows[j].offices);
        AskAboutUnknown(section.tasks[j].key);
        AskAboutCriterion(section.tasks[j]);
      }
    }
    return Finished();
  }

 private:
  // A question about offices, whose text is made once all tasks that share it are known.
  struct Shared {
    std::size_t question;
    std::string kind;
    std::string names;
    std::vector<std::string> tasks;
  };

  void AskAboutUnknown(const std::string& task) {
    for (const Question& question : unknown_) {
      if (question.about == task) questions_.push_back(question);
    }
  }

  void Add(const std::string& about, std::string kind, Message text, std::string proposal = "") {
    questions_.push_back({about, std::move(kind), std::move(text), std::move(proposal)});
  }

  void AddShared(const std::string& task, std::string_view kind, const std::string& names) {
    for (Shared& shared : shared_) {
      if (shared.kind != kind || shared.names != names) continue;
      shared.tasks.push_back(task);
      return;
    }
    shared_.push_back({questions_.size(), std::string(kind), names, {task}});
    Add(task, std::string(kind), {});
  }

  void AskAboutOffices(const Task& task, const std::vector<notice::Office>& offices) {
    using By = notice::Office::By;
    AskForLead(task, offices);
    for (const auto& [by, kind] :
         {std::pair(By::kCase, "offices-by-case"), std::pair(By::kDocument, "offices-by-document"),
          std::pair(By::kOpen, "offices-open")}) {
      std::vector<std::string> names;
      for (const notice::Office& office : offices) {
        if (office.by != by || (by == By::kOpen && IsKnown(office.name))) continue;
        names.push_back(office.name);
      }
      if (!names.empty()) AddShared(task.key, kind, Joined(names));
    }
  }

  bool IsKnown(const std::string& name) const {
    return bureau_ != nullptr &&
           registry::Resolve(*offices_, *bureau_, name).kind != registry::Meaning::Kind::kUnknown;
  }
  // Where a case or another document fixes all of them, that comes first.
  void AskForLead(const Task& task, const std::vector<notice::Office>& offices) {
    using By = notice::Office::By;
    const bool is_fixed =
        std::any_of(offices.begin(), offices.end(), [](const notice::Office& office) {
          return office.by == By::kName || office.by == By::kGroup;
        });
    const bool has_lead = std::any_of(
        offices.begin(), offices.end(),
        [](const notice::Office& office) { return office.role == notice::Office::Role::kLead; });
    if (offices.size() < 2 || !is_fixed || has_lead) return;
    const Responsible* const lead = ProposedLead(task);
    std::vector<std::string> names;
    for (const notice::Office& office : offices) names.push_back(office.name);
    Add(task.key, "lead",
        Say("{0} 由{1}共同负责，没有写谁牵头：由谁牵头？",
            "{0} is for {1} together, and no lead is named: who leads?", task.key, Joined(names)),
        lead == nullptr ? "" : lead->name);
  }

  void AskAboutCriterion(const Task& task) {
    if (!task.criterion || !task.criterion->same_as.empty()) return;
    if (const auto why = WhyPending(*task.criterion)) {
      Add(task.key, "pending",
          Say("{0} 的考评标准还不能执行（挂账）：{1}",
              "the criterion of {0} can't be executed yet (挂账): {2}", task.key, why->zh,
              why->en));
      return;
    }
    for (const Diagnostic& diagnostic : task.criterion->diagnostics) {
      if (diagnostic.severity != Severity::kWarning) continue;
      Add(task.key, diagnostic.code,
          Say("{0}：{1}", "{0}: {2}", task.key, diagnostic.message.zh, diagnostic.message.en));
    }
    AskAboutScope(task);
  }

  void AskAboutScope(const Task& task) {
    const ScopeDifference difference = CompareScope(task);
    if (!difference.only_in_content.empty()) {
      Add(task.key, "content-wider",
          Say("{0} 的内容要求“{1}”，考评标准没有提到，做不到也不扣分：是否如此？",
              "{0} asks for \"{1}\", which its criterion doesn't mention, so that leaving it out "
              "costs nothing: is that meant?",
              task.key, Joined(difference.only_in_content, "”“")),
          "按标准计分");
    }
    if (difference.is_criterion_apart) {
      Add(task.key, "content-narrower",
          Say("{0} 的考评标准“{1}”说的是内容“{2}”没有提到的事：是否如此？",
              "the criterion of {0} (\"{1}\") is about something that its content (\"{2}\") "
              "doesn't "
              "mention: is that meant?",
              task.key, task.criterion->text, task.content.text),
          "按标准计分");
    }
  }

  static Message TextOf(const Shared& shared) {
    const std::string tasks = Joined(shared.tasks);
    if (shared.kind == "offices-by-case") {
      return Say("{0} 的“{1}”由每个案件确定：发生案件时，请指定是哪些处室",
                 "in {0}, \"{1}\" depends on the case: name the offices when there is one", tasks,
                 shared.names);
    }
    if (shared.kind == "offices-by-document") {
      return Say("{0} 的“{1}”由另一份文件确定：请对照那份文件，指定是哪些处室",
                 "in {0}, \"{1}\" is fixed by another document: name the offices from it", tasks,
                 shared.names);
    }
    return Say("{0} 的“{1}”没有写明是哪些：请指定",
               "in {0}, \"{1}\" is not specified: name the offices", tasks, shared.names);
  }

  std::vector<Question> Finished() {
    for (const Shared& shared : shared_) questions_[shared.question].text = TextOf(shared);
    return std::move(questions_);
  }

  const Scheme& scheme_;
  const registry::Register* offices_;
  const registry::Unit* bureau_ = nullptr;
  std::vector<Question> unknown_;
  std::vector<Question> questions_;
  std::vector<Shared> shared_;
};

}  // namespace

std::vector<Question> AskQuestions(const notice::Notice& notice, const Scheme& scheme,
                                   const registry::Register* offices) {
  return Asker(scheme, offices).Ask(notice);
}

const Responsible* ProposedLead(const Task& task) {
  const auto find = [&task](const auto& is_lead) -> const Responsible* {
    const auto found = std::find_if(task.responsible.begin(), task.responsible.end(), is_lead);
    return found == task.responsible.end() ? nullptr : &*found;
  };
  const Responsible* const said =
      find([](const Responsible& office) { return office.role == Responsible::Role::kLead; });
  if (said != nullptr) return said;
  return find([](const Responsible& office) {
    return office.by == Responsible::By::kName && office.role != Responsible::Role::kSupport;
  });
}

std::optional<Message> WhyPending(const Criterion& criterion) {
  for (const Diagnostic& diagnostic : criterion.diagnostics) {
    if (diagnostic.severity == Severity::kError) return diagnostic.message;
  }
  if (HasWarning(criterion, "external-reference")) {
    return Say("具体办法由另一份文件规定，尚未制订或补录",
               "another document fixes the details; it is still to be written or added");
  }
  if (std::any_of(criterion.rules.begin(), criterion.rules.end(),
                  [](const SchemeRule& rule) { return IsUndecided(rule.rule); })) {
    return Say("由人裁量，没有写明分值范围", "a person decides, and no range of points is stated");
  }
  if (HasWarning(criterion, "target-missing")) {
    return Say("没有写明应达到的数量或比率", "the required figure is not stated");
  }
  if (IsEmpty(criterion) && criterion.diagnostics.empty() && !criterion.settled) {
    return Say("没有读出任何计分规则", "no scoring rule was found in it");
  }
  return std::nullopt;
}

std::vector<Pending> FindPending(const Scheme& scheme) {
  std::vector<Pending> pending;
  for (const CriterionRef& criterion : AllCriteria(scheme)) {
    if (auto why = WhyPending(criterion.Get())) {
      pending.push_back({criterion.task->key, std::move(*why)});
    }
  }
  return pending;
}

Counts Count(const Scheme& scheme) {
  Counts counts;
  counts.sections = static_cast<int>(scheme.sections.size());
  for (const Section& section : scheme.sections) {
    const auto tasks = static_cast<int>(section.tasks.size());
    switch (section.kind) {
      case Section::Kind::kOrdinary:
      case Section::Kind::kIndividual:
        counts.tasks += tasks;
        break;
      case Section::Kind::kBonus:
        counts.bonuses += tasks;
        break;
      case Section::Kind::kUse:
        counts.uses += tasks;
        break;
    }
  }
  counts.rules = static_cast<int>(AllRules(scheme).size());
  counts.pending = static_cast<int>(FindPending(scheme).size());
  return counts;
}

}  // namespace kaoping::scheme
