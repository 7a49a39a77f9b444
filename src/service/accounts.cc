#include "service/accounts.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "crypto/password.h"
#include "service/account_rows.h"
#include "service/places.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

constexpr std::size_t kLongestName = 32;
constexpr std::size_t kLongestDisplay = 64;

bool IsNameCharacter(char32_t c) {
  const bool is_ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                        (c >= U'0' && c <= U'9') || c == U'.' || c == U'-' || c == U'_';
  const bool is_chinese = (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf);
  return is_ascii || is_chinese;
}

Status CheckName(std::string_view name) {
  if (!FirstInvalidUtf8(name)) {
    const std::u32string characters = DecodeUtf8(name);
    const bool fits = !characters.empty() && characters.size() <= kLongestName &&
                      std::all_of(characters.begin(), characters.end(), IsNameCharacter);
    // The ledger must not hold two different actors of one name.
    if (fits && name != OperatorActor().name) return Ok();
  }
  return MakeError(ErrorKind::kInvalid, "account-name-unfit",
                   Say("账号名由汉字、字母、数字和 .-_ 组成，1至{}字；请改一个",
                       "an account's name has 1 to {} Chinese characters, letters, digits or .-_; "
                       "choose another",
                       kLongestName),
                   "name");
}

Status CheckDisplay(std::string_view display) {
  if (!IsBlank(display) && CheckText(display, kLongestDisplay, "display", "姓名", "display name")) {
    return Ok();
  }
  return MakeError(ErrorKind::kInvalid, "display-unfit",
                   Say("请填写显示的姓名，最多{}字",
                       "give a name to display, at most {} characters", kLongestDisplay),
                   "display");
}

Status CheckRole(Role role) {
  if (role != Role::kOperator) return Ok();
  return MakeError(ErrorKind::kInvalid, "role-unfit",
                   Say("命令行不是可以授予的角色；请选择其他角色",
                       "the command line is no role that can be given; choose another"),
                   "role");
}

// Hashing takes its time, so it comes before the only writer's turn.
struct Credential {
  std::string password = crypto::MakeOneTimePassword();
  std::string hash = crypto::HashPassword(password);
};

Status AddAccount(store::Transaction& work, Timestamp now, const Actor& actor,
                  std::string_view action, store::AccountRow row) {
  KAOPING_TRY(row.created = row.entry, AppendEntry(work, actor, now, action, StateAccount(row)));
  return work.accounts().Add(row);
}

store::AccountRow NewRow(std::string_view name, std::string_view display, Role role,
                         const Place& place, const Credential& credential, Timestamp now) {
  store::AccountRow row;
  row.name = name;
  row.display = display;
  row.role = ToString(role);
  row.unit = place.unit;
  row.office = place.office;
  row.password_hash = credential.hash;
  row.has_temporary_password = true;
  row.password_set_at = now;
  return row;
}

Status CheckAppointment(const store::Transaction& work, const store::AccountRow& row, Role role) {
  const std::optional<Role> old_role = ParseRole(row.role);
  if (old_role && IsAdministrator(*old_role) && IsAdministrator(role)) {
    return MakeError(ErrorKind::kConflict, "roles-exclude",
                     Say("“{0}”是{1}；系统、安全、审计三员不能由同一人先后担任，请另设账号",
                         "'{0}' is {1}; the system, security and audit administrators must be "
                         "different people: make another account",
                         row.name, TitleOf(*old_role)),
                     "role");
  }
  if (old_role != Role::kSystemAdmin) return Ok();
  KAOPING_TRY(const std::vector<store::AccountRow> all, work.accounts().All());
  const auto administrators =
      std::count_if(all.begin(), all.end(), [](const store::AccountRow& account) {
        return account.role == ToString(Role::kSystemAdmin);
      });
  if (administrators > 1) return Ok();
  return MakeError(
      ErrorKind::kConflict, "last-administrator",
      Say("“{}”是唯一的系统管理员；请先另设一名",
          "'{}' is the only system administrator; appoint another one first", row.name),
      "role");
}

}  // namespace

Status CheckMayWork(const Account& account) {
  if (!account.must_change_password) return Ok();
  return MakeError(ErrorKind::kForbidden, "password-change-required",
                   account.has_temporary_password
                       ? Say("一次性密码须先修改；请修改密码后再办理",
                             "the one-time password must be changed first: choose one of your own")
                       : Say("密码已到更换期限；请修改密码后再办理",
                             "the password is too old: choose another one before you go on"));
}

Actor ActorOf(const Account& account, std::string from) {
  return {
      .name = account.name, .role = account.role, .place = account.place, .from = std::move(from)};
}

