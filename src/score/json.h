// The JSON forms of facts, reasons and scores, as docs/interfaces.md and docs/scoring.md fix them.
//
// nlohmann's customisation points, declared against json_fwd.hpp so that the heavy header stays in
// .cc files. Absent means absent.

#ifndef KAOPING_SCORE_JSON_H_
#define KAOPING_SCORE_JSON_H_

#include <nlohmann/json_fwd.hpp>

#include "score/boundary.h"
#include "score/fact.h"
#include "score/scorecard.h"

namespace kaoping::score {

// Figures as strings, so that no reader takes them through a double.
void to_json(nlohmann::ordered_json& json, const Fact& fact);
// {"kind","key"?,"amount","sentence","span"?,"open"?,"set_aside"?,"evidence"?,"children"}
void to_json(nlohmann::ordered_json& json, const Reason& reason);
// {"rule","task","offices","due","at_stake"?,"sentence"}
void to_json(nlohmann::ordered_json& json, const Owed& owed);
void to_json(nlohmann::ordered_json& json, const RuleAmount& amount);
void to_json(nlohmann::ordered_json& json, const Cut& cut);
void to_json(nlohmann::ordered_json& json, const Veto& veto);
// Everything: what WriteScorecard writes with `explain`, and "evaluated", "notes" and "owed".
void to_json(nlohmann::ordered_json& json, const Scorecard& card);

// {"figure","given","result","amount","of_group"?}
void to_json(nlohmann::ordered_json& json, const BoundaryRow& row);
// {"rule","premise"?,"undecided"?,"examples","table"}
void to_json(nlohmann::ordered_json& json, const Boundary& boundary);

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_JSON_H_
