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

constexpr std::array<Action, 9> kEverything = {kImport,  kSettle,   kPublish, kRecord, kDecide,
                                               kAppoint, kAccounts, kVerify,  kRead};
constexpr std::array<Action, 2> kSystemAdminMay = {kAppoint, kAccounts};
constexpr std::array<Action, 1> kSecurityAdminMay = {kAccounts};
constexpr std::array<Action, 2> kAuditAdminMay = {kAccounts, kVerify};
constexpr std::array<Action, 4> kSchemeKeeperMay = {kImport, kSettle, kPublish, kRead};
constexpr std::array<Action, 3> kAppraiserMay = {kRecord, kDecide, kRead};
constexpr std::array<Action, 2> kReviewerMay = {kDecide, kRead};
constexpr std::array<Action, 2> kOfficeContactMay = {kRecord, kRead};
constexpr std::array<Action, 1> kObserverMay = {kRead};

// The table that everything is asked of.
constexpr std::array<RoleRow, 9> kRoles = {{
    {Role::kOperator, "operator", "命令行", "the command line", kEverything},
    {Role::kSystemAdmin, "system_admin", "系统管理员", "the system administrator", kSystemAdminMay},
    {Role::kSecurityAdmin, "security_admin", "安全管理员", "the security administrator",
     kSecurityAdminMay},
    {Role::kAuditAdmin, "audit_admin", "审计管理员", "the audit administrator", kAuditAdminMay},
    {Role::kSchemeKeeper, "scheme_keeper", "方案管理员", "the scheme keeper", kSchemeKeeperMay},
    {Role::kAppraiser, "appraiser", "考评员", "an appraiser", kAppraiserMay},
    {Role::kReviewer, "reviewer", "复核员", "a reviewer", kReviewerMay},
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
    case kRecord:
      return {"记录事实", "record facts"};
    case kDecide:
      return {"认定事实", "decide on facts"};
    case kAppoint:
      return {"管理账号和授权", "manage accounts and roles"};
    case kAccounts:
      return {"查看账号", "see accounts"};
    case kVerify:
      return {"查阅和校验总账", "read and verify the ledger"};
    case kRead:
      return {"查看方案、事实和得分", "see schemes, facts and scores"};
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
    case kRecord:
      return "record";
    case kDecide:
      return "decide";
    case kAppoint:
      return "appoint";
    case kAccounts:
      return "accounts";
    case kVerify:
      return "verify";
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
