#include "service/accounts.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <string>

#include "support/raw_database.h"
#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using kaoping::testing::RawDatabase;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::int64_t kMinute = 60;

class AccountsTest : public ServiceFixture {
 protected:
  AccountsTest() : admin_(*CreateFirstAdministrator(store(), Tick())) {}

  Context Admin() { return As(Role::kSystemAdmin, "admin"); }
  NewPassword Add(std::string_view name, Role role) {
    return *AddUser(Admin(), name, "某人", role);
  }
  Result<SignedIn> Enter(const NewPassword& account) {
    return SignIn(store(), Tick(), account.name, account.password);
  }
  std::string Fail(std::string_view name) { return CodeOf(SignIn(store(), Tick(), name, "wrong")); }
  std::string Session(const std::string& token) {
    return CodeOf(SessionAccount(store(), Tick(), token));
  }
  std::string Change(const std::string& token, std::string_view from, std::string_view to) {
    return CodeOf(ChangeOwnPassword(store(), Tick(), token, from, to));
  }
  Account Find(std::string_view name) {
    const auto accounts = *ListUsers(Admin());
    for (const Account& account : accounts) {
      if (account.name == name) return account;
    }
    return {};
  }

  NewPassword admin_;
};

TEST_F(AccountsTest, FirstAdministratorIsMadeOnce) {
  EXPECT_EQ(admin_.name, "admin");
  EXPECT_EQ(admin_.password.size(), 16U);
  EXPECT_EQ(CodeOf(CreateFirstAdministrator(store(), Tick())), "administrator-exists");
  const Account account = Find("admin");
  EXPECT_EQ(account.role, Role::kSystemAdmin);
  EXPECT_TRUE(account.has_temporary_password);
}

TEST_F(AccountsTest, SigningInGivesASessionOfTheAccount) {
  const auto entered = Enter(admin_);
  ASSERT_TRUE(entered) << entered.error().message.zh;
  EXPECT_EQ(entered->token.size(), 64U);
  EXPECT_EQ(entered->ends_at.micros_since_epoch() - now().micros_since_epoch(),
            12 * 3600 * std::int64_t{1'000'000});
  const auto account = SessionAccount(store(), Tick(), entered->token);
  ASSERT_TRUE(account);
  EXPECT_EQ(ActorOf(*account).name, "admin");
  EXPECT_EQ(ActorOf(*account).role, Role::kSystemAdmin);
}

