#include "diag/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "text/width.h"

namespace kaoping {
namespace {

constexpr std::size_t kMostFindings = 100;
constexpr int kQuoteColumns = 76;

// [begin, end) of the text, without line break, that fits on one line of the terminal.
struct Piece {
  Span span;
  int line = 1;  // of the text, from 1
};

std::vector<Piece> BreakIntoPieces(const std::u32string& text, int columns) {
  std::vector<Piece> pieces = {{{0, 0}, 1}};
  int width = 0;
  for (int i = 0; i < static_cast<int>(text.size()); ++i) {
    const char32_t c = text[static_cast<std::size_t>(i)];
    if (c == U'\n') {
      pieces.push_back({{i + 1, i + 1}, pieces.back().line + 1});
      width = 0;
      continue;
    }
    if (width + DisplayWidth(c) > columns) {
      pieces.push_back({{i, i}, pieces.back().line});
      width = 0;
    }
    width += DisplayWidth(c);
    pieces.back().span.end = i + 1;
  }
  return pieces;
}

int WidthOf(const std::u32string& text, int begin, int end) {
  int width = 0;
  for (int i = begin; i < end; ++i) width += DisplayWidth(text[static_cast<std::size_t>(i)]);
  return width;
}

bool Touches(Span mark, Span piece) {
  // A mark without length stands between two characters; it is shown under the one that follows.
  if (mark.IsEmpty()) return piece.begin <= mark.begin && mark.begin <= piece.end;
  return mark.begin < piece.end && piece.begin < mark.end;
}

// Writes `mark` into `line` where it lies under `piece`; false if something stands there already.
bool Draw(const std::u32string& text, const Piece& piece, const Mark& mark, char fill,
          std::string& line) {
  const int begin = std::max(mark.span.begin, piece.span.begin);
  const int end = std::min(mark.span.end, piece.span.end);
  const auto at = static_cast<std::size_t>(WidthOf(text, piece.span.begin, begin));
  std::string drawn = begin == mark.span.begin ? mark.label : "";
  const auto width = static_cast<std::size_t>(std::max(1, WidthOf(text, begin, end)));
  if (drawn.size() < width) drawn.append(width - drawn.size(), fill);
  if (line.size() < at + drawn.size()) line.resize(at + drawn.size(), ' ');
  if (line.find_first_not_of(' ', at) < at + drawn.size()) return false;
  line.replace(at, drawn.size(), drawn);
  return true;
}

// The lines of marks below one piece.
std::vector<std::string> DrawMarks(const std::u32string& text, const Piece& piece,
                                   std::span<const Mark> marks, char fill) {
  std::vector<std::string> lines;
  for (const Mark& mark : marks) {
    if (!Touches(mark.span, piece.span)) continue;
    const bool drawn = std::any_of(lines.begin(), lines.end(), [&](std::string& line) {
      return Draw(text, piece, mark, fill, line);
    });
    if (!drawn) Draw(text, piece, mark, fill, lines.emplace_back());
  }
  for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
  return lines;
}

std::string Slice(const std::u32string& text, Span span) {
  return EncodeUtf8(std::u32string_view(text).substr(static_cast<std::size_t>(span.begin),
                                                     static_cast<std::size_t>(span.Length())));
}

void Quote(std::string_view utf8, Span span, std::string& out) {
  const std::u32string text = DecodeUtf8(utf8);
  const Mark mark{span, ""};
  for (const Piece& piece : BreakIntoPieces(text, kQuoteColumns)) {
    const auto lines = DrawMarks(text, piece, {&mark, 1}, '^');
    if (lines.empty()) continue;
    out += fmt::format("{:>4} | {}\n", piece.line, Slice(text, piece.span));
    for (const std::string& line : lines) out += fmt::format("     | {}\n", line);
    if (span.IsEmpty()) break;  // at a break it would touch both pieces
  }
}

Message SeverityWord(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return Say("错误", "error");
    case Severity::kWarning:
      return Say("警告", "warning");
    case Severity::kNote:
      return Say("提示", "note");
  }
  KAOPING_CHECK(false);
}

Message Where(const Finding& finding) {
  const Place& place = finding.diagnostic->place;
  if (place.table != 0) {
    return Say("表{}第{}行第{}列", "table {}, row {}, column {}", place.table, place.row,
               place.column);
  }
  if (place.paragraph != 0) return Say("第{}段", "paragraph {}", place.paragraph);
  const std::u32string text = DecodeUtf8(finding.text);
  const auto begin =
      std::min(text.size(), static_cast<std::size_t>(finding.diagnostic->span.begin));
  const auto line_break = begin == 0 ? text.npos : text.rfind(U'\n', begin - 1);
  const auto line_start = line_break == text.npos ? 0 : line_break + 1;
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(begin), U'\n');
  return Say("{}:{}", "{}:{}", line, begin - line_start + 1);
}

}  // namespace

std::string RenderMarks(std::string_view utf8, std::span<const Mark> marks, int columns) {
  KAOPING_CHECK(columns >= 2);
  const std::u32string text = DecodeUtf8(utf8);
  std::string out;
  for (const Piece& piece : BreakIntoPieces(text, columns)) {
    out += Slice(text, piece.span) + "\n";
    for (const std::string& line : DrawMarks(text, piece, marks, '~')) out += line + "\n";
  }
  return out;
}

std::string RenderFindings(std::span<const Finding> findings, std::string_view source,
                           Language language) {
  std::string out;
  for (const Finding& finding : findings.first(std::min(findings.size(), kMostFindings))) {
    const Diagnostic& diagnostic = *finding.diagnostic;
    out += fmt::format("{}{}{}: {}[{}]: {}\n", source, source.empty() ? "" : ":",
                       Where(finding).In(language), SeverityWord(diagnostic.severity).In(language),
                       diagnostic.code, diagnostic.message.In(language));
    if (!finding.text.empty()) Quote(finding.text, diagnostic.span, out);
  }
  if (findings.size() > kMostFindings) {
    out += Say("另有{}条未列出。\n", "{} more are not shown.\n", findings.size() - kMostFindings)
               .In(language);
  }
  return out;
}

}  // namespace kaoping
