// The sentences of a read-back, read again: see rules/lex/phrases.h for their form.

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "rules/lex/lexicon.h"
#include "rules/lex/phrases.h"
#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

// Takes a text apart from the left.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool empty() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

  bool Take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }

  std::optional<Decimal> TakeFigure() {
    std::size_t length = 0;
    while (length < rest_.size() &&
           (std::string_view("0123456789.").find(rest_[length]) != std::string_view::npos)) {
      ++length;
    }
    const auto value = Decimal::Parse(rest_.substr(0, length));
    if (length == 0 || !value) return std::nullopt;
    rest_.remove_prefix(length);
    return *value;
  }

  std::optional<int> TakeNumber() {
    const auto figure = TakeFigure();
    constexpr int kMost = 100'000;
    if (!figure || !figure->IsWhole() || *figure > Decimal::FromInt(kMost)) return std::nullopt;
    return static_cast<int>(figure->millionths() / Decimal::kScale);
  }

  // All up to `end`, which is taken too; nothing if it does not come.
  std::optional<std::string_view> TakeUntil(std::string_view end) {
    const auto found = rest_.find(end);
    if (found == std::string_view::npos) return std::nullopt;
    const std::string_view taken = rest_.substr(0, found);
    rest_.remove_prefix(found + end.size());
    return taken;
  }

  std::string_view TakeAll() { return std::exchange(rest_, {}); }

 private:
  std::string_view rest_;
};

bool TakeLast(std::string_view& text, std::string_view words) {
  if (!text.ends_with(words)) return false;
  text.remove_suffix(words.size());
  return true;
}

// 第1、2 → 1 2
std::vector<int> TakeNumbers(Reader& reader) {
  std::vector<int> numbers;
  do {
    const auto number = reader.TakeNumber();
    if (!number) return {};
    numbers.push_back(*number);
  } while (reader.Take(phrases::kListMark));
  return numbers;
}

// The parts of `body` between commas that stand outside brackets.
std::vector<std::string_view> SplitParts(std::string_view body) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const std::string_view rest = body.substr(i);
    if (rest.starts_with(phrases::kOpen)) ++depth;
    if (rest.starts_with(phrases::kClose)) --depth;
    if (depth != 0 || !rest.starts_with(phrases::kComma)) continue;
    parts.push_back(body.substr(begin, i - begin));
    begin = i + phrases::kComma.size();
  }
  parts.push_back(body.substr(begin));
  return parts;
}

// Reads one sentence into a rule. Every step returns whether its part was of the form.
class RuleReader {
 public:
  bool Read(std::string_view sentence) {
    TakeRemarks(sentence);
    const auto colon = sentence.rfind(phrases::kColon);
    if (colon != std::string_view::npos) {
      rule.condition = std::string(sentence.substr(0, colon));
      sentence.remove_prefix(colon + phrases::kColon.size());
    }
    std::vector<std::string_view> parts = SplitParts(sentence);
    std::size_t next = 0;
    if (parts.size() > next + 1 && ReadThreshold(parts[next])) ++next;
    if (parts.size() > next + 1 && ReadCount(parts[next])) ++next;
    return next + 1 == parts.size() && ReadWorth(parts[next]) && IsWhole();
  }

  Rule rule;
  std::vector<int> exclusive;  // by number, from 1

 private:
  // （应办事项）（与第2项只取其一）
  void TakeRemarks(std::string_view& sentence) {
    while (sentence.ends_with(phrases::kClose)) {
      const auto open = sentence.rfind(phrases::kOpen);
      if (open == std::string_view::npos) return;
      Reader remark(sentence.substr(open + phrases::kOpen.size()));
      if (remark.rest() == std::string(phrases::kDuty) + std::string(phrases::kClose)) {
        rule.nature = Nature::kDuty;
      } else if (remark.rest() == std::string(phrases::kIncident) + std::string(phrases::kClose)) {
        rule.nature = Nature::kIncident;
      } else if (remark.Take(phrases::kExclusiveWith)) {
        exclusive = TakeNumbers(remark);
        if (exclusive.empty() || !remark.Take(phrases::kOneApplies)) return;
      } else {
        return;
      }
      sentence = sentence.substr(0, open);
    }
  }

  // 80%以上且不足90%; 第1至3名
  bool ReadThreshold(std::string_view part) {
    Reader reader(part);
    When when;
    if (reader.Take(phrases::kNth)) {
      when.from = reader.TakeNumber();
      if (!when.from) return false;
      if (reader.Take(phrases::kTo)) {
        when.to = reader.TakeNumber();
        if (!when.to) return false;
      } else if (reader.rest() != phrases::kAndAfter) {
        when.to = when.from;
      }
      if (!reader.Take(phrases::kAndAfter) && !reader.Take(phrases::kRankedPlace)) return false;
      if (!reader.empty()) return false;
      rule.when = when;
      rule.trigger = Trigger::kRank;
      counted_ = true;
      return true;
    }
    do {
      if (!ReadComparison(reader, when)) return false;
    } while (reader.Take(phrases::kBoth));
    if (!reader.empty()) return false;
    rule.when = when;
    return true;
  }

