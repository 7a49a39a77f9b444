#include "service/rights.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace kaoping::service {
namespace {

// The whole table, written down a second time: a change of rights has to be meant twice.
const std::map<std::string, std::set<std::string>> kExpected = {
    {"operator",
     {"import", "settle", "publish", "entrust", "record", "decide", "appoint", "policy",
      "configure", "accounts", "verify", "scores", "read"}},
    {"system_admin", {"appoint", "configure", "accounts"}},
    {"security_admin", {"policy", "accounts"}},
    {"audit_admin", {"accounts", "verify"}},
    {"scheme_keeper", {"import", "settle", "publish", "entrust", "scores", "read"}},
    {"appraiser", {"record", "decide", "scores", "read"}},
    {"reviewer", {"decide", "scores", "read"}},
    {"indicator_owner", {"record", "decide", "read"}},
    {"data_source", {"record", "read"}},
    {"unit_head", {"scores", "read"}},
    {"office_contact", {"record", "scores", "read"}},
    {"observer", {"scores", "read"}},
};

TEST(Rights, TableIsWhatWasAgreed) {
  EXPECT_EQ(AllRoles().size(), kExpected.size());
  for (const Role role : AllRoles()) {
    const std::set<std::string>& expected = kExpected.at(ToString(role));
    std::set<std::string> listed;
    for (const Action action : ActionsOf(role)) listed.insert(ToString(action));
    EXPECT_EQ(listed, expected) << ToString(role);
    for (const Action action : AllActions()) {
      EXPECT_EQ(May(role, action), expected.contains(ToString(action)))
          << ToString(role) << " " << ToString(action);
      EXPECT_EQ(Require(role, action).has_value(), May(role, action));
    }
  }
}

TEST(Rights, AdministratorsNeverTouchFactsAndScores) {
  int administrators = 0;
  for (const Role role : AllRoles()) {
    if (!IsAdministrator(role)) continue;
    ++administrators;
    for (const Action action : {Action::kRecord, Action::kDecide, Action::kRead, Action::kSettle,
                                Action::kPublish, Action::kImport}) {
      EXPECT_FALSE(May(role, action)) << ToString(role) << " " << ToString(action);
    }
  }
  EXPECT_EQ(administrators, 3);
}

TEST(Rights, RefusalNamesRoleAndDeed) {
  const Status refused = Require(Role::kSystemAdmin, Action::kRecord);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kForbidden);
  EXPECT_EQ(refused.error().code, "not-allowed");
  EXPECT_EQ(refused.error().message.zh, "系统管理员不能记录事实；请由有此权限的人办理");
  EXPECT_EQ(refused.error().message.en,
            "the system administrator may not record facts; ask somebody who may");
}

TEST(Rights, RoleNamesAreReadBack) {
  for (const Role role : AllRoles()) EXPECT_EQ(ParseRole(ToString(role)), role);
  EXPECT_EQ(ParseRole("root"), std::nullopt);
  EXPECT_EQ(ParseRole(""), std::nullopt);
}

}  // namespace
}  // namespace kaoping::service
