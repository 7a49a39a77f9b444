#include "api/server.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <csignal>
#include <ctime>
#include <exception>
#include <optional>
#include <random>
#include <set>
#include <utility>

#include "base/check.h"

namespace kaoping::api {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using Clock = std::chrono::steady_clock;
using Tcp = net::ip::tcp;
using Parser = beast::http::request_parser<beast::http::string_body>;
using beast::error_code;

// Completion with (error, value) instead of an exception: a client that went away is no surprise.
constexpr auto kTuple = net::as_tuple(net::use_awaitable);

// Bodies up to this size are not counted against ServerLimits::large_body_bytes.
constexpr std::size_t kSmallBody = 1024 * 1024;
// Further connections that are told so at once; any more are closed without a word.
constexpr int kRejectedAtOnce = 64;
constexpr std::chrono::milliseconds kLingerTime{2'000};
constexpr std::chrono::milliseconds kAcceptPause{100};

struct Connection {
  explicit Connection(Tcp::socket socket) : stream(std::move(socket)) {}

  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  std::string peer;
  bool idle = false;  // between two requests
};

// A pool of threads and how many requests are in it; the count belongs to the I/O thread.
struct Workers {
  Workers(int threads, int queue)
      : pool(static_cast<std::size_t>(threads)), most(threads + queue) {}

  net::thread_pool pool;
  int most;
  int taken = 0;
};

class Counted {
 public:
  explicit Counted(int& count) : count_(count) { ++count_; }
  ~Counted() { --count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  int& count_;
};

// Memory promised to a body; given back when the request is answered.
class Reservation {
 public:
  Reservation() = default;
  ~Reservation() {
    if (free_ != nullptr) *free_ += size_;
  }
  Reservation(const Reservation&) = delete;
  Reservation& operator=(const Reservation&) = delete;

  bool Take(std::size_t& free, std::size_t size) {
    if (size > free) return false;
    free -= size;
    free_ = &free;
    size_ = size;
    return true;
  }

 private:
  std::size_t* free_ = nullptr;
  std::size_t size_ = 0;
};

struct Answer {
  Response response;
  std::string_view route;
};

// What a failed read means: the refusal to send, or nothing if nobody is there to read it.
std::optional<Refusal> RefusalFor(const error_code& error) {
  using Http = beast::http::error;
  if (error == Http::header_limit || error == Http::buffer_overflow) {
    return Refusal::kHeaderTooLarge;
  }
  if (error == Http::body_limit) return Refusal::kTooLarge;
  if (error == Http::bad_version) return Refusal::kVersion;
  if (error == Http::end_of_stream || error == Http::partial_message) return std::nullopt;
  const bool is_parse_error = error.category() == make_error_code(Http::bad_method).category();
  if (is_parse_error) return Refusal::kMalformed;
  return std::nullopt;  // closed, reset, or too slow
}

void ReadHead(const Parser& parser, Request& request) {
  const auto& message = parser.get();
  request.method = message.method_string();
  const std::string_view target(message.target().data(), message.target().size());
  request.raw_target = target.substr(0, target.find('?'));
  for (const auto& field : message) {
    request.headers.push_back({field.name_string(), field.value()});
  }
}

// One Host, as HTTP/1.1 demands: two would let a proxy and us disagree.
bool HasProperHost(const Parser& parser) {
  const auto count = parser.get().count(beast::http::field::host);
  return count == 1 || (count == 0 && parser.get().version() == 10);
}

std::string HttpDate(std::time_t now) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(now));
}

bool IsClean(std::string_view text) { return text.find_first_of({"\r\n\0", 3}) == text.npos; }

// The head of an answer. InternalError for a header that would divide it in two.
std::string WriteHead(const Response& response, std::string_view request_id, bool keep_alive) {
  std::string head =
      fmt::format("HTTP/1.1 {} {}\r\n", response.status, ReasonPhrase(response.status));
  for (const HeaderField& header : response.headers) {
    KAOPING_CHECK(IsClean(header.name) && IsClean(header.value));
    head += header.name + ": " + header.value + "\r\n";
  }
  if (response.status != 204 && response.status != 304) {
    head += fmt::format("Content-Length: {}\r\n", response.Body().size());
  }
  head +=
      fmt::format("Date: {}\r\nX-Request-Id: {}\r\nConnection: {}\r\n\r\n",
                  HttpDate(std::time(nullptr)), request_id, keep_alive ? "keep-alive" : "close");
  return head;
}

net::awaitable<Response> RunWork(const std::function<Response(const Request&)>& work,
                                 const Request& request) {
  co_return work(request);
}

}  // namespace

