#include "api/api.h"

#include <spdlog/spdlog.h>

#include <array>
#include <charconv>
#include <utility>

#include "api/problem.h"
#include "api/routes.h"
#include "base/check.h"
#include "service/accounts.h"

namespace kaoping::api {
namespace {

// The page loads what is its own and nothing else; no script or style stands in the HTML.
// Components of the page set style attributes.
constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSecurityHeaders = {{
    {"Content-Security-Policy", kContentSecurityPolicy},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};

Response Secured(Response response) {
  for (const auto& [name, value] : kSecurityHeaders) {
    response.headers.push_back({std::string(name), std::string(value)});
  }
  return response;
}

bool HasHeader(const Response& response, std::string_view name) {
  for (const HeaderField& header : response.headers) {
    if (SameIgnoringCase(header.name, name)) return true;
  }
  return false;
}

bool IsWrite(std::string_view method) { return method != "GET" && method != "HEAD"; }

Response NoSuchPath(const Request& request) {
  return Problem(request,
                 MakeError(ErrorKind::kNotFound, "path-not-found",
                           Say("这里没有“{}”", "there is no {} here", request.target.Path())));
}

Response NoSuchMethod(const Request& request, std::string_view allow) {
  Response response =
      Problem(request, 405,
              MakeError(ErrorKind::kInvalid, "method-not-allowed",
                        Say("“{1}”不接受 {0}；可用：{2}", "{1} takes no {0}; it takes {2}",
                            request.method, request.target.Path(), allow)));
  response.Set("Allow", allow);
  return response;
}

// A page of another site can send a form here with the user's cookie, but no header of its own.
Response NotFromOurPage(const Request& request) {
  return Problem(request, MakeError(ErrorKind::kForbidden, "header-missing",
                                    Say("缺少请求头 X-Kaoping: 1；写操作都要带上它，以防他站冒用",
                                        "the header X-Kaoping: 1 is missing; every write needs it, "
                                        "so that no other site can send one")));
}

Response NotSignedIn(const Request& request) {
  return Problem(request, 401,
                 MakeError(ErrorKind::kForbidden, "not-signed-in",
                           Say("尚未登录；请先登录", "nobody is signed in; sign in first")));
}

struct RefusalText {
  int status;
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

RefusalText TextOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::kMalformed:
      return {400, "request-malformed", "请求不合 HTTP 的写法，或地址不是有效的路径",
              "the request is not well-formed HTTP, or its address is no path"};
    case Refusal::kTooLarge:
      return {413, "body-too-large",
              "内容太大：导入的文件最多 32 MB，佐证材料最多 4 GB，其他请求最多 1 MB",
              "the content is too large: an imported file may have 32 MB, evidence 4 GB, anything "
              "else 1 MB"};
    case Refusal::kExpectation:
      return {417, "expectation-unknown", "请求头 Expect 只能是 100-continue",
              "the only Expect that is met here is 100-continue"};
    case Refusal::kHeaderTooLarge:
      return {431, "headers-too-large", "请求行和请求头合计超过 16 KB",
              "request line and headers exceed 16 KB"};
    case Refusal::kFault:
      return {500, "internal-error", "程序出错，这次请求没有完成；请把请求编号告诉管理员",
              "a fault of the program: the request was not carried out; give the request's id to "
              "your administrator"};
    case Refusal::kTooBusy:
      return {503, "too-busy", "现在请求太多，请稍后再试",
              "too many requests at the moment; try again soon"};
    case Refusal::kVersion:
      return {505, "http-version", "只支持 HTTP/1.1 和 HTTP/1.0",
              "HTTP/1.1 and HTTP/1.0 are spoken here"};
  }
  KAOPING_CHECK(false);
  return {};
}

// What the request says of its own size; 0 if it says nothing.
std::uint64_t AnnouncedSize(const Request& head) {
  const std::string_view text = head.Header("Content-Length");
  std::uint64_t size = 0;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return size;
}

// A file of evidence on its way from the connection to the disk.
class FileSink : public BodySink {
 public:
  FileSink(const Request& head, std::shared_ptr<service::ArrivingFile> file)
      : head_(head), file_(std::move(file)) {}

  std::optional<Response> Take(std::string_view piece) override {
    const Status taken = file_->Take(piece);
    if (taken) return std::nullopt;
    return Secured(Problem(head_, taken.error()));
  }

