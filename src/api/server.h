// Server: HTTP/1.1 over sockets, for an Application that answers.
//
// One thread does all input and output; the application's work runs on two bounded pools, so that a
// slow answer holds nobody up. Whatever a client does (too slow, too large, too many, malformed)
// costs that client its connection and nobody else anything.

#ifndef KAOPING_API_SERVER_H_
#define KAOPING_API_SERVER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "api/http.h"
#include "base/result.h"

namespace kaoping::api {

// Where the work of a request is done.
enum class Lane {
  kWork,      // database and scoring
  kPassword,  // Argon2id: few at a time, since each takes tens of megabytes
};

// Takes a body piece by piece, where it may be too large to be held in memory.
class BodySink {
 public:
  virtual ~BodySink() = default;
  // On a pool's thread, one piece after the other. An answer ends the request: what else would come
  // is not read.
  virtual std::optional<Response> Take(std::string_view piece) = 0;
};

// What becomes of a request, decided by its head.
struct Admission {
  // If set, the request is answered with this, and its body, if any, is not read.
  std::optional<Response> answer;
  // Else: how many bytes of body are accepted, and what to do once it is there.
  std::size_t body_limit = 0;
  Lane lane = Lane::kWork;
  std::function<Response(const Request&)> work;
  // If set, the body is not held in Request::body: this is asked on a pool's thread before any of
  // it is read, and gives what takes it, or an answer that refuses it.
  struct Opened {
    std::optional<Response> answer;
    std::shared_ptr<BodySink> sink;  // set without an answer
  };
  std::function<Opened(const Request& head)> open;
  // The pattern of the route ("/schemes/{id}"), for counting. Must last as long as the program.
  std::string_view route;
};

// One answered request.
struct Exchange {
  const Request& request;
  std::string_view route;
  int status = 0;
  std::uint64_t body_size = 0;
  std::chrono::microseconds took{};
  int connections = 0;  // open at that moment
};

// What the server refuses before the application sees it, and what only it can know.
enum class Refusal {
  kMalformed,       // 400
  kTooLarge,        // 413
  kExpectation,     // 417: an Expect header other than 100-continue
  kHeaderTooLarge,  // 431
  kFault,           // 500: an exception out of the application
  kTooBusy,         // 503: the queue of a lane is full
  kVersion,         // 505
};

class Application {
 public:
  virtual ~Application() = default;

  // Called on the input and output thread with the head only; must not wait for anything. An
  // Admission without answer has `work`, which is called on a pool's thread.
  virtual Admission Admit(const Request& head) = 0;
  // The answer to what the server refuses. Must not throw. `request` may be incomplete.
  virtual Response Refuse(const Request& request, Refusal refusal) = 0;
  // Called on the input and output thread after each answer.
  virtual void Observe(const Exchange& exchange) = 0;
  // An exception that `work` or `Admit` let out; kFault is answered.
  virtual void ReportFault(const Request& request, std::string_view what) = 0;
};

struct ServerLimits {
  int connections = 1024;                             // at once; a further one gets 503
  std::size_t header_bytes = std::size_t{16} * 1024;  // request line and headers
  // Bodies over 1 MB that are being received at once, in all.
  std::size_t large_body_bytes = std::size_t{256} * 1024 * 1024;
  int uploads = 32;  // bodies that are taken piece by piece, at once
  int workers = 4;
  int password_workers = 2;
  int queue = 512;          // requests waiting for a worker
  int password_queue = 16;  // requests waiting for a password worker

  // From the first byte of a request to the end of its head; the same for its body; to send an
  // answer, or 256 KB of it; and between two requests on one connection.
  std::chrono::milliseconds header_time{10'000};
  std::chrono::milliseconds body_time{60'000};  // of an upload, for each 256 KB
  std::chrono::milliseconds upload_time{3'600'000};
  std::chrono::milliseconds send_time{60'000};
  std::chrono::milliseconds idle_time{75'000};
  // How long requests in flight may still take once the server stops.
  std::chrono::milliseconds stop_time{10'000};
};

class Server {
 public:
  // Binds and listens; a client that connects from now on waits for Run. Port 0 takes any free one.
  // kInvalid if `host` is no IP address; kUnavailable if the address is in use or not ours.
  static Result<std::unique_ptr<Server>> Listen(const std::string& host, std::uint16_t port,
                                                const ServerLimits& limits,
                                                Application& application);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // Serves until Stop, or SIGTERM or SIGINT if `on_signals`. New connections are then refused,
  // requests in flight are answered, and Run returns.
  enum class Signals { kIgnored, kStop };
  void Run(Signals signals);
  // From any thread.
  void Stop();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_SERVER_H_
