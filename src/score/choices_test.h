// Choices: what a random case is made of, byte by byte.
//
// A case is read off strings of bytes instead of being put together from generators, since bytes
// shrink well: a shorter string or a smaller byte is always a simpler case. Where the bytes end,
// every choice is its first.

#ifndef KAOPING_SCORE_CHOICES_TEST_H_
#define KAOPING_SCORE_CHOICES_TEST_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace kaoping::score {

using Bytes = std::vector<std::uint8_t>;

// Reads a string of bytes, which must outlive it.
class Choices {
 public:
  explicit Choices(const Bytes& bytes) : bytes_(bytes) {}

  // 0 to `count` − 1. Requires: 1 <= count <= 256.
  int Below(int count) { return at_ < bytes_.size() ? bytes_[at_++] * count / 256 : 0; }
  // False where the bytes have ended.
  bool Chance(int percent) { return Below(100) >= 100 - percent; }

  template <typename List>
  auto Pick(const List& list) {
    return *std::next(std::begin(list), Below(static_cast<int>(std::size(list))));
  }
  template <typename T>
  T Pick(std::initializer_list<T> list) {
    return *std::next(list.begin(), Below(static_cast<int>(list.size())));
  }
  // One of these figures.
  Decimal Figure(std::initializer_list<std::string_view> list) {
    return Decimal::Parse(Pick(list)).value();
  }

 private:
  const Bytes& bytes_;
  std::size_t at_ = 0;
};

}  // namespace kaoping::score

#endif  // KAOPING_SCORE_CHOICES_TEST_H_
