#include "scheme/settlement.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/check.h"
#include "base/fingerprint.h"
#include "json/fields.h"
#include "rules/compile.h"
#include "rules/ir/json.h"
#include "scheme/questions.h"
#include "scheme/words.h"

namespace kaoping::scheme {
namespace {

using nlohmann::ordered_json;
using How = Settlement::How;

constexpr json::FileKind kStored = {"settlement-invalid", "核定记录", "settlement"};
constexpr json::FileKind kGiven = {"rule-invalid", "规则", "rule"};

constexpr std::array<std::pair<How, const char*>, 4> kNames = {{
    {How::kConfirmed, "confirmed"},
    {How::kReplaced, "replaced"},
    {How::kLeft, "left"},
    {How::kReopened, "reopened"},
}};

// What a person writes in the place of one criterion; a table of levels has a few dozen.
constexpr std::size_t kMostRules = 200;

// ---- JSON --------------------------------------------------------------------------------------

Status ReadParts(const json::Fields& fields, rules::Compilation& into) {
  KAOPING_TRY_STATUS(fields.Each("rules", [&](const ordered_json& json, const std::string& at) {
    // Rules out of a scheme carry what only the scheme knows.
    ordered_json own = json;
    if (own.is_object()) {
      for (const char* name : {"key", "id"}) own.erase(name);
    }
    return json::ReadAt(kGiven, at, own, rules::ReadRule, into.rules.emplace_back());
  }));
  KAOPING_TRY_STATUS(fields.Read("limits", rules::ReadLimit, into.limits));
  KAOPING_TRY_STATUS(fields.Read("policies", rules::ReadPolicy, into.policies));
  KAOPING_TRY_STATUS(fields.Read("links", rules::ReadLink, into.links));
  return Ok();
}

Result<rules::Compilation> ReadCompilation(const ordered_json& json) {
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kGiven, json, "",
                                 {"id", "rules", "limits", "policies", "links", "diagnostics"}));
  rules::Compilation reading;
  KAOPING_TRY_STATUS(ReadParts(fields, reading));
  return reading;
}

Result<rules::Compilation> ReadStoredCompilation(const ordered_json& json) {
  KAOPING_TRY(rules::Compilation reading, ReadCompilation(json));
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kStored, json, "",
                                 {"rules", "limits", "policies", "links", "diagnostics"}));
  KAOPING_TRY_STATUS(fields.Read("diagnostics", rules::ReadDiagnostic, reading.diagnostics));
  return reading;
}

// ---- Putting a reading in a criterion's place -------------------------------------------------

template <typename Part>
Part WithoutSpan(Part part) {
  part.span = {};
  return part;
}

// Takes from `known` the first that says the same as `part`; nothing if there is none.
template <typename Part>
std::optional<Part> TakeSame(std::vector<Part>& known, const Part& part) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const Part& candidate) {
    return WithoutSpan(candidate) == WithoutSpan(part);
  });
  if (found == known.end()) return std::nullopt;
  Part same = std::move(*found);
  known.erase(found);
  return same;
}

// Gives each part the words that the import had found for it; else all words of the criterion,
// which the person read.
template <typename Part>
std::vector<Part> Placed(std::vector<Part> parts, std::vector<Part> known, const Span& all) {
  for (Part& part : parts) {
    const std::optional<Part> same = TakeSame(known, part);
    part.span = same ? same->span : all;
  }
  return parts;
}

// Only needed where rules are new.
std::set<std::string> TakenIds(const Scheme& scheme, const Settlement& settlement) {
  std::set<std::string> taken;
  if (!settlement.ids.empty()) return taken;
  for (const RuleRef& ref : AllRules(scheme)) taken.insert(ref.Get().id);
  return taken;
}

class Installer {
 public:
  Installer(const Section& section, const Task& task, std::set<std::string> taken)
      : section_(section), task_(task), taken_(std::move(taken)), known_(task.criterion->rules) {}

