#include "notice/rejoin.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "notice/criterion_text.h"
#include "notice/points_text.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Document;
using document::Paragraph;
using document::Table;

constexpr int kLeastItems = 3;
constexpr std::size_t kLongestTitle = 30;
constexpr int kByForm = 50;  // percent, of the columns of a rejoined table

using Paragraphs = std::vector<const Paragraph*>;

Paragraphs ParagraphsOf(const Document& document) {
  Paragraphs paragraphs;
  for (const document::Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) paragraphs.push_back(paragraph);
  }
  return paragraphs;
}

// Builds the table cell by cell, remembering where the words stood.
class Builder {
 public:
  explicit Builder(int columns) { made_.table.columns = columns; }

  void StartRow() { ++made_.table.rows; }

  void Put(int column, int span, std::string text, const Paragraph& from, int begin) {
    made_.table.cells.push_back({made_.table.rows, column, 1, span, {std::move(text)}});
    made_.origins.push_back({made_.table.rows, column, from.number, begin, true});
    Cover(from);
  }

  // A paragraph that belongs to the table, though no cell holds it.
  void Cover(const Paragraph& paragraph) {
    if (made_.first == 0) made_.first = paragraph.number;
    made_.last = std::max(made_.last, paragraph.number);
  }

  // One more paragraph of the last cell.
  void GoOn(const Paragraph& from) {
    made_.table.cells.back().paragraphs.push_back(from.text);
    made_.origins.back().is_one = false;
    Cover(from);
  }

  RejoinedTable Finish(Head head) {
    made_.head = std::move(head);
    return std::move(made_);
  }
  RejoinedTable& made() { return made_; }

 private:
  RejoinedTable made_;
};

// ---- Cells one below the other ------------------------------------------------------------------

// The headings that stand one below the other from `first` on, as a table of one row.
Head HeadFrom(const Paragraphs& paragraphs, std::size_t first) {
  constexpr std::size_t kMostHeadings = 10;
  Table table;
  table.rows = 1;
  for (std::size_t i = first; i < std::min(paragraphs.size(), first + kMostHeadings); ++i) {
    const int column = ++table.columns;
    table.cells.push_back({1, column, 1, 1, {paragraphs[i]->text}});
    const Head head = ReadHead(table);
    if (head.row == 0 && column == 1) continue;
    const bool is_known = head.row != 0 && !head.columns.empty() &&
                          head.columns.back().number == column &&
                          head.columns.back().role != Role::kUnknown;
    if (is_known) continue;
    table.cells.pop_back();
    --table.columns;
    break;
  }
  return ReadHead(table);
}

bool IsNumbered(const std::string& text) { return ReadLeadingNumber(text).length > 0; }

bool EndsSentence(std::string_view text) {
  return text.ends_with("。") || text.ends_with("；") || text.ends_with("！");
}

bool StartsRemark(std::string_view text) {
  const std::string_view word = StartingWord(text, RemarkWords());
  const std::string_view rest = text.substr(word.size());
  return !word.empty() && (rest.starts_with("：") || rest.starts_with(":"));
}

// Gives each paragraph below the headings its column by what it is.
class CellsReader {
 public:
  CellsReader(Head head, const Paragraphs& paragraphs, std::size_t first)
      : head_(std::move(head)),
        paragraphs_(paragraphs),
        first_(first),
        builder_(static_cast<int>(head_.columns.size())) {}

  std::optional<RejoinedTable> Read() {
    int of_points = 0;
    builder_.Cover(*paragraphs_[first_ - head_.columns.size()]);
    for (end_ = first_; end_ < paragraphs_.size(); ++end_) {
      const std::string& text = paragraphs_[end_]->text;
      if (StartsImprint(text) || StartsRemark(text)) break;
      if (SpeaksOfPoints(text)) ++of_points;
      Place(*paragraphs_[end_]);
    }
    if (of_points < kLeastItems) return std::nullopt;
    head_.row = 0;
    head_.last_row = 0;
    return builder_.Finish(std::move(head_));
  }

  // How far it read.
  std::size_t end() const { return end_; }

 private:
  static bool StartsImprint(const std::string& text) {
    return !StartingWord(text, CopyLabels()).empty() || text.ends_with(kPrinted);
  }

