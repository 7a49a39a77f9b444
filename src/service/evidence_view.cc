#include "service/evidence_view.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "scheme/scheme.h"
#include "service/evidence_body.h"
#include "service/evidence_places.h"
#include "service/lineage.h"
#include "service/reviewed_scheme.h"
#include "service/settings_in_force.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

constexpr int kMostSame = 20;

class Viewer {
 public:
  Viewer(const store::Transaction& transaction, const EvidenceReach& reach)
      : transaction_(transaction), reach_(reach) {}

  Result<std::vector<Evidence>> View(const std::vector<store::EvidenceRow>& rows) {
    if (rows.empty()) return std::vector<Evidence>();
    KAOPING_TRY(settings_, LoadSettings(transaction_));
    std::vector<std::string> ids;
    for (const store::EvidenceRow& row : rows) {
      KAOPING_TRY(EvidenceBody body, ReadEvidenceBody(row.body));
      Evidence item;
      item.id = row.id;
      item.unit = row.unit;
      item.office = row.office;
      item.details = std::move(body.details);
      item.paper = std::move(body.paper);
      item.by = row.by;
      item.at = row.at;
      item.is_late = IsLate(item.details, item.at);
      positions_[row.id] = items_.size();
      items_.push_back(std::move(item));
      ids.push_back(row.id);
    }
    KAOPING_TRY_STATUS(AddFiles(ids));
    KAOPING_TRY_STATUS(AddCitations(ids));
    KAOPING_TRY_STATUS(AddReviews(ids));
    for (Evidence& item : items_) KAOPING_TRY_STATUS(AddSame(item));
    return std::move(items_);
  }

 private:
  bool IsLate(const EvidenceDetails& details, Timestamp at) const {
    return details.formed && details.formed->DaysUntil(at.BeijingDay()) > settings_.late_days;
  }

  Evidence& ItemOf(const std::string& id) { return items_.at(positions_.at(id)); }

  Status AddFiles(const std::vector<std::string>& ids) {
    KAOPING_TRY(const std::vector<store::EvidenceFileRow> rows,
                transaction_.evidence().FilesOf(ids));
    KAOPING_TRY(const std::vector<store::EvidenceRemovalRow> removals,
                transaction_.evidence().Removals());
    std::map<std::string_view, const store::EvidenceRemovalRow*> removed;
    for (const store::EvidenceRemovalRow& removal : removals) removed[removal.sha256] = &removal;
    for (const store::EvidenceFileRow& row : rows) {
      Evidence& item = ItemOf(row.item);
      EvidenceFile file;
      KAOPING_TRY_STATUS(ReadFileBody(row.body, file));
      file.version = row.version;
      file.sha256 = row.sha256;
      file.is_late = IsLate(item.details, row.at);
      file.by = row.by;
      file.at = row.at;
      if (const auto found = removed.find(row.sha256); found != removed.end()) {
        const store::EvidenceRemovalRow& removal = *found->second;
        file.removal = {removal.reason, removal.by, removal.at};
      }
      item.files.push_back(std::move(file));
    }
    return Ok();
  }

  Status AddCitations(const std::vector<std::string>& ids) {
    KAOPING_TRY(const std::vector<store::CitationRow> rows,
                transaction_.evidence().CitationsOf(ids));
    const auto place_of = [](const store::CitationRow& row) {
      return std::tie(row.item, row.scheme, row.kind, row.target);
    };
    std::map<decltype(place_of(rows.front())), std::uint64_t> last;
    for (const store::CitationRow& row : rows) last[place_of(row)] = row.entry;
    for (const store::CitationRow& row : rows) {
      // The last one for a place stands.
      if (last.at(place_of(row)) != row.entry || row.status != kCited) continue;
      EvidenceCitation citation;
      citation.scheme = row.scheme;
      citation.by = row.by;
      citation.at = row.at;
      for (const CitedKind kind : {CitedKind::kTask, CitedKind::kRule, CitedKind::kFact}) {
        if (row.kind == ToString(kind)) citation.kind = kind;
      }
      KAOPING_TRY(const scheme::Scheme* const scheme, SchemeOf(row.scheme));
      citation.scheme_title = scheme->title;
      citation.target = row.target;
      // People know a rule by its key.
      if (citation.kind == CitedKind::kRule) {
        if (const auto rule = scheme::FindRule(*scheme, row.target)) {
          citation.target = rule->Get().key;
        }
      }
      ItemOf(row.item).citations.push_back(std::move(citation));
    }
    return Ok();
  }

