#include "text/shadow.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "base/utf8.h"

namespace kaoping {
namespace {

constexpr char32_t kDropped = 0;

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsBlank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\u00A0' || c == U'\u3000' ||
         (c >= U'\u2000' && c <= U'\u200F') || c == U'\u2060' || c == U'\uFEFF';
}

struct Pair {
  char32_t from;
  char32_t to;
};

constexpr std::array kMarks = {
    Pair{U',', U'，'},  Pair{U';', U'；'}, Pair{U':', U'：'}, Pair{U'(', U'（'},
    Pair{U')', U'）'},  Pair{U'?', U'？'}, Pair{U'!', U'！'}, Pair{U'〔', U'（'},
    Pair{U'〕', U'）'}, Pair{U'[', U'（'}, Pair{U']', U'）'}, Pair{U'【', U'（'},
    Pair{U'】', U'）'},
};
constexpr std::u32string_view kDashes = U"-‐‑‒–—―−－";
constexpr std::u32string_view kWaves = U"~～〜∼";

char32_t Fold(char32_t c) {
  if (IsBlank(c)) return U' ';
  if (kDashes.find(c) != std::u32string_view::npos) return U'-';
  if (kWaves.find(c) != std::u32string_view::npos) return U'~';
  // Full-width ASCII; the marks among it come back to their Chinese form below.
  if (c >= U'\uFF01' && c <= U'\uFF5E') c -= 0xFEE0;
  for (const Pair& mark : kMarks) {
    if (mark.from == c) return mark.to;
  }
  return c;
}

}  // namespace

Shadow::Shadow(std::string_view original) {
  const std::u32string raw = DecodeUtf8(original);
  original_size_ = static_cast<int>(raw.size());
  text_.reserve(raw.size());
  origin_.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char32_t c = Fold(raw[i]);
    const bool after_digit = !text_.empty() && IsDigit(text_.back());
    const bool before_digit = i + 1 < raw.size() && IsDigit(Fold(raw[i + 1]));
    if (c == U' ') {
      // A run of blanks is judged at its last one.
      c = after_digit && before_digit ? U' ' : kDropped;
    } else if (c == U'，' && raw[i] == U',' && after_digit && before_digit) {
      c = U',';
    } else if (c == U'：' && raw[i] == U':' && after_digit && before_digit) {
      c = U':';
    }
    if (c == kDropped) continue;
    text_.push_back(c);
    origin_.push_back(static_cast<int>(i));
  }
}

Span Shadow::ToOriginal(int begin, int end) const {
  KAOPING_CHECK(0 <= begin && begin <= end && end <= size());
  const auto at = [this](int i) {
    return i < size() ? origin_[static_cast<std::size_t>(i)] : original_size_;
  };
  if (begin == end) return {at(begin), at(begin)};
  return {at(begin), origin_[static_cast<std::size_t>(end - 1)] + 1};
}

}  // namespace kaoping
