#include "api/routes.h"

#include <array>

namespace kaoping::api {
namespace {

using enum Access;
using enum Lane;

constexpr std::array kRoutes = {
    Route{"GET", "/api/v1/session", GetSession, kEntering},
    Route{"POST", "/api/v1/session", SignIn, kAnyone, kPassword},
    Route{"DELETE", "/api/v1/session", SignOut, kEntering},
    Route{"PUT", "/api/v1/session/password", ChangeOwnPassword, kEntering, kPassword},

    Route{"GET", "/api/v1/schemes", ListSchemes},
    Route{"POST", "/api/v1/schemes", ImportNotice, kSignedIn, kWork, kLargestImport},
    Route{"POST", "/api/v1/previews", PreviewNotice, kSignedIn, kWork, kLargestImport},
    Route{"GET", "/api/v1/schemes/{id}", GetScheme},
    Route{"GET", "/api/v1/schemes/{id}/revision", GetRevision},
    Route{"GET", "/api/v1/schemes/{id}/carried", ListCarried},
    Route{"POST", "/api/v1/schemes/{id}/supplements", AttachSupplement, kSignedIn, kWork,
          kLargestImport},
    Route{"POST", "/api/v1/schemes/{id}/publication", PublishScheme},
    Route{"GET", "/api/v1/schemes/{id}/criteria/{task}", GetCriterion},
    Route{"POST", "/api/v1/schemes/{id}/criteria/{task}/readings", TryReading},
    Route{"PUT", "/api/v1/schemes/{id}/criteria/{task}/settlement", SettleCriterion},
    Route{"POST", "/api/v1/schemes/{id}/confirmations", ConfirmFindings},
    Route{"GET", "/api/v1/schemes/{id}/units", ListUnits},
    Route{"GET", "/api/v1/schemes/{id}/offices", ListOffices},
    Route{"GET", "/api/v1/schemes/{id}/office-names", ListOfficeNames},
    Route{"PUT", "/api/v1/schemes/{id}/office-names/{name}", AnswerOfficeName},

    Route{"GET", "/api/v1/schemes/{id}/entrustments", ListEntrustments},
    Route{"PUT", "/api/v1/schemes/{id}/entrustments/{task}", EntrustTask},

    Route{"GET", "/api/v1/register", GetRegister},
    Route{"PUT", "/api/v1/register", ReplaceRegister},

    Route{"GET", "/api/v1/layouts", ListLayouts},
    Route{"DELETE", "/api/v1/layouts/{id}", ForgetLayout},

    Route{"GET", "/api/v1/schemes/{id}/scores/{unit}", GetScores},
    Route{"GET", "/api/v1/schemes/{id}/owed/{unit}", ListOwed},

    Route{"GET", "/api/v1/schemes/{id}/facts", ListFacts},
    Route{"POST", "/api/v1/schemes/{id}/facts", RecordFact},
    Route{"POST", "/api/v1/schemes/{id}/facts/{fact}/decision", DecideFact},

    Route{"GET", "/api/v1/evidence", ListEvidence},
    Route{.method = "POST",
          .pattern = "/api/v1/evidence",
          .handler = AddEvidence,
          .takes_file = true},
    Route{"POST", "/api/v1/papers", RegisterPaper},
    Route{"GET", "/api/v1/evidence/{evidence}", GetEvidence},
    Route{"GET", "/api/v1/evidence/{evidence}/file", GetEvidenceFile},
    Route{.method = "POST",
          .pattern = "/api/v1/evidence/{evidence}/versions",
          .handler = AddEvidenceVersion,
          .takes_file = true},
    Route{"POST", "/api/v1/evidence/{evidence}/citations", CiteEvidence},
    Route{"DELETE", "/api/v1/evidence/{evidence}/citations", UnciteEvidence},
    Route{"POST", "/api/v1/evidence/{evidence}/review", ReviewEvidence},
    Route{"POST", "/api/v1/evidence/{evidence}/removal", RemoveEvidenceFile},
    Route{"GET", "/api/v1/evidence-kinds", ListEvidenceKinds},
    Route{"GET", "/api/v1/catalogues/{unit}", GetCatalogue},
    Route{"GET", "/api/v1/catalogues/{unit}/workbook", GetCatalogueWorkbook},

    Route{"GET", "/api/v1/users", ListUsers},
    Route{"POST", "/api/v1/users", AddUser, kSignedIn, kPassword},
    Route{"PUT", "/api/v1/users/{name}/role", ChangeRole},
    Route{"PUT", "/api/v1/users/{name}/place", ChangePlace},
    Route{"PUT", "/api/v1/users/{name}/password", ResetPassword, kSignedIn, kPassword},
    Route{"GET", "/api/v1/settings", ListSettings},
    Route{"PUT", "/api/v1/settings", ChangeSettings},
    Route{"GET", "/api/v1/verification", VerifyLedger},

    Route{"GET", "/healthz", GetHealth, kAnyone},
    Route{"GET", "/readyz", GetReadiness, kAnyone},
    Route{"GET", "/metrics", GetMetrics, kAnyone},
};

}  // namespace

std::span<const Route> AllRoutes() { return kRoutes; }

}  // namespace kaoping::api
