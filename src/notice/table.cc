#include "notice/table.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "notice/cell_lists.h"
#include "notice/criterion_text.h"
#include "notice/points_text.h"
#include "notice/row_cursor.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Table;

// The most bytes of a cell that lists offices or papers: some 600 characters.
constexpr std::size_t kLongestList = 2'000;

Section::Kind KindOf(std::string_view title) {
  for (const KindWord& known : KindWords()) {
    if (title.find(known.word) != std::string_view::npos) return known.kind;
  }
  return Section::Kind::kOrdinary;
}

// A sentence, or what calls itself a remark.
bool IsRemark(std::string_view text) {
  return text.ends_with("。") || !StartingWord(text, RemarkWords()).empty();
}

// “抄送：…”, “…2017年5月3日印发”: parts of the notice, which parts.cc reads.
bool IsImprint(std::string_view text) {
  return text.ends_with(kPrinted) || !StartingWord(text, CopyLabels()).empty();
}

// Goes down the rows of a table, making sections.
class SectionsReader {
 public:
  SectionsReader(const Table& table, Head head, std::vector<Diagnostic>& diagnostics)
      : table_(table), head_(std::move(head)), rows_(table), diagnostics_(diagnostics) {}

  Result<std::vector<Section>> Read() {
    for (int row = head_.last_row + 1; row <= table_.rows && tasks_ <= kMostTasks; ++row) {
      rows_.GoTo(row);
      if (rows_.IsEmpty() || IsHeadAgain()) continue;
      if (Head next = ReadHeadAt(table_, row, head_); next.row != 0) {
        head_ = std::move(next);
        row = head_.last_row;
        continue;
      }
      ReadAny(row);
    }
    if (tasks_ > kMostTasks) return TooManyTasks();
    CheckGroup();
    std::move(notes_.begin(), notes_.end(), std::back_inserter(sections_));
    return std::move(sections_);
  }

 private:
  static Error TooManyTasks() {
    return MakeError(ErrorKind::kInvalid, "too-many-tasks",
                     Say("考评表超过 {} 行任务，不像一份考评表：请检查是不是选错了文件",
                         "the table has more than {} tasks, which is no appraisal table: check "
                         "that it is the right file",
                         kMostTasks));
  }

  void ReadAny(int row) {
    if (const Cell* const line = LineAcross(table_, head_, row)) return ReadLineAcross(row, *line);
    if (IsTotal()) return ReadTotal(row);
    if (const Cell* const title = SectionRowTitle()) return StartSectionRow(*title);
    if (const Cell* const line = LoneTitle()) return ReadLineAcross(row, *line);
    StartSection(row, FirstOf(Role::kSection));
    ReadRemarks(row);
    ReadRow(row);
  }

  // The cells of this row that have words, in the columns of a role.
  std::vector<const Cell*> CellsOf(Role role) const {
    std::vector<const Cell*> cells;
    for (const Column& column : head_.columns) {
      const Cell* cell = column.role == role ? rows_.At(column.number) : nullptr;
      if (cell != nullptr) cells.push_back(cell);
    }
    return cells;
  }

  const Cell* FirstOf(Role role) const {
    const std::vector<const Cell*> cells = CellsOf(role);
    return cells.empty() ? nullptr : cells.front();
  }

  // The columns of a role in which a cell from above goes on into this row.
  bool IsCovered(Role role) const {
    return std::any_of(head_.columns.begin(), head_.columns.end(), [&](const Column& column) {
      return column.role == role && rows_.IsCovered(column.number);
    });
  }

  // A table that runs over pages repeats its head.
  bool IsHeadAgain() const {
    return head_.row != 0 &&
           std::all_of(head_.columns.begin(), head_.columns.end(), [&](const Column& column) {
             const Cell* cell = rows_.At(column.number);
             return cell != nullptr && JoinTorn(cell->Text()) == column.heading;
           });
  }

  bool IsTotal() const {
    const Cell* const first = rows_.First();
    const std::string text = first == nullptr ? "" : JoinTorn(first->Text());
    return std::find(TotalWords().begin(), TotalWords().end(), text) != TotalWords().end();
  }

