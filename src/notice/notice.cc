#include "notice/notice.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "notice/choose.h"
#include "notice/parts.h"
#include "notice/points_text.h"
#include "notice/rejoin.h"
#include "notice/table.h"
#include "notice/words.h"
#include "text/blank.h"

namespace kaoping::notice {
namespace {

using document::Document;
using document::Table;

Error Refuse(std::string_view code, Message message) {
  return MakeError(ErrorKind::kInvalid, code, std::move(message));
}

// The first of the headings, so that the message stays a sentence.
std::string Listed(const std::vector<std::string>& headings) {
  constexpr std::size_t kMost = 10;
  std::string list;
  for (std::size_t i = 0; i < std::min(headings.size(), kMost); ++i) {
    list += (list.empty() ? "" : "、") + headings[i];
  }
  if (headings.empty()) return "空";
  return headings.size() > kMost ? list + "…" : list;
}

// As far as they are known; else the words of the first row, which may be in another language.
std::vector<std::string> HeadingsToTell(const Table& table) {
  constexpr std::size_t kLongest = 20;
  std::vector<std::string> headings;
  for (const Column& column : ReadHead(table).columns) headings.push_back(column.heading);
  if (!headings.empty()) return headings;
  for (const document::Cell& cell : table.CellsOf(1)) {
    const std::string text = JoinTorn(cell.Text());
    if (!text.empty()) headings.push_back(BeginningOf(text, kLongest));
  }
  return headings;
}

// Why a document without an appraisal table can't be imported.
Error WithoutTable(const Document& document, const Parts& parts) {
  std::vector<std::string> headings;
  bool has_table = false;
  for (const document::Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    has_table = true;
    for (std::string& heading : HeadingsToTell(*table)) headings.push_back(std::move(heading));
  }
  if (has_table) {
    return Refuse("no-criterion-column",
                  Say("“{0}”的表格没有考评标准这一列（表头：{1}"
                      "）：请把那一列的表头写成“考评标准”或“评分标准”",
                      "the table in \"{0}\" has no column of criteria (its head: {1}): name that "
                      "column 考评标准 or 评分标准",
                      document.file_name, Listed(headings)));
  }
  if (parts.title.place.IsKnown() || parts.number.place.IsKnown()) {
    return Refuse("no-table",
                  Say("“{0}”里没有考评表：请选择带有任务分解表或考评表的文件",
                      "there is no appraisal table in \"{0}\": choose the file with the table of "
                      "tasks",
                      document.file_name));
  }
  return Refuse("not-a-notice",
                Say("“{0}”不像考评通知：没有公文标题、发文字号，也没有表格，请检查是不是选错了文件",
                    "\"{0}\" does not look like an appraisal notice: it has no official title or "
                    "number and no table; check that it is the right file",
                    document.file_name));
}

// Columns with a heading that the vocabulary doesn't have are left out, but not in silence.
void TellUnusedColumns(const FoundTable& found, std::vector<Diagnostic>& diagnostics) {
  for (const Column& column : found.head.columns) {
    if (column.role != Role::kUnknown) continue;
    const Message told =
        column.heading.empty()
            ? Say("没有采用第 {} 列：不知道它是什么",
                  "column {} was not used: its meaning is unknown", column.number)
            : Say("没有采用“{}”这一列：不知道它是什么",
                  "the column \"{}\" was not used: its meaning is unknown", column.heading);
    diagnostics.push_back({Severity::kWarning,
                           "column-unused",
                           told,
                           {},
                           {0, found.table->number, std::max(found.head.row, 1), column.number}});
  }
}

// Which columns were taken for what, where no head says it.
void TellMissingHead(const FoundTable& found, std::vector<Diagnostic>& diagnostics) {
  const int number = found.table->number;
  if (found.head.row != 0 || number == 0) return;
  std::string zh;
  std::string en;
  for (const Column& column : found.head.columns) {
    if (column.role == Role::kUnknown || column.role == Role::kIgnored) continue;
    zh += fmt::format("{}第{}列为{}", zh.empty() ? "" : "，", column.number, NameOf(column.role));
    en += fmt::format("{}column {} as {}", en.empty() ? "" : ", ", column.number,
                      ToString(column.role));
  }
  Diagnostic told{Severity::kWarning, "head-missing", {}, {}, {0, number, 1, 1}};
  told.message = {
      fmt::format("第 {} 张表没有表头，按各列的内容取{}：请核对", number, zh),
      fmt::format("table {} has no head; by what they hold, {} was taken: check that", number, en)};
  diagnostics.push_back(std::move(told));
}

// That the roles are what a person said of such a head before.
void TellLayout(const FoundTable& found, std::vector<Diagnostic>& diagnostics) {
  if (found.layout == nullptr) return;
  diagnostics.push_back({Severity::kNote,
                         "layout-remembered",
                         Say("第 {} 张表的各列按以前对同样表头的更正取用",
                             "the columns of table {} were taken as corrected before for this head",
                             found.table->number),
                         {},
                         {0, found.table->number, std::max(found.head.row, 1), 1}});
}

void TellOtherTables(const std::vector<FoundTable>& left, const Table& chosen,
                     std::vector<Diagnostic>& diagnostics) {
  for (const FoundTable& other : left) {
    if (!other.has_criteria) continue;
    diagnostics.push_back({Severity::kWarning,
                           "table-unused",
                           Say("第 {0} 张表也有考评标准，只采用了第 {1} 张",
                               "table {0} has criteria too; only table {1} was taken",
                               other.table->number, chosen.number),
                           {},
                           {0, other.table->number, 1, 1}});
  }
}

// Formulas that nobody has computed read as empty cells; told once for each table.
void TellUnknownResults(const Document& document, std::vector<Diagnostic>& diagnostics) {
  const auto& results = document.unknown_results;
  for (auto begin = results.begin(); begin != results.end();) {
    const auto end = std::find_if(begin, results.end(), [&](const document::UnknownResult& result) {
      return result.place.table != begin->place.table;
    });
    std::vector<std::string> names;
    for (auto result = begin; result != end; ++result) names.push_back(result->name);
    diagnostics.push_back(
        {Severity::kWarning,
         "formula-without-result",
         Say("单元格{0}（共 {1} 个）是公式，文件里没有保存结果，按空格处理：请用 WPS 或 Excel "
             "打开，保存后再导入",
             "the cells {0} ({1} of them) are formulas whose results were not saved, and were read "
             "as empty: open the file in WPS or Excel, save it, and import it again",
             Listed(names), names.size()),
         {},
         begin->place});
    begin = end;
  }
}

// The notes around the tables that say how points are counted: 注：各项扣完为止.
std::vector<Section> NotesAmong(const std::vector<PlacedText>& paragraphs) {
  std::vector<Section> notes;
  bool goes_on = false;  // 注： stands alone, with its numbered parts below
  for (const PlacedText& paragraph : paragraphs) {
    if (paragraph.place.table != 0) continue;  // a row of a table: read there
    const std::string_view word = StartingWord(TrimBlanks(paragraph.text), RemarkWords());
    const std::string_view rest = TrimBlanks(TrimBlanks(paragraph.text).substr(word.size()));
    const bool starts = !word.empty() && (rest.starts_with("：") || rest.starts_with(":"));
    const bool continues = goes_on && ReadLeadingNumber(paragraph.text).length > 0;
    goes_on = starts || continues;
    if (!goes_on || !MentionsPoints(paragraph.text)) continue;
    Section note = ReadNote(paragraph.text, paragraph.place, word);
    if (continues && !notes.empty()) {
      std::move(note.rows.begin(), note.rows.end(), std::back_inserter(notes.back().rows));
    } else {
      notes.push_back(std::move(note));
    }
  }
  return notes;
}

std::string WithoutExtension(const Document& document) {
  return document.file_name.substr(0, document.file_name.rfind('.'));
}

}  // namespace

std::string_view NameOf(Role role) {
  switch (role) {
    case Role::kSection:
      return "项目";
    case Role::kHeading:
      return "指标";
    case Role::kContent:
      return "内容";
    case Role::kDeliverable:
      return "工作成果";
    case Role::kOffice:
      return "责任处室";
    case Role::kCriterion:
      return "考评标准";
    case Role::kBase:
      return "分值";
    case Role::kIgnored:
      return "不采用";
    case Role::kUnknown:
      return "不明";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Role role) {
  switch (role) {
    case Role::kSection:
      return "section";
    case Role::kHeading:
      return "heading";
    case Role::kContent:
      return "content";
    case Role::kDeliverable:
      return "deliverable";
    case Role::kOffice:
      return "office";
    case Role::kCriterion:
      return "criterion";
    case Role::kBase:
      return "base";
    case Role::kIgnored:
      return "ignored";
    case Role::kUnknown:
      return "unknown";
  }
  KAOPING_CHECK(false);
}

const char* ToString(Section::Kind kind) {
  switch (kind) {
    case Section::Kind::kOrdinary:
      return "ordinary";
    case Section::Kind::kIndividual:
      return "individual";
    case Section::Kind::kBonus:
      return "bonus";
    case Section::Kind::kUse:
      return "use";
  }
  KAOPING_CHECK(false);
}

namespace {

Error WithoutTasks(const Document& document) {
  return Refuse("no-task", Say("“{0}”的考评表只有表头，没有任务：请检查文件是否完整",
                               "the table in \"{0}\" has a head but no task: check that the "
                               "file is complete",
                               document.file_name));
}

Diagnostic TellRejoined(const RejoinedTable& rejoined) {
  return {Severity::kWarning,
          "table-rejoined",
          Say("文件里没有表格，第 {0} 段至第 {1} "
              "段按考评表的行理解：请对照原文核对各项的内容、分值和标准",
              "the file has no table; paragraphs {0} to {1} were read as the rows of one: compare "
              "contents, bases and criteria with the original",
              rejoined.first, rejoined.last),
          {},
          {rejoined.first, 0, 0, 0}};
}

// The sections of all tables, one after the other.
Status ReadTables(const std::vector<FoundTable>& tables, Notice& notice) {
  constexpr std::size_t kLongestTitle = 40;
  for (const FoundTable& found : tables) {
    KAOPING_TRY(std::vector<Section> sections,
                ReadSections(*found.table, found.head, notice.diagnostics));
    // 一、… in the line above a table in which 二、… follows is the title of its first section.
    const bool opens = StartsWithChineseNumeral(found.title.text) &&
                       std::any_of(sections.begin(), sections.end(), [](const Section& section) {
                         return StartsWithChineseNumeral(section.title.text);
                       });
    for (Section& section : sections) {
      if (section.title.text.empty()) {
        const bool has_title =
            !found.title.text.empty() && CountCodePoints(found.title.text) <= kLongestTitle;
        const bool is_own = has_title && (tables.size() > 1 || opens);
        section.title = is_own ? found.title : notice.table.title;
        if (const auto base = BaseInTitle(section.title.text)) section.base = base->points;
      }
      notice.table.sections.push_back(std::move(section));
    }
    TellUnusedColumns(found, notice.diagnostics);
    TellMissingHead(found, notice.diagnostics);
    TellLayout(found, notice.diagnostics);
  }
  return Ok();
}

}  // namespace

Result<Notice> ReadNotice(const Document& document, const Hints& hints,
                          std::span<const Layout> layouts) {
  KAOPING_TRY(Choice choice, ChooseTables(document, hints, layouts));
  const std::optional<RejoinedTable> rejoined =
      choice.taken.empty() ? Rejoin(document) : std::nullopt;
  if (rejoined)
    choice.taken.push_back({&rejoined->table, rejoined->head, {}, 0, true, {}, nullptr});
  const bool is_found = !choice.taken.empty();
  const Table* const table = is_found ? choice.taken.front().table : nullptr;
  const Paragraphs paragraphs =
      rejoined ? ParagraphsAround(document, rejoined->first, rejoined->last)
               : ParagraphsAround(document, table, is_found ? choice.taken.front().head : Head{});
  if (const PlacedText grade = FindSecrecyGrade(paragraphs); !grade.text.empty()) {
    return Refuse("classified",
                  Say("“{0}”标有“{1}”：本系统不得存放涉密文件，没有导入",
                      "\"{0}\" is marked {1}: this system must not hold classified documents, it "
                      "was not imported",
                      document.file_name, grade.text));
  }
  Notice notice;
  notice.tables = TablesOf(choice);
  notice.corrected = choice.corrected;
  notice.parts = ReadParts(paragraphs, notice.diagnostics);
  if (table == nullptr) return WithoutTable(document, notice.parts);

  notice.table.number = table->number;
  notice.table.title = ReadTableTitle(paragraphs, notice.parts);
  if (notice.table.title.text.empty()) notice.table.title.text = WithoutExtension(document);
  notice.table.columns = choice.taken.front().head.columns;
  KAOPING_TRY_STATUS(ReadTables(choice.taken, notice));
  if (notice.table.sections.empty()) return WithoutTasks(document);
  if (rejoined) {
    PutPlaces(*rejoined, notice.table.sections, notice.diagnostics);
    notice.diagnostics.push_back(TellRejoined(*rejoined));
  }
  for (const std::vector<PlacedText>* around : {&paragraphs.before, &paragraphs.after}) {
    std::vector<Section> notes = NotesAmong(*around);
    std::move(notes.begin(), notes.end(), std::back_inserter(notice.table.sections));
  }
  TellOtherTables(choice.left, *table, notice.diagnostics);
  TellUnknownResults(document, notice.diagnostics);
  SortByPlace(notice.diagnostics);
  return notice;
}

}  // namespace kaoping::notice
