#include "api/server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "api/test_client.h"

namespace kaoping::api {
namespace {

using std::chrono::milliseconds;

// Answers a few paths; refusals are their number.
class FakeApplication : public Application {
 public:
  Admission Admit(const Request& head) override {
    ++admitted;
    const std::string path = head.target.Path();
    Admission admission;
    admission.route = "/fake";
    admission.body_limit = 100;
    if (path == "/at-once") admission.answer = Text(200, "at once");
    if (path == "/refused") admission.answer = Text(403, "no");
    if (path == "/admit-fault") throw std::runtime_error("admit");
    if (path == "/large") admission.body_limit = 8 * 1024 * 1024;
    if (path == "/password") admission.lane = Lane::kPassword;
    admission.work = [this, path](const Request& request) { return Work(path, request); };
    if (path.starts_with("/upload")) AdmitUpload(path, admission);
    return admission;
  }

  Response Refuse(const Request&, Refusal refusal) override {
    switch (refusal) {
      case Refusal::kMalformed:
        return Text(400, "malformed");
      case Refusal::kTooLarge:
        return Text(413, "too large");
      case Refusal::kExpectation:
        return Text(417, "expectation");
      case Refusal::kHeaderTooLarge:
        return Text(431, "header too large");
      case Refusal::kFault:
        return Text(500, "fault");
      case Refusal::kTooBusy:
        return Text(503, "too busy");
      case Refusal::kVersion:
        return Text(505, "version");
    }
    return {};
  }

  void Observe(const Exchange& exchange) override {
    ++observed;
    last_status = exchange.status;
  }
  void ReportFault(const Request&, std::string_view what) override { fault = what; }

  std::atomic<int> sinks = 0;     // that are there
  std::atomic<bool> gate = true;  // "/wait" answers once it is open
  std::atomic<int> entered = 0;   // how many requests have come to "/wait"
  std::atomic<int> admitted = 0;
  std::atomic<int> observed = 0;
  std::atomic<int> last_status = 0;
  std::string fault;  // read it after the answer has come

 private:
  static Response Text(int status, std::string body) {
    Response response;
    response.status = status;
    response.body = std::move(body);
    return response;
  }

  // Counts what comes, and takes it as it is told by the path.
  class Sink : public BodySink {
   public:
    Sink(std::atomic<int>& sinks, std::string path) : sinks_(sinks), path_(std::move(path)) {
      ++sinks_;
    }
    ~Sink() override { --sinks_; }
    std::optional<Response> Take(std::string_view piece) override {
      if (path_ == "/upload-fault") throw std::runtime_error("sink");
      size_ += piece.size();
      if (path_ == "/upload-full" && size_ > 1'000'000) return Text(507, "full");
      return std::nullopt;
    }
    std::size_t size() const { return size_; }

   private:
    std::atomic<int>& sinks_;
    std::string path_;
    std::size_t size_ = 0;
  };

  void AdmitUpload(const std::string& path, Admission& admission) {
    admission.body_limit = 20'000'000;
    const auto slot = std::make_shared<std::shared_ptr<Sink>>();
    admission.open = [this, path, slot](const Request&) {
      Admission::Opened opened;
      if (path == "/upload-refused") {
        opened.answer = Text(403, "not yours");
      } else {
        *slot = std::make_shared<Sink>(sinks, path);
        opened.sink = *slot;
      }
      return opened;
    };
    admission.work = [slot](const Request& request) {
      return Text(201, std::to_string((*slot)->size()) + "+" + std::to_string(request.body.size()));
    };
  }

  // More than the pieces it is sent in, and cut short before its end.
  class LongSource : public ByteSource {
   public:
    explicit LongSource(std::uint64_t end) : end_(end) {}
    std::uint64_t size() const override { return 3'000'000; }
    Result<std::string> Read(std::uint64_t offset, std::size_t count) const override {
      const std::uint64_t left = offset < end_ ? end_ - offset : 0;
      return std::string(static_cast<std::size_t>(std::min<std::uint64_t>(count, left)), 'y');
    }

