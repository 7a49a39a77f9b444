#include "document/text_reader.h"

#include "document/builder.h"
#include "document/fields.h"

namespace kaoping::document {
namespace {

// The end of the run of table lines that starts at `lines[begin]`, blank lines within it included.
std::size_t EndOfRun(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (CountWords(lines[i]) == 0) continue;
    if (lines[i].size() < 2) break;
    end = i + 1;
  }
  return end;
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
    const std::size_t end = CountWords(lines[i]) >= 2 ? EndOfRun(lines, i) : i;
    if (end <= i + 1) {
      KAOPING_TRY_STATUS(AddLineAsParagraph(lines[i], builder));
      ++i;
      continue;
    }
    std::vector<Line> run(lines.begin() + static_cast<std::ptrdiff_t>(i),
                          lines.begin() + static_cast<std::ptrdiff_t>(end));
    std::erase_if(run, [](const Line& line) { return CountWords(line) == 0; });
    KAOPING_TRY_STATUS(AddLinesAsTable(run, builder));
    i = end;
  }
  return builder.Take();
}

}  // namespace kaoping::document
