// Random: bytes that nobody can foresee, for tokens and passwords.

#ifndef KAOPING_CRYPTO_RANDOM_H_
#define KAOPING_CRYPTO_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kaoping::crypto {

// From the system's own source; blocks until that has been seeded, once, early after booting.
std::vector<std::uint8_t> RandomBytes(std::size_t count);

// Evenly from 0 to `bound` − 1. Requires: bound > 0.
std::uint32_t RandomBelow(std::uint32_t bound);

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_RANDOM_H_
