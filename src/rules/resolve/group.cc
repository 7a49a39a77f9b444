#include "rules/resolve/group.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "rules/parse/match.h"
#include "rules/resolve/rule.h"

namespace kaoping::rules {
namespace {

// How many rules back a partner is looked for, so that a long criterion takes no more than its
// share of time; no sentence of a person speaks of what stands so far before it.
constexpr std::size_t kFarthestPartner = 32;
constexpr int kOpening = 4;  // tokens that may stand before 已 or 只 in a condition that opens so

bool IsStep(const Rule& rule) {
  switch (rule.trigger) {
    case Trigger::kBelow:
    case Trigger::kAbove:
    case Trigger::kShort:
    case Trigger::kLate:
    case Trigger::kRatio:
      return true;
    case Trigger::kRank:
      return rule.per.has_value();
    default:
      return false;
  }
}

bool ShareWords(const std::string& a, const std::string& b) { return SharedPairs(a, b) > 0; }

// Names of states that differ in a character or two: 评为A级 and 评为B级, 优秀 and 良好.
bool AreParallel(const std::string& a, const std::string& b) {
  const std::u32string first = DecodeUtf8(a);
  const std::u32string second = DecodeUtf8(b);
  if (first.size() != second.size() || first.empty()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < first.size(); ++i) different += first[i] != second[i] ? 1U : 0U;
  return different <= 2 && (first.size() <= 4 || different * 2 < first.size());
}

class Grouper {
 public:
  Grouper(const TokenText& text, const std::vector<const Clause*>& clause_of,
          std::vector<Rule>& rules)
      : text_(text), clause_of_(clause_of), rules_(rules) {}

  void Run() {
    for (std::size_t i = 1; i < rules_.size(); ++i) {
      if (rules_[i].on_top_of || rules_[i].times || rules_[i].effect == Effect::kVeto) continue;
      // A rule read back says itself what excludes it.
      if (ClauseOf(i).kind == Clause::Kind::kStated) continue;
      if (const auto before = Partner(i)) Join(*before, i);
    }
    ShareBoundaries();
    NumberGroups();
  }

 private:
  const Clause& ClauseOf(std::size_t i) const { return *clause_of_[i]; }

  // The rule before rule `i` whose group it joins.
  std::optional<std::size_t> Partner(std::size_t i) const {
    const Rule& rule = rules_[i];
    const std::size_t before = i - 1;
    if (IsTier(i, before)) return before;
    if (ClauseOf(i).item != ClauseOf(before).item) return std::nullopt;
    switch (rule.effect) {
      case Effect::kForfeit:
        return PartnerOfForfeit(i);
      case Effect::kDeduct:
        return PartnerOfDeduction(i);
      case Effect::kAward:
        return PartnerOfAward(i);
      case Effect::kBonus:
      case Effect::kVeto:
        return std::nullopt;
    }
    return std::nullopt;
  }

  // Tiers of one figure: 90%以上得10分，80%以上得8分; places 1-3 and 4-6; nested bands of one rate.
  bool IsTier(std::size_t i, std::size_t before) const {
    const Rule& a = rules_[before];
    const Rule& b = rules_[i];
    const bool effects =
        a.effect == b.effect || (b.effect == Effect::kForfeit && a.effect == Effect::kAward) ||
        (a.effect == Effect::kForfeit && b.effect == Effect::kAward && !a.one_of) ||
        (b.effect == Effect::kDeduct && a.effect == Effect::kAward &&
         b.trigger == Trigger::kOccurs);
    if (!effects || a.trigger != b.trigger) return false;
    const bool same_item = ClauseOf(i).item == ClauseOf(before).item;
    if (IsStep(b) && b.trigger != Trigger::kRank) {
      // 低于96%的每降1点扣0.25分；低于90%的每降1点扣0.5分
      return same_item && a.target && b.target && a.target != b.target &&
             !ClauseOf(i).bounds.empty() && SameMeasure(i, before);
    }
    if (IsFullMarkAndTier(a, b)) return same_item && NamesTheSame(i, before);
    if (!a.when || !b.when || *a.when == *b.when || a.when->unit != b.when->unit) return false;
    if (b.trigger == Trigger::kRank) return same_item;
    return b.trigger == Trigger::kOccurs && SameMeasure(i, before) &&
           (same_item || MeasureWords(text_, ClauseOf(i)) == MeasureWords(text_, ClauseOf(before)));
  }

