#include "rules/resolve/rule.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "rules/lex/lexicon.h"
#include "rules/parse/match.h"
#include "rules/resolve/levels.h"
#include "rules/resolve/target.h"
#include "rules/resolve/threshold.h"

namespace kaoping::rules {
namespace {

// The condition as a person would quote it: without the counter at either end, and without the
// marks and the 的 that lead to the amount.
TokenRange ConditionWords(const TokenText& text, const Clause& clause) {
  int first = clause.condition.first;
  int last = clause.condition.last;
  const auto trim = [&] {
    while (first < last && IsMark(text, first)) ++first;
    while (first < last && (IsMark(text, last - 1) || text.Is(last - 1, Word::kOf))) --last;
  };
  trim();
  if (clause.counter && !clause.amount.counter) {
    TokenRange counter = clause.counter->range;
    // 每少1次（全年4次）: the figure in brackets goes with the counter.
    if (text.Is(counter.last, Word::kOpen) && text.Is(last - 1, Word::kClose)) counter.last = last;
    if (counter.first <= first && counter.last < last) {
      first = counter.last;
    } else if (counter.last >= last) {
      last = std::max(first, counter.first);
    }
    trim();
    // 每邀请1个企业: the verb is all that is left to say.
    if (first >= last) return clause.counter->verb;
  }
  return {first, last};
}

// A blank and a comma are kept between digits alone: at an end they stand before what was cut off.
void TrimSeparators(std::string& condition) {
  constexpr std::string_view kSeparators = " ,:";
  condition.erase(0, condition.find_first_not_of(kSeparators));
  condition.erase(condition.find_last_not_of(kSeparators) + 1);
}

// Things that are parts of a whole when no figure says how many there must be; 次 and 人 are not.
bool CountsParts(std::string_view unit) {
  constexpr std::array<std::string_view, 12> kParts = {
      "项", "种", "条", "份", "类", "个", "件", "有", "环节", "方面", "内容", "项内容"};
  return std::find(kParts.begin(), kParts.end(), unit) != kParts.end();
}

void SetPoints(const Amount& amount, Rule& rule) {
  if (amount.figures.empty()) return;
  const Figure& figure = amount.figures.front();
  if (figure.min != figure.max) {
    rule.range = PointsRange{figure.min, figure.max};
  } else if (rule.trigger == Trigger::kJudged) {
    // 酌情扣10分 is at most that figure.
    rule.range = PointsRange{Points(), figure.max};
  } else {
    rule.points = figure.min;
  }
}

// Resolves one clause; its parts are set one after the other.
class RuleResolver {
 public:
  RuleResolver(const TokenText& text, const Clause& clause, const Surroundings& around,
               const ResolveContext& context, std::vector<Diagnostic>& diagnostics)
      : text_(text),
        clause_(clause),
        around_(around),
        context_(context),
        diagnostics_(diagnostics) {}

  Rule Run() && {
    const Amount& amount = clause_.amount;
    rule_.effect = around_.effect;
    const TokenRange words = ConditionWords(text_, clause_);
    rule_.condition = text_.Text(words.first, words.last);
    TrimSeparators(rule_.condition);
    rule_.span = SpanOf(clause_.range);
    rule_.times = amount.times;
    rule_.consequence = clause_.consequence;
    SetTrigger();
    if (amount.figures.size() > 1) {
      SetLevels();
    } else if (amount.judged && amount.figures.empty()) {
      SetMostToJudge();
    } else {
      SetPoints(amount, rule_);
    }
    SetNature();
    // 低于90%、80%的，分别扣1、2分: each level is its own threshold.
    if (rule_.trigger == Trigger::kOccurs && rule_.levels.empty()) {
      if (auto when = FindThreshold(text_, clause_, rule_)) rule_.when = std::move(when);
    }
    return std::move(rule_);
  }

 private:
  Span SpanOf(TokenRange range) const { return text_.SpanOf(range.first, range.last); }

  void Report(Severity severity, const char* code, Message message, TokenRange range) {
    diagnostics_.push_back({severity, code, std::move(message), SpanOf(range), {}});
  }