  void Tell(int row, Severity severity, std::string_view code, Message message) {
    diagnostics_.push_back({severity, std::string(code), std::move(message), {}, PlaceOfRow(row)});
  }

  Place PlaceOfRow(int row) const {
    const int column = head_.columns.empty() ? 1 : head_.columns.front().number;
    return {0, table_.number, row, column};
  }

  // The sum of what the sections read so far are worth; nothing if one of them doesn't say.
  std::optional<Points> SumFrom(std::size_t first) const {
    Points sum;
    for (std::size_t i = first; i < sections_.size(); ++i) {
      const auto points = WorthOf(sections_[i]);
      if (!points) return std::nullopt;
      sum += *points;
    }
    return sum;
  }

  static std::optional<Points> WorthOf(const Section& section) {
    if (section.base) return section.base;
    Points sum;
    for (const Row& row : section.rows) {
      if (!row.base) return std::nullopt;
      if (row.base->points) sum += *row.base->points;
    }
    return section.rows.empty() ? std::nullopt : std::optional(sum);
  }

  void TellTotal(Place place, const std::string& title, Points stated, std::size_t first) {
    const auto sum = SumFrom(first);
    if (!sum || *sum == stated) return;
    diagnostics_.push_back(
        {Severity::kWarning,
         "total-differs",
         Say("“{0}”写明{1}分，其中各部分合起来是{2}分：请核对各项的分值",
             "\"{0}\" is worth {1} points, but its parts add up to {2}: check their bases", title,
             stated.ToString(), sum->ToString()),
         {},
         place});
  }

  void ReadTotal(int row) {
    Tell(row, Severity::kNote, "total-row",
         Say("第 {} 行是合计，不作为任务", "row {} only adds up and is no task", row));
    const Cell* const cell = FirstOf(Role::kBase);
    const auto points = cell == nullptr ? std::nullopt : ReadBase(JoinTorn(cell->Text()));
    if (points && !sections_.empty()) TellTotal(table_.PlaceOf(*cell), "合计", *points, 0);
  }

  // Whether what the group across the table is said to be worth is what its sections are.
  void CheckGroup() {
    const auto stated = BaseInTitle(group_.text);
    if (!stated || starts_group_) return;
    TellTotal(group_.place, group_.text, stated->points, group_begins_);
  }

  // A line across the table is the title of what follows, a criterion for all of it, or a remark.
  void ReadLineAcross(int row, const Cell& line) {
    constexpr std::size_t kLongestTitle = 40;
    const std::string text = JoinTorn(line.Text());
    const bool of_points = SpeaksOfPoints(line.Text());
    if (of_points && !StartingWord(text, RemarkWords()).empty()) {
      sections_.push_back(ReadNote(line.Text(), table_.PlaceOf(line), ""));
      tasks_ += static_cast<int>(sections_.back().rows.size());
    } else if (of_points) {
      StartSection(row, nullptr);
      AddParts(sections_.back(), Row(), line);
    } else if (CountCodePoints(text) <= kLongestTitle && !IsRemark(text)) {
      CheckGroup();
      group_ = PlacedText{text, table_.PlaceOf(line)};
      starts_group_ = true;
    } else if (!IsImprint(text)) {
      Tell(row, Severity::kWarning, "remark-row",
           Say("第 {} 行是横贯全表的说明，没有作为任务：其中若有计分的规定，请另行设置",
               "row {} is a remark across the table and no task: if it says how points are "
               "counted, settle that by hand",
               row));
    }
  }

  // 备注: beside many rows it binds them all; what one row's says of points is left to a person.
  void ReadRemarks(int row) {
    for (const Column& column : head_.columns) {
      if (column.role != Role::kIgnored || StartingWord(column.heading, RemarkWords()).empty()) {
        continue;
      }
      const Cell* const cell = rows_.At(column.number);
      if (cell == nullptr || !MentionsPoints(cell->Text())) continue;
      if (cell->row_span > 1) {
        notes_.push_back(ReadNote(cell->Text(), table_.PlaceOf(*cell), column.heading));
        tasks_ += static_cast<int>(notes_.back().rows.size());
        continue;
      }
      Tell(row, Severity::kWarning, "remark-scores",
           Say("第 {0} 行的“{1}”说到计分，没有采用：请核对，必要时改写这一项的考评标准",
               "the \"{1}\" of row {0} speaks of points and was not used: check it, and reword the "
               "criterion if need be",
               row, column.heading));
    }
  }

