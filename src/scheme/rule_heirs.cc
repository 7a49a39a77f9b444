#include "scheme/rule_heirs.h"

#include <map>
#include <set>

#include "base/utf8.h"
#include "scheme/diff_match.h"
#include "scheme/diff_rule.h"
#include "scheme/diff_words.h"

namespace kaoping::scheme {
namespace {

bool IsFigure(char32_t c) {
  constexpr std::u32string_view kChinese = U"〇零一二两三四五六七八九十百千万";
  return (c >= U'0' && c <= U'9') || c == U'.' || c == U'%' || kChinese.find(c) != kChinese.npos;
}

// The words without their figures, which may be put right.
std::u32string WithoutFigures(const std::string& words) {
  std::u32string text = ComparedText(words).text();
  std::erase_if(text, IsFigure);
  return text;
}

// Whether what was recorded under one can still be read under the other.
bool AreKin(const rules::Rule& before, const rules::Rule& after) {
  return before.effect == after.effect && before.trigger == after.trigger &&
         before.unit == after.unit && before.nature == after.nature && before.of == after.of &&
         WithoutFigures(before.condition) == WithoutFigures(after.condition);
}

// Whether it means something else now, wherever it stands.
bool IsChanged(rules::Rule before, const rules::Rule& after) {
  before.span = after.span;
  before.one_of = after.one_of;
  before.on_top_of = after.on_top_of;
  if (SaySame(before.condition, after.condition)) before.condition = after.condition;
  return before != after;
}

class HeirFinder {
 public:
  HeirFinder(const Scheme& before, const Scheme& after)
      : rules_before_(AllRules(before)),
        flat_before_(before),
        flat_after_(after),
        match_(flat_before_, flat_after_) {
    for (const RuleRef& rule : AllRules(after)) after_.emplace(rule.Get().id, &rule.Get());
  }

  std::vector<RuleHeir> Find() {
    for (const RuleRef& rule : rules_before_) {
      // The id is made of the words of the rule and of what they are about.
      if (const auto same = after_.find(rule.Get().id); same != after_.end()) {
        Join(rule.Get(), *same->second);
      }
    }
    for (std::size_t i = 0; i < flat_before_.criteria.size(); ++i) {
      const int j = match_.criteria.AfterOf(i);
      if (j == Matching::kNone) continue;
      JoinWithin(*flat_before_.criteria[i], *flat_after_.criteria[static_cast<std::size_t>(j)]);
    }
    std::vector<RuleHeir> heirs;
    for (const RuleRef& rule : rules_before_) {
      const auto heir = heirs_.find(rule.Get().id);
      if (heir != heirs_.end()) heirs.push_back(heir->second);
    }
    return heirs;
  }

 private:
  void JoinWithin(const Criterion& before, const Criterion& after) {
    const RuleLists lists(before.rules, after.rules);
    for (std::size_t i = 0; i < before.rules.size(); ++i) {
      const int j = lists.matching.AfterOf(i);
      if (j == Matching::kNone) continue;
      const auto at = static_cast<std::size_t>(j);
      if (AreKin(before.rules[i].rule, after.rules[at].rule)) {
        Join(before.rules[i], after.rules[at]);
      }
    }
  }

  void Join(const SchemeRule& before, const SchemeRule& after) {
    if (heirs_.contains(before.id) || taken_.contains(after.id)) return;
    heirs_[before.id] = {before.id, after.id, IsChanged(before.rule, after.rule)};
    taken_.insert(after.id);
  }

  std::vector<RuleRef> rules_before_;
  std::map<std::string, const SchemeRule*> after_;
  FlatScheme flat_before_;
  FlatScheme flat_after_;
  SchemeMatch match_;
  std::map<std::string, RuleHeir> heirs_;
  std::set<std::string> taken_;
};

}  // namespace

std::vector<RuleHeir> FindRuleHeirs(const Scheme& before, const Scheme& after) {
  return HeirFinder(before, after).Find();
}

}  // namespace kaoping::scheme
