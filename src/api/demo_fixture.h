// For tests: a server on a data folder of its own, filled as `kaoping demo` does.

#ifndef KAOPING_API_DEMO_FIXTURE_H_
#define KAOPING_API_DEMO_FIXTURE_H_

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "api/api.h"
#include "api/demo.h"
#include "api/embedded.h"
#include "api/server.h"
#include "api/static_files.h"
#include "api/test_client.h"

namespace kaoping::api {

inline constexpr std::array<embedded::File, 1> kTestPage = {
    {{"/index.html", "text/html; charset=utf-8", "00112233445566778899aabbccddeeff", "page", ""}}};

class DemoFixture : public testing::Test {
 protected:
  void SetUp() override {
    spdlog::set_level(spdlog::level::off);
    folder_ = std::filesystem::temp_directory_path() /
              ("kaoping-demo-fixture-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    auto store = service::OpenStore(folder_);
    ASSERT_TRUE(store) << store.error().message.en;
    store_ = std::move(*store);
    auto accounts = FillDemo(*store_, Timestamp::Now());
    ASSERT_TRUE(accounts) << accounts.error().code << ": " << accounts.error().message.en;
    accounts_ = std::move(*accounts);
    api_ = std::make_unique<Api>(*store_, StaticFiles(kTestPage), &ReadUnlessCrash);
    server_ = Server::Listen("127.0.0.1", 0, ServerLimits(), *api_).value();
    thread_ = std::thread([this] { server_->Run(Server::Signals::kIgnored); });
  }

  void TearDown() override {
    if (server_) {
      server_->Stop();
      thread_.join();
      server_.reset();
    }
    store_.reset();
    std::filesystem::remove_all(folder_);
  }

  Received Send(std::string_view method, std::string_view path, std::string_view headers = "",
                std::string_view body = "") {
    TestClient client(server_->port());
    std::string bytes = std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" +
                        std::string(headers);
    if (!body.empty()) bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return client.Exchange(bytes + "\r\n" + std::string(body), method);
  }
  Received Get(std::string_view path, std::string_view headers = "") {
    return Send("GET", path, headers);
  }
  // A write as the page sends it.
  Received Write(std::string_view method, std::string_view path, std::string_view headers,
                 std::string_view body) {
    return Send(method, path, "X-Kaoping: 1\r\n" + std::string(headers), body);
  }

  std::string PasswordOf(std::string_view name) {
    if (name == "admin") return accounts_.administrator.password;
    for (const DemoAccount& account : accounts_.passwords) {
      if (account.name == name) return account.password;
    }
    ADD_FAILURE() << "no account " << name;
    return {};
  }

  // The Cookie header of a session of this account.
  std::string SignIn(const std::string& name, const std::string& password) {
    const auto answer = Write("POST", "/api/v1/session", "",
                              nlohmann::json{{"name", name}, {"password", password}}.dump());
    EXPECT_EQ(answer.status, 200) << answer.body;
    const std::string cookie = answer.Header("Set-Cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
  }
  std::string SignIn(const std::string& name) { return SignIn(name, PasswordOf(name)); }

  std::string SchemePath(const std::string& cookie) {
    const auto answer = Get("/api/v1/schemes", cookie);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return "/api/v1/schemes/" +
           nlohmann::json::parse(answer.body).at("items").at(0).at("id").get<std::string>();
  }

  // One file takes its reader down.
  static Result<document::Document> ReadUnlessCrash(std::string_view name, std::string_view bytes) {
    if (name != "crash.txt") return document::ReadDocument(name, bytes);
    return MakeError(ErrorKind::kInvalid, "reader-crashed", Say("没有读{}", "{}", name));
  }

  static std::string CodeOf(const Received& answer) {
    EXPECT_EQ(answer.Header("Content-Type"), "application/problem+json");
    const nlohmann::json problem = nlohmann::json::parse(answer.body);
    EXPECT_EQ(problem.at("status"), answer.status);
    EXPECT_EQ(problem.at("request"), answer.Header("X-Request-Id"));
    EXPECT_FALSE(problem.at("detail").get<std::string>().empty());
    return problem.at("code");
  }

  std::filesystem::path folder_;
  service::StorePtr store_;
  DemoAccounts accounts_;
  std::unique_ptr<Api> api_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_DEMO_FIXTURE_H_
