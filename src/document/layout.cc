#include "document/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "document/builder.h"
#include "document/layout_columns.h"
#include "document/layout_grid.h"
#include "document/layout_lines.h"
#include "document/layout_table.h"
#include "document/office_errors.h"
#include "text/blank.h"

namespace kaoping::document {
namespace {

// Where heads and page numbers stand: this part of the page, above and below.
constexpr double kMargin = 0.12;

// “－1－”, “第 1 页 共 3 页”, “1/3”, “Page 1 of 3”.
bool IsPageNumber(std::string_view utf8) {
  constexpr std::u32string_view kMarks = U"—―－-–·~第页共/，,Pageof";
  constexpr std::size_t kLongest = 20;
  const std::u32string text = DecodeUtf8(utf8);
  int figures = 0;
  std::size_t digits = 0;
  bool is_counted = false;  // of how many
  if (text.size() > kLongest) return false;
  for (const char32_t c : text) {
    if (c >= U'0' && c <= U'9') {
      figures += digits == 0 ? 1 : 0;
      if (++digits > 4) return false;
      continue;
    }
    digits = 0;
    if (IsBlank(c)) continue;
    if (kMarks.find(c) == kMarks.npos) return false;
    is_counted = is_counted || c == U'页' || c == U'/' || c == U'f';
  }
  return figures == 1 || (figures == 2 && is_counted);
}

// “续表”, “（续）” above the rest of a table.
bool SaysContinued(std::string_view text) {
  return text == "续表" || text == "（续表）" || text == "（续）" || text == "续上表" ||
         text == "(续)" || text == "(续表)";
}

struct Item {
  double top = 0;
  std::variant<Line, Piece> what;
};

// A page: its ruled tables, and the words outside.
struct Sheet {
  double width = 0;
  double height = 0;
  std::vector<Item> tables;
  std::vector<Word> words;
};

Piece PieceOf(const RuledGrid& grid, std::vector<std::vector<Word>> words, int page) {
  Piece piece;
  piece.edges = grid.edges;
  piece.rows = grid.rows;
  piece.is_ruled = true;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const RuledCell& from = grid.cells[i];
    piece.cells.push_back({from.row, from.column, from.row_span, from.column_span, from.box,
                           GroupLines(std::move(words[i]), page)});
  }
  return piece;
}

bool IsOnPage(const Page& page, const Word& word) {
  return word.box.MiddleX() >= 0 && word.box.MiddleX() <= page.width && word.box.MiddleY() >= 0 &&
         word.box.MiddleY() <= page.height;
}

Sheet SheetOf(Page page, int number) {
  Sheet sheet{page.width, page.height, {}, {}};
  const std::vector<RuledGrid> grids = FindGrids(page.rules);
  std::vector<std::vector<std::vector<Word>>> words(grids.size());
  for (std::size_t i = 0; i < grids.size(); ++i) words[i].resize(grids[i].cells.size());
  for (Word& word : page.words) {
    if (!IsOnPage(page, word)) continue;
    std::vector<Word>* place = &sheet.words;
    for (std::size_t i = 0; i < grids.size() && place == &sheet.words; ++i) {
      const int cell = grids[i].CellAt(word.box.MiddleX(), word.box.MiddleY());
      if (cell >= 0) place = &words[i][static_cast<std::size_t>(cell)];
    }
    place->push_back(std::move(word));
  }
  for (std::size_t i = 0; i < grids.size(); ++i) {
    const bool has_words = std::any_of(words[i].begin(), words[i].end(),
                                       [](const auto& of_cell) { return !of_cell.empty(); });
    if (!has_words) continue;
    sheet.tables.push_back({grids[i].box.top, PieceOf(grids[i], std::move(words[i]), number)});
  }
  return sheet;
}

// The first and last line of each page that only runs along: page numbers, and what several pages
// have at the same place.
class RunningLines {
 public:
  explicit RunningLines(const std::vector<Sheet>& sheets) {
    for (const Sheet& sheet : sheets) {
      for (const Line& line : MarginLines(sheet)) ++counts_[KeyOf(line)];
    }
  }

