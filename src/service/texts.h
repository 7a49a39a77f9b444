// Private to service/: texts that people and files bring in, checked before anything is kept.

#ifndef KAOPING_SERVICE_TEXTS_H_
#define KAOPING_SERVICE_TEXTS_H_

#include <string>
#include <string_view>

#include "base/result.h"

namespace kaoping::service {

// kInvalid `text-unfit` unless `text` is well-formed UTF-8 without control characters (line breaks
// and tabs may stand in it); kInvalid `text-too-long` if it has more than `most` characters. The
// error carries `field` and names it as `zh` and `en`.
Status CheckText(std::string_view text, std::size_t most, std::string_view field,
                 std::string_view zh, std::string_view en);

// A reason or a remark: at most 2 000 characters.
Status CheckRemark(std::string_view text, std::string_view field);

// Whether nothing but blanks, the wide one included, stands in `text`.
bool IsBlank(std::string_view text);

// `text`, or its first characters and “…”, for a message that quotes it.
std::string Shorten(std::string_view text);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_TEXTS_H_
