#include "document/secrecy_mark.h"

#include <array>
#include <variant>

#include "base/utf8.h"

namespace kaoping::document {
namespace {

constexpr int kTop = 20;  // paragraphs

constexpr std::array<std::u32string_view, 3> kGrades = {U"绝密", U"机密", U"秘密"};
constexpr std::u32string_view kStars = U"★☆✩⭐*＊";

bool IsBlank(char32_t c) { return c <= U' ' || c == U'\u00a0' || c == U'\u3000'; }
bool IsDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

std::u32string WithoutBlanks(std::string_view text) {
  std::u32string kept;
  for (const char32_t c : DecodeUtf8(text)) {
    if (!IsBlank(c)) kept += c;
  }
  return kept;
}

void RemovePrefix(std::u32string_view& text, std::u32string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
}

// “级”, “10年”, “长期”, or nothing.
bool IsTerm(std::u32string_view text) {
  RemovePrefix(text, U"级");
  if (text.empty() || text == U"长期") return true;
  while (!text.empty() && IsDigit(text.front())) text.remove_prefix(1);
  return text == U"年" || text == U"个月" || text == U"月";
}

// The mark where a grade stands alone, or with what belongs to it, in the line.
bool IsMarkAlone(std::u32string_view line) {
  while (!line.empty() && IsDigit(line.front())) line.remove_prefix(1);  // 份号
  RemovePrefix(line, U"密级");
  if (line.starts_with(U"：") || line.starts_with(U":")) line.remove_prefix(1);
  for (const std::u32string_view grade : kGrades) {
    if (line.starts_with(grade) && IsTerm(line.substr(grade.size()))) return true;
  }
  return false;
}

// From the grade to the end of the term behind the star.
std::u32string_view CutMark(std::u32string_view line, std::size_t begin, std::size_t star) {
  std::size_t end = star + 1;
  while (end < line.size() && IsDigit(line[end])) ++end;
  for (const std::u32string_view unit : {U"年", U"个月", U"月", U"长期"}) {
    if (line.substr(end).starts_with(unit)) return line.substr(begin, end + unit.size() - begin);
  }
  return line.substr(begin, end - begin);
}

// Two lines of a cell or of a paragraph that was broken are looked at each for itself.
std::optional<std::string> FindInLines(std::string_view text) {
  while (true) {
    const std::size_t end = text.find('\n');
    if (auto mark = FindSecrecyMark(text.substr(0, end))) return mark;
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<std::string> FindSecrecyMark(std::string_view line) {
  const std::u32string text = WithoutBlanks(line);
  for (const std::u32string_view grade : kGrades) {
    for (std::size_t at = text.find(grade); at != text.npos; at = text.find(grade, at + 1)) {
      const std::size_t star = at + grade.size();
      if (star < text.size() && kStars.find(text[star]) != kStars.npos) {
        return EncodeUtf8(CutMark(text, at, star));
      }
    }
  }
  if (IsMarkAlone(text)) return EncodeUtf8(text);
  return std::nullopt;
}

std::optional<std::string> FindSecrecyMark(const Document& document) {
  int seen = 0;
  for (const Block& block : document.blocks) {
    if (const auto* const paragraph = std::get_if<Paragraph>(&block)) {
      if (++seen > kTop) return std::nullopt;
      if (auto mark = FindInLines(paragraph->text)) return mark;
      continue;
    }
    for (const Cell& cell : std::get<Table>(block).cells) {
      for (const std::string& text : cell.paragraphs) {
        if (++seen > kTop) return std::nullopt;
        if (auto mark = FindInLines(text)) return mark;
      }
    }
  }
  return std::nullopt;
}

}  // namespace kaoping::document
