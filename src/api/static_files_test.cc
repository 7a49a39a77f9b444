#include "api/static_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace kaoping::api {
namespace {

constexpr std::string_view kHash =
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
constexpr std::array<embedded::File, 3> kFiles = {{
    {"/assets/index-1.js", "text/javascript; charset=utf-8", kHash, "script", "packed"},
    {"/icon.png", "image/png", kHash, "picture", ""},
    {"/index.html", "text/html; charset=utf-8", kHash, "page", "packed page"},
}};

Request Get(std::string_view path, std::vector<HeaderField> headers = {}) {
  Request request;
  request.method = "GET";
  request.target = ParseTarget(path).value();
  request.headers = std::move(headers);
  return request;
}

std::string HeaderOf(const Response& response, std::string_view name) {
  for (const HeaderField& header : response.headers) {
    if (header.name == name) return header.value;
  }
  return {};
}

const StaticFiles kPage{kFiles};

TEST(StaticFilesTest, AnswersAFileByItsPath) {
  const auto answer = kPage.Answer(Get("/icon.png"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->Body(), "picture");
  EXPECT_EQ(HeaderOf(*answer, "Content-Type"), "image/png");
  EXPECT_EQ(kPage.Answer(Get("/"))->Body(), "page");
}

TEST(StaticFilesTest, CompressesForWhoTakesIt) {
  const Request takes = Get("/index.html", {{"Accept-Encoding", "br, gzip"}});
  EXPECT_EQ(kPage.Answer(takes)->Body(), "packed page");
  EXPECT_EQ(HeaderOf(*kPage.Answer(takes), "Content-Encoding"), "gzip");
  EXPECT_EQ(HeaderOf(*kPage.Answer(takes), "Vary"), "Accept-Encoding");
  const Request plain = Get("/index.html");
  EXPECT_EQ(HeaderOf(*kPage.Answer(plain), "Content-Encoding"), "");
  EXPECT_NE(HeaderOf(*kPage.Answer(plain), "ETag"), HeaderOf(*kPage.Answer(takes), "ETag"));
  const Request picture = Get("/icon.png", {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(kPage.Answer(picture)->Body(), "picture");
}

TEST(StaticFilesTest, SaysThatNothingChanged) {
  const std::string etag = HeaderOf(*kPage.Answer(Get("/icon.png")), "ETag");
  const auto answer = kPage.Answer(Get("/icon.png", {{"If-None-Match", etag}}));
  EXPECT_EQ(answer->status, 304);
  EXPECT_EQ(answer->Body(), "");
  EXPECT_EQ(HeaderOf(*answer, "ETag"), etag);
  EXPECT_EQ(kPage.Answer(Get("/icon.png", {{"If-None-Match", "\"old\""}}))->status, 200);
}

TEST(StaticFilesTest, LetsOnlyWhatIsNamedByItsContentBeKept) {
  EXPECT_EQ(HeaderOf(*kPage.Answer(Get("/assets/index-1.js")), "Cache-Control"),
            "public, max-age=31536000, immutable");
  EXPECT_EQ(HeaderOf(*kPage.Answer(Get("/index.html")), "Cache-Control"), "no-cache");
}

TEST(StaticFilesTest, GivesABrowserThePageForItsOwnAddresses) {
  const std::vector<HeaderField> opens = {{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"}};
  EXPECT_EQ(kPage.Answer(Get("/schemes/x/tasks/1.2", opens))->Body(), "page");
  EXPECT_FALSE(kPage.Answer(Get("/assets/gone.js", {{"Accept", "*/*"}})));
  EXPECT_FALSE(StaticFiles({}).Answer(Get("/schemes/x", opens)));
}

TEST(StaticFilesTest, ReadsWhetherGzipIsTaken) {
  EXPECT_TRUE(AcceptsGzip("gzip"));
  EXPECT_TRUE(AcceptsGzip("deflate, GZip;q=0.5"));
  EXPECT_FALSE(AcceptsGzip("gzip;q=0"));
  EXPECT_FALSE(AcceptsGzip("gzip; q=0.0, br"));
  EXPECT_FALSE(AcceptsGzip("xgzip"));
  EXPECT_FALSE(AcceptsGzip(""));
}

TEST(EmbeddedTest, FilesAreInOrderSoThatTheyAreFound) {
  for (const auto files : {embedded::WebFiles(), embedded::DemoFiles()}) {
    EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                               [](const auto& a, const auto& b) { return a.path < b.path; }));
  }
}

TEST(EmbeddedTest, HoldsTheExampleByteForByte) {
  const auto files = embedded::DemoFiles();
  const auto holidays = std::find_if(files.begin(), files.end(), [](const embedded::File& file) {
    return file.path == "/holidays-2017.json";
  });
  ASSERT_NE(holidays, files.end());
  EXPECT_EQ(holidays->media_type, "application/json");
  EXPECT_EQ(holidays->content.front(), '{');
  EXPECT_EQ(holidays->sha256.size(), 64U);
  EXPECT_EQ(holidays->gzip.substr(0, 2), "\x1f\x8b");
}

}  // namespace
}  // namespace kaoping::api