  // 一 | 组织管理 | 10 | : a row that only opens a section, by its Chinese number and by the
  // criterion that it lacks. The cell with its title; nullptr if the row is a task.
  const Cell* SectionRowTitle() const {
    if (!head_.Has(Role::kCriterion) || head_.Has(Role::kSection)) return nullptr;
    for (const Role role : {Role::kCriterion, Role::kOffice, Role::kDeliverable}) {
      if (FirstOf(role) != nullptr || (rows_.TellsMerges() && IsCovered(role))) return nullptr;
    }
    const Cell* const title = FirstOf(Role::kContent);
    if (title == nullptr || SpeaksOfPoints(title->Text())) return nullptr;
    const Cell* const first = rows_.First();
    return IsChineseNumber(first == title ? title->Text() : first->Text() + "、") ? title : nullptr;
  }

  // 一、组织管理 alone in its row, which nobody merged: as if it were.
  const Cell* LoneTitle() const {
    const Cell* const first = rows_.First();
    const bool is_title = first->column == head_.columns.front().number &&
                          first == LastOf(table_.CellsOf(first->row)) &&
                          IsChineseNumber(first->Text()) && !SpeaksOfPoints(first->Text());
    const bool is_alone =
        std::none_of(head_.columns.begin(), head_.columns.end(),
                     [&](const Column& column) { return rows_.IsCovered(column.number); });
    return is_title && is_alone ? first : nullptr;
  }

  // The last that has words. Requires: one has.
  static const Cell* LastOf(std::span<const Cell> cells) {
    return &*std::find_if(cells.rbegin(), cells.rend(),
                          [](const Cell& cell) { return !cell.IsEmpty(); });
  }

  static bool IsChineseNumber(const std::string& text) {
    return IsChineseNumeral(ReadLeadingNumber(JoinTorn(text)).number);
  }

  void StartSectionRow(const Cell& title) {
    AddSection({JoinTorn(title.Text()), table_.PlaceOf(title)});
    const Cell* const base = FirstOf(Role::kBase);
    if (base != nullptr) sections_.back().base = ReadBase(JoinTorn(base->Text()));
  }

  // An empty cell in the section's column is the section above, merged downward.
  void StartSection(int row, const Cell* cell) {
    if (cell == nullptr && starts_group_) {
      AddSection(group_);
      return;
    }
    if (cell == nullptr) {
      if (!sections_.empty() && !sections_.back().is_note) return;
      if (head_.Has(Role::kSection)) {
        Tell(row, Severity::kWarning, "section-missing",
             Say("第 {} 行没有写属于哪个项目，以表名作为项目",
                 "row {} names no section; the table's title is taken", row));
      }
      sections_.emplace_back();  // ReadNotice gives it the table's title
      return;
    }
    std::string title = JoinTorn(cell->Text());
    if (!sections_.empty() && sections_.back().title.text == title) return;
    AddSection({std::move(title), table_.PlaceOf(*cell)});
  }

  // A section within a group of bonuses is one of bonuses, whatever its own name.
  void AddSection(PlacedText title) {
    if (starts_group_) group_begins_ = sections_.size();
    Section section;
    section.kind = KindOf(title.text);
    if (section.kind == Section::Kind::kOrdinary) section.kind = KindOf(group_.text);
    if (const auto base = BaseInTitle(title.text)) section.base = base->points;
    section.title = std::move(title);
    sections_.push_back(std::move(section));
    starts_group_ = false;
  }

  PlacedText TextOf(const Cell& cell) const { return {cell.Text(), table_.PlaceOf(cell)}; }