  bool IsWhole() const { return rule_.effect == Effect::kForfeit || rule_.effect == Effect::kVeto; }

  void SetTrigger() {
    const Amount& amount = clause_.amount;
    if (amount.judged) {
      rule_.trigger = Trigger::kJudged;
    } else if (amount.in_proportion) {
      rule_.trigger = Trigger::kRatio;
      SetRatioTarget();
    } else if (IsWhole()) {
      ReportPlacesFromEnd();
    } else if (clause_.counter && CountsRepeatedly()) {
      SetCounter();
    } else if (clause_.places) {
      SetPlaces();
    } else if ((amount.each_of || amount.respectively) && amount.figures.size() == 1) {
      SetEachOfAList();
    }
  }

  // 明确1名联络员的得1分: one is appointed, once; 报送一次的得1分，最多得2分: as often as it
  // happens.
  bool CountsRepeatedly() const {
    const Counter& counter = *clause_.counter;
    if (counter.every || clause_.amount.counter || rule_.effect != Effect::kAward) return true;
    if (counter.kind != Counter::Kind::kOccurrence) return true;
    // 引进项目1个得5分
    if (counter.range.last == clause_.condition.last) return true;
    constexpr std::string_view kRepeated = " 次 起 例 件 项 篇 条 场 期 ";
    return kRepeated.find(" " + counter.unit + " ") != std::string_view::npos;
  }

  std::optional<Target> TargetOf(const std::string& unit) const {
    const Counter& counter = *clause_.counter;
    const int end = clause_.amount.counter ? clause_.condition.last : counter.range.first;
    TargetPlaces places;
    places.behind = BracketBehind(counter);
    places.clause = {clause_.condition.first, end};
    places.sentence = {around_.sentence_first, end};
    places.earlier = {around_.item_first, around_.sentence_first};
    // Of several tiers none is the figure that a rate is counted from.
    if (clause_.counter->rate) places.earlier = around_.award;
    places.later = around_.later;
    places.content = context_.content;
    return FindTarget(text_, places, unit);
  }

  // 每少1次（全年4次）
  TokenRange BracketBehind(const Counter& counter) const {
    if (clause_.amount.counter || !text_.Is(counter.range.last, Word::kOpen)) return {};
    return {counter.range.last, clause_.condition.last};
  }

  void SetTarget(const std::string& unit) {
    if (clause_.counter->origin) {
      rule_.target = clause_.counter->origin;
      return;
    }
    const auto target = TargetOf(unit);
    if (!target) return;
    rule_.target = target->figure;
    if (target->for_each) {
      Report(Severity::kWarning, "target-for-each",
             Say("“各”要求的次数是对每一方面说的；这里按{0}计，请确认是否应按各方面合计",
                 "the figure is required of each; it is taken as {0}: confirm whether it should be "
                 "the sum over all of them",
                 target->figure.ToString()),
             clause_.counter->range);
    }
  }

  bool LowIsBetter() const {
    if (HasWord(text_, clause_.condition, Word::kLowIsBetter)) return true;
    return context_.content != nullptr &&
           HasWord(*context_.content, {0, context_.content->size()}, Word::kLowIsBetter);
  }

  void SetCounter() {
    const Counter& counter = *clause_.counter;
    rule_.unit = counter.unit;
    rule_.per = counter.per;
    using Kind = Counter::Kind;
    switch (counter.kind) {
      case Kind::kOccurrence:
        SetOccurrence();
        break;
      case Kind::kFewer:
        SetFewer();
        break;
      case Kind::kMore:
      case Kind::kExcess:
        SetMore();
        break;
      case Kind::kDiffer:
        SetDiffer();
        break;
      case Kind::kRate:
      case Kind::kRateDown:
      case Kind::kRateUp:
        rule_.trigger = IsRateBelow() ? Trigger::kBelow : Trigger::kAbove;
        SetTarget(RateSign());
        break;
      case Kind::kLate:
        rule_.trigger = Trigger::kLate;
        break;
      case Kind::kPlaces:
        rule_.trigger = Trigger::kRank;
        break;
    }
  }

