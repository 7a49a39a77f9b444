#include "service/account_rows.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "crypto/password.h"
#include "service/statements.h"
#include "service/texts.h"

namespace kaoping::service {
namespace {

char ToLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string Lowered(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), ToLower);
  return lowered;
}

int CountKinds(std::string_view password) {
  const auto has = [&](auto is_kind) {
    return std::any_of(password.begin(), password.end(), is_kind) ? 1 : 0;
  };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_other = [&](char c) { return !is_capital(c) && !is_small(c) && !is_digit(c); };
  return has(is_capital) + has(is_small) + has(is_digit) + has(is_other);
}

Error PasswordWeak(Message message) {
  return MakeError(ErrorKind::kInvalid, "password-weak", std::move(message), "new");
}

}  // namespace

Place PlaceOf(const store::AccountRow& row) { return {.unit = row.unit, .office = row.office}; }

Account Describe(const store::AccountRow& row, Timestamp now) {
  Account account;
  account.name = row.name;
  account.display = row.display;
  account.role = ParseRole(row.role).value_or(Role::kObserver);
  account.place = PlaceOf(row);
  account.has_temporary_password = row.has_temporary_password;
  account.created_at = row.created_at;
  if (IsLocked(row, now)) account.locked_until = row.locked_until;
  return account;
}

Result<store::AccountRow> FindAccount(const store::Transaction& transaction,
                                      std::string_view name) {
  std::optional<store::AccountRow> row;
  if (!FirstInvalidUtf8(name) && name.find('\0') == std::string_view::npos) {
    KAOPING_TRY(row, transaction.accounts().Find(name));
  }
  if (row) return *std::move(row);
  return MakeError(ErrorKind::kNotFound, "account-not-found",
                   Say("没有账号“{}”；请从账号列表中选择",
                       "there is no account '{}'; choose one from the list", Shorten(name)));
}

Result<std::uint64_t> ChangeAccount(store::Transaction& work, Timestamp now, const Actor& actor,
                                    std::string_view action, const store::AccountRow& before,
                                    store::AccountRow row) {
  KAOPING_TRY(row.entry,
              AppendEntry(work, actor, now, action, StateAccount(row), StateAccount(before).after));
  KAOPING_TRY_STATUS(work.accounts().Update(row));
  return row.entry;
}

Status ChangePassword(store::Transaction& work, Timestamp now, const Actor& actor,
                      std::string_view action, const store::AccountRow& before,
                      store::AccountRow row) {
  row.password_set_at = now;
  row.failures = 0;
  row.locked_until.reset();
  KAOPING_TRY(const std::uint64_t entry,
              ChangeAccount(work, now, actor, action, before, std::move(row)));
  return work.accounts().KeepPassword(before.name, before.password_hash, entry);
}

bool IsLocked(const store::AccountRow& row, Timestamp now) {
  return row.locked_until && now < *row.locked_until;
}

Error AccountLocked(const store::AccountRow& row) {
  return MakeError(ErrorKind::kForbidden, "account-locked",
                   Say("密码连续{0}次有误，账号已锁定到{1}；请届时再试，或请系统管理员重置密码",
                       "the password was wrong {0} times in a row and the account is locked until "
                       "{1} (Beijing time); try again then, or have the system administrator reset "
                       "the password",
                       row.failures, row.locked_until->ToBeijing()));
}

bool MustChangePassword(const store::AccountRow& row, const Settings& settings, Timestamp now) {
  if (row.has_temporary_password) return settings.change_first;
  constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60 * 1'000'000;
  const std::int64_t age = now.micros_since_epoch() - row.password_set_at.micros_since_epoch();
  return settings.password_days > 0 && age >= settings.password_days * kDay;
}

Status CheckNewPassword(const store::AccountRow& row, const Settings& settings,
                        std::string_view old_password, std::string_view new_password) {
  const std::optional<Role> role = ParseRole(row.role);
  const auto shortest = static_cast<std::size_t>(role && IsAdministrator(*role)
                                                     ? settings.administrator_password_length
                                                     : settings.password_length);
  const bool is_text = !FirstInvalidUtf8(new_password) &&
                       new_password.find('\0') == std::string_view::npos &&
                       new_password.size() <= crypto::kLongestPassword;
  if (!is_text) {
    return PasswordWeak(Say("新密码里有不能用的字符，或者太长；请换一个",
                            "the new password holds characters that cannot be used, or is too "
                            "long; choose another"));
  }
  if (CountCodePoints(new_password) < shortest) {
    return PasswordWeak(Say("新密码太短，至少{}位",
                            "the new password is too short: at least {} "
                            "characters",
                            shortest));
  }
  if (CountKinds(new_password) < settings.password_kinds) {
    return PasswordWeak(
        Say("新密码须含大写字母、小写字母、数字、其他符号中的至少{}种",
            "the new password needs at least {} of: capital letters, small letters, "
            "digits, others",
            settings.password_kinds));
  }
  if (Lowered(new_password).find(Lowered(row.name)) != std::string::npos) {
    return PasswordWeak(
        Say("新密码不能含有账号名", "the new password must not contain the account's name"));
  }
  if (new_password == old_password) {
    return PasswordWeak(
        Say("新密码与原密码相同；请换一个", "the new password is the old one; choose another"));
  }
  return Ok();
}

}  // namespace kaoping::service
