// Fingerprint: a short name for a text that stays the same wherever and whenever it is computed.
// Not for secrets or proofs, which crypto/ is for: two texts can be made to share one.

#ifndef KAOPING_BASE_FINGERPRINT_H_
#define KAOPING_BASE_FINGERPRINT_H_

#include <string>
#include <string_view>

namespace kaoping {

// 64-bit FNV-1a as 16 hexadecimal digits. Stored; never change it.
std::string Fingerprint(std::string_view bytes);

}  // namespace kaoping

#endif  // KAOPING_BASE_FINGERPRINT_H_
