#include "api/api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "api/demo.h"
#include "api/demo_fixture.h"
#include "api/embedded.h"
#include "api/problem.h"
#include "api/routes.h"
#include "service/verification.h"

namespace kaoping::api {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// "GET /api/v1/schemes" for each operation of api/openapi.yaml, by its layout: paths stand two
// deep, their methods and `servers` four deep.
std::set<std::string> OperationsOfOpenApi() {
  std::ifstream file(KAOPING_SOURCE_DIR "/api/openapi.yaml");
  std::set<std::string> operations;
  std::vector<std::string> methods;
  std::string path;
  std::string base;
  const auto finish = [&] {
    for (const std::string& method : methods) operations.insert(method + " " + base + path);
    methods.clear();
  };
  bool in_paths = false;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != ' ') in_paths = line == "paths:";
    if (!in_paths) continue;
    if (line.starts_with("  /")) {
      finish();
      path = line.substr(2, line.size() - 3);
      base = "/api/v1";
    }
    if (line == "    servers: [{ url: / }]") base = "";
    for (const std::string method : {"get", "post", "put", "delete", "patch"}) {
      if (line != "    " + method + ":") continue;
      methods.push_back(method);
      for (char& c : methods.back()) c = static_cast<char>(c - 'a' + 'A');
    }
  }
  finish();
  return operations;
}

TEST(RoutesTest, AreThoseOfOpenApi) {
  std::set<std::string> routes;
  for (const Route& route : AllRoutes()) {
    routes.insert(std::string(route.method) + " " + std::string(route.pattern));
  }
  EXPECT_EQ(routes, OperationsOfOpenApi());
  EXPECT_EQ(routes.size(), AllRoutes().size()) << "a route stands twice";
}

using ApiTest = DemoFixture;

constexpr std::string_view kUnit = "%E5%8D%97%E9%80%9A%E5%B8%82%E5%95%86%E5%8A%A1%E5%B1%80";

TEST_F(ApiTest, SignsInWithACookieThatScriptsCannotRead) {
  const auto answer =
      Write("POST", "/api/v1/session", "",
            json{{"name", "appraiser"}, {"password", PasswordOf("appraiser")}}.dump());
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.Header("Set-Cookie"), HasSubstr("; Path=/; HttpOnly; SameSite=Strict"));
  EXPECT_THAT(answer.Header("Set-Cookie"), Not(HasSubstr("Secure")));
  const json session = json::parse(answer.body);
  EXPECT_EQ(session.at("name"), "appraiser");
  EXPECT_EQ(session.at("role_title"), "考评员");
  EXPECT_EQ(session.at("can"), json({"record", "decide", "scores", "read"}));
}

TEST_F(ApiTest, MarksTheCookieSecureBehindAProxyThatSpeaksTls) {
  const auto answer =
      Write("POST", "/api/v1/session", "X-Forwarded-Proto: https\r\n",
            json{{"name", "observer"}, {"password", PasswordOf("observer")}}.dump());
  EXPECT_THAT(answer.Header("Set-Cookie"), HasSubstr("; Secure"));
}

TEST_F(ApiTest, TellsNobodyWhetherNameOrPasswordIsWrong) {
  const auto wrong = Write("POST", "/api/v1/session", "", R"({"name":"admin","password":"x"})");
  const auto nobody = Write("POST", "/api/v1/session", "", R"({"name":"nobody","password":"x"})");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(CodeOf(wrong), "sign-in-failed");
  EXPECT_EQ(nobody.status, 401);
  EXPECT_EQ(json::parse(wrong.body).at("detail"), json::parse(nobody.body).at("detail"));
  EXPECT_EQ(wrong.Header("Set-Cookie"), "");
}

TEST_F(ApiTest, AsksWhoeverHasNoSessionToSignIn) {
  for (const Route& route : AllRoutes()) {
    if (route.access == Access::kAnyone) continue;
    const auto nobody = Write(route.method, route.pattern, "", "{}");
    EXPECT_EQ(nobody.status, 401) << route.pattern;
    EXPECT_EQ(CodeOf(nobody), "not-signed-in") << route.pattern;
    const auto stranger =
        Write(route.method, route.pattern, "Cookie: kaoping_session=ab\r\n", "{}");
    EXPECT_EQ(stranger.status, 401) << route.pattern;
    EXPECT_EQ(CodeOf(stranger), "session-ended") << route.pattern;
  }
}

