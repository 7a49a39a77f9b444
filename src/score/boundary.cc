#include "score/boundary.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "score/boundary_words.h"
#include "score/inquiry.h"
#include "score/probe.h"
#include "score/slice.h"

namespace kaoping::score {
namespace {

using rules::Rule;
using rules::Trigger;

// Why the rule cannot be put in figures, as far as it shows without asking; empty if it can.
std::string WhyUndecided(const Plan& plan, int index) {
  const PlannedRule& planned = plan.Rule(index);
  const Rule& rule = planned.rule();
  if (IsDecided(rule) && !DecidableRange(plan, index)) return "由人裁量，还没有定分值范围";
  switch (rule.trigger) {
    case Trigger::kShort:
    case Trigger::kOver:
    case Trigger::kBelow:
    case Trigger::kAbove:
      if (!rule.target && !planned.band) return "没有写明应达到的数量或比率";
      return "";
    default:
      return "";
  }
}

class Maker {
 public:
  Maker(Inquiry& inquiry, int rule)
      : inquiry_(inquiry), plan_(inquiry.plan()), probe_(inquiry.plan(), rule) {}

  Boundary Make() {
    boundary_.rule = plan_.Rule(probe_.rule()).key();
    boundary_.undecided = WhyUndecided(plan_, probe_.rule());
    if (!boundary_.undecided.empty()) return std::move(boundary_);
    for (const Decimal figure : AllFigures()) AddRows(figure);
    if (lacks_figure_ || boundary_.table.empty()) {
      boundary_.table.clear();
      boundary_.lacks_points = lacks_figure_;
      boundary_.undecided = lacks_figure_ ? "没有写明分值" : "不能用数字举例，要由人核对";
      return std::move(boundary_);
    }
    boundary_.premise = PremiseInWords(plan_, probe_, inquiry_.NeedsAwards(probe_));
    ChooseExamples();
    AddWithoutBase();
    return std::move(boundary_);
  }

 private:
  std::set<Decimal> AllFigures() {
    const std::vector<Decimal> figures = probe_.Figures();
    std::set<Decimal> all(figures.begin(), figures.end());
    const std::optional<int> stop = StepsToStop(inquiry_, probe_);
    if (!stop) return all;
    for (const int step : {*stop - 1, *stop, *stop + 1}) {
      if (const auto figure = probe_.FigureOfStep(step)) all.insert(*figure);
    }
    return all;
  }

  // A row a variant at the first figure at which the rule applies; elsewhere the one worth most.
  void AddRows(Decimal figure) {
    const bool applied_before = std::any_of(boundary_.table.begin(), boundary_.table.end(),
                                            [](const BoundaryRow& row) { return row.applies; });
    if (applied_before) return AddRow(figure, probe_.Largest());
    for (const Variant& variant : probe_.variants()) {
      AddRow(figure, variant);
      if (!boundary_.table.empty() && !boundary_.table.back().applies) return;
    }
  }

  void AddRow(Decimal figure, const Variant& variant) {
    std::vector<Fact> facts = inquiry_.PremiseOf(probe_, figure);
    for (Fact& fact : probe_.FactsAt(figure, variant)) facts.push_back(std::move(fact));
    const std::optional<Answer> answer = inquiry_.Ask(probe_.rule(), facts);
    if (!answer) return;
    lacks_figure_ = lacks_figure_ || answer->lacks_figure;
    BoundaryRow row;
    row.figure = figure;
    row.given = GivenInWords(plan_, probe_, figure, answer->applies ? variant : Variant{});
    row.result = ResultInWords(plan_, probe_.rule(), *answer);
    row.amount = answer->amount;
    row.applies = answer->applies;
    row.cut_by = answer->cut_by;
    if (answer->of_group != answer->amount) row.of_group = answer->of_group;
    row.facts = std::move(facts);
    boundary_.table.push_back(std::move(row));
  }

