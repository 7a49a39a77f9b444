// Who may do what over HTTP: every route of the route table, by every role, on what is the
// signed-in person's own, another office's and another unit's. A route that has no line here fails.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "api/demo_fixture.h"
#include "api/routes.h"
#include "service/entrustments.h"
#include "service/evidence.h"
#include "service/facts.h"
#include "service/register.h"
#include "service/schemes.h"

namespace kaoping::api {
namespace {

using nlohmann::json;
using service::Role;

// Whom a request is about; the people of the test belong to the first.
enum class Target { kOwn, kSibling, kForeign };
constexpr Target kTargets[] = {Target::kOwn, Target::kSibling, Target::kForeign};

constexpr const char* kBureau = "南通市商务局";
constexpr const char* kOffice = "政策法规处";
constexpr const char* kOtherOffice = "办公室";
constexpr const char* kOtherUnit = "示范市财政局";
// 有一次缺席会议的扣1分, of a task that is entrusted to the bureau.
constexpr const char* kRule = "5.2.2";

const char* UnitOf(Target target) { return target == Target::kForeign ? kOtherUnit : kBureau; }
const char* OfficeOf(Target target) {
  return target == Target::kOwn ? kOffice : target == Target::kSibling ? kOtherOffice : "";
}

// What hangs on the unit that a request is about.
enum class Reach {
  kNothing,
  kUnit,  // a unit is named
  kFact,  // a fact of the unit and office
  // Evidence hangs on one's own place, whatever is entrusted to it.
  kUnitOfEvidence,
  kEvidence,  // an item of the unit and office
};

struct Rule {
  std::string_view right;  // "" for everybody who is signed in, "-" for everybody
  Reach reach = Reach::kNothing;
  std::string_view body = "";
  std::string_view query = "";
};

// By "METHOD pattern". In a body, a query and the braces of a pattern {unit}, {office} and {fact}
// are those of the target.
const std::map<std::string_view, Rule> kRules = {
    {"GET /api/v1/session", {""}},
    {"POST /api/v1/session", {"-", Reach::kNothing, R"({"name":"x","password":"x"})"}},
    {"DELETE /api/v1/session", {""}},
    {"PUT /api/v1/session/password", {"", Reach::kNothing, R"({"old":"x","new":"Words-and-17"})"}},

    {"GET /api/v1/schemes", {"read"}},
    {"POST /api/v1/schemes", {"import", Reach::kNothing, "x", "?filename=a.txt"}},
    {"POST /api/v1/previews", {"import", Reach::kNothing, "x", "?filename=a.txt"}},
    {"GET /api/v1/schemes/{id}", {"read"}},
    {"GET /api/v1/schemes/{id}/revision", {"read"}},
    {"GET /api/v1/schemes/{id}/carried", {"read"}},
    {"POST /api/v1/schemes/{id}/supplements", {"import", Reach::kNothing, "x", "?filename=a.txt"}},
    {"POST /api/v1/schemes/{id}/publication", {"publish", Reach::kNothing, "{}"}},
    {"GET /api/v1/schemes/{id}/criteria/{task}", {"read"}},
    {"POST /api/v1/schemes/{id}/criteria/{task}/readings",
     {"read", Reach::kNothing, R"({"text":"每少1次扣1分"})"}},
    {"PUT /api/v1/schemes/{id}/criteria/{task}/settlement",
     {"settle", Reach::kNothing, R"({"how":"confirmed"})"}},
    {"POST /api/v1/schemes/{id}/confirmations",
     {"settle", Reach::kNothing, R"({"findings":["x"]})"}},
    {"GET /api/v1/schemes/{id}/units", {"read"}},
    {"GET /api/v1/schemes/{id}/offices", {"read"}},
    {"GET /api/v1/schemes/{id}/office-names", {"read"}},
    {"PUT /api/v1/schemes/{id}/office-names/{name}", {"settle", Reach::kNothing, "{}"}},
    {"GET /api/v1/schemes/{id}/entrustments", {"read"}},
    {"PUT /api/v1/schemes/{id}/entrustments/{task}",
     {"entrust", Reach::kNothing, R"({"units":["南通市商务局"]})"}},
    {"GET /api/v1/register", {""}},
    {"PUT /api/v1/register", {"import", Reach::kNothing, "{}"}},
    {"GET /api/v1/layouts", {"read"}},
    {"DELETE /api/v1/layouts/{id}", {"import"}},

    {"GET /api/v1/schemes/{id}/scores/{unit}", {"scores", Reach::kUnit}},
    {"GET /api/v1/schemes/{id}/owed/{unit}", {"scores", Reach::kUnit}},
    {"GET /api/v1/schemes/{id}/facts", {"read", Reach::kUnit, "", "?unit={unit}"}},
    {"POST /api/v1/schemes/{id}/facts",
     {"record", Reach::kFact,
      R"({"unit":"{unit}","rule":"5.2.2","on":"2017-06-01","count":"1","office":"{office}"})"}},
    {"POST /api/v1/schemes/{id}/facts/{fact}/decision",
     {"decide", Reach::kFact, R"({"status":"confirmed"})"}},

    {"GET /api/v1/evidence", {"read", Reach::kUnitOfEvidence, "", "?unit={unit}"}},
    {"POST /api/v1/evidence",
     {"record", Reach::kEvidence, "会议纪要", "?filename=a.txt&unit={unit}&office={office}"}},
    {"POST /api/v1/papers",
     {"record", Reach::kEvidence,
      R"({"unit":"{unit}","office":"{office}","name":"x","paper_number":"1","location":"y"})"}},
    {"GET /api/v1/evidence/{evidence}", {"read", Reach::kEvidence}},
    {"GET /api/v1/evidence/{evidence}/file", {"read", Reach::kEvidence}},
    {"POST /api/v1/evidence/{evidence}/versions",
     {"record", Reach::kEvidence, "会议纪要", "?filename=a.txt"}},
    {"POST /api/v1/evidence/{evidence}/citations",
     {"record", Reach::kEvidence, R"({"scheme":"{id}","task":"1.2"})"}},
    {"DELETE /api/v1/evidence/{evidence}/citations",
     {"record", Reach::kEvidence, "", "?scheme={id}&task=1.1"}},
    {"POST /api/v1/evidence/{evidence}/review",
     {"decide", Reach::kEvidence, R"({"status":"accepted"})"}},
    {"POST /api/v1/evidence/{evidence}/removal",
     {"decide", Reach::kEvidence, R"({"reason":"依法"})"}},
    {"GET /api/v1/evidence-kinds", {""}},
    {"GET /api/v1/catalogues/{unit}", {"read", Reach::kUnitOfEvidence}},
    {"GET /api/v1/catalogues/{unit}/workbook", {"read", Reach::kUnitOfEvidence}},

    {"GET /api/v1/users", {"accounts"}},
    {"POST /api/v1/users",
     {"appoint", Reach::kNothing, R"({"name":"admin","display":"某人","role":"observer"})"}},
    {"PUT /api/v1/users/{name}/role", {"appoint", Reach::kNothing, R"({"role":"observer"})"}},
    {"PUT /api/v1/users/{name}/place", {"appoint", Reach::kNothing, "{}"}},
    {"PUT /api/v1/users/{name}/password", {"appoint", Reach::kNothing, "{}"}},
    {"GET /api/v1/settings", {""}},
    {"PUT /api/v1/settings",
     {"configure", Reach::kNothing,
      R"({"settings":[{"name":"second-confirmation","value":"on"}],"reason":"x"})"}},
    {"GET /api/v1/verification", {"verify"}},

    {"GET /healthz", {"-"}},
    {"GET /readyz", {"-"}},
    {"GET /metrics", {"-"}},
};

// The second writing of docs/people.md: what each role may do, and how far one who belongs to the
// bureau and its office reaches.
enum class Far { kEverywhere, kOwnUnit, kOwnOffice };
struct Means {
  std::set<std::string_view> rights;
  Far far = Far::kOwnUnit;
};
const std::map<std::string_view, Means> kRoles = {
    {"system_admin", {{"appoint", "configure", "accounts"}}},
    {"security_admin", {{"policy", "accounts"}}},
    {"audit_admin", {{"accounts", "verify"}}},
    {"scheme_keeper", {{"import", "settle", "publish", "entrust", "scores", "read"}}},
    {"appraiser", {{"record", "decide", "scores", "read"}}},
    {"reviewer", {{"decide", "scores", "read"}}},
    {"indicator_owner", {{"record", "decide", "read"}, Far::kEverywhere}},
    {"data_source", {{"record", "read"}, Far::kEverywhere}},
    {"unit_head", {{"scores", "read"}, Far::kOwnOffice}},
    {"office_contact", {{"record", "scores", "read"}, Far::kOwnOffice}},
    {"observer", {{"scores", "read"}}},
};

bool Reaches(Far far, Reach reach, Target target) {
  const bool is_evidence = reach == Reach::kUnitOfEvidence || reach == Reach::kEvidence;
  if (reach == Reach::kNothing || target == Target::kOwn) return true;
  if (far == Far::kEverywhere && !is_evidence) return true;
  if (target == Target::kForeign) return false;
  return far != Far::kOwnOffice || reach == Reach::kUnit || reach == Reach::kUnitOfEvidence;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return escaped;
}

std::string Filled(std::string text, const std::map<std::string, std::string>& values,
                   std::string (*write)(std::string_view)) {
  for (const auto& [name, value] : values) {
    const std::string brace = "{" + name + "}";
    for (std::size_t at = text.find(brace); at != std::string::npos; at = text.find(brace)) {
      text.replace(at, brace.size(), write(value));
    }
  }
  return text;
}

class AccessTest : public DemoFixture {
 protected:
  void SetUp() override {
    DemoFixture::SetUp();
    const service::Context by = {*store_, service::OperatorActor(), Timestamp::Now()};
    json names = json::parse(*service::ShowRegister(by));
    names["units"].push_back({{"name", kOtherUnit}});
    ASSERT_TRUE(service::ImportRegister(by, names.dump()));
    id_ = service::ListSchemes(by)->at(0).id;
    ASSERT_TRUE(service::EntrustTask(by, id_, "5.2", {kBureau}, ""));
    for (const auto& [role, means] : kRoles) {
      const std::string name = "own_" + std::string(role);
      const auto made = service::AddUser(by, name, "某人", *service::ParseRole(role),
                                         {.unit = kBureau, .office = kOffice});
      ASSERT_TRUE(made) << made.error().message.zh;
      cookies_[std::string(role)] = SignIn(name, made->password);
    }
    for (const Target target : kTargets) {
      score::Fact fact;
      fact.unit = UnitOf(target);
      fact.rule = kRule;
      fact.on = Date::Parse("2017-05-01");
      fact.count = Decimal::FromInt(1);
      fact.office = OfficeOf(target);
      const auto recorded = service::RecordFacts(by, id_, std::vector{fact});
      ASSERT_TRUE(recorded) << recorded.error().message.zh;
      facts_[target] = recorded->ids.at(0);
      evidence_[target] = HandIn(by, target);
    }
  }

