#include "service/evidence.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "service/evidence_body.h"
#include "service/evidence_check.h"
#include "service/evidence_files.h"
#include "service/evidence_inspection.h"
#include "service/evidence_places.h"
#include "service/evidence_view.h"
#include "service/paging.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

Status KeepFile(store::Transaction& work, const Context& context, const std::string& item,
                int version, const EvidenceFile& file) {
  store::EvidenceFileRow row;
  row.item = item;
  row.version = version;
  row.sha256 = file.sha256;
  row.body = WriteBody(file);
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kAddEvidenceFile,
                                     StateEvidenceFile(row)));
  return work.evidence().AddFile(row);
}

// Whether the item is cited there.
Result<bool> IsCited(const store::Transaction& transaction, const std::string& item,
                     const store::CitedPlace& place) {
  KAOPING_TRY(const std::vector<store::CitationRow> rows,
              transaction.evidence().CitationsOf({item}));
  bool is_cited = false;
  for (const store::CitationRow& row : rows) {
    if (row.scheme == place.scheme && row.kind == place.kind && row.target == place.target) {
      is_cited = row.status == kCited;
    }
  }
  return is_cited;
}

// Cites the item for places that it isn't cited for yet.
Status CiteAll(store::Transaction& work, const Context& context, const std::string& item,
               std::span<const CitationTarget> targets) {
  for (const CitationTarget& target : targets) {
    KAOPING_TRY(const store::CitedPlace place, FindCitedPlace(work, target));
    KAOPING_TRY(const bool is_cited, IsCited(work, item, place));
    if (!is_cited) KAOPING_TRY_STATUS(KeepCitation(work, context, item, place, kCited));
  }
  return Ok();
}

// The id of a new item: "ev-" and the number of its entry.
Result<std::string> KeepItem(store::Transaction& work, const Context& context,
                             const EvidenceDraft& draft,
                             const std::optional<RegisteredPaper>& paper) {
  KAOPING_TRY(const ledger::Tail tail, work.ledger().Head());
  store::EvidenceRow row;
  row.id = "ev-" + std::to_string(tail.seq + 1);
  row.unit = draft.unit;
  row.office = draft.office;
  row.body = WriteBody(EvidenceBody{draft.details, paper});
  KAOPING_TRY(row.entry, AppendEntry(work, context.actor, context.now, action::kAddEvidence,
                                     StateEvidence(row)));
  KAOPING_TRY_STATUS(work.evidence().Add(row));
  return row.id;
}

// ---- refusing

// A file that had to go must not come back by another way.
Status CheckNotRemoved(const store::Transaction& work, const EvidenceFile& file) {
  KAOPING_TRY(const std::optional<store::EvidenceRemovalRow> removal,
              work.evidence().FindRemoval(file.sha256));
  if (!removal) return Ok();
  return MakeError(
      ErrorKind::kConflict, "evidence-removed",
      Say("这个文件已于{0}依规定删除（{1}），不能再上传；请改用删去有关内容的文件",
          "this file was removed on {0} ({1}) and is not taken again; upload one without what had "
          "to go",
          removal->at.ToBeijing(), removal->reason));
}

Error OwnEvidence(const Actor& actor, const std::string& id) {
  const bool is_operator = actor.role == Role::kOperator;
  return MakeError(
      ErrorKind::kForbidden, "own-evidence",
      is_operator
          ? Say("材料{}是命令行上传的，命令行不能自己审核；请由考评员或复核员登录网页审核",
                "evidence {} was handed in by the command line, which cannot review it; let an "
                "appraiser or a reviewer sign in and do so",
                id)
          : Say("材料{}是您自己上传的，须由另一人审核",
                "you handed in evidence {} yourself; "
                "somebody else has to review it",
                id));
}

Status CheckReason(std::string_view reason, bool is_needed, std::string_view zh,
                   std::string_view en) {
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  if (!is_needed || !IsBlank(reason)) return Ok();
  return MakeError(ErrorKind::kInvalid, "reason-required",
                   Say("{0}须写明理由", "{1} needs a reason", zh, en), "reason");
}

// The draft with its unit and office as the register calls them.
Result<EvidenceDraft> PutInPlace(const store::Transaction& work, const Context& context,
                                 EvidenceDraft draft) {
  KAOPING_TRY(const EvidenceReach reach, EvidenceReach::Load(work, context.actor));
  KAOPING_TRY(Place place, reach.TakePlace({.unit = draft.unit, .office = draft.office}));
  draft.unit = std::move(place.unit);
  draft.office = std::move(place.office);
  return draft;
}

// ---- finding

Result<const EvidenceFile*> VersionOf(const Evidence& item, int version) {
  if (version == 0 && !item.files.empty()) return &item.files.back();
  for (const EvidenceFile& file : item.files) {
    if (file.version == version) return &file;
  }
  return MakeError(
      ErrorKind::kNotFound, "version-unknown",
      item.files.empty()
          ? Say("材料{}是登记件，没有上传的文件",
                "evidence {} is a registered paper and has no file", item.id)
          : Say("材料{0}没有第{1}版；共有{2}版", "evidence {0} has no version {1}; it has {2}",
                item.id, version, item.files.size()),
      "version");
}

