#include "channels/clamd.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <functional>
#include <string>
#include <thread>

#include "base/check.h"
#include "support/temporary_folder.h"

namespace kaoping::channels {
namespace {

using ::testing::HasSubstr;

// A daemon that takes one file and gives the answer that is made of it.
class FakeClamd {
 public:
  using Answer = std::function<std::string(const std::string& bytes)>;

  explicit FakeClamd(const std::string& path, Answer answer)
      : listener_(::socket(AF_UNIX, SOCK_STREAM, 0)), answer_(std::move(answer)) {
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    std::memcpy(where.sun_path, path.data(), path.size());
    KAOPING_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0);
    Start();
  }
  explicit FakeClamd(Answer answer)
      : listener_(::socket(AF_INET, SOCK_STREAM, 0)), answer_(std::move(answer)) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    KAOPING_CHECK(::bind(listener_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0);
    socklen_t size = sizeof where;
    KAOPING_CHECK(::getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size) == 0);
    port_ = ntohs(where.sin_port);
    Start();
  }
  ~FakeClamd() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  FakeClamd(const FakeClamd&) = delete;
  FakeClamd& operator=(const FakeClamd&) = delete;

  std::uint16_t port() const { return port_; }

 private:
  void Start() {
    KAOPING_CHECK(::listen(listener_, 1) == 0);
    thread_ = std::thread([this] { Serve(); });
  }

  static std::string Read(int client, std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < count) {
      const ssize_t got = ::recv(client, bytes.data() + have, count - have, 0);
      if (got <= 0) return {};
      have += static_cast<std::size_t>(got);
    }
    return bytes;
  }

  void Serve() const {
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    if (Read(client, 10) == std::string("zINSTREAM\0", 10)) {
      std::string bytes;
      while (true) {
        const std::string size = Read(client, 4);
        if (size.empty()) break;
        std::size_t count = 0;
        for (const char c : size) count = count << 8 | static_cast<unsigned char>(c);
        if (count == 0) break;
        bytes += Read(client, count);
      }
      const std::string answer = answer_(bytes);
      ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
    }
    ::close(client);
  }

  int listener_;
  Answer answer_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

std::string Zero(std::string_view text) { return std::string(text) + '\0'; }

// "clean", the virus, or the code of the error.
std::string Scan(std::uint16_t port, std::string_view bytes,
                 std::chrono::milliseconds patience = std::chrono::seconds(5)) {
  const auto scanner = MakeClamdScanner({"", "127.0.0.1", port}, patience);
  const auto found = scanner->Scan(MemorySource(bytes));
  if (!found) return found.error().code;
  return *found ? **found : "clean";
}

TEST(ClamdTest, SendsTheWholeFileAndHearsWhatWasFound) {
  const std::string large(200'000, 'x');
  const auto answer = [&](const std::string& bytes) {
    if (bytes == large) return Zero("stream: OK");
    return Zero(bytes == "virus" ? "stream: Test.Virus-1 FOUND" : "stream: ?");
  };
  EXPECT_EQ(Scan(FakeClamd(answer).port(), large), "clean");
  EXPECT_EQ(Scan(FakeClamd(answer).port(), "virus"), "Test.Virus-1");
}

TEST(ClamdTest, SpeaksOverAUnixSocket) {
  const kaoping::testing::TemporaryFolder folder;
  const std::string path = (folder.path() / "clamd.ctl").string();
  const FakeClamd clamd(path, [](const std::string&) { return Zero("stream: OK"); });
  const auto scanner = MakeClamdScanner(*ParseClamdAddress("unix:" + path));
  const auto found = scanner->Scan(MemorySource("x"));
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->has_value());
}

TEST(ClamdTest, WhatIsNotSaidToBeCleanIsNot) {
  for (const std::string& answer :
       {Zero("stream: UNKNOWN"), Zero("OK"), Zero(""), std::string("stream: OK"), std::string(),
        Zero("INSTREAM size limit exceeded. ERROR"), std::string(5000, 'x')}) {
    const FakeClamd clamd([&](const std::string&) { return answer; });
    EXPECT_EQ(Scan(clamd.port(), "x"), "scanner-unavailable") << answer;
  }
}

TEST(ClamdTest, ScannerThatCannotBeReachedIsTold) {
  std::uint16_t port = 0;
  {
    port = FakeClamd([](const std::string&) { return ""; }).port();
  }
  const auto scanner = MakeClamdScanner({"", "127.0.0.1", port});
  const auto found = scanner->Scan(MemorySource("x"));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "scanner-unavailable");
  EXPECT_THAT(found.error().message.zh, HasSubstr("连不上扫描程序"));
  EXPECT_EQ(MakeClamdScanner({"/no/such/socket", "", 0})->Scan(MemorySource("x")).error().code,
            "scanner-unavailable");
}

TEST(ClamdTest, ScannerThatSaysNothingIsNotWaitedForForEver) {
  const FakeClamd clamd([](const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    return Zero("stream: OK");
  });
  EXPECT_EQ(Scan(clamd.port(), "x", std::chrono::milliseconds(50)), "scanner-unavailable");
}

TEST(ClamdTest, AddressesAreRead) {
  EXPECT_EQ(ParseClamdAddress("unix:/run/clamd.ctl")->socket, "/run/clamd.ctl");
  EXPECT_EQ(ParseClamdAddress("127.0.0.1:3310")->port, 3310);
  EXPECT_EQ(ParseClamdAddress("[::1]:3310")->host, "::1");
  for (const char* unfit : {"", "unix:", "clamd", "localhost:3310", "127.0.0.1", "127.0.0.1:0",
                            "127.0.0.1:70000", "127.0.0.1:x"}) {
    EXPECT_FALSE(ParseClamdAddress(unfit)) << unfit;
  }
}

}  // namespace
}  // namespace kaoping::channels
