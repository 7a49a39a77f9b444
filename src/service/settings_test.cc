#include "service/settings.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "support/raw_database.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using kaoping::testing::RawDatabase;
using ::testing::HasSubstr;

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 24 * 60 * kMinute;

class SettingsTest : public ServiceFixture {
 protected:
  SettingsTest() : admin_(*CreateFirstAdministrator(store(), Tick())) {}

  Context Admin() { return As(Role::kSystemAdmin, "admin"); }
  Context Security() { return As(Role::kSecurityAdmin, "security"); }

  std::string Choose(const Context& context, std::string name, std::string value,
                     std::string_view reason = "按等保要求") {
    return CodeOf(ChangeSettings(
        context, std::vector{SettingChoice{std::move(name), std::move(value)}}, reason));
  }
  std::string ValueOf(std::string_view name) {
    const auto settings = *ListSettings(As(Role::kObserver, "observer"));
    for (const SettingView& setting : settings) {
      if (setting.name == name) return setting.value;
    }
    return "no such setting";
  }
  // The token of a session.
  std::string Enter(std::string_view name, std::string_view password) {
    const auto signed_in = SignIn(store(), Tick(), name, password);
    return signed_in ? signed_in->token : signed_in.error().code;
  }
  std::string Change(const std::string& token, std::string_view from, std::string_view to) {
    return CodeOf(ChangeOwnPassword(store(), Tick(), token, from, to));
  }
  bool MustChange(const std::string& token) {
    const auto account = SessionAccount(store(), Tick(), token);
    return account && !CheckMayWork(*account);
  }

  NewPassword admin_;
};

TEST_F(SettingsTest, AChoiceCountsAndSaysWhoAndWhy) {
  EXPECT_EQ(ValueOf("password-days"), "90");
  EXPECT_EQ(Choose(Security(), "password-days", "60"), "");
  EXPECT_EQ(ValueOf("password-days"), "60");
  EXPECT_EQ(Ledger().back().action, "change-setting");
  EXPECT_EQ(Ledger().back().subject, "setting/password-days");
  EXPECT_EQ(Ledger().back().body,
            R"({"before":{"value":"90"},"after":{"value":"60"},"reason":"按等保要求"})");
  const std::size_t entries = Ledger().size();
  EXPECT_EQ(Choose(Security(), "password-days", "60", "再说一次"), "");
  EXPECT_EQ(Ledger().size(), entries);
  const auto settings = *ListSettings(Admin());
  for (const SettingView& setting : settings) {
    if (setting.name != "password-days") continue;
    EXPECT_EQ(setting.by, "security");
    EXPECT_EQ(setting.reason, "按等保要求");
    EXPECT_EQ(setting.standard, "90");
  }
}

TEST_F(SettingsTest, WhatDoesNotFitIsRefusedAndNothingKept) {
  EXPECT_EQ(Choose(Security(), "password-days", "ninety"), "setting-unfit");
  EXPECT_EQ(Choose(Security(), "password-days", "-1"), "setting-unfit");
  EXPECT_EQ(Choose(Security(), "password-days", "3651"), "setting-unfit");
  EXPECT_EQ(Choose(Security(), "change-first", "yes"), "setting-unfit");
  EXPECT_EQ(Choose(Security(), "no-such", "1"), "setting-unknown");
  EXPECT_EQ(Choose(Security(), "password-days", "60", " "), "reason-required");
  EXPECT_EQ(CodeOf(ChangeSettings(Security(), {}, "无")), "settings-missing");
  const std::vector<SettingChoice> half = {{"password-days", "60"}, {"lock-minutes", "0"}};
  EXPECT_EQ(CodeOf(ChangeSettings(Security(), half, "无")), "setting-unfit");
  EXPECT_EQ(ValueOf("password-days"), "90");
}

TEST_F(SettingsTest, EachAdministratorChoosesHisOwn) {
  EXPECT_EQ(Choose(Admin(), "password-days", "60"), "not-allowed");
  EXPECT_EQ(Choose(Security(), "second-confirmation", "off"), "not-allowed");
  EXPECT_EQ(Choose(Admin(), "second-confirmation", "off"), "");
  for (const Role role : AllRoles()) {
    if (role == Role::kOperator || IsAdministrator(role)) continue;
    EXPECT_EQ(Choose(As(role, "x"), "second-confirmation", "on"), "not-allowed") << ToString(role);
    EXPECT_EQ(Choose(As(role, "x"), "idle-minutes", "60"), "not-allowed") << ToString(role);
  }
}

TEST_F(SettingsTest, AForgedSettingIsFound) {
  EXPECT_EQ(Choose(Admin(), "second-confirmation", "off"), "");
  EXPECT_TRUE(Verify(Auditor(), std::nullopt)->problems.empty());
  RawDatabase raw(file());
  raw.DropTriggers();
  raw.Run("UPDATE settings SET value = 'on'");
  EXPECT_EQ(Verify(Auditor(), std::nullopt)->problems.at(0).code, "setting-changed");
}