Result<store::EvidenceSelection> SelectionFor(const store::Transaction& reading,
                                              const EvidenceReach& reach,
                                              const EvidenceFilter& filter) {
  store::EvidenceSelection selection;
  selection.units = reach.OwnNames();
  if (!filter.unit.empty()) {
    KAOPING_TRY(selection.units, reach.NamesOf(filter.unit));
  }
  const int places =
      (filter.task.empty() ? 0 : 1) + (filter.rule.empty() ? 0 : 1) + (filter.fact.empty() ? 0 : 1);
  if (places > 1 || (places == 1 && filter.scheme.empty())) {
    return MakeError(ErrorKind::kInvalid, "filter-unclear",
                     Say("按任务、规则或事实查找时，三者只写一个，并写明方案",
                         "name a scheme, and one of task, rule and fact"),
                     "scheme");
  }
  if (!filter.scheme.empty()) {
    KAOPING_TRY(selection.cited, PlacesOf(reading, filter));
    // What was nowhere before cannot have been cited there.
    KAOPING_CHECK(!selection.cited.empty());
  }
  if (filter.status) selection.status = ToString(*filter.status);
  KAOPING_TRY(selection.after, ReadCursor(filter.cursor));
  return selection;
}

std::string_view WithoutExtension(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  return dot == 0 || dot == file_name.npos ? file_name : file_name.substr(0, dot);
}

}  // namespace

Result<Evidence> AddEvidence(const Context& context, const Intake& intake,
                             const EvidenceDraft& draft, std::string_view file_name,
                             ArrivingFile& file, std::span<const CitationTarget> cited) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY_STATUS(CheckFileName(file_name));
  EvidenceDraft given = draft;
  if (IsBlank(given.details.name)) given.details.name = WithoutExtension(file_name);
  KAOPING_TRY_STATUS(CheckDraft(context, given));
  KAOPING_TRY(const EvidenceFile inspected, InspectFile(intake, file_name, file));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(given, PutInPlace(*work, context, std::move(given)));
  KAOPING_TRY_STATUS(CheckNotRemoved(*work, inspected));
  KAOPING_TRY_STATUS(file.blob().Keep());
  KAOPING_TRY(const std::string id, KeepItem(*work, context, given, std::nullopt));
  KAOPING_TRY_STATUS(KeepFile(*work, context, id, 1, inspected));
  KAOPING_TRY_STATUS(CiteAll(*work, context, id, cited));
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> RegisterPaper(const Context& context, const EvidenceDraft& draft,
                               const RegisteredPaper& paper,
                               std::span<const CitationTarget> cited) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY_STATUS(CheckPaper(context, draft, paper));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const EvidenceDraft given, PutInPlace(*work, context, draft));
  KAOPING_TRY(const std::string id, KeepItem(*work, context, given, paper));
  KAOPING_TRY_STATUS(CiteAll(*work, context, id, cited));
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> AddEvidenceVersion(const Context& context, const Intake& intake,
                                    std::string_view id, std::string_view file_name,
                                    ArrivingFile& file) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY_STATUS(CheckFileName(file_name));
  KAOPING_TRY(const EvidenceFile inspected, InspectFile(intake, file_name, file));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  if (!item.files.empty() && item.files.back().sha256 == inspected.sha256) return item;
  KAOPING_TRY_STATUS(CheckNotRemoved(*work, inspected));
  KAOPING_TRY_STATUS(file.blob().Keep());
  const int version = item.files.empty() ? 1 : item.files.back().version + 1;
  KAOPING_TRY_STATUS(KeepFile(*work, context, item.id, version, inspected));
  KAOPING_TRY(item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> CiteEvidence(const Context& context, std::string_view id,
                              const CitationTarget& target) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(CiteAll(*work, context, item.id, {&target, 1}));
  KAOPING_TRY(item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> UnciteEvidence(const Context& context, std::string_view id,
                                const CitationTarget& target) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRecord));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY(const store::CitedPlace place, FindCitedPlace(*work, target));
  KAOPING_TRY(const bool is_cited, IsCited(*work, item.id, place));
  if (!is_cited) {
    return MakeError(ErrorKind::kNotFound, "not-cited",
                     Say("材料{0}没有被“{1}”引用，无从撤回", "evidence {0} is not cited for '{1}'",
                         item.id, Shorten(target.target)));
  }
  KAOPING_TRY_STATUS(KeepCitation(*work, context, item.id, place, kWithdrawn));
  KAOPING_TRY(item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> ReviewEvidence(const Context& context, std::string_view id, int version,
                                EvidenceStatus status, std::string_view reason) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kDecide));
  if (status == EvidenceStatus::kPending) {
    return MakeError(ErrorKind::kInvalid, "status-undecided",
                     Say("审核结果请写采信、部分采信、退回或存疑",
                         "a review accepts, accepts partly, returns or doubts"),
                     "status");
  }
  const bool needs_reason =
      status == EvidenceStatus::kReturned || status == EvidenceStatus::kDoubtful;
  KAOPING_TRY_STATUS(CheckReason(reason, needs_reason, "退回或存疑", "returning or doubting"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  const int last = item.files.empty() ? 0 : item.files.back().version;
  const std::string& author = item.files.empty() ? item.by : item.files.back().by;
  if (author == context.actor.name) return OwnEvidence(context.actor, item.id);
  if (version != 0 && version != last) {
    return MakeError(ErrorKind::kConflict, "evidence-changed",
                     Say("您看的是第{0}版，材料{2}现在是第{1}版；请看过新版再审核",
                         "you looked at version {0}, and evidence {2} now has version {1}; look at "
                         "that one first",
                         version, last, item.id));
  }
  const std::string why = IsBlank(reason) ? "" : std::string(reason);
  if (!item.reviews.empty() && item.reviews.back().version == last && item.status == status &&
      item.reviews.back().reason == why) {
    return item;
  }
  store::EvidenceReviewRow row;
  row.item = item.id;
  row.version = last;
  row.status = ToString(status);
  row.reason = why;
  KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kReviewEvidence,
                                     StateEvidenceReview(row)));
  KAOPING_TRY_STATUS(work->evidence().Review(row));
  KAOPING_TRY(item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY_STATUS(work->Commit());
  return item;
}