  // `ids` are those that the rules had before; empty if they are new here.
  std::vector<SchemeRule> Install(const std::vector<rules::Rule>& rules,
                                  const std::vector<std::string>& ids) {
    const std::vector<std::string> sentences = rules::ReadBackRules(rules);
    std::vector<SchemeRule> installed;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      SchemeRule rule = TakeKnown(rules[i]).value_or(Fresh(rules[i], sentences[i]));
      if (!ids.empty()) rule.id = ids[i];
      rule.key = RuleKey(task_.key, i);
      installed.push_back(std::move(rule));
    }
    return installed;
  }

 private:
  std::optional<SchemeRule> TakeKnown(const rules::Rule& rule) {
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const SchemeRule& known) {
      return WithoutSpan(known.rule) == WithoutSpan(rule);
    });
    if (found == known_.end()) return std::nullopt;
    SchemeRule same = std::move(*found);
    known_.erase(found);
    return same;
  }

  SchemeRule Fresh(const rules::Rule& rule, const std::string& sentence) {
    SchemeRule fresh;
    fresh.rule = rule;
    fresh.rule.span = WholeOf(task_.criterion->text);
    const std::string about = section_.title.text + '\n' + task_.content.text + '\n' + sentence;
    fresh.id = Fingerprint(about);
    for (int again = 2; !taken_.insert(fresh.id).second; ++again) {
      fresh.id = Fingerprint(fmt::format("{}\n{}", about, again));
    }
    return fresh;
  }

  const Section& section_;
  const Task& task_;
  std::set<std::string> taken_;
  std::vector<SchemeRule> known_;
};

void Install(const Settlement& settlement, const Section& section, Task& task,
             std::set<std::string> taken) {
  Criterion& criterion = *task.criterion;
  const rules::Compilation& reading = settlement.reading;
  const Span all = WholeOf(criterion.text);
  std::vector<SchemeRule> rules =
      Installer(section, task, std::move(taken)).Install(reading.rules, settlement.ids);
  criterion.limits = Placed(reading.limits, std::move(criterion.limits), all);
  criterion.policies = Placed(reading.policies, std::move(criterion.policies), all);
  criterion.links = Placed(reading.links, std::move(criterion.links), all);
  criterion.rules = std::move(rules);
}

void Leave(const Settlement& settlement, Criterion& criterion) {
  criterion.held = true;
  criterion.settled = Settled::kLeft;
  criterion.diagnostics.insert(criterion.diagnostics.begin(),
                               {Severity::kError,
                                "left-undecided",
                                Say("挂账，待定：{}", "left undecided: {}", settlement.reason),
                                {},
                                criterion.place});
}

// Diagnostics of a person's sentences point into them (Criterion::settled_text).
void InstallAsRead(const Settlement& settlement, const Section& section, Task& task,
                   std::set<std::string> taken) {
  Install(settlement, section, task, std::move(taken));
  Criterion& criterion = *task.criterion;
  criterion.diagnostics = settlement.reading.diagnostics;
  for (Diagnostic& diagnostic : criterion.diagnostics) diagnostic.place = criterion.place;
}

}  // namespace

const char* ToString(Settlement::How how) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [how](const auto& one) { return one.first == how; });
  KAOPING_CHECK(found != kNames.end());
  return found->second;
}

Result<Settlement::How> ReadHow(const ordered_json& json) {
  std::string accepted;
  for (const auto& [how, name] : kNames) {
    if (json == name) return how;
    accepted += (accepted.empty() ? "" : " | ") + std::string(name);
  }
  return json::Wrong(kStored, "", accepted, accepted);
}

std::string WriteSettlement(const Settlement& settlement) {
  ordered_json json = {{"how", ToString(settlement.how)}};
  if (!settlement.text.empty()) json["text"] = settlement.text;
  if (settlement.how == How::kConfirmed || settlement.how == How::kReplaced) {
    json["reading"] = settlement.reading;
    if (!settlement.ids.empty()) json["ids"] = settlement.ids;
  }
  return json.dump();
}

