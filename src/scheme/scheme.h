// Scheme (考评方案): sections, tasks and compiled criteria of one notice, ready to be scored.
//
// The in-memory form of `scheme/1` (docs/interfaces.md). What the document does not say is absent,
// not invented. Every text carries the place it came from.

#ifndef KAOPING_SCHEME_SCHEME_H_
#define KAOPING_SCHEME_SCHEME_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "diag/diagnostic.h"
#include "rules/ir/rule.h"
#include "text/place.h"

namespace kaoping::scheme {

struct Period {
  Date from;
  Date to;
  // True where the document states no period and the year of its title was taken.
  bool inferred = false;

  bool Contains(Date day) const { return from <= day && day <= to; }
  friend bool operator==(const Period&, const Period&) = default;
};

struct CitedDocument {
  std::string title;
  std::string number;  // empty if the notice gives none
  friend bool operator==(const CitedDocument&, const CitedDocument&) = default;
};

// The parts of the official notice (GB/T 9704) that the scheme came from.
struct Notice {
  std::string issuer;                   // the leading one (主办机关)
  std::vector<std::string> co_issuers;  // the others of a joint notice (联合行文)
  std::string number;
  std::string title;
  std::vector<std::string> addressees;
  std::vector<CitedDocument> cites;
  std::vector<std::string> attachments;
  std::vector<std::string> copies_to;
  std::string printed_by;
  std::optional<Date> printed_on;
  // Where each part stands, by the JSON name of the part ("issuer", "printed_on").
  std::map<std::string, Place> places;
  friend bool operator==(const Notice&, const Notice&) = default;
};

// What a notice leaves to its reader.
struct Settings {
  enum class PartSteps { kIgnored, kProportional };
  enum class HighestChoice { kByLetter, kBestTotal };

  int decimals = 2;  // of the total, rounded once, half up
  std::optional<Points> base;
  std::optional<Points> bonus_cap;
  PartSteps part_steps = PartSteps::kIgnored;
  HighestChoice highest = HighestChoice::kByLetter;  // the choice within 同一项工作
  friend bool operator==(const Settings&, const Settings&) = default;
};

// An office that answers for a task.
struct Responsible {
  // Who fixes which office it is, where the table does not.
  enum class By {
    kName,      // the table names it
    kGroup,     // 各业务处室: a group of the register
    kCase,      // 相关涉案处室: each case decides
    kDocument,  // 局要点确定的责任处室: another document decides
  };
  enum class Role { kLead, kSupport };  // 牵头, 配合

  std::string name;
  By by = By::kName;
  std::optional<Role> role = std::nullopt;  // nothing where the table doesn't say
  friend bool operator==(const Responsible&, const Responsible&) = default;
};

// A rule in its place within a scheme.
struct SchemeRule {
  std::string key;  // "1.2.1": section, task, rule; moves when a scheme is revised
  std::string id;   // lasting; facts are kept by it
  rules::Rule rule;
  friend bool operator==(const SchemeRule&, const SchemeRule&) = default;
};

// What a person decided on how a criterion is read (核定).
enum class Settled {
  kConfirmed,  // 确认: it counts as it was read
  kReplaced,   // 改写: by that person's own sentences or rules
  kLeft,       // 挂账: undecided, and doesn't count
};

struct Criterion {
  // Where set ("6.1"), this criterion is the one of that task, shared and scored once there; all
  // other fields are empty.
  std::string same_as;

