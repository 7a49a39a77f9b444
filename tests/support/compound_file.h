// Compound files (MS-CFB) made in memory, as Word was before 2007, for tests of what reads them.

#ifndef KAOPING_TESTS_SUPPORT_COMPOUND_FILE_H_
#define KAOPING_TESTS_SUPPORT_COMPOUND_FILE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace kaoping {

struct CompoundPart {
  std::string name;
  bool is_storage = false;
};

// A file with these parts, at most three, all of them empty: a header, the table of sectors, and
// the directory.
inline std::string MakeCompound(const std::vector<CompoundPart>& parts) {
  const auto put = [](std::string& bytes, std::size_t at, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
      bytes[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
    }
  };
  constexpr std::uint32_t kNone = 0xffffffff;
  constexpr std::uint32_t kEnd = 0xfffffffe;
  std::string header(512, '\0');
  header.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(header, 24, 0x3e, 2);
  put(header, 26, 3, 2);
  put(header, 28, 0xfffe, 2);
  put(header, 30, 9, 2);
  put(header, 32, 6, 2);
  put(header, 44, 1, 4);
  put(header, 48, 1, 4);  // the directory
  put(header, 56, 4096, 4);
  put(header, 60, kEnd, 4);
  put(header, 68, kEnd, 4);
  for (std::size_t i = 0; i < 109; ++i) put(header, 76 + 4 * i, i == 0 ? 0 : kNone, 4);
  std::string table(512, '\xff');
  put(table, 0, 0xfffffffd, 4);
  put(table, 4, kEnd, 4);
  std::string directory(512, '\0');
  std::size_t at = 0;
  const auto add = [&](const std::string& name, char type) {
    for (std::size_t i = 0; i < name.size(); ++i) directory[at + 2 * i] = name[i];
    put(directory, at + 64, static_cast<std::uint32_t>(2 * (name.size() + 1)), 2);
    directory[at + 66] = type;
    at += 128;
  };
  add("Root Entry", 5);
  for (const CompoundPart& part : parts) add(part.name, part.is_storage ? 1 : 2);
  return header + table + directory;
}

}  // namespace kaoping

#endif  // KAOPING_TESTS_SUPPORT_COMPOUND_FILE_H_
