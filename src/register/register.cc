#include "register/register.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "register/vocabulary.h"
#include "text/blank.h"

namespace kaoping::registry {
namespace {

constexpr std::size_t kMostNearest = 3;

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// A name as it is compared: without blanks, with Chinese brackets.
std::string Normalised(std::string_view name) {
  std::string key = JoinTorn(name);
  for (const char* open : {"(", "[", "［", "【", "〔"}) ReplaceAll(key, open, "（");
  for (const char* close : {")", "]", "］", "】", "〕"}) ReplaceAll(key, close, "）");
  return key;
}

std::string WithoutQuantifiers(std::string_view name) {
  std::string key = Normalised(name);
  for (const std::string_view word : kQuantifiers) ReplaceAll(key, word, "");
  return key;
}

template <typename Named>
bool IsCalled(const Named& named, std::string_view key,
              std::string (*normalise)(std::string_view)) {
  return normalise(named.name) == key ||
         std::any_of(named.aliases.begin(), named.aliases.end(),
                     [&](const std::string& alias) { return normalise(alias) == key; });
}

// Calls visit(office) for each office of the tree, an office before those within it.
template <typename Function>
void ForEachOffice(const std::vector<Office>& offices, const Function& visit) {
  for (const Office& office : offices) {
    visit(office);
    ForEachOffice(office.offices, visit);
  }
}

// The names of a unit, whole or without their beginning, and 本局, 市局.
std::vector<std::string> OwnNames(const Unit& unit) {
  std::vector<std::string> names = unit.aliases;
  const std::u32string name = DecodeUtf8(Normalised(unit.name));
  for (std::size_t i = 0; i < name.size(); ++i) names.push_back(EncodeUtf8(name.substr(i)));
  for (const std::string_view own : kOwnUnit) {
    if (!name.empty()) names.push_back(std::string(own) + EncodeUtf8(name.substr(name.size() - 1)));
  }
  return names;
}

// `key` without the name of the unit before it: 局办公室 → 办公室.
std::string WithoutUnit(const Unit& unit, const std::string& key) {
  std::string shortest = key;
  for (const std::string& name : OwnNames(unit)) {
    const std::string prefix = Normalised(name);
    if (key.size() > prefix.size() && key.starts_with(prefix) &&
        key.size() - prefix.size() < shortest.size()) {
      shortest = key.substr(prefix.size());
    }
  }
  return shortest;
}

// 法规处（科） → 法规处, 法规科; nothing for a name of another form.
std::vector<std::string> EitherNoun(const std::string& key) {
  for (const std::string_view first : kOfficeNouns) {
    for (const std::string_view second : kOfficeNouns) {
      const std::string ending = fmt::format("{}（{}）", first, second);
      if (first == second || !key.ends_with(ending)) continue;
      const std::string head = key.substr(0, key.size() - ending.size());
      return {head + std::string(first), head + std::string(second)};
    }
  }
  return {};
}

// By its name, with or without that of the unit in front, on either side.
const Office* FindOfficeWithin(const Unit& unit, const std::string& key) {
  if (const Office* const office = FindOffice(unit, key)) return office;
  const std::string own = WithoutUnit(unit, key);
  if (const Office* const office = FindOffice(unit, own)) return office;
  const Office* found = nullptr;
  bool is_one = true;
  ForEachOffice(unit.offices, [&](const Office& office) {
    if (WithoutUnit(unit, Normalised(office.name)) != own) return;
    is_one = found == nullptr;
    found = &office;
  });
  return is_one ? found : nullptr;
}

// 法规处（科）: the one of the two that there is. nullptr if there are both.
const Office* FindEither(const Unit& unit, const std::string& key) {
  const Office* found = nullptr;
  for (const std::string& name : EitherNoun(key)) {
    const Office* const office = FindOfficeWithin(unit, name);
    if (office == nullptr || office == found) continue;
    if (found != nullptr) return nullptr;
    found = office;
  }
  return found;
}

const Group* FindGroup(const Register& units_and_offices, const Unit& unit, std::string_view name) {
  for (const std::string& key :
       {WithoutQuantifiers(name), WithoutQuantifiers(WithoutUnit(unit, Normalised(name)))}) {
    for (const Group& group : units_and_offices.groups) {
      if (IsCalled(group, key, WithoutQuantifiers)) return &group;
    }
  }
  return nullptr;
}

std::vector<std::string> OfficesOf(const Unit& unit, const std::vector<std::string>& tags) {
  std::vector<std::string> names;
  ForEachOffice(unit.offices, [&](const Office& office) {
    const bool belongs =
        std::any_of(office.tags.begin(), office.tags.end(), [&](const std::string& tag) {
          return std::find(tags.begin(), tags.end(), tag) != tags.end();
        });
    if (belongs) names.push_back(office.name);
  });
  return names;
}

// How much two names have in common, from 0 to 100: twice the shared characters over all.
int Likeness(std::u32string_view a, std::u32string b) {
  const std::size_t all = a.size() + b.size();
  std::size_t shared = 0;
  for (const char32_t c : a) {
    if (const auto at = b.find(c); at != std::u32string::npos) {
      b.erase(at, 1);
      ++shared;
    }
  }
  return all == 0 ? 0 : static_cast<int>(200 * shared / all);
}

std::vector<std::string> NearestTo(const Register& units_and_offices, const Unit& unit,
                                   const std::string& key) {
  constexpr int kLeastLikeness = 50;
  struct Candidate {
    int likeness;
    std::string name;
  };
  std::vector<Candidate> candidates;
  const std::u32string wanted = DecodeUtf8(key);
  const auto consider = [&](const auto& named) {
    int likeness = Likeness(wanted, DecodeUtf8(Normalised(named.name)));
    for (const std::string& alias : named.aliases) {
      likeness = std::max(likeness, Likeness(wanted, DecodeUtf8(Normalised(alias))));
    }
    if (likeness >= kLeastLikeness) candidates.push_back({likeness, named.name});
  };
  ForEachOffice(unit.offices, consider);
  for (const Group& group : units_and_offices.groups) consider(group);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  std::vector<std::string> names;
  for (const Candidate& candidate : candidates) {
    if (names.size() < kMostNearest) names.push_back(candidate.name);
  }
  return names;
}

// By units and groups alone.
Meaning MeaningInRegister(const Register& units_and_offices, const Unit& unit,
                          const std::string& key) {
  const Office* office = FindOfficeWithin(unit, key);
  if (office == nullptr) office = FindEither(unit, key);
  if (office != nullptr) return {Meaning::Kind::kOffice, {office->name}, {}};
  if (const Group* group = FindGroup(units_and_offices, unit, key)) {
    return {Meaning::Kind::kGroup, OfficesOf(unit, group->tags), {}};
  }
  return {};
}

// The standing answer; nullptr if there is none.
const Answer* FindAnswer(const Register& units_and_offices, const Unit& unit,
                         const std::string& key) {
  const Answer* standing = nullptr;
  for (const AnsweredName& answered : units_and_offices.answers) {
    if (Normalised(answered.name) != key) continue;
    const Unit* const of = FindUnit(units_and_offices, answered.unit);
    if (of != nullptr && of->name == unit.name) standing = &answered.answer;
  }
  return standing == nullptr || standing->IsTakenBack() ? nullptr : standing;
}

// Nothing where the register no longer has what the answer names.
Meaning MeaningOf(const Register& units_and_offices, const Unit& unit, const Answer& answer) {
  if (answer.ignored) return {Meaning::Kind::kIgnored, {}, {}};
  Meaning meaning;
  meaning.offices = OfficesOf(unit, answer.tags);
  for (const std::string& name : answer.offices) {
    const Meaning one = MeaningInRegister(units_and_offices, unit, Normalised(name));
    if (one.kind == Meaning::Kind::kUnknown) return {};
    for (const std::string& office : one.offices) {
      const bool is_new = std::find(meaning.offices.begin(), meaning.offices.end(), office) ==
                          meaning.offices.end();
      if (is_new) meaning.offices.push_back(office);
    }
    if (answer.offices.size() == 1) meaning.kind = one.kind;
  }
  if (meaning.offices.empty()) return {};
  if (meaning.kind == Meaning::Kind::kUnknown) meaning.kind = Meaning::Kind::kGroup;
  return meaning;
}

}  // namespace

const Unit* FindUnit(const Register& units_and_offices, std::string_view name) {
  const std::string key = Normalised(name);
  for (const Unit& unit : units_and_offices.units) {
    if (IsCalled(unit, key, Normalised)) return &unit;
  }
  return nullptr;
}

const Office* FindOffice(const Unit& unit, std::string_view name) {
  const std::string key = Normalised(name);
  const Office* found = nullptr;
  ForEachOffice(unit.offices, [&](const Office& office) {
    if (found == nullptr && IsCalled(office, key, Normalised)) found = &office;
  });
  return found;
}

std::vector<std::string> NamesWithin(const Office& office) {
  std::vector<std::string> names = {office.name};
  ForEachOffice(office.offices, [&](const Office& within) { names.push_back(within.name); });
  return names;
}

const Unit* OnlyAssessed(const Register& units_and_offices) {
  const Unit* only = nullptr;
  for (const Unit& unit : units_and_offices.units) {
    if (!unit.is_assessed) continue;
    if (only != nullptr) return nullptr;
    only = &unit;
  }
  return only;
}

Meaning Resolve(const Register& units_and_offices, const Unit& unit, std::string_view name) {
  const std::string key = Normalised(name);
  Meaning meaning = MeaningInRegister(units_and_offices, unit, key);
  if (meaning.kind != Meaning::Kind::kUnknown) return meaning;
  if (const Answer* const answer = FindAnswer(units_and_offices, unit, key)) {
    meaning = MeaningOf(units_and_offices, unit, *answer);
    if (meaning.kind != Meaning::Kind::kUnknown) return meaning;
  }
  return {Meaning::Kind::kUnknown, {}, NearestTo(units_and_offices, unit, key)};
}

bool AreSameName(std::string_view a, std::string_view b) { return Normalised(a) == Normalised(b); }

std::vector<UnknownName> FindUnknown(const Register& units_and_offices, const Unit& unit,
                                     const std::vector<std::string>& names) {
  std::vector<UnknownName> unknown;
  std::set<std::string> seen;
  for (const std::string& name : names) {
    if (!seen.insert(Normalised(name)).second) continue;
    Meaning meaning = Resolve(units_and_offices, unit, name);
    if (meaning.kind == Meaning::Kind::kUnknown) {
      unknown.push_back({name, std::move(meaning.nearest)});
    }
  }
  return unknown;
}

}  // namespace kaoping::registry
