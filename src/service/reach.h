// Private to service/: which units, offices and tasks of a scheme somebody's place and role open to
// him. Asked by every function that shows or takes anything of a unit; never decided from what a
// request says.
//
// * Who belongs to no unit reaches all of them: the operator, and the people of the body that runs
//   the appraisal.
// * Scheme keepers, appraisers, reviewers and observers of a unit reach that unit.
// * Unit heads and office contacts reach their unit; those of an office, what is put down to it or
//   to an office within it, what is put down to nobody but is the work of such an office, and what
//   they recorded themselves.
// * Indicator owners and data sources reach all units, but only the tasks entrusted to theirs.
// * One of the last two kinds who belongs to no unit reaches nothing.

#ifndef KAOPING_SERVICE_REACH_H_
#define KAOPING_SERVICE_REACH_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "score/fact.h"
#include "service/facts.h"
#include "service/ground.h"

namespace kaoping::service {

class Reach {
 public:
  // Requires: `ground` comes from the same transaction.
  static Result<Reach> Load(const store::Transaction& transaction, const Ground& ground,
                            const Actor& actor);

  // Those of ground.units.All(), in its order.
  const std::vector<std::string>& units() const { return units_; }
  // Every name and alias of those units: what facts may stand under.
  const std::vector<std::string>& names() const { return names_; }
  // The rules that alone are open to him, of whatever office; nothing: all, or as his office has
  // it.
  const std::set<std::string>* only_rules() const {
    return rules_ && !offices_ ? &*rules_ : nullptr;
  }
  // Requires: `unit` is a name or alias that the register has for it.
  bool HasUnit(std::string_view unit) const;
  // kForbidden `outside-reach` (field "unit").
  Status CheckUnit(std::string_view unit) const;

  // Whether a fact is within reach. Requires: its rule is a lasting id, as FoldFacts and
  // PutUnderHeir give them.
  bool Has(const RecordedFact& recorded) const;

  // Whether somebody with this reach may report `fact`; puts one down to his own office that is put
  // down to none. kForbidden `outside-reach`, its field "unit", "office" or "rule".
  // Requires: its unit is one of ground.units.All(), its rule a lasting id.
  Status TakeReport(score::Fact& fact) const;

 private:
  static Result<Reach> Find(const store::Transaction& transaction, const Ground& ground,
                            const Actor& actor);
  bool HasRule(const std::string& rule) const { return !rules_ || rules_->contains(rule); }
  bool HasOffice(const std::string& office) const {
    return !offices_ || offices_->contains(office);
  }

  Actor actor_;
  std::vector<std::string> units_;
  std::vector<std::string> names_;
  std::optional<std::set<std::string>> offices_;  // nothing: all
  // Lasting ids of the rules that are open to him, or that are the work of his office; nothing:
  // all.
  std::optional<std::set<std::string>> rules_;
};

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_REACH_H_
