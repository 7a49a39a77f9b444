// Hex: bytes as lower-case hexadecimal digits, two each.

#ifndef KAOPING_CRYPTO_HEX_H_
#define KAOPING_CRYPTO_HEX_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kaoping::crypto {

std::string ToHex(std::span<const std::uint8_t> bytes);

// Whether `text` is `digits` lower-case hexadecimal digits.
bool IsHex(std::string_view text, std::size_t digits);

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_HEX_H_
