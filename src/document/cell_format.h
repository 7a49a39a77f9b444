// Private to document/: how a worksheet shows a number.

#ifndef KAOPING_DOCUMENT_CELL_FORMAT_H_
#define KAOPING_DOCUMENT_CELL_FORMAT_H_

#include <string>
#include <string_view>

namespace kaoping::document {

class CellFormat {
 public:
  CellFormat() = default;  // General
  // The formats that files name by number alone (14 is a day); General for one that is not known.
  static CellFormat Builtin(int id);
  // The format that a code describes: "0.00%", "yyyy-m-d", “0\"分\"”. Only its first section
  // counts.
  static CellFormat FromCode(std::string_view code);

  // Whether numbers are written without words, and are no percentages, days or times.
  bool IsPlain() const;

  // The text of a number with all its digits, as it was typed and not as it is rounded for display:
  // 0.955 by "0%" is “95.5%”. Words that the format adds (5分) are part of it. A day is
  // “2017-05-03”, a month “2017-05”, a moment “2017-05-03 14:30”; a number that is no day is
  // written as a number. `since_1904` tells how the workbook counts days.
  std::string Write(double value, bool since_1904) const;

 private:
  std::string WriteNumber(double value) const;

  std::string before_;  // words in front of the number and behind it
  std::string after_;
  bool is_percent_ = false;
  bool has_year_ = false;
  bool has_month_ = false;
  bool has_day_ = false;
  bool has_time_ = false;
  bool has_seconds_ = false;
  bool is_duration_ = false;
};

// The shortest decimal that a worksheet could show for this number: fifteen digits at most, so that
// 0.1 + 0.2 is “0.3”.
std::string ShortestDecimal(double value);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_CELL_FORMAT_H_
