// Private to api/: bodies that are too large to be held, piece by piece between a connection and a
// pool's threads, where the disk is waited for.

#ifndef KAOPING_API_TRANSFER_H_
#define KAOPING_API_TRANSFER_H_

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <chrono>
#include <optional>

#include "api/server.h"

namespace kaoping::api {

using UploadParser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;

struct TransferTimes {
  std::chrono::milliseconds piece;  // for each
  std::chrono::milliseconds whole;
};

// How an upload ended: whole, if neither is set.
struct UploadEnd {
  boost::beast::error_code error;
  std::optional<Response> answer;  // of the sink
};

// Reads the rest of the body and gives it to `sink`. An exception of the sink comes out of it.
boost::asio::awaitable<UploadEnd> ReceiveUpload(boost::beast::tcp_stream& stream,
                                                boost::beast::flat_buffer& buffer,
                                                UploadParser& parser,
                                                boost::asio::thread_pool& pool, BodySink& sink,
                                                const TransferTimes& times);

// Sends all of `source`. False if it could not be read, or the client did not take it.
boost::asio::awaitable<bool> SendSource(boost::beast::tcp_stream& stream, const ByteSource& source,
                                        boost::asio::thread_pool& pool,
                                        std::chrono::milliseconds piece_time);

}  // namespace kaoping::api

#endif  // KAOPING_API_TRANSFER_H_