  void SetOccurrence() {
    const Counter& counter = *clause_.counter;
    rule_.trigger = IsLateness() ? Trigger::kLate : Trigger::kEach;
    // 每份每日: the time is the step.
    for (int i = counter.range.first; rule_.trigger == Trigger::kLate && i < counter.range.last;
         ++i) {
      const auto time = text_.Is(i, Word::kTimeUnit) ? MatchUnit(text_, i, i + 1) : std::nullopt;
      if (time) rule_.unit = time->unit;
    }
    // 超过5件的，超出部分每件加0.5分; 超过5日的每日扣1分: counted from the figure.
    const auto start = MoreThan(counter.unit);
    if (!start || !counter.every) return;
    rule_.trigger = Trigger::kOver;
    rule_.target = start;
  }

  // The figure that the clause's own words go beyond: 超过5天的.
  std::optional<Decimal> MoreThan(const std::string& unit) const {
    for (const Bound& bound : clause_.bounds) {
      if (bound.kind == Bound::Kind::kMoreThan && bound.unit == unit) return bound.figure;
    }
    return std::nullopt;
  }

  // 逾期报送的，每天扣0.2分; 未按时报送的，每天扣0.2分
  bool IsLateness() const {
    const Counter& counter = *clause_.counter;
    if (!counter.every || !IsTime(counter.range)) return false;
    const TokenRange before{clause_.condition.first, counter.range.first};
    return HasWord(text_, before, Word::kOverdue) || HasWord(text_, before, Word::kNotInTime);
  }

  // The sign of the figures that a rate's steps are counted from: 3‰, 95%.
  std::string RateSign() const {
    const bool per_mille = rule_.unit == kPerMillePoint || rule_.unit == kPerMilleSign;
    return std::string(per_mille ? kPerMilleSign : kPercentSign);
  }

  // 每10个百分点 takes its direction from the words before it, else from what it does.
  bool IsRateBelow() const {
    const Counter& counter = *clause_.counter;
    if (counter.kind != Counter::Kind::kRate) return counter.kind == Counter::Kind::kRateDown;
    for (int i = counter.range.first - 1; i >= clause_.condition.first; --i) {
      const Word word = text_.at(i).word;
      if (word == Word::kFewerThan || word == Word::kLower || word == Word::kNot ||
          word == Word::kNotInTime) {
        return true;
      }
      if (word == Word::kMoreThan || word == Word::kHigher || word == Word::kBeyond ||
          word == Word::kMore) {
        return false;
      }
    }
    return rule_.effect == Effect::kDeduct;
  }

  // 检测记录每缺1次: papers that must exist.
  bool CountsDocuments(int i) const {
    while (i > clause_.condition.first && (text_.Is(i - 1, Word::kEvery) || IsMark(text_, i - 1))) {
      --i;
    }
    return i > clause_.condition.first && text_.Is(i - 1, Word::kDocument);
  }

  void SetFewer() {
    const Counter& counter = *clause_.counter;
    const bool parts =
        counter.quoted || CountsParts(counter.unit) || CountsDocuments(counter.range.first);
    SetTarget(counter.unit);
    if (parts) rule_.of = FindParts(text_, {clause_.condition.first, counter.range.first});
    rule_.trigger =
        parts && (!rule_.target || !rule_.of.empty()) ? Trigger::kMissing : Trigger::kShort;
    // 缺报一次 with nothing to fall short of happens once more.
    if (counter.deed && !rule_.target && rule_.of.empty()) {
      rule_.trigger = Trigger::kEach;
      return;
    }
    if (rule_.trigger != Trigger::kMissing) {
      rule_.of.clear();
      return;
    }
    rule_.target.reset();
    // 少“一有” counts components, not a thing called 有.
    if (counter.quoted) {
      rule_.unit.clear();
      rule_.per.reset();
    }
  }

