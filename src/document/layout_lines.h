// Private to document/: words on a page → lines, lines → paragraphs. The first part of layout.h.

#ifndef KAOPING_DOCUMENT_LAYOUT_LINES_H_
#define KAOPING_DOCUMENT_LAYOUT_LINES_H_

#include <span>
#include <string>
#include <vector>

#include "document/layout.h"

namespace kaoping::document {

struct Line {
  Box box;
  double em = 0;  // the width of a Chinese character
  std::string text;
  int page = 0;
};

// The width of a Chinese character in the size of this word.
double EmOf(const Word& word);

// Words whose middles are level, from left to right; the levels from top to bottom.
std::vector<std::vector<Word>> GroupLevels(std::vector<Word> words);

// Such words as a line; a blank stands where the gap shows one. Requires: there are some.
Line LineOf(std::span<const Word> level, int page);
std::vector<Line> GroupLines(std::vector<Word> words, int page);

// Whether nothing tells that a paragraph ends between two lines that follow each other in a column
// of text from `left` to `right`.
bool GoesOn(const Line& line, const Line& next, double left, double right);

// Joins the lines of such a column to paragraphs. Chinese is joined without a blank.
std::vector<std::string> JoinLines(std::span<const Line> lines, double left, double right);

// Appends a line to the paragraph that it goes on.
void AppendLine(std::string& paragraph, const std::string& line);

// Whether it stands in the middle between `left` and `right`, away from both.
bool IsCentred(const Line& line, double left, double right);

// Whether the text begins like a part of a list: 1. 2、 （3） ④ 第五.
bool StartsWithNumber(std::string_view text);

}  // namespace kaoping::document

#endif  // KAOPING_DOCUMENT_LAYOUT_LINES_H_