Result<NewPassword> CreateFirstAdministrator(store::Store& store, Timestamp now,
                                             std::string_view name) {
  KAOPING_TRY_STATUS(CheckName(name));
  const Credential credential;
  KAOPING_TRY(const auto work, store.Write());
  KAOPING_TRY(const std::vector<store::AccountRow> all, work->accounts().All());
  if (!all.empty()) {
    return MakeError(ErrorKind::kConflict, "administrator-exists",
                     Say("已有账号，首个管理员只设一次；密码遗失可用命令行重置",
                         "there are accounts already and the first administrator is made once; a "
                         "lost password can be reset on the command line"));
  }
  KAOPING_TRY_STATUS(
      AddAccount(*work, now, OperatorActor(), action::kCreateAdministrator,
                 NewRow(name, "系统管理员", Role::kSystemAdmin, {}, credential, now)));
  KAOPING_TRY_STATUS(work->Commit());
  return NewPassword{std::string(name), credential.password};
}

Result<std::vector<Account>> ListUsers(const Context& context) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kAccounts));
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const std::vector<store::AccountRow> rows, reading->accounts().All());
  std::vector<Account> accounts;
  accounts.reserve(rows.size());
  for (const store::AccountRow& row : rows) accounts.push_back(Describe(row, context.now));
  return accounts;
}

Result<NewPassword> AddUser(const Context& context, std::string_view name, std::string_view display,
                            Role role, const Place& place) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kAppoint));
  KAOPING_TRY_STATUS(CheckName(name));
  KAOPING_TRY_STATUS(CheckDisplay(display));
  KAOPING_TRY_STATUS(CheckRole(role));
  const Credential credential;
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const std::optional<store::AccountRow> taken, work->accounts().Find(name));
  if (taken) {
    return MakeError(
        ErrorKind::kConflict, "account-exists",
        Say("账号“{}”已存在；请换一个名字", "account '{}' exists; choose another name", name),
        "name");
  }
  KAOPING_TRY(const Place found, FindPlace(*work, place, role));
  KAOPING_TRY_STATUS(AddAccount(*work, context.now, context.actor, action::kAddAccount,
                                NewRow(name, display, role, found, credential, context.now)));
  KAOPING_TRY_STATUS(work->Commit());
  return NewPassword{std::string(name), credential.password};
}

Status ChangeRole(const Context& context, std::string_view name, Role role) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kAppoint));
  KAOPING_TRY_STATUS(CheckRole(role));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::AccountRow before, FindAccount(*work, name));
  if (before.name == context.actor.name) {
    return MakeError(ErrorKind::kForbidden, "own-role",
                     Say("不能改自己的角色；请由另一名系统管理员办理",
                         "nobody changes his own role; ask another system administrator"),
                     "role");
  }
  if (before.role == ToString(role)) return Ok();
  KAOPING_TRY_STATUS(CheckAppointment(*work, before, role));
  KAOPING_TRY_STATUS(FindPlace(*work, PlaceOf(before), role));
  store::AccountRow row = before;
  row.role = ToString(role);
  KAOPING_TRY_STATUS(ChangeAccount(*work, context.now, context.actor, action::kChangeRole, before,
                                   std::move(row)));
  KAOPING_TRY_STATUS(work->accounts().EndSessionsOf(name, ""));
  return work->Commit();
}

Result<Place> ChangePlace(const Context& context, std::string_view name, const Place& place) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kAppoint));
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::AccountRow before, FindAccount(*work, name));
  if (before.name == context.actor.name) {
    return MakeError(ErrorKind::kForbidden, "own-place",
                     Say("不能调动自己；请由另一名系统管理员办理",
                         "nobody moves himself; ask another system administrator"),
                     "unit");
  }
  const Role role = ParseRole(before.role).value_or(Role::kObserver);
  KAOPING_TRY(const Place found, FindPlace(*work, place, role));
  if (found == PlaceOf(before)) return found;
  store::AccountRow row = before;
  row.unit = found.unit;
  row.office = found.office;
  KAOPING_TRY_STATUS(ChangeAccount(*work, context.now, context.actor, action::kChangePlace, before,
                                   std::move(row)));
  KAOPING_TRY_STATUS(work->Commit());
  return found;
}

Result<NewPassword> ResetPassword(const Context& context, std::string_view name) {
  KAOPING_TRY_STATUS(Require(context.actor.role, Action::kAppoint));
  const Credential credential;
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(const store::AccountRow before, FindAccount(*work, name));
  store::AccountRow row = before;
  row.password_hash = credential.hash;
  row.has_temporary_password = true;
  KAOPING_TRY_STATUS(ChangePassword(*work, context.now, context.actor, action::kResetPassword,
                                    before, std::move(row)));
  KAOPING_TRY_STATUS(work->accounts().EndSessionsOf(name, ""));
  KAOPING_TRY_STATUS(work->Commit());
  return NewPassword{before.name, credential.password};
}

}  // namespace kaoping::service