  // 完成任务的得100分，完成任务80%以上的得75分
  static bool IsFullMarkAndTier(const Rule& a, const Rule& b) {
    return a.effect == Effect::kAward && b.effect == Effect::kAward &&
           b.trigger == Trigger::kOccurs && !a.when && b.when && a.points && b.points &&
           *b.points < *a.points;
  }

  bool SameMeasure(std::size_t i, std::size_t before) const {
    const std::string words = MeasureWords(text_, ClauseOf(i));
    const std::string others = MeasureWords(text_, ClauseOf(before));
    return words.empty() || words == others || others.find(words) != std::string::npos ||
           words.find(others) != std::string::npos || ShareTail(words, others);
  }

  // Whether most of what one clause measures is named in the other too.
  bool NamesTheSame(std::size_t i, std::size_t before) const {
    const std::string words = MeasureWords(text_, ClauseOf(i));
    const int pairs = static_cast<int>(CountCodePoints(words)) - 1;
    return SharedPairs(words, MeasureWords(text_, ClauseOf(before))) * 2 >= pairs;
  }

  // 按时办结率 and 办结率 end alike; so do two whole sentences about one thing.
  static bool ShareTail(const std::string& a, const std::string& b) {
    const std::u32string first = DecodeUtf8(a);
    const std::u32string second = DecodeUtf8(b);
    const std::size_t length = std::min(first.size(), second.size());
    std::size_t same = 0;
    while (same < length && first[first.size() - 1 - same] == second[second.size() - 1 - same]) {
      ++same;
    }
    return length > 0 && same * 2 >= length;
  }

  // 得3分，否则不得分; 未完成的不得分
  std::optional<std::size_t> PartnerOfForfeit(std::size_t i) const {
    const auto award = LastOf(i, Effect::kAward);
    if (!award) return std::nullopt;
    // Between an award and its forfeit stand only other states of the same measure, and bonuses;
    // failings that can be found beside it may stand there too (主要领导没有包案的扣0.5分).
    return award;
  }

  std::optional<std::size_t> PartnerOfDeduction(std::size_t i) const {
    const Rule& rule = rules_[i];
    const std::size_t before = i - 1;
    const bool beside_award = rules_[before].one_of && GroupHasAward(*rules_[before].one_of);
    if (rules_[before].effect == Effect::kDeduct && !beside_award) {
      return IsLesserState(i, before) ? std::optional(before) : std::nullopt;
    }
    if (beside_award && IsContrast(i)) return before;
    const auto award = LastOf(i, Effect::kAward);
    if (!award || HasFailingBetween(*award, i)) return std::nullopt;
    if (StartsWith(i, Word::kOrElse) || IsStep(rule) || IsContrast(i) || Negates(i)) return award;
    return std::nullopt;
  }

  // 得满分，未完成的按比例得分; 专职的得2分，兼职的得1分，否则不得分 is settled when 否则 is met.
  std::optional<std::size_t> PartnerOfAward(std::size_t i) const {
    const auto award = LastOf(i, Effect::kAward);
    if (!award || ClauseOf(*award).paragraph != ClauseOf(i).paragraph) return std::nullopt;
    const Rule& rule = rules_[i];
    const bool earlier_is_step = rules_[*award].trigger == Trigger::kRatio;
    if (rule.trigger == Trigger::kRatio || earlier_is_step) {
      return Negates(i) || StartsWith(i, Word::kOrElse) || IsContrast(i) ? award : std::nullopt;
    }
    if (rule.trigger != Trigger::kOccurs || !IsLess(i, *award)) return std::nullopt;
    if (IsContrast(i) ||
        AreParallel(MeasureWords(text_, ClauseOf(i)), MeasureWords(text_, ClauseOf(*award)))) {
      return award;
    }
    return std::nullopt;
  }

