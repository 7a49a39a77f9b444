#include "api/transfer.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <string>
#include <utility>
#include <vector>

namespace kaoping::api {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
using Clock = std::chrono::steady_clock;

constexpr auto kTuple = net::as_tuple(net::use_awaitable);
constexpr std::size_t kPiece = std::size_t{256} * 1024;

net::awaitable<std::optional<Response>> Give(BodySink& sink, std::string_view piece) {
  co_return sink.Take(piece);
}

// Empty if it can't be read.
net::awaitable<std::string> Fetch(const ByteSource& source, std::uint64_t offset) {
  Result<std::string> piece = source.Read(offset, kPiece);
  if (!piece) co_return std::string();
  co_return std::move(piece).value();
}

}  // namespace

net::awaitable<UploadEnd> ReceiveUpload(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                        UploadParser& parser, net::thread_pool& pool,
                                        BodySink& sink, const TransferTimes& times) {
  const auto deadline = Clock::now() + times.whole;
  std::vector<char> piece(kPiece);
  UploadEnd end;
  while (!parser.is_done()) {
    auto& body = parser.get().body();
    body.data = piece.data();
    body.size = piece.size();
    body.more = true;
    stream.expires_at(std::min(deadline, Clock::now() + times.piece));
    const auto [error, size] = co_await beast::http::async_read(stream, buffer, parser, kTuple);
    if (error && error != beast::http::error::need_buffer) {
      end.error = error;
      co_return end;
    }
    const std::string_view got(piece.data(), piece.size() - body.size);
    if (got.empty()) continue;
    end.answer = co_await net::co_spawn(pool, Give(sink, got), net::use_awaitable);
    if (end.answer) co_return end;
  }
  co_return end;
}

net::awaitable<bool> SendSource(beast::tcp_stream& stream, const ByteSource& source,
                                net::thread_pool& pool, std::chrono::milliseconds piece_time) {
  for (std::uint64_t sent = 0; sent < source.size();) {
    const std::string piece = co_await net::co_spawn(pool, Fetch(source, sent), net::use_awaitable);
    if (piece.empty()) co_return false;
    stream.expires_after(piece_time);
    const auto [error, size] = co_await net::async_write(stream, net::buffer(piece), kTuple);
    if (error) co_return false;
    sent += piece.size();
  }
  co_return true;
}

}  // namespace kaoping::api