struct Server::Impl {
  Impl(const ServerLimits& server_limits, Application& the_application)
      : limits(server_limits),
        application(the_application),
        large_body_free(server_limits.large_body_bytes),
        work(server_limits.workers, server_limits.queue),
        passwords(server_limits.password_workers, server_limits.password_queue) {}

  Status Open(const std::string& host, std::uint16_t port);
  void Run(Signals on_signals);
  void BeginStop();

  net::awaitable<void> Accept();
  void Welcome(Tcp::socket socket);
  net::awaitable<void> Reject(Tcp::socket socket);
  net::awaitable<void> Converse(std::shared_ptr<Connection> connection);
  net::awaitable<bool> AwaitRequest(Connection& connection);
  net::awaitable<bool> HandleRequest(Connection& connection);
  net::awaitable<std::optional<Answer>> Decide(Connection& connection, Parser& parser,
                                               Request& request);
  net::awaitable<std::optional<Answer>> ReceiveAndWork(Connection& connection, Parser& parser,
                                                       Request& request,
                                                       const Admission& admission);
  net::awaitable<error_code> ReadBody(Connection& connection, Parser& parser);
  net::awaitable<Response> Work(const Admission& admission, const Request& request);
  net::awaitable<bool> Send(Connection& connection, const Request& request, Response& response,
                            bool keep_alive);
  net::awaitable<void> Linger(Connection& connection);
  std::string NextId();

  ServerLimits limits;
  Application& application;

  // Everything below belongs to the I/O thread. It is declared before the context, whose end
  // destroys the coroutines that still refer to it.
  std::set<Connection*> connections;
  int rejecting = 0;
  std::size_t large_body_free;
  bool stopping = false;
  std::uint32_t id_prefix = std::random_device{}();
  std::uint32_t last_id = 0;

  net::io_context context{1};
  Tcp::acceptor acceptor{context};
  net::signal_set signals{context};
  net::steady_timer stop_timer{context};
  Workers work;
  Workers passwords;
};

Status Server::Impl::Open(const std::string& host, std::uint16_t port) {
  error_code error;
  const auto address = net::ip::make_address(host, error);
  if (error) {
    return MakeError(ErrorKind::kInvalid, "listen-address",
                     Say("“{}”不是 IP 地址；请写成 127.0.0.1:8080 这样的地址",
                         "\"{}\" is no IP address; write an address such as 127.0.0.1:8080", host));
  }
  const Tcp::endpoint endpoint(address, port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) {
    return MakeError(
        ErrorKind::kUnavailable, "listen-failed",
        Say("无法在 {}:{} 上提供服务：该地址已被占用，或不属于本机；请用 --listen 换一个地址",
            "cannot serve on {}:{}: the address is in use or does not belong to this machine; "
            "choose another one with --listen",
            host, port));
  }
  return Ok();
}

void Server::Impl::Run(Signals on_signals) {
  if (on_signals == Signals::kStop) {
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](const error_code& error, int) {
      if (!error) BeginStop();
    });
  }
  net::co_spawn(context, Accept(), net::detached);
  context.run();
  // Work that outlived the stop time is waited for: it may be in the middle of a transaction.
  work.pool.join();
  passwords.pool.join();
}

void Server::Impl::BeginStop() {
  if (stopping) return;
  stopping = true;
  error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  for (Connection* connection : connections) {
    if (connection->idle) connection->stream.cancel();
  }
  if (connections.empty()) return;
  stop_timer.expires_after(limits.stop_time);
  stop_timer.async_wait([this](const error_code& error) {
    if (!error) context.stop();
  });
}

net::awaitable<void> Server::Impl::Accept() {
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(kTuple);
    if (!error) {
      Welcome(std::move(socket));
    } else if (!stopping) {
      // Out of descriptors, most likely: wait for some connection to end.
      net::steady_timer pause(context, kAcceptPause);
      co_await pause.async_wait(kTuple);
    }
  }
}

