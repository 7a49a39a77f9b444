#include "document/text_reader.h"

#include <span>
#include <utility>

#include "document/builder.h"
#include "document/fields.h"
#include "document/framed_table.h"

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

Line FieldsOf(std::string_view line) {
  Line fields;
  for (const std::string_view field : Split(line, '\t')) fields.emplace_back(field);
  return fields;
}

// Adds what the frame holds; if it is none after all, its lines as paragraphs.
Status AddFrame(Frame frame, std::span<const Line> lines, Builder& builder) {
  if (frame.table.rows > 0) {
    KAOPING_TRY_STATUS(builder.CountCells(frame.table.cells.size()));
    for (const Cell& cell : frame.table.cells) {
      KAOPING_TRY_STATUS(builder.CheckLength(cell.row, cell.column, cell.Text().size()));
    }
    builder.AddTable(std::move(frame.table));
    return Ok();
  }
  for (const std::string_view line : frame.framed) {
    KAOPING_TRY_STATUS(builder.AddParagraph(line));
  }
  if (!frame.framed.empty()) return Ok();
  for (const Line& line : lines.first(frame.lines)) {
    KAOPING_TRY_STATUS(AddLineAsParagraph(line, builder));
  }
  return Ok();
}

}  // namespace

Result<std::vector<Block>> ReadText(std::string_view file_name, std::string_view text) {
  const std::vector<std::string_view> raw = Split(text, '\n');
  std::vector<Line> lines;
  lines.reserve(raw.size());
  for (const std::string_view line : raw) lines.push_back(FieldsOf(line));
  Builder builder(file_name);
  for (std::size_t i = 0; i < lines.size();) {
    Frame frame = ReadFrame(std::span(raw).subspan(i));
    if (const std::size_t taken = frame.lines; taken > 0) {
      KAOPING_TRY_STATUS(AddFrame(std::move(frame), std::span(lines).subspan(i), builder));
      i += taken;
      continue;
    }
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
