#include "api/http.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/utf8.h"

namespace kaoping::api {
namespace {

Request With(std::string_view name, std::string_view value) {
  Request request;
  request.headers.push_back({std::string(name), std::string(value)});
  return request;
}

TEST(TargetTest, DecodesEachPartOnItsOwn) {
  const auto target = ParseTarget("/schemes/%E5%8D%97%2F%e9%80%9a/x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (std::vector<std::string>{"schemes", "南/通", "x"}));
  EXPECT_EQ(ParseTarget("/")->segments, std::vector<std::string>{});
  EXPECT_EQ(ParseTarget("/a+b/")->segments, (std::vector<std::string>{"a+b", ""}));
}

TEST(TargetTest, ReadsTheQueryAsAFormWritesIt) {
  const auto target = ParseTarget("/facts?unit=%E5%B1%80+A&limit=5&&flag&limit=6");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->Query("unit"), "局 A");
  EXPECT_EQ(target->Query("limit"), "5");
  EXPECT_EQ(target->Query("flag"), "");
  EXPECT_EQ(target->Query("none"), std::nullopt);
}

TEST(TargetTest, TakesTheFormThatProxiesSend) {
  EXPECT_EQ(ParseTarget("http://host:80/a?b=c")->Path(), "/a");
  EXPECT_EQ(ParseTarget("http://host")->Path(), "/");
}

TEST(TargetTest, RefusesWhatIsNoPath) {
  for (const std::string_view text :
       {"",     "*",    "a",       "/%",        "/%4",     "/%4g",   "/%+1",
        "/%-1", "/..",  "/a/../b", "/%2E%2e/b", "/.",      "/a/.",   "/%00",
        "/%0a", "/%7f", "/%c0%af", "/?a=%",     "/?%ff=b", "/?a=%0d"}) {
    EXPECT_FALSE(ParseTarget(text)) << text;
  }
}

std::string EscapeAll(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    escaped += {'%', kDigits[byte / 16], kDigits[byte % 16]};
  }
  return escaped;
}

TEST(TargetTest, AnyCleanTextComesBackFromItsEscapesAndNoOther) {
  const auto pieces =
      rc::gen::element<std::string>("a", "/", "%", "+", ".", "南", "\xE5", "\n", "?");
  EXPECT_TRUE(rc::check([&pieces] {
    std::string text;
    for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(pieces)) {
      text += piece;
    }
    const bool clean = !FirstInvalidUtf8(text) && text.find('\n') == std::string::npos &&
                       text != "." && text != "..";
    const auto target = ParseTarget("/" + EscapeAll(text) + "/end");
    RC_ASSERT(target.has_value() == clean);
    if (clean) RC_ASSERT(target->segments == (std::vector<std::string>{text, "end"}));
  }));
}

TEST(RequestTest, FindsHeadersInAnyCaseAndCookiesByName) {
  Request request = With("cookie", "a=1; kaoping_session=tok=en;b=2");
  EXPECT_EQ(request.Header("Cookie"), "a=1; kaoping_session=tok=en;b=2");
  EXPECT_EQ(request.Header("Host"), "");
  EXPECT_EQ(request.Cookie("kaoping_session"), "tok=en");
  EXPECT_EQ(request.Cookie("b"), "2");
  EXPECT_EQ(request.Cookie("session"), "");
}

TEST(RequestTest, PrefersEnglishOnlyWhereItIsWeighedMore) {
  const auto preferred = [](std::string_view value) {
    return With("Accept-Language", value).Preferred();
  };
  EXPECT_EQ(Request().Preferred(), Language::kChinese);
  EXPECT_EQ(preferred("en"), Language::kEnglish);
  EXPECT_EQ(preferred("en-GB,en;q=0.9"), Language::kEnglish);
  EXPECT_EQ(preferred("zh-CN,zh;q=0.9,en;q=0.8"), Language::kChinese);
  EXPECT_EQ(preferred("en;q=0.8, zh;q=0.9"), Language::kChinese);
  EXPECT_EQ(preferred("zh;q=0.5, EN-us;q=0.6"), Language::kEnglish);
  EXPECT_EQ(preferred("fr, en;q=0.1"), Language::kEnglish);
  EXPECT_EQ(preferred("de"), Language::kChinese);
  EXPECT_EQ(preferred("en;q=x,,;"), Language::kEnglish);
}

TEST(ResponseTest, SetReplacesAHeaderOfTheSameName) {
  Response response;
  response.Set("content-type", "a");
  response.Set("Content-Type", "b");
  ASSERT_EQ(response.headers.size(), 1U);
  EXPECT_EQ(response.headers[0].value, "b");
}

TEST(EtagTest, MatchesOneOfTheListWeakOrNot) {
  EXPECT_TRUE(MatchesEtag("\"a\"", "\"a\""));
  EXPECT_TRUE(MatchesEtag("\"b\", W/\"a\"", "\"a\""));
  EXPECT_TRUE(MatchesEtag("*", "\"a\""));
  EXPECT_FALSE(MatchesEtag("\"b\"", "\"a\""));
  EXPECT_FALSE(MatchesEtag("", "\"a\""));
}

}  // namespace
}  // namespace kaoping::api
