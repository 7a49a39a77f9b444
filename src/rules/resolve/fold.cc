#include "rules/resolve/fold.h"

#include <string>
#include <utility>

#include "rules/parse/match.h"

namespace kaoping::rules {
namespace {

constexpr int kLongestLevel = 5;  // 省部级课题, where only the level varies, in tokens

// 主持国家级课题8分，省部级5分，厅级3分: one verb, or none, over clauses of which only the level
// varies.
class LevelFolder {
 public:
  LevelFolder(const TokenText& text, std::vector<Clause>& clauses)
      : text_(text), clauses_(clauses) {}

  void Run() {
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      const std::string first = LevelOf(clauses_[i], false);
      if (first.empty()) continue;
      std::size_t end = i + 1;
      while (end < clauses_.size() && Continues(clauses_[i], clauses_[end])) ++end;
      if (end == i + 1) continue;
      Clause& clause = clauses_[i];
      clause.amount.figures.front().label = first;
      for (std::size_t j = i + 1; j < end; ++j) {
        for (Figure figure : clauses_[j].amount.figures) {
          if (figure.label.empty()) figure.label = LevelOf(clauses_[j], true);
          clause.amount.figures.push_back(std::move(figure));
        }
      }
      clause.range.last = clauses_[end - 1].range.last;
      clause.amount.range.last = clauses_[end - 1].amount.range.last;
      clauses_.erase(clauses_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     clauses_.begin() + static_cast<std::ptrdiff_t>(end));
    }
  }

 private:
  static bool IsSimple(const Clause& clause) {
    return clause.kind == Clause::Kind::kRule && clause.amount.figures.size() == 1 &&
           clause.amount.figures.front().label.empty() && !clause.amount.judged &&
           clause.amount.figures.front().min == clause.amount.figures.front().max;
  }

  // The level that a clause is about; with `whole`, only if it is about nothing else.
  std::string LevelOf(const Clause& clause, bool whole) const {
    if (!IsSimple(clause)) return "";
    int first = clause.condition.first;
    int last = clause.condition.last;
    // 国家级每项3分、省级每项2分: a counter at the end is theirs in common.
    const bool counted = clause.counter && !clause.amount.counter &&
                         clause.counter->range.last == last && clause.counter->range.first > first;
    if (counted) last = clause.counter->range.first;
    while (first < last && (text_.Is(first, Word::kComma) || text_.Is(first, Word::kListMark))) {
      ++first;
    }
    if (whole) {
      const bool level = first < last && text_.Is(first, Word::kLevel) &&
                         SkipPlain(text_, first, last, kLongestLevel) == last;
      return level ? text_.Text(first, first + 1) : "";
    }
    for (int i = last - 1; i >= first && last - i <= 2 * kLongestLevel; --i) {
      if (text_.Is(i, Word::kLevel)) return text_.Text(i, i + 1);
    }
    return "";
  }

  // 、省级5分、市级3分, read as one list of its own.
  bool IsLabelledList(const Clause& clause) const {
    for (int i = clause.condition.first; i < clause.condition.last; ++i) {
      if (!text_.Is(i, Word::kListMark) && !text_.Is(i, Word::kComma)) return false;
    }
    return clause.amount.figures.size() > 1 && !clause.amount.figures.front().label.empty();
  }

  bool Continues(const Clause& first, const Clause& next) const {
    if (next.kind != first.kind || next.sentence != first.sentence || next.amount.effect) {
      return false;
    }
    if (LevelOf(next, true).empty() && !IsLabelledList(next)) return false;
    const auto& a = first.amount.counter;
    const auto& b = next.amount.counter;
    return !b || (a && a->unit == b->unit);
  }

  const TokenText& text_;
  std::vector<Clause>& clauses_;
};

}  // namespace

void FoldLevels(const TokenText& text, std::vector<Clause>& clauses) {
  LevelFolder(text, clauses).Run();
}

}  // namespace kaoping::rules
