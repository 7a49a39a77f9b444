#include "text/width.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace kaoping {

int DisplayWidth(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const int category = u_charType(c);
  if (category == U_CONTROL_CHAR || category == U_NON_SPACING_MARK ||
      category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return 0;
  }
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
    case U_EA_AMBIGUOUS:
      return 2;
    default:
      return 1;
  }
}

int DisplayWidth(std::string_view utf8) {
  int width = 0;
  for (const char32_t c : DecodeUtf8(utf8)) width += DisplayWidth(c);
  return width;
}

}  // namespace kaoping
