#include "document/layout_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

// Chinese characters and their marks, which are as wide as they are high.
bool IsWide(char32_t c) {
  constexpr std::u32string_view kMarks = U"“”‘’…—·";
  return c >= 0x2E80 || (c >= 0x2460 && c <= 0x24FF) || kMarks.find(c) != kMarks.npos;
}
// Marks that no line begins with, and those that none ends with.
bool IsClosing(char32_t c) {
  constexpr std::u32string_view kClosing = U"，。；：、！？）》”’〉】」』〕…,.;:!?)]}%％";
  return kClosing.find(c) != kClosing.npos;
}
bool IsOpening(char32_t c) {
  constexpr std::u32string_view kOpening = U"（《“‘〈【「『〔([{";
  return kOpening.find(c) != kOpening.npos;
}
bool EndsSentence(char32_t c) {
  constexpr std::u32string_view kEnds = U"。；;：:！？!?";
  return kEnds.find(c) != kEnds.npos;
}

double EmsOf(char32_t c) { return IsWide(c) ? 1.0 : 0.5; }

// How wide what has to stay together at the beginning of `text` is: a character or a Latin word or
// figure, with the marks that stick to it.
double FirstUnit(std::u32string_view text) {
  double ems = 0;
  std::size_t i = 0;
  while (i < text.size() && IsOpening(text[i])) ems += EmsOf(text[i++]);
  if (i < text.size()) {
    const bool is_wide = IsWide(text[i]);
    do {
      ems += EmsOf(text[i++]);
    } while (!is_wide && i < text.size() && !IsWide(text[i]) && !IsBlank(text[i]));
  }
  while (i < text.size() && IsClosing(text[i])) ems += EmsOf(text[i++]);
  return ems;
}

// How much of the column is left beside a line.
double RoomBeside(const Line& line, double left, double right) {
  const double before = std::max(0.0, line.box.left - left);
  const double behind = std::max(0.0, right - line.box.right);
  // No paragraph is indented so far: it stands at the right, like a signature.
  const bool is_at_right = before > std::max(3 * line.em, 0.35 * (right - left));
  return is_at_right || IsCentred(line, left, right) ? before + behind : behind;
}

// Where a blank can be seen between two words. Programs part Chinese from figures by up to a
// quarter of a character, which is none.
bool IsBlankBetween(char32_t before, char32_t after, double gap, double em) {
  if (IsWide(before) && IsWide(after)) return gap > 0.2 * em;
  if (IsWide(before) || IsWide(after)) return gap > 0.6 * em;
  return gap > 0.1 * em;
}

// Whether each has one character, close below the last: a word written downwards.
bool IsWrittenDownwards(std::span<const Line> lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (CountCodePoints(line.text) != 1) return false;
    if (i == 0 || line.page != lines[i - 1].page) continue;
    const Box& above = lines[i - 1].box;
    if (line.box.top - above.bottom > line.box.Height()) return false;
    if (std::abs(line.box.MiddleX() - above.MiddleX()) > line.em / 2) return false;
  }
  return lines.size() > 1;
}

// Requires: well-formed UTF-8, not empty.
char32_t LastCharacter(std::string_view utf8) {
  std::size_t begin = utf8.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(utf8[begin]) & 0xC0U) == 0x80U) --begin;
  return DecodeUtf8(utf8.substr(begin)).front();
}

// The usual distance of a line to the next; 0 if there is none.
double PitchOf(std::span<const Line> lines) {
  std::vector<double> pitches;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double pitch = lines[i].box.MiddleY() - lines[i - 1].box.MiddleY();
    if (lines[i].page == lines[i - 1].page && pitch > 0) pitches.push_back(pitch);
  }
  if (pitches.empty()) return 0;
  // The smaller ones are within paragraphs.
  const auto low = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 4);
  std::nth_element(pitches.begin(), low, pitches.end());
  return *low;
}

}  // namespace

