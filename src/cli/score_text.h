// Scores and their reasons on a terminal, and as JSON lines or CSV.

#ifndef KAOPING_CLI_SCORE_TEXT_H_
#define KAOPING_CLI_SCORE_TEXT_H_

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/program.h"
#include "scheme/scheme.h"
#include "score/scorecard.h"

namespace kaoping::cli {

// 认定, 含待核实, 预计.
Message TitleOf(score::Reading reading);

// The total as people read it: “未评” before anything counts.
std::string RenderTotal(const score::Scorecard& card, Language language);

// Reasons are a tree, which a table of CSV has no place for: wrong usage.
Status CheckExplain(Format format, bool explain);

// One line a card: kJsonl (with the reasons if `explain`), kText or kCsv.
void PrintScorecards(const Program& program, std::span<const score::Scorecard> cards, Format format,
                     bool explain);

// The reasons as an indented tree, each with the words of the criterion it rests on; only the
// branches that lead to `key` (of a section, task, rule or limit) if it is not empty. "" if none
// does.
std::string RenderReasons(const scheme::Scheme& scheme, const score::Scorecard& card,
                          std::string_view key);

// Each card with its unit, its reading and its total, then all of its reasons and notes.
void PrintReasons(const Program& program, const scheme::Scheme& scheme,
                  std::span<const score::Scorecard> cards);

}  // namespace kaoping::cli

#endif  // KAOPING_CLI_SCORE_TEXT_H_
