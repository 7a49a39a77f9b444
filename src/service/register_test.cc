#include "service/register.h"

#include <gmock/gmock.h>

#include <string>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using RegisterTest = ServiceFixture;

constexpr std::string_view kRegister = R"({
  "format": "register/1",
  "units": [
    {"name": "商业局", "aliases": ["示范市商业局"],
     "offices": [{"name": "办公室"}, {"name": "法规处", "tags": ["业务"]}]},
    {"name": "财政局"}
  ],
  "groups": []
})";

TEST_F(RegisterTest, WithoutOneTheIssuerIsTheOnlyUnit) {
  const std::string id = Import();
  EXPECT_THAT(*ListUnits(Keeper(), id), ElementsAre("示范市商业局"));
  EXPECT_THAT(*ListOffices(Keeper(), id), ElementsAre("办公室", "法规处", "综合处"));
}

TEST_F(RegisterTest, NamesUnitsAndOffices) {
  const std::string id = Import();
  const auto outcome = ImportRegister(Keeper(), kRegister);
  ASSERT_TRUE(outcome) << outcome.error().message.zh;
  EXPECT_TRUE(outcome->is_new);
  EXPECT_EQ(outcome->units, 2);
  EXPECT_EQ(outcome->offices, 2);
  EXPECT_THAT(*ListUnits(Keeper(), id), ElementsAre("商业局", "财政局"));
  EXPECT_THAT(*ListOffices(Keeper(), id), ElementsAre("办公室", "法规处", "综合处"));
}

TEST_F(RegisterTest, SameAgainChangesNothing) {
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  const auto again = ImportRegister(Keeper(), kRegister);
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->is_new);
  EXPECT_EQ(again->units, 2);
  EXPECT_EQ(Ledger().size(), 1U);
}

TEST_F(RegisterTest, BadOneChangesNothing) {
  EXPECT_EQ(CodeOf(ImportRegister(Keeper(), "{")), "register-invalid");
  EXPECT_TRUE(Ledger().empty());
}

TEST_F(RegisterTest, UnitWithFactsHasToStay) {
  Publish();
  RecordOne(Contact(), Case("2017-03-01"));
  const auto refused =
      ImportRegister(Keeper(), R"({"format":"register/1","units":[{"name":"财政局"}]})");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "unit-in-use");
  EXPECT_THAT(refused.error().message.zh, HasSubstr("示范市商业局"));
}

TEST_F(RegisterTest, RenamedUnitKeepsItsFactsByItsOldName) {
  const std::string id = Publish();
  RecordOne(Operator(), [] {
    score::Fact fact = Case("2017-03-01");
    fact.status = score::FactStatus::kConfirmed;
    return fact;
  }());
  ASSERT_TRUE(ImportRegister(Keeper(), kRegister));
  RecordOne(Operator(), [] {
    score::Fact fact = Case("2017-04-01");
    fact.unit = "商业局";
    fact.status = score::FactStatus::kConfirmed;
    return fact;
  }());
  for (const char* name : {"商业局", "示范市商业局"}) {
    const auto card = Score(Operator(), id, name, {});
    ASSERT_TRUE(card) << card.error().message.zh;
    EXPECT_EQ(card->unit, "商业局");
    EXPECT_EQ(card->deducted.ToString(), "1");
    EXPECT_EQ(ListFacts(Operator(), id, {.unit = name})->items.size(), 2U);
  }
}

}  // namespace
}  // namespace kaoping::service