  void SetMore() {
    const Counter& counter = *clause_.counter;
    // 每超一天 is late by a day, unless the text says how many days it may take.
    if (counter.kind == Counter::Kind::kExcess && IsTime(counter.range) &&
        !HasBoundIn(counter.unit) && !MoreThan(counter.unit)) {
      rule_.trigger = Trigger::kLate;
      return;
    }
    SetTarget(counter.unit);
    const TokenRange words{clause_.condition.first, counter.range.last};
    // PM2.5浓度每上升1微克 is over a figure that somebody has to supply.
    const bool too_high = rule_.effect == Effect::kDeduct && LowIsBetter();
    const bool beyond =
        counter.kind == Counter::Kind::kExcess || too_high || HasWord(text_, words, Word::kBeyond);
    // 每增加1件 with nothing to count from counts every one.
    rule_.trigger = rule_.target || beyond ? Trigger::kOver : Trigger::kEach;
  }

  // 不超过15天 is a figure to keep below; 15天内 is a deadline.
  bool HasBoundIn(const std::string& unit) const {
    const auto bounds = FindBounds(text_, {around_.sentence_first, clause_.condition.last});
    return std::any_of(bounds.begin(), bounds.end(), [&](const Bound& bound) {
      return bound.unit == unit && text_.Is(bound.range.first, Word::kAtMost);
    });
  }

  // 每差1微克: under a figure to be reached, over one to be kept below.
  void SetDiffer() {
    const auto is_ceiling = [](const Bound& bound) { return bound.kind == Bound::Kind::kAtMost; };
    const bool low =
        LowIsBetter() || std::any_of(clause_.bounds.begin(), clause_.bounds.end(), is_ceiling);
    const bool rate = clause_.counter->rate;
    if (rate) {
      rule_.trigger = low ? Trigger::kAbove : Trigger::kBelow;
    } else {
      rule_.trigger = low ? Trigger::kOver : Trigger::kShort;
    }
    SetTarget(rate ? RateSign() : rule_.unit);
  }

  // A figure in the clause's own words, or in those of the award that was missed (达到98%的得满分，
  // 未达到的按比例得分); ratios take 100% otherwise.
  void SetRatioTarget() {
    for (const Bound& bound : clause_.bounds) {
      if (bound.unit == kPercentSign && bound.kind != Bound::Kind::kWithin)
        rule_.target = bound.figure;
    }
    if (rule_.target || !MissesTheAward()) return;
    const auto bounds = FindBounds(text_, around_.award);
    const bool one = bounds.size() == 1 && bounds[0].unit == kPercentSign &&
                     bounds[0].kind != Bound::Kind::kWithin;
    if (one && bounds[0].figure != Decimal::FromInt(100)) rule_.target = bounds[0].figure;
  }

  // 未达到的, 达不到的, 否则
  bool MissesTheAward() const {
    return HasNegation(text_, clause_.condition) ||
           HasWord(text_, clause_.condition, Word::kFewerThan) ||
           HasWord(text_, clause_.condition, Word::kOrElse);
  }

  void SetPlaces() {
    const Places& places = *clause_.places;
    rule_.trigger = Trigger::kRank;
    if (clause_.amount.figures.size() > 1) return;
    ReportPlacesFromEnd();
    if (!places.from) return;
    rule_.when = When{};
    rule_.when->from = places.from;
    rule_.when->to = places.to;
  }

  // 后三名, 前10%
  void ReportPlacesFromEnd() {
    if (clause_.places && clause_.places->from_end) {
      Report(Severity::kError, "rank-from-end",
             Say("“后几名”“前百分之几”要知道一共有几个单位才算得出，请由人工录入规则",
                 "the last few places, and a share of them, depend on how many units there are: "
                 "enter the rule by hand"),
             clause_.places->range);
    }
  }

  // 无计划、无总结的各扣1分: absent documents; 未开会、未报告的各扣1分: any failings.
  void SetEachOfAList() {
    auto parts = FindParts(text_, clause_.condition);
    const bool listed = HasWord(text_, clause_.condition, Word::kListMark);
    if (!listed || rule_.effect != Effect::kDeduct) return;
    const TokenRange words = ConditionWords(text_, clause_);
    if (parts.size() > 1 && AreLacking(text_, words, parts)) {
      rule_.trigger = Trigger::kMissing;
      rule_.of = std::move(parts);
      return;
    }
    rule_.trigger = Trigger::kEach;
    rule_.unit = kItemWord;
    rule_.per = Decimal::FromInt(1);
  }

