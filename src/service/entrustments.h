// Entrustments (委托): which tasks a unit answers for as the one that keeps the indicator
// (指标主管) or knows what happened (数据来源). Its indicator owners and data sources see and
// record the facts of those tasks, of every assessed unit, and nothing else.

#ifndef KAOPING_SERVICE_ENTRUSTMENTS_H_
#define KAOPING_SERVICE_ENTRUSTMENTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "service/context.h"

namespace kaoping::service {

struct Entrustment {
  std::string task;                // key; of a shared criterion that of the first task
  std::vector<std::string> units;  // as the register called them
  std::string by;
  Timestamp at;
  std::string reason;  // empty for none
};

// In the order of the scheme. What was entrusted of a scheme whose place this one took stands for
// the tasks that count its facts now.
Result<std::vector<Entrustment>> ListEntrustments(const Context& context,
                                                  std::string_view selector);

// Entrusts a task to these units and to no others from now on; to nobody, if there are none. The
// same again changes nothing. Gives the list as it then stands.
//
// kNotFound `criterion-unknown`: there is no such task, or nothing in it is scored; kNotFound
// `unit-unknown` (field "units"): the register has no such unit; kInvalid `text-too-long`;
// kConflict `scheme-superseded`.
Result<std::vector<Entrustment>> EntrustTask(const Context& context, std::string_view selector,
                                             std::string_view task,
                                             const std::vector<std::string>& units,
                                             std::string_view reason);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_ENTRUSTMENTS_H_
