// Password: hashed with Argon2id, never kept.

#ifndef KAOPING_CRYPTO_PASSWORD_H_
#define KAOPING_CRYPTO_PASSWORD_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace kaoping::crypto {

// The hash in the usual text form, with its salt and cost ("$argon2id$v=19$m=19456,t=2,p=1$…").
// 19 MiB and 2 passes, as OWASP advises: about 15 ms, so run it on a bounded pool.
// Requires: `password` is at most kLongestPassword bytes.
std::string HashPassword(std::string_view password);
inline constexpr std::size_t kLongestPassword = 1024;

// Whether `password` is the one that `hash` was made from; false for a hash that can't be read.
// Takes the time and memory that the hash states.
bool VerifyPassword(std::string_view hash, std::string_view password);

// Spends what VerifyPassword would, so that an unknown name can't be told by the time it takes.
void SpendVerification(std::string_view password);

// 16 characters without 0, O, 1, I and l, of all three kinds (capital and small letters, digits):
// over 90 bits that nobody can foresee.
std::string MakeOneTimePassword();

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_PASSWORD_H_