void Server::Impl::Welcome(Tcp::socket socket) {
  error_code ignored;
  socket.set_option(Tcp::no_delay(true), ignored);
  if (static_cast<int>(connections.size()) >= limits.connections) {
    if (rejecting < kRejectedAtOnce) {
      net::co_spawn(context, Reject(std::move(socket)), net::detached);
    }
    return;
  }
  const Tcp::endpoint peer = socket.remote_endpoint(ignored);
  auto connection = std::make_shared<Connection>(std::move(socket));
  connection->peer = peer.address().to_string();
  net::co_spawn(context, Converse(std::move(connection)), net::detached);
}

net::awaitable<void> Server::Impl::Reject(Tcp::socket socket) {
  const Counted counted(rejecting);
  Connection connection(std::move(socket));
  Request request;
  request.id = NextId();
  Response response = application.Refuse(request, Refusal::kTooBusy);
  co_await Send(connection, request, response, false);
  co_await Linger(connection);
}

net::awaitable<void> Server::Impl::Converse(std::shared_ptr<Connection> connection) {
  connections.insert(connection.get());
  while (co_await AwaitRequest(*connection)) {
    if (!co_await HandleRequest(*connection)) break;
  }
  error_code ignored;
  connection->stream.socket().shutdown(Tcp::socket::shutdown_both, ignored);
  connection->stream.close();
  connections.erase(connection.get());
  if (stopping && connections.empty()) stop_timer.cancel();
}

// Waits for the first byte of the next request. False if there will be none.
net::awaitable<bool> Server::Impl::AwaitRequest(Connection& connection) {
  if (stopping) co_return false;
  if (connection.buffer.size() > 0) co_return true;
  connection.idle = true;
  connection.stream.expires_after(limits.idle_time);
  const auto [error, size] =
      co_await connection.stream.async_read_some(connection.buffer.prepare(4096), kTuple);
  connection.idle = false;
  if (error) co_return false;
  connection.buffer.commit(size);
  co_return true;
}

// Reads one request and answers it. False if the connection should end.
net::awaitable<bool> Server::Impl::HandleRequest(Connection& connection) {
  const auto started = Clock::now();
  Request request;
  request.id = NextId();
  request.peer = connection.peer;
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
  // The route decides, once the head is there.
  parser.body_limit(boost::none);
  std::optional<Answer> answer = co_await Decide(connection, parser, request);
  if (!answer) co_return false;

  const bool keep_alive = parser.is_done() && parser.keep_alive() && !stopping;
  const bool sent = co_await Send(connection, request, answer->response, keep_alive);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started);
  application.Observe({request, answer->route, answer->response.status,
                       answer->response.Body().size(), took, static_cast<int>(connections.size())});
  if (sent && !parser.is_done()) co_await Linger(connection);
  co_return (sent && keep_alive);
}

// The answer; nothing if the client has gone or was too slow.
net::awaitable<std::optional<Answer>> Server::Impl::Decide(Connection& connection, Parser& parser,
                                                           Request& request) {
  connection.stream.expires_after(limits.header_time);
  const auto [error, size] =
      co_await beast::http::async_read_header(connection.stream, connection.buffer, parser, kTuple);
  if (error) {
    const auto refusal = RefusalFor(error);
    if (!refusal) co_return std::nullopt;
    co_return Answer{application.Refuse(request, *refusal), {}};
  }
  ReadHead(parser, request);
  const auto& full_target = parser.get().target();
  auto target = ParseTarget({full_target.data(), full_target.size()});
  if (!target || !HasProperHost(parser)) {
    co_return Answer{application.Refuse(request, Refusal::kMalformed), {}};
  }
  request.target = std::move(*target);

  Admission admission;
  try {
    admission = application.Admit(request);
  } catch (const std::exception& exception) {
    application.ReportFault(request, exception.what());
    admission.answer = application.Refuse(request, Refusal::kFault);
  }
  if (admission.answer) co_return Answer{std::move(*admission.answer), admission.route};
  co_return co_await ReceiveAndWork(connection, parser, request, admission);
}

