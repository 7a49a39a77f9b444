#include "service/ledger_search.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/service_fixture.h"

namespace kaoping::service {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class LedgerSearchTest : public ServiceFixture {
 protected:
  LedgerSearchTest() {
    Publish();
    first_ = RecordOne(Appraiser(), Case("2017-03-01"));
    Pass(std::int64_t{24} * 60 * 60);
    second_ = RecordOne(As(Role::kAppraiser, "other"), Case("2017-04-01"));
  }

  // The numbers of the entries that fit, page by page.
  std::vector<std::uint64_t> Found(LedgerFilter filter) {
    std::vector<std::uint64_t> found;
    do {
      const auto page = SearchLedger(Auditor(), filter);
      EXPECT_TRUE(page) << page.error().message.zh;
      for (const ledger::Entry& entry : page->items) found.push_back(entry.seq);
      filter.cursor = page->next;
    } while (!filter.cursor.empty());
    return found;
  }

  std::string first_;
  std::string second_;
};

TEST_F(LedgerSearchTest, FindsByWhoWhatWhenAndWords) {
  EXPECT_THAT(Found({}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(Found({.limit = 1}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(Found({.actor = "other"}), ElementsAre(4));
  EXPECT_THAT(Found({.action = "record-fact"}), ElementsAre(3, 4));
  EXPECT_THAT(Found({.subject = "fact/"}), ElementsAre(3, 4));
  EXPECT_THAT(Found({.words = "2017-04-01"}), ElementsAre(4));
  EXPECT_THAT(Found({.actor = "nobody"}), IsEmpty());
  const Date day = now().BeijingDay();
  EXPECT_THAT(Found({.from = day}), ElementsAre(4));
  EXPECT_THAT(Found({.to = day}), ElementsAre(1, 2, 3, 4));
}

TEST_F(LedgerSearchTest, IsForWhoeverMayVerify) {
  for (const Role role : AllRoles()) {
    EXPECT_EQ(SearchLedger(As(role, "x"), {}).has_value(), May(role, Action::kVerify))
        << ToString(role);
  }
  EXPECT_EQ(CodeOf(SearchLedger(Auditor(), {.cursor = "x"})), "cursor-unfit");
  EXPECT_EQ(CodeOf(SearchLedger(Auditor(), {.limit = 0})), "limit-unfit");
  EXPECT_EQ(CodeOf(SearchLedger(Auditor(), {.limit = 1001})), "limit-unfit");
}

TEST_F(LedgerSearchTest, AnEntryIsWrittenAsItWasHashed) {
  const ledger::Entry entry = SearchLedger(Auditor(), {.limit = 1})->items.at(0);
  const auto json = nlohmann::json::parse(WriteEntry(entry));
  EXPECT_EQ(json.at("body"), entry.body);
  EXPECT_EQ(json.at("hash"), entry.hash);
  EXPECT_EQ(json.at("seq"), 1);
}

}  // namespace
}  // namespace kaoping::service
