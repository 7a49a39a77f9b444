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

struct RunningDigest::State {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

RunningDigest::RunningDigest(Algorithm algorithm) : state_(std::make_unique<State>()) {
  const EVP_MD* const kind = algorithm == Algorithm::kSm3 ? EVP_sm3() : EVP_sha256();
  KAOPING_CHECK(state_->context != nullptr);
  KAOPING_CHECK(EVP_DigestInit_ex(state_->context.get(), kind, nullptr) == 1);
}

RunningDigest::~RunningDigest() = default;
RunningDigest::RunningDigest(RunningDigest&&) noexcept = default;
RunningDigest& RunningDigest::operator=(RunningDigest&&) noexcept = default;

void RunningDigest::Add(std::string_view bytes) {
  KAOPING_CHECK(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1);
}

std::string RunningDigest::FinishHex() {
  Digest digest{};
  unsigned int size = 0;
  KAOPING_CHECK(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size) == 1);
  KAOPING_CHECK(size == digest.size());
  return ToHex(digest);
}

bool EqualInConstantTime(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kaoping::crypto
