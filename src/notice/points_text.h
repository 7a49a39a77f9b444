// Points in the words of a table: what a cell is worth, and whether words give or take points.

#ifndef KAOPING_NOTICE_POINTS_TEXT_H_
#define KAOPING_NOTICE_POINTS_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace kaoping::notice {

// Whether the text gives or takes points: 扣2分, 加0.5分, 不得分. Requires: well-formed UTF-8.
bool SpeaksOfPoints(std::string_view text);

// The same, or a figure of points at all: 累计不超过3分. Requires: well-formed UTF-8.
bool MentionsPoints(std::string_view text);

// “5”, “5分”, “（5分）” and nothing else. Requires: well-formed UTF-8.
std::optional<Points> ReadBase(std::string_view text);

// What a text is worth by its own last words.
struct StatedBase {
  Points points;
  int begin = 0;  // where those words begin, in code points
};

// Of a title or a label: 组织领导（20分）, 组织领导工作12分, 整治︵30分︶.
std::optional<StatedBase> BaseInTitle(std::string_view title);
// Of a duty, where the figure stands behind its sentence or in brackets: …职责明确。3分. A figure
// that belongs to the sentence (测评达到80分) is none.
std::optional<StatedBase> BaseBehind(std::string_view duty);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_POINTS_TEXT_H_