  // Takes them from a page; of a repeated line at the head, the first is kept.
  void TakeFrom(Sheet& sheet) {
    TakeFoot(sheet);
    for (const Line& line : MarginLines(sheet)) {
      const bool is_above = line.box.MiddleY() < sheet.height / 2;
      const bool is_repeated = counts_[KeyOf(line)] > 1;
      const bool is_first = is_repeated && is_above && seen_.insert(KeyOf(line)).second;
      if (!IsPageNumber(line.text) && (!is_repeated || is_first)) continue;
      std::erase_if(sheet.words, [&](const Word& word) {
        return word.box.MiddleY() >= line.box.top && word.box.MiddleY() <= line.box.bottom;
      });
    }
  }

 private:
  using Key = std::pair<std::string, int>;

  static Key KeyOf(const Line& line) {
    return {line.text, static_cast<int>(std::lround(line.box.MiddleY() / 4))};
  }

  // The page number at the foot, and what stands below it: words of a merged cell that the next
  // page shows, which spreadsheets write here too and cut off.
  static void TakeFoot(Sheet& sheet) {
    for (const Line& line : GroupLines(sheet.words, 0)) {
      if (line.box.MiddleY() < (1 - kMargin) * sheet.height || !IsPageNumber(line.text)) continue;
      std::erase_if(sheet.words,
                    [&](const Word& word) { return word.box.MiddleY() >= line.box.top; });
      return;
    }
  }

  static std::vector<Line> MarginLines(const Sheet& sheet) {
    const std::vector<Line> lines = GroupLines(sheet.words, 0);
    std::vector<Line> found;
    if (lines.empty()) return found;
    if (lines.front().box.MiddleY() < kMargin * sheet.height) found.push_back(lines.front());
    if (lines.back().box.MiddleY() > (1 - kMargin) * sheet.height) found.push_back(lines.back());
    return found;
  }

  std::map<Key, int> counts_;
  std::set<Key> seen_;
};

std::vector<Item> ItemsOf(Sheet sheet, int number) {
  ColumnsFound found = FindColumns(std::move(sheet.words), number);
  std::vector<Item> items = std::move(sheet.tables);
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    items.push_back({found.tops[i], std::move(found.pieces[i])});
  }
  for (Line& line : GroupLines(std::move(found.others), number)) {
    const double top = line.box.top;
    items.push_back({top, std::move(line)});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.top < b.top; });
  return items;
}

// The column of the body's text on pages of one width.
struct Column {
  double left = 0;
  double right = 0;
};

class BlockMaker {
 public:
  explicit BlockMaker(std::string_view file_name) : builder_(file_name) {}

  // To be told of all pages before they are added.
  void Measure(double width, const std::vector<Item>& items) {
    Column& column = columns_.try_emplace(std::lround(width), Column{width, 0}).first->second;
    for (const Item& item : items) {
      if (const Line* const line = std::get_if<Line>(&item.what)) {
        column.left = std::min(column.left, line->box.left);
        column.right = std::max(column.right, line->box.right);
      }
    }
  }

  Status Add(double width, std::vector<Item> items) {
    is_head_of_page_ = true;
    for (Item& item : items) {
      if (Line* const line = std::get_if<Line>(&item.what)) {
        if (is_head_of_page_ && table_ && SaysContinued(line->text)) continue;
        KAOPING_TRY_STATUS(EndTable());
        if (!lines_.empty() && std::lround(width) != std::lround(width_)) {
          KAOPING_TRY_STATUS(EndText());
        }
        width_ = width;
        lines_.push_back(std::move(*line));
      } else {
        KAOPING_TRY_STATUS(AddPiece(std::move(std::get<Piece>(item.what))));
      }
      is_head_of_page_ = false;
    }
    return Ok();
  }