TEST_F(AccountsTest, WrongPasswordAndUnknownNameAreToldAlike) {
  const auto wrong = SignIn(store(), Tick(), "admin", "wrong");
  const auto unknown = SignIn(store(), Tick(), "nobody", "wrong");
  ASSERT_FALSE(wrong);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(wrong.error().code, "sign-in-failed");
  EXPECT_EQ(wrong.error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(unknown.error().code, wrong.error().code);
  EXPECT_EQ(unknown.error().message, wrong.error().message);
  EXPECT_EQ(CodeOf(SignIn(store(), Tick(), "\xff", "x")), "sign-in-failed");
  EXPECT_EQ(CodeOf(SignIn(store(), Tick(), std::string("admin\0", 6), "x")), "sign-in-failed");
  EXPECT_EQ(CodeOf(SignIn(store(), Tick(), "admin", std::string(100'000, 'x'))), "sign-in-failed");
}

TEST_F(AccountsTest, FiveFailuresLockForAQuarterOfAnHour) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Fail("admin"), "sign-in-failed");
  EXPECT_EQ(CodeOf(Enter(admin_)), "account-locked") << "even with the right password";
  EXPECT_TRUE(Find("admin").locked_until);
  Pass(14 * kMinute);
  EXPECT_EQ(CodeOf(Enter(admin_)), "account-locked");
  Pass(kMinute);
  EXPECT_EQ(CodeOf(Enter(admin_)), "");
  EXPECT_FALSE(Find("admin").locked_until);
}

TEST_F(AccountsTest, FailuresCountInARowOnly) {
  for (int i = 0; i < 4; ++i) Fail("admin");
  EXPECT_EQ(CodeOf(Enter(admin_)), "");
  for (int i = 0; i < 4; ++i) EXPECT_EQ(Fail("admin"), "sign-in-failed");
  EXPECT_EQ(CodeOf(Enter(admin_)), "");
}

TEST_F(AccountsTest, CountStartsAnewAfterALock) {
  for (int i = 0; i < 5; ++i) Fail("admin");
  Pass(16 * kMinute);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(Fail("admin"), "sign-in-failed");
  EXPECT_EQ(CodeOf(Enter(admin_)), "");
}

TEST_F(AccountsTest, FailuresOfAnAccountAreInTheLedgerThoseOfALockOrNobodyAreNot) {
  const std::size_t before = Ledger().size();
  Fail("nobody");
  EXPECT_EQ(Ledger().size(), before);
  for (int i = 0; i < 10; ++i) Fail("admin");
  EXPECT_EQ(Ledger().size(), before + 5) << "nobody fills the ledger by guessing";
  EXPECT_EQ(Ledger().back().action, "sign-in-failed");
  EXPECT_THAT(Ledger().back().body, HasSubstr("\"failures\":5,\"locked_until\":"));
}

TEST_F(AccountsTest, SessionEndsAfterHalfAnHourUnused) {
  const std::string token = Enter(admin_)->token;
  Pass(29 * kMinute);
  EXPECT_EQ(Session(token), "");
  Pass(29 * kMinute);
  EXPECT_EQ(Session(token), "") << "it had been used";
  Pass(30 * kMinute);
  EXPECT_EQ(Session(token), "session-ended");
}

TEST_F(AccountsTest, SessionEndsAfterTwelveHoursAtAnyRate) {
  const std::string token = Enter(admin_)->token;
  for (int i = 0; i < 12 * 60 / 20 - 1; ++i) {
    Pass(20 * kMinute);
    ASSERT_EQ(Session(token), "") << i;
  }
  Pass(20 * kMinute);
  EXPECT_EQ(Session(token), "session-ended");
}

TEST_F(AccountsTest, SignedOutIsOut) {
  const std::string token = Enter(admin_)->token;
  const std::string other = Enter(admin_)->token;
  EXPECT_TRUE(SignOut(store(), Tick(), token));
  EXPECT_EQ(Session(token), "session-ended");
  EXPECT_EQ(Session(other), "");
  EXPECT_TRUE(SignOut(store(), Tick(), token));
  EXPECT_TRUE(SignOut(store(), Tick(), "anything"));
  EXPECT_EQ(Session(""), "session-ended");
}

TEST_F(AccountsTest, NeitherPasswordNorTokenIsKeptAnywhere) {
  const std::string token = Enter(admin_)->token;
  const std::string changed = "Gecko-2017-climbs";
  ASSERT_EQ(Change(token, admin_.password, changed), "");
  Close();
  std::ifstream stream(file(), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  ASSERT_GT(bytes.size(), 1000U);
  EXPECT_THAT(bytes, Not(HasSubstr(token)));
  EXPECT_THAT(bytes, Not(HasSubstr(admin_.password)));
  EXPECT_THAT(bytes, Not(HasSubstr(changed)));
  EXPECT_THAT(bytes, HasSubstr("$argon2id$"));
}

TEST_F(AccountsTest, AddedUserSignsInWithThePasswordShownOnce) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const auto entered = Enter(added);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->account.role, Role::kReviewer);
  EXPECT_EQ(entered->account.display, "某人");
  EXPECT_EQ(CodeOf(AddUser(Admin(), "wang", "另一人", Role::kObserver)), "account-exists");
}

TEST_F(AccountsTest, UnfitAccountsAreRefused) {
  const auto code = [&](std::string_view name, std::string_view display, Role role) {
    return CodeOf(AddUser(Admin(), name, display, role));
  };
  EXPECT_EQ(code("", "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code("a b", "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code("a\r\nb", "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code("命令行", "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code(std::string(33, 'a'), "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code("\xff", "甲", Role::kObserver), "account-name-unfit");
  EXPECT_EQ(code("a", " ", Role::kObserver), "display-unfit");
  EXPECT_EQ(code("a", std::string(65, 'x'), Role::kObserver), "display-unfit");
  EXPECT_EQ(code("a", "甲", Role::kOperator), "role-unfit");
  EXPECT_EQ(code("政策法规处-甲", "甲", Role::kObserver), "");
}

TEST_F(AccountsTest, OnlyTheSystemAdministratorAppoints) {
  for (const Role role : AllRoles()) {
    if (role == Role::kSystemAdmin || role == Role::kOperator) continue;
    EXPECT_EQ(CodeOf(AddUser(As(role, "x"), "neu", "甲", Role::kObserver)), "not-allowed");
    EXPECT_EQ(CodeOf(ChangeRole(As(role, "x"), "admin", Role::kObserver)), "not-allowed");
    EXPECT_EQ(CodeOf(ResetPassword(As(role, "x"), "admin")), "not-allowed");
  }
  EXPECT_EQ(CodeOf(ListUsers(As(Role::kAppraiser, "x"))), "not-allowed");
}

TEST_F(AccountsTest, NewRoleEndsTheSessionsOfTheOldOne) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const std::string token = Enter(added)->token;
  ASSERT_TRUE(ChangeRole(Admin(), "wang", Role::kAppraiser));
  EXPECT_EQ(Session(token), "session-ended");
  EXPECT_EQ(Enter(added)->account.role, Role::kAppraiser);
  EXPECT_THAT(Ledger().at(Ledger().size() - 2).body, HasSubstr("\"role\":\"reviewer\""));
}

TEST_F(AccountsTest, ThreeAdministratorsExcludeEachOther) {
  Add("audit", Role::kAuditAdmin);
  for (const Role role : {Role::kSystemAdmin, Role::kSecurityAdmin}) {
    EXPECT_EQ(CodeOf(ChangeRole(Admin(), "audit", role)), "roles-exclude");
  }
  EXPECT_EQ(Find("audit").role, Role::kAuditAdmin);
}

TEST_F(AccountsTest, NobodyChangesTheirOwnRoleAndOneAdministratorStays) {
  EXPECT_EQ(CodeOf(ChangeRole(Admin(), "admin", Role::kObserver)), "own-role");
  EXPECT_EQ(CodeOf(ChangeRole(Operator(), "admin", Role::kObserver)), "last-administrator");
  Add("admin2", Role::kSystemAdmin);
  EXPECT_TRUE(ChangeRole(Operator(), "admin", Role::kObserver));
}

TEST_F(AccountsTest, UnfitRoleChangesAreRefused) {
  EXPECT_EQ(CodeOf(ChangeRole(Admin(), "nobody", Role::kObserver)), "account-not-found");
  EXPECT_EQ(CodeOf(ChangeRole(Admin(), "\xff", Role::kObserver)), "account-not-found");
  Add("wang", Role::kReviewer);
  EXPECT_EQ(CodeOf(ChangeRole(Admin(), "wang", Role::kOperator)), "role-unfit");
  const std::size_t before = Ledger().size();
  EXPECT_TRUE(ChangeRole(Admin(), "wang", Role::kReviewer));
  EXPECT_EQ(Ledger().size(), before) << "the same role again changes nothing";
}

TEST_F(AccountsTest, ResetPasswordOpensTheLockAndEndsSessions) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const std::string token = Enter(added)->token;
  for (int i = 0; i < 5; ++i) Fail("wang");
  const auto reset = ResetPassword(Admin(), "wang");
  ASSERT_TRUE(reset);
  EXPECT_EQ(Session(token), "session-ended");
  EXPECT_EQ(CodeOf(Enter(added)), "sign-in-failed") << "the old password";
  EXPECT_EQ(CodeOf(Enter(*reset)), "");
  EXPECT_EQ(CodeOf(ResetPassword(Admin(), "nobody")), "account-not-found");
}

TEST_F(AccountsTest, OwnPasswordIsChangedByItsOwner) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const std::string token = Enter(added)->token;
  const std::string elsewhere = Enter(added)->token;
  ASSERT_EQ(Change(token, added.password, "Gecko-2017"), "");
  EXPECT_EQ(Session(token), "") << "the session at hand goes on";
  EXPECT_EQ(Session(elsewhere), "session-ended");
  EXPECT_EQ(CodeOf(Enter(added)), "sign-in-failed");
  const auto entered = Enter({"wang", "Gecko-2017"});
  ASSERT_TRUE(entered);
  EXPECT_FALSE(entered->account.has_temporary_password);
}

TEST_F(AccountsTest, WrongOldPasswordCountsAsAFailure) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const std::string token = Enter(added)->token;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Change(token, "wrong", "Gecko-2017"), "sign-in-failed");
  EXPECT_EQ(Change(token, added.password, "Gecko-2017"), "account-locked");
  EXPECT_EQ(CodeOf(Enter(added)), "account-locked");
}

TEST_F(AccountsTest, WeakPasswordsAreRefused) {
  const NewPassword added = Add("wang", Role::kReviewer);
  const std::string token = Enter(added)->token;
  for (const std::string& weak :
       {std::string("Ab1-xyz"), std::string("abcdefgh1"), std::string("WANG-wang-2017"),
        added.password, std::string("Ab1-xyz\xff\xff"), std::string("Ab1-x\0yz", 8),
        "Ab1-" + std::string(2000, 'x')}) {
    EXPECT_EQ(Change(token, added.password, weak), "password-weak") << weak;
  }
  EXPECT_EQ(Change("no session", added.password, "Gecko-2017"), "session-ended");
  const std::string admin_token = Enter(admin_)->token;
  EXPECT_EQ(Change(admin_token, admin_.password, "Gecko-2017"), "password-weak")
      << "administrators need twelve";
  EXPECT_EQ(Change(admin_token, admin_.password, "Gecko-2017-x"), "");
}

TEST_F(AccountsTest, DeadSessionsAreForgotten) {
  ASSERT_TRUE(Enter(admin_));
  Pass(13 * 3600);
  ASSERT_TRUE(Enter(admin_));
  Close();
  EXPECT_EQ(RawDatabase(file()).Value("SELECT COUNT(*) FROM sessions"), "1");
}

constexpr std::string_view kRegister = R"({
  "format": "register/1",
  "units": [
    {"name": "示范市商业局", "aliases": ["商业局"],
     "offices": [{"name": "法规处", "aliases": ["政策法规处"], "offices": [{"name": "执法科"}]}]},
    {"name": "示范市财政局"}
  ]
})";

