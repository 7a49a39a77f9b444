// Hex: bytes as lower-case hexadecimal digits, two each.

#ifndef KAOPING_CRYPTO_HEX_H_
#define KAOPING_CRYPTO_HEX_H_

#include <cstdint>
#include <span>
#include <string>

namespace kaoping::crypto {

std::string ToHex(std::span<const std::uint8_t> bytes);

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_HEX_H_
