#include "service/units.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kMostNames = 5;

void AppendOffices(const std::vector<registry::Office>& offices, std::vector<std::string>& names) {
  for (const registry::Office& office : offices) {
    names.push_back(office.name);
    AppendOffices(office.offices, names);
  }
}

void AppendNew(const std::string& name, std::vector<std::string>& names) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

Error UnitUnknown(std::string_view name, const std::vector<std::string>& known) {
  if (known.empty()) {
    return MakeError(
        ErrorKind::kNotFound, "unit-unknown",
        Say("还没有名录，不知道“{}”是哪个单位；请先导入名录",
            "there is no register yet to tell which unit '{}' is; import one first", Shorten(name)),
        "unit");
  }
  std::string list;
  for (std::size_t i = 0; i < known.size() && i < kMostNames; ++i) {
    list += (i == 0 ? "" : "、") + known[i];
  }
  if (known.size() > kMostNames) list += "…";
  return MakeError(ErrorKind::kNotFound, "unit-unknown",
                   Say("被考评单位中没有“{}”；现有：{}",
                       "'{}' is none of the assessed units; there are: {}", Shorten(name), list),
                   "unit");
}

std::string Joined(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, "、"));
}

Error OfficeUnknown(const std::string& office, const std::vector<std::string>& nearest) {
  const Message help =
      nearest.empty()
          ? Say("请核对名称，或在名录中补上", "check the name, or add it to the register")
          : Say("最接近的是{0}；请改用名录中的名称，或在名录中补上",
                "the nearest are {0}; use a name of the register, or add it there",
                Joined(nearest));
  return MakeError(ErrorKind::kNotFound, "office-unknown",
                   Say("名录中没有处室“{0}”，{1}", "the register has no office '{0}': {2}",
                       Shorten(office), help.zh, help.en),
                   "office");
}

Error OfficeIsGroup(const std::string& office, const std::vector<std::string>& members) {
  const std::string of = members.empty() ? "" : "（" + Joined(members) + "）";
  return MakeError(ErrorKind::kInvalid, "office-is-group",
                   Say("“{0}”是一组处室{1}；要记在一个处室名下，请写明是哪一个",
                       "'{0}' is a group of offices{1}; name one of them", Shorten(office), of),
                   "office");
}

}  // namespace

Result<std::optional<registry::Register>> LoadRegister(const store::Transaction& transaction) {
  KAOPING_TRY(const std::optional<store::RegisterRow> row, transaction.registers().Current());
  if (!row) return std::optional<registry::Register>();
  Result<registry::Register> stored = registry::ReadRegister(row->body);
  if (!stored) {
    return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                     Say("存下的名录读不出来；请用 kaoping verify 校验数据",
                         "the stored register cannot be read; run kaoping verify"));
  }
  registry::Register names = *std::move(stored);
  KAOPING_TRY(const std::vector<store::OfficeNameRow> answers, transaction.registers().Names());
  for (const store::OfficeNameRow& answered : answers) {
    KAOPING_TRY(registry::Answer answer, ReadStoredAnswer(answered));
    names.answers.push_back({answered.unit, answered.name, std::move(answer)});
  }
  return std::optional(std::move(names));
}

bool IsName(std::string_view name) { return !IsBlank(name) && !FirstInvalidUtf8(name); }

const registry::Unit* FindUnit(const std::optional<registry::Register>& names,
                               std::string_view name) {
  return names && IsName(name) ? registry::FindUnit(*names, name) : nullptr;
}

std::vector<std::string> NamesOf(const registry::Unit& unit) {
  std::vector<std::string> names = {unit.name};
  names.insert(names.end(), unit.aliases.begin(), unit.aliases.end());
  return names;
}

Result<registry::Answer> ReadStoredAnswer(const store::OfficeNameRow& row) {
  Result<registry::Answer> answer = registry::ReadAnswer(row.body);
  if (answer) return answer;
  return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                   Say("存下的处室名称答复读不出来；请用 kaoping verify 校验数据",
                       "what was said on the names of offices cannot be read; run kaoping verify"));
}

Result<std::string> OneOffice(const std::string& name, const registry::Meaning& meaning) {
  using Kind = registry::Meaning::Kind;
  if (meaning.kind == Kind::kGroup) return OfficeIsGroup(name, meaning.offices);
  if (meaning.kind == Kind::kOffice) return meaning.offices.front();
  return OfficeUnknown(name, meaning.nearest);
}

