// Private to crypto/: libsodium has to be started once before anything of it is used.

#ifndef KAOPING_CRYPTO_SODIUM_H_
#define KAOPING_CRYPTO_SODIUM_H_

namespace kaoping::crypto {

// Safe to call from several threads, any number of times.
void StartSodium();

}  // namespace kaoping::crypto

#endif  // KAOPING_CRYPTO_SODIUM_H_
