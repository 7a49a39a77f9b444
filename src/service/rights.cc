#include "service/rights.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/check.h"

namespace kaoping::service {
namespace {

using enum Action;

struct RoleRow {
  Role role;
  const char* name;
  const char* title;
  const char* title_en;
  std::span<const Action> actions;
};

constexpr std::array kEverything = {kImport, kSettle,  kPublish, kEntrust,   kRecord,
                                    kDecide, kAppoint, kPolicy,  kConfigure, kAccounts,
                                    kVerify, kScores,  kRead};
constexpr std::array kSystemAdminMay = {kAppoint, kConfigure, kAccounts};
constexpr std::array kSecurityAdminMay = {kPolicy, kAccounts};
constexpr std::array kAuditAdminMay = {kAccounts, kVerify};
constexpr std::array kSchemeKeeperMay = {kImport, kSettle, kPublish, kEntrust, kScores, kRead};
constexpr std::array kAppraiserMay = {kRecord, kDecide, kScores, kRead};
constexpr std::array kReviewerMay = {kDecide, kScores, kRead};
constexpr std::array kIndicatorOwnerMay = {kRecord, kDecide, kRead};
constexpr std::array kDataSourceMay = {kRecord, kRead};
constexpr std::array kUnitHeadMay = {kScores, kRead};
constexpr std::array kOfficeContactMay = {kRecord, kScores, kRead};
constexpr std::array kObserverMay = {kScores, kRead};

// The table that everything is asked of.
constexpr std::array<RoleRow, 12> kRoles = {{
    {Role::kOperator, "operator", "命令行", "the command line", kEverything},
    {Role::kSystemAdmin, "system_admin", "系统管理员", "the system administrator", kSystemAdminMay},
    {Role::kSecurityAdmin, "security_admin", "安全管理员", "the security administrator",
     kSecurityAdminMay},
    {Role::kAuditAdmin, "audit_admin", "审计管理员", "the audit administrator", kAuditAdminMay},
    {Role::kSchemeKeeper, "scheme_keeper", "方案管理员", "the scheme keeper", kSchemeKeeperMay},
    {Role::kAppraiser, "appraiser", "考评员", "an appraiser", kAppraiserMay},
    {Role::kReviewer, "reviewer", "复核员", "a reviewer", kReviewerMay},
    {Role::kIndicatorOwner, "indicator_owner", "指标主管", "an indicator owner",
     kIndicatorOwnerMay},
    {Role::kDataSource, "data_source", "数据来源单位", "a data source", kDataSourceMay},
    {Role::kUnitHead, "unit_head", "单位负责人", "a unit's head", kUnitHeadMay},
    {Role::kOfficeContact, "office_contact", "处室联络员", "an office contact", kOfficeContactMay},
    {Role::kObserver, "observer", "观察员", "an observer", kObserverMay},
}};

constexpr std::array<Role, kRoles.size()> ListRoles() {
  std::array<Role, kRoles.size()> roles{};
  for (std::size_t i = 0; i < kRoles.size(); ++i) roles[i] = kRoles[i].role;
  return roles;
}
constexpr auto kAllRoles = ListRoles();

const RoleRow& RowOf(Role role) {
  const auto row = std::find_if(kRoles.begin(), kRoles.end(), [role](const RoleRow& candidate) {
    return candidate.role == role;
  });
  KAOPING_CHECK(row != kRoles.end());
  return *row;
}

Message WordsFor(Action action) {
  switch (action) {
    case kImport:
      return {"导入通知或名录", "import notices or registers"};
    case kSettle:
      return {"核定考评标准或处室名称", "settle criteria or the names of offices"};
    case kPublish:
      return {"发布方案", "publish schemes"};
    case kEntrust:
      return {"委托指标", "entrust tasks"};
    case kRecord:
      return {"记录事实", "record facts"};
    case kDecide:
      return {"认定事实", "decide on facts"};
    case kAppoint:
      return {"管理账号和授权", "manage accounts and roles"};
    case kPolicy:
      return {"更改安全设置", "choose the settings of security"};
    case kConfigure:
      return {"更改考评设置", "choose the settings of the appraisal"};
    case kAccounts:
      return {"查看账号", "see accounts"};
    case kVerify:
      return {"查阅和校验总账", "read and verify the ledger"};
    case kScores:
      return {"查看得分", "see scores"};
    case kRead:
      return {"查看方案和事实", "see schemes and facts"};
  }
  KAOPING_CHECK(false);
}

}  // namespace

const char* ToString(Role role) { return RowOf(role).name; }

const char* ToString(Action action) {
  switch (action) {
    case kImport:
      return "import";
    case kSettle:
      return "settle";
    case kPublish:
      return "publish";
    case kEntrust:
      return "entrust";
    case kRecord:
      return "record";
    case kDecide:
      return "decide";
    case kAppoint:
      return "appoint";
    case kPolicy:
      return "policy";
    case kConfigure:
      return "configure";
    case kAccounts:
      return "accounts";
    case kVerify:
      return "verify";
    case kScores:
      return "scores";
    case kRead:
      return "read";
  }
  KAOPING_CHECK(false);
}

const char* TitleOf(Role role) { return RowOf(role).title; }

std::optional<Role> ParseRole(std::string_view name) {
  for (const RoleRow& row : kRoles) {
    if (row.name == name) return row.role;
  }
  return std::nullopt;
}

std::span<const Role> AllRoles() { return kAllRoles; }
std::span<const Action> AllActions() { return kEverything; }

bool May(Role role, Action action) {
  const auto actions = RowOf(role).actions;
  return std::find(actions.begin(), actions.end(), action) != actions.end();
}

std::vector<Action> ActionsOf(Role role) {
  const auto actions = RowOf(role).actions;
  return {actions.begin(), actions.end()};
}

bool NeedsUnit(Role role) {
  return role == Role::kIndicatorOwner || role == Role::kDataSource || role == Role::kUnitHead ||
         role == Role::kOfficeContact;
}

bool IsOfOffice(Role role) { return role == Role::kUnitHead || role == Role::kOfficeContact; }

bool IsAdministrator(Role role) {
  return role == Role::kSystemAdmin || role == Role::kSecurityAdmin || role == Role::kAuditAdmin;
}

Status Require(Role role, Action action) {
  if (May(role, action)) return Ok();
  const Message words = WordsFor(action);
  return MakeError(
      ErrorKind::kForbidden, "not-allowed",
      {fmt::format("{}不能{}；请由有此权限的人办理", TitleOf(role), words.zh),
       fmt::format("{} may not {}; ask somebody who may", RowOf(role).title_en, words.en)});
}

}  // namespace kaoping::service