Result<Units> Units::Load(const store::Transaction& transaction, const scheme::Scheme& scheme) {
  Units units;
  KAOPING_TRY(std::optional<registry::Register> stored, LoadRegister(transaction));
  if (stored) {
    units.register_ = *std::move(stored);
    units.has_register_ = true;
  } else if (!scheme.notice.issuer.empty()) {
    registry::Unit issuer;
    issuer.name = scheme.notice.issuer;
    units.register_.units.push_back(std::move(issuer));
  }
  return units;
}

Result<std::vector<std::string>> Units::NamesOf(std::string_view name) const {
  const registry::Unit* const unit = IsName(name) ? registry::FindUnit(register_, name) : nullptr;
  if (unit == nullptr || !unit->is_assessed) return UnitUnknown(name, All());
  return service::NamesOf(*unit);
}

std::vector<std::string> Units::All() const {
  std::vector<std::string> names;
  for (const registry::Unit& unit : register_.units) {
    if (unit.is_assessed) names.push_back(unit.name);
  }
  return names;
}

Status Units::CheckOffice(const scheme::Scheme& scheme, std::string_view unit,
                          const std::string& office) const {
  if (!has_register_ || office.empty()) return Ok();
  const registry::Unit* const found = registry::FindUnit(register_, unit);
  KAOPING_CHECK(found != nullptr);
  const registry::Meaning meaning = registry::Resolve(register_, *found, office);
  switch (meaning.kind) {
    case registry::Meaning::Kind::kOffice:
      return Ok();
    case registry::Meaning::Kind::kGroup:
      return OfficeIsGroup(office, meaning.offices);
    case registry::Meaning::Kind::kIgnored:
    case registry::Meaning::Kind::kUnknown:
      break;
  }
  const std::vector<std::string> known = Offices(scheme);
  if (std::find(known.begin(), known.end(), office) != known.end()) return Ok();
  return OfficeUnknown(office, meaning.nearest);
}

bool Units::AreSame(std::string_view a, std::string_view b) const {
  if (a == b) return true;
  const registry::Unit* const unit = registry::FindUnit(register_, a);
  return unit != nullptr && unit == registry::FindUnit(register_, b);
}

std::vector<std::string> Units::OfficesWithin(std::string_view unit,
                                              const std::string& office) const {
  const registry::Unit* const found = registry::FindUnit(register_, unit);
  KAOPING_CHECK(found != nullptr);
  const registry::Office* const root = registry::FindOffice(*found, office);
  return root == nullptr ? std::vector{office} : registry::NamesWithin(*root);
}

std::vector<std::string> Units::MembersOf(std::string_view unit, const std::string& name) const {
  const registry::Unit* const found = registry::FindUnit(register_, unit);
  KAOPING_CHECK(found != nullptr);
  std::vector<std::string> offices = registry::Resolve(register_, *found, name).offices;
  if (offices.empty()) offices.push_back(name);
  return offices;
}

std::vector<std::string> Units::GroupsWithoutMembers(const scheme::Scheme& scheme,
                                                     std::string_view unit) const {
  std::vector<std::string> names;
  const registry::Unit* const found = registry::FindUnit(register_, unit);
  if (!has_register_ || found == nullptr) return names;
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      for (const scheme::Responsible& responsible : task.responsible) {
        const bool is_group = responsible.by == scheme::Responsible::By::kGroup;
        if (is_group && registry::Resolve(register_, *found, responsible.name).offices.empty()) {
          AppendNew(responsible.name, names);
        }
      }
    }
  }
  return names;
}

std::vector<std::string> Units::Offices(const scheme::Scheme& scheme) const {
  std::vector<std::string> registered;
  for (const registry::Unit& unit : register_.units) {
    if (unit.is_assessed) AppendOffices(unit.offices, registered);
  }
  std::vector<std::string> names;
  for (const std::string& name : registered) AppendNew(name, names);
  const auto is_known = [this](const std::string& name) {
    return std::any_of(register_.units.begin(), register_.units.end(),
                       [&](const registry::Unit& unit) {
                         using Kind = registry::Meaning::Kind;
                         const Kind kind = registry::Resolve(register_, unit, name).kind;
                         return kind == Kind::kOffice || kind == Kind::kGroup;
                       });
  };
  for (const scheme::Section& section : scheme.sections) {
    for (const scheme::Task& task : section.tasks) {
      for (const scheme::Responsible& responsible : task.responsible) {
        const bool is_name = responsible.by == scheme::Responsible::By::kName;
        if (is_name && !is_known(responsible.name)) AppendNew(responsible.name, names);
      }
    }
  }
  return names;
}

}  // namespace kaoping::service
