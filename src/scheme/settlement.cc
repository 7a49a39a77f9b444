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
constexpr int kMostRules = 1'000'000;

constexpr std::array<std::pair<How, const char*>, 4> kNames = {{
    {How::kConfirmed, "confirmed"},
    {How::kReplaced, "replaced"},
    {How::kLeft, "left"},
    {How::kReopened, "reopened"},
}};

// ---- JSON --------------------------------------------------------------------------------------

Status ReadParts(const json::Fields& fields, rules::Compilation& into) {
  KAOPING_TRY_STATUS(fields.Each("rules", [&](const ordered_json& json, const std::string& at) {
    // Rules out of a scheme carry what only the scheme knows.
    ordered_json own = json;
    if (own.is_object()) {
      for (const char* name : {"key", "id", "held"}) own.erase(name);
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

Result<int> ReadPosition(const ordered_json& json) {
  if (json.is_number_integer() && json >= 0 && json <= kMostRules) return json.get<int>();
  return json::Wrong(kStored, "", "规则的序号，从 0 起", "the index of a rule, from 0");
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
      rule.held = false;
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

// Whether its positions and ids are those of this criterion.
bool Fits(const Settlement& settlement, const Criterion& criterion) {
  const auto is_rule = [&criterion](int rule) {
    return rule >= 0 && static_cast<std::size_t>(rule) < criterion.rules.size();
  };
  return std::all_of(settlement.rules.begin(), settlement.rules.end(), is_rule) &&
         (settlement.ids.empty() || settlement.ids.size() == settlement.reading.rules.size());
}

void Leave(const Settlement& settlement, Criterion& criterion) {
  std::vector<int> left = settlement.rules;
  if (left.empty()) {
    for (std::size_t i = 0; i < criterion.rules.size(); ++i) left.push_back(static_cast<int>(i));
  }
  Hold(left, criterion);
  criterion.diagnostics.insert(criterion.diagnostics.begin(),
                               {Severity::kError,
                                "left-undecided",
                                Say("挂账，待定：{}", "left undecided: {}", settlement.reason),
                                {},
                                criterion.place});
  criterion.settled = Settled::kLeft;
}

}  // namespace

const char* ToString(Settlement::How how) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [how](const auto& one) { return one.first == how; });
  KAOPING_CHECK(found != kNames.end());
  return found->second;
}

std::optional<Settlement::How> ParseHow(std::string_view name) {
  for (const auto& [how, own] : kNames) {
    if (name == own) return how;
  }
  return std::nullopt;
}

std::string WriteSettlement(const Settlement& settlement) {
  ordered_json json = {{"how", ToString(settlement.how)}};
  if (!settlement.text.empty()) json["text"] = settlement.text;
  if (settlement.how == How::kConfirmed || settlement.how == How::kReplaced) {
    json["reading"] = settlement.reading;
    if (!settlement.ids.empty()) json["ids"] = settlement.ids;
  }
  if (!settlement.rules.empty()) json["rules"] = settlement.rules;
  return json.dump();
}

Result<Settlement> ReadSettlement(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kStored, text));
  KAOPING_TRY(const json::Fields fields,
              json::Fields::Open(kStored, json, "", {"how", "text", "reading", "ids", "rules"}));
  KAOPING_TRY_STATUS(fields.Require({"how"}));
  Settlement settlement;
  KAOPING_TRY_STATUS(
      fields.Read("how",
                  {std::pair("confirmed", How::kConfirmed), std::pair("replaced", How::kReplaced),
                   std::pair("left", How::kLeft), std::pair("reopened", How::kReopened)},
                  settlement.how));
  KAOPING_TRY_STATUS(fields.Read("text", settlement.text));
  KAOPING_TRY_STATUS(fields.Read("reading", ReadStoredCompilation, settlement.reading));
  KAOPING_TRY_STATUS(fields.Read("ids", settlement.ids));
  KAOPING_TRY_STATUS(fields.Read("rules", ReadPosition, settlement.rules));
  return settlement;
}

Result<rules::Compilation> ReadReading(std::string_view text) {
  KAOPING_TRY(const ordered_json json, json::ParseFile(kGiven, text));
  return ReadCompilation(json);
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
      if (!Fits(settlement, criterion)) {
        return MakeError(ErrorKind::kInvalid, kStored.code,
                         Say("核定记录与{}的规则对不上",
                             "the settlement does not fit the rules of {}", task_key));
      }
      switch (settlement.how) {
        case How::kConfirmed:
          Install(settlement, section, task, std::move(taken));
          criterion.settled = Settled::kConfirmed;
          return Ok();
        case How::kReplaced:
          Install(settlement, section, task, std::move(taken));
          criterion.diagnostics = settlement.reading.diagnostics;
          for (Diagnostic& diagnostic : criterion.diagnostics) {
            diagnostic.span = {};  // it lies in the person's sentences
            diagnostic.place = criterion.place;
          }
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

void HoldErrors(Criterion& criterion) {
  std::vector<int> wrong;
  for (const Diagnostic& diagnostic : criterion.diagnostics) {
    if (diagnostic.severity != Severity::kError) continue;
    for (std::size_t i = 0; i < criterion.rules.size(); ++i) {
      const Span& words = criterion.rules[i].rule.span;
      if (diagnostic.span.begin < words.end && words.begin < diagnostic.span.end) {
        wrong.push_back(static_cast<int>(i));
      }
    }
  }
  Hold(wrong, criterion);
}

void Hold(const std::vector<int>& rules, Criterion& criterion) {
  for (const int rule : rules) criterion.rules.at(static_cast<std::size_t>(rule)).held = true;
  for (bool grew = true; grew;) {
    grew = false;
    for (SchemeRule& rule : criterion.rules) {
      if (rule.held) continue;
      const std::optional<int>& below = rule.rule.on_top_of;
      const bool stands_on_held = below && criterion.rules[static_cast<std::size_t>(*below)].held;
      const bool shares_tier =
          rule.rule.one_of &&
          std::any_of(criterion.rules.begin(), criterion.rules.end(), [&](const SchemeRule& other) {
            return other.held && other.rule.one_of == rule.rule.one_of;
          });
      if (stands_on_held || shares_tier) rule.held = grew = true;
    }
  }
}

std::string IdentityOf(const Scheme& scheme, const Section& section, const Task& task) {
  const std::optional<Points> base = BaseOf(scheme, task);
  return Fingerprint(fmt::format("{}\n{}\n{}\n{}", ToString(section.kind), task.content.text,
                                 base ? base->ToString() : "", task.criterion->text));
}

}  // namespace kaoping::scheme
