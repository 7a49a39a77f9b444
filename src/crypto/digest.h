// Digest: SHA-256, and the comparison of secrets.

#ifndef KAOPING_CRYPTO_DIGEST_H_
#define KAOPING_CRYPTO_DIGEST_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kaoping::crypto {

using Digest = std::array<std::uint8_t, 32>;

Digest Sha256(std::string_view bytes);
// As 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// Takes as long for texts that differ early as for texts that differ late. The length is no secret.
bool EqualInConstantTime(std::string_view a, std::string_view b);

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_DIGEST_H_
