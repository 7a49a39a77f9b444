#include "notice/criterion_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "notice/points_text.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;

// Where “1.”, “2.”, … start within one paragraph, counting on from 1; empty unless there are two.
std::vector<std::size_t> NumberedStarts(std::u32string_view paragraph) {
  constexpr std::u32string_view kEnds = U"。；;！!";
  constexpr std::size_t kLongestNumber = 8;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const bool may_start = i == 0 || IsBlank(paragraph[i - 1]) ||
                           kEnds.find(paragraph[i - 1]) != std::u32string_view::npos;
    if (!may_start) continue;
    const std::string front = EncodeUtf8(paragraph.substr(i, kLongestNumber));
    if (ReadLeadingNumber(front).number == std::to_string(starts.size() + 1)) starts.push_back(i);
  }
  if (starts.size() < 2 || starts.front() != 0) return {};
  return starts;
}

// The part of `paragraph` in [begin, end) without its number and the blanks around it.
Part MakePart(std::u32string_view paragraph, std::size_t begin, std::size_t end, int number) {
  const std::string all = EncodeUtf8(paragraph.substr(begin, end - begin));
  const LeadingNumber leading = ReadLeadingNumber(all);
  Part part;
  part.number = leading.number;
  part.text = TrimBlanks(FromCodePoint(all, leading.length));
  part.paragraph = number;
  const int start = static_cast<int>(begin) + leading.length;
  part.span = {start, start + static_cast<int>(CountCodePoints(part.text))};
  return part;
}

bool EndsSentence(char32_t c) {
  return std::u32string_view(U"。；;！!\n").find(c) != std::u32string_view::npos;
}
bool IsComma(char32_t c) { return c == U'，' || c == U','; }
bool Opens(char32_t c) { return c == U'（' || c == U'('; }
bool Closes(char32_t c) { return c == U'）' || c == U')'; }

std::string Slice(std::u32string_view text, std::size_t begin, std::size_t end) {
  return EncodeUtf8(text.substr(begin, end - begin));
}

// Without the blanks at both ends.
Span Trimmed(std::u32string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && IsBlank(text[begin])) ++begin;
  while (end > begin && IsBlank(text[end - 1])) --end;
  return {static_cast<int>(begin), static_cast<int>(end)};
}

// The first sentence of `text` that speaks of points: where it begins and ends.
std::optional<std::pair<std::size_t, std::size_t>> FirstOfPoints(std::u32string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    int depth = 0;
    std::size_t end = begin;
    // What brackets hold is no sentence of its own.
    while (end < text.size() && (depth > 0 || !EndsSentence(text[end]))) {
      if (Opens(text[end])) ++depth;
      if (Closes(text[end])) depth = std::max(0, depth - 1);
      if (text[end] == U'\n') break;
      ++end;
    }
    if (end < text.size()) ++end;
    if (SpeaksOfPoints(Slice(text, begin, end))) return std::pair{begin, end};
    begin = end;
  }
  return std::nullopt;
}

// Where brackets open that hold all that a sentence says of points; its end if none do.
std::size_t BracketOfPoints(std::u32string_view text, std::size_t begin, std::size_t end) {
  std::size_t open = begin;
  while (open < end && !Opens(text[open])) ++open;
  const bool has_duty = !Trimmed(text, 0, open).IsEmpty();
  const bool holds = has_duty && open < end && !SpeaksOfPoints(Slice(text, begin, open)) &&
                     SpeaksOfPoints(Slice(text, open, end));
  return holds ? open : end;
}

// Behind the comma after which a sentence speaks of what goes wrong; its begin if there is none.
// A longer text speaks of points if a part of it does: each question is asked at few commas, so
// that a sentence of nothing but commas takes no longer than others.
std::size_t BehindDuty(std::u32string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestOpener = 4;
  std::vector<std::size_t> commas;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (IsComma(text[i])) commas.push_back(i);
  }
  const auto past = std::partition_point(commas.begin(), commas.end(), [&](std::size_t comma) {
    return !SpeaksOfPoints(Slice(text, begin, comma));
  });
  const std::size_t last_wide = text.substr(0, end).rfind(U'，');
  bool is_asked = false;  // whether the rest is a whole condition with its points
  for (auto comma = commas.begin(); comma != past; ++comma) {
    const std::size_t i = *comma;
    // 受到通报批评的，…: a condition, which belongs to what it costs.
    if (text[i - (i > begin ? 1 : 0)] == U'的') return begin;
    const std::size_t opener_end = std::min(end, i + 1 + kLongestOpener);
    if (!StartingWord(Slice(text, i + 1, opener_end), CriterionOpeners()).empty()) return i + 1;
    // 不发布无关信息，发布无关信息的每条扣1分: a duty, and a whole condition with its points.
    const bool is_last = last_wide == std::u32string_view::npos || i >= last_wide;
    if (!is_last || is_asked) continue;
    is_asked = true;
    const std::string rest = Slice(text, i + 1, end);
    if (rest.find("的") != std::string::npos && SpeaksOfPoints(rest)) return i + 1;
  }
  return begin;
}

}  // namespace

std::vector<Part> PartsOfText(std::string_view text) {
  const std::u32string paragraph = DecodeUtf8(text);
  std::vector<std::size_t> starts = NumberedStarts(paragraph);
  if (starts.empty()) starts.push_back(0);
  std::vector<Part> parts;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : paragraph.size();
    parts.push_back(MakePart(paragraph, starts[i], end, 0));
  }
  return parts;
}

std::vector<Part> PartsOf(const Cell& cell) {
  if (cell.paragraphs.size() == 1) return PartsOfText(cell.paragraphs[0]);
  std::vector<Part> parts;
  for (std::size_t i = 0; i < cell.paragraphs.size(); ++i) {
    const std::u32string paragraph = DecodeUtf8(cell.paragraphs[i]);
    Part part = MakePart(paragraph, 0, paragraph.size(), static_cast<int>(i) + 1);
    // A paragraph without a number goes on where the one before it ended: no part of its own.
    if (part.number.empty()) return {{"", cell.Text(), 0, {}}};
    parts.push_back(std::move(part));
  }
  return parts;
}

SplitText SplitCriterion(std::string_view utf8) {
  const std::u32string text = DecodeUtf8(utf8);
  const auto sentence = FirstOfPoints(text);
  if (!sentence) return {Trimmed(text, 0, text.size()), {}};
  const auto [begin, end] = *sentence;
  if (const std::size_t open = BracketOfPoints(text, begin, end); open != end) {
    std::size_t last = text.size();
    while (last > open && (IsBlank(text[last - 1]) || EndsSentence(text[last - 1]))) --last;
    // Brackets that end the text hold the criterion; others are part of it.
    std::size_t first_close = open;
    while (first_close < text.size() && !Closes(text[first_close])) ++first_close;
    const bool is_last = first_close + 1 == last;
    return {Trimmed(text, 0, open),
            is_last ? Trimmed(text, open + 1, first_close) : Trimmed(text, open, text.size())};
  }
  std::size_t start = begin;
  if (Trimmed(text, 0, begin).IsEmpty()) start = BehindDuty(text, begin, end);
  std::size_t duty_end = start;
  while (duty_end > 0 && IsComma(text[duty_end - 1])) --duty_end;
  return {Trimmed(text, 0, duty_end), Trimmed(text, start, text.size())};
}

}  // namespace kaoping::notice