TEST_F(AccountsTest, PeopleBelongToAUnitOrAnOfficeOfTheRegister) {
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  ASSERT_TRUE(AddUser(Admin(), "li", "联络员", Role::kOfficeContact,
                      {.unit = "商业局", .office = "政策法规处"}));
  EXPECT_EQ(Find("li").place, (Place{.unit = "示范市商业局", .office = "法规处"}));
  const auto no_unit = AddUser(Admin(), "he", "联络员", Role::kOfficeContact);
  EXPECT_EQ(CodeOf(no_unit), "unit-required");
  EXPECT_EQ(no_unit.error().field, "unit");
  EXPECT_EQ(CodeOf(AddUser(Admin(), "he", "某人", Role::kObserver, {.office = "法规处"})),
            "unit-required");
  EXPECT_EQ(CodeOf(AddUser(Admin(), "he", "某人", Role::kObserver, {.unit = "税务局"})),
            "unit-unknown");
  EXPECT_EQ(CodeOf(AddUser(Admin(), "he", "某人", Role::kObserver,
                           {.unit = "财政局", .office = "法规处"})),
            "unit-unknown");
  const auto elsewhere =
      AddUser(Admin(), "he", "某人", Role::kObserver, {.unit = "示范市财政局", .office = "法规处"});
  EXPECT_EQ(CodeOf(elsewhere), "office-unknown");
  EXPECT_THAT(elsewhere.error().message.zh, HasSubstr("“示范市财政局”没有处室“法规处”"));
  EXPECT_EQ(CodeOf(AddUser(Admin(), "he", "某人", Role::kObserver,
                           {.unit = "示范市商业局", .office = "\xFF"})),
            "office-unknown");
  EXPECT_EQ(ListUsers(Admin())->size(), 2U);
}

