#include "notice/notice.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/utf8.h"
#include "notice/parts.h"
#include "notice/table.h"
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
std::vector<std::string> HeadingsOf(const Table& table) {
  constexpr std::size_t kLongest = 20;
  std::vector<std::string> headings;
  for (const Column& column : ReadHead(table).columns) headings.push_back(column.heading);
  if (!headings.empty()) return headings;
  for (const document::Cell& cell : table.CellsOf(1)) {
    const std::u32string text = DecodeUtf8(JoinTorn(cell.Text()));
    if (text.empty()) continue;
    const bool is_long = text.size() > kLongest;
    headings.push_back(EncodeUtf8(text.substr(0, kLongest)) + (is_long ? "…" : ""));
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
    for (std::string& heading : HeadingsOf(*table)) headings.push_back(std::move(heading));
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
void TellUnusedColumns(const AppraisalTable& table, const Head& head,
                       std::vector<Diagnostic>& diagnostics) {
  for (const Column& column : table.columns) {
    if (column.role != Role::kUnknown) continue;
    diagnostics.push_back(
        {Severity::kWarning,
         "column-unused",
         Say("没有采用“{}”这一列：不知道它是什么",
             "the column \"{}\" was not used: its meaning is unknown", column.heading),
         {},
         {0, table.number, head.row, column.number}});
  }
}

void TellOtherTables(const Document& document, const Table& chosen,
                     std::vector<Diagnostic>& diagnostics) {
  for (const document::Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr || table == &chosen || !ReadHead(*table).Has(Role::kCriterion)) continue;
    diagnostics.push_back(
        {Severity::kWarning,
         "table-unused",
         Say("第 {0} 张表也有考评标准，只采用了第 {1} 张",
             "table {0} has criteria too; only table {1} was taken", table->number, chosen.number),
         {},
         {0, table->number, 1, 1}});
  }
}

std::string WithoutExtension(const Document& document) {
  return document.file_name.substr(0, document.file_name.rfind('.'));
}

}  // namespace

const char* ToString(Role role) {
  switch (role) {
    case Role::kSection:
      return "section";
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

Result<Notice> ReadNotice(const Document& document) {
  const Table* table = FindAppraisalTable(document);
  const Head head = table == nullptr ? Head{} : ReadHead(*table);
  const Paragraphs paragraphs = ParagraphsAround(document, table, head);
  if (const PlacedText grade = FindSecrecyGrade(paragraphs); !grade.text.empty()) {
    return Refuse("classified",
                  Say("“{0}”标有“{1}”：本系统不得存放涉密文件，没有导入",
                      "\"{0}\" is marked {1}: this system must not hold classified documents, it "
                      "was not imported",
                      document.file_name, grade.text));
  }
  Notice notice;
  notice.parts = ReadParts(paragraphs, notice.diagnostics);
  if (table == nullptr) return WithoutTable(document, notice.parts);

  notice.table.number = table->number;
  notice.table.title = ReadTableTitle(paragraphs, notice.parts);
  if (notice.table.title.text.empty()) notice.table.title.text = WithoutExtension(document);
  notice.table.columns = head.columns;
  KAOPING_TRY(notice.table.sections, ReadSections(*table, head, notice.diagnostics));
  if (notice.table.sections.empty()) {
    return Refuse("no-task", Say("“{0}”的考评表只有表头，没有任务：请检查文件是否完整",
                                 "the table in \"{0}\" has a head but no task: check that the "
                                 "file is complete",
                                 document.file_name));
  }
  // A table without a column of sections is one section.
  if (Section& first = notice.table.sections.front(); first.title.text.empty()) {
    first.title = notice.table.title;
  }
  TellUnusedColumns(notice.table, head, notice.diagnostics);
  TellOtherTables(document, *table, notice.diagnostics);
  SortByPlace(notice.diagnostics);
  return notice;
}

}  // namespace kaoping::notice
