#include "service/office_names.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "scheme/unknown_offices.h"
#include "service/ground.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using registry::Answer;
using registry::Meaning;
using scheme::Responsible;

std::string Joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "、"));
}

// A scheme, the register, and the unit in it whose scheme it is.
struct Subject {
  scheme::Scheme scheme;
  registry::Register names;
  registry::Unit unit;
};

Result<Subject> LoadSubject(const store::Transaction& transaction, std::string_view selector) {
  KAOPING_TRY(Ground ground, LoadGround(transaction, selector));
  KAOPING_TRY(std::optional<registry::Register> names, LoadRegister(transaction));
  if (!names) {
    return MakeError(ErrorKind::kConflict, "register-missing",
                     Say("还没有名录，处室名称无从核对；请先用 kaoping unit import 导入名录",
                         "there is no register yet to check offices against; import one first with "
                         "kaoping unit import"));
  }
  const registry::Unit* const unit = scheme::IssuerOf(ground.scheme, *names);
  if (unit == nullptr) {
    return MakeError(ErrorKind::kNotFound, "unit-unknown",
                     Say("名录中没有发文机关“{}”，处室名称没有核对；请在名录中补上它",
                         "the register has no unit '{}', so that offices are not checked; add it",
                         Shorten(ground.scheme.notice.issuer)),
                     "unit");
  }
  return Subject{std::move(ground.scheme), *names, *unit};
}

// The tasks that name it, by their keys.
std::vector<std::string> TasksNaming(const scheme::Scheme& scheme, std::string_view name) {
  std::vector<std::string> tasks;
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      const bool is_named = std::any_of(
          task.responsible.begin(), task.responsible.end(),
          [&](const Responsible& office) { return registry::AreSameName(office.name, name); });
      if (is_named) tasks.push_back(task.key);
    }
  }
  return tasks;
}

// The last row for each name of the unit that is not taken back.
Result<std::vector<GivenName>> LoadGiven(const store::Transaction& transaction,
                                         const Subject& subject) {
  KAOPING_TRY(const std::vector<store::OfficeNameRow> rows, transaction.registers().Names());
  std::vector<GivenName> given;
  for (const store::OfficeNameRow& row : rows) {
    const registry::Unit* const unit = registry::FindUnit(subject.names, row.unit);
    if (unit == nullptr || unit->name != subject.unit.name) continue;
    std::erase_if(given,
                  [&](const GivenName& one) { return registry::AreSameName(one.name, row.name); });
    KAOPING_TRY(Answer answer, ReadStoredAnswer(row));
    if (answer.IsTakenBack()) continue;
    std::vector<std::string> offices =
        registry::Resolve(subject.names, subject.unit, row.name).offices;
    given.push_back({row.name, std::move(answer), std::move(offices),
                     TasksNaming(subject.scheme, row.name), row.by, row.at, row.reason});
  }
  return given;
}

// 相关处室 and the like, as far as nobody has said which.
std::vector<OpenName> FindVague(const Subject& subject) {
  std::vector<OpenName> vague;
  for (const scheme::Section& section : subject.scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      for (const Responsible& office : task.responsible) {
        if (!scheme::IsOpen(office)) continue;
        Meaning meaning = registry::Resolve(subject.names, subject.unit, office.name);
        const bool is_told = std::any_of(vague.begin(), vague.end(), [&](const OpenName& one) {
          return registry::AreSameName(one.name, office.name);
        });
        if (meaning.kind != Meaning::Kind::kUnknown || is_told) continue;
        vague.push_back({office.name, std::move(meaning.nearest),
                         TasksNaming(subject.scheme, office.name), /*is_vague=*/true});
      }
    }
  }
  return vague;
}

void AppendChoices(const std::vector<registry::Office>& offices,
                   std::vector<OfficeChoice>& choices) {
  for (const registry::Office& office : offices) {
    choices.push_back({office.name, office.tags});
    AppendChoices(office.offices, choices);
  }
}

Result<OfficeNames> View(const store::Transaction& transaction, const Subject& subject) {
  OfficeNames names;
  names.unit = subject.unit.name;
  for (scheme::UnknownOffice& unknown :
       scheme::FindUnknownOffices(subject.scheme, subject.names, subject.unit)) {
    names.unknown.push_back(
        {std::move(unknown.name), std::move(unknown.nearest), std::move(unknown.tasks)});
  }
  for (OpenName& vague : FindVague(subject)) names.unknown.push_back(std::move(vague));
  std::map<std::string, std::size_t> order;  // of the tasks
  for (const scheme::Section& section : subject.scheme.sections) {
    for (const scheme::Task& task : section.tasks) order[task.key] = order.size();
  }
  std::stable_sort(names.unknown.begin(), names.unknown.end(),
                   [&](const OpenName& a, const OpenName& b) {
                     return order.at(a.tasks.front()) < order.at(b.tasks.front());
                   });
  KAOPING_TRY(names.given, LoadGiven(transaction, subject));
  AppendChoices(subject.unit.offices, names.offices);
  return names;
}

const Responsible* FindNamed(const scheme::Scheme& scheme, std::string_view name) {
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      for (const Responsible& office : task.responsible) {
        if (registry::AreSameName(office.name, name)) return &office;
      }
    }
  }
  return nullptr;
}