TEST_F(ApiTest, TakesNoWriteWithoutTheHeaderOfItsPage) {
  const std::string cookie = SignIn("admin");
  for (const Route& route : AllRoutes()) {
    if (route.method == "GET") continue;
    const auto answer = Send(route.method, route.pattern, cookie, "{}");
    EXPECT_EQ(answer.status, 403) << route.pattern;
    EXPECT_EQ(CodeOf(answer), "header-missing") << route.pattern;
  }
}

TEST_F(ApiTest, SignsOut) {
  const std::string cookie = SignIn("observer");
  EXPECT_EQ(Get("/api/v1/session", cookie).status, 200);
  const auto answer = Write("DELETE", "/api/v1/session", cookie, "");
  EXPECT_EQ(answer.status, 204);
  EXPECT_THAT(answer.Header("Set-Cookie"), HasSubstr("kaoping_session=; "));
  EXPECT_THAT(answer.Header("Set-Cookie"), HasSubstr("; Max-Age=0"));
  EXPECT_EQ(Get("/api/v1/session", cookie).status, 401);
}

TEST_F(ApiTest, ChangesOnesOwnPassword) {
  const std::string cookie = SignIn("observer");
  const auto wrong =
      Write("PUT", "/api/v1/session/password", cookie, R"({"old":"wrong","new":"Long-enough-1"})");
  EXPECT_EQ(wrong.status, 403) << "401 would ask to sign in again";
  EXPECT_EQ(json::parse(wrong.body).at("field"), "old");
  EXPECT_EQ(Write("PUT", "/api/v1/session/password", cookie,
                  json{{"old", PasswordOf("observer")}, {"new", "Long-enough-1"}}.dump())
                .status,
            204);
  SignIn("observer", "Long-enough-1");
}

TEST_F(ApiTest, AnswersWhatIsNotThere) {
  EXPECT_EQ(Get("/api/v1/nothing").status, 404);
  EXPECT_EQ(CodeOf(Get("/api/v1/nothing")), "path-not-found");
  EXPECT_EQ(CodeOf(Get("/nothing.js")), "path-not-found");
  const auto method = Send("PATCH", "/api/v1/schemes");
  EXPECT_EQ(method.status, 405);
  EXPECT_EQ(method.Header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(CodeOf(method), "method-not-allowed");
  EXPECT_EQ(Send("POST", "/").status, 405);
  const std::string cookie = SignIn("observer");
  EXPECT_EQ(CodeOf(Get("/api/v1/schemes/s000000000000", cookie)), "scheme-not-found");
  EXPECT_EQ(CodeOf(Get(SchemePath(cookie) + "/scores/x", cookie)), "unit-unknown");
}

TEST_F(ApiTest, SpeaksEnglishToWhoPrefersIt) {
  const auto detail = [&](std::string_view headers) {
    return json::parse(Get("/api/v1/session", headers).body).at("detail").get<std::string>();
  };
  EXPECT_THAT(detail("Accept-Language: en\r\n"), HasSubstr("sign in"));
  EXPECT_THAT(detail(""), HasSubstr("登录"));
}

TEST_F(ApiTest, SecuresEveryAnswer) {
  for (const auto& answer :
       {Get("/"), Get("/nothing.js"), Get("/api/v1/session"), Get("/healthz"), Get("/%zz")}) {
    EXPECT_THAT(answer.Header("Content-Security-Policy"), HasSubstr("default-src 'none'"));
    EXPECT_THAT(answer.Header("Content-Security-Policy"), HasSubstr("script-src 'self';"));
    EXPECT_EQ(answer.Header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.Header("X-Frame-Options"), "DENY");
    EXPECT_EQ(answer.Header("Referrer-Policy"), "no-referrer");
  }
}

TEST_F(ApiTest, LetsNothingOfTheApiBeKept) {
  const std::string cookie = SignIn("observer");
  EXPECT_EQ(Get("/api/v1/session", cookie).Header("Cache-Control"), "no-store");
  EXPECT_EQ(Get(SchemePath(cookie), cookie).Header("Cache-Control"), "private, no-cache");
}

TEST_F(ApiTest, ServesThePage) {
  EXPECT_EQ(Get("/").body, "page");
  EXPECT_EQ(Get("/schemes/1", "Accept: text/html\r\n").body, "page");
  const auto head = Send("HEAD", "/");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.Header("Content-Length"), "4");
}

