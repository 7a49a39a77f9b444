#include "notice/table.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "notice/words.h"
#include "text/blank.h"
#include "text/numerals.h"
#include "text/shadow.h"

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

// Whether the text gives or takes points: 扣2分, 加0.5分.
bool SpeaksOfPoints(std::string_view text) {
  const Shadow shadow(text);
  const std::u32string_view points = shadow.text();
  for (const std::string_view verb : PointVerbs()) {
    const std::u32string word = DecodeUtf8(verb);
    for (auto at = points.find(word); at != std::u32string_view::npos;
         at = points.find(word, at + 1)) {
      const std::u32string_view figure = points.substr(at + word.size());
      const auto numeral = ReadNumeral(figure);
      if (numeral && figure.substr(static_cast<std::size_t>(numeral->length)).starts_with(U'分')) {
        return true;
      }
    }
  }
  return false;
}

// “5”, “5分” and nothing else.
std::optional<Points> ReadBase(std::string_view text) {
  const Shadow shadow(text);
  const std::u32string_view points = shadow.text();
  const auto numeral = ReadNumeral(points);
  if (!numeral || numeral->doubtful || numeral->damaged) return std::nullopt;
  const std::u32string_view rest = points.substr(static_cast<std::size_t>(numeral->length));
  if (!rest.empty() && rest != U"分") return std::nullopt;
  return numeral->value;
}

// The papers that a cell lists, parted by marks or blanks; brackets keep theirs together.
std::vector<std::string> SplitList(std::string_view cell) {
  constexpr std::u32string_view kMarks = U"、，,；;。\n";
  std::vector<std::string> parts;
  std::string current;
  const auto finish = [&] {
    const int number = ReadLeadingNumber(current).length;
    std::string part = FromCodePoint(current, number);
    if (!part.empty()) parts.push_back(std::move(part));
    current.clear();
  };
  int depth = 0;
  for (const char32_t c : DecodeUtf8(cell)) {
    if (c == U'（' || c == U'(') ++depth;
    if (c == U'）' || c == U')') depth = std::max(0, depth - 1);
    if (depth == 0 && (IsBlank(c) || kMarks.find(c) != std::u32string_view::npos)) {
      finish();
    } else {
      AppendUtf8(c, current);
    }
  }
  finish();
  return parts;
}

// A part of a cell that is a criterion by itself.
struct Part {
  std::string number;
  std::string text;
  int paragraph =
      0;      // within the cell, from 1; 0 if the cell has only one or the part is all of it
  Span span;  // within the paragraph, or the cell's text
};

// Where “1.”, “2.”, … start within one paragraph, counting on from 1; empty unless there are two.
std::vector<std::size_t> NumberedStarts(std::u32string_view paragraph) {
  constexpr std::u32string_view kEnds = U"。；;！!";
  constexpr std::size_t kLongestNumber = 8;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const bool may_start = i == 0 || IsBlank(paragraph[i - 1]) ||
                           kEnds.find(paragraph[i - 1]) != std::u32string_view::npos;
    if (!may_start) continue;
    const std::string front = EncodeUtf8(paragraph.substr(i, kLongestNumber));
    if (ReadLeadingNumber(front).number == std::to_string(starts.size() + 1)) starts.push_back(i);
  }
  if (starts.size() < 2 || starts.front() != 0) return {};
  return starts;
}

// The part of `paragraph` in [begin, end) without its number and the blanks around it.
Part MakePart(std::u32string_view paragraph, std::size_t begin, std::size_t end, int number) {
  const std::string all = EncodeUtf8(paragraph.substr(begin, end - begin));
  const LeadingNumber leading = ReadLeadingNumber(all);
  Part part;
  part.number = leading.number;
  part.text = TrimBlanks(FromCodePoint(all, leading.length));
  part.paragraph = number;
  const int start = static_cast<int>(begin) + leading.length;
  part.span = {start, start + static_cast<int>(CountCodePoints(part.text))};
  return part;
}

