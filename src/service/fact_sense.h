// Private to service/: whether what a fact says can be so at all, whatever its rule makes of it.

#ifndef KAOPING_SERVICE_FACT_SENSE_H_
#define KAOPING_SERVICE_FACT_SENSE_H_

#include "base/result.h"
#include "rules/ir/rule.h"
#include "score/fact.h"

namespace kaoping::service {

// What counts by 次, 件 or 人 has no halves; 亩, 万元 and hours have. kInvalid `count-fraction`
// (field "count", "value" or "add").
Status CheckWhole(const rules::Rule& rule, const score::Fact& fact);

// Nothing is known before the day on which it happens. kInvalid `known-before-on` (field "known").
Status CheckClocks(const score::Fact& fact);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_FACT_SENSE_H_