TEST_F(ApiTest, ShowsASchemeOnceUntilItChanges) {
  const std::string cookie = SignIn("observer");
  const std::string path = SchemePath(cookie);
  const auto answer = Get(path, cookie);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const json detail = json::parse(answer.body);
  EXPECT_EQ(detail.at("state"), "published");
  EXPECT_EQ(detail.at("scheme").at("format"), "scheme/1");
  EXPECT_EQ(detail.at("scheme").at("sections").size(), 8U);
  EXPECT_EQ(detail.at("pending").size(), 1U);
  EXPECT_THAT(detail.at("readback").at("1.2.1").get<std::string>(), HasSubstr("扣1分"));

  const std::string etag = answer.Header("ETag");
  const auto again = Get(path, cookie + "If-None-Match: " + etag + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.Header("ETag"), etag);
}

TEST_F(ApiTest, ImportsAFileOnce) {
  const std::string cookie = SignIn("scheme_keeper");
  const auto files = embedded::DemoFiles();
  const auto notice = std::find_if(files.begin(), files.end(),
                                   [](const auto& file) { return file.path == "/notice.txt"; });
  const auto again = Write("POST", "/api/v1/schemes?filename=a.txt", cookie, notice->content);
  EXPECT_EQ(again.status, 200) << again.body;
  std::string other(notice->content);
  const std::string_view year = "2017年度法治建设任务分解表";
  other.replace(other.find(year), 4, "2018");
  const auto fresh = Write("POST", "/api/v1/schemes?filename=a.txt", cookie, other);
  EXPECT_EQ(fresh.status, 201) << fresh.body;
  const json outcome = json::parse(fresh.body);
  EXPECT_EQ(outcome.at("summary").at("state"), "draft");
  EXPECT_EQ(outcome.at("summary").at("id"), outcome.at("id"));

  const std::string path = "/api/v1/schemes/" + outcome.at("id").get<std::string>();
  const auto bare = Write("POST", path + "/publication", cookie, "{}");
  EXPECT_EQ(bare.status, 422);
  EXPECT_EQ(CodeOf(bare), "reason-required");
  const auto published = Write("POST", path + "/publication", cookie, R"({"reason":"先行挂账"})");
  EXPECT_EQ(published.status, 200) << published.body;
  EXPECT_EQ(json::parse(published.body).at("state"), "published");
}

TEST_F(ApiTest, RefusesAFileThatIsNone) {
  const std::string cookie = SignIn("scheme_keeper");
  EXPECT_EQ(CodeOf(Write("POST", "/api/v1/schemes", cookie, "x")), "filename-missing");
  EXPECT_EQ(Write("POST", "/api/v1/schemes?filename=a.txt", cookie, "x").status, 422);
  const auto crash = Write("POST", "/api/v1/schemes?filename=crash.txt", cookie, "x");
  EXPECT_EQ(crash.status, 422);
  EXPECT_EQ(CodeOf(crash), "reader-crashed");
  const auto large =
      Write("POST", "/api/v1/schemes?filename=a.txt", cookie, std::string(kLargestImport + 1, 'x'));
  EXPECT_EQ(large.status, 413);
  EXPECT_EQ(CodeOf(large), "body-too-large");
  EXPECT_EQ(Write("POST", "/api/v1/session", cookie, std::string(1'048'577, 'x')).status, 413);
  EXPECT_EQ(Write("POST", "/api/v1/schemes?filename=a.txt", SignIn("observer"), "x").status, 403);
}

TEST_F(ApiTest, RecordsAFactOnceForEachKey) {
  const std::string cookie = SignIn("appraiser");
  const std::string path = SchemePath(cookie) + "/facts";
  const std::string fact =
      R"({"unit":"南通市商务局","rule":"5.2.2","on":"2017-06-01","count":"1","note":"甲"})";
  const auto first = Write("POST", path, cookie + "Idempotency-Key: k1\r\n", fact);
  ASSERT_EQ(first.status, 201) << first.body;
  const auto again = Write("POST", path, cookie + "Idempotency-Key: k1\r\n", fact);
  EXPECT_EQ(again.status, 201);
  EXPECT_EQ(json::parse(again.body).at("id"), json::parse(first.body).at("id"));
  const auto other = Write("POST", path, cookie + "Idempotency-Key: k1\r\n",
                           R"({"unit":"南通市商务局","rule":"5.2.2","on":"2017-06-02"})");
  EXPECT_EQ(other.status, 409);
  EXPECT_EQ(CodeOf(other), "idempotency-key-reused");
}

