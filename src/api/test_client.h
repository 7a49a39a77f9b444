// For tests: a client that sends exactly the bytes it is given.

#ifndef KAOPING_API_TEST_CLIENT_H_
#define KAOPING_API_TEST_CLIENT_H_

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "api/http.h"
#include "base/check.h"

namespace kaoping::api {

// One response as it came over the wire.
struct Received {
  int status = 0;    // 0: the connection ended without one
  std::string head;  // status line and headers, each with its CR LF
  std::string body;

  std::string Header(std::string_view name) const {
    std::size_t at = head.find("\r\n");
    while (at != std::string::npos && at + 2 < head.size()) {
      const std::size_t end = head.find("\r\n", at + 2);
      const std::string line = head.substr(at + 2, end - at - 2);
      const std::size_t colon = line.find(": ");
      if (colon != std::string::npos && SameIgnoringCase(line.substr(0, colon), name)) {
        return line.substr(colon + 2);
      }
      at = end;
    }
    return {};
  }
};

class TestClient {
 public:
  explicit TestClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    KAOPING_CHECK(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  }
  ~TestClient() { close(socket_); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  // False if the other end has closed.
  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Reads one response; its body is as long as its Content-Length, or absent for a HEAD request.
  Received Receive(std::string_view method = "GET") {
    Received received;
    while (buffer_.find("\r\n\r\n") == std::string::npos) {
      if (!Fill()) return received;
    }
    const std::size_t end = buffer_.find("\r\n\r\n") + 2;
    received.head = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    received.status = std::atoi(received.head.c_str() + std::string_view("HTTP/1.1 ").size());
    if (method == "HEAD" || received.status == 304) return received;
    const std::size_t length = std::strtoul(received.Header("Content-Length").c_str(), nullptr, 10);
    while (buffer_.size() < length) {
      if (!Fill()) return received;
    }
    received.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return received;
  }

  Received Exchange(std::string_view bytes, std::string_view method = "GET") {
    Send(bytes);
    return Receive(method);
  }

  // Whether the other end has closed, with nothing more sent.
  bool IsClosed() { return buffer_.empty() && !Fill(); }

 private:
  bool Fill() {
    char bytes[4096];
    const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string buffer_;
};

}  // namespace kaoping::api

#endif  // KAOPING_API_TEST_CLIENT_H_
