// Decimal: an exact decimal number, for points and for the figures that rules compare.
//
// A 64-bit count of millionths. Binary floating point never touches a score: every operation here
// is exact or says so. Sums check for overflow (a bug, since inputs are bounded, see kLargest);
// products and quotients, whose operands come from users, return nothing when they don't fit.

#ifndef KAOPING_BASE_DECIMAL_H_
#define KAOPING_BASE_DECIMAL_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaoping {

class Decimal {
 public:
  static constexpr std::int64_t kScale = 1'000'000;
  static constexpr int kPlaces = 6;

  constexpr Decimal() = default;
  static constexpr Decimal FromMillionths(std::int64_t millionths) { return Decimal(millionths); }
  // Requires: |whole| <= 9'000'000'000'000.
  static constexpr Decimal FromInt(std::int64_t whole) { return Decimal(whole * kScale); }

  // Reads "2", "-0.5", "+1.25", ".5". Nothing for anything else: no exponent, no space, no more
  // than six places that are not zero, no value beyond ±1 000 000 000 (Parse bounds what enters).
  static std::optional<Decimal> Parse(std::string_view text);

  constexpr std::int64_t millionths() const { return millionths_; }
  constexpr bool IsZero() const { return millionths_ == 0; }
  constexpr bool IsNegative() const { return millionths_ < 0; }
  constexpr bool IsPositive() const { return millionths_ > 0; }
  constexpr bool IsWhole() const { return millionths_ % kScale == 0; }
  // The largest whole number that is not more: 2.5 → 2, −2.5 → −3.
  std::int64_t Floor() const;

  // The shortest exact form: "2", "-0.5". Never an exponent, never a trailing zero, never "-0".
  std::string ToString() const;
  // Rounded half up (away from zero) to `places` and padded: (2, "−0.5") → "-0.50".
  // Requires: 0 <= places <= 6.
  std::string ToFixed(int places) const;
  // Rounded half up (away from zero) to `places`. Requires: 0 <= places <= 6.
  Decimal RoundTo(int places) const;

  // InternalError on overflow.
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  Decimal operator-() const;
  Decimal& operator+=(Decimal b) { return *this = *this + b; }
  Decimal& operator-=(Decimal b) { return *this = *this - b; }

  friend constexpr bool operator==(Decimal, Decimal) = default;
  // clang-tidy 14 takes a defaulted <=> for a null pointer. NOLINTNEXTLINE(modernize-use-nullptr)
  friend constexpr auto operator<=>(Decimal, Decimal) = default;

 private:
  explicit constexpr Decimal(std::int64_t millionths) : millionths_(millionths) {}

  std::int64_t millionths_ = 0;
};

// a × b ÷ c, computed exactly and rounded once, half up (away from zero), to a millionth.
// Nothing if the result does not fit or c is zero.
std::optional<Decimal> MultiplyDivide(Decimal a, Decimal b, Decimal c);
inline std::optional<Decimal> Multiply(Decimal a, Decimal b) {
  return MultiplyDivide(a, b, Decimal::FromInt(1));
}

// How many whole `step`s fit into `amount`: 2.5 ÷ 1 → 2. Nothing if step is not positive.
// A negative amount has no steps: 0.
std::optional<std::int64_t> WholeSteps(Decimal amount, Decimal step);

// Points are Decimals whose unit is one point; a deduction is negative once it is an amount.
using Points = Decimal;

}  // namespace kaoping

#endif  // KAOPING_BASE_DECIMAL_H_
