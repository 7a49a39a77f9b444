#include "document/outcome.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "document/builder.h"
#include "document/merges.h"

namespace kaoping::document {
namespace {

constexpr std::string_view kDocument = "kaoping document\n";
constexpr std::string_view kError = "kaoping error\n";

enum class BlockKind : std::uint8_t { kEnd = 0, kParagraph = 1, kTable = 2 };

// A Word file may have rows without cells; a file has at most 6 million elements.
constexpr int kMostRows = 1 << 23;
constexpr int kMostColumns = kMostParts;
// Paragraphs of the body and of cells.
constexpr std::size_t kMostTexts = 4'000'000;
constexpr std::size_t kLongestCellName = 10;                    // XFD1048576
constexpr std::size_t kLongestMessage = std::size_t{64} << 10;  // it names the file

void WriteNumber(std::string& out, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFF);
}

void WriteNumber(std::string& out, int number) {
  WriteNumber(out, static_cast<std::size_t>(number));
}

void WriteText(std::string& out, std::string_view text) {
  WriteNumber(out, text.size());
  out += text;
}

void WriteBlock(std::string& out, const Block& block) {
  if (const auto* const paragraph = std::get_if<Paragraph>(&block)) {
    out += static_cast<char>(BlockKind::kParagraph);
    WriteText(out, paragraph->text);
    return;
  }
  const Table& table = std::get<Table>(block);
  out += static_cast<char>(BlockKind::kTable);
  WriteNumber(out, table.rows);
  WriteNumber(out, table.columns);
  WriteNumber(out, table.cells.size());
  for (const Cell& cell : table.cells) {
    for (const int number : {cell.row, cell.column, cell.row_span, cell.column_span}) {
      WriteNumber(out, number);
    }
    WriteNumber(out, cell.paragraphs.size());
    for (const std::string& paragraph : cell.paragraphs) WriteText(out, paragraph);
  }
}

// Every Take gives nothing if what is left does not hold it.
class Input {
 public:
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  bool IsAtEnd() const { return rest_.empty(); }

  bool Skip(std::string_view prefix) {
    if (!rest_.starts_with(prefix)) return false;
    rest_.remove_prefix(prefix.size());
    return true;
  }

  std::optional<char> TakeByte() {
    if (rest_.empty()) return std::nullopt;
    const char byte = rest_.front();
    rest_.remove_prefix(1);
    return byte;
  }

  // Between the two, inclusive.
  std::optional<int> TakeNumber(int least, int most) {
    if (rest_.size() < 4) return std::nullopt;
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i) {
      number = number << 8 | static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]);
    }
    rest_.remove_prefix(4);
    if (number > static_cast<std::uint32_t>(most) || static_cast<int>(number) < least) {
      return std::nullopt;
    }
    return static_cast<int>(number);
  }

  // Words in UTF-8.
  std::optional<std::string> TakeText(std::size_t longest = kLargestOutcome) {
    const std::optional<int> size = TakeNumber(1, static_cast<int>(longest));
    if (!size || rest_.size() < static_cast<std::size_t>(*size)) return std::nullopt;
    const std::string_view text = rest_.substr(0, static_cast<std::size_t>(*size));
    rest_.remove_prefix(text.size());
    if (FirstInvalidUtf8(text)) return std::nullopt;
    return std::string(text);
  }

 private:
  std::string_view rest_;
};

class DocumentInput {
 public:
  explicit DocumentInput(std::string_view bytes) : input_(bytes) {}

  std::optional<Document> Take() {
    Document document;
    std::vector<Block>& blocks = document.blocks;
    if (!input_.Skip(kDocument)) return std::nullopt;
    while (true) {
      const std::optional<char> kind = input_.TakeByte();
      if (kind == static_cast<char>(BlockKind::kEnd)) {
        if (!TakeUnknownResults(document) || !input_.IsAtEnd()) return std::nullopt;
        return document;
      }
      if (kind == static_cast<char>(BlockKind::kParagraph)) {
        std::optional<std::string> text = TakeText();
        if (!text || !CountPart()) return std::nullopt;
        blocks.emplace_back(Paragraph{++paragraphs_, *std::move(text)});
      } else if (kind == static_cast<char>(BlockKind::kTable)) {
        std::optional<Table> table = TakeTable();
        if (!table) return std::nullopt;
        blocks.emplace_back(*std::move(table));
      } else {
        return std::nullopt;
      }
    }
  }

 private:
  bool CountPart() { return ++parts_ <= static_cast<std::size_t>(kMostParts); }

  std::optional<std::string> TakeText() {
    return ++texts_ <= kMostTexts ? input_.TakeText() : std::nullopt;
  }

