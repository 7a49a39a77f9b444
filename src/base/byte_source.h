// ByteSource: bytes that may be too many to hold, read in pieces.

#ifndef KAOPING_BASE_BYTE_SOURCE_H_
#define KAOPING_BASE_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping {

// Used by one thread at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  virtual std::uint64_t size() const = 0;
  // The bytes from `offset` on: `count` of them, or as many as there are before the end. None past
  // the end.
  virtual Result<std::string> Read(std::uint64_t offset, std::size_t count) const = 0;
};

// Bytes in memory, which must outlive it.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t size() const override { return bytes_.size(); }
  Result<std::string> Read(std::uint64_t offset, std::size_t count) const override {
    if (offset >= bytes_.size()) return std::string();
    return std::string(bytes_.substr(static_cast<std::size_t>(offset), count));
  }

 private:
  std::string_view bytes_;
};

}  // namespace kaoping

#endif  // KAOPING_BASE_BYTE_SOURCE_H_
