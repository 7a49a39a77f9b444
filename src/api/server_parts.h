// Private to api/: what a server is made of.

#ifndef KAOPING_API_SERVER_PARTS_H_
#define KAOPING_API_SERVER_PARTS_H_

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "api/server.h"

namespace kaoping::api {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

struct Connection {
  explicit Connection(boost::asio::ip::tcp::socket socket) : stream(std::move(socket)) {}

  boost::beast::tcp_stream stream;
  boost::beast::flat_buffer buffer;
  std::string peer;
  bool idle = false;  // between two requests
};

// A pool of threads and how many requests are in it; the count belongs to the I/O thread.
struct Workers {
  Workers(int threads, int queue)
      : pool(static_cast<std::size_t>(threads)), most(threads + queue) {}

  boost::asio::thread_pool pool;
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

// What a failed read means: the refusal to send, or nothing if nobody is there to read it.
std::optional<Refusal> RefusalFor(const boost::beast::error_code& error);

void ReadHead(const Parser& parser, Request& request);

// One Host, as HTTP/1.1 demands: two would let a proxy and us disagree.
bool HasProperHost(const Parser& parser);

}  // namespace kaoping::api

#endif  // KAOPING_API_SERVER_PARTS_H_