Result<Evidence> RemoveEvidenceFile(const Context& context, std::string_view id, int version,
                                    std::string_view reason) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kDecide));
  KAOPING_TRY_STATUS(CheckReason(reason, true, "删除文件", "removing a file"));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Evidence item, LoadEvidence(*work, context.actor, id));
  KAOPING_TRY(const EvidenceFile* const file, VersionOf(item, version));
  if (file->removal) return item;
  store::EvidenceRemovalRow row;
  row.sha256 = file->sha256;
  row.item = item.id;
  row.reason = reason;
  KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kRemoveEvidenceFile,
                                     StateEvidenceRemoval(row)));
  KAOPING_TRY_STATUS(work->evidence().Remove(row));
  KAOPING_TRY(item, LoadEvidence(*work, context.actor, id));
  // First the ledger: a file must not be gone without a word on why.
  KAOPING_TRY_STATUS(work->Commit());
  if (context.store.blobs().Remove(row.sha256)) return item;
  return MakeError(
      ErrorKind::kUnavailable, "evidence-not-removed",
      Say("删除已记入总账，但磁盘上的文件没能删去；请检查数据文件夹的权限，重新启动服务时会再删一"
          "次",
          "the removal stands in the ledger, but the disk kept the file; check the rights of the "
          "data folder: it is tried again when the server starts"));
}

Result<Evidence> ShowEvidence(const Context& context, std::string_view id) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  return LoadEvidence(*reading, context.actor, id);
}

Result<EvidencePage> ListEvidence(const Context& context, const EvidenceFilter& filter) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY_STATUS(CheckLimit(filter.limit, "items"));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const EvidenceReach reach, EvidenceReach::Load(*reading, context.actor));
  KAOPING_TRY(store::EvidenceSelection selection, SelectionFor(*reading, reach, filter));
  // One more than asked for tells whether there is a next page.
  const std::size_t wanted = static_cast<std::size_t>(filter.limit) + 1;
  std::vector<store::EvidenceRow> rows;
  while (rows.size() < wanted) {
    KAOPING_TRY(const std::vector<store::EvidenceRow> some,
                reading->evidence().Select(selection, filter.limit + 1));
    for (const store::EvidenceRow& row : some) {
      if (reach.Has(row) && rows.size() < wanted) rows.push_back(row);
    }
    if (some.size() < wanted) break;
    selection.after = some.back().entry;
  }
  EvidencePage page;
  if (rows.size() == wanted) {
    rows.pop_back();
    page.next = std::to_string(rows.back().entry);
  }
  KAOPING_TRY(page.items, ViewEvidence(*reading, reach, rows));
  return page;
}

Result<OpenedFile> OpenEvidenceFile(const Context& context, std::string_view id, int version) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kRead));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Evidence item, LoadEvidence(*reading, context.actor, id));
  KAOPING_TRY(const EvidenceFile* const file, VersionOf(item, version));
  if (file->removal) {
    return MakeError(ErrorKind::kNotFound, "file-removed",
                     Say("这个文件已于{0}依规定删除：{1}", "this file was removed on {0}: {1}",
                         file->removal->at.ToBeijing(), file->removal->reason));
  }
  KAOPING_TRY(std::unique_ptr<ByteSource> bytes, context.store.blobs().Open(file->sha256));
  return OpenedFile{*file, std::move(bytes)};
}

Result<int> CleanUpEvidence(store::Store& store) {
  auto opened = store.Write();
  if (!opened) {
    if (opened.error().code == "data-read-only") return 0;
    return std::move(opened).error();
  }
  const std::unique_ptr<store::Transaction> work = *std::move(opened);
  KAOPING_TRY(const NamedFiles files, LoadNamedFiles(*work));
  std::set<std::string> named;
  for (const auto& [sha256, item] : files.items) {
    if (!files.removed.contains(sha256)) named.insert(sha256);
  }
  return store.blobs().CleanUp(named);
}

}  // namespace kaoping::service