  std::string text;
  Place place;
  std::string source;  // the supplement that `place` lies in; empty for the notice itself
  // Where `text` lies within the words at `place`; empty if it is all of them. A numbered paragraph
  // “1.…” begins after its number.
  Span span;
  std::vector<SchemeRule> rules;
  std::vector<rules::Limit> limits;  // named "7.1#1", "7.1#2" by task and position
  std::vector<rules::Policy> policies;
  std::vector<rules::Link> links;
  std::vector<Diagnostic> diagnostics;
  // 挂账: nothing in it counts until somebody settles it (scheme/settlement.h).
  bool held = false;
  std::optional<Settled> settled;
  std::string settled_text;  // the sentences of the person that replaced what was read
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

// The full mark of an item. Rows that share one base name the first of them.
struct Base {
  std::optional<Points> points;
  std::string same_as;  // "1.1"
  friend bool operator==(const Base&, const Base&) = default;
};

struct Task {
  std::string key;  // "1.2"
  // The number a bonus or use paragraph carries in the text ("1"), which is not part of its text.
  std::string number;
  PlacedText heading;  // 指标: what it stands under within its section; empty text if nothing
  PlacedText content;  // empty text where the criterion is the content too
  std::vector<PlacedText> deliverables;
  std::vector<Responsible> responsible;
  std::string responsible_text;  // the cell as written
  Place responsible_place;
  std::optional<Base> base;
  std::optional<Criterion> criterion;
  friend bool operator==(const Task&, const Task&) = default;
};

struct Section {
  enum class Kind { kOrdinary, kIndividual, kBonus, kUse };

  std::string key;  // "1"
  PlacedText title;
  Kind kind = Kind::kOrdinary;
  std::optional<Points> base;
  std::vector<Task> tasks;
  friend bool operator==(const Section&, const Section&) = default;
};

struct Scheme {
  std::string title;
  int year = 0;
  Period period;
  Notice notice;
  Settings settings;
  std::vector<Section> sections;
  std::vector<Diagnostic> diagnostics;  // about the document as a whole
  friend bool operator==(const Scheme&, const Scheme&) = default;
};

// Where a rule stands. Pointers live as long as the scheme is neither moved nor changed.
struct RuleRef {
  const Section* section = nullptr;
  const Task* task = nullptr;
  const Criterion* criterion = nullptr;
  int index = 0;  // within the criterion

  const SchemeRule& Get() const { return criterion->rules[static_cast<std::size_t>(index)]; }
};

// The rule with this key or lasting id; nothing if there is none.
std::optional<RuleRef> FindRule(const Scheme& scheme, std::string_view key_or_id);
// All rules in the order of the scheme; shared criteria once.
std::vector<RuleRef> AllRules(const Scheme& scheme);
// Where a criterion stands; shared ones once, at the first task. Pointers as in RuleRef; `task` has
// a criterion.
struct CriterionRef {
  const Section* section = nullptr;
  const Task* task = nullptr;

  const Criterion& Get() const { return *task->criterion; }
};
// All of them in the order of the scheme.
std::vector<CriterionRef> AllCriteria(const Scheme& scheme);
// “政策法规处（牵头）”, the name alone where no role is said.
std::string NameWithRole(const Responsible& office);
// What the spans of a criterion's diagnostics lie in: its words, or the sentences that replaced
// them.
const std::string& DiagnosedText(const Criterion& criterion);
// "1.2" → the task; nullptr if there is none.
const Task* FindTask(const Scheme& scheme, std::string_view key);
// The one whose criterion this is: the task that a shared one names, or the task itself. nullptr if
// it has none.
const Task* FindCriterion(const Scheme& scheme, const Task& task);

// The full mark of a task, its own or the one that it shares; nothing if it has none.
std::optional<Points> BaseOf(const Scheme& scheme, const Task& task);
// Whether nothing at all was read in it.
bool IsEmpty(const Criterion& criterion);

// The criterion's rules as sentences, in their order; what one says of another (第2项) counts
// from 1.
std::vector<std::string> ReadBackRules(const Criterion& criterion);

// How the rule or limit at this position is called: RuleKey("1.2", 0) is "1.2.1", LimitName("7.1",
// 0) is "7.1#1".
std::string RuleKey(std::string_view task_key, std::size_t index);
std::string LimitName(std::string_view task_key, std::size_t index);

// The values of the JSON form: "ordinary", "individual", "bonus", "use".
const char* ToString(Section::Kind kind);
// "confirmed", "replaced", "left".
const char* ToString(Settled settled);
// "name", "group", "case", "document"; the first is not written.
const char* ToString(Responsible::By by);
// "lead", "support".
const char* ToString(Responsible::Role role);

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_SCHEME_H_
