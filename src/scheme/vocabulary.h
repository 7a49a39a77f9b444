// The words by which the checks of a scheme understand its texts: all Chinese vocabulary of the
// room.

#ifndef KAOPING_SCHEME_VOCABULARY_H_
#define KAOPING_SCHEME_VOCABULARY_H_

#include <string_view>

namespace kaoping::scheme {

// Before a figure with 分: 扣1分 takes off, 加1分 adds.
inline constexpr std::u32string_view kTakesOff = U"扣减";
inline constexpr std::u32string_view kAdds = U"加";
inline constexpr std::u32string_view kPoints = U"分";
// 分 in these is no point: 10分钟, 三分之一.
inline constexpr std::u32string_view kNoPoints = U"钟之";

// Behind the name of an office, in brackets that the notice is read by too.
inline constexpr std::string_view kLead = "牵头";
inline constexpr std::string_view kSupport = "配合";

// Criteria that ask the compiler which figure a content requires of what they count.
inline constexpr std::string_view kShortOfOne = "每少1{}扣1分";
inline constexpr std::string_view kBelowByOne = "每低1个百分点扣1分";

}  // namespace kaoping::scheme

#endif  // KAOPING_SCHEME_VOCABULARY_H_
