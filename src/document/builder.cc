#include "document/builder.h"

#include <algorithm>
#include <utility>

#include "document/office_errors.h"
#include "text/blank.h"

namespace kaoping::document {

Status Builder::AddParagraph(std::string_view text) {
  const std::string_view words = TrimBlanks(text);
  if (words.empty()) return Ok();
  KAOPING_TRY_STATUS(CountCells(1));
  blocks_.emplace_back(Paragraph{++paragraphs_, std::string(words)});
  return Ok();
}

Status Builder::CountCells(std::size_t count) {
  parts_ += count;
  if (parts_ <= kMostParts) return Ok();
  return MakeError(
      ErrorKind::kInvalid, "file-too-many-parts",
      Say("“{0}”的段落和单元格超过 {1} 个，不像一份考评通知：请只保留通知和考评表",
          "\"{0}\" has more than {1} paragraphs and cells, which is no appraisal notice: keep "
          "only the notice and its table",
          file_name_, kMostParts));
}

Status Builder::CountText(std::size_t bytes) {
  text_ += bytes;
  if (text_ <= kMostText) return Ok();
  return UnpackedTooLarge(file_name_);
}

Status Builder::CheckLength(int row, int column, std::size_t bytes) const {
  if (bytes <= kLongestCell) return Ok();
  return MakeError(ErrorKind::kInvalid, "file-cell-too-long",
                   Say("“{0}”的表格第 {1} 行第 {2} 列超过 {3} 个字：请检查这一行是不是少了换行",
                       "in \"{0}\", row {1}, column {2} of a table has more than {3} "
                       "characters: check whether a line break is missing there",
                       file_name_, row, column, kLongestCell / 3));
}

void Builder::AddTable(Table table) {
  table.number = ++tables_;
  blocks_.emplace_back(std::move(table));
}

std::vector<std::string> LinesWithWords(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (const std::string_view words = TrimBlanks(line); !words.empty()) lines.emplace_back(words);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return lines;
}

}  // namespace kaoping::document
