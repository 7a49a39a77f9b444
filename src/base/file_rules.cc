#include "base/file_rules.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>

namespace kaoping {
namespace {

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kRun = kRead | LANDLOCK_ACCESS_FS_EXECUTE;
// What Linux 5.13 can forbid: the thirteen ways into a file or folder.
constexpr std::uint64_t kFirst = (std::uint64_t{1} << 13) - 1;
constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;     // since Linux 5.19
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;  // since Linux 6.2
// Of these, what a rule about a single file may say.
constexpr std::uint64_t kOfFiles = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                                   LANDLOCK_ACCESS_FS_READ_FILE | kTruncate;

struct Place {
  const char* path;
  std::uint64_t access;
};
// What programs need of a system to start and to find their fonts; of /etc only what is no secret.
constexpr std::array kSystem = {
    Place{"/usr", kRun}, Place{"/bin", kRun}, Place{"/lib", kRun}, Place{"/lib64", kRun},
    Place{"/opt", kRun}, Place{"/proc", kRead}, Place{"/etc/ld.so.cache", kRead},
    Place{"/etc/fonts", kRead}, Place{"/etc/libreoffice", kRead}, Place{"/etc/localtime", kRead},
    Place{"/etc/locale.alias", kRead}, Place{"/etc/group", kRead},
    Place{"/etc/nsswitch.conf", kRead}, Place{"/etc/passwd", kRead},
    Place{"/var/cache/fontconfig", kRead}, Place{"/var/lib/libreoffice", kRead},
    Place{"/var/spool/libreoffice", kRead},
    // LibreOffice has its socket here, whatever TMPDIR says.
    Place{"/tmp", LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE},
    Place{"/dev/null", kRead | LANDLOCK_ACCESS_FS_WRITE_FILE}, Place{"/dev/zero", kRead},
    Place{"/dev/random", kRead}, Place{"/dev/urandom", kRead}};

// A place that is not there needs no rule.
bool Allow(int rules, const char* path, std::uint64_t access) {
  const int place = ::open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return true;
  struct stat status = {};
  bool is_done = ::fstat(place, &status) == 0;
  if (is_done) {
    const std::uint64_t fitting = S_ISDIR(status.st_mode) ? access : access & kOfFiles;
    const landlock_path_beneath_attr rule = {.allowed_access = fitting, .parent_fd = place};
    is_done = ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  }
  ::close(place);
  return is_done;
}

}  // namespace

int MakeFileRules(const std::string& program, const std::string& folder) {
  const auto version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return -1;
  std::uint64_t all = kFirst;
  if (version >= 2) all |= kRefer;
  if (version >= 3) all |= kTruncate;
  const landlock_ruleset_attr attributes = {.handled_access_fs = all};
  const auto rules =
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
  if (rules < 0) return -1;
  bool is_done = Allow(rules, program.c_str(), kRun) && Allow(rules, folder.c_str(), all);
  for (const Place& place : kSystem) is_done = is_done && Allow(rules, place.path, place.access);
  if (is_done) return rules;
  ::close(rules);
  return -1;
}

}  // namespace kaoping
