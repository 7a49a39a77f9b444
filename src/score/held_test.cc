// Criteria that don't count until somebody settles them (挂账): as if they were not there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/boundary.h"
#include "score/proofs.h"
#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::IsEmpty;

// The first task is held; the second counts.
scheme::Scheme FirstHeld(std::string_view tasks) {
  scheme::Scheme scheme = MakeScheme(R"({"sections":[{"tasks":[)" + std::string(tasks) + "]}]}");
  scheme.sections[0].tasks[0].criterion->held = true;
  return scheme;
}

TEST(Held, WhatIsHeldCostsNothingAndIsOpen) {
  const auto scheme = FirstHeld(
      R"({"rules":[{"effect":"deduct","trigger":"short","points":"1","target":"2"}]},
         {"rules":[{"effect":"deduct","trigger":"occurs","points":"3","nature":"duty"}]})");
  const Scorecard card = CardOf(scheme, MakeFacts({}), In(Reading::kProjected));
  EXPECT_EQ(card.total, P("-3"));
  EXPECT_EQ(card.open, (std::vector<std::string>{"1.1.1", "1.2.1"}));
  ASSERT_EQ(card.owed.size(), 2U);
  EXPECT_EQ(card.owed[1].rule, "1.1.1");
  EXPECT_FALSE(card.owed[1].at_stake);
  EXPECT_TRUE(ReasonOf(card, "1.1.1").open);
}

TEST(Held, AFactForItIsRefused) {
  const auto scheme =
      FirstHeld(R"({"rules":[{"effect":"deduct","trigger":"occurs","points":"1"}]})");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1"})"}), "rule-held");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"id-1.1.1"})"}), "rule-held");
}

TEST(Held, ItsLimitsAndPoliciesBindNothing) {
  // Alone in their cell they would bind the section.
  const auto scheme = FirstHeld(
      R"({"limits":[{"at_most":"1","rules":[]},{"at_most":"1","rules":[],"scope":"scheme"}],
          "policies":[{"kind":"highest_only","same":"同一项工作"}]},
         {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1"}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.2.1","on":"2017-03-01","work":"甲"})",
                             R"({"rule":"1.2.1","on":"2017-04-01","work":"甲"})"}),
            "2");
  EXPECT_EQ(FindBoundaries(scheme).size(), 1U);
  EXPECT_THAT(Prove(scheme), IsEmpty());
}

TEST(Held, RulesBehindItStillFindOneAnother) {
  const auto scheme = FirstHeld(
      R"({"rules":[{"effect":"deduct","trigger":"occurs","points":"5"}]},
         {"rules":[{"effect":"deduct","trigger":"each","points":"1","per":"1"},
                   {"effect":"deduct","trigger":"each","points":"2","per":"1","on_top_of":0}],
          "limits":[{"at_most":"2","rules":[1]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.2.1","count":2})", R"({"rule":"1.2.2","count":2})"}),
            "-4");
}

}  // namespace
}  // namespace kaoping::score