  bool TakeUnknownResults(Document& document) {
    std::vector<const Table*> tables;
    for (const Block& block : document.blocks) {
      if (const auto* const table = std::get_if<Table>(&block)) tables.push_back(table);
    }
    const std::optional<int> count = input_.TakeNumber(0, kMostUnknownResults);
    for (int i = 0; count && i < *count; ++i) {
      const std::optional<int> number = input_.TakeNumber(0, tables_);
      if (!number) return false;
      const Table* const table =
          *number == 0 ? nullptr : tables[static_cast<std::size_t>(*number) - 1];
      const int least = table == nullptr ? 0 : 1;
      const auto row = input_.TakeNumber(least, table == nullptr ? 0 : table->rows);
      const auto column = input_.TakeNumber(least, table == nullptr ? 0 : table->columns);
      std::optional<std::string> name = input_.TakeText(kLongestCellName);
      if (!row || !column || !name || !ReadSheetPlace(*name)) return false;
      document.unknown_results.push_back({{0, *number, *row, *column}, *std::move(name)});
    }
    return count.has_value();
  }

  std::optional<Table> TakeTable() {
    const std::optional<int> rows = input_.TakeNumber(0, kMostRows);
    const std::optional<int> columns = input_.TakeNumber(0, kMostColumns);
    const std::optional<int> count = input_.TakeNumber(0, kMostParts);
    if (!rows || !columns || !count) return std::nullopt;
    Table table{.number = ++tables_, .rows = *rows, .columns = *columns, .cells = {}};
    for (int i = 0; i < *count; ++i) {
      std::optional<Cell> cell = TakeCell(table);
      if (!cell || !CountPart()) return std::nullopt;
      table.cells.push_back(*std::move(cell));
    }
    return table;
  }

  // The next cell of `table`, which comes after all that it has.
  std::optional<Cell> TakeCell(const Table& table) {
    const std::optional<int> row = input_.TakeNumber(1, table.rows);
    const std::optional<int> column = input_.TakeNumber(1, table.columns);
    if (!row || !column) return std::nullopt;
    const std::optional<int> row_span = input_.TakeNumber(1, table.rows - *row + 1);
    const std::optional<int> column_span = input_.TakeNumber(1, table.columns - *column + 1);
    const std::optional<int> count = input_.TakeNumber(0, static_cast<int>(kLongestCell));
    if (!row_span || !column_span || !count) return std::nullopt;
    const bool is_in_order =
        table.cells.empty() ||
        std::pair(table.cells.back().row, table.cells.back().column) < std::pair(*row, *column);
    if (!is_in_order) return std::nullopt;
    Cell cell{*row, *column, *row_span, *column_span, {}};
    for (int i = 0; i < *count; ++i) {
      std::optional<std::string> text = TakeText();
      if (!text) return std::nullopt;
      cell.paragraphs.push_back(*std::move(text));
    }
    return cell;
  }

  Input input_;
  std::size_t parts_ = 0;
  std::size_t texts_ = 0;
  int paragraphs_ = 0;
  int tables_ = 0;
};

bool IsCode(std::string_view code) {
  return code.size() <= 40 && std::all_of(code.begin(), code.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || c == '-';
         });
}

bool IsSentence(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

std::optional<Error> TakeError(std::string_view bytes) {
  Input input(bytes);
  if (!input.Skip(kError)) return std::nullopt;
  const std::optional<std::string> code = input.TakeText(kLongestMessage);
  std::optional<std::string> zh = input.TakeText(kLongestMessage);
  std::optional<std::string> en = input.TakeText(kLongestMessage);
  if (!code || !zh || !en || !input.IsAtEnd()) return std::nullopt;
  if (!IsCode(*code) || !IsSentence(*zh) || !IsSentence(*en)) return std::nullopt;
  return MakeError(ErrorKind::kInvalid, *code, {*std::move(zh), *std::move(en)});
}

}  // namespace

std::string WriteOutcome(const Result<Document>& outcome) {
  if (outcome) {
    std::string out(kDocument);
    for (const Block& block : outcome->blocks) WriteBlock(out, block);
    out += static_cast<char>(BlockKind::kEnd);
    WriteNumber(out, outcome->unknown_results.size());
    for (const UnknownResult& result : outcome->unknown_results) {
      for (const int number : {result.place.table, result.place.row, result.place.column}) {
        WriteNumber(out, number);
      }
      WriteText(out, result.name);
    }
    return out;
  }
  const Error& error = outcome.error();
  // Readers depend on nothing but the file, so that no other kind is theirs.
  KAOPING_CHECK(error.kind == ErrorKind::kInvalid && error.field.empty());
  std::string out(kError);
  WriteText(out, error.code);
  WriteText(out, error.message.zh);
  WriteText(out, error.message.en);
  return out;
}

std::optional<Result<Document>> ReadOutcome(std::string_view file_name, std::string_view bytes) {
  if (bytes.size() > kLargestOutcome) return std::nullopt;
  if (std::optional<Error> error = TakeError(bytes)) return Result<Document>(*std::move(error));
  std::optional<Document> document = DocumentInput(bytes).Take();
  if (!document) return std::nullopt;
  document->file_name = file_name;
  return Result<Document>(*std::move(document));
}

}  // namespace kaoping::document
