#include "base/decimal.h"

#include <fmt/format.h>

#include <array>
#include <limits>

#include "base/check.h"

namespace kaoping {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kLargestInput = 1'000'000'000;
constexpr std::array<std::int64_t, Decimal::kPlaces + 1> kPowersOfTen = {
    1, 10, 100, 1000, 10'000, 100'000, 1'000'000};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Half up, away from zero. Requires: divisor > 0.
Wide RoundedDivision(Wide dividend, Wide divisor) {
  const Wide half = divisor / 2;
  const bool odd = divisor % 2 != 0;
  const Wide magnitude = dividend < 0 ? -dividend : dividend;
  const Wide quotient = magnitude / divisor;
  const Wide remainder = magnitude % divisor;
  const bool up = odd ? remainder > half : remainder >= half;
  const Wide rounded = quotient + (up ? 1 : 0);
  return dividend < 0 ? -rounded : rounded;
}

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::int64_t whole = 0;
  std::size_t i = 0;
  for (; i < text.size() && IsDigit(text[i]); ++i) {
    whole = whole * 10 + (text[i] - '0');
    if (whole > kLargestInput) return std::nullopt;
  }
  bool has_digits = i > 0;
  std::int64_t fraction = 0;
  if (i < text.size() && text[i] == '.') {
    ++i;
    std::int64_t place = kScale / 10;
    for (; i < text.size() && IsDigit(text[i]); ++i, place /= 10) {
      if (place == 0 && text[i] != '0') return std::nullopt;
      fraction += (text[i] - '0') * place;
      has_digits = true;
    }
    if (text[i - 1] == '.') return std::nullopt;
  }
  if (!has_digits || i != text.size()) return std::nullopt;
  const std::int64_t millionths = whole * kScale + fraction;
  if (millionths > kLargestInput * kScale) return std::nullopt;
  return Decimal(negative ? -millionths : millionths);
}

std::int64_t Decimal::Floor() const {
  const std::int64_t quotient = millionths_ / kScale;
  return millionths_ % kScale < 0 ? quotient - 1 : quotient;
}

std::string Decimal::ToString() const {
  std::string text = ToFixed(kPlaces);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string Decimal::ToFixed(int places) const {
  const Decimal rounded = RoundTo(places);
  const bool negative = rounded.millionths_ < 0;
  // Unsigned, since the magnitude of the smallest int64 does not fit into an int64.
  const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(rounded.millionths_)
                                  : static_cast<std::uint64_t>(rounded.millionths_);
  const auto scale = static_cast<std::uint64_t>(kScale);
  std::string text = fmt::format("{}{}", negative ? "-" : "", magnitude / scale);
  if (places > 0) {
    const auto dropped =
        static_cast<std::uint64_t>(kPowersOfTen.at(static_cast<std::size_t>(kPlaces - places)));
    text += fmt::format(".{:0{}}", magnitude % scale / dropped, places);
  }
  return text;
}

Decimal Decimal::RoundTo(int places) const {
  KAOPING_CHECK(places >= 0 && places <= kPlaces);
  const std::int64_t unit = kPowersOfTen.at(static_cast<std::size_t>(kPlaces - places));
  const Wide rounded = RoundedDivision(millionths_, unit) * unit;
  KAOPING_CHECK(rounded >= std::numeric_limits<std::int64_t>::min() &&
                rounded <= std::numeric_limits<std::int64_t>::max());
  return Decimal(static_cast<std::int64_t>(rounded));
}

Decimal operator+(Decimal a, Decimal b) {
  std::int64_t sum = 0;
  KAOPING_CHECK(!__builtin_add_overflow(a.millionths_, b.millionths_, &sum));
  return Decimal(sum);
}

Decimal operator-(Decimal a, Decimal b) {
  std::int64_t difference = 0;
  KAOPING_CHECK(!__builtin_sub_overflow(a.millionths_, b.millionths_, &difference));
  return Decimal(difference);
}

Decimal Decimal::operator-() const { return Decimal() - *this; }

std::optional<Decimal> MultiplyDivide(Decimal a, Decimal b, Decimal c) {
  if (c.IsZero()) return std::nullopt;
  Wide product = static_cast<Wide>(a.millionths()) * b.millionths();
  Wide divisor = c.millionths();
  if (divisor < 0) {
    product = -product;
    divisor = -divisor;
  }
  const Wide quotient = RoundedDivision(product, divisor);
  if (quotient < std::numeric_limits<std::int64_t>::min() ||
      quotient > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return Decimal::FromMillionths(static_cast<std::int64_t>(quotient));
}

std::optional<std::int64_t> WholeSteps(Decimal amount, Decimal step) {
  if (!step.IsPositive()) return std::nullopt;
  if (!amount.IsPositive()) return 0;
  return amount.millionths() / step.millionths();
}

}  // namespace kaoping