  static bool ReadComparison(Reader& reader, When& when) {
    const bool more = reader.Take(phrases::kMoreThan);
    const bool less = !more && reader.Take(phrases::kLessThan);
    const auto figure = reader.TakeFigure();
    if (!figure) return false;
    const std::string_view rest = reader.rest();
    std::string_view words = rest.substr(0, rest.find(phrases::kBoth));
    Reader after(rest.substr(words.size()));
    if (more) {
      when.more_than = figure;
    } else if (less) {
      when.less_than = figure;
    } else if (TakeLast(words, phrases::kAtLeast)) {
      when.at_least = figure;
    } else if (TakeLast(words, phrases::kAtMost)) {
      when.at_most = figure;
    } else {
      return false;
    }
    when.unit = std::string(words);
    reader = after;
    return true;
  }

  // 每少1次（应有2次）
  bool ReadCount(std::string_view part) {
    Reader reader(part);
    counted_ = true;
    if (reader.Take(phrases::kOnce)) return Set(Trigger::kOccurs, reader);
    if (reader.Take(phrases::kEachTime)) return Set(Trigger::kEach, reader);
    if (reader.Take(phrases::kByPlace)) return Set(Trigger::kRank, reader);
    if (reader.Take(phrases::kLastPlace)) return Set(Trigger::kRank, reader);
    if (reader.Take(phrases::kByJudgement)) return Set(Trigger::kJudged, reader);
    if (reader.Take(phrases::kInProportion)) return ReadRatio(reader);
    if (reader.Take(phrases::kFallBack) || reader.Take(phrases::kMoveForward)) {
      return ReadPlaces(reader);
    }
    if (reader.Take(phrases::kEveryFewer)) {
      return ReadSteps(Trigger::kShort, phrases::kRequired, "", reader);
    }
    if (reader.Take(phrases::kEveryMore)) {
      return ReadSteps(Trigger::kOver, phrases::kLimitedTo, phrases::kAsLimit, reader);
    }
    if (reader.Take(phrases::kEveryLower)) {
      return ReadSteps(Trigger::kBelow, phrases::kRequiredRate, "", reader);
    }
    if (reader.Take(phrases::kEveryHigher)) {
      return ReadSteps(Trigger::kAbove, phrases::kLimitedTo, phrases::kAsLimit, reader);
    }
    if (reader.Take(phrases::kEveryAbsent)) return ReadMissing(reader);
    if (reader.Take(phrases::kEveryLate)) return ReadStep(reader) && Set(Trigger::kLate, reader);
    if (reader.Take(phrases::kEvery)) return ReadStep(reader) && Set(Trigger::kEach, reader);
    counted_ = false;
    return false;
  }

  bool Set(Trigger trigger, const Reader& reader) {
    rule.trigger = trigger;
    return reader.empty();
  }

  // 1次, 1个百分点, up to the bracket of its target
  bool ReadStep(Reader& reader) {
    rule.per = reader.TakeFigure();
    if (!rule.per || !rule.per->IsPositive()) return false;
    const std::string_view rest = reader.rest();
    std::string_view unit = rest.substr(0, rest.find(phrases::kOpen));
    reader = Reader(rest.substr(unit.size()));
    const std::string_view point =
        unit.starts_with(kPieceWord) ? unit.substr(kPieceWord.size()) : std::string_view();
    if (point == kPercentPointWord || point == kPerMillePoint) unit = point;
    rule.unit = std::string(unit);
    return true;
  }

  bool ReadSteps(Trigger trigger, std::string_view before, std::string_view after, Reader& reader) {
    if (!ReadStep(reader) || !reader.Take(phrases::kOpen)) return false;
    if (!reader.Take(phrases::kNoTarget)) {
      if (!reader.Take(before)) return false;
      rule.target = reader.TakeFigure();
      const std::string_view sign = rule.unit == kPercentPointWord ? kPercentSign
                                    : rule.unit == kPerMillePoint  ? kPerMilleSign
                                                                   : std::string_view(rule.unit);
      if (!rule.target || !reader.Take(sign) || !reader.Take(after)) {
        return false;
      }
    }
    return reader.Take(phrases::kClose) && Set(trigger, reader);
  }

