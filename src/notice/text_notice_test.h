// Notices written as text, for the tests of notice/.

#ifndef KAOPING_NOTICE_TEXT_NOTICE_TEST_H_
#define KAOPING_NOTICE_TEXT_NOTICE_TEST_H_

#include <span>
#include <string>
#include <vector>

#include "document/read.h"
#include "notice/notice.h"

namespace kaoping::notice {

// A table of one task, to put something around.
inline const std::string kTable =
    "项目\t内容\t责任处室\t评分标准\n"
    "组织领导\t健全机构\t办公室\t机构不健全的扣1分\n";

inline Result<Notice> ReadText(const std::string& text, const Hints& hints = {},
                               std::span<const Layout> layouts = {}) {
  KAOPING_TRY(const document::Document document, document::ReadDocument("通知.txt", text));
  return ReadNotice(document, hints, layouts);
}

inline std::vector<std::string> Texts(const std::vector<PlacedText>& placed) {
  std::vector<std::string> texts;
  texts.reserve(placed.size());
  for (const PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

inline std::vector<std::string> Codes(const Notice& notice) {
  std::vector<std::string> codes;
  codes.reserve(notice.diagnostics.size());
  for (const Diagnostic& diagnostic : notice.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_TEXT_NOTICE_TEST_H_
