#include "api/server.h"

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
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <csignal>
#include <exception>
#include <optional>
#include <random>
#include <set>
#include <utility>

#include "api/response_head.h"
#include "api/server_parts.h"
#include "api/transfer.h"
#include "base/check.h"

namespace kaoping::api {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using Clock = std::chrono::steady_clock;
using Tcp = net::ip::tcp;
using beast::error_code;

// Completion with (error, value) instead of an exception: a client that went away is no surprise.
constexpr auto kTuple = net::as_tuple(net::use_awaitable);

// Bodies up to this size are not counted against ServerLimits::large_body_bytes.
constexpr std::size_t kSmallBody = 1024 * 1024;
// Further connections that are told so at once; any more are closed without a word.
constexpr int kRejectedAtOnce = 64;
constexpr std::chrono::milliseconds kLingerTime{2'000};
constexpr std::chrono::milliseconds kAcceptPause{100};

struct Answer {
  Response response;
  std::string_view route;
  // Of an upload, whose body another parser has read.
  struct Upload {
    bool is_whole = false;
    bool keep_alive = false;
  };
  std::optional<Upload> upload = std::nullopt;
};

template <typename T>
net::awaitable<T> RunWork(const std::function<T(const Request&)>& work, const Request& request) {
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
  net::awaitable<std::optional<Answer>> ReceiveUploadAndWork(Connection& connection,
                                                             UploadParser& parser, Request& request,
                                                             const Admission& admission);
  net::awaitable<Admission::Opened> Open(const Admission& admission, const Request& request);
  net::awaitable<std::optional<Answer>> TakeUpload(Connection& connection, UploadParser& parser,
                                                   const Request& request,
                                                   const Admission& admission, BodySink& sink);
  net::awaitable<void> Continue(Connection& connection, const Request& request);
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
  int uploads = 0;
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

  const auto& upload = answer->upload;
  const bool is_whole = upload ? upload->is_whole : parser.is_done();
  const bool keep_alive =
      is_whole && (upload ? upload->keep_alive : parser.keep_alive()) && !stopping;
  const bool sent = co_await Send(connection, request, answer->response, keep_alive);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started);
  application.Observe({request, answer->route, answer->response.status, answer->response.BodySize(),
                       took, static_cast<int>(connections.size())});
  if (sent && !is_whole) co_await Linger(connection);
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
  if (admission.open) {
    UploadParser upload_parser(std::move(parser));
    upload_parser.body_limit(admission.body_limit);
    co_return co_await ReceiveUploadAndWork(connection, upload_parser, request, admission);
  }
  Reservation reservation;
  if (size > kSmallBody && !reservation.Take(large_body_free, size)) {
    co_return refuse(Refusal::kTooBusy);
  }
  if (!parser.is_done()) {
    parser.body_limit(admission.body_limit);
    co_await Continue(connection, request);
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

// Tells a client that waits for leave to send its body that it may.
net::awaitable<void> Server::Impl::Continue(Connection& connection, const Request& request) {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  if (request.Header("Expect").empty()) co_return;
  connection.stream.expires_after(limits.send_time);
  co_await net::async_write(connection.stream, net::buffer(kContinue), kTuple);
}

net::awaitable<std::optional<Answer>> Server::Impl::ReceiveUploadAndWork(
    Connection& connection, UploadParser& parser, Request& request, const Admission& admission) {
  std::optional<Answer> answer;
  if (uploads >= limits.uploads) {
    answer.emplace(Answer{application.Refuse(request, Refusal::kTooBusy), admission.route});
  } else {
    const Counted counted(uploads);
    Admission::Opened opened = co_await Open(admission, request);
    if (opened.answer) {
      answer.emplace(Answer{std::move(*opened.answer), admission.route});
    } else {
      answer = co_await TakeUpload(connection, parser, request, admission, *opened.sink);
    }
  }
  if (answer) answer->upload = Answer::Upload{parser.is_done(), parser.keep_alive()};
  co_return answer;
}

net::awaitable<Admission::Opened> Server::Impl::Open(const Admission& admission,
                                                     const Request& request) {
  std::string fault;
  try {
    co_return co_await net::co_spawn(work.pool, RunWork(admission.open, request),
                                     net::use_awaitable);
  } catch (const std::exception& exception) {
    fault = exception.what();
  }
  application.ReportFault(request, fault);
  Admission::Opened opened;
  opened.answer = application.Refuse(request, Refusal::kFault);
  co_return opened;
}

net::awaitable<std::optional<Answer>> Server::Impl::TakeUpload(Connection& connection,
                                                               UploadParser& parser,
                                                               const Request& request,
                                                               const Admission& admission,
                                                               BodySink& sink) {
  std::optional<Answer> answer;
  std::string fault;
  try {
    co_await Continue(connection, request);
    const TransferTimes times = {limits.body_time, limits.upload_time};
    UploadEnd end = co_await ReceiveUpload(connection.stream, connection.buffer, parser, work.pool,
                                           sink, times);
    if (end.answer) {
      answer.emplace(Answer{std::move(*end.answer), admission.route});
      co_return answer;
    }
    if (end.error) {
      const auto refusal = RefusalFor(end.error);
      if (refusal) answer.emplace(Answer{application.Refuse(request, *refusal), admission.route});
      co_return answer;
    }
  } catch (const std::exception& exception) {
    fault = exception.what();
  }
  if (!fault.empty()) {
    application.ReportFault(request, fault);
    answer.emplace(Answer{application.Refuse(request, Refusal::kFault), admission.route});
    co_return answer;
  }
  Response response = co_await Work(admission, request);
  answer.emplace(Answer{std::move(response), admission.route});
  co_return answer;
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
  const bool has_source = has_body && response.source;
  const std::string_view body = has_body && !has_source ? response.Body() : std::string_view();
  const std::array<net::const_buffer, 2> buffers = {net::buffer(head), net::buffer(body)};
  connection.stream.expires_after(limits.send_time);
  const auto [error, size] = co_await net::async_write(connection.stream, buffers, kTuple);
  if (error || !has_source) co_return !error;
  co_return co_await SendSource(connection.stream, *response.source, work.pool, limits.send_time);
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
