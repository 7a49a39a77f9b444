// What official documents write in a fixed form: dates and document numbers (发文字号), old forms
// and new.

#ifndef KAOPING_TEXT_OFFICIAL_H_
#define KAOPING_TEXT_OFFICIAL_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "text/place.h"

namespace kaoping {

struct WrittenDate {
  Date date;
  Span span;  // in code points of the text
};

// The first date in `utf8`: 2017年5月3日, 2017年05月03日, 二〇一七年五月三日 (with 零, ○, O, 0 and
// other circles for 〇), 2017-5-3, 2017.5.3, 2017/5/3. A day that does not exist is no date.
// Requires: well-formed UTF-8.
std::optional<WrittenDate> FindDate(std::string_view utf8);

struct DocumentNumber {
  std::string text;  // as GB/T 9704 writes it: 通商发〔2017〕81号
  bool as_set =
      false;  // whether it was written so; else brackets, 第 or a leading zero were mended
  int year = 0;
  Span span;  // in code points of the text
};

// The first document number in `utf8`, in any brackets: 通商发[2017]第081号 or
// 通商发〔二〇一七〕81号 → 通商发〔2017〕81号. Requires: well-formed UTF-8.
std::optional<DocumentNumber> FindDocumentNumber(std::string_view utf8);

// The first year written with four Arabic figures before 年, or in the brackets of a document
// number: 2017年度 → 2017. Requires: well-formed UTF-8.
std::optional<int> FindYear(std::string_view utf8);

}  // namespace kaoping

#endif  // KAOPING_TEXT_OFFICIAL_H_
