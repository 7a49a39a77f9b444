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
#include "service/settings.h"
#include "service/verification.h"

namespace kaoping::api {
namespace {

constexpr std::string_view kPublicationReason =
    "演示：个性化工作由市里另行制订评分规定，视情打分；印发之前先行挂账，其余条款照常考评。";

constexpr std::string_view kNoChangeFirst = "演示：各角色的账号可直接使用。";

// Also the mark of a demonstration that was broken off before its scheme was published: the first
// entry of the ledger is the import of a file of this name.
constexpr std::string_view kNoticeName = "示例通知（演示）.txt";

// Of the register of the demonstration.
const service::Place kBureau = {.unit = "南通市商务局"};

std::string_view DemoFile(std::string_view path) {
  const auto files = embedded::DemoFiles();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const embedded::File& file) { return file.path == path; });
  KAOPING_CHECK(found != files.end());
  return found->content;
}

// Whether the folder is empty or was filled, at least in part, by FillDemo.
Result<bool> IsForDemo(const service::Context& context) {
  KAOPING_TRY(const auto ledger, service::ReadLedger(context, 1, 1));
  if (ledger.empty() || ledger.front().body.find(kNoticeName) != std::string::npos) return true;
  KAOPING_TRY(const auto schemes, service::ListSchemes(context));
  return std::any_of(schemes.begin(), schemes.end(), [](const service::SchemeSummary& scheme) {
    return scheme.publication_reason == kPublicationReason;
  });
}

// Each step leaves alone what is there already.
Status FillContent(const service::Context& context) {
  KAOPING_TRY(const auto imported,
              service::ImportNotice(context, kNoticeName, DemoFile("/notice.txt")));
  KAOPING_TRY_STATUS(service::ImportRegister(context, DemoFile("/register.json")));
  const std::string& id = imported.summary.id;
  KAOPING_TRY(const auto draft, service::ShowScheme(context, id));
  KAOPING_TRY_STATUS(
      service::PublishScheme(context, id, kPublicationReason, service::OutstandingWarnings(draft)));
  KAOPING_TRY(const auto facts, score::ReadFacts(DemoFile("/facts.jsonl")));
  KAOPING_TRY_STATUS(service::RecordFacts(context, id, facts, "demo"));
  return Ok();
}

Result<std::vector<DemoAccount>> MakeAccounts(const service::Context& context) {
  std::vector<DemoAccount> accounts;
  for (const service::Role role : service::AllRoles()) {
    if (role == service::Role::kOperator || role == service::Role::kSystemAdmin) continue;
    const std::string title = service::TitleOf(role);
    const service::Place place = service::NeedsUnit(role) ? kBureau : service::Place();
    KAOPING_TRY(const auto made,
                service::AddUser(context, service::ToString(role), title, role, place));
    accounts.push_back({made.name, title, made.password});
  }
  return accounts;
}

}  // namespace

Result<DemoAccounts> FillDemo(store::Store& store, Timestamp now) {
  const service::Context context{store, service::OperatorActor(), now};
  KAOPING_TRY(const bool is_for_demo, IsForDemo(context));
  if (!is_for_demo) {
    return MakeError(ErrorKind::kConflict, "data-not-demo",
                     Say("数据文件夹里有别的数据，没有装入演示数据；请用 --data 另指定一个文件夹",
                         "the data folder holds other data and was not filled with the "
                         "demonstration; name another folder with --data"));
  }
  KAOPING_TRY(const auto there, service::ListUsers(context));
  DemoAccounts accounts;
  if (!there.empty()) return accounts;
  KAOPING_TRY_STATUS(FillContent(context));
  const service::SettingChoice no_change_first = {"change-first", "off"};
  KAOPING_TRY_STATUS(service::ChangeSettings(context, {&no_change_first, 1}, kNoChangeFirst));
  // The account comes last: it marks the folder as filled.
  KAOPING_TRY(accounts.administrator, service::CreateFirstAdministrator(store, now));
  KAOPING_TRY(accounts.passwords, MakeAccounts(context));
  return accounts;
}

}  // namespace kaoping::api
