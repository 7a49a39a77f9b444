#include "notice/table.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "notice/points_text.h"
#include "notice/row_cursor.h"
#include "notice/row_reader.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Cell;
using document::Table;

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
      : table_(table), rows_(table, std::move(head)), diagnostics_(diagnostics) {}

  Result<std::vector<Section>> Read() {
    for (int row = head().last_row + 1; row <= table_.rows && tasks_ <= kMostTasks; ++row) {
      rows_.GoTo(row);
      if (rows_.IsEmpty() || IsHeadAgain()) continue;
      if (Head next = ReadHeadAt(table_, row, head()); next.row != 0) {
        rows_.PutUnder(std::move(next));
        row = head().last_row;
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
  const Head& head() const { return rows_.head(); }

  static Error TooManyTasks() {
    return MakeError(ErrorKind::kInvalid, "too-many-tasks",
                     Say("考评表超过 {} 行任务，不像一份考评表：请检查是不是选错了文件",
                         "the table has more than {} tasks, which is no appraisal table: check "
                         "that it is the right file",
                         kMostTasks));
  }

  void ReadAny(int row) {
    if (const Cell* const line = LineAcross(table_, head(), row)) return ReadLineAcross(row, *line);
    if (IsTotal()) return ReadTotal(row);
    if (const Cell* const title = SectionRowTitle()) return StartSectionRow(*title);
    if (const Cell* const line = LoneTitle()) return ReadLineAcross(row, *line);
    StartSection(row, rows_.FirstOf(Role::kSection));
    ReadRemarks(row);
    tasks_ += AddRow(rows_, sections_.back(), diagnostics_);
  }

  // A table that runs over pages repeats its head.
  bool IsHeadAgain() const {
    return head().row != 0 &&
           std::all_of(head().columns.begin(), head().columns.end(), [&](const Column& column) {
             const Cell* cell = rows_.At(column.number);
             return cell != nullptr && JoinTorn(cell->Text()) == column.heading;
           });
  }

  bool IsTotal() const {
    const Cell* const first = rows_.First();
    const std::string text = first == nullptr ? "" : JoinTorn(first->Text());
    return std::find(TotalWords().begin(), TotalWords().end(), text) != TotalWords().end();
  }

  void Tell(Severity severity, std::string_view code, Message message) {
    diagnostics_.push_back(
        {severity, std::string(code), std::move(message), {}, rows_.PlaceOfRow()});
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
    Tell(Severity::kNote, "total-row",
         Say("第 {} 行是合计，不作为任务", "row {} only adds up and is no task", row));
    const Cell* const cell = rows_.FirstOf(Role::kBase);
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
      tasks_ += AddParts(table_, line, Row(), sections_.back());
    } else if (CountCodePoints(text) <= kLongestTitle && !IsRemark(text)) {
      CheckGroup();
      group_ = PlacedText{text, table_.PlaceOf(line)};
      starts_group_ = true;
    } else if (!IsImprint(text)) {
      Tell(Severity::kWarning, "remark-row",
           Say("第 {} 行是横贯全表的说明，没有作为任务：其中若有计分的规定，请另行设置",
               "row {} is a remark across the table and no task: if it says how points are "
               "counted, settle that by hand",
               row));
    }
  }

  // 备注: beside many rows it binds them all; what one row's says of points is left to a person.
  void ReadRemarks(int row) {
    for (const Column& column : head().columns) {
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
      Tell(Severity::kWarning, "remark-scores",
           Say("第 {0} 行的“{1}”说到计分，没有采用：请核对，必要时改写这一项的考评标准",
               "the \"{1}\" of row {0} speaks of points and was not used: check it, and reword the "
               "criterion if need be",
               row, column.heading));
    }
  }

  // 一 | 组织管理 | 10 | : a row that only opens a section, by its Chinese number and by the
  // criterion that it lacks. The cell with its title; nullptr if the row is a task.
  const Cell* SectionRowTitle() const {
    if (!head().Has(Role::kCriterion) || head().Has(Role::kSection)) return nullptr;
    for (const Role role : {Role::kCriterion, Role::kOffice, Role::kDeliverable}) {
      if (rows_.FirstOf(role) != nullptr || (rows_.TellsMerges() && rows_.IsCovered(role)))
        return nullptr;
    }
    const Cell* const title = rows_.FirstOf(Role::kContent);
    if (title == nullptr || SpeaksOfPoints(title->Text())) return nullptr;
    const Cell* const first = rows_.First();
    return IsChineseNumber(first == title ? title->Text() : first->Text() + "、") ? title : nullptr;
  }

  // 一、组织管理 alone in its row, which nobody merged: as if it were.
  const Cell* LoneTitle() const {
    const Cell* const first = rows_.First();
    const bool is_title = first->column == head().columns.front().number &&
                          first == LastOf(table_.CellsOf(first->row)) &&
                          IsChineseNumber(first->Text()) && !SpeaksOfPoints(first->Text());
    const bool is_alone =
        std::none_of(head().columns.begin(), head().columns.end(),
                     [&](const Column& column) { return rows_.IsCovered(column.number); });
    return is_title && is_alone ? first : nullptr;
  }

  // The last that has words. Requires: one has.
  static const Cell* LastOf(std::span<const Cell> cells) {
    return &*std::find_if(cells.rbegin(), cells.rend(),
                          [](const Cell& cell) { return !cell.IsEmpty(); });
  }

  static bool IsChineseNumber(const std::string& text) {
    return StartsWithChineseNumeral(JoinTorn(text));
  }

  void StartSectionRow(const Cell& title) {
    AddSection({JoinTorn(title.Text()), table_.PlaceOf(title)});
    const Cell* const base = rows_.FirstOf(Role::kBase);
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
      if (head().Has(Role::kSection)) {
        Tell(Severity::kWarning, "section-missing",
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

  const Table& table_;
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
