#include "crypto/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>

#include "base/check.h"
#include "crypto/random.h"
#include "crypto/sodium.h"

namespace kaoping::crypto {
namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;

constexpr std::string_view kCapitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::string_view kSmall = "abcdefghijkmnopqrstuvwxyz";
constexpr std::string_view kDigits = "23456789";
constexpr std::size_t kOneTimeLength = 16;

bool HasOneOf(std::string_view text, std::string_view alphabet) {
  return text.find_first_of(alphabet) != std::string_view::npos;
}

}  // namespace

std::string HashPassword(std::string_view password) {
  KAOPING_CHECK(password.size() <= kLongestPassword);
  StartSodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), kPasses,
                                           kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();  // the only way it fails
  return hash.data();
}

bool VerifyPassword(std::string_view hash, std::string_view password) {
  if (password.size() > kLongestPassword) return false;
  StartSodium();
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (hash.size() >= text.size()) return false;
  std::copy(hash.begin(), hash.end(), text.begin());
  return crypto_pwhash_str_verify(text.data(), password.data(), password.size()) == 0;
}

void SpendVerification(std::string_view password) {
  static const std::string nobodys_hash = HashPassword(MakeOneTimePassword());
  static_cast<void>(VerifyPassword(nobodys_hash, password));
}

std::string MakeOneTimePassword() {
  const std::string alphabet = std::string(kCapitals).append(kSmall).append(kDigits);
  // Drawing again until every kind is there keeps all remaining passwords equally likely.
  while (true) {
    std::string password;
    for (std::size_t i = 0; i < kOneTimeLength; ++i) {
      password += alphabet[RandomBelow(static_cast<std::uint32_t>(alphabet.size()))];
    }
    if (HasOneOf(password, kCapitals) && HasOneOf(password, kSmall) && HasOneOf(password, kDigits))
      return password;
  }
}

}  // namespace kaoping::crypto
