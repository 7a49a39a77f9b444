// Settings: what may be chosen in place of a default. Each choice needs a reason and stands in the
// ledger; the last one for a setting counts, from then on.

#ifndef KAOPING_SERVICE_SETTINGS_H_
#define KAOPING_SERVICE_SETTINGS_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "base/result.h"
#include "service/context.h"

namespace kaoping::service {

// As they count. The defaults are those that 等保 (GB/T 22239-2019) asks of a system of the third
// grade.
struct Settings {
  int password_length = 8;
  int administrator_password_length = 12;
  int password_kinds = 3;        // of capital letters, small letters, digits, others
  int password_days = 90;        // until it must be changed; 0: never
  int remembered_passwords = 5;  // that are not taken again
  bool change_first = true;      // a password made by kaoping must be changed before anything else
  int sign_in_failures = 5;      // in a row, until an account is locked
  int lock_minutes = 15;
  int idle_minutes = 30;            // without a request, until a session ends
  int session_hours = 12;           // from signing in, until a session ends
  bool second_confirmation = true;  // nobody decides on a fact that he recorded himself
  int late_days = 30;               // after its day, until evidence that comes is marked 补
  int upload_megabytes = 200;       // of one file of evidence
};

// Whose business a setting is.
enum class SettingGroup {
  kSecurity,   // the security administrator's
  kAppraisal,  // the system administrator's
};

struct SettingView {
  std::string name;  // "password-days"; permanent
  SettingGroup group = SettingGroup::kSecurity;
  Message title;
  std::string value;     // "90", "on"
  std::string standard;  // its default
  bool is_switch = false;
  int least = 0;  // of a number
  int most = 0;
  // Of who chose it; empty for the default.
  std::string by;
  std::optional<Timestamp> at;
  std::string reason;
};

// All of them in a fixed order; for everybody who is signed in.
Result<std::vector<SettingView>> ListSettings(const Context& context);

struct SettingChoice {
  std::string name;
  std::string value;
};

// Chooses all or none, and gives the list as it then stands. What is so already changes nothing.
//
// kForbidden `not-allowed` for a setting of somebody else's; kNotFound `setting-unknown` (field
// "name"); kInvalid `setting-unfit` (field "value"), saying what it takes; kInvalid
// `reason-required` (field "reason"), `text-too-long`, `settings-missing` for no choice at all.
Result<std::vector<SettingView>> ChangeSettings(const Context& context,
                                                std::span<const SettingChoice> choices,
                                                std::string_view reason);

// What suits a bureau with two people in its policy office, or a body that appraises many units:
// the settings of the appraisal, to be given to ChangeSettings. Nothing for an unknown name;
// "small_bureau" and "appraiser" are known.
std::optional<std::vector<SettingChoice>> FindProfile(std::string_view name);

}  // namespace kaoping::service

#endif  // KAOPING_SERVICE_SETTINGS_H_