  static std::string HandIn(const service::Context& by, Target target) {
    const auto file = *service::ReceiveFile(by);
    EXPECT_TRUE(file->Take("会议纪要" + std::to_string(static_cast<int>(target))));
    const service::EvidenceDraft draft = {
        .unit = UnitOf(target), .office = OfficeOf(target), .details = {}};
    const auto item = service::AddEvidence(by, {}, draft, "a.txt", *file);
    EXPECT_TRUE(item) << item.error().message.zh;
    return item->id;
  }

  // The code of the problem that a request comes to; "" for none.
  std::string Ask(const Route& route, const Rule& rule, const std::string& cookie, Target target) {
    const std::map<std::string, std::string> values = {{"id", id_},
                                                       {"task", "1.2"},
                                                       {"unit", UnitOf(target)},
                                                       {"name", "nobody"},
                                                       {"fact", facts_[target]},
                                                       {"office", OfficeOf(target)},
                                                       {"evidence", evidence_[target]}};
    const std::string path =
        Filled(std::string(route.pattern) + std::string(rule.query), values, Escaped);
    const std::string body = Filled(std::string(rule.body), values,
                                    [](std::string_view text) { return std::string(text); });
    const auto answer = Write(route.method, path, cookie, body);
    EXPECT_LT(answer.status, 500) << route.method << " " << path << answer.body;
    return answer.status < 400 ? "" : CodeOf(answer);
  }

