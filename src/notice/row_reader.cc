#include "notice/row_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "notice/cell_lists.h"
#include "notice/criterion_text.h"
#include "notice/points_text.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Table;

// The most bytes of a cell that lists offices or papers: some 600 characters.
constexpr std::size_t kLongestList = 2'000;

// A bonus is its own criterion; a duty stands before what it costs to neglect it.
void PutPart(const Section& section, const Part& part, bool is_whole, const Place& place,
             Row& into) {
  const bool is_duty = section.kind != Section::Kind::kBonus && section.kind != Section::Kind::kUse;
  const SplitText split = is_duty ? SplitCriterion(part.text) : SplitText();
  if (split.duty.IsEmpty() || split.criterion.IsEmpty()) {
    into.criterion = Criterion{{part.text, place}, is_whole ? Span{} : part.span};
    return;
  }
  into.content = {SliceOf(part.text, split.duty), place};
  into.criterion =
      Criterion{{SliceOf(part.text, split.criterion), place},
                {part.span.begin + split.criterion.begin, part.span.begin + split.criterion.end}};
}

class RowReader {
 public:
  RowReader(const RowCursor& cells, Section& section, std::vector<Diagnostic>& diagnostics)
      : cells_(cells), section_(section), diagnostics_(diagnostics) {}

  void Add() {
    Row read;
    ReadHeading(read);
    ReadDeliverables(read);
    ReadOfficeCells(read);
    const Cell* const content = cells_.FirstOf(Role::kContent);
    const Cell* const criterion = cells_.FirstOf(Role::kCriterion);
    ReadBaseOf(content, read);
    if (criterion == nullptr && content != nullptr && IsCriterionToo(*content)) {
      AddParts(cells_.table(), *content, read, section_);
      return;
    }
    ReadContent(read);
    if (criterion != nullptr) {
      PutCriterion(*criterion, read);
    } else if (const auto shared = LastCriterion(); shared && SharesCriterion()) {
      read.shared_row = shared;
    } else {
      Tell("criterion-missing",
           Say("第 {} 行没有考评标准，这一项不计分", "row {} has no criterion and is not scored",
               cells_.row()),
           cells_.PlaceOfRow());
    }
    section_.rows.push_back(std::move(read));
    AddFurtherCriteria();
  }

 private:
  void Tell(std::string_view code, Message message, Place place) {
    diagnostics_.push_back({Severity::kWarning, std::string(code), std::move(message), {}, place});
  }

  Place PlaceOf(const Cell& cell) const { return cells_.table().PlaceOf(cell); }
  PlacedText TextOf(const Cell& cell) const { return {cell.Text(), PlaceOf(cell)}; }