  // The first two neighbours of which one applies and the other does not.
  void ChooseExamples() {
    const std::vector<BoundaryRow>& table = boundary_.table;
    const auto edge = std::adjacent_find(
        table.begin(), table.end(),
        [](const BoundaryRow& a, const BoundaryRow& b) { return a.applies != b.applies; });
    if (edge != table.end()) {
      boundary_.examples = {*edge, *(edge + 1)};
      if (!edge->applies) std::swap(boundary_.examples[0], boundary_.examples[1]);
    } else {
      boundary_.examples = {table.front()};
      if (table.size() > 1) boundary_.examples.push_back(table.back());
    }
  }

  // Nothing that could be aggravated has happened.
  void AddWithoutBase() {
    if (!plan_.Rule(probe_.rule()).on_top_of) return;
    const auto applying = std::find_if(boundary_.table.begin(), boundary_.table.end(),
                                       [](const BoundaryRow& row) { return row.applies; });
    if (applying == boundary_.table.end()) return;
    BoundaryRow row;
    row.figure = applying->figure;
    row.facts = probe_.FactsAt(row.figure, probe_.Largest());
    const std::optional<Answer> answer = inquiry_.Ask(probe_.rule(), row.facts);
    if (!answer) return;
    row.given = WithoutBaseInWords(plan_, probe_.rule(), applying->given);
    row.result = ResultInWords(plan_, probe_.rule(), *answer);
    row.amount = answer->amount;
    row.applies = answer->applies;
    boundary_.table.push_back(std::move(row));
  }

  Inquiry& inquiry_;
  const Plan& plan_;
  Probe probe_;
  Boundary boundary_;
  bool lacks_figure_ = false;
};

// A scheme whose one task has this criterion.
scheme::Scheme SchemeOf(const rules::Compilation& criterion, std::optional<Points> base) {
  scheme::Scheme scheme;
  scheme.year = 2000;
  scheme.period = {*Date::FromYmd(2000, 1, 1), *Date::FromYmd(2000, 12, 31)};
  scheme::Section& section = scheme.sections.emplace_back();
  section.key = "1";
  scheme::Task& task = section.tasks.emplace_back();
  task.key = "1.1";
  if (base) task.base = scheme::Base{base, ""};
  scheme::Criterion& own = task.criterion.emplace();
  for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
    const std::string key = scheme::RuleKey(task.key, i);
    own.rules.push_back({key, key, criterion.rules[i]});
  }
  own.limits = criterion.limits;
  own.policies = criterion.policies;
  return scheme;
}

std::string InWords(const Boundary& boundary, const std::vector<BoundaryRow>& rows,
                    std::string_view indent) {
  if (!boundary.undecided.empty()) return fmt::format("{}{}。\n", indent, boundary.undecided);
  std::string text;
  if (!boundary.premise.empty()) text += fmt::format("{}{}：\n", indent, boundary.premise);
  for (const BoundaryRow& row : rows) text += fmt::format("{}{}\n", indent, Sentence(row));
  return text;
}

}  // namespace

std::string Sentence(const BoundaryRow& row) { return row.given + "：" + row.result; }

std::string ExamplesInWords(const Boundary& boundary, std::string_view indent) {
  return InWords(boundary, boundary.examples, indent);
}

std::string TableInWords(const Boundary& boundary, std::string_view indent) {
  return InWords(boundary, boundary.table, indent);
}

std::vector<Boundary> FindBoundaries(const scheme::Scheme& scheme) {
  std::vector<Boundary> boundaries;
  for (const scheme::Scheme& slice : SliceBySection(scheme)) {
    const Plan plan = MakePlan(slice);
    Inquiry inquiry(plan);
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
      boundaries.push_back(Maker(inquiry, static_cast<int>(i)).Make());
    }
  }
  return boundaries;
}

std::vector<Boundary> FindBoundaries(const rules::Compilation& criterion,
                                     std::optional<Points> base) {
  return FindBoundaries(SchemeOf(criterion, base));
}

}  // namespace kaoping::score
