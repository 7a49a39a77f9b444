// The words by which the names of groups are understood: all Chinese vocabulary of the room.

#ifndef KAOPING_REGISTER_VOCABULARY_H_
#define KAOPING_REGISTER_VOCABULARY_H_

#include <array>
#include <string_view>

namespace kaoping::registry {

// Words that say “every one of” and don't change which group is meant: 各业务处室, 全体业务处室.
inline constexpr std::array<std::string_view, 6> kQuantifiers = {"各个", "各",   "全体",
                                                                 "所有", "全部", "每个"};

// In front of the last character of a unit's name, which then means the unit: 本局, 市局.
inline constexpr std::array<std::string_view, 6> kOwnUnit = {"本", "我", "市", "县", "区", "省"};

// What a bracket behind a name may say that an office is called as well: 法规处（科）.
inline constexpr std::array<std::string_view, 6> kOfficeNouns = {"处", "科", "室",
                                                                 "股", "部", "办"};

}  // namespace kaoping::registry

#endif  // KAOPING_REGISTER_VOCABULARY_H_
