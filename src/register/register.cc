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
  ReplaceAll(key, "(", "（");
  ReplaceAll(key, ")", "）");
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

const Office* FindOffice(const AssessedUnit& unit, std::string_view key) {
  const Office* found = nullptr;
  ForEachOffice(unit.offices, [&](const Office& office) {
    if (found == nullptr && IsCalled(office, key, Normalised)) found = &office;
  });
  return found;
}

// `key` without the name of the unit before it: 局办公室 → 办公室.
std::string WithoutUnit(const AssessedUnit& unit, const std::string& key) {
  std::string shortest = key;
  const auto strip = [&](std::string_view name) {
    const std::string prefix = Normalised(name);
    if (key.size() > prefix.size() && key.starts_with(prefix) &&
        key.size() - prefix.size() < shortest.size()) {
      shortest = key.substr(prefix.size());
    }
  };
  strip(unit.name);
  for (const std::string& alias : unit.aliases) strip(alias);
  return shortest;
}

const Group* FindGroup(const Register& units_and_offices, const AssessedUnit& unit,
                       std::string_view name) {
  for (const std::string& key :
       {WithoutQuantifiers(name), WithoutQuantifiers(WithoutUnit(unit, Normalised(name)))}) {
    for (const Group& group : units_and_offices.groups) {
      if (IsCalled(group, key, WithoutQuantifiers)) return &group;
    }
  }
  return nullptr;
}

std::vector<std::string> OfficesOf(const AssessedUnit& unit, const Group& group) {
  std::vector<std::string> names;
  ForEachOffice(unit.offices, [&](const Office& office) {
    const bool belongs =
        std::any_of(office.tags.begin(), office.tags.end(), [&](const std::string& tag) {
          return std::find(group.tags.begin(), group.tags.end(), tag) != group.tags.end();
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

std::vector<std::string> NearestTo(const Register& units_and_offices, const AssessedUnit& unit,
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

}  // namespace

const AssessedUnit* FindUnit(const Register& units_and_offices, std::string_view name) {
  const std::string key = Normalised(name);
  for (const AssessedUnit& unit : units_and_offices.units) {
    if (IsCalled(unit, key, Normalised)) return &unit;
  }
  return nullptr;
}

Meaning Resolve(const Register& units_and_offices, const AssessedUnit& unit,
                std::string_view name) {
  const std::string key = Normalised(name);
  const Office* office = FindOffice(unit, key);
  if (office == nullptr) office = FindOffice(unit, WithoutUnit(unit, key));
  if (office != nullptr) return {Meaning::Kind::kOffice, {office->name}, {}};
  if (const Group* group = FindGroup(units_and_offices, unit, key)) {
    return {Meaning::Kind::kGroup, OfficesOf(unit, *group), {}};
  }
  return {Meaning::Kind::kUnknown, {}, NearestTo(units_and_offices, unit, key)};
}

std::vector<UnknownName> FindUnknown(const Register& units_and_offices, const AssessedUnit& unit,
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