  void ReadRow(int row) {
    Section& section = sections_.back();
    Row read;
    ReadHeading(section, read);
    ReadDeliverables(read);
    ReadOfficeCells(read);
    const Cell* const content = FirstOf(Role::kContent);
    const Cell* const criterion = FirstOf(Role::kCriterion);
    ReadBaseOf(section, content, read);
    if (criterion == nullptr && content != nullptr && IsCriterionToo(section, *content)) {
      return AddParts(section, read, *content);
    }
    ReadContent(section, read);
    if (criterion != nullptr) {
      PutCriterion(section, *criterion, read);
    } else if (const auto shared = LastCriterion(section); shared && SharesCriterion()) {
      read.shared_row = shared;
    } else {
      Tell(row, Severity::kWarning, "criterion-missing",
           Say("第 {} 行没有考评标准，这一项不计分", "row {} has no criterion and is not scored",
               row));
    }
    ++tasks_;
    section.rows.push_back(std::move(read));
    AddFurtherCriteria(section);
  }

  // 扣分 | 加分: each column is a criterion of the same item.
  void AddFurtherCriteria(Section& section) {
    const std::vector<const Cell*> criteria = CellsOf(Role::kCriterion);
    const int first = static_cast<int>(section.rows.size()) - 1;
    for (std::size_t i = 1; i < criteria.size(); ++i) {
      Row further = section.rows[static_cast<std::size_t>(first)];
      further.criterion = Criterion{TextOf(*criteria[i]), {}};
      if (further.base) further.base = Base{std::nullopt, further.base->shared_row.value_or(first)};
      ++tasks_;
      section.rows.push_back(std::move(further));
    }
  }

  // Where the file tells which cells are merged, an empty one is empty; elsewhere it stands for the
  // one above.
  bool SharesCriterion() const {
    return !rows_.TellsMerges() || IsCovered(Role::kCriterion) ||
           (!head_.Has(Role::kCriterion) && IsCovered(Role::kContent));
  }

  // A merged cell is the heading of all rows that it covers.
  void ReadHeading(const Section& section, Row& into) const {
    if (const Cell* const cell = FirstOf(Role::kHeading)) {
      into.heading = {JoinTorn(cell->Text()), table_.PlaceOf(*cell)};
    } else if (!section.rows.empty() && head_.Has(Role::kHeading) &&
               (!rows_.TellsMerges() || IsCovered(Role::kHeading))) {
      into.heading = section.rows.back().heading;
    }
  }

  // The contents, and behind them what is to be reached (评价内容 | 县（区）任务).
  void ReadContent(const Section& section, Row& into) const {
    for (const Cell* const cell : CellsOf(Role::kContent)) {
      if (into.content.text.empty()) {
        into.content = TextOf(*cell);
      } else {
        into.content.text += "\n" + cell->Text();
      }
    }
    const bool goes_on = into.content.text.empty() && !section.rows.empty() &&
                         head_.Has(Role::kContent) &&
                         (!rows_.TellsMerges() || IsCovered(Role::kContent));
    if (goes_on) into.content = section.rows.back().content;  // merged downward
  }

  // A cell that is content and criterion in one: the paragraphs on bonuses and on the use of the
  // result, and duties that say what they are worth.
  static bool IsCriterionToo(const Section& section, const Cell& content) {
    return section.kind == Section::Kind::kBonus || section.kind == Section::Kind::kUse ||
           SpeaksOfPoints(content.Text());
  }

  void AddParts(Section& section, const Row& row, const Cell& cell) {
    const std::vector<Part> parts = PartsOf(cell);
    tasks_ += static_cast<int>(parts.size());
    if (tasks_ > kMostTasks) return;
    const int first = static_cast<int>(section.rows.size());
    for (const Part& part : parts) {
      Row read = row;
      read.number = part.number;
      // Parts of one item share what it is worth.
      const bool shares = read.base && read.base->points && &part != &parts.front();
      if (shares) read.base = Base{std::nullopt, first};
      Place place = table_.PlaceOf(cell);
      place.paragraph = part.paragraph;
      const bool is_whole = parts.size() == 1 && part.number.empty();
      PutPart(section, part, is_whole, place, read);
      section.rows.push_back(std::move(read));
    }
  }