TEST_F(ApiTest, SaysWhichFieldOfAFactIsWrong) {
  const std::string cookie = SignIn("appraiser");
  const std::string path = SchemePath(cookie) + "/facts";
  const auto post = [&](std::string_view body) { return Write("POST", path, cookie, body); };
  EXPECT_EQ(post("{").status, 400);
  EXPECT_EQ(CodeOf(post("{")), kMalformedBody);
  const auto unknown =
      post(R"({"unit":"南通市商务局","rule":"1.2.1","on":"2017-06-01","points":"1"})");
  EXPECT_EQ(unknown.status, 422);
  EXPECT_EQ(json::parse(unknown.body).at("field"), "points");
  EXPECT_EQ(CodeOf(post(R"({"unit":"南通市商务局","facts":[]})")), "one-fact");
  const auto rule = post(R"({"unit":"南通市商务局","rule":"9.9.9","on":"2017-06-01"})");
  EXPECT_EQ(json::parse(rule.body).at("field"), "rule");
}

TEST_F(ApiTest, ASecondPersonDecidesOnAFact) {
  const std::string appraiser = SignIn("appraiser");
  const std::string path = SchemePath(appraiser);
  const auto recorded =
      Write("POST", path + "/facts", appraiser,
            R"({"unit":"南通市商务局","rule":"5.2.2","on":"2017-06-01","count":"1"})");
  ASSERT_EQ(recorded.status, 201) << recorded.body;
  const std::string decision =
      path + "/facts/" + json::parse(recorded.body).at("id").get<std::string>() + "/decision";
  const auto own = Write("POST", decision, appraiser, R"({"status":"confirmed"})");
  EXPECT_EQ(own.status, 403);
  EXPECT_EQ(CodeOf(own), "own-fact");

  const std::string reviewer = SignIn("reviewer");
  EXPECT_EQ(CodeOf(Write("POST", decision, reviewer, R"({"status":"maybe"})")), "status-unknown");
  const auto decided = Write("POST", decision, reviewer, R"({"status":"confirmed"})");
  EXPECT_EQ(decided.status, 200) << decided.body;
  EXPECT_EQ(json::parse(decided.body).at("status"), "confirmed");
  EXPECT_EQ(json::parse(decided.body).at("decided_by"), "reviewer");
}

TEST_F(ApiTest, ListsFactsPageByPage) {
  const std::string cookie = SignIn("observer");
  const std::string path = SchemePath(cookie) + "/facts";
  const json all = json::parse(Get(path, cookie).body).at("items");
  ASSERT_GT(all.size(), 3U);
  json paged = json::array();
  std::string cursor;
  do {
    const auto answer = Get(path + "?limit=2" + cursor, cookie);
    ASSERT_EQ(answer.status, 200) << answer.body;
    const json page = json::parse(answer.body);
    EXPECT_LE(page.at("items").size(), 2U);
    for (const json& item : page.at("items")) paged.push_back(item);
    cursor = page.contains("next") ? "&cursor=" + page.at("next").get<std::string>() : "";
  } while (!cursor.empty());
  EXPECT_EQ(paged, all);
  EXPECT_EQ(Get(path + "?limit=two", cookie).status, 422);
  EXPECT_EQ(Get(path + "?limit=0", cookie).status, 422);
}

TEST_F(ApiTest, ScoresAUnitInThreeReadings) {
  const std::string cookie = SignIn("observer");
  const std::string path = SchemePath(cookie);
  const auto answer = Get(path + "/scores/" + std::string(kUnit), cookie);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const json readings = json::parse(answer.body).at("readings");
  for (const std::string reading : {"confirmed", "claimed", "projected"}) {
    const json& score = readings.at(reading);
    EXPECT_EQ(score.at("reading"), reading);
    EXPECT_EQ(score.at("why").at("kind"), "total");
    EXPECT_EQ(score.at("why").at("amount"), score.at("total"));
  }
  const auto early =
      Get(path + "/scores/" + std::string(kUnit) + "?known_at=2000-01-01T00:00:00Z", cookie);
  EXPECT_EQ(json::parse(early.body).at("readings").at("confirmed").at("evaluated"), false);
  EXPECT_EQ(CodeOf(Get(path + "/scores/" + std::string(kUnit) + "?as_of=2017-02-30", cookie)),
            "day-unreadable");
  EXPECT_EQ(CodeOf(Get(path + "/scores/" + std::string(kUnit) + "?known_at=now", cookie)),
            "moment-unreadable");
}