  bool IsLess(std::size_t i, std::size_t award) const {
    const auto& a = rules_[award].points;
    const auto& b = rules_[i].points;
    if (!b) return false;
    return !a || *b < *a;
  }

  // 没有建立的扣2分，已建立但落实不到位的扣1分
  bool IsLesserState(std::size_t i, std::size_t before) const {
    const bool occurs =
        rules_[i].trigger == Trigger::kOccurs || rules_[i].trigger == Trigger::kJudged;
    if (!occurs || rules_[before].trigger != Trigger::kOccurs) return false;
    if (!StartsWith(i, Word::kContrast) || ClauseOf(i).paragraph != ClauseOf(before).paragraph) {
      return false;
    }
    return Negates(before) && ShareWords(rules_[i].condition, rules_[before].condition);
  }

  // The last rule of `effect` before rule `i`, in the same item; bonuses and failings between are
  // passed over.
  std::optional<std::size_t> LastOf(std::size_t i, Effect effect) const {
    for (std::size_t back = i; back > 0 && i - back < kFarthestPartner; --back) {
      if (ClauseOf(back - 1).item != ClauseOf(i).item) break;
      if (rules_[back - 1].effect == effect) return back - 1;
    }
    return std::nullopt;
  }

  // Only the first failing after an award is its complement; those after it can occur beside it.
  bool HasFailingBetween(std::size_t award, std::size_t i) const {
    for (std::size_t between = award + 1; between < i; ++between) {
      const Effect effect = rules_[between].effect;
      if (effect == Effect::kDeduct || effect == Effect::kForfeit) return true;
    }
    return false;
  }

  bool GroupHasAward(int group) const { return has_award_[static_cast<std::size_t>(group)]; }

  int ConditionFirst(std::size_t i) const {
    const TokenRange& condition = ClauseOf(i).condition;
    int first = condition.first;
    while (first < condition.last &&
           (text_.Is(first, Word::kComma) || text_.Is(first, Word::kOpen))) {
      ++first;
    }
    return first;
  }

  bool StartsWith(std::size_t i, Word word) const {
    const int first = ConditionFirst(i);
    return first < ClauseOf(i).condition.last && text_.Is(first, word);
  }

  // 已建立但…, 制度已建立但…, 只建立其中一项
  bool IsContrast(std::size_t i) const {
    const int first = ConditionFirst(i);
    for (int at = first; at < ClauseOf(i).condition.last && at - first <= kOpening; ++at) {
      if (text_.Is(at, Word::kContrast)) return true;
    }
    return false;
  }

  bool Negates(std::size_t i) const {
    const TokenRange& condition = ClauseOf(i).condition;
    for (int at = condition.first; at < condition.last; ++at) {
      const Word word = text_.at(at).word;
      if (IsNegation(word) || word == Word::kFewerThan || word == Word::kUnqualified) return true;
    }
    return false;
  }

  void Join(std::size_t before, std::size_t i) {
    if (!rules_[before].one_of) {
      rules_[before].one_of = static_cast<int>(has_award_.size());
      has_award_.push_back(rules_[before].effect == Effect::kAward);
    }
    rules_[i].one_of = rules_[before].one_of;
    if (rules_[i].effect == Effect::kAward) {
      has_award_[static_cast<std::size_t>(*rules_[i].one_of)] = true;
    }
    if (rules_[i].effect == Effect::kForfeit) JoinStatesBefore(i);
  }