  Result<std::vector<Block>> Take() {
    KAOPING_TRY_STATUS(EndText());
    KAOPING_TRY_STATUS(EndTable());
    return builder_.Take();
  }

 private:
  Status AddPiece(Piece piece) {
    KAOPING_TRY_STATUS(EndText());
    if (table_ && is_head_of_page_ && table_->MayGoOn(piece)) {
      table_->Append(std::move(piece));
      return Ok();
    }
    KAOPING_TRY_STATUS(EndTable());
    table_.emplace(std::move(piece));
    return Ok();
  }

  Status EndTable() {
    if (!table_) return Ok();
    const GrowingTable table = std::move(*table_);
    table_.reset();
    return table.AddTo(builder_);
  }

  Status EndText() {
    const Column& measured = columns_[std::lround(width_)];
    // Pages of titles alone show no margin.
    const double left = std::min(measured.left, width_ / 5);
    const double right = std::max(measured.right, width_ - left);
    for (const std::string& paragraph : JoinLines(lines_, left, right)) {
      KAOPING_TRY_STATUS(builder_.AddParagraph(paragraph));
    }
    lines_.clear();
    return Ok();
  }

  Builder builder_;
  std::map<long, Column> columns_;  // by the width of the page
  std::vector<Line> lines_;         // of the text since the last table
  double width_ = 0;                // of their page
  std::optional<GrowingTable> table_;
  bool is_head_of_page_ = true;
};

Status CheckSize(std::string_view file_name, const std::vector<Page>& pages) {
  std::size_t words = 0;
  std::size_t rules = 0;
  for (const Page& page : pages) {
    words += page.words.size();
    rules += page.rules.size();
  }
  if (pages.size() > kMostPages || words > kMostWords || rules > kMostRules) {
    return UnpackedTooLarge(file_name);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].words.empty() && pages[i].has_large_picture) return Scanned(file_name, i + 1);
  }
  return words == 0 ? Status(WithoutWords(file_name)) : Ok();
}

// A font without a table of its characters gives characters that stand for nothing: of private use,
// or the one for unknown ones.
Status CheckCharacters(std::string_view file_name, const std::vector<Page>& pages) {
  std::size_t all = 0;
  std::size_t unknown = 0;
  for (const Page& page : pages) {
    for (const Word& word : page.words) {
      for (const char32_t c : DecodeUtf8(word.text)) {
        ++all;
        unknown += (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD ? 1U : 0U;
      }
    }
  }
  return unknown * 20 > all ? Status(Garbled(file_name)) : Ok();
}

}  // namespace

Result<std::vector<Block>> LayOut(std::string_view file_name, std::vector<Page> pages) {
  KAOPING_TRY_STATUS(CheckSize(file_name, pages));
  KAOPING_TRY_STATUS(CheckCharacters(file_name, pages));
  std::vector<Sheet> sheets;
  sheets.reserve(pages.size());
  for (Page& page : pages) {
    sheets.push_back(SheetOf(std::move(page), static_cast<int>(sheets.size()) + 1));
  }
  RunningLines running(sheets);
  BlockMaker maker(file_name);
  std::vector<std::pair<double, std::vector<Item>>> items;
  for (Sheet& sheet : sheets) {
    running.TakeFrom(sheet);
    const double width = sheet.width;
    items.emplace_back(width, ItemsOf(std::move(sheet), static_cast<int>(items.size()) + 1));
    maker.Measure(width, items.back().second);
  }
  for (auto& [width, of_page] : items) KAOPING_TRY_STATUS(maker.Add(width, std::move(of_page)));
  KAOPING_TRY(std::vector<Block> blocks, maker.Take());
  if (blocks.empty()) return WithoutWords(file_name);
  return blocks;
}

}  // namespace kaoping::document
