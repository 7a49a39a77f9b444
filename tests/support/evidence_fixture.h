// EvidenceFixture: hands in small files as a person would.

#ifndef KAOPING_TESTS_SUPPORT_EVIDENCE_FIXTURE_H_
#define KAOPING_TESTS_SUPPORT_EVIDENCE_FIXTURE_H_

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "service/evidence.h"
#include "support/service_fixture.h"

namespace kaoping::service {

class EvidenceFixture : public ServiceFixture {
 protected:
  std::filesystem::path evidence() const { return data() / "evidence"; }

  // Files on the disk, whole or arriving.
  int CountFiles() const {
    int count = 0;
    if (!std::filesystem::exists(evidence())) return 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(evidence())) {
      count += entry.is_regular_file() ? 1 : 0;
    }
    return count;
  }
  std::filesystem::path PathOf(std::string_view sha256) const {
    return evidence() / sha256.substr(0, 2) / sha256.substr(2);
  }

  static EvidenceDraft Draft(std::string unit = std::string(kUnit)) {
    EvidenceDraft draft;
    draft.unit = std::move(unit);
    draft.details.kind = "会议纪要";
    draft.details.formed = Date::Parse("2017-05-20");
    return draft;
  }

  Result<Evidence> Add(const Context& context, std::string_view file_name, std::string_view bytes,
                       const EvidenceDraft& draft = Draft(),
                       const std::vector<CitationTarget>& cited = {}) {
    KAOPING_TRY(const auto file, ReceiveFile(context));
    KAOPING_TRY_STATUS(file->Take(bytes));
    return AddEvidence(context, intake_, draft, file_name, *file, cited);
  }
  Result<Evidence> AddVersion(const Context& context, std::string_view id,
                              std::string_view file_name, std::string_view bytes) {
    KAOPING_TRY(const auto file, ReceiveFile(context));
    KAOPING_TRY_STATUS(file->Take(bytes));
    return AddEvidenceVersion(context, intake_, id, file_name, *file);
  }

  Intake intake_;
};

}  // namespace kaoping::service

#endif  // KAOPING_TESTS_SUPPORT_EVIDENCE_FIXTURE_H_
