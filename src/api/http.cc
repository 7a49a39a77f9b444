#include "api/http.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace kaoping::api {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view Trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// Cuts the part before `separator` off the front of `rest`, and the separator with it.
std::string_view TakeUntil(char separator, std::string_view& rest) {
  const auto end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::optional<char> HexByte(std::string_view digits) {
  unsigned char value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 2 || error != std::errc() || end != digits.data() + 2) return std::nullopt;
  return static_cast<char>(value);
}

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

enum class Plus { kItself, kSpace };

std::optional<std::string> Decode(std::string_view text, Plus plus) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = HexByte(text.substr(i + 1, 2));
      if (!byte) return std::nullopt;
      decoded += *byte;
      i += 2;
    } else {
      decoded += text[i] == '+' && plus == Plus::kSpace ? ' ' : text[i];
    }
  }
  if (std::any_of(decoded.begin(), decoded.end(), IsControl)) return std::nullopt;
  if (FirstInvalidUtf8(decoded)) return std::nullopt;
  return decoded;
}

// "http://host/path" is what proxies send; the host has been read from its header.
std::string_view WithoutOrigin(std::string_view text) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!text.starts_with(scheme)) continue;
    const auto path = text.find_first_of("/?", scheme.size());
    return path == std::string_view::npos ? std::string_view("/") : text.substr(path);
  }
  return text;
}

bool ReadSegments(std::string_view path, std::vector<std::string>& segments) {
  if (!path.starts_with('/')) return false;
  path.remove_prefix(1);
  if (path.empty()) return true;
  const auto count = static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) + 1;
  for (std::size_t i = 0; i < count; ++i) {
    auto segment = Decode(TakeUntil('/', path), Plus::kItself);
    if (!segment || *segment == "." || *segment == "..") return false;
    segments.push_back(std::move(*segment));
  }
  return true;
}

bool ReadQuery(std::string_view text, std::vector<std::pair<std::string, std::string>>& query) {
  while (!text.empty()) {
    std::string_view pair = TakeUntil('&', text);
    if (pair.empty()) continue;
    auto name = Decode(TakeUntil('=', pair), Plus::kSpace);
    auto value = Decode(pair, Plus::kSpace);
    if (!name || !value) return false;
    query.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

// The weight of one entry of Accept-Language: "en;q=0.8" → 0.8. A weight that cannot be read is 1.
double Weight(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) return 1;
  const std::string_view digits = Trim(parameters.substr(q + 2));
  double weight = 1;
  std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  return weight;
}

}  // namespace

std::optional<std::string> Target::Query(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string Target::Path() const {
  std::string path;
  for (const std::string& segment : segments) path += "/" + segment;
  return path.empty() ? "/" : path;
}

std::optional<Target> ParseTarget(std::string_view text) {
  std::string_view rest = WithoutOrigin(text);
  Target target;
  const std::string_view path = TakeUntil('?', rest);
  if (!ReadSegments(path, target.segments) || !ReadQuery(rest, target.query)) return std::nullopt;
  return target;
}

std::string_view Request::Header(std::string_view name) const {
  for (const auto& header : headers) {
    if (SameIgnoringCase(header.name, name)) return header.value;
  }
  return {};
}

std::string_view Request::Cookie(std::string_view name) const {
  std::string_view rest = Header("Cookie");
  while (!rest.empty()) {
    std::string_view pair = Trim(TakeUntil(';', rest));
    if (TakeUntil('=', pair) == name) return pair;
  }
  return {};
}

Language Request::Preferred() const {
  double chinese = 0;
  double english = 0;
  std::string_view rest = Header("Accept-Language");
  while (!rest.empty()) {
    std::string_view parameters = TakeUntil(',', rest);
    std::string_view range = Trim(TakeUntil(';', parameters));
    const std::string_view language = TakeUntil('-', range);
    const double weight = Weight(parameters);
    if (SameIgnoringCase(language, "zh")) chinese = std::max(chinese, weight);
    if (SameIgnoringCase(language, "en")) english = std::max(english, weight);
  }
  return english > chinese ? Language::kEnglish : Language::kChinese;
}

void Response::Set(std::string_view name, std::string_view value) {
  std::erase_if(headers, [&](const auto& header) { return SameIgnoringCase(header.name, name); });
  headers.push_back({std::string(name), std::string(value)});
}

std::string_view ReasonPhrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 417:
      return "Expectation Failed";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Unknown";
  }
}

bool SameIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return Lower(x) == Lower(y); });
}

bool MatchesEtag(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    std::string_view tag = Trim(TakeUntil(',', if_none_match));
    // If-None-Match compares weakly: a proxy that compressed the body has made the tag weak.
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag == etag || tag == "*") return true;
  }
  return false;
}

}  // namespace kaoping::api
