#include "crypto/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "base/check.h"
#include "crypto/hex.h"

namespace kaoping::crypto {

Digest Sha256(std::string_view bytes) {
  Digest digest{};
  unsigned int size = 0;
  KAOPING_CHECK(
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
  KAOPING_CHECK(size == digest.size());
  return digest;
}

std::string Sha256Hex(std::string_view bytes) { return ToHex(Sha256(bytes)); }

bool EqualInConstantTime(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kaoping::crypto
