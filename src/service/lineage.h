// Private to service/: a scheme and those whose place it took, whose facts it goes on counting.
//
// Facts are never moved or rewritten. When a revision is published, it is kept which of its rules
// takes over the facts of which rule before it; here these tables are read, back to the first.

#ifndef KAOPING_SERVICE_LINEAGE_H_
#define KAOPING_SERVICE_LINEAGE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/transaction.h"

namespace kaoping::service {

// Lasting ids of rules: of the earlier scheme → of the later one.
using Heirs = std::map<std::string, std::string>;

// Which rules take over the facts of which, as one line of JSON; `left` are the ids of facts that
// no rule took over.
std::string WriteSuccession(const Heirs& heirs, const std::vector<std::string>& left);

class Lineage {
 public:
  // Requires: `row` comes from the same transaction. `data-corrupt` if a succession can't be read.
  static Result<Lineage> Load(const store::Transaction& transaction, const store::SchemeRow& row);

  // The ids, the scheme itself first.
  const std::vector<std::string>& schemes() const { return schemes_; }

  // The rule of the scheme itself by which a fact counts that was recorded for `rule` of
  // `scheme`; nothing if no rule took it over.
  std::optional<std::string> HeirOf(std::string_view scheme, const std::string& rule) const;
  // The rules, in whichever scheme, whose facts count by `rule` of the scheme itself; it is among
  // them.
  std::vector<std::string> RulesBehind(const std::string& rule) const;

  // One fact by its id, which is unique in all of them.
  Result<std::optional<store::FactRow>> FindFact(const store::Transaction& transaction,
                                                 std::string_view id) const;

 private:
  std::vector<std::string> schemes_;
  std::map<std::string, Heirs, std::less<>> heirs_;  // by earlier scheme, into the scheme itself
};

// The row of the scheme with this id among `rows`; nullptr if there is none.
const store::SchemeRow* FindRow(const std::vector<store::SchemeRow>& rows, std::string_view id);

// The published one that `row` is or, over however many drafts, revises; nullptr if there is none.
const store::SchemeRow* FindPublished(const std::vector<store::SchemeRow>& rows,
                                      const store::SchemeRow& row);

// Whether `later` revises `earlier`, perhaps over others between them.
bool Revises(const std::vector<store::SchemeRow>& rows, const store::SchemeRow& later,
             std::string_view earlier);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_LINEAGE_H_