// The criteria in a cell: one for each numbered paragraph, or for each number within its only
// paragraph; else the whole cell is one.
std::vector<Part> PartsOf(const Cell& cell) {
  std::vector<Part> parts;
  if (cell.paragraphs.size() == 1) {
    const std::u32string paragraph = DecodeUtf8(cell.paragraphs[0]);
    std::vector<std::size_t> starts = NumberedStarts(paragraph);
    if (starts.empty()) starts.push_back(0);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : paragraph.size();
      parts.push_back(MakePart(paragraph, starts[i], end, 0));
    }
    return parts;
  }
  for (std::size_t i = 0; i < cell.paragraphs.size(); ++i) {
    const std::u32string paragraph = DecodeUtf8(cell.paragraphs[i]);
    Part part = MakePart(paragraph, 0, paragraph.size(), static_cast<int>(i) + 1);
    // A paragraph without a number goes on where the one before it ended: no part of its own.
    if (part.number.empty()) return {{"", cell.Text(), 0, {}}};
    parts.push_back(std::move(part));
  }
  return parts;
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
  SectionsReader(const Table& table, const Head& head, std::vector<Diagnostic>& diagnostics)
      : table_(table), head_(head), diagnostics_(diagnostics) {}

  Result<std::vector<Section>> Read() {
    for (int row = head_.last_row + 1; row <= table_.rows && tasks_ <= kMostTasks; ++row) {
      if (IsEmptyRow(row) || IsHeadAgain(row)) continue;
      if (const Cell* const line = LineAcross(table_, head_, row)) {
        ReadLineAcross(row, *line);
        continue;
      }
      if (IsTotal(row)) {
        Tell(row, Severity::kNote, "total-row",
             Say("第 {} 行是合计，不作为任务", "row {} only adds up and is no task", row));
        continue;
      }
      StartSection(row, FirstOf(row, Role::kSection));
      ReadRow(row);
    }
    if (tasks_ <= kMostTasks) return std::move(sections_);
    return MakeError(ErrorKind::kInvalid, "too-many-tasks",
                     Say("考评表超过 {} 行任务，不像一份考评表：请检查是不是选错了文件",
                         "the table has more than {} tasks, which is no appraisal table: check "
                         "that it is the right file",
                         kMostTasks));
  }

 private:
  // The cell of this row in a column, or nullptr if it is empty or covered by one above.
  const Cell* CellOf(int row, const Column& column) const {
    const Cell* cell = table_.Find(row, column.number);
    return cell == nullptr || cell->IsEmpty() ? nullptr : cell;
  }

  // The cells of this row that have words, in the columns of a role.
  std::vector<const Cell*> CellsOf(int row, Role role) const {
    std::vector<const Cell*> cells;
    for (const Column& column : head_.columns) {
      const Cell* cell = column.role == role ? CellOf(row, column) : nullptr;
      if (cell != nullptr) cells.push_back(cell);
    }
    return cells;
  }

  const Cell* FirstOf(int row, Role role) const {
    const std::vector<const Cell*> cells = CellsOf(row, role);
    return cells.empty() ? nullptr : cells.front();
  }

  bool IsEmptyRow(int row) const {
    const auto cells = table_.CellsOf(row);
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.IsEmpty(); });
  }

  // A table that runs over pages repeats its head.
  bool IsHeadAgain(int row) const {
    return std::all_of(head_.columns.begin(), head_.columns.end(), [&](const Column& column) {
      const Cell* cell = CellOf(row, column);
      return cell != nullptr && JoinTorn(cell->Text()) == column.heading;
    });
  }

  bool IsTotal(int row) const {
    const auto cells = table_.CellsOf(row);
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return !cell.IsEmpty(); });
    const std::string text = first == cells.end() ? "" : JoinTorn(first->Text());
    return std::find(TotalWords().begin(), TotalWords().end(), text) != TotalWords().end();
  }

  void Tell(int row, Severity severity, std::string_view code, Message message) {
    diagnostics_.push_back({severity, std::string(code), std::move(message), {}, PlaceOfRow(row)});
  }

  Place PlaceOfRow(int row) const { return {0, table_.number, row, head_.columns.front().number}; }

  // A line across the table is the title of what follows, a criterion for all of it, or a remark.
  void ReadLineAcross(int row, const Cell& line) {
    constexpr std::size_t kLongestTitle = 40;
    const std::string text = JoinTorn(line.Text());
    if (SpeaksOfPoints(line.Text())) {
      StartSection(row, nullptr);
      AddParts(sections_.back(), Row(), line);
    } else if (CountCodePoints(text) <= kLongestTitle && !IsRemark(text)) {
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

  // An empty cell in the section's column is the section above, merged downward.
  void StartSection(int row, const Cell* cell) {
    if (cell == nullptr && starts_group_) {
      AddSection(group_);
      return;
    }
    if (cell == nullptr) {
      if (!sections_.empty()) return;
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
    Section section;
    section.kind = KindOf(title.text);
    if (section.kind == Section::Kind::kOrdinary) section.kind = KindOf(group_.text);
    section.title = std::move(title);
    sections_.push_back(std::move(section));
    starts_group_ = false;
  }

  PlacedText TextOf(const Cell& cell) const { return {cell.Text(), table_.PlaceOf(cell)}; }

  void ReadRow(int row) {
    Section& section = sections_.back();
    Row read;
    ReadDeliverables(row, read);
    ReadOfficeCells(row, read);
    ReadBaseCell(row, section, read);
    const Cell* content = FirstOf(row, Role::kContent);
    const Cell* criterion = FirstOf(row, Role::kCriterion);
    if (criterion == nullptr && content != nullptr && IsCriterionToo(section, *content)) {
      AddParts(section, read, *content);
      return;
    }
    if (content != nullptr) {
      read.content = TextOf(*content);
    } else if (!section.rows.empty()) {
      read.content = section.rows.back().content;  // merged downward
    }
    if (criterion != nullptr) {
      read.criterion = Criterion{TextOf(*criterion), {}};
    } else if (const auto shared = LastCriterion(section)) {
      read.shared_row = shared;
    } else {
      Tell(row, Severity::kWarning, "criterion-missing",
           Say("第 {} 行没有考评标准，这一项不计分", "row {} has no criterion and is not scored",
               row));
    }
    ++tasks_;
    section.rows.push_back(std::move(read));
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
    for (const Part& part : parts) {
      Row read = row;
      read.number = part.number;
      Place place = table_.PlaceOf(cell);
      place.paragraph = part.paragraph;
      const bool is_whole = parts.size() == 1 && part.number.empty();
      read.criterion = Criterion{{part.text, place}, is_whole ? Span{} : part.span};
      section.rows.push_back(std::move(read));
    }
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

  void ReadDeliverables(int row, Row& into) {
    for (const Cell* cell : CellsOf(row, Role::kDeliverable)) {
      if (!IsList(*cell)) continue;
      for (std::string& paper : SplitList(cell->Text())) {
        into.deliverables.push_back({std::move(paper), table_.PlaceOf(*cell)});
      }
    }
  }

  void ReadOfficeCells(int row, Row& into) {
    for (const Cell* cell : CellsOf(row, Role::kOffice)) {
      if (!IsList(*cell)) continue;
      std::string& text = into.offices_text.text;
      if (text.empty()) into.offices_text.place = table_.PlaceOf(*cell);
      text += (text.empty() ? "" : "\n") + cell->Text();
    }
    into.offices = ReadOffices(into.offices_text.text);
  }

  void ReadBaseCell(int row, const Section& section, Row& into) {
    const Cell* cell = FirstOf(row, Role::kBase);
    if (cell == nullptr) {
      if (section.rows.empty() || !section.rows.back().base) return;
      const int above = static_cast<int>(section.rows.size()) - 1;
      into.base = Base{std::nullopt, section.rows.back().base->shared_row.value_or(above)};
      return;
    }
    const auto points = ReadBase(cell->Text());
    if (points) {
      into.base = Base{points, std::nullopt};
      return;
    }
    diagnostics_.push_back({Severity::kWarning,
                            "base-unread",
                            Say("分值“{}”读不成一个数，没有采用：请写成如“5分”",
                                "\"{}\" can't be read as base points and was left out: write it "
                                "like \"5分\"",
                                cell->Text()),
                            {},
                            table_.PlaceOf(*cell)});
  }

  const Table& table_;
  const Head& head_;
  std::vector<Diagnostic>& diagnostics_;
  std::vector<Section> sections_;
  PlacedText group_;           // the title across the table under which this row stands
  bool starts_group_ = false;  // no section of it has been made yet
  int tasks_ = 0;
};

}  // namespace

Result<std::vector<Section>> ReadSections(const Table& table, const Head& head,
                                          std::vector<Diagnostic>& diagnostics) {
  return SectionsReader(table, head, diagnostics).Read();
}

}  // namespace kaoping::notice
