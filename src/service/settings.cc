#include "service/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "service/settings_in_force.h"
#include "service/statements.h"
#include "service/texts.h"
#include "store/store.h"

namespace kaoping::service {
namespace {

using enum SettingGroup;

constexpr int kMostMegabytes = 4096;

// Either a number within bounds or a switch.
struct Definition {
  const char* name;
  SettingGroup group;
  const char* zh;
  const char* en;
  int Settings::*number = nullptr;
  int least = 0;
  int most = 0;
  bool Settings::*choice = nullptr;
};

constexpr std::array<Definition, 13> kDefinitions = {{
    {"password-length", kSecurity, "密码最少位数", "characters of a password, at least",
     &Settings::password_length, 8, 64},
    {"administrator-password-length", kSecurity, "管理员密码最少位数",
     "characters of an administrator's password, at least",
     &Settings::administrator_password_length, 8, 64},
    {"password-kinds", kSecurity, "密码须含的字符种类数", "kinds of characters in a password",
     &Settings::password_kinds, 1, 4},
    {"password-days", kSecurity, "密码多少天后须更换（0为不要求）",
     "days until a password must be changed (0: never)", &Settings::password_days, 0, 3650},
    {"remembered-passwords", kSecurity, "不得重复使用的近期密码个数",
     "former passwords that are not taken again", &Settings::remembered_passwords, 0, 24},
    {.name = "change-first",
     .group = kSecurity,
     .zh = "首次登录须先修改一次性密码",
     .en = "one-time passwords must be changed first",
     .choice = &Settings::change_first},
    {"sign-in-failures", kSecurity, "连续登录失败多少次后锁定",
     "failures in a row until an account is locked", &Settings::sign_in_failures, 1, 100},
    {"lock-minutes", kSecurity, "锁定多少分钟", "minutes that it is locked",
     &Settings::lock_minutes, 1, 1440},
    {"idle-minutes", kSecurity, "多少分钟不操作即退出",
     "minutes without a request until a session ends", &Settings::idle_minutes, 1, 720},
    {"session-hours", kSecurity, "一次登录最长多少小时", "hours until a session ends",
     &Settings::session_hours, 1, 72},
    {.name = "second-confirmation",
     .group = kAppraisal,
     .zh = "事实须由记录人以外的人认定",
     .en = "facts are confirmed by somebody who did not record them",
     .choice = &Settings::second_confirmation},
    {"late-days", kAppraisal, "佐证材料形成多少天后上传的标“补”",
     "days after its day until evidence that comes is marked late", &Settings::late_days, 0, 3650},
    {"upload-megabytes", kAppraisal, "一个佐证材料文件最多多少MB",
     "megabytes of one file of evidence, at most", &Settings::upload_megabytes, 1, kMostMegabytes},
}};

const Definition* Find(std::string_view name) {
  const auto found = std::find_if(kDefinitions.begin(), kDefinitions.end(),
                                  [&](const Definition& one) { return one.name == name; });
  return found == kDefinitions.end() ? nullptr : &*found;
}

std::string ValueOf(const Definition& definition, const Settings& settings) {
  if (definition.choice != nullptr) return settings.*definition.choice ? "on" : "off";
  return std::to_string(settings.*definition.number);
}

// Whether `value` is one that the setting takes; sets it then.
bool Set(const Definition& definition, std::string_view value, Settings& settings) {
  if (definition.choice != nullptr) {
    settings.*definition.choice = value == "on";
    return value == "on" || value == "off";
  }
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  if (!is_number || number < definition.least || number > definition.most) return false;
  settings.*definition.number = number;
  return true;
}

Action RightTo(SettingGroup group) {
  return group == kSecurity ? Action::kPolicy : Action::kConfigure;
}

Status CheckChoice(const Context& context, const SettingChoice& choice) {
  const Definition* const definition = Find(choice.name);
  if (definition == nullptr) {
    return MakeError(ErrorKind::kNotFound, "setting-unknown",
                     Say("没有“{}”这项设置；请从设置列表中选择",
                         "there is no setting '{}'; choose one of the list", Shorten(choice.name)),
                     "name");
  }
  KAOPING_TRY_STATUS(Require(context.actor.role, RightTo(definition->group)));
  Settings tried;
  if (Set(*definition, choice.value, tried)) return Ok();
  const Message takes = definition->choice != nullptr
                            ? Message{"on（启用）或 off（停用）", "on or off"}
                            : Say("{0}到{1}的整数", "a whole number from {0} to {1}",
                                  definition->least, definition->most);
  return MakeError(ErrorKind::kInvalid, "setting-unfit",
                   Say("“{0}”应为{1}", "{2} ({3}) takes {4}", definition->zh, takes.zh,
                       definition->name, definition->en, takes.en),
                   "value");
}

// The rows that stand, by the names of their settings.
using Standing = std::map<std::string, store::SettingRow>;

Result<Standing> LoadStanding(const store::Transaction& transaction) {
  KAOPING_TRY(const std::vector<store::SettingRow> rows, transaction.settings().All());
  Standing standing;
  for (const store::SettingRow& row : rows) standing[row.name] = row;
  return standing;
}

Result<Settings> SettingsOf(const Standing& standing) {
  Settings settings;
  for (const auto& [name, row] : standing) {
    const Definition* const definition = Find(name);
    if (definition != nullptr && Set(*definition, row.value, settings)) continue;
    return MakeError(ErrorKind::kCorrupt, "data-corrupt",
                     Say("存下的设置读不出来；请用 kaoping verify 校验数据",
                         "a stored setting cannot be read; run kaoping verify"));
  }
  return settings;
}

Result<std::vector<SettingView>> View(const Standing& standing) {
  KAOPING_TRY(const Settings settings, SettingsOf(standing));
  std::vector<SettingView> views;
  for (const Definition& definition : kDefinitions) {
    SettingView& view = views.emplace_back();
    view.name = definition.name;
    view.group = definition.group;
    view.title = {definition.zh, definition.en};
    view.value = ValueOf(definition, settings);
    view.standard = ValueOf(definition, Settings());
    view.is_switch = definition.choice != nullptr;
    view.least = definition.least;
    view.most = definition.most;
    const auto row = standing.find(definition.name);
    if (row == standing.end()) continue;
    view.by = row->second.by;
    view.at = row->second.at;
    view.reason = row->second.reason;
  }
  return views;
}

}  // namespace

Result<Settings> LoadSettings(const store::Transaction& transaction) {
  KAOPING_TRY(const Standing standing, LoadStanding(transaction));
  return SettingsOf(standing);
}

Result<std::vector<SettingView>> ListSettings(const Context& context) {
  KAOPING_TRY(const auto reading, context.store.Read());
  KAOPING_TRY(const Standing standing, LoadStanding(*reading));
  return View(standing);
}

Result<std::vector<SettingView>> ChangeSettings(const Context& context,
                                                std::span<const SettingChoice> choices,
                                                std::string_view reason) {
  if (choices.empty()) {
    return MakeError(
        ErrorKind::kInvalid, "settings-missing",
        Say("没有要改的设置；请至少写明一项", "there is no setting to change; name one"));
  }
  for (const SettingChoice& choice : choices) KAOPING_TRY_STATUS(CheckChoice(context, choice));
  KAOPING_TRY_STATUS(CheckRemark(reason, "reason"));
  if (IsBlank(reason)) {
    return MakeError(ErrorKind::kInvalid, "reason-required",
                     Say("更改设置须写明理由", "a change of settings needs a reason; write it"),
                     "reason");
  }
  KAOPING_TRY(const auto work, context.store.Write());
  KAOPING_TRY(Settings settings, LoadSettings(*work));
  bool changed = false;
  for (const SettingChoice& choice : choices) {
    const Definition& definition = *Find(choice.name);
    const std::string old_value = ValueOf(definition, settings);
    if (old_value == choice.value) continue;
    changed = true;
    Set(definition, choice.value, settings);
    store::SettingRow row;
    row.name = choice.name;
    row.value = choice.value;
    row.reason = reason;
    store::SettingRow old_row = row;
    old_row.value = old_value;
    KAOPING_TRY(row.entry, AppendEntry(*work, context.actor, context.now, action::kChangeSetting,
                                       StateSetting(row), StateSetting(old_row).after));
    KAOPING_TRY_STATUS(work->settings().Change(row));
  }
  KAOPING_TRY(const Standing standing, LoadStanding(*work));
  KAOPING_TRY(auto views, View(standing));
  if (changed) KAOPING_TRY_STATUS(work->Commit());
  return views;
}

std::optional<std::vector<SettingChoice>> FindProfile(std::string_view name) {
  if (name == "small_bureau") return {{{"second-confirmation", "off"}}};
  if (name == "appraiser") return {{{"second-confirmation", "on"}}};
  return std::nullopt;
}

}  // namespace kaoping::service