  void SetLevels() {
    LevelsFound found = FindLevels(text_, clause_);
    // Two amounts for one level are no list of levels.
    std::set<std::string> names;
    for (const Level& level : found.levels) names.insert(level.name);
    if (names.size() < found.levels.size()) found.levels.clear();
    const std::size_t figures = clause_.amount.figures.size();
    if (found.levels.empty()) {
      Report(Severity::kError, "levels-unknown",
             Say("这里有{0}个分值，但看不出各对应什么情形；请写成“国家级1分、省级0.5分”的样子",
                 "there are {0} amounts here, and no levels they belong to: write each level "
                 "before its amount",
                 figures),
             clause_.amount.range);
      return;
    }
    if (found.uneven) {
      Report(Severity::kWarning, "levels-uneven",
             Say("列了{0}个级别，却只有{1}个分值；请确认各级别的分值",
                 "{0} levels are listed for {1} amounts: confirm what each is worth",
                 found.levels.size(), figures),
             clause_.amount.range);
    }
    rule_.levels = std::move(found.levels);
    if (found.by_place) {
      rule_.trigger = Trigger::kRank;
      rule_.when.reset();
      rule_.unit.clear();
      rule_.per.reset();
      rule_.target.reset();
      rule_.of.clear();
    }
  }

  // 在2分内酌情给分: no more than that figure.
  void SetMostToJudge() {
    for (const Bound& bound : clause_.bounds) {
      if (bound.unit != kPointWord) continue;
      if (bound.kind == Bound::Kind::kAtMost) rule_.range = PointsRange{Points(), bound.figure};
      if (bound.kind == Bound::Kind::kWithin) {
        rule_.range = PointsRange{bound.figure, *bound.upper};
      }
    }
  }

  // What silence means for a yes-or-no rule: a duty left undone, or an event that did not happen.
  void SetNature() {
    const bool loses = rule_.effect == Effect::kDeduct || IsWhole();
    if (rule_.trigger == Trigger::kMissing) rule_.nature = Nature::kDuty;
    if (!loses || rule_.trigger != Trigger::kOccurs) return;
    const bool duty = HasNegation(text_, clause_.condition) &&
                      !HasWord(text_, clause_.condition, Word::kNotPassed);
    rule_.nature = duty ? Nature::kDuty : Nature::kIncident;
  }

  bool IsTime(TokenRange range) const { return HasWord(text_, range, Word::kTimeUnit); }

  const TokenText& text_;
  const Clause& clause_;
  const Surroundings& around_;
  const ResolveContext& context_;
  std::vector<Diagnostic>& diagnostics_;
  Rule rule_;
};

}  // namespace

Rule ResolveRule(const TokenText& text, const Clause& clause, const Surroundings& around,
                 const ResolveContext& context, std::vector<Diagnostic>& diagnostics) {
  return RuleResolver(text, clause, around, context, diagnostics).Run();
}

std::string MeasureWords(const TokenText& text, const Clause& clause) {
  std::string words;
  const TokenRange condition = ConditionWords(text, clause);
  for (int i = condition.first; i < condition.last; ++i) {
    const auto within = [i](TokenRange range) { return range.first <= i && i < range.last; };
    const bool bound = std::any_of(clause.bounds.begin(), clause.bounds.end(),
                                   [&](const Bound& b) { return within(b.range); });
    if (bound || IsMark(text, i) || text.Is(i, Word::kOf) || text.Is(i, Word::kNumber)) continue;
    // 但在90%以上: words that join two figures name nothing.
    if (text.Is(i, Word::kBut) || text.Text(i, i + 1) == kIn) continue;
    words += text.Text(i, i + 1);
  }
  return words;
}

}  // namespace kaoping::rules
