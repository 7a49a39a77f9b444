// Who may do what: one table of roles and actions, asked by every function of service/.

#ifndef KAOPING_SERVICE_RIGHTS_H_
#define KAOPING_SERVICE_RIGHTS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kaoping::service {

// The names (ToString) are kept in the ledger and in accounts: never rename one.
enum class Role {
  kOperator,       // 命令行: whoever may read and write the data folder itself; never appointed
  kSystemAdmin,    // 系统管理员: accounts and appointments
  kSecurityAdmin,  // 安全管理员: watches the accounts
  kAuditAdmin,     // 审计管理员: reads and verifies the ledger
  kSchemeKeeper,   // 方案管理员: imports, settles and publishes
  kAppraiser,      // 考评员: records facts, decides on those of others
  kReviewer,       // 复核员: decides on facts that others recorded
  kIndicatorOwner,  // 指标主管: records and decides on the facts of the tasks entrusted to its unit
  kDataSource,      // 数据来源单位: records facts of the tasks entrusted to its unit
  kUnitHead,        // 单位负责人: sees what is its unit's or office's own
  kOfficeContact,  // 处室联络员: records facts of its unit or office, which stand as claims
  kObserver,       // 观察员: reads
};

enum class Action {
  kImport,     // bring in a notice or a register
  kSettle,     // decide how criteria and names are read, confirm what is doubtful in a draft
  kPublish,    // put a scheme into force
  kEntrust,    // say which units keep an indicator or know what happened
  kRecord,     // record a fact
  kDecide,     // confirm or reject a fact that somebody else recorded
  kAppoint,    // make accounts, give roles, reset passwords
  kPolicy,     // choose the settings of security
  kConfigure,  // choose the settings of the appraisal
  kAccounts,   // see the accounts
  kVerify,     // read the ledger and verify it
  kScores,     // see scores
  kRead,       // see schemes and facts
};

// "operator", "system_admin", … and "import", "publish", …
const char* ToString(Role role);
const char* ToString(Action action);
// 系统管理员, …
const char* TitleOf(Role role);
// Nothing for an unknown name.
std::optional<Role> ParseRole(std::string_view name);

std::span<const Role> AllRoles();
std::span<const Action> AllActions();

bool May(Role role, Action action);
std::vector<Action> ActionsOf(Role role);

// Whether somebody in this role must belong to a unit: what he may see and do hangs on it.
bool NeedsUnit(Role role);

// Whether somebody in this role sees, of an office that he belongs to, what is that office's alone.
bool IsOfOffice(Role role);

// The three administrators (三员), who exclude each other and never score.
bool IsAdministrator(Role role);

// kForbidden `not-allowed`, naming the role and the action, unless May(role, action).
Status Require(Role role, Action action);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_RIGHTS_H_
