// Private to document/: the numbers that Word computes, in the systems that it counts by.

#ifndef KAOPING_DOCUMENT_NUMBER_FORMAT_H_
#define KAOPING_DOCUMENT_NUMBER_FORMAT_H_

#include <string>
#include <string_view>

namespace kaoping::document {

// `number` as the file format's w:numFmt of this name writes it: 12 is “十二” by chineseCounting,
// "xii" by lowerRoman, "⑫" by decimalEnclosedCircle. Decimal where the system has no such number
// or is not known; "" for "none". Requires: number >= 0.
std::string FormatNumber(std::string_view format, int number);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_NUMBER_FORMAT_H_
