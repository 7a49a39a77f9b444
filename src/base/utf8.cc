#include "base/utf8.h"

#include <unicode/utf8.h>

#include <array>
#include <cstring>
#include <limits>

#include "base/check.h"

namespace kaoping {
namespace {

constexpr std::size_t kLargest = std::numeric_limits<std::int32_t>::max();

constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080U;

}  // namespace

std::optional<std::size_t> FirstInvalidUtf8(std::string_view bytes) {
  KAOPING_CHECK(bytes.size() <= kLargest);
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    // Many characters of ASCII at once, of which the parts of Office files mostly consist.
    std::array<std::uint64_t, 4> many{};
    while (size - i >= static_cast<std::int32_t>(sizeof many)) {
      std::memcpy(many.data(), data + i, sizeof many);
      if (((many[0] | many[1] | many[2] | many[3]) & kHighBits) != 0) break;
      i += static_cast<std::int32_t>(sizeof many);
    }
    while (i < size && data[i] < 0x80) ++i;
    if (i == size) break;
    const std::int32_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::u32string DecodeUtf8(std::string_view utf8) {
  KAOPING_CHECK(utf8.size() <= kLargest);
  std::u32string out;
  out.reserve(utf8.size() / 2);
  const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    KAOPING_CHECK(c >= 0);
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

void AppendUtf8(char32_t code_point, std::string& out) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string EncodeUtf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 3);
  for (const char32_t c : code_points) AppendUtf8(c, out);
  return out;
}

std::size_t CountCodePoints(std::string_view utf8) {
  std::size_t count = 0;
  for (const char byte : utf8) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

std::string BeginningOf(std::string_view utf8, std::size_t longest) {
  const std::u32string text = DecodeUtf8(utf8);
  if (text.size() <= longest) return std::string(utf8);
  return EncodeUtf8(std::u32string_view(text).substr(0, longest)) + "…";
}

}  // namespace kaoping