Status CheckName(const Subject& subject, std::string_view name) {
  const Responsible* const named = FindNamed(subject.scheme, name);
  if (named == nullptr) {
    return MakeError(
        ErrorKind::kNotFound, "name-unknown",
        Say("方案中没有责任处室“{}”；请照方案里的写法写",
            "no task of the scheme names '{}'; write it as the scheme does", Shorten(name)),
        "name");
  }
  if (named->by == Responsible::By::kCase || named->by == Responsible::By::kDocument) {
    return MakeError(ErrorKind::kConflict, "name-not-fixed",
                     Say("“{}”由每个案件或另一份文件确定，不能一次定下；记录事实时再写明是哪个处室",
                         "'{}' is decided by each case or another document and can't be settled "
                         "for good; say which office it is with each fact",
                         Shorten(name)),
                     "name");
  }
  registry::Register own = subject.names;
  own.answers.clear();
  const Meaning meaning = registry::Resolve(own, subject.unit, name);
  if (meaning.kind == Meaning::Kind::kUnknown) return Ok();
  return MakeError(
      ErrorKind::kConflict, "name-known",
      Say("名录中已有“{0}”（{1}），按名录理解；要改请修改名录",
          "the register has '{0}' already ({1}) and is followed; change it there", Shorten(name),
          meaning.offices.empty() ? "没有成员" : Joined(meaning.offices)),
      "name");
}

std::vector<std::string> TagsOf(const registry::Unit& unit) {
  std::vector<OfficeChoice> offices;
  AppendChoices(unit.offices, offices);
  std::vector<std::string> tags;
  for (const OfficeChoice& office : offices) {
    for (const std::string& tag : office.tags) {
      if (std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.push_back(tag);
    }
  }
  return tags;
}

Status CheckTargets(const Subject& subject, const Answer& answer) {
  registry::Register own = subject.names;
  own.answers.clear();
  for (const std::string& office : answer.offices) {
    KAOPING_TRY_STATUS(CheckText(office, 200, "offices", "处室名称", "office"));
    const Meaning meaning = registry::Resolve(own, subject.unit, office);
    if (!meaning.offices.empty()) continue;
    const Message help = meaning.nearest.empty()
                             ? Say("请用名录中的名称", "use a name that it has")
                             : Say("最接近的是{}", "the nearest are {}", Joined(meaning.nearest));
    return MakeError(ErrorKind::kNotFound, "office-unknown",
                     Say("名录中没有处室“{0}”；{1}", "the register has no office '{0}'; {2}",
                         Shorten(office), help.zh, help.en),
                     "offices");
  }
  const std::vector<std::string> tags = TagsOf(subject.unit);
  for (const std::string& tag : answer.tags) {
    if (std::find(tags.begin(), tags.end(), tag) != tags.end()) continue;
    KAOPING_TRY_STATUS(CheckText(tag, 200, "tags", "标签", "tag"));
    return MakeError(ErrorKind::kNotFound, "tag-unknown",
                     Say("“{0}”的处室都没有标签“{1}”；现有：{2}",
                         "no office of '{0}' has the tag '{1}'; there are: {2}", subject.unit.name,
                         Shorten(tag), tags.empty() ? "—" : Joined(tags)),
                     "tags");
  }
  return Ok();
}

Status CheckAnswer(const Answer& answer) {
  const int ways =
      (answer.offices.empty() ? 0 : 1) + (answer.tags.empty() ? 0 : 1) + (answer.ignored ? 1 : 0);
  if (ways <= 1) return Ok();
  return MakeError(ErrorKind::kInvalid, "answer-unclear",
                   Say("处室、标签和“不是本单位的处室”只能写一样",
                       "offices, tags, or none of the unit's: say one of them"));
}

}  // namespace

Result<OfficeNames> ListOfficeNames(const Context& context, std::string_view selector) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Subject subject, LoadSubject(*reading, selector));
  return View(*reading, subject);
}

Result<OfficeNames> AnswerOfficeName(const Context& context, std::string_view selector,
                                     std::string_view name, const Answer& answer,
                                     std::string_view reason) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kSettle));
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  KAOPING_TRY_STATUS(CheckText(name, 200, "name", "处室名称", "name"));
  KAOPING_TRY_STATUS(CheckAnswer(answer));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const Subject subject, LoadSubject(*work, selector));
  KAOPING_TRY(const std::vector<GivenName> given, LoadGiven(*work, subject));
  const auto before = std::find_if(given.begin(), given.end(), [&](const GivenName& one) {
    return registry::AreSameName(one.name, name);
  });
  if (before == given.end() || !answer.IsTakenBack()) {
    KAOPING_TRY_STATUS(CheckName(subject, name));
    KAOPING_TRY_STATUS(CheckTargets(subject, answer));
  }
  if ((before == given.end() ? Answer() : before->answer) == answer) return View(*work, subject);

  store::OfficeNameRow row;
  row.unit = subject.unit.name;
  row.name = before == given.end() ? FindNamed(subject.scheme, name)->name : before->name;
  row.body = registry::WriteAnswer(answer);
  row.reason = IsBlank(reason) ? "" : reason;
  KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kNameOffice,
                                     StateOfficeName(row)));
  KAOPING_TRY_STATUS(work->registers().Name(row));
  KAOPING_TRY(const Subject after, LoadSubject(*work, selector));
  KAOPING_TRY(OfficeNames names, View(*work, after));
  KAOPING_TRY_STATUS(work->Commit());
  return names;
}

}  // namespace kaoping::service