 private:
  const Request& head_;  // outlives the upload
  std::shared_ptr<service::ArrivingFile> file_;
};

Admission AnswerAtOnce(Response response, std::string_view route = {}) {
  Admission admission;
  admission.answer = Secured(std::move(response));
  admission.route = route;
  return admission;
}

}  // namespace

Api::Api(store::Store& store, StaticFiles files, document::DocumentReader read,
         const service::FileScanner* scanner)
    : store_(store),
      files_(files),
      intake_{.read = std::move(read), .scanner = scanner},
      routes_(AllRoutes()) {}

Admission Api::Admit(const Request& head) {
  Match match = routes_.Find(head.method, head.target);
  if (match.route == nullptr) {
    if (!match.allow.empty()) return AnswerAtOnce(NoSuchMethod(head, match.allow));
    return AnswerAtOnce(AnswerPage(head));
  }
  const Route& route = *match.route;
  if (IsWrite(head.method) && head.Header("X-Kaoping") != "1") {
    return AnswerAtOnce(NotFromOurPage(head), route.pattern);
  }
  if (route.access != Access::kAnyone && head.Cookie(kSessionCookie).empty()) {
    return AnswerAtOnce(NotSignedIn(head), route.pattern);
  }
  Admission admission;
  admission.body_limit = route.body_limit;
  admission.lane = route.lane;
  admission.route = route.pattern;
  const auto file = std::make_shared<std::shared_ptr<service::ArrivingFile>>();
  admission.work = [this, &route, file,
                    parameters = std::move(match.parameters)](const Request& request) {
    return Secured(Dispatch(route, parameters, request, file->get()));
  };
  if (route.takes_file) {
    admission.body_limit = service::kLargestUpload;
    admission.open = [this, &route, file](const Request& request) {
      return OpenFile(route, request, *file);
    };
  }
  return admission;
}

Admission::Opened Api::OpenFile(const Route& route, const Request& head,
                                std::shared_ptr<service::ArrivingFile>& file) const {
  Admission::Opened opened;
  const std::vector<std::string> no_parameters;
  Call call = MakeCall(head, no_parameters);
  if (auto refusal = Enter(route, call)) {
    opened.answer = Secured(std::move(*refusal));
    return opened;
  }
  auto arriving = service::ReceiveFile(call.Context(), AnnouncedSize(head));
  if (!arriving) {
    opened.answer = Secured(Problem(head, arriving.error()));
    return opened;
  }
  file = *std::move(arriving);
  opened.sink = std::make_shared<FileSink>(head, file);
  return opened;
}

Response Api::AnswerPage(const Request& request) const {
  const auto& segments = request.target.segments;
  if (!segments.empty() && segments[0] == "api") return NoSuchPath(request);
  if (IsWrite(request.method)) return NoSuchMethod(request, "GET, HEAD");
  if (auto file = files_.Answer(request)) return std::move(*file);
  if (segments.empty() && !files_.HasPage()) {
    return Problem(request,
                   MakeError(ErrorKind::kUnavailable, "page-not-built",
                             Say("这个程序里没有网页：请用 make 重新构建；接口和命令照常可用",
                                 "this program was built without its page: build it again with "
                                 "make; the API and the commands work all the same")));
  }
  return NoSuchPath(request);
}

Call Api::MakeCall(const Request& request, const std::vector<std::string>& parameters) const {
  return {.request = request,
          .parameters = parameters,
          .store = store_,
          .read = intake_.read,
          .metrics = metrics_,
          .intake = intake_,
          .now = Timestamp::Now()};
}

std::optional<Response> Api::Enter(const Route& route, Call& call) const {
  if (route.access == Access::kAnyone) return std::nullopt;
  const Request& request = call.request;
  auto account = service::SessionAccount(store_, call.now, call.Token());
  if (!account) {
    const bool ended = account.error().kind == ErrorKind::kForbidden;
    return ended ? Problem(request, 401, account.error()) : Problem(request, account.error());
  }
  call.account = std::move(*account);
  if (route.access == Access::kEntering) return std::nullopt;
  if (const Status may = service::CheckMayWork(*call.account); !may) {
    return Problem(request, may.error());
  }
  return std::nullopt;
}

Response Api::Dispatch(const Route& route, const std::vector<std::string>& parameters,
                       const Request& request, service::ArrivingFile* file) const {
  Call call = MakeCall(request, parameters);
  call.file = file;
  if (auto refusal = Enter(route, call)) return std::move(*refusal);
  auto answer = route.handler(call);
  Response response = answer ? std::move(*answer) : Problem(request, answer.error());
  if (!HasHeader(response, "Cache-Control")) response.Set("Cache-Control", "no-store");
  return response;
}

Response Api::Refuse(const Request& request, Refusal refusal) {
  const RefusalText text = TextOf(refusal);
  // The kind plays no part where the status is given.
  return Secured(Problem(
      request, text.status,
      MakeError(ErrorKind::kInvalid, text.code, {std::string(text.zh), std::string(text.en)})));
}

void Api::Observe(const Exchange& exchange) {
  metrics_.Count(exchange);
  spdlog::info("{} {} {} {}B {}us id={} from={}", exchange.request.method,
               exchange.request.raw_target, exchange.status, exchange.body_size,
               exchange.took.count(), exchange.request.id, exchange.request.peer);
}

void Api::ReportFault(const Request& request, std::string_view what) {
  spdlog::error("fault id={}: {}", request.id, what);
}

}  // namespace kaoping::api