  std::string id_;
  std::map<std::string, std::string> cookies_;  // by role
  std::map<Target, std::string> facts_;
  std::map<Target, std::string> evidence_;
};

TEST_F(AccessTest, EveryRouteAsksWhoIsThere) {
  std::set<std::string> routes;
  for (const Route& route : AllRoutes()) {
    const std::string name = std::string(route.method) + " " + std::string(route.pattern);
    SCOPED_TRACE(name);
    routes.insert(name);
    const auto rule = kRules.find(name);
    ASSERT_NE(rule, kRules.end()) << "say here who may do this, and on whose data";
    const bool is_open = rule->second.right == "-";
    EXPECT_EQ(Ask(route, rule->second, "", Target::kOwn) == "not-signed-in", !is_open);
    EXPECT_EQ(Ask(route, rule->second, "Cookie: kaoping_session=" + std::string(64, 'a') + "\r\n",
                  Target::kOwn) == "session-ended",
              !is_open);
  }
  EXPECT_EQ(routes.size(), kRules.size()) << "a line here is of no route";
}

TEST_F(AccessTest, EveryRoleReachesWhatIsItsOwnAndNothingElse) {
  for (const auto& [role, means] : kRoles) {
    for (const Route& route : AllRoutes()) {
      const std::string name = std::string(route.method) + " " + std::string(route.pattern);
      if (name == "DELETE /api/v1/session") continue;  // nothing would be left to ask with
      const Rule& rule = kRules.at(name);
      const bool may = rule.right == "-" || rule.right.empty() || means.rights.contains(rule.right);
      for (const Target target : kTargets) {
        if (rule.reach == Reach::kNothing && target != Target::kOwn) continue;
        SCOPED_TRACE(fmt::format("{} by {}, target {}", name, role, static_cast<int>(target)));
        const std::string code = Ask(route, rule, cookies_[std::string(role)], target);
        EXPECT_EQ(code == "not-allowed", !may) << code;
        if (!may) continue;
        const bool is_outside =
            code == "outside-reach" || code == "fact-not-found" || code == "evidence-not-found";
        EXPECT_EQ(is_outside, !Reaches(means.far, rule.reach, target)) << code;
      }
    }
  }
}

TEST_F(AccessTest, EveryRoleListsTheFactsThatAreItsOwn) {
  for (const auto& [role, means] : kRoles) {
    if (!means.rights.contains("read")) continue;
    SCOPED_TRACE(role);
    const auto answer =
        Get("/api/v1/schemes/" + id_ + "/facts?limit=1000", cookies_[std::string(role)]);
    ASSERT_EQ(answer.status, 200) << answer.body;
    std::set<std::string> listed;
    const json page = json::parse(answer.body);
    for (const json& item : page.at("items")) listed.insert(item.at("id"));
    for (const Target target : kTargets) {
      EXPECT_EQ(listed.contains(facts_[target]), Reaches(means.far, Reach::kFact, target))
          << static_cast<int>(target);
    }
  }
}

TEST_F(AccessTest, EveryRoleListsTheEvidenceThatIsItsOwn) {
  for (const auto& [role, means] : kRoles) {
    if (!means.rights.contains("read")) continue;
    SCOPED_TRACE(role);
    const auto answer = Get("/api/v1/evidence?limit=1000", cookies_[std::string(role)]);
    ASSERT_EQ(answer.status, 200) << answer.body;
    std::set<std::string> listed;
    const json page = json::parse(answer.body);
    for (const json& item : page.at("items")) listed.insert(item.at("id"));
    for (const Target target : kTargets) {
      EXPECT_EQ(listed.contains(evidence_[target]), Reaches(means.far, Reach::kEvidence, target))
          << static_cast<int>(target);
    }
  }
}

}  // namespace
}  // namespace kaoping::api