TEST_F(AccountsTest, PeopleAreMovedAndTheLedgerSaysSo) {
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  const NewPassword li =
      *AddUser(Admin(), "li", "联络员", Role::kOfficeContact, {.unit = "示范市商业局"});
  const std::string token = Enter(li)->token;
  ASSERT_TRUE(ChangePlace(Admin(), "li", {.unit = "示范市商业局", .office = "执法科"}));
  // It counts at once, in the session that is open.
  EXPECT_EQ(SessionAccount(store(), Tick(), token)->place.office, "执法科");
  EXPECT_EQ(Ledger().back().action, "change-place");
  EXPECT_THAT(Ledger().back().body, HasSubstr(R"("office":"执法科")"));
  const std::size_t entries = Ledger().size();
  EXPECT_TRUE(ChangePlace(Admin(), "li", {.unit = "商业局", .office = "执法科"}));
  EXPECT_EQ(Ledger().size(), entries);
  EXPECT_EQ(CodeOf(ChangePlace(Admin(), "li", {})), "unit-required");
  EXPECT_EQ(CodeOf(ChangePlace(Admin(), "admin", {.unit = "商业局"})), "own-place");
  EXPECT_EQ(CodeOf(ChangePlace(Admin(), "nobody", {})), "account-not-found");
  EXPECT_EQ(CodeOf(ChangePlace(Keeper(), "li", {})), "not-allowed");
  EXPECT_TRUE(Verify(Auditor(), std::nullopt)->problems.empty());
  RawDatabase(file()).Run("UPDATE accounts SET unit = '示范市财政局' WHERE name = 'li'");
  EXPECT_EQ(Verify(Auditor(), std::nullopt)->problems.at(0).code, "account-changed");
}

TEST_F(AccountsTest, ARoleThatHangsOnAUnitNeedsOne) {
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  Add("he", Role::kObserver);
  EXPECT_EQ(CodeOf(ChangeRole(Admin(), "he", Role::kDataSource)), "unit-required");
  ASSERT_TRUE(ChangePlace(Admin(), "he", {.unit = "商业局"}));
  EXPECT_TRUE(ChangeRole(Admin(), "he", Role::kDataSource));
}

TEST_F(AccountsTest, PlacesOfPeopleStayInTheRegister) {
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  ASSERT_TRUE(AddUser(Admin(), "li", "联络员", Role::kOfficeContact,
                      {.unit = "示范市商业局", .office = "执法科"}));
  const auto refused =
      ImportRegister(Keeper(), Replaced(kRegister, R"({"name": "执法科"})", R"({"name": "一科"})"));
  EXPECT_EQ(CodeOf(refused), "unit-in-use");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("账号“li”属于“执法科”"));
  EXPECT_TRUE(ImportRegister(Keeper(), Replaced(kRegister, R"({"name": "执法科"})",
                                                R"({"name": "一科", "aliases": ["执法科"]})")));
}

}  // namespace
}  // namespace kaoping::service
