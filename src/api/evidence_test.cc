// Evidence over HTTP: what only a server can get wrong.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "api/demo_fixture.h"
#include "api/evidence_views.h"
#include "service/evidence.h"

namespace kaoping::api {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr const char* kUnit = "unit=%E5%8D%97%E9%80%9A%E5%B8%82%E5%95%86%E5%8A%A1%E5%B1%80";

class EvidenceApiTest : public DemoFixture {
 protected:
  void SetUp() override {
    DemoFixture::SetUp();
    cookie_ = SignIn("appraiser");
  }

  Received Upload(const std::string& name, const std::string& bytes) {
    return Write("POST", "/api/v1/evidence?filename=" + name + "&" + kUnit, cookie_, bytes);
  }
  std::string Added(const std::string& name, const std::string& bytes) {
    const Received answer = Upload(name, bytes);
    EXPECT_EQ(answer.status, 201) << answer.body;
    return json::parse(answer.body).at("id");
  }
  int CountFiles() const {
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_ / "evidence")) {
      count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
  }
  std::size_t CountItems() {
    return json::parse(Get("/api/v1/evidence", cookie_).body).at("items").size();
  }

  std::string cookie_;
};

TEST_F(EvidenceApiTest, LargeFileComesBackAsItWent) {
  const std::string bytes = "%PDF-1.7\n" + std::string(3'000'000, 'x');
  const std::string id = Added("a.pdf", bytes);
  const Received file = Get("/api/v1/evidence/" + id + "/file", cookie_);
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.body, bytes);
  EXPECT_EQ(file.Header("Content-Type"), "application/pdf");
  EXPECT_EQ(Send("HEAD", "/api/v1/evidence/" + id + "/file", cookie_).Header("Content-Length"),
            std::to_string(bytes.size()));
}

TEST_F(EvidenceApiTest, FilesAreSavedAndNeverShown) {
  const std::string id =
      Added("%E5%85%AC%E7%A4%BA%22.html", "<!doctype html><script>alert(1)</script>");
  const Received file = Get("/api/v1/evidence/" + id + "/file", cookie_);
  EXPECT_EQ(file.Header("Content-Type"), "application/octet-stream");
  EXPECT_EQ(file.Header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(file.Header("Content-Disposition"),
            "attachment; filename=\"_______.html\"; "
            "filename*=UTF-8''%E5%85%AC%E7%A4%BA%22.html");
}

TEST_F(EvidenceApiTest, NamesNeverDivideTheAnswer) {
  EXPECT_EQ(AttachmentNamed("a\r\nSet-Cookie: b=c"),
            "attachment; filename=\"a__Set-Cookie: b=c\"; "
            "filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b%3Dc");
  EXPECT_EQ(Upload("a%0D%0Ab.txt", "x").status, 400);
  EXPECT_EQ(CountItems(), 0U);
}

TEST_F(EvidenceApiTest, UploadThatIsCutOffLeavesNothing) {
  const std::string head = "POST /api/v1/evidence?filename=a.txt&" + std::string(kUnit) +
                           " HTTP/1.1\r\nHost: a\r\nX-Kaoping: 1\r\n" + cookie_ +
                           "Content-Length: 2000000\r\n\r\n";
  {
    TestClient client(server_->port());
    client.Send(head + std::string(1'000'000, 'x'));
    for (int i = 0; i < 1000; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      if (std::filesystem::exists(folder_ / "evidence" / "incoming") && CountFiles() == 1) break;
    }
    EXPECT_EQ(CountFiles(), 1) << "it is on its way";
  }
  for (int i = 0; i < 1000 && CountFiles() > 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_EQ(CountFiles(), 0);
  EXPECT_EQ(CountItems(), 0U);
}

TEST_F(EvidenceApiTest, TooLargeAFileIsRefusedBeforeItComes) {
  TestClient client(server_->port());
  client.Send("POST /api/v1/evidence?filename=a.txt&" + std::string(kUnit) +
              " HTTP/1.1\r\nHost: a\r\nX-Kaoping: 1\r\n" + cookie_ +
              "Content-Length: 2147483648\r\n\r\n");
  const Received answer = client.Receive();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(CodeOf(answer), "evidence-too-large");
  EXPECT_THAT(json::parse(answer.body).at("detail").get<std::string>(), HasSubstr("200MB"));
}

TEST_F(EvidenceApiTest, RefusedFileLeavesNothing) {
  EXPECT_EQ(CodeOf(Upload("a.docx", "%PDF-1.7")), "file-mislabelled");
  EXPECT_EQ(CodeOf(Upload("a.txt", "机密★1年\n")), "file-classified");
  EXPECT_EQ(CodeOf(Upload("a.txt", "")), "file-empty");
  EXPECT_EQ(CountFiles(), 0);
}

TEST_F(EvidenceApiTest, FileWhoseReaderCrashesIsTakenAndSaysSo) {
  const Received answer = Upload("crash.txt", "x");
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(json::parse(answer.body).at("files").at(0).at("words"), "unread");
}

TEST_F(EvidenceApiTest, NothingIsReceivedFromWhoMayNot) {
  TestClient client(server_->port());
  client.Send("POST /api/v1/evidence?filename=a.txt HTTP/1.1\r\nHost: a\r\nX-Kaoping: 1\r\n" +
              SignIn("observer") + "Content-Length: 1000000\r\n\r\n");
  EXPECT_EQ(CodeOf(client.Receive()), "not-allowed") << "before any of it came";
}

}  // namespace
}  // namespace kaoping::api
