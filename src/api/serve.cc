#include "api/serve.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <memory>
#include <ostream>

#include "api/api.h"
#include "api/demo.h"
#include "api/embedded.h"
#include "api/server.h"
#include "service/accounts.h"
#include "service/context.h"
#include "service/evidence.h"

namespace kaoping::api {
namespace {

// What is said once the address is taken.
using Prepare = Result<Message> (*)(store::Store& store, const ServeOptions& options);

void SetUpLog(bool log_requests) {
  auto logger = std::make_shared<spdlog::logger>("kaoping",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
  logger->set_level(log_requests ? spdlog::level::info : spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
}

std::string UrlOf(const std::string& host, std::uint16_t port) {
  const bool is_v6 = host.find(':') != std::string::npos;
  return is_v6 ? fmt::format("http://[{}]:{}", host, port)
               : fmt::format("http://{}:{}", host, port);
}

Message HowToResetPasswords(const ServeOptions& options) {
  return Say("忘记密码时：kaoping --data {} user passwd 账号\n",
             "a lost password is replaced by: kaoping --data {} user passwd NAME\n",
             options.data.string());
}

Message operator+(const Message& a, const Message& b) { return {a.zh + b.zh, a.en + b.en}; }

Message AnnounceAdministrator(const service::NewPassword& first) {
  return Say("第一位系统管理员（密码只显示这一次）：\n  {}  {}\n",
             "the first system administrator (the password is shown only once):\n  {}  {}\n",
             first.name, first.password);
}

Result<Message> PrepareServe(store::Store& store, const ServeOptions&) {
  auto first = service::CreateFirstAdministrator(store, Timestamp::Now());
  if (first) return AnnounceAdministrator(*first);
  if (first.error().code == "administrator-exists") return Message{};
  return std::move(first).error();
}

Result<Message> PrepareDemo(store::Store& store, const ServeOptions& options) {
  auto filled = FillDemo(store, Timestamp::Now());
  if (!filled && filled.error().code == "data-not-demo") {
    return MakeError(filled.error().kind, filled.error().code,
                     Say("“{}”里有别的数据，没有装入演示数据；请用 --data 另指定一个文件夹",
                         "\"{}\" holds other data and was not filled with the demonstration; name "
                         "another folder with --data",
                         options.data.string()));
  }
  KAOPING_TRY(const auto accounts, std::move(filled));
  if (accounts.passwords.empty()) {
    return Say("演示数据已在；各账号的密码在第一次启动时已显示。\n",
               "the demonstration is there; its passwords were shown when it was first "
               "started.\n") +
           HowToResetPasswords(options);
  }
  Message text = AnnounceAdministrator(accounts.administrator) +
                 Say("演示账号（密码只显示这一次）：\n",
                     "accounts of the demonstration (passwords are shown only once):\n");
  for (const DemoAccount& account : accounts.passwords) {
    text = text + Say("  {:<15} {}  {}\n", "  {:<15} {}  {}\n", account.name, account.password,
                      account.title);
  }
  return text + HowToResetPasswords(options);
}

Status ServeAfter(Prepare prepare, const ServeOptions& options, std::ostream& out) {
  SetUpLog(options.log_requests);
  KAOPING_TRY(const service::StorePtr store, service::OpenStore(options.data));
  KAOPING_TRY_STATUS(service::CleanUpEvidence(*store));
  Api api(*store, StaticFiles(embedded::WebFiles()), options.read, options.scanner.get());
  KAOPING_TRY(const auto server,
              Server::Listen(options.listen.host, options.listen.port, ServerLimits(), api));
  KAOPING_TRY(const Message prepared, prepare(*store, options));
  const Message serving =
      Say("考评正在 {} 提供服务，按 Ctrl+C 停止。\n", "kaoping serves on {}; Ctrl+C stops it.\n",
          UrlOf(options.listen.host, server->port()));
  out << (prepared + serving).In(options.language) << std::flush;
  server->Run(Server::Signals::kStop);
  return Ok();
}

bool IsIpAddress(const std::string& host) {
  boost::system::error_code error;
  boost::asio::ip::make_address(host, error);
  return !error;
}

bool ReadPort(std::string_view digits, std::uint16_t& port) {
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, port);
  return error == std::errc() && stop == end;
}

}  // namespace

Result<ListenAddress> ParseListenAddress(std::string_view text) {
  ListenAddress address;
  // The last colon divides host and port, unless it belongs to a bare IPv6 address.
  const auto colon = text.rfind(':');
  const bool has_port = colon != std::string_view::npos &&
                        (text.find(':') == colon || text.substr(0, colon).ends_with(']'));
  const bool is_port_fit = !has_port || ReadPort(text.substr(colon + 1), address.port);
  std::string_view host = has_port ? text.substr(0, colon) : text;
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (!host.empty()) address.host = host;
  if (!is_port_fit || !IsIpAddress(address.host)) {
    return MakeError(
        ErrorKind::kInvalid, "listen-address",
        Say("“{}”不是监听地址；请写成 127.0.0.1:8080 这样的IP地址和端口，端口不大于65535",
            "\"{}\" is no address to listen on; write an IP address and a port up to "
            "65535, such as 127.0.0.1:8080",
            text));
  }
  return address;
}

Status Serve(const ServeOptions& options, std::ostream& out) {
  return ServeAfter(PrepareServe, options, out);
}

Status ServeDemo(const ServeOptions& options, std::ostream& out) {
  return ServeAfter(PrepareDemo, options, out);
}

}  // namespace kaoping::api
