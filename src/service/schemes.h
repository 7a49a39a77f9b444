// Schemes: imported as drafts, put into force by publication, never changed after it.

#ifndef KAOPING_SERVICE_SCHEMES_H_
#define KAOPING_SERVICE_SCHEMES_H_

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "diag/diagnostic.h"
#include "document/read.h"
#include "notice/notice.h"
#include "scheme/diff.h"
#include "scheme/parse.h"
#include "scheme/questions.h"
#include "scheme/scheme.h"
#include "scheme/supplement.h"
#include "service/context.h"
#include "service/settlements.h"

namespace kaoping::service {

enum class SchemeState { kDraft, kPublished };
const char* ToString(SchemeState state);  // "draft", "published"

// One line of the list of schemes.
struct SchemeSummary {
  std::string id;  // lasting: "s" and twelve hexadecimal digits
  std::string title;
  std::string number;  // of the notice; empty if it has none
  std::string issuer;
  int year = 0;
  SchemeState state = SchemeState::kDraft;
  int sections = 0;
  int tasks = 0;    // in ordinary and individual sections
  int bonuses = 0;  // paragraphs of bonus sections
  int uses = 0;     // paragraphs on what the result is used for
  int rules = 0;
  int pending = 0;   // criteria that don't count until somebody settles them (挂账)
  int errors = 0;    // diagnostics of that severity, over the whole scheme
  int warnings = 0;  // likewise
  std::string imported_by;
  Timestamp imported_at;
  std::string published_by;               // empty on a draft
  std::optional<Timestamp> published_at;  // nothing on a draft
  std::string publication_reason;         // empty unless something was pending
  int revision = 1;                       // of the notice; the first import is 1
  std::string revises;                    // the scheme that it corrects or completes
  bool is_supplement = false;             // it completes it
  std::string superseded_by;              // the published revision in its place
};

// A criterion that can't be executed as it stands (挂账): something in it is not understood, is to
// be laid down elsewhere, is left to a judgement without a range, or was left undecided by a
// person. `task` is empty for the document as a whole.
using Pending = scheme::Pending;

// What the notice leaves to its reader and a person should settle.
struct Question {
  std::string about;     // the key of a task; empty for the document
  std::string kind;      // "lead", "office-unknown", …: see scheme/questions.h
  std::string text;      // in Chinese
  std::string text_en;   // the same in English
  std::string proposal;  // what is assumed meanwhile; empty where nothing is
};

// A scheme and the one that it corrects or completes.
struct RevisionView {
  std::string revises;  // id
  std::string title;    // of that scheme
  int number = 2;       // of the revisions of the notice; the first import is 1
  bool was_published = false;
  scheme::SchemeDiff diff;  // of the two as they were imported
};

// A criterion that is settled as it was in another scheme, since its words are the same: to be
// looked over.
struct CarriedSettlement {
  std::string task;   // where it stands now
  std::string words;  // what it is about: its content, or else the criterion
  scheme::Settlement::How how = scheme::Settlement::How::kConfirmed;
  // Where somebody decided that first, and who, when and why.
  std::string scheme;  // id
  std::string title;
  int year = 0;
  bool is_of_earlier_year = false;  // 结转: it was another year's notice
  Confirmation word;
};

struct ImportOutcome {
  bool is_new = false;  // false: the notice had been imported before, and nothing changed
  std::vector<CarriedSettlement> carried;  // in the order of the scheme; each to be looked over
  std::optional<RevisionView> revision;    // of a corrected notice
  SchemeSummary summary;
  std::vector<Diagnostic> diagnostics;  // of the document and all criteria, in its order
  std::vector<Question> questions;
};

// What an import would make of the file, with the tables to choose from; keeps nothing. What is
// wrong with the file itself is in the attempt.
Result<scheme::ParseAttempt> PreviewNotice(
    const Context& context, std::string_view file_name, std::string_view bytes,
    const document::DocumentReader& read = document::ReadDocument, const notice::Hints& hints = {});

// Imports the bytes of a file as a draft. `file_name` (a name, not a path, is kept) helps to tell
// the format and appears in messages. The same bytes, or a notice that says the same in another
// file, give the scheme that is there already, and change nothing. A corrected notice (issuer and
// year, and title or number are the same) becomes a revision of the latest import before it.
//
// What is doubtful in the text is no error: see `diagnostics` and Pending. Errors are those of
// scheme::ParseNotice (`not-a-notice`, `no-table`, …) with `read` and `hints`, and `text-unfit` or
// `text-too-long` (field "filename") for a name that can't be shown.
Result<ImportOutcome> ImportNotice(const Context& context, std::string_view file_name,
                                   std::string_view bytes,
                                   const document::DocumentReader& read = document::ReadDocument,
                                   const notice::Hints& hints = {});

enum class SupplementMode { kPreview, kStore };

struct SupplementOutcome {
  bool is_new = false;             // false: the scheme has all of it already, and nothing changed
  std::vector<std::string> tasks;  // keys of the rows whose criterion comes from it now
  std::vector<scheme::Untaken> untaken;
  ImportOutcome imported;  // the revision, which a preview doesn't store
};

// Attaches a supplement (补充规定) to the rows of a scheme that it completes, all of them or none,
// as a draft that revises the scheme. Nothing else in the scheme changes. With kPreview nothing is
// stored.
//
// Errors: those of scheme::ReadSupplement and scheme::Complete; kConflict `scheme-superseded`.
Result<SupplementOutcome> AttachSupplement(
    const Context& context, std::string_view selector, std::string_view file_name,
    std::string_view bytes, SupplementMode mode = SupplementMode::kStore,
    const document::DocumentReader& read = document::ReadDocument);

// All schemes, the latest import first.
Result<std::vector<SchemeSummary>> ListSchemes(const Context& context);

// What the scheme revises and how it differs; nothing for the first import of a notice.
Result<std::optional<RevisionView>> ShowRevision(const Context& context, std::string_view selector);

// The criteria of a scheme that are settled as they were elsewhere, because their words are the
// same, and that nobody has said a word on since; in the order of the scheme.
Result<std::vector<CarriedSettlement>> ListCarried(const Context& context,
                                                   std::string_view selector);

struct SchemeView {
  SchemeSummary summary;
  scheme::Scheme scheme;  // as it counts, with what people decided
  std::vector<Pending> pending;
  std::vector<Question> questions;
  std::vector<ReviewedFinding> findings;              // in the order of the scheme
  std::map<std::string, SettlementView> settlements;  // the standing ones, by task
};

// A selector is a scheme's id, or any part of its title or number that no other scheme shares.
//
// kNotFound `scheme-not-found`; kConflict `scheme-ambiguous`, naming the candidates. The same holds
// for every `selector` of service/.
Result<SchemeView> ShowScheme(const Context& context, std::string_view selector);

// A rule whose facts are counted by another rule, or by other figures, after a revision; by keys.
struct HeirRule {
  std::string before;
  std::string after;
  bool is_changed = false;  // it means something else now
  int facts = 0;
};

// A recorded fact that doesn't count after a revision.
struct LeftFact {
  std::string id;
  std::string unit;
  std::optional<Date> on;
  std::string rule;      // the key that it had
  std::string sentence;  // the rule as it was read
  Message why;
};

// What a published revision took over from the scheme in whose place it came.
struct Succession {
  std::string follows;          // the id of that scheme
  int facts = 0;                // that stay with their rules
  std::vector<HeirRule> rules;  // with facts, and with another key or another meaning
  std::vector<LeftFact> left;   // on record, and not counted
};

// What publishing a draft would mean for the facts on record; nothing where it takes no scheme's
// place, or is published already. kConflict `scheme-superseded`, `revision-outdated`: it can't be
// published any more.
Result<std::optional<Succession>> PlanPublication(const Context& context,
                                                  std::string_view selector);

enum class LeftFacts { kRefuse, kAccept };

struct PublishOutcome {
  bool is_new = false;  // false: it was published already, and nothing changed
  SchemeSummary summary;
  std::optional<Succession> succession;  // of a revision that took the place of a published scheme
};

// Puts a draft into force. Where something is pending that nobody gave a reason for, `reason` says
// why it is published all the same, and stays in the ledger with what was pending. Warnings about
// what counts must be confirmed, before or by naming their identities in `confirm`.
//
// A revision takes the place of the scheme in force that it revises. Facts stay as they were
// recorded, and count by the rule that says the same (scheme/rule_heirs.h); what was known before
// is still scored by the rules of its day. Facts whose rule is gone stay on record and don't count:
// that is refused unless `left` accepts it.
//
// kConflict `scheme-superseded`, `revision-outdated`; kInvalid `facts-left-behind` (field
// "leave_facts"): see service/succession.h.
// kInvalid `reason-required` (field "reason"), naming what is pending, if it is blank then;
// `warnings-unconfirmed` (field "confirm"), naming the first of them; `finding-unknown` (field
// "confirm"); `text-too-long` for a reason over 2 000 characters.
Result<PublishOutcome> PublishScheme(const Context& context, std::string_view selector,
                                     std::string_view reason,
                                     std::span<const std::string> confirm = {},
                                     LeftFacts left = LeftFacts::kRefuse);

// The identities of the warnings that nobody has confirmed and that `PublishScheme` asks for.
std::vector<std::string> OutstandingWarnings(const SchemeView& view);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SCHEMES_H_