  void Place(const Paragraph& paragraph) {
    const std::string joined = JoinTorn(paragraph.text);
    const bool is_base = ReadBase(joined).has_value();
    if (is_base && ColumnOf(Role::kBase) != 0) return PutIn(ColumnOf(Role::kBase), paragraph);
    if (GoesOn(paragraph.text)) return builder_.GoOn(paragraph);
    const int next = NextOfWords(column_);
    if (next != 0) return PutIn(next, paragraph);
    const bool is_label = CountCodePoints(joined) <= kLongestTitle && !EndsSentence(joined);
    const int label = NextOfWords(0);
    PutIn(is_label ? label : std::max(NextOfWords(label), label), paragraph);
  }

  // A paragraph that only goes on with the cell above: a numbered part of it, or a torn line.
  bool GoesOn(const std::string& text) const {
    if (column_ == 0 || last_.empty() || ReadBase(last_)) return false;
    const bool in_last = NextOfWords(column_) == 0;
    return in_last && (IsNumbered(text) || !EndsSentence(last_) || SpeaksOfPoints(text));
  }

  int ColumnOf(Role role) const {
    for (const Column& column : head_.columns) {
      if (column.role == role) return column.number;
    }
    return 0;
  }

  // The next column to the right that holds words; 0 if there is none.
  int NextOfWords(int after) const {
    for (const Column& column : head_.columns) {
      const bool holds_words = column.role != Role::kBase && column.role != Role::kIgnored;
      if (column.number > after && holds_words) return column.number;
    }
    return 0;
  }

  void PutIn(int column, const Paragraph& paragraph) {
    if (column <= column_ || column_ == 0) builder_.StartRow();
    column_ = column;
    last_ = paragraph.text;
    builder_.Put(column, 1, paragraph.text, paragraph, 0);
  }

  Head head_;
  const Paragraphs& paragraphs_;
  std::size_t first_;
  std::size_t end_ = 0;
  Builder builder_;
  int column_ = 0;    // where the last paragraph went
  std::string last_;  // that paragraph
};

std::optional<RejoinedTable> RejoinCells(const Paragraphs& paragraphs) {
  for (std::size_t i = 0; i + 2 < paragraphs.size(); ++i) {
    Head head = HeadFrom(paragraphs, i);
    const bool has_criteria = head.Has(Role::kCriterion) || head.Has(Role::kContent);
    if (head.columns.size() < 3 || !has_criteria) continue;
    const std::size_t first = i + head.columns.size();
    CellsReader reader(std::move(head), paragraphs, first);
    if (auto made = reader.Read()) return made;
    // What holds too few items in all of these paragraphs holds no more in the last of them.
    if (reader.end() > first) i = reader.end() - 1;
  }
  return std::nullopt;
}

// ---- Lines that say it all ----------------------------------------------------------------------

constexpr int kSectionColumn = 1;
constexpr int kBaseColumn = 2;
constexpr int kContentColumn = 3;
constexpr int kCriterionColumn = 4;

// 。5每缺一项…: a figure between the duty and its criterion.
struct GluedBase {
  std::size_t begin = 0;  // of the figure
  std::size_t end = 0;
};
std::optional<GluedBase> FindGluedBase(std::u32string_view line) {
  constexpr std::u32string_view kEnds = U"。；;";
  constexpr std::size_t kMostDigits = 5;
  const auto is_figure = [](char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.'; };
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (kEnds.find(line[i - 1]) == std::u32string_view::npos || !is_figure(line[i])) continue;
    std::size_t end = i;
    while (end < line.size() && is_figure(line[end])) ++end;
    const bool is_base = end - i <= kMostDigits && end < line.size() && line[end - 1] != U'.' &&
                         line[end] >= U'\u4E00' && line[end] <= U'\u9FFF';
    if (!is_base) continue;
    // Where the rest speaks of no points, no later rest does.
    if (!SpeaksOfPoints(EncodeUtf8(line.substr(end)))) return std::nullopt;
    return GluedBase{i, end};
  }
  return std::nullopt;
}

// One line: a title, or a duty with its criterion.
struct Line {
  const Paragraph* paragraph = nullptr;
  bool is_title = false;
  int level = 0;       // of a title: 一、 above （一）
  std::string figure;  // before the number or the duty: “51” of 51、
  int begin = 0;       // of the words behind the number
};

