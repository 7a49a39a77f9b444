#include "base/message.h"

namespace kaoping {
namespace {

constexpr int kLongestExcerpt = 60;

bool IsContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80; }

}  // namespace

std::string Excerpt(std::string_view utf8) {
  std::string excerpt;
  int characters = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (!IsContinuation(byte) && ++characters > kLongestExcerpt) return excerpt + "…";
    const bool is_control = byte < 0x20 || byte == 0x7F;
    excerpt += is_control ? ' ' : c;
  }
  return excerpt;
}

}  // namespace kaoping
