// Private to document/: numbers within the bytes of binary formats.

#ifndef KAOPING_DOCUMENT_LITTLE_ENDIAN_H_
#define KAOPING_DOCUMENT_LITTLE_ENDIAN_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"

namespace kaoping::document {

// The number of two or four bytes, the lowest first, at `offset`. Requires: they are there.
inline std::uint32_t Little16(std::string_view bytes, std::size_t offset) {
  KAOPING_CHECK(bytes.size() >= 2 && offset <= bytes.size() - 2);
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[offset])) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[offset + 1])) << 8U;
}
inline std::uint32_t Little32(std::string_view bytes, std::size_t offset) {
  return Little16(bytes, offset) | Little16(bytes, offset + 2) << 16U;
}

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LITTLE_ENDIAN_H_
