#include "api/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/problem.h"

namespace kaoping::api {
namespace {

Request WithBody(std::string_view body) {
  Request request;
  request.id = "r1";
  request.body = body;
  return request;
}

std::string CodeOf(std::string_view body) {
  const auto form = Form::Read(WithBody(body), {"name", "note"});
  return form ? "" : form.error().code;
}

TEST(FormTest, ReadsTextsByTheirNames) {
  const auto form = Form::Read(WithBody(R"({"name":"局"})"), {"name", "note"});
  ASSERT_TRUE(form);
  EXPECT_EQ(form->Required("name").value(), "局");
  EXPECT_EQ(form->Optional("note"), "");
  const auto missing = form->Required("note");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "field-missing");
  EXPECT_EQ(missing.error().field, "note");
}

TEST(FormTest, RefusesWhatIsNoSuchForm) {
  EXPECT_EQ(CodeOf(""), kMalformedBody);
  EXPECT_EQ(CodeOf("{"), kMalformedBody);
  EXPECT_EQ(CodeOf("{} {}"), kMalformedBody);
  EXPECT_EQ(CodeOf(std::string_view("{}\0x", 4)), kMalformedBody);
  EXPECT_EQ(CodeOf("[]"), kMalformedBody);
  EXPECT_EQ(CodeOf("{\"name\":\"\xff\"}"), kMalformedBody);
  EXPECT_EQ(CodeOf(R"({"name":1})"), kMalformedBody);
  EXPECT_EQ(CodeOf(R"({"name":null})"), kMalformedBody);
  EXPECT_EQ(CodeOf(R"({"names":"a"})"), "field-unknown");
  EXPECT_EQ(CodeOf(std::string(1'000'000, '[')), kMalformedBody);
  EXPECT_EQ(CodeOf(std::string(500'000, '[') + std::string(500'000, ']')), kMalformedBody);
}

TEST(ProblemTest, GivesEachKindOfErrorItsStatus) {
  const auto status = [](ErrorKind kind) { return StatusOf(MakeError(kind, "code", {})); };
  EXPECT_EQ(status(ErrorKind::kInvalid), 422);
  EXPECT_EQ(status(ErrorKind::kNotFound), 404);
  EXPECT_EQ(status(ErrorKind::kConflict), 409);
  EXPECT_EQ(status(ErrorKind::kForbidden), 403);
  EXPECT_EQ(status(ErrorKind::kUnavailable), 503);
  EXPECT_EQ(status(ErrorKind::kCorrupt), 500);
  EXPECT_EQ(StatusOf(MakeError(ErrorKind::kInvalid, kMalformedBody, {})), 400);
}

TEST(ProblemTest, SpeaksTheReadersLanguage) {
  Request request = WithBody("");
  const Error error = MakeError(ErrorKind::kInvalid, "value-unfit", {"不行", "no"}, "value");
  EXPECT_EQ(Problem(request, error).body,
            R"({"type":"about:blank","title":"Unprocessable Content","status":422,)"
            R"("code":"value-unfit","detail":"不行","field":"value","request":"r1"})");
  request.headers.push_back({"Accept-Language", "en"});
  const auto json = nlohmann::json::parse(Problem(request, 404, error).body);
  EXPECT_EQ(json["detail"], "no");
  EXPECT_EQ(json["status"], 404);
}

}  // namespace
}  // namespace kaoping::api