  // 得3分，由…得2分，否则不得分: every award of the sentence is a state of the one measure, where
  // they fall from one to the next.
  void JoinStatesBefore(std::size_t i) {
    const bool otherwise = StartsWith(i, Word::kOrElse);
    std::optional<std::size_t> later;
    for (std::size_t back = i; back > 0 && i - back < kFarthestPartner; --back) {
      const std::size_t at = back - 1;
      if (rules_[at].effect != Effect::kAward) break;
      if (ClauseOf(at).paragraph != ClauseOf(i).paragraph) break;
      // Across a ； only what the forfeit speaks of too.
      const bool apart = ClauseOf(at).sentence != ClauseOf(i).sentence;
      if (apart && (otherwise || !ShareWords(rules_[at].condition, rules_[i].condition))) break;
      if (rules_[at].trigger != Trigger::kOccurs) break;
      if (later && !otherwise && !IsLess(*later, at)) break;
      rules_[at].one_of = rules_[i].one_of;
      later = at;
    }
  }

  // Numbers the groups in the order of their rules; a rule whose partners all went over to another
  // group excludes nothing.
  void NumberGroups() {
    std::vector<int> members(has_award_.size(), 0);
    for (const Rule& rule : rules_) {
      if (rule.one_of) ++members[static_cast<std::size_t>(*rule.one_of)];
    }
    std::vector<int> numbers(has_award_.size(), -1);
    int next = 0;
    for (Rule& rule : rules_) {
      if (!rule.one_of) continue;
      const auto group = static_cast<std::size_t>(*rule.one_of);
      if (members[group] > 1 && numbers[group] < 0) numbers[group] = next++;
      rule.one_of = members[group] > 1 ? std::optional(numbers[group]) : std::nullopt;
    }
  }

  // 50%以上得50分，50%以下不得分: a figure of exactly 50% is the better tier's.
  void ShareBoundaries() {
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const std::size_t first = i > kFarthestPartner ? i - kFarthestPartner : 0;
      const std::size_t last = std::min(rules_.size(), i + kFarthestPartner);
      for (std::size_t j = first; j < last; ++j) {
        if (i == j || !rules_[i].one_of || rules_[i].one_of != rules_[j].one_of) continue;
        if (rules_[i].when && rules_[j].when && IsBetter(rules_[i], rules_[j])) {
          Yield(*rules_[i].when, *rules_[j].when);
        }
      }
    }
  }

  static bool IsBetter(const Rule& a, const Rule& b) {
    const auto worth = [](const Rule& rule) {
      const Points points = rule.points.value_or(Points());
      if (rule.effect == Effect::kForfeit) return Points() - Points::FromInt(1);
      return rule.effect == Effect::kDeduct ? Points() - points : points;
    };
    return worth(a) > worth(b);
  }

  // Takes from `worse` a boundary that `better` includes.
  static void Yield(const When& better, When& worse) {
    if (worse.at_most && better.at_least == worse.at_most) {
      worse.less_than = std::exchange(worse.at_most, std::nullopt);
    }
    if (worse.at_least && better.at_most == worse.at_least) {
      worse.more_than = std::exchange(worse.at_least, std::nullopt);
    }
  }

  const TokenText& text_;
  const std::vector<const Clause*>& clause_of_;
  std::vector<Rule>& rules_;
  std::vector<bool> has_award_;  // of each group
};

}  // namespace

int SharedPairs(const std::string& a, const std::string& b) {
  const std::u32string words = DecodeUtf8(a);
  const std::u32string others = DecodeUtf8(b);
  int shared = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    shared += others.find(words.substr(i, 2)) != std::u32string::npos ? 1 : 0;
  }
  return shared;
}

void GroupRules(const TokenText& text, const std::vector<const Clause*>& clause_of,
                std::vector<Rule>& rules) {
  Grouper(text, clause_of, rules).Run();
}

}  // namespace kaoping::rules