  // Where no column says what is to be done, the criterion may.
  void PutCriterion(const Section& section, const Cell& cell, Row& into) const {
    const Part whole{"", cell.Text(), 0, {}};
    if (into.content.text.empty()) return PutPart(section, whole, true, table_.PlaceOf(cell), into);
    into.criterion = Criterion{TextOf(cell), {}};
  }

  // A bonus is its own criterion; a duty stands before what it costs to neglect it.
  static void PutPart(const Section& section, const Part& part, bool is_whole, const Place& place,
                      Row& into) {
    const bool is_duty =
        section.kind != Section::Kind::kBonus && section.kind != Section::Kind::kUse;
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

  static std::optional<int> LastCriterion(const Section& section) {
    if (section.rows.empty()) return std::nullopt;
    const Row& above = section.rows.back();
    if (above.criterion) return static_cast<int>(section.rows.size()) - 1;
    return above.shared_row;
  }

  // Whether a cell can be a list; what is longer is left out, but told.
  bool IsList(const Cell& cell) {
    if (cell.Text().size() <= kLongestList) return true;
    diagnostics_.push_back({Severity::kWarning,
                            "list-too-long",
                            Say("这一格超过 {} 个字，不像一串名称，没有采用",
                                "this cell has more than {} characters, which is no list of names; "
                                "it was left out",
                                kLongestList / 3),
                            {},
                            table_.PlaceOf(cell)});
    return false;
  }

  void ReadDeliverables(Row& into) {
    for (const Cell* cell : CellsOf(Role::kDeliverable)) {
      if (!IsList(*cell)) continue;
      for (std::string& paper : PapersIn(cell->Text())) {
        into.deliverables.push_back({std::move(paper), table_.PlaceOf(*cell)});
      }
    }
  }

  void ReadOfficeCells(Row& into) {
    std::vector<OfficeCell> cells;
    for (const Column& column : head_.columns) {
      const Cell* cell = column.role == Role::kOffice ? rows_.At(column.number) : nullptr;
      if (cell == nullptr || !IsList(*cell)) continue;
      std::string& text = into.offices_text.text;
      if (text.empty()) into.offices_text.place = table_.PlaceOf(*cell);
      text += (text.empty() ? "" : "\n") + cell->Text();
      cells.push_back({cell->Text(), column.heading});
    }
    into.offices = ReadOffices(cells);
  }

  // What an item is worth: by its own column, by the last words of its content, or by the item
  // above, whose cell goes on into this row.
  void ReadBaseOf(const Section& section, const Cell* content, Row& into) {
    if (const Cell* const cell = FirstOf(Role::kBase)) return ReadBaseCell(*cell, into);
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
    const bool goes_on = !rows_.TellsMerges() || IsCovered(Role::kBase) ||
                         (content == nullptr && IsCovered(Role::kContent));
    if (!goes_on || section.rows.empty() || !section.rows.back().base) return;
    const int above = static_cast<int>(section.rows.size()) - 1;
    into.base = Base{std::nullopt, section.rows.back().base->shared_row.value_or(above)};
  }

  void ReadBaseCell(const Cell& cell, Row& into) {
    const auto points = ReadBase(JoinTorn(cell.Text()));
    if (points) {
      into.base = Base{points, std::nullopt};
      return;
    }
    diagnostics_.push_back({Severity::kWarning,
                            "base-unread",
                            Say("分值“{}”读不成一个数，没有采用：请写成如“5分”",
                                "\"{}\" can't be read as base points and was left out: write it "
                                "like \"5分\"",
                                cell.Text()),
                            {},
                            table_.PlaceOf(cell)});
  }

  const Table& table_;
  Head head_;
  RowCursor rows_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Section> sections_;
  std::vector<Section> notes_;    // in cells that stand beside many rows
  PlacedText group_;              // the title across the table under which this row stands
  bool starts_group_ = false;     // no section of it has been made yet
  std::size_t group_begins_ = 0;  // its first section
  int tasks_ = 0;
};

}  // namespace

Result<std::vector<Section>> ReadSections(const Table& table, const Head& head,
                                          std::vector<Diagnostic>& diagnostics) {
  return SectionsReader(table, head, diagnostics).Read();
}

}  // namespace kaoping::notice
