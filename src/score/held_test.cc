// Rules that don't count until somebody settles them (挂账): as if they were not there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/boundary.h"
#include "score/proofs.h"
#include "score/samples_test.h"

namespace kaoping::score {
namespace {

using testing::IsEmpty;

TEST(Held, ARuleThatIsHeldCostsNothingAndIsNotOpen) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"short","points":"1","target":"2","held":true})",
      R"({"effect":"deduct","trigger":"occurs","points":"3","nature":"duty"})",
  });
  const Scorecard card = CardOf(scheme, MakeFacts({}), In(Reading::kProjected));
  EXPECT_EQ(card.total, P("-3"));
  EXPECT_EQ(card.open, (std::vector<std::string>{"1.1.2"}));
}

TEST(Held, AFactForItIsRefused) {
  const auto scheme =
      MakeScheme({R"({"effect":"deduct","trigger":"occurs","points":"1","held":true})"});
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"1.1.1"})"}), "rule-held");
  EXPECT_EQ(ErrorOf(scheme, {R"({"rule":"id-1.1.1"})"}), "rule-held");
}

TEST(Held, ALimitBindsWhatIsLeftOfItsRules) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[{"rules":[
        {"effect":"deduct","trigger":"each","points":"1","per":"1","held":true},
        {"effect":"deduct","trigger":"each","points":"1","per":"1"},
        {"effect":"deduct","trigger":"each","points":"1","per":"1"}],
        "limits":[{"at_most":"2","rules":[0,1]},{"at_most":"1","rules":[0]}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","count":5})"}), "-2");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.3","count":5})"}), "-5");
}

TEST(Held, AnAggravationBehindItStillFindsItsRule) {
  const auto scheme = MakeScheme({
      R"({"effect":"deduct","trigger":"occurs","points":"5","held":true})",
      R"({"effect":"deduct","trigger":"each","points":"1","per":"1"})",
      R"({"effect":"deduct","trigger":"each","points":"2","per":"1","on_top_of":1})",
  });
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.1.2","count":1,"case":"甲"})",
                             R"({"rule":"1.1.3","count":1,"case":"甲"})"}),
            "-3");
}

TEST(Held, ACriterionWhollyHeldBindsNothing) {
  const auto scheme = MakeScheme(
      R"({"sections":[{"tasks":[
        {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1","held":true}],
         "limits":[{"at_most":"1","rules":[]}],"policies":[{"kind":"highest_only","same":"同一项工作"}]},
        {"rules":[{"effect":"bonus","trigger":"each","points":"1","per":"1"}]}]}]})");
  EXPECT_EQ(TotalOf(scheme, {R"({"rule":"1.2.1","count":4})"}), "4");
  EXPECT_EQ(FindBoundaries(scheme).size(), 1U);
  EXPECT_THAT(Prove(scheme), IsEmpty());
}

}  // namespace
}  // namespace kaoping::score
