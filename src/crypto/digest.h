// Digest: SHA-256 and SM3, and the comparison of secrets.

#ifndef KAOPING_CRYPTO_DIGEST_H_
#define KAOPING_CRYPTO_DIGEST_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace kaoping::crypto {

using Digest = std::array<std::uint8_t, 32>;

Digest Sha256(std::string_view bytes);
// As 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// Of bytes that come piece by piece.
class RunningDigest {
 public:
  enum class Algorithm { kSha256, kSm3 };  // 国密 SM3 (GM/T 0004) has as many bits

  explicit RunningDigest(Algorithm algorithm);
  ~RunningDigest();
  RunningDigest(RunningDigest&&) noexcept;
  RunningDigest& operator=(RunningDigest&&) noexcept;

  void Add(std::string_view bytes);
  // Of all that was added, as 64 lower-case hexadecimal digits. Called once, at the end.
  std::string FinishHex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Takes as long for texts that differ early as for texts that differ late. The length is no secret.
bool EqualInConstantTime(std::string_view a, std::string_view b);

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_DIGEST_H_