TEST_F(ApiTest, ListsWhatIsOwedAsTheProjectedReadingHasIt) {
  const std::string cookie = SignIn("observer");
  const std::string path = SchemePath(cookie);
  const json owed = json::parse(Get(path + "/owed/" + std::string(kUnit), cookie).body);
  const json readings = json::parse(Get(path + "/scores/" + std::string(kUnit), cookie).body);
  EXPECT_EQ(owed.at("items"), readings.at("readings").at("projected").at("owed"));
  EXPECT_FALSE(owed.at("items").empty());
}

TEST_F(ApiTest, AdministersAccounts) {
  const std::string admin = SignIn("admin");
  const auto made = Write("POST", "/api/v1/users", admin,
                          R"({"name":"contact2","display":"二处联络员","role":"observer"})");
  ASSERT_EQ(made.status, 201) << made.body;
  SignIn("contact2", json::parse(made.body).at("password"));
  EXPECT_EQ(Write("POST", "/api/v1/users", admin,
                  R"({"name":"contact2","display":"二处联络员","role":"observer"})")
                .status,
            409);
  EXPECT_EQ(
      CodeOf(Write("POST", "/api/v1/users", admin, R"({"name":"x","display":"x","role":"king"})")),
      "role-unknown");
  const auto changed = Write("PUT", "/api/v1/users/contact2/role", admin, R"({"role":"observer"})");
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(json::parse(changed.body).at("role"), "observer");
  const auto reset = Write("PUT", "/api/v1/users/contact2/password", admin, "{}");
  EXPECT_EQ(reset.status, 200);
  SignIn("contact2", json::parse(reset.body).at("password"));
  EXPECT_EQ(json::parse(Get("/api/v1/users", admin).body).at("items").size(), 12U);
}

TEST_F(ApiTest, TheFirstAdministratorAppointsAndCannotScore) {
  const std::string admin = SignIn("admin");
  EXPECT_EQ(Get("/api/v1/users", admin).status, 200);
  EXPECT_EQ(Get("/api/v1/schemes", admin).status, 403);
  EXPECT_EQ(Get("/api/v1/verification", admin).status, 403);
}

TEST_F(ApiTest, TheAuditAdministratorVerifies) {
  const auto answer = Get("/api/v1/verification", SignIn("audit_admin"));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const json report = json::parse(answer.body);
  EXPECT_EQ(report.at("problems"), json::array());
  EXPECT_GT(report.at("entries"), 0);
}

TEST_F(ApiTest, AnswersTheMachineRoom) {
  EXPECT_EQ(Get("/healthz").body, "ok\n");
  EXPECT_EQ(Get("/readyz").status, 200);
  EXPECT_THAT(
      Get("/metrics").body,
      HasSubstr("kaoping_http_requests_total{route=\"/healthz\",method=\"GET\",status=\"200\"} 1"));
}

TEST_F(ApiTest, FillingTheDemoTwiceChangesNothing) {
  const auto again = FillDemo(*store_, Timestamp::Now());
  ASSERT_TRUE(again) << again.error().message.en;
  EXPECT_TRUE(again->passwords.empty());
  EXPECT_EQ(accounts_.passwords.size(), 10U);
}

TEST_F(ApiTest, TheLedgerSaysFromWhereSomebodyDidSomething) {
  const std::string appraiser = SignIn("appraiser");
  EXPECT_EQ(Write("POST", SchemePath(appraiser) + "/facts", appraiser,
                  json{{"unit", "南通市商务局"}, {"rule", "5.2.2"}, {"on", "2017-06-01"}}.dump())
                .status,
            201);
  EXPECT_EQ(Write("DELETE", "/api/v1/session", appraiser, "").status, 204);
  Write("POST", "/api/v1/session", "", R"({"name":"appraiser","password":"x"})");
  const service::Context by = {*store_, service::OperatorActor(), Timestamp::Now()};
  const auto entries = service::ReadLedger(by, 1, 1000);
  std::map<std::string, std::string> bodies;
  for (const auto& entry : *entries) bodies[entry.action] = entry.body;
  for (const char* action : {"sign-in", "record-fact", "sign-out", "sign-in-failed"}) {
    EXPECT_TRUE(bodies[action].starts_with(R"({"from":"127.0.0.1",)")) << bodies[action];
  }
  EXPECT_TRUE(service::Verify(by, std::nullopt)->problems.empty());
}

}  // namespace
}  // namespace kaoping::api