void Box::Add(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

double EmOf(const Word& word) {
  const std::u32string text = DecodeUtf8(word.text);
  double ems = 0;
  for (const char32_t c : text) ems += EmsOf(c);
  // Figures and letters vary in width. A font's height is some 1.3 of its size.
  const double by_height = word.box.Height() / 1.3;
  const bool is_chinese = !text.empty() && std::all_of(text.begin(), text.end(), &IsWide);
  if (!is_chinese || word.box.Height() > 2 * word.box.Width()) return by_height;
  return word.box.Width() / ems;
}

std::vector<std::vector<Word>> GroupLevels(std::vector<Word> words) {
  std::sort(words.begin(), words.end(),
            [](const Word& a, const Word& b) { return a.box.MiddleY() < b.box.MiddleY(); });
  std::vector<std::vector<Word>> levels;
  for (Word& word : words) {
    if (!levels.empty()) {
      const Box& first = levels.back().front().box;
      const double near = std::min(first.Height(), word.box.Height()) / 2;
      if (word.box.MiddleY() - first.MiddleY() <= near) {
        levels.back().push_back(std::move(word));
        continue;
      }
    }
    levels.emplace_back().push_back(std::move(word));
  }
  for (std::vector<Word>& level : levels) {
    std::sort(level.begin(), level.end(),
              [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  }
  return levels;
}

Line LineOf(std::span<const Word> level, int page) {
  Line line{level.front().box, 0, "", page};
  char32_t last = 0;
  double right = 0;
  for (const Word& word : level) {
    const std::u32string text = DecodeUtf8(word.text);
    if (text.empty()) continue;
    const double em = EmOf(word);
    line.em = std::max(line.em, em);
    if (last != 0 && IsBlankBetween(last, text.front(), word.box.left - right, em)) {
      line.text += ' ';
    }
    line.text += word.text;
    line.box.Add(word.box);
    last = text.back();
    right = word.box.right;
  }
  return line;
}

std::vector<Line> GroupLines(std::vector<Word> words, int page) {
  std::vector<Line> lines;
  for (const std::vector<Word>& level : GroupLevels(std::move(words))) {
    lines.push_back(LineOf(level, page));
  }
  return lines;
}

bool IsCentred(const Line& line, double left, double right) {
  const double before = line.box.left - left;
  const double behind = right - line.box.right;
  return before > 0.5 * line.em && std::abs(before - behind) < std::max(0.75 * line.em, before / 5);
}

bool StartsWithNumber(std::string_view utf8) {
  constexpr std::u32string_view kChinese = U"一二三四五六七八九十";
  const std::u32string text = DecodeUtf8(utf8);
  std::size_t i = 0;
  if (text.empty()) return false;
  if (text[0] >= U'①' && text[0] <= U'⒛') return true;
  const bool has_bracket = text[0] == U'（' || text[0] == U'(';
  if (has_bracket || text[0] == U'第') ++i;
  const std::size_t begin = i;
  while (i < text.size() && i < begin + 3 &&
         ((text[i] >= U'0' && text[i] <= U'9') || kChinese.find(text[i]) != kChinese.npos)) {
    ++i;
  }
  if (i == begin || i >= text.size()) return false;
  if (text[0] == U'第') return text[i] == U'条' || text[i] == U'款' || text[i] == U'项';
  if (has_bracket) return text[i] == U'）' || text[i] == U')';
  if (text[i] != U'.' && text[i] != U'．' && text[i] != U'、' && text[i] != U')' &&
      text[i] != U'）') {
    return false;
  }
  const bool is_decimal = i + 1 < text.size() && text[i + 1] >= U'0' && text[i + 1] <= U'9';
  return text[i] != U'.' || !is_decimal;
}

bool GoesOn(const Line& line, const Line& next, double left, double right) {
  const std::u32string text = DecodeUtf8(line.text);
  const std::u32string next_text = DecodeUtf8(next.text);
  if (text.empty() || next_text.empty()) return false;
  const double em = std::max(line.em, next.em);
  if (std::abs(line.em - next.em) > 0.12 * em) return false;
  if (EndsSentence(text.back()) && StartsWithNumber(next.text)) return false;
  const bool is_centred = IsCentred(next, left, right);
  const bool is_indented = next.box.left - left > 1.5 * em && next.box.left - line.box.left > em;
  if (is_indented && !is_centred) return false;
  return RoomBeside(line, left, right) <= (FirstUnit(next_text) + 0.5) * em;
}

void AppendLine(std::string& paragraph, const std::string& line) {
  if (paragraph.empty()) {
    paragraph = line;
    return;
  }
  const char32_t last = LastCharacter(paragraph);
  const char32_t first = DecodeUtf8(line).front();
  if (!IsWide(last) && !IsWide(first)) paragraph += ' ';
  paragraph += line;
}

std::vector<std::string> JoinLines(std::span<const Line> lines, double left, double right) {
  std::vector<std::string> paragraphs;
  const bool is_downwards = IsWrittenDownwards(lines);
  const double pitch = PitchOf(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_far = i > 0 && pitch > 0 && lines[i].page == lines[i - 1].page &&
                        lines[i].box.MiddleY() - lines[i - 1].box.MiddleY() > 1.5 * pitch;
    const bool goes_on =
        i > 0 && !is_far && (is_downwards || GoesOn(lines[i - 1], lines[i], left, right));
    if (!goes_on) paragraphs.emplace_back();
    AppendLine(paragraphs.back(), lines[i].text);
  }
  return paragraphs;
}

}  // namespace kaoping::document
