#include "crypto/random.h"

#include <sodium.h>

#include "base/check.h"
#include "crypto/sodium.h"

namespace kaoping::crypto {

void StartSodium() {
  // sodium_init takes a lock of its own; −1 means that the system has no randomness to give.
  static const bool started = sodium_init() >= 0;
  KAOPING_CHECK(started);
}

std::vector<std::uint8_t> RandomBytes(std::size_t count) {
  StartSodium();
  std::vector<std::uint8_t> bytes(count);
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::uint32_t RandomBelow(std::uint32_t bound) {
  KAOPING_CHECK(bound > 0);
  StartSodium();
  return randombytes_uniform(bound);
}

}  // namespace kaoping::crypto
