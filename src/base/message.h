// Message: one sentence for a person, in the two languages kaoping speaks.
//
// Both languages are written side by side where the trouble is found, so that neither can be
// forgotten and no catalogue can drift from the code.

#ifndef KAOPING_BASE_MESSAGE_H_
#define KAOPING_BASE_MESSAGE_H_

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <utility>

namespace kaoping {

enum class Language { kChinese, kEnglish };

struct Message {
  std::string zh;
  std::string en;

  const std::string& In(Language language) const {
    return language == Language::kEnglish ? en : zh;
  }

  friend bool operator==(const Message&, const Message&) = default;
};

// What a person wrote, as messages quote it: on one line, cut after 60 characters with “…”.
// Requires: well-formed UTF-8.
std::string Excerpt(std::string_view utf8);

// Formats the same arguments into both languages. Where the order of the words differs, number
// the arguments: Say("{0}中没有{1}", "there is no {1} in {0}", file, table).
template <typename... Args>
Message Say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en,
            const Args&... args) {
  return {fmt::format(zh, args...), fmt::format(en, args...)};
}

}  // namespace kaoping

#endif  // KAOPING_BASE_MESSAGE_H_
