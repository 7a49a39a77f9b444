// Evidence (佐证材料): handed in once, cited by as many tasks, rules, facts and years as need it,
// looked over by somebody else.
//
// An item is a file, in as many versions as were handed in, or a registered paper (登记件) that may
// not be uploaded. Nothing of it is changed or removed, but for a file that must go by law, whose
// hash and what is known of it stay.

#ifndef KAOPING_SERVICE_EVIDENCE_H_
#define KAOPING_SERVICE_EVIDENCE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.h"
#include "base/date.h"
#include "base/result.h"
#include "service/context.h"
#include "service/evidence_intake.h"

namespace kaoping::service {

// What kinds of evidence are usual; any other text will do.
std::span<const std::string_view> EvidenceKinds();

// What a person tells of an item. Empty texts, 0 and absent days are not known.
struct EvidenceDetails {
  enum class Form { kUnknown, kOriginal, kCopy };  // 原件, 复印件

  std::string name;            // 材料名称
  std::string kind;            // 类别
  std::string number;          // 文号
  std::string issuer;          // 形成单位
  std::optional<Date> formed;  // 形成日期
  int pages = 0;
  int copies = 0;
  Form form = Form::kUnknown;
  std::string url;       // where it was published
  std::string location;  // 存放位置
  std::string note;
  friend bool operator==(const EvidenceDetails&, const EvidenceDetails&) = default;
};

// What proves a paper that is not here.
struct RegisteredPaper {
  std::string number;   // 登记号
  std::string seen_by;  // who looked at it
  std::optional<Date> seen_on;
  friend bool operator==(const RegisteredPaper&, const RegisteredPaper&) = default;
};

struct EvidenceDraft {
  std::string unit;    // empty: that of the account
  std::string office;  // empty for none, or for that of the account
  EvidenceDetails details;
};

// What an item is cited for.
enum class CitedKind { kTask, kRule, kFact };
// "task", "rule", "fact". Stored; never rename one.
const char* ToString(CitedKind kind);

struct CitationTarget {
  std::string scheme;  // any selector
  CitedKind kind = CitedKind::kTask;
  std::string target;  // a task's key; a rule's key or lasting id; a fact's id
};

enum class EvidenceStatus {
  kPending,   // 待审
  kAccepted,  // 采信
  kPartly,    // 部分采信
  kReturned,  // 退回
  kDoubtful,  // 存疑
};
// "pending", "accepted", … Stored; never rename one.
const char* ToString(EvidenceStatus status);
// 待审, …
const char* TitleOf(EvidenceStatus status);
// kInvalid `status-unknown` (field "status"), naming those that there are.
Result<EvidenceStatus> ParseEvidenceStatus(std::string_view name);

struct EvidenceRemoval {
  std::string reason;
  std::string by;
  Timestamp at;
};

struct EvidenceFile {
  // Whether marks of secrecy were looked for, or why they were not.
  enum class Words {
    kRead,
    kNone,      // a picture, a video or a presentation has no words that can be read here
    kTooLarge,  // for the readers
    kUnread,    // a reader refused it: scanned, of a kind that only another program opens
  };

  int version = 0;        // from 1
  std::string file_name;  // as it was uploaded
  std::string kind;       // "pdf", … (document/file_kind.h)
  std::uint64_t size = 0;
  std::string sha256;
  std::string sm3;
  Words words = Words::kRead;
  bool is_scanned = false;  // by a virus scanner, which found nothing
  bool is_late = false;     // 补: more days after it was formed than the setting `late-days` says
  std::string by;
  Timestamp at;
  std::optional<EvidenceRemoval> removal;
};
// "read", "none", "too-large", "unread". Stored; never rename one.
const char* ToString(EvidenceFile::Words words);

struct EvidenceCitation {
  std::string scheme;        // id
  std::string scheme_title;  // 《…》
  CitedKind kind = CitedKind::kTask;
  std::string target;  // a task's or rule's key in that scheme; a fact's id
  std::string by;
  Timestamp at;
};

struct EvidenceReview {
  int version = 0;  // 0: of a registered paper
  EvidenceStatus status = EvidenceStatus::kPending;
  std::string reason;
  std::string by;
  Timestamp at;
};

// Another item with the same file.
struct SameFile {
  enum class Why {
    kOtherUnit,
    kOtherYear,  // of the same unit, handed in in another year
    kAgain,      // of the same unit and year
  };