Result<Settlement> ReadSettlement(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kStored, text));
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kStored, json, "", {"how", "text", "reading", "ids"}));
  KAOPING_TRY_STATUS(fields.Require({"how"}));
  Settlement settlement;
  KAOPING_TRY_STATUS(fields.Read("how", ReadHow, settlement.how));
  KAOPING_TRY_STATUS(fields.Read("text", settlement.text));
  KAOPING_TRY_STATUS(fields.Read("reading", ReadStoredCompilation, settlement.reading));
  KAOPING_TRY_STATUS(fields.Read("ids", settlement.ids));
  return settlement;
}

Status CheckLength(const rules::Compilation& reading) {
  const std::size_t parts =
      reading.rules.size() + reading.limits.size() + reading.policies.size() + reading.links.size();
  if (parts <= kMostRules) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "reading-too-long",
      Say("一条标准最多写{0}条规则，这里有{1}条；请分成几条标准",
          "a criterion has at most {0} rules, and here are {1}: split it", kMostRules, parts));
}

Result<rules::Compilation> ReadReading(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kGiven, text));
  KAOPING_TRY(rules::Compilation reading, ReadCompilation(json));
  return reading;
}

rules::Compilation CompileInPlace(const Scheme& scheme, const Section& section, const Task& task,
                                  std::string_view text) {
  rules::Context context;
  context.base = BaseOf(scheme, task);
  context.content = task.content.text;
  if (section.kind == Section::Kind::kBonus) context.default_effect = rules::Effect::kBonus;
  return rules::Compile(text, context);
}

std::vector<std::string> IdsOf(const Criterion& criterion) {
  std::vector<std::string> ids;
  for (const SchemeRule& rule : criterion.rules) ids.push_back(rule.id);
  return ids;
}

rules::Compilation ReadingOf(const Criterion& criterion) {
  rules::Compilation reading;
  for (const SchemeRule& rule : criterion.rules) reading.rules.push_back(rule.rule);
  reading.limits = criterion.limits;
  reading.policies = criterion.policies;
  reading.links = criterion.links;
  reading.diagnostics = criterion.diagnostics;
  return reading;
}

std::optional<Message> WhyNotConfirmable(const Criterion& criterion) {
  if (IsEmpty(criterion) && criterion.diagnostics.empty()) return std::nullopt;
  return WhyPending(criterion);
}

Status Apply(const Settlement& settlement, std::string_view task_key, Scheme& scheme) {
  std::set<std::string> taken = TakenIds(scheme, settlement);
  for (Section& section : scheme.sections) {
    for (Task& task : section.tasks) {
      if (task.key != task_key || !task.criterion) continue;
      Criterion& criterion = *task.criterion;
      if (!settlement.ids.empty() && settlement.ids.size() != settlement.reading.rules.size()) {
        return MakeError(ErrorKind::kInvalid, kStored.code,
                         Say("核定记录与{}的规则对不上",
                             "the settlement does not fit the rules of {}", task_key));
      }
      switch (settlement.how) {
        case How::kConfirmed:
          InstallAsRead(settlement, section, task, std::move(taken));
          criterion.settled = Settled::kConfirmed;
          return Ok();
        case How::kReplaced:
          InstallAsRead(settlement, section, task, std::move(taken));
          criterion.settled = Settled::kReplaced;
          criterion.settled_text = settlement.text;
          return Ok();
        case How::kLeft:
          Leave(settlement, criterion);
          return Ok();
        case How::kReopened:
          return Ok();
      }
    }
  }
  return MakeError(ErrorKind::kInvalid, "task-unknown",
                   Say("方案中没有“{}”这一条考评标准", "the scheme has no criterion {}", task_key));
}

std::string IdentityOf(const Scheme& scheme, const Section& section, const Task& task) {
  const std::optional<Points> base = BaseOf(scheme, task);
  return Fingerprint(fmt::format("{}\n{}\n{}\n{}", ToString(section.kind), task.content.text,
                                 base ? base->ToString() : "", task.criterion->text));
}

}  // namespace kaoping::scheme