   private:
    std::uint64_t end_;
  };

  Response Work(const std::string& path, const Request& request) {
    if (path == "/long" || path == "/cut") {
      Response response = Text(200, "");
      response.source = std::make_shared<LongSource>(path == "/cut" ? 1'000'000 : 3'000'000);
      return response;
    }
    if (path == "/fault") throw std::runtime_error("the reason");
    if (path == "/nothing") return Text(204, "");
    if (path == "/wait" || path == "/password") {
      ++entered;
      gate.wait(false);
    }
    Response response = Text(200, path == "/wait" ? "waited" : request.body);
    if (path == "/inject") response.Set("X-Name", "a\r\nSet-Cookie: b=c");
    if (path == "/where") response.body = request.target.Path() + "|" + request.peer;
    return response;
  }
};

class ServerTest : public testing::Test {
 protected:
  void Start(const ServerLimits& limits = {}, Server::Signals signals = Server::Signals::kIgnored) {
    auto server = Server::Listen("127.0.0.1", 0, limits, application_);
    ASSERT_TRUE(server) << server.error().message.en;
    server_ = std::move(*server);
    port_ = server_->port();
    thread_ = std::thread([this, signals] {
      server_->Run(signals);
      ended_ = true;
    });
  }

  void TearDown() override {
    application_.gate = true;
    application_.gate.notify_all();
    if (!thread_.joinable()) return;
    server_->Stop();
    thread_.join();
  }

  void Open() {
    application_.gate = true;
    application_.gate.notify_all();
  }
  static void WaitUntil(const std::atomic<int>& counter, int count) {
    while (counter < count) std::this_thread::sleep_for(milliseconds(1));
  }