  std::string id;
  std::string unit;
  std::string name;
  Why why = Why::kAgain;
  Timestamp at;
};
// "other-unit", "other-year", "again".
const char* ToString(SameFile::Why why);

struct Evidence {
  std::string id;  // "ev-" and a number
  std::string unit;
  std::string office;
  EvidenceDetails details;
  std::optional<RegisteredPaper> paper;
  std::string by;
  Timestamp at;
  EvidenceStatus status = EvidenceStatus::kPending;  // of the last version
  bool is_late = false;                              // as it was first handed in
  std::vector<EvidenceFile> files;                   // all versions, the oldest first
  std::vector<EvidenceCitation> citations;           // that stand, the oldest first
  std::vector<EvidenceReview> reviews;               // of all versions, the oldest first
  std::vector<SameFile> same;                        // the oldest first
};

// Hands in a file. `name` is set from the file's name if it is empty. Cites it for each of `cited`,
// all or none.
//
// kInvalid, keeping nothing: `file-name-unfit` (field "filename"), the codes of
// document::CheckFileKind, `file-classified` for a mark of secrecy, `file-infected`; `text-unfit`,
// `text-too-long`, `number-unfit` (pages, copies), `formed-in-future`, each with its field.
// kUnavailable `scanner-unavailable`. kConflict `evidence-removed` for a file that had to go by
// law. kNotFound `unit-unknown`, `office-unknown`, and what CiteEvidence says of `cited`.
Result<Evidence> AddEvidence(const Context& context, const Intake& intake,
                             const EvidenceDraft& draft, std::string_view file_name,
                             ArrivingFile& file, std::span<const CitationTarget> cited = {});

// Registers a paper that may not be uploaded. kInvalid `field-missing` unless it has a name, a
// number, and where it is kept (`details.location`); else as above.
Result<Evidence> RegisterPaper(const Context& context, const EvidenceDraft& draft,
                               const RegisteredPaper& paper,
                               std::span<const CitationTarget> cited = {});

// Hands in another file for the item, whose review begins anew; older ones stay. The same file as
// the last version changes nothing. kNotFound `evidence-not-found`, here and below.
Result<Evidence> AddEvidenceVersion(const Context& context, const Intake& intake,
                                    std::string_view id, std::string_view file_name,
                                    ArrivingFile& file);

// Cites an item, or takes that back. What is so already changes nothing.
//
// kNotFound `scheme-not-found`, `task-unknown`, `rule-unknown`, `fact-not-found`; `not-cited` where
// there is nothing to take back. kConflict `scheme-ambiguous`, `scheme-not-published`.
Result<Evidence> CiteEvidence(const Context& context, std::string_view id,
                              const CitationTarget& target);
Result<Evidence> UnciteEvidence(const Context& context, std::string_view id,
                                const CitationTarget& target);

// Says what is thought of an item as it stands; a later review replaces an earlier one.
//
// `version` is the one that was looked at: kConflict `evidence-changed` if there is a newer one; 0
// for whatever is the last. kForbidden `own-evidence`, for whoever handed it in. kInvalid
// `status-undecided` for kPending, `reason-required` (field "reason") to return or doubt without
// one, `text-too-long`.
Result<Evidence> ReviewEvidence(const Context& context, std::string_view id, int version,
                                EvidenceStatus status, std::string_view reason);

// Takes a file off the disk that must go by law, from every item and version that has it; 0 is the
// last version. Its hash and all that is known of it stay. What is gone already changes nothing.
//
// kInvalid `reason-required` (field "reason"); kNotFound `version-unknown` (field "version").
// kUnavailable `evidence-not-removed`: the removal stands in the ledger but the disk refused; it is
// carried out at the next start.
Result<Evidence> RemoveEvidenceFile(const Context& context, std::string_view id, int version,
                                    std::string_view reason);

Result<Evidence> ShowEvidence(const Context& context, std::string_view id);

struct EvidenceFilter {
  std::string unit{};    // empty: all
  std::string scheme{};  // empty: whatever it is cited for, or nothing
  // Require a scheme; at most one of them.
  std::string task{};
  std::string rule{};
  std::string fact{};
  std::optional<EvidenceStatus> status{};
  std::string cursor{};  // EvidencePage::next of the page before; empty: from the start
  int limit = 100;       // 1 to 1 000
};

struct EvidencePage {
  std::vector<Evidence> items;  // in the order of handing in
  std::string next;             // empty on the last page
};

// What was cited in a scheme that a revision took the place of is found by the revision: by the
// task with the same words, the rule that took over, the fact. kInvalid `filter-unclear`,
// `cursor-unfit`, `limit-unfit`; kNotFound as CiteEvidence, and `unit-unknown`; kForbidden
// `outside-reach`.
Result<EvidencePage> ListEvidence(const Context& context, const EvidenceFilter& filter);

struct OpenedFile {
  EvidenceFile file;
  std::unique_ptr<ByteSource> bytes;
};
// The bytes of a version; 0 is the last. kNotFound `version-unknown` (field "version"), which a
// registered paper gives too; kNotFound `file-removed` where it had to go; kCorrupt
// `evidence-file-missing`.
Result<OpenedFile> OpenEvidenceFile(const Context& context, std::string_view id, int version);

// Removes what was left behind by uploads that never ended, files that no item has, and those whose
// removal could not be carried out. For the start of a server. Does nothing where the data may not
// be written. How many files went.
Result<int> CleanUpEvidence(store::Store& store);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_EVIDENCE_H_
