// Fact (事实): one recorded event or figure that a rule counts. See docs/scoring.md, "Facts".

#ifndef KAOPING_SCORE_FACT_H_
#define KAOPING_SCORE_FACT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "scheme/scheme.h"

namespace kaoping::score {

enum class FactStatus {
  kClaimed,    // 待核实: reported, not yet confirmed by another person
  kConfirmed,  // 认定
  kRejected,   // 不予认定
};
const char* ToString(FactStatus status);  // "claimed", "confirmed", "rejected"

// Where in a file a fact stands. It says nothing about what happened; messages name it.
struct FactSource {
  int line = 0;   // from 1; 0 if it was not read from a file
  int entry = 0;  // which fact of a grouped line, from 1; 0 if it is alone in its line
  friend bool operator==(const FactSource&, const FactSource&) = default;
};

struct Fact {
  std::string unit;
  std::string rule;  // as given: a rule's key or its lasting id
  std::optional<Date> on;
  std::optional<Timestamp> known;
  std::string id;
  std::string reverses;  // the id of the fact that this one takes back (冲销)

  // Which of these a fact has depends on the rule's trigger.
  std::optional<bool> holds;
  std::optional<Decimal> count;
  std::optional<Decimal> value;
  std::optional<Decimal> add;
  std::optional<std::vector<std::string>> present;  // components that exist; may be none of them
  std::optional<int> missing;                       // or how many don't
  std::optional<Decimal> late;
  std::optional<int> place;
  std::optional<int> of;
  std::optional<int> from_place;
  std::optional<Points> points;
  std::string level;
  std::string work;     // the work item, for 同一项工作
  std::string case_id;  // "case": 复议, 一审 and 二审 on one act are one 例
  std::optional<bool> applies;

  std::string office;
  std::optional<FactStatus> status;
  std::vector<std::string> evidence;
  std::string note;

  FactSource source;

  friend bool operator==(const Fact&, const Fact&) = default;
};

// Reads one JSON object, or a grouped line ({"unit","facts":[…]}), into facts.
//
// kInvalid, with the field's name in Error::field, for what is not JSON (code "fact-json"), an
// unknown or repeated field, a wrong type, a figure that is no exact decimal, a day that does not
// exist, a unit with blanks at its ends ("fact-field"); the message says which fact of a grouped
// line it is. Figures may be JSON numbers or strings; their characters are read as a
// decimal, never through a double. An empty string is the same as an absent field.
Result<std::vector<Fact>> ReadFactLine(std::string_view json);

struct FactLine {
  std::string unit;
  std::vector<Fact> facts;  // may be none: a unit without a fact is scored too
};

// The same of line `number` of a file, which becomes the source of the facts.
Result<FactLine> ReadFactLine(std::string_view json, int number);

struct FactFile {
  std::vector<std::string> units;  // in order of first mention, also one without a fact
  std::vector<Fact> facts;         // in order of the lines
};

// Reads a whole JSONL text. Errors are those of ReadFactLine and name the line, from 1; the first
// one stops. Empty lines, and a byte order mark, are skipped.
Result<FactFile> ReadFactFile(std::string_view jsonl);
// The facts of ReadFactFile alone.
Result<std::vector<Fact>> ReadFacts(std::string_view jsonl);

// One line of JSON without a line break; ReadFactLine gives the same fact back.
std::string WriteFact(const Fact& fact);

// Whether `fact` by itself fits `scheme`: its rule exists, its fields belong to the rule's trigger
// and say all that is needed, its figures lie in their range, a day outside the period has a note.
// Which facts fit together (ids, reversals, two figures on one day) is CheckFactsTogether's.
//
// `day_required` is true for what a person records and false in `evaluate`, where an absent day
// means some day of the period: the fact is taken to hold from the period's first day on.
//
// kInvalid, with the field's name in Error::field and what would be accepted in the message:
// "fact-rule" no such rule, "fact-field" a field that does not belong to the rule or is missing,
// "fact-range" a figure out of range, "fact-period" a day outside the period without a note,
// "fact-note" 不适用 without a reason.
// Requires: scheme::CheckScheme(scheme).
Status CheckFact(const scheme::Scheme& scheme, const Fact& fact, bool day_required);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_FACT_H_