  bool ReadMissing(Reader& reader) {
    if (!ReadStep(reader)) return false;
    if (rule.unit == phrases::kAnyPart) {
      rule.unit.clear();
      rule.per.reset();
    }
    while (reader.Take(phrases::kOpen)) {
      if (reader.Take(phrases::kAltogether)) {
        rule.target = reader.TakeFigure();
        if (!rule.target || !reader.Take(phrases::kClose)) return false;
        continue;
      }
      if (!reader.Take(phrases::kRequired)) return false;
      const auto list = reader.TakeUntil(phrases::kClose);
      if (!list) return false;
      Reader names(*list);
      while (const auto name = names.TakeUntil(phrases::kListMark)) {
        rule.of.emplace_back(*name);
      }
      rule.of.emplace_back(names.TakeAll());
    }
    return Set(Trigger::kMissing, reader);
  }

  bool ReadRatio(Reader& reader) {
    if (reader.Take(phrases::kOpen)) {
      if (!reader.Take(phrases::kLimitedTo)) return false;
      rule.target = reader.TakeFigure();
      if (!rule.target || !reader.Take(kPercentSign) || !reader.Take(phrases::kAsFull) ||
          !reader.Take(phrases::kClose)) {
        return false;
      }
    }
    return Set(Trigger::kRatio, reader);
  }

  bool ReadPlaces(Reader& reader) {
    rule.per = reader.TakeFigure();
    rule.unit = std::string(kPlacesUnit);
    return rule.per && rule.per->IsPositive() && reader.Take(phrases::kPlace) &&
           Set(Trigger::kRank, reader);
  }

  bool ReadWorth(std::string_view part) {
    if (ReadWhole(part)) return true;
    Reader reader(part);
    if (reader.rest() == phrases::kFullMark) {
      rule.effect = Effect::kAward;
      return true;
    }
    if (!ReadOnTopOf(reader)) return false;
    if (reader.Take(phrases::kDeduct)) {
      rule.effect = Effect::kDeduct;
    } else if (reader.Take(phrases::kBonus)) {
      rule.effect = Effect::kBonus;
    } else if (reader.Take(phrases::kAward)) {
      rule.effect = Effect::kAward;
    } else {
      return false;
    }
    if (reader.rest() == phrases::kUndecided) return true;
    if (rule.times && reader.rest() == phrases::kPoints) return true;
    if (reader.Take(phrases::kOpen)) return ReadLevels(reader);
    return ReadPoints(reader);
  }

  // 一律不得分, 一律定为不合格
  bool ReadWhole(std::string_view part) {
    if (part == phrases::kForfeit) {
      rule.effect = Effect::kForfeit;
      return true;
    }
    Reader reader(part);
    Consequence consequence;
    if (reader.rest() == phrases::kVeto) {
      rule.effect = Effect::kVeto;
      return true;
    }
    if (reader.rest() == phrases::kPutLast) {
      consequence.last = true;
    } else if (reader.Take(phrases::kGraded)) {
      consequence.grade = std::string(reader.TakeAll());
      if (consequence.grade.empty()) return false;
    } else if (reader.Take(phrases::kLowered)) {
      consequence.lower = reader.TakeNumber();
      if (!consequence.lower || reader.rest() != phrases::kGrades) return false;
    } else if (reader.Take(phrases::kBarred)) {
      std::string_view bar = reader.TakeAll();
      if (!TakeLast(bar, phrases::kQualification) || bar.empty()) return false;
      consequence.bar = std::string(bar);
    } else {
      return false;
    }
    rule.effect = Effect::kVeto;
    rule.consequence = consequence;
    return true;
  }

  bool ReadOnTopOf(Reader& reader) {
    if (reader.Take(phrases::kOnTopOf)) {
      const auto number = reader.TakeNumber();
      if (!number || !reader.Take(phrases::kAdding)) return false;
      rule.on_top_of = *number - 1;
    } else if (reader.Take(phrases::kBy)) {
      if (reader.Take(phrases::kNth)) {
        const auto number = reader.TakeNumber();
        if (!number || !reader.Take(phrases::kOfRule)) return false;
        rule.on_top_of = *number - 1;
      }
      rule.times = reader.TakeFigure();
      return rule.times && reader.Take(phrases::kTimes);
    }
    return true;
  }

  bool HasLevel(const std::string& name) const {
    return std::any_of(rule.levels.begin(), rule.levels.end(),
                       [&name](const Level& level) { return level.name == name; });
  }

