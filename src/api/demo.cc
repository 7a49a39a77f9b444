#include "api/demo.h"

#include <algorithm>
#include <string_view>

#include "api/embedded.h"
#include "base/check.h"
#include "score/fact.h"
#include "service/facts.h"
#include "service/register.h"
#include "service/rights.h"
#include "service/schemes.h"

namespace kaoping::api {
namespace {

constexpr std::string_view kPublicationReason =
    "演示：个性化工作由市里另行制订评分规定，视情打分；印发之前先行挂账，其余条款照常考评。";

std::string_view DemoFile(std::string_view path) {
  const auto files = embedded::DemoFiles();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const embedded::File& file) { return file.path == path; });
  KAOPING_CHECK(found != files.end());
  return found->content;
}

// Each step leaves alone what is there already.
Status FillContent(const service::Context& context) {
  KAOPING_TRY_STATUS(service::ImportRegister(context, DemoFile("/register.json")));
  KAOPING_TRY(const auto imported,
              service::ImportNotice(context, "notice.txt", DemoFile("/notice.txt")));
  const std::string& id = imported.summary.id;
  KAOPING_TRY_STATUS(service::PublishScheme(context, id, kPublicationReason));
  KAOPING_TRY(const auto facts, score::ReadFacts(DemoFile("/facts.jsonl")));
  KAOPING_TRY_STATUS(service::RecordFacts(context, id, facts, "demo"));
  return Ok();
}

Result<std::vector<DemoAccount>> MakeAccounts(const service::Context& context) {
  std::vector<DemoAccount> accounts;
  for (const service::Role role : service::AllRoles()) {
    if (role == service::Role::kOperator || role == service::Role::kSystemAdmin) continue;
    const std::string title = service::TitleOf(role);
    KAOPING_TRY(const auto made, service::AddUser(context, service::ToString(role), title, role));
    accounts.push_back({made.name, title, made.password});
  }
  return accounts;
}

}  // namespace

Result<DemoAccounts> FillDemo(store::Store& store, Timestamp now) {
  const service::Context context{store, service::OperatorActor(), now};
  KAOPING_TRY(const auto there, service::ListUsers(context));
  DemoAccounts accounts;
  if (!there.empty()) return accounts;
  KAOPING_TRY_STATUS(FillContent(context));
  // The account comes last: it marks the folder as filled.
  KAOPING_TRY(accounts.administrator, service::CreateFirstAdministrator(store, now));
  KAOPING_TRY(accounts.passwords, MakeAccounts(context));
  return accounts;
}

}  // namespace kaoping::api