  Result<const scheme::Scheme*> SchemeOf(const std::string& id) {
    const auto found = schemes_.find(id);
    if (found != schemes_.end()) return &found->second;
    KAOPING_TRY(const std::vector<store::SchemeRow> rows, transaction_.schemes().All());
    const store::SchemeRow* const row = FindRow(rows, id);
    KAOPING_CHECK(row != nullptr);  // held by the database
    KAOPING_TRY(ReviewedScheme reviewed, LoadReviewed(transaction_, *row));
    return &schemes_.emplace(id, std::move(reviewed.scheme)).first->second;
  }

  Status AddReviews(const std::vector<std::string>& ids) {
    KAOPING_TRY(const std::vector<store::EvidenceReviewRow> rows,
                transaction_.evidence().ReviewsOf(ids));
    for (const store::EvidenceReviewRow& row : rows) {
      KAOPING_TRY(const EvidenceStatus status, ParseEvidenceStatus(row.status));
      Evidence& item = ItemOf(row.item);
      const int last = item.files.empty() ? 0 : item.files.back().version;
      if (row.version == last) item.status = status;
      item.reviews.push_back({row.version, status, row.reason, row.by, row.at});
    }
    return Ok();
  }

  // Of the last version.
  Status AddSame(Evidence& item) const {
    if (item.files.empty()) return Ok();
    KAOPING_TRY(const std::vector<store::EvidenceRow> rows,
                transaction_.evidence().Select({.sha256 = item.files.back().sha256}, kMostSame));
    for (const store::EvidenceRow& row : rows) {
      if (row.id == item.id) continue;
      KAOPING_TRY(EvidenceBody body, ReadEvidenceBody(row.body));
      SameFile same;
      same.unit = row.unit;
      same.at = row.at;
      same.why = row.unit != item.unit ? SameFile::Why::kOtherUnit
                 : row.at.BeijingDay().Year() != item.at.BeijingDay().Year()
                     ? SameFile::Why::kOtherYear
                     : SameFile::Why::kAgain;
      if (reach_.Has(row)) {
        same.id = row.id;
        same.name = std::move(body.details.name);
      }
      item.same.push_back(std::move(same));
    }
    return Ok();
  }

  const store::Transaction& transaction_;
  const EvidenceReach& reach_;
  Settings settings_;
  std::vector<Evidence> items_;
  std::map<std::string, std::size_t> positions_;  // in items_, by id
  std::map<std::string, scheme::Scheme> schemes_;
};

}  // namespace

Result<std::vector<Evidence>> ViewEvidence(const store::Transaction& transaction,
                                           const EvidenceReach& reach,
                                           const std::vector<store::EvidenceRow>& rows) {
  return Viewer(transaction, reach).View(rows);
}

Result<Evidence> LoadEvidence(const store::Transaction& transaction, const Actor& actor,
                              std::string_view id) {
  KAOPING_TRY(const EvidenceReach reach, EvidenceReach::Load(transaction, actor));
  KAOPING_TRY(std::optional<store::EvidenceRow> row, transaction.evidence().Find(id));
  if (!row || !reach.Has(*row)) {
    return MakeError(ErrorKind::kNotFound, "evidence-not-found",
                     Say("没有佐证材料“{}”；请核对编号", "there is no evidence '{}'; check the id",
                         Shorten(id)));
  }
  KAOPING_TRY(std::vector<Evidence> items, ViewEvidence(transaction, reach, {*std::move(row)}));
  return std::move(items.front());
}

}  // namespace kaoping::service