// Puts the lines of an outline into a table of section, base, content and criterion.
class LinesReader {
 public:
  explicit LinesReader(const Paragraphs& paragraphs) : builder_(kCriterionColumn) {
    for (const Paragraph* paragraph : paragraphs) lines_.push_back(Look(*paragraph));
  }

  std::optional<RejoinedTable> Read() {
    const auto items = std::count_if(lines_.begin(), lines_.end(), IsItem);
    if (items < kLeastItems) return std::nullopt;
    has_glued_numbers_ = HasGluedNumbers();
    for (std::size_t i = 0; i < lines_.size(); ++i) Place(i);
    SpanSections();
    return builder_.Finish({0, 0, Columns()});
  }

 private:
  static Line Look(const Paragraph& paragraph) {
    Line line;
    line.paragraph = &paragraph;
    const std::string joined = JoinTorn(paragraph.text);
    const LeadingNumber number = ReadLeadingNumber(paragraph.text);
    const bool is_short = CountCodePoints(joined) <= kLongestTitle && !EndsSentence(joined);
    line.is_title = is_short && !SpeaksOfPoints(joined) &&
                    (BaseInTitle(joined) || IsChineseNumeral(number.number));
    line.level = paragraph.text.starts_with("（") || paragraph.text.starts_with("(") ? 2 : 1;
    if (!IsChineseNumeral(number.number)) line.figure = number.number;
    line.begin = number.length;
    return line;
  }

  static bool IsItem(const Line& line) {
    return !line.is_title && SpeaksOfPoints(line.paragraph->text) &&
           !StartsRemark(line.paragraph->text);
  }

  // 考核项目考核要求分值评分细则: the head of a table, run together.
  static bool IsHead(const Line& line) {
    constexpr std::size_t kLeastWords = 3;
    const std::string words = JoinTorn(line.paragraph->text);
    if (CountCodePoints(words) > kLongestTitle || words.find("。") != std::string::npos)
      return false;
    std::vector<Role> roles;
    for (const Heading& heading : Headings()) {
      const bool stands = words.find(heading.word) != std::string::npos;
      if (stands && std::find(roles.begin(), roles.end(), heading.role) == roles.end()) {
        roles.push_back(heading.role);
      }
    }
    return roles.size() >= kLeastWords;
  }

  // 51、72、83、: behind what each is worth, the numbers count on from 1.
  bool HasGluedNumbers() const {
    int number = 0;
    for (const Line& line : lines_) {
      if (!IsItem(line) || line.figure.empty()) continue;
      const std::string counted = std::to_string(++number);
      if (line.figure.size() <= counted.size() || !line.figure.ends_with(counted)) return false;
    }
    return number > 0;
  }

  void Place(std::size_t i) {
    const Line& line = lines_[i];
    if (line.is_title) {
      // A title above other titles groups them.
      const bool groups =
          i + 1 < lines_.size() && lines_[i + 1].is_title && lines_[i + 1].level > line.level;
      if (groups) {
        builder_.StartRow();
        builder_.Put(kSectionColumn, kCriterionColumn, line.paragraph->text, *line.paragraph, 0);
        title_ = nullptr;
      } else {
        title_ = line.paragraph;
      }
      return;
    }
    if (IsItem(line)) return PlaceItem(line);
    if (IsHead(line)) builder_.Cover(*line.paragraph);
  }

  void PlaceItem(const Line& line) {
    builder_.StartRow();
    if (title_ != nullptr) builder_.Put(kSectionColumn, 1, title_->text, *title_, 0);
    title_ = nullptr;
    const Paragraph& paragraph = *line.paragraph;
    const std::u32string text = DecodeUtf8(paragraph.text);
    const auto begin = static_cast<std::size_t>(line.begin);
    if (has_glued_numbers_ && !line.figure.empty()) {
      const std::size_t length = std::to_string(++number_).size();
      const std::string base = line.figure.substr(0, line.figure.size() - length);
      builder_.Put(kBaseColumn, 1, base, paragraph, 0);
    } else if (const auto glued = FindGluedBase(text)) {
      builder_.Put(kBaseColumn, 1, Slice(text, glued->begin, glued->end), paragraph,
                   static_cast<int>(glued->begin));
      Put(kContentColumn, text, begin, glued->begin, paragraph);
      Put(kCriterionColumn, text, glued->end, text.size(), paragraph);
      return;
    }
    const SplitText split = SplitCriterion(Slice(text, begin, text.size()));
    Put(kContentColumn, text, begin + AsSize(split.duty.begin), begin + AsSize(split.duty.end),
        paragraph);
    Put(kCriterionColumn, text, begin + AsSize(split.criterion.begin),
        begin + AsSize(split.criterion.end), paragraph);
  }