  // 扣分 | 加分: each column is a criterion of the same item.
  void AddFurtherCriteria() {
    const std::vector<const Cell*> criteria = cells_.CellsOf(Role::kCriterion);
    const int first = static_cast<int>(section_.rows.size()) - 1;
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      Row further = section_.rows[static_cast<std::size_t>(first)];
      further.criterion = Criterion{TextOf(*criteria[i]), {}};
      if (further.base) further.base = Base{std::nullopt, further.base->shared_row.value_or(first)};
      section_.rows.push_back(std::move(further));
    }
  }

  // Where the file tells which cells are merged, an empty one is empty; elsewhere it stands for the
  // one above.
  bool SharesCriterion() const {
    return !cells_.TellsMerges() || cells_.IsCovered(Role::kCriterion) ||
           (!cells_.head().Has(Role::kCriterion) && cells_.IsCovered(Role::kContent));
  }

  // A merged cell is the heading of all rows that it covers.
  void ReadHeading(Row& into) const {
    if (const Cell* const cell = cells_.FirstOf(Role::kHeading)) {
      into.heading = {JoinTorn(cell->Text()), PlaceOf(*cell)};
    } else if (!section_.rows.empty() && cells_.head().Has(Role::kHeading) &&
               (!cells_.TellsMerges() || cells_.IsCovered(Role::kHeading))) {
      into.heading = section_.rows.back().heading;
    }
  }

  // The contents, and behind them what is to be reached (评价内容 | 县（区）任务).
  void ReadContent(Row& into) const {
    for (const Cell* const cell : cells_.CellsOf(Role::kContent)) {
      if (into.content.text.empty()) {
        into.content = TextOf(*cell);
      } else {
        into.content.text += "\n" + cell->Text();
      }
    }
    const bool goes_on = into.content.text.empty() && !section_.rows.empty() &&
                         cells_.head().Has(Role::kContent) &&
                         (!cells_.TellsMerges() || cells_.IsCovered(Role::kContent));
    if (goes_on) into.content = section_.rows.back().content;  // merged downward
  }

  // A cell that is content and criterion in one: the paragraphs on bonuses and on the use of the
  // result, and duties that say what they are worth.
  bool IsCriterionToo(const Cell& content) const {
    return section_.kind == Section::Kind::kBonus || section_.kind == Section::Kind::kUse ||
           SpeaksOfPoints(content.Text());
  }

  // Where no column says what is to be done, the criterion may.
  void PutCriterion(const Cell& cell, Row& into) const {
    const Part whole{"", cell.Text(), 0, {}};
    if (into.content.text.empty()) return PutPart(section_, whole, true, PlaceOf(cell), into);
    into.criterion = Criterion{TextOf(cell), {}};
  }

  std::optional<int> LastCriterion() const {
    if (section_.rows.empty()) return std::nullopt;
    const Row& above = section_.rows.back();
    if (above.criterion) return static_cast<int>(section_.rows.size()) - 1;
    return above.shared_row;
  }

  // Whether a cell can be a list; what is longer is left out, but told.
  bool IsList(const Cell& cell) {
    if (cell.Text().size() <= kLongestList) return true;
    Tell("list-too-long",
         Say("这一格超过 {} 个字，不像一串名称，没有采用",
             "this cell has more than {} characters, which is no list of names; it was left out",
             kLongestList / 3),
         PlaceOf(cell));
    return false;
  }

  void ReadDeliverables(Row& into) {
    for (const Cell* cell : cells_.CellsOf(Role::kDeliverable)) {
      if (!IsList(*cell)) continue;
      for (std::string& paper : PapersIn(cell->Text())) {
        into.deliverables.push_back({std::move(paper), PlaceOf(*cell)});
      }
    }
  }

  void ReadOfficeCells(Row& into) {
    std::vector<OfficeCell> cells;
    for (const Column& column : cells_.head().columns) {
      const Cell* cell = column.role == Role::kOffice ? cells_.At(column.number) : nullptr;
      if (cell == nullptr || !IsList(*cell)) continue;
      std::string& text = into.offices_text.text;
      if (text.empty()) into.offices_text.place = PlaceOf(*cell);
      text += (text.empty() ? "" : "\n") + cell->Text();
      cells.push_back({cell->Text(), column.heading});
    }
    into.offices = ReadOffices(cells);
  }

  // What an item is worth: by its own column, by the last words of its content, or by the item
  // above, whose cell goes on into this row.
  void ReadBaseOf(const Cell* content, Row& into) {
    if (const Cell* const cell = cells_.FirstOf(Role::kBase)) return ReadBaseCell(*cell, into);
    if (content != nullptr) {
      const std::string text = content->Text();
      auto stated = BaseBehind(text);
      // 安全教育与管理0.5分: short enough to be a label.
      constexpr std::size_t kLongestLabel = 20;
      if (!stated && CountCodePoints(text) <= kLongestLabel) stated = BaseInTitle(text);
      if (stated) {
        into.base = Base{stated->points, std::nullopt};
        return;
      }
    }
    const bool goes_on = !cells_.TellsMerges() || cells_.IsCovered(Role::kBase) ||
                         (content == nullptr && cells_.IsCovered(Role::kContent));
    if (!goes_on || section_.rows.empty() || !section_.rows.back().base) return;
    const int above = static_cast<int>(section_.rows.size()) - 1;
    into.base = Base{std::nullopt, section_.rows.back().base->shared_row.value_or(above)};
  }

  void ReadBaseCell(const Cell& cell, Row& into) {
    const auto points = ReadBase(JoinTorn(cell.Text()));
    if (points) {
      into.base = Base{points, std::nullopt};
      return;
    }
    Tell("base-unread",
         Say("分值“{}”读不成一个数，没有采用：请写成如“5分”",
             "\"{}\" can't be read as base points and was left out: write it like \"5分\"",
             cell.Text()),
         PlaceOf(cell));
  }

  const RowCursor& cells_;
  Section& section_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

int AddRow(const RowCursor& cells, Section& section, std::vector<Diagnostic>& diagnostics) {
  const std::size_t before = section.rows.size();
  RowReader(cells, section, diagnostics).Add();
  return static_cast<int>(section.rows.size() - before);
}

int AddParts(const Table& table, const Cell& cell, const Row& row, Section& section) {
  std::vector<Part> parts = PartsOf(cell);
  const bool is_only = parts.size() == 1;
  parts.resize(std::min(parts.size(), static_cast<std::size_t>(kMostTasks) + 1));
  const int first = static_cast<int>(section.rows.size());
  for (const Part& part : parts) {
    Row read = row;
    read.number = part.number;
    // Parts of one item share what it is worth.
    const bool shares = read.base && read.base->points && &part != &parts.front();
    if (shares) read.base = Base{std::nullopt, first};
    Place place = table.PlaceOf(cell);
    place.paragraph = part.paragraph;
    PutPart(section, part, is_only && part.number.empty(), place, read);
    section.rows.push_back(std::move(read));
  }
  return static_cast<int>(parts.size());
}

}  // namespace kaoping::notice