  FakeApplication application_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
  std::atomic<bool> ended_ = false;
  std::uint16_t port_ = 0;
};

std::string Get(std::string_view path) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}
std::string Post(std::string_view path, std::string_view body, std::string_view headers = "") {
  return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n" + std::string(headers) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

TEST_F(ServerTest, AnswersSeveralRequestsOnOneConnection) {
  Start();
  TestClient client(port_);
  EXPECT_EQ(client.Exchange(Get("/at-once")).body, "at once");
  EXPECT_EQ(client.Exchange(Post("/echo", "content")).body, "content");
  const Received third = client.Exchange(Get("/where"));
  EXPECT_EQ(third.body, "/where|127.0.0.1");
  EXPECT_EQ(third.Header("Connection"), "keep-alive");
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  Start();
  TestClient client(port_);
  client.Send(Post("/echo", "one") + Post("/echo", "two") + Get("/at-once"));
  EXPECT_EQ(client.Receive().body, "one");
  EXPECT_EQ(client.Receive().body, "two");
  EXPECT_EQ(client.Receive().body, "at once");
}

TEST_F(ServerTest, GivesEachRequestAnIdOfItsOwn) {
  Start();
  TestClient client(port_);
  const std::string first = client.Exchange(Get("/at-once")).Header("X-Request-Id");
  EXPECT_EQ(first.size(), 16U);
  EXPECT_NE(client.Exchange(Get("/at-once")).Header("X-Request-Id"), first);
}

TEST_F(ServerTest, ClosesAfterTheAnswerWhereTheClientSaysSo) {
  Start();
  TestClient client(port_);
  const auto answer =
      client.Exchange("GET /at-once HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer.Header("Connection"), "close");
  EXPECT_TRUE(client.IsClosed());
  TestClient old(port_);
  EXPECT_EQ(old.Exchange("GET /at-once HTTP/1.0\r\n\r\n").status, 200);
  EXPECT_TRUE(old.IsClosed());
}

TEST_F(ServerTest, AnswersHeadWithTheLengthAndNoBody) {
  Start();
  TestClient client(port_);
  const auto answer = client.Exchange("HEAD /at-once HTTP/1.1\r\nHost: a\r\n\r\n", "HEAD");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.Header("Content-Length"), "7");
  EXPECT_EQ(client.Exchange(Get("/at-once")).body, "at once");
}

TEST_F(ServerTest, SendsNoLengthWhereThereIsNoContent) {
  Start();
  TestClient client(port_);
  const auto answer = client.Exchange(Get("/nothing"));
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.Header("Content-Length"), "");
}

TEST_F(ServerTest, RefusesAndClosesOnWhatIsNoHttp) {
  Start();
  for (const std::string bytes : {
           "\x16\x03\x01\x02\x01\x01\x01\r\n\r\n",
           "GET / HTTP/1.1\r\nHost: a\r\nName value\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
           // Two lengths, of which a proxy might believe the other one.
           "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
           "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
       }) {
    TestClient client(port_);
    EXPECT_EQ(client.Exchange(bytes).status, 400) << bytes;
    EXPECT_TRUE(client.IsClosed()) << bytes;
  }
}

TEST_F(ServerTest, RefusesARequestWithoutOneHost) {
  Start();
  TestClient none(port_);
  EXPECT_EQ(none.Exchange("GET /at-once HTTP/1.1\r\n\r\n").status, 400);
  TestClient two(port_);
  EXPECT_EQ(two.Exchange("GET /at-once HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").status, 400);
}

TEST_F(ServerTest, RefusesATargetThatIsNoPath) {
  Start();
  TestClient client(port_);
  for (const std::string target : {"at-once", "*", "/a%zz", "/a%2", "/../etc/passwd",
                                   "/%2e%2e/etc/passwd", "/a%0d%0aX:y", "/a?b=%00", "/%ff"}) {
    EXPECT_EQ(client.Exchange(Get(target)).status, 400) << target;
  }
  EXPECT_EQ(client.Exchange(Get("/at-once")).status, 200) << "the connection goes on";
}

TEST_F(ServerTest, RefusesAnotherVersionOfHttp) {
  Start();
  TestClient client(port_);
  EXPECT_EQ(client.Exchange("GET / HTTP/2.0\r\nHost: a\r\n\r\n").status, 505);
}

TEST_F(ServerTest, RefusesTooLongAHead) {
  Start();
  TestClient headers(port_);
  const std::string many(20'000, 'x');
  EXPECT_EQ(headers.Exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + many + "\r\n\r\n").status, 431);
  TestClient line(port_);
  EXPECT_EQ(line.Exchange(Get("/" + many)).status, 431);
}

TEST_F(ServerTest, RefusesTooLongABodyAndItsSenderReadsWhy) {
  Start();
  TestClient announced(port_);
  EXPECT_EQ(announced.Exchange(Post("/echo", std::string(101, 'x'))).status, 413);
  TestClient exact(port_);
  EXPECT_EQ(exact.Exchange(Post("/echo", std::string(100, 'x'))).status, 200);

  TestClient chunked(port_);
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "1\r\nx\r\n";
  EXPECT_EQ(chunked
                .Exchange("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
                          body + "0\r\n\r\n")
                .status,
            413);

  TestClient huge(port_);
  huge.Send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2147483648\r\n\r\n");
  for (int i = 0; i < 100 && huge.Send(std::string(100'000, 'x')); ++i) continue;
  EXPECT_EQ(huge.Receive().status, 413);
}

TEST_F(ServerTest, TakesAChunkedBody) {
  Start();
  TestClient client(port_);
  const auto answer = client.Exchange(
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  EXPECT_EQ(answer.body, "abcde");
}

TEST_F(ServerTest, AsksForABodyThatWaitsToBeAskedFor) {
  Start();
  TestClient client(port_);
  client.Send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.Receive("HEAD").status, 100);
  EXPECT_EQ(client.Exchange("abc").body, "abc");
}

TEST_F(ServerTest, AsksForNoBodyThatItRefuses) {
  Start();
  TestClient client(port_);
  EXPECT_EQ(client
                .Exchange("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                          "Content-Length: 101\r\n\r\n")
                .status,
            413);
  TestClient refused(port_);
  EXPECT_EQ(refused
                .Exchange("POST /refused HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                          "Content-Length: 3\r\n\r\n")
                .status,
            403);
  TestClient other(port_);
  EXPECT_EQ(other.Exchange(Post("/echo", "a", "Expect: something\r\n")).status, 417);
}

TEST_F(ServerTest, AFaultCostsOneRequestOnly) {
  Start();
  TestClient client(port_);
  EXPECT_EQ(client.Exchange(Get("/fault")).status, 500);
  EXPECT_EQ(application_.fault, "the reason");
  EXPECT_EQ(client.Exchange(Get("/admit-fault")).status, 500);
  EXPECT_EQ(application_.fault, "admit");
  EXPECT_EQ(client.Exchange(Get("/at-once")).status, 200);
}

TEST_F(ServerTest, SendsNoHeaderThatHoldsALineBreak) {
  Start();
  TestClient client(port_);
  const auto answer = client.Exchange(Get("/inject"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.head.find("Set-Cookie"), std::string::npos);
}

TEST_F(ServerTest, CutsOffAClientThatIsTooSlow) {
  ServerLimits limits;
  limits.header_time = limits.body_time = milliseconds(200);
  Start(limits);
  TestClient head(port_);
  const auto started = std::chrono::steady_clock::now();
  std::string bytes = Get("/at-once");
  bytes.resize(bytes.size() - 1);
  // Each byte comes in time for a limit on silence; all together take too long.
  while (!bytes.empty() && head.Send(bytes.substr(0, 1))) {
    bytes.erase(0, 1);
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_TRUE(head.IsClosed());
  EXPECT_LT(std::chrono::steady_clock::now() - started, milliseconds(3000));

  TestClient body(port_);
  body.Send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_TRUE(body.IsClosed());
}

TEST_F(ServerTest, EndsAConnectionThatStaysIdle) {
  ServerLimits limits;
  limits.idle_time = milliseconds(100);
  Start(limits);
  TestClient client(port_);
  EXPECT_EQ(client.Exchange(Get("/at-once")).status, 200);
  EXPECT_TRUE(client.IsClosed());
}

TEST_F(ServerTest, TellsAConnectionTooManyThatItIsBusy) {
  ServerLimits limits;
  limits.connections = 2;
  Start(limits);
  TestClient first(port_);
  TestClient second(port_);
  EXPECT_EQ(first.Exchange(Get("/at-once")).status, 200);
  EXPECT_EQ(second.Exchange(Get("/at-once")).status, 200);
  TestClient third(port_);
  EXPECT_EQ(third.Receive().status, 503);
  EXPECT_EQ(first.Exchange(Get("/at-once")).status, 200);
}

TEST_F(ServerTest, RefusesWhatItCannotQueue) {
  ServerLimits limits;
  limits.password_workers = 1;
  limits.password_queue = 1;
  Start(limits);
  application_.gate = false;
  TestClient working(port_);
  working.Send(Get("/password"));
  WaitUntil(application_.entered, 1);
  TestClient waiting(port_);
  waiting.Send(Get("/password"));
  WaitUntil(application_.admitted, 2);
  TestClient refused(port_);
  EXPECT_EQ(refused.Exchange(Get("/password")).status, 503);
  TestClient other(port_);
  EXPECT_EQ(other.Exchange(Get("/at-once")).status, 200) << "the other lane goes on";
  EXPECT_EQ(other.Exchange(Post("/echo", "a")).status, 200) << "the other lane goes on";
  Open();
  EXPECT_EQ(working.Receive().status, 200);
  EXPECT_EQ(waiting.Receive().status, 200);
}

TEST_F(ServerTest, BoundsTheMemoryOfLargeBodiesInAll) {
  ServerLimits limits;
  limits.large_body_bytes = 3 * 1024 * 1024;
  Start(limits);
  const std::string head = "POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 2097152\r\n\r\n";
  TestClient first(port_);
  first.Send(head + "x");
  WaitUntil(application_.admitted, 1);
  TestClient second(port_);
  const auto refused = second.Exchange(head);
  EXPECT_EQ(refused.status, 503);
  first.Send(std::string(2'097'151, 'x'));
  EXPECT_EQ(first.Receive().body.size(), 2'097'152U);
  TestClient third(port_);
  EXPECT_EQ(third.Exchange(head + std::string(2'097'152, 'x')).status, 200);
}

std::string Upload(std::string_view path, std::size_t size) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

TEST_F(ServerTest, TakesAnUploadPieceByPiece) {
  Start();
  TestClient client(port_);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{5'000'000}}) {
    client.Send(Upload("/upload", size) + std::string(size, 'x'));
    const Received received = client.Receive();
    EXPECT_EQ(received.status, 201);
    EXPECT_EQ(received.body, std::to_string(size) + "+0");
  }
  EXPECT_EQ(client.Exchange("GET /where HTTP/1.1\r\nHost: a\r\n\r\n").status, 200)
      << "the connection goes on";
}

TEST_F(ServerTest, TakesAChunkedUploadUpToItsLimit) {
  Start();
  const std::string head = "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::string chunk = "f4240\r\n" + std::string(1'000'000, 'x') + "\r\n";
  TestClient client(port_);
  client.Send(head + chunk + chunk + "0\r\n\r\n");
  EXPECT_EQ(client.Receive().body, "2000000+0");
  TestClient other(port_);
  other.Send(head);
  for (int i = 0; i < 21; ++i) other.Send(chunk);
  EXPECT_EQ(other.Receive().status, 413);
}

TEST_F(ServerTest, RefusesATooLargeUploadBeforeItComes) {
  Start();
  TestClient client(port_);
  client.Send(Upload("/upload", 20'000'001));
  EXPECT_EQ(client.Receive().status, 413);
  EXPECT_EQ(application_.sinks, 0);
}

TEST_F(ServerTest, RefusesAnUploadBeforeItComes) {
  Start();
  TestClient client(port_);
  client.Send(Upload("/upload-refused", 10'000'000));
  EXPECT_EQ(client.Receive().status, 403);
}

TEST_F(ServerTest, SinkThatIsFullEndsTheUpload) {
  Start();
  TestClient client(port_);
  client.Send(Upload("/upload-full", 10'000'000) + std::string(2'000'000, 'x'));
  EXPECT_EQ(client.Receive().status, 507);
}

TEST_F(ServerTest, FaultOfASinkCostsOneRequestOnly) {
  Start();
  TestClient client(port_);
  client.Send(Upload("/upload-fault", 10) + "0123456789");
  EXPECT_EQ(client.Receive().status, 500);
  EXPECT_EQ(application_.fault, "sink");
  EXPECT_EQ(application_.sinks, 0);
}

TEST_F(ServerTest, UploadThatIsCutOffLetsGoOfItsSink) {
  Start();
  {
    TestClient client(port_);
    client.Send(Upload("/upload", 10'000'000) + std::string(3'000'000, 'x'));
    for (int i = 0; i < 1000 && application_.sinks == 0; ++i) {
      std::this_thread::sleep_for(milliseconds(5));
    }
    EXPECT_EQ(application_.sinks, 1);
  }
  for (int i = 0; i < 1000 && application_.sinks > 0; ++i) {
    std::this_thread::sleep_for(milliseconds(5));
  }
  EXPECT_EQ(application_.sinks, 0);
}

TEST_F(ServerTest, CutsOffAnUploadThatIsTooSlow) {
  ServerLimits limits;
  limits.body_time = milliseconds(100);
  Start(limits);
  TestClient client(port_);
  client.Send(Upload("/upload", 1000) + "x");
  EXPECT_TRUE(client.IsClosed());
  for (int i = 0; i < 1000 && application_.sinks > 0; ++i) {
    std::this_thread::sleep_for(milliseconds(5));
  }
  EXPECT_EQ(application_.sinks, 0);
}

TEST_F(ServerTest, BoundsUploadsAtOnce) {
  ServerLimits limits;
  limits.uploads = 1;
  Start(limits);
  TestClient first(port_);
  first.Send(Upload("/upload", 10) + "01234");
  for (int i = 0; i < 1000 && application_.sinks == 0; ++i) {
    std::this_thread::sleep_for(milliseconds(5));
  }
  TestClient second(port_);
  second.Send(Upload("/upload", 1) + "x");
  EXPECT_EQ(second.Receive().status, 503);
  first.Send("56789");
  EXPECT_EQ(first.Receive().status, 201);
}

TEST_F(ServerTest, SendsALongSourcePieceByPiece) {
  Start();
  TestClient client(port_);
  const Received received = client.Exchange("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(received.status, 200);
  EXPECT_EQ(received.body.size(), 3'000'000U);
  const Received head = client.Exchange("HEAD /long HTTP/1.1\r\nHost: a\r\n\r\n", "HEAD");
  EXPECT_EQ(head.Header("Content-Length"), "3000000");
  EXPECT_EQ(client.Exchange("GET /where HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
}

TEST_F(ServerTest, EndsTheConnectionWhereASourceEndsEarly) {
  Start();
  TestClient client(port_);
  EXPECT_EQ(client.Exchange("GET /cut HTTP/1.1\r\nHost: a\r\n\r\n").body.size(), 0U)
      << "never taken for whole";
  EXPECT_EQ(application_.sinks, 0);
}

TEST_F(ServerTest, StopAnswersWhatIsInFlightAndClosesWhatIsIdle) {
  Start();
  application_.gate = false;
  TestClient idle(port_);
  EXPECT_EQ(idle.Exchange(Get("/at-once")).status, 200);
  TestClient busy(port_);
  busy.Send(Get("/wait"));
  WaitUntil(application_.entered, 1);
  server_->Stop();
  EXPECT_TRUE(idle.IsClosed());
  EXPECT_FALSE(ended_);
  Open();
  const auto answer = busy.Receive();
  EXPECT_EQ(answer.body, "waited");
  EXPECT_EQ(answer.Header("Connection"), "close");
  thread_.join();
}

TEST_F(ServerTest, StopWaitsOnlySoLongForASlowClient) {
  ServerLimits limits;
  limits.stop_time = milliseconds(100);
  Start(limits);
  TestClient slow(port_);
  slow.Send("GET /at-once HTTP");
  TestClient other(port_);
  EXPECT_EQ(other.Exchange(Get("/at-once")).status, 200);
  server_->Stop();
  thread_.join();
  EXPECT_TRUE(ended_);
}

TEST_F(ServerTest, StopsOnASignal) {
  Start({}, Server::Signals::kStop);
  TestClient client(port_);
  EXPECT_EQ(client.Exchange(Get("/at-once")).status, 200);
  kill(getpid(), SIGTERM);
  thread_.join();
  EXPECT_TRUE(client.IsClosed());
}

TEST_F(ServerTest, ObservesEveryAnswer) {
  Start();
  TestClient client(port_);
  client.Exchange(Get("/at-once"));
  client.Exchange(Post("/echo", std::string(101, 'x')));
  EXPECT_TRUE(client.IsClosed());
  EXPECT_EQ(application_.observed, 2);
  EXPECT_EQ(application_.last_status, 413);
}

TEST(ServerListenTest, SaysWhatIsWrongWithTheAddress) {
  FakeApplication application;
  const auto unreadable = Server::Listen("nowhere", 0, {}, application);
  ASSERT_FALSE(unreadable);
  EXPECT_EQ(unreadable.error().code, "listen-address");
  EXPECT_EQ(unreadable.error().kind, ErrorKind::kInvalid);

  const auto first = Server::Listen("127.0.0.1", 0, {}, application);
  ASSERT_TRUE(first);
  const auto second = Server::Listen("127.0.0.1", (*first)->port(), {}, application);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "listen-failed");
  EXPECT_EQ(second.error().kind, ErrorKind::kUnavailable);
}

}  // namespace
}  // namespace kaoping::api