  static std::size_t AsSize(int n) { return static_cast<std::size_t>(n); }
  static std::string Slice(std::u32string_view text, std::size_t begin, std::size_t end) {
    return EncodeUtf8(text.substr(begin, end - begin));
  }

  void Put(int column, std::u32string_view text, std::size_t begin, std::size_t end,
           const Paragraph& paragraph) {
    if (begin >= end) return;
    builder_.Put(column, 1, Slice(text, begin, end), paragraph, static_cast<int>(begin));
  }

  // A title covers the rows down to the next one: what is empty elsewhere is empty.
  void SpanSections() {
    Table& table = builder_.made().table;
    Cell* above = nullptr;
    for (Cell& cell : table.cells) {
      if (cell.column != kSectionColumn) continue;
      if (above != nullptr && above->column_span == 1) above->row_span = cell.row - above->row;
      above = &cell;
    }
    if (above != nullptr && above->column_span == 1) above->row_span = table.rows - above->row + 1;
  }

  static std::vector<Column> Columns() {
    return {{kSectionColumn, "", Role::kSection, kByForm},
            {kBaseColumn, "", Role::kBase, kByForm},
            {kContentColumn, "", Role::kContent, kByForm},
            {kCriterionColumn, "", Role::kCriterion, kByForm}};
  }

  std::vector<Line> lines_;
  Builder builder_;
  const Paragraph* title_ = nullptr;
  bool has_glued_numbers_ = false;
  int number_ = 0;
};

// ---- Places -------------------------------------------------------------------------------------

class PlacesInFile {
 public:
  explicit PlacesInFile(const RejoinedTable& rejoined) : rejoined_(rejoined) {}

  void Put(PlacedText& text) const { Put(text.place); }
  void Put(Place& place) const {
    if (const Origin* const origin = Find(place)) place = {origin->paragraph, 0, 0, 0};
  }

  void Put(Criterion& criterion) const {
    const Origin* const origin = Find(criterion.text.place);
    if (origin == nullptr) return;
    const Span inner = criterion.span;
    const int length = static_cast<int>(CountCodePoints(criterion.text.text));
    criterion.span = {};
    if (origin->is_one) {
      const int begin = origin->begin + (inner.IsEmpty() ? 0 : inner.begin);
      criterion.span = {begin, begin + length};
    }
    Put(criterion.text);
  }

 private:
  const Origin* Find(const Place& place) const {
    if (place.row == 0) return nullptr;
    const auto before = [](const Origin& origin, const std::pair<int, int>& at) {
      return std::pair(origin.row, origin.column) < at;
    };
    const auto& origins = rejoined_.origins;
    const auto at = [&](int column) {
      return std::lower_bound(origins.begin(), origins.end(), std::pair(place.row, column), before);
    };
    const auto cell = at(place.column);
    if (cell != origins.end() && cell->row == place.row && cell->column == place.column)
      return &*cell;
    // A row as a whole stands where its first words do.
    const auto row = at(0);
    return row == origins.end() || row->row != place.row ? nullptr : &*row;
  }

  const RejoinedTable& rejoined_;
};

}  // namespace

std::optional<RejoinedTable> Rejoin(const Document& document) {
  const Paragraphs paragraphs = ParagraphsOf(document);
  if (auto cells = RejoinCells(paragraphs)) return cells;
  return LinesReader(paragraphs).Read();
}

void PutPlaces(const RejoinedTable& rejoined, std::vector<Section>& sections,
               std::vector<Diagnostic>& diagnostics) {
  const PlacesInFile places(rejoined);
  for (Section& section : sections) {
    places.Put(section.title);
    for (Row& row : section.rows) {
      places.Put(row.heading);
      places.Put(row.content);
      for (PlacedText& paper : row.deliverables) places.Put(paper);
      places.Put(row.offices_text);
      if (row.criterion) places.Put(*row.criterion);
    }
  }
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.place.table == 0) places.Put(diagnostic.place);
  }
}

}  // namespace kaoping::notice