  // 国家为1分、省为0.5分）
  bool ReadLevels(Reader& reader) {
    const bool places = rule.trigger == Trigger::kRank;
    do {
      if (places && !reader.Take(phrases::kNth)) return false;
      Level level;
      // A name may hold a 为 or a 、 of its own: it ends at the first that a figure follows.
      std::string name;
      for (bool found = false; !found;) {
        const auto piece = reader.TakeUntil(phrases::kIs);
        if (!piece) return false;
        name += *piece;
        Reader ahead = reader;
        const auto figure = ahead.TakeFigure();
        found = figure && ahead.Take(phrases::kPoints);
        if (!found) {
          name += phrases::kIs;
          continue;
        }
        level.points = *figure;
        reader = ahead;
      }
      std::string_view own = name;
      if (places && !TakeLast(own, phrases::kRankedPlace)) return false;
      level.name = std::string(own);
      if (HasLevel(level.name)) return false;
      rule.levels.push_back(std::move(level));
    } while (reader.Take(phrases::kListMark));
    return reader.Take(phrases::kClose) && reader.empty();
  }

  bool ReadPoints(Reader& reader) {
    const auto first = reader.TakeFigure();
    if (!first) return false;
    if (reader.Take(phrases::kTo)) {
      const auto last = reader.TakeFigure();
      if (!last) return false;
      rule.range = PointsRange{std::min(*first, *last), std::max(*first, *last)};
    } else {
      rule.points = *first;
    }
    return reader.Take(phrases::kPoints) && reader.empty();
  }

  // Only a forfeit or a veto goes without a count.
  bool IsWhole() const {
    return counted_ || rule.effect == Effect::kForfeit || rule.effect == Effect::kVeto;
  }

  bool counted_ = false;
};

std::optional<Clause> ReadLimit(std::string_view sentence) {
  Clause clause;
  clause.kind = Clause::Kind::kLimit;
  clause.stated_scope = Limit::Scope::kRules;
  Reader reader(sentence);
  if (reader.Take(phrases::kNth)) {
    clause.stated_numbers = TakeNumbers(reader);
    if (clause.stated_numbers.empty() || !reader.Take(phrases::kRules)) return std::nullopt;
  } else if (reader.Take(phrases::kWholeSection)) {
    clause.stated_scope = Limit::Scope::kSection;
  } else if (reader.Take(phrases::kWholeScheme)) {
    clause.stated_scope = Limit::Scope::kScheme;
  } else if (reader.Take(phrases::kEveryItem)) {
    clause.stated_scope = Limit::Scope::kEveryItem;
  } else {
    return std::nullopt;
  }
  std::string_view rest = reader.rest();
  if (TakeLast(rest, phrases::kUpToBase)) {
    clause.at_most.reset();
  } else {
    if (!TakeLast(rest, phrases::kPoints)) return std::nullopt;
    const auto words = rest.rfind(phrases::kAtMostInTotal);
    if (words == std::string_view::npos) return std::nullopt;
    Reader figure(rest.substr(words + phrases::kAtMostInTotal.size()));
    clause.at_most = figure.TakeFigure();
    if (!clause.at_most || !figure.empty()) return std::nullopt;
    rest = rest.substr(0, words);
  }
  Reader each(rest);
  if (each.Take(phrases::kComma)) {
    if (!each.Take(phrases::kPerThing)) return std::nullopt;
    clause.each = std::string(each.TakeAll());
  }
  if (!each.empty()) return std::nullopt;
  return clause;
}

std::optional<Clause> ReadPolicyOrLink(std::string_view sentence) {
  Clause clause;
  if (sentence.starts_with(phrases::kResult)) {
    sentence.remove_prefix(phrases::kResult.size());
    if (!TakeLast(sentence, phrases::kLinked)) return std::nullopt;
    clause.kind = Clause::Kind::kLink;
    clause.target = std::string(sentence);
    return clause;
  }
  clause.kind = Clause::Kind::kPolicy;
  clause.stated_scope =
      TakeLast(sentence, phrases::kForSection) ? Limit::Scope::kSection : Limit::Scope::kRules;
  if (sentence == phrases::kNoFloor) {
    clause.policy = Policy::Kind::kNoFloor;
    return clause;
  }
  if (!TakeLast(sentence, phrases::kHighestOnly)) return std::nullopt;
  clause.policy = Policy::Kind::kHighestOnly;
  if (sentence != phrases::kAnyWork) clause.target = std::string(sentence);
  return clause;
}

}  // namespace

std::optional<Clause> MatchStated(const TokenText& text, TokenRange sentence) {
  const std::string words = text.Text(sentence.first, sentence.last);
  auto clause = ReadLimit(words);
  if (!clause) clause = ReadPolicyOrLink(words);
  if (!clause) {
    RuleReader reader;
    if (!reader.Read(words)) return std::nullopt;
    clause = Clause{};
    clause->kind = Clause::Kind::kStated;
    clause->stated = std::make_shared<const Rule>(std::move(reader.rule));
    clause->stated_numbers = std::move(reader.exclusive);
  }
  clause->range = clause->condition = sentence;
  return clause;
}

}  // namespace kaoping::rules
