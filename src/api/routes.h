// The routes of api/openapi.yaml.

#ifndef KAOPING_API_ROUTES_H_
#define KAOPING_API_ROUTES_H_

#include <cstddef>
#include <span>

#include "api/call.h"
#include "api/route_table.h"

namespace kaoping::api {

// An imported file may be larger than other bodies.
inline constexpr std::size_t kLargestImport = std::size_t{32} * 1024 * 1024;

// All of them; the functions below are called through it.
std::span<const Route> AllRoutes();

// session_routes.cc
Result<Response> SignIn(const Call& call);
Result<Response> GetSession(const Call& call);
Result<Response> SignOut(const Call& call);
Result<Response> ChangeOwnPassword(const Call& call);

// scheme_routes.cc
Result<Response> ListSchemes(const Call& call);
Result<Response> ImportNotice(const Call& call);
Result<Response> PreviewNotice(const Call& call);
Result<Response> GetScheme(const Call& call);
Result<Response> GetRevision(const Call& call);
Result<Response> ListCarried(const Call& call);
Result<Response> AttachSupplement(const Call& call);
Result<Response> ListUnits(const Call& call);
Result<Response> ListOffices(const Call& call);

// register_routes.cc
Result<Response> GetRegister(const Call& call);
Result<Response> ReplaceRegister(const Call& call);
Result<Response> ListEntrustments(const Call& call);
Result<Response> EntrustTask(const Call& call);

// office_routes.cc
Result<Response> ListOfficeNames(const Call& call);
Result<Response> AnswerOfficeName(const Call& call);

// layout_routes.cc
Result<Response> ListLayouts(const Call& call);
Result<Response> ForgetLayout(const Call& call);

// settlement_routes.cc
Result<Response> GetCriterion(const Call& call);
Result<Response> TryReading(const Call& call);
Result<Response> SettleCriterion(const Call& call);
Result<Response> ConfirmFindings(const Call& call);
Result<Response> PublishScheme(const Call& call);

// score_routes.cc
Result<Response> GetScores(const Call& call);
Result<Response> ListOwed(const Call& call);

// fact_routes.cc
Result<Response> ListFacts(const Call& call);
Result<Response> RecordFact(const Call& call);
Result<Response> DecideFact(const Call& call);

// evidence_routes.cc
Result<Response> ListEvidence(const Call& call);
Result<Response> AddEvidence(const Call& call);
Result<Response> RegisterPaper(const Call& call);
Result<Response> GetEvidence(const Call& call);
Result<Response> GetEvidenceFile(const Call& call);
Result<Response> AddEvidenceVersion(const Call& call);
Result<Response> CiteEvidence(const Call& call);
Result<Response> UnciteEvidence(const Call& call);
Result<Response> ReviewEvidence(const Call& call);
Result<Response> RemoveEvidenceFile(const Call& call);
Result<Response> ListEvidenceKinds(const Call& call);
Result<Response> GetCatalogue(const Call& call);
Result<Response> GetCatalogueWorkbook(const Call& call);

// administration_routes.cc
Result<Response> ListUsers(const Call& call);
Result<Response> AddUser(const Call& call);
Result<Response> ChangeRole(const Call& call);
Result<Response> ChangePlace(const Call& call);
Result<Response> ResetPassword(const Call& call);
Result<Response> ListSettings(const Call& call);
Result<Response> ChangeSettings(const Call& call);
Result<Response> VerifyLedger(const Call& call);
Result<Response> GetHealth(const Call& call);
Result<Response> GetReadiness(const Call& call);
Result<Response> GetMetrics(const Call& call);

}  // namespace kaoping::api

#endif  // KAOPING_API_ROUTES_H_
