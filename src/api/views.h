// Private to api/: what service/ returns, in the shapes of api/openapi.yaml,
// where no room below has a JSON form of it.

#ifndef KAOPING_API_VIEWS_H_
#define KAOPING_API_VIEWS_H_

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "base/message.h"
#include "scheme/parse.h"
#include "scheme/supplement.h"
#include "service/accounts.h"
#include "service/facts.h"
#include "service/schemes.h"
#include "service/settlements.h"

namespace kaoping::api {

nlohmann::ordered_json ViewSession(const service::Account& account);
nlohmann::ordered_json ViewUser(const service::Account& account);
nlohmann::ordered_json View(const service::NewPassword& password);
nlohmann::ordered_json View(const service::SchemeSummary& summary);
nlohmann::ordered_json View(const service::ImportOutcome& outcome);
nlohmann::ordered_json View(const service::RevisionView& revision);
nlohmann::ordered_json View(const std::vector<scheme::Untaken>& untaken);
nlohmann::ordered_json View(const service::CarriedSettlement& carried);
nlohmann::ordered_json View(const std::vector<service::CarriedSettlement>& carried);
nlohmann::ordered_json View(const service::Succession& succession, Language language);
nlohmann::ordered_json View(const std::vector<notice::SeenTable>& seen);
// Every rule, limit, policy and link of the scheme read back as a sentence beside it.
nlohmann::ordered_json View(const scheme::ParseOutcome& preview, Language language);
nlohmann::ordered_json View(const service::SchemeView& view, Language language);
nlohmann::ordered_json View(const service::CriterionView& view, Language language);
nlohmann::ordered_json View(const service::TriedReading& tried, Language language);
nlohmann::ordered_json View(const service::ReviewedFinding& finding, Language language);
nlohmann::ordered_json View(const service::SettlementView& settlement);
nlohmann::ordered_json View(const service::RecordedFact& fact);

}  // namespace kaoping::api

#endif  // KAOPING_API_VIEWS_H_
