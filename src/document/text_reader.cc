#include "document/text_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/blank.h"

namespace kaoping::document {
namespace {

// The fields of a line, as written between its tabs.
using Line = std::vector<std::string>;

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The length of a tag that parts paragraphs, at the front of `text`; 0 if there is none.
std::size_t ParagraphTag(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kTags = {"<p>", "</p>", "<br>", "<br/>",
                                                            "<br />"};
  for (const std::string_view tag : kTags) {
    const std::string_view front = text.substr(0, tag.size());
    if (std::equal(front.begin(), front.end(), tag.begin(), tag.end(),
                   [](char a, char b) { return LowerAscii(a) == b; })) {
      return tag.size();
    }
  }
  return 0;
}

std::vector<std::string> ParagraphsOf(std::string_view field) {
  std::vector<std::string> paragraphs;
  std::string current;
  const auto finish = [&] {
    if (const std::string_view words = TrimBlanks(current); !words.empty()) {
      paragraphs.emplace_back(words);
    }
    current.clear();
  };
  for (std::size_t i = 0; i < field.size();) {
    if (const std::size_t tag = ParagraphTag(field.substr(i)); tag != 0 || field[i] == '\n') {
      finish();
      i += std::max<std::size_t>(tag, 1);
    } else {
      current += field[i++];
    }
  }
  finish();
  return paragraphs;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool IsBlankLine(const Line& line) {
  return std::all_of(line.begin(), line.end(),
                     [](const std::string& field) { return TrimBlanks(field).empty(); });
}

// Whether the line has words on both sides of a tab.
bool HasColumns(const Line& line) {
  return std::count_if(line.begin(), line.end(),
                       [](const std::string& field) { return !TrimBlanks(field).empty(); }) >= 2;
}

// Puts lines together to blocks, numbering them.
class Builder {
 public:
  explicit Builder(std::string_view file_name) : file_name_(file_name) {}

  Status AddParagraph(const Line& line) {
    std::string text;
    for (const std::string& field : line) text += (text.empty() ? "" : "\t") + field;
    const std::string_view words = TrimBlanks(text);
    if (words.empty()) return Ok();
    KAOPING_TRY_STATUS(Count(1));
    blocks_.emplace_back(Paragraph{++paragraphs_, std::string(words)});
    return Ok();
  }

  Status AddTable(const std::vector<Line>& lines) {
    Table table;
    table.number = ++tables_;
    for (const Line& line : lines) {
      ++table.rows;
      KAOPING_TRY_STATUS(Count(line.size()));
      for (std::size_t i = 0; i < line.size(); ++i) {
        const int column = static_cast<int>(i) + 1;
        if (line[i].size() > kLongestCell) return CellTooLong(table.rows, column);
        table.cells.push_back({table.rows, column, 1, 1, ParagraphsOf(line[i])});
      }
      table.columns = std::max(table.columns, static_cast<int>(line.size()));
    }
    blocks_.emplace_back(std::move(table));
    return Ok();
  }

  std::vector<Block> Take() { return std::move(blocks_); }

 private:
  Status Count(std::size_t parts) {
    parts_ += parts;
    if (parts_ <= kMostParts) return Ok();
    return MakeError(
        ErrorKind::kInvalid, "file-too-many-parts",
        Say("“{0}”的段落和单元格超过 {1} 个，不像一份考评通知：请只保留通知和考评表",
            "\"{0}\" has more than {1} paragraphs and cells, which is no appraisal notice: keep "
            "only the notice and its table",
            file_name_, kMostParts));
  }

  Error CellTooLong(int row, int column) const {
    return MakeError(ErrorKind::kInvalid, "file-cell-too-long",
                     Say("“{0}”的表格第 {1} 行第 {2} 列超过 {3} 个字：请检查这一行是不是少了换行",
                         "in \"{0}\", row {1}, column {2} of a table has more than {3} "
                         "characters: check whether a line break is missing there",
                         file_name_, row, column, kLongestCell / 3));
  }

  std::string file_name_;
  std::vector<Block> blocks_;
  std::size_t parts_ = 0;
  int paragraphs_ = 0;
  int tables_ = 0;
};

// The end of the run of table lines that starts at `lines[begin]`, blank lines within it included.
std::size_t EndOfRun(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (IsBlankLine(lines[i])) continue;
    if (lines[i].size() < 2) break;
    end = i + 1;
  }
  return end;
}

// A quoted field at the front of `text`: its end behind the closing quote. 0 if the quotes are not
// those of a spreadsheet: they must close right before a tab, a line end or the end.
std::size_t EndOfQuoted(std::string_view text) {
  if (text.empty() || text[0] != '"') return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    if (i + 1 == text.size() || text[i + 1] == '\t' || text[i + 1] == '\n') return i + 1;
    if (text[i + 1] != '"') return 0;
    ++i;
  }
  return 0;
}

std::string Unquote(std::string_view quoted) {
  std::string out;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    out += quoted[i];
    if (quoted[i] == '"') ++i;
  }
  return out;
}

std::vector<Line> TsvLines(std::string_view text) {
  std::vector<Line> lines(1);
  while (true) {
    std::size_t end = EndOfQuoted(text);
    if (end != 0) {
      lines.back().push_back(Unquote(text.substr(0, end)));
    } else {
      end = std::min(text.find_first_of("\t\n"), text.size());
      lines.back().emplace_back(text.substr(0, end));
    }
    if (end == text.size()) return lines;
    if (text[end] == '\n') lines.emplace_back();
    text.remove_prefix(end + 1);
  }
}

std::vector<Line> TxtLines(std::string_view text) {
  std::vector<Line> lines;
  for (const std::string_view line : Split(text, '\n')) {
    Line& fields = lines.emplace_back();
    for (const std::string_view field : Split(line, '\t')) fields.emplace_back(field);
  }
  return lines;
}

}  // namespace

Result<std::vector<Block>> ReadText(std::string_view file_name, std::string_view text) {
  const std::vector<Line> lines = TxtLines(text);
  Builder builder(file_name);
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t end = HasColumns(lines[i]) ? EndOfRun(lines, i) : i;
    if (end <= i + 1) {
      KAOPING_TRY_STATUS(builder.AddParagraph(lines[i]));
      ++i;
      continue;
    }
    std::vector<Line> run(lines.begin() + static_cast<std::ptrdiff_t>(i),
                          lines.begin() + static_cast<std::ptrdiff_t>(end));
    std::erase_if(run, IsBlankLine);
    KAOPING_TRY_STATUS(builder.AddTable(run));
    i = end;
  }
  return builder.Take();
}

Result<std::vector<Block>> ReadTsv(std::string_view file_name, std::string_view text) {
  Builder builder(file_name);
  std::vector<Line> table;
  for (const Line& line : TsvLines(text)) {
    if (IsBlankLine(line)) continue;
    if (line.size() > 1) {
      table.push_back(line);
      continue;
    }
    if (!table.empty()) KAOPING_TRY_STATUS(builder.AddTable(table));
    table.clear();
    KAOPING_TRY_STATUS(builder.AddParagraph(line));
  }
  if (!table.empty()) KAOPING_TRY_STATUS(builder.AddTable(table));
  return builder.Take();
}

}  // namespace kaoping::document