net::awaitable<std::optional<Answer>> Server::Impl::ReceiveAndWork(Connection& connection,
                                                                   Parser& parser, Request& request,
                                                                   const Admission& admission) {
  const auto refuse = [&](Refusal refusal) {
    return Answer{application.Refuse(request, refusal), admission.route};
  };
  const std::string_view expect = request.Header("Expect");
  const bool waits = SameIgnoringCase(expect, "100-continue");
  if (!expect.empty() && !waits) co_return refuse(Refusal::kExpectation);

  const std::size_t size =
      parser.chunked() ? admission.body_limit : parser.content_length().value_or(0);
  if (size > admission.body_limit) co_return refuse(Refusal::kTooLarge);
  Reservation reservation;
  if (size > kSmallBody && !reservation.Take(large_body_free, size)) {
    co_return refuse(Refusal::kTooBusy);
  }
  if (!parser.is_done()) {
    parser.body_limit(admission.body_limit);
    if (waits) {
      constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      connection.stream.expires_after(limits.send_time);
      co_await net::async_write(connection.stream, net::buffer(kContinue), kTuple);
    }
    const error_code error = co_await ReadBody(connection, parser);
    if (error) {
      const auto refusal = RefusalFor(error);
      if (!refusal) co_return std::nullopt;
      co_return refuse(*refusal);
    }
  }
  request.body = std::move(parser.get().body());
  // A name of its own: GCC 12 destroys twice what a braced list makes around a co_await.
  Response response = co_await Work(admission, request);
  co_return Answer{std::move(response), admission.route};
}

net::awaitable<error_code> Server::Impl::ReadBody(Connection& connection, Parser& parser) {
  connection.stream.expires_after(limits.body_time);
  const auto [error, size] =
      co_await beast::http::async_read(connection.stream, connection.buffer, parser, kTuple);
  co_return error;
}

net::awaitable<Response> Server::Impl::Work(const Admission& admission, const Request& request) {
  Workers& workers = admission.lane == Lane::kPassword ? passwords : work;
  if (workers.taken >= workers.most) co_return application.Refuse(request, Refusal::kTooBusy);
  const Counted counted(workers.taken);
  std::string fault;
  try {
    co_return co_await net::co_spawn(workers.pool, RunWork(admission.work, request),
                                     net::use_awaitable);
  } catch (const std::exception& exception) {
    fault = exception.what();
  }
  application.ReportFault(request, fault);
  co_return application.Refuse(request, Refusal::kFault);
}

// False if the client did not take the answer. A response that cannot be sent as it is becomes a
// fault, which is why it may change.
net::awaitable<bool> Server::Impl::Send(Connection& connection, const Request& request,
                                        Response& response, bool keep_alive) {
  std::string head;
  try {
    head = WriteHead(response, request.id, keep_alive);
  } catch (const InternalError& error) {
    application.ReportFault(request, error.what());
    response = application.Refuse(request, Refusal::kFault);
    head = WriteHead(response, request.id, keep_alive);
  }
  const bool has_body = request.method != "HEAD" && response.status != 304;
  const std::string_view body = has_body ? response.Body() : std::string_view();
  const std::array<net::const_buffer, 2> buffers = {net::buffer(head), net::buffer(body)};
  connection.stream.expires_after(limits.send_time);
  const auto [error, size] = co_await net::async_write(connection.stream, buffers, kTuple);
  co_return !error;
}

// Closing while the client still sends would reset the connection and lose our answer on its way:
// end our half, then read what comes until it has seen that.
net::awaitable<void> Server::Impl::Linger(Connection& connection) {
  error_code ignored;
  connection.stream.socket().shutdown(Tcp::socket::shutdown_send, ignored);
  connection.stream.expires_after(kLingerTime);
  std::array<char, 4096> waste{};
  while (true) {
    const auto [error, size] =
        co_await connection.stream.async_read_some(net::buffer(waste), kTuple);
    if (error) co_return;
  }
}

std::string Server::Impl::NextId() { return fmt::format("{:08x}{:08x}", id_prefix, ++last_id); }

Result<std::unique_ptr<Server>> Server::Listen(const std::string& host, std::uint16_t port,
                                               const ServerLimits& limits,
                                               Application& application) {
  auto impl = std::make_unique<Impl>(limits, application);
  KAOPING_TRY_STATUS(impl->Open(host, port));
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return impl_->acceptor.local_endpoint().port(); }

void Server::Run(Signals signals) { impl_->Run(signals); }

void Server::Stop() {
  net::post(impl_->context, [impl = impl_.get()] { impl->BeginStop(); });
}

}  // namespace kaoping::api
