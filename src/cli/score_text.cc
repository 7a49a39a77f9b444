#include "cli/score_text.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <optional>
#include <ostream>

#include "base/check.h"
#include "cli/scheme_text.h"
#include "cli/table.h"
#include "score/score.h"

namespace kaoping::cli {
namespace {

using score::Reason;
using score::Scorecard;

// The criterion whose words a reason of this key ("7.1.1", "limit 7.1#1") points into; nullptr if
// there is none.
const scheme::Criterion* FindCriterionOf(const scheme::Scheme& scheme, const std::string& key) {
  if (const auto rule = scheme::FindRule(scheme, key)) return rule->criterion;
  const std::string place = key.substr(key.find(' ') + 1);  // all of it without a blank
  const scheme::Task* task = scheme::FindTask(scheme, place.substr(0, place.find('#')));
  if (task != nullptr) task = scheme::FindCriterion(scheme, *task);
  return task == nullptr ? nullptr : &*task->criterion;
}

// The words of the notice that the reason comes from, and before them those of the person who
// replaced them; "" if there are none.
std::string QuoteFor(const scheme::Scheme& scheme, const Reason& reason) {
  const scheme::Criterion* const criterion = FindCriterionOf(scheme, reason.key);
  const std::string words = criterion == nullptr ? "" : Words(criterion->text, reason.span);
  if (words.empty()) return "";
  if (criterion->settled != scheme::Settled::kReplaced) {
    return criterion->source.empty() ? fmt::format("“{}”", words)
                                     : fmt::format("“{}”（{}）", words, criterion->source);
  }
  if (criterion->settled_text.empty()) return fmt::format("按人工改写的规则；原文“{}”", words);
  return fmt::format("按改写“{}”；原文“{}”", criterion->settled_text, words);
}

// Whether `reason` or something below it has this key.
bool LeadsTo(const Reason& reason, std::string_view key) {
  return reason.key == key || std::any_of(reason.children.begin(), reason.children.end(),
                                          [&](const Reason& r) { return LeadsTo(r, key); });
}

void AppendReason(const scheme::Scheme& scheme, const Reason& reason, std::string_view key,
                  int depth, std::string& out) {
  if (!key.empty() && !LeadsTo(reason, key)) return;
  // Below what was asked for, everything is shown.
  const std::string_view below = reason.key == key ? std::string_view() : key;
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  // A limit is known by its words, which follow.
  const std::string label =
      reason.key.empty() || reason.kind == Reason::Kind::kLimit ? "" : reason.key + "  ";
  out += fmt::format("{}{}{}\n", indent, label, reason.sentence);
  const std::string quote = QuoteFor(scheme, reason);
  if (!quote.empty()) out += fmt::format("{}  {}\n", indent, quote);
  for (const std::string& evidence : reason.evidence) {
    out += fmt::format("{}  佐证：{}\n", indent, evidence);
  }
  for (const Reason& child : reason.children) AppendReason(scheme, child, below, depth + 1, out);
}

TextTable MakeTable(const Program& program, std::span<const Scorecard> cards) {
  constexpr auto kRight = TextTable::Align::kRight;
  const bool net = std::any_of(cards.begin(), cards.end(), [](const auto& c) { return c.net; });
  TextTable table({{program.Text("单位", "Unit")},
                   {program.Text("口径", "Reading")},
                   {net ? program.Text("净加减分", "Net") : program.Text("得分", "Score"), kRight},
                   {program.Text("扣分", "Deducted"), kRight},
                   {program.Text("加分", "Bonus"), kRight},
                   {program.Text("未评规则", "Open rules"), kRight}});
  for (const Scorecard& card : cards) {
    table.AddRow({card.unit, TitleOf(card.reading).In(program.language),
                  RenderTotal(card, program.language), card.deducted.ToString(),
                  card.bonus.ToString(), std::to_string(card.open.size())});
  }
  return table;
}

}  // namespace

Message TitleOf(score::Reading reading) {
  switch (reading) {
    case score::Reading::kConfirmed:
      return Say("认定", "confirmed");
    case score::Reading::kClaimed:
      return Say("含待核实", "claimed");
    case score::Reading::kProjected:
      return Say("预计", "projected");
  }
  KAOPING_CHECK(false);
}

std::string RenderTotal(const Scorecard& card, Language language) {
  if (!card.evaluated) return Say("未评", "not evaluated").In(language);
  return card.total.ToString();
}

Status CheckExplain(Format format, bool explain) {
  if (!explain || format != Format::kCsv) return Ok();
  return UsageError(
      Say("理由是一层一层的，放不进 csv 表格；请改用 --format text 或 jsonl，或去掉 --explain",
          "reasons are a tree, which csv has no place for; use --format text or jsonl, "
          "or leave --explain out"));
}

void PrintScorecards(const Program& program, std::span<const Scorecard> cards, Format format,
                     bool explain) {
  switch (format) {
    case Format::kJson:
    case Format::kJsonl:
      for (const Scorecard& card : cards) {
        fmt::print(program.out, "{}\n", score::WriteScorecard(card, explain));
      }
      return;
    case Format::kCsv:
      fmt::print(program.out, "{}", MakeTable(program, cards).ToCsv());
      return;
    case Format::kText:
      fmt::print(program.out, "{}", MakeTable(program, cards).ToText());
      return;
  }
}

std::string RenderReasons(const scheme::Scheme& scheme, const Scorecard& card,
                          std::string_view key) {
  std::string out;
  AppendReason(scheme, card.why, key, 0, out);
  return out;
}

void PrintReasons(const Program& program, const scheme::Scheme& scheme,
                  std::span<const Scorecard> cards) {
  for (const Scorecard& card : cards) {
    fmt::print(program.out, "\n{}  {}  {}\n", card.unit, TitleOf(card.reading).In(program.language),
               RenderTotal(card, program.language));
    fmt::print(program.out, "{}", RenderReasons(scheme, card, ""));
    for (const std::string& note : card.notes) fmt::print(program.out, "{}\n", note);
  }
}

}  // namespace kaoping::cli