TEST_F(SettingsTest, ASmallBureauMayConfirmItsOwnFacts) {
  const std::string id = Publish();
  const std::string fact = RecordOne(Appraiser(), Case("2017-03-01"));
  const auto decide = [&] {
    return CodeOf(DecideFact(Appraiser(), id, fact, score::FactStatus::kConfirmed, ""));
  };
  EXPECT_EQ(decide(), "own-fact");
  ASSERT_TRUE(ChangeSettings(Admin(), *FindProfile("small_bureau"), "法规处只有两个人"));
  EXPECT_EQ(decide(), "");
  ASSERT_TRUE(ChangeSettings(Admin(), *FindProfile("appraiser"), "增加了人手"));
  EXPECT_EQ(ValueOf("second-confirmation"), "on");
  EXPECT_FALSE(FindProfile("bureau"));
}

TEST_F(SettingsTest, AOneTimePasswordIsChangedFirst) {
  const std::string token = Enter("admin", admin_.password);
  EXPECT_TRUE(MustChange(token));
  EXPECT_EQ(Change(token, admin_.password, "Fresh-words-17"), "");
  EXPECT_FALSE(MustChange(token));
  const NewPassword reset = *ResetPassword(Operator(), "admin");
  EXPECT_TRUE(MustChange(Enter("admin", reset.password)));
  EXPECT_EQ(Choose(Security(), "change-first", "off"), "");
  EXPECT_FALSE(MustChange(Enter("admin", reset.password)));
}

TEST_F(SettingsTest, APasswordLastsItsDays) {
  std::string token = Enter("admin", admin_.password);
  ASSERT_EQ(Change(token, admin_.password, "Fresh-words-17"), "");
  Pass(89 * kDay);
  token = Enter("admin", "Fresh-words-17");
  EXPECT_FALSE(MustChange(token));
  Pass(kDay);
  token = Enter("admin", "Fresh-words-17");
  EXPECT_TRUE(MustChange(token));
  EXPECT_EQ(Choose(Security(), "password-days", "0"), "");
  EXPECT_FALSE(MustChange(token));
}

TEST_F(SettingsTest, FormerPasswordsAreNotTakenAgain) {
  EXPECT_EQ(Choose(Security(), "remembered-passwords", "2"), "");
  const std::string token = Enter("admin", admin_.password);
  ASSERT_EQ(Change(token, admin_.password, "First-words-17"), "");
  ASSERT_EQ(Change(token, "First-words-17", "Second-words-17"), "");
  const auto again = ChangeOwnPassword(store(), Tick(), token, "Second-words-17", "First-words-17");
  EXPECT_EQ(CodeOf(again), "password-weak");
  EXPECT_THAT(again.error().message.zh, HasSubstr("最近用过的2个"));
  ASSERT_EQ(Change(token, "Second-words-17", "Third-words-17"), "");
  ASSERT_EQ(Change(token, "Third-words-17", "Fourth-words-17"), "");
  EXPECT_EQ(Change(token, "Fourth-words-17", "First-words-17"), "");  // two others came since
}

TEST_F(SettingsTest, LocksAndSessionsFollowTheSettings) {
  EXPECT_EQ(Choose(Security(), "sign-in-failures", "2"), "");
  EXPECT_EQ(Choose(Security(), "lock-minutes", "30"), "");
  EXPECT_EQ(Choose(Security(), "idle-minutes", "5"), "");
  const std::string token = Enter("admin", admin_.password);
  Pass(4 * kMinute);
  EXPECT_EQ(CodeOf(SessionAccount(store(), Tick(), token)), "");
  Pass(5 * kMinute);
  EXPECT_EQ(CodeOf(SessionAccount(store(), Tick(), token)), "session-ended");
  EXPECT_EQ(Enter("admin", "x"), "sign-in-failed");
  EXPECT_EQ(Enter("admin", "x"), "sign-in-failed");
  EXPECT_EQ(Enter("admin", admin_.password), "account-locked");
  Pass(29 * kMinute);
  EXPECT_EQ(Enter("admin", admin_.password), "account-locked");
  Pass(kMinute);
  EXPECT_EQ(Enter("admin", admin_.password).size(), 64U);
}

TEST_F(SettingsTest, StrengthFollowsTheSettings) {
  EXPECT_EQ(Choose(Security(), "administrator-password-length", "16"), "");
  EXPECT_EQ(Choose(Security(), "password-kinds", "4"), "");
  const std::string token = Enter("admin", admin_.password);
  EXPECT_EQ(Change(token, admin_.password, "Fresh-words-17"), "password-weak");
  EXPECT_EQ(Change(token, admin_.password, "FreshWords17FreshWords"), "password-weak");
  EXPECT_EQ(Change(token, admin_.password, "Fresh-words-17-fresh"), "");
}

}  // namespace
}  // namespace kaoping::service
