#include "channels/clamd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

namespace kaoping::channels {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr std::size_t kLongestAnswer = 1000;
constexpr std::string_view kUnix = "unix:";

Error Unavailable(const Message& why) {
  return MakeError(
      ErrorKind::kUnavailable, "scanner-unavailable",
      Say("病毒扫描没有完成（{0}），文件没有保存；请稍后再试，或告诉管理员",
          "the virus scan was not completed ({1}) and the file was not kept; try again later, or "
          "tell your administrator",
          why.zh, why.en));
}
Error Unreachable() { return Unavailable(Say("连不上扫描程序", "the scanner cannot be reached")); }
Error CutOff() { return Unavailable(Say("扫描程序没有答复", "the scanner did not answer")); }

class Socket {
 public:
  explicit Socket(int family) : number_(::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
  ~Socket() {
    if (number_ >= 0) ::close(number_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // Both directions, connecting included.
  bool SetPatience(std::chrono::milliseconds patience) const {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience);
    timeval limit{};
    limit.tv_sec = seconds.count();
    limit.tv_usec =
        std::chrono::duration_cast<std::chrono::microseconds>(patience - seconds).count();
    return ::setsockopt(number_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) == 0 &&
           ::setsockopt(number_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit) == 0;
  }
  template <typename Address>
  bool Connect(const Address& address) const {
    return ::connect(number_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  bool Send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(number_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  // Up to a NUL; nothing if none comes.
  std::optional<std::string> Receive() const {
    std::string answer;
    char c = 0;
    while (answer.size() < kLongestAnswer) {
      if (::recv(number_, &c, 1, 0) != 1) return std::nullopt;
      if (c == '\0') return answer;
      answer += c;
    }
    return std::nullopt;
  }
  bool IsOpen() const { return number_ >= 0; }

 private:
  int number_;
};

int FamilyOf(const ClamdAddress& address) {
  if (!address.socket.empty()) return AF_UNIX;
  return address.host.find(':') == std::string::npos ? AF_INET : AF_INET6;
}

bool Connect(const Socket& socket, const ClamdAddress& address) {
  if (!address.socket.empty()) {
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    std::memcpy(where.sun_path, address.socket.data(),
                std::min(address.socket.size(), sizeof where.sun_path - 1));
    return socket.Connect(where);
  }
  if (FamilyOf(address) == AF_INET) {
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(address.port);
    ::inet_pton(AF_INET, address.host.c_str(), &where.sin_addr);
    return socket.Connect(where);
  }
  sockaddr_in6 where{};
  where.sin6_family = AF_INET6;
  where.sin6_port = htons(address.port);
  ::inet_pton(AF_INET6, address.host.c_str(), &where.sin6_addr);
  return socket.Connect(where);
}

// The length of a piece, the highest byte first, before it.
std::string Framed(std::string_view piece) {
  const auto size = static_cast<std::uint32_t>(piece.size());
  std::string framed;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) framed += static_cast<char>(size >> shift);
  return framed.append(piece);
}

// "stream: OK", "stream: Some.Virus FOUND", "INSTREAM size limit exceeded. ERROR".
Result<std::optional<std::string>> Understand(std::string_view answer) {
  constexpr std::string_view kStream = "stream: ";
  constexpr std::string_view kFound = " FOUND";
  if (answer == "stream: OK") return std::optional<std::string>();
  if (answer.starts_with(kStream) && answer.ends_with(kFound)) {
    std::string name(answer.substr(kStream.size(), answer.size() - kStream.size() - kFound.size()));
    // It goes into a message.
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return std::optional(std::move(name));
  }
  if (answer.find("size limit exceeded") != answer.npos) {
    return Unavailable(Say("文件超过扫描程序的上限 StreamMaxLength",
                           "the file is larger than the scanner's StreamMaxLength"));
  }
  return Unavailable(Say("扫描程序的答复看不懂", "the scanner's answer is not understood"));
}

class ClamdScanner : public service::FileScanner {
 public:
  ClamdScanner(ClamdAddress address, std::chrono::milliseconds patience)
      : address_(std::move(address)), patience_(patience) {}

  Result<std::optional<std::string>> Scan(const ByteSource& bytes) const override {
    const Socket socket(FamilyOf(address_));
    if (!socket.IsOpen() || !socket.SetPatience(patience_) || !Connect(socket, address_)) {
      return Unreachable();
    }
    // The daemon may answer and hang up before all is sent: its answer says why.
    KAOPING_TRY(const bool is_sent, SendAll(socket, bytes));
    const std::optional<std::string> answer = socket.Receive();
    if (!answer) return CutOff();
    KAOPING_TRY(auto found, Understand(*answer));
    if (!found && !is_sent) return CutOff();
    return found;
  }

 private:
  static Result<bool> SendAll(const Socket& socket, const ByteSource& bytes) {
    using namespace std::string_view_literals;
    if (!socket.Send("zINSTREAM\0"sv)) return false;
    for (std::uint64_t offset = 0; offset < bytes.size();) {
      KAOPING_TRY(const std::string piece, bytes.Read(offset, kPiece));
      if (piece.empty() || !socket.Send(Framed(piece))) return false;
      offset += piece.size();
    }
    return socket.Send(Framed(""));
  }

  ClamdAddress address_;
  std::chrono::milliseconds patience_;
};

bool IsIpAddress(const std::string& host) {
  in6_addr into{};
  const int family = host.find(':') == std::string::npos ? AF_INET : AF_INET6;
  return ::inet_pton(family, host.c_str(), &into) == 1;
}

}  // namespace

Result<ClamdAddress> ParseClamdAddress(std::string_view text) {
  const Error unfit = MakeError(
      ErrorKind::kInvalid, "clamd-address",
      Say("“{}”不是扫描程序的地址；请写成 unix:/run/clamav/clamd.ctl 或 127.0.0.1:3310",
          "\"{}\" is no address of a scanner; write unix:/run/clamav/clamd.ctl or 127.0.0.1:3310",
          text));
  ClamdAddress address;
  if (text.starts_with(kUnix)) {
    address.socket = text.substr(kUnix.size());
    if (address.socket.empty() || address.socket.size() >= sizeof(sockaddr_un::sun_path)) {
      return unfit;
    }
    return address;
  }
  const auto colon = text.rfind(':');
  if (colon == text.npos) return unfit;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  address.host = host;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
  if (error != std::errc() || stop != end || address.port == 0 || !IsIpAddress(address.host)) {
    return unfit;
  }
  return address;
}

std::unique_ptr<service::FileScanner> MakeClamdScanner(ClamdAddress address,
                                                       std::chrono::milliseconds patience) {
  return std::make_unique<ClamdScanner>(std::move(address), patience);
}

}  // namespace kaoping::channels
