// Notice: a document understood as an official notice (GB/T 9704) with its appraisal table.
//
// Says what the document says and where; compiles no criterion, looks no office up. What it does
// not say is absent. Chinese vocabulary stands in vocabulary.cc and nowhere else.

#ifndef KAOPING_NOTICE_NOTICE_H_
#define KAOPING_NOTICE_NOTICE_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/document.h"
#include "notice/offices.h"
#include "text/place.h"

namespace kaoping::notice {

struct CitedDocument {
  std::string title;   // without its 《》
  std::string number;  // empty if none follows in brackets
  Place place;
  friend bool operator==(const CitedDocument&, const CitedDocument&) = default;
};

// Texts are as written, but for torn lines, which are joined, and numbers, whose form is settled.
struct Parts {
  PlacedText issuer;                   // the leading one (主办机关)
  std::vector<PlacedText> co_issuers;  // the others, where several issue it together (联合行文)
  PlacedText number;
  PlacedText title;
  std::vector<PlacedText> addressees;
  // Each document once; the notice's own attachments are not among them.
  std::vector<CitedDocument> cites;
  std::vector<PlacedText> attachments;
  std::vector<PlacedText> copies_to;
  PlacedText printed_by;
  std::optional<Date> printed_on;
  Place printed_on_place;
  friend bool operator==(const Parts&, const Parts&) = default;
};

// What a column of the appraisal table holds.
enum class Role {
  kSection,      // 项目
  kHeading,      // 指标, between 项目 and 内容: what several rows stand under
  kContent,      // 内容
  kDeliverable,  // 工作成果
  kOffice,       // 责任处室
  kCriterion,    // 考评标准
  kBase,         // 分值
  kIgnored,      // 序号, 备注, 得分: not part of the scheme
  kUnknown,      // a heading that the vocabulary doesn't have
};
const char* ToString(Role role);  // "section", "content", …
// What users call it: 项目, 内容, …
std::string_view NameOf(Role role);
// The role that is called so by either name; nothing if none is.
std::optional<Role> RoleNamed(std::string_view name);

struct Column {
  int number = 0;       // from 1
  std::string heading;  // empty if the table has no head
  Role role = Role::kUnknown;
  // How sure the role is, in percent: 100 said by a person or by a heading that is the very word,
  // less where the word stands inside a heading, where other columns settle it, and least where the
  // cells alone tell.
  int confidence = 0;
  friend bool operator==(const Column&, const Column&) = default;
};

// The words of a criterion; `span` says where they stand within the words at `text.place`, and is
// empty if they are all of them.
struct Criterion {
  PlacedText text;
  Span span;
  friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct Base {
  std::optional<Points> points;
  // Where the cell is merged downward: the row of the section that has the figure, from 0.
  std::optional<int> shared_row;
  friend bool operator==(const Base&, const Base&) = default;
};

// One task, or one paragraph of a bonus or use section.
struct Row {
  std::string number;  // “1” of a numbered paragraph
  PlacedText heading;  // what it stands under within its section; empty text if nothing
  PlacedText content;  // empty text if the criterion is the content too
  std::vector<PlacedText> deliverables;
  PlacedText offices_text;  // the cell as written
  std::vector<Office> offices;
  std::optional<Base> base;
  std::optional<Criterion> criterion;
  // Where the criterion's cell is merged downward: the row of the section that has it, from 0.
  std::optional<int> shared_row;
  friend bool operator==(const Row&, const Row&) = default;
};

struct Section {
  enum class Kind { kOrdinary, kIndividual, kBonus, kUse };

  PlacedText title;  // torn vertical text joined
  Kind kind = Kind::kOrdinary;
  std::optional<Points> base;  // 组织领导（20分）
  // A note that binds the whole table: 注：各项扣完为止.
  bool is_note = false;
  std::vector<Row> rows;
  friend bool operator==(const Section&, const Section&) = default;
};
const char* ToString(Section::Kind kind);  // "ordinary", …

struct AppraisalTable {
  int number = 0;  // among the document's tables, from 1
  PlacedText title;
  std::vector<Column> columns;
  std::vector<Section> sections;
  friend bool operator==(const AppraisalTable&, const AppraisalTable&) = default;
};

// A table of the document, whether or not it was taken: what a person chooses from.
struct SeenTable {
  int number = 0;  // 0 if it was put together from paragraphs
  int rows = 0;
  std::string title;  // the line above it; empty if there is none
  bool is_taken = false;
  int width = 0;                // columns, whether or not they are understood
  std::vector<Column> columns;  // as far as they are understood
  // Its head is one that a person put right before: the roles are those that were said then.
  bool is_remembered = false;
  // The beginning of the cells of its first rows, by column: what a person tells a column by.
  std::vector<std::vector<std::string>> sample;
  friend bool operator==(const SeenTable&, const SeenTable&) = default;
};

// What a person said of tables with a certain head, for the next table that has it.
struct Layout {
  std::vector<std::string> headings;  // by column, from the first; empty where there is none
  std::vector<Role> roles;            // of the same columns; kUnknown where none is known
  // The person chose tables with this head among those of the document.
  bool is_chosen = false;
  friend bool operator==(const Layout&, const Layout&) = default;
};

struct Notice {
  Parts parts;
  AppraisalTable table;
  std::vector<SeenTable> tables;  // all of the document
  std::vector<Layout> corrected;  // where hints changed how a table is read; each head once
  // What a person should look at, by place: numbers not written as they should be, columns that
  // were not used, rows without a criterion.
  std::vector<Diagnostic> diagnostics;
  friend bool operator==(const Notice&, const Notice&) = default;
};

// What a person says of a document, where it is not understood by itself.
struct Hints {
  int table = 0;              // the table to take, by its number; 0 for the one that looks like it
  std::map<int, Role> roles;  // of its columns, by their numbers
  std::map<std::string, Role> named;  // of its columns, by their headings
  bool HasRoles() const { return !roles.empty() || !named.empty(); }
  friend bool operator==(const Hints&, const Hints&) = default;
};
// Hints as people write them: "3=criterion", "考核要点=内容" (a column by its number or heading, a
// role by either name). kInvalid "map-unread" names what was not understood, and the roles.
Result<Hints> ReadHints(int table, const std::vector<std::string>& columns);

// Finds the parts and the table. A document without official parts (an attachment by itself) is a
// notice if it has an appraisal table. A table with the head of one of `layouts` is read like it,
// the last of them first; hints go before.
//
// kInvalid, with one sentence that names the document:
//   "not-a-notice"         neither a title or number of an official document nor a table
//   "no-table"             a notice, but no table
//   "no-criterion-column"  tables, but none whose head names a column for criteria
//   "no-task"              the table has no row below its head
//   "too-many-tasks"       the table has more rows than any appraisal has tasks
//   "no-such-table", "no-such-column"  hinted at, but not there
//   "classified"           marked 秘密, 机密 or 绝密: this system must not hold it
Result<Notice> ReadNotice(const document::Document& document, const Hints& hints = {},
                          std::span<const Layout> layouts = {});

// All tables of a document in their order, none taken: what a person chooses from where ReadNotice
// finds no criteria.
std::vector<SeenTable> SeeTables(const document::Document& document);

}  // namespace kaoping::notice

#endif  // KAOPING_NOTICE_NOTICE_H_
