// What every database must do with evidence.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/backends_test.h"
#include "store/store.h"

namespace kaoping::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class EvidenceStoreTest : public ::testing::TestWithParam<NamedBackend> {
 protected:
  EvidenceStoreTest() : backend_(GetParam().second()) {
    store_ = std::move(backend_->Open()).value();
    work_ = std::move(store_->Write()).value();
    for (const char* id : {"s1", "s2"}) {
      SchemeRow scheme;
      scheme.id = id;
      scheme.source_digest = id;
      scheme.entry = Note();
      EXPECT_TRUE(work_->schemes().Add(scheme, {"{}", "[]"}));
    }
  }

  std::uint64_t Note() {
    return work_->ledger().Append({.actor = "联络员", .action = "test"}, Timestamp(1'000))->seq;
  }
  EvidenceStore& evidence() { return work_->evidence(); }

  std::uint64_t Add(const std::string& id, const std::string& unit,
                    const std::string& office = "") {
    const std::uint64_t entry = Note();
    EXPECT_TRUE(evidence().Add({entry, id, unit, office, "{\"name\":\"纪要\"}", "", {}}));
    return entry;
  }
  void AddFile(const std::string& item, int version, const std::string& sha256) {
    EXPECT_TRUE(evidence().AddFile({Note(), item, version, sha256, "{\"size\":3}", "", {}}));
  }
  void Cite(const std::string& item, const std::string& scheme, const std::string& kind,
            const std::string& target, const std::string& status = "cited") {
    EXPECT_TRUE(evidence().Cite({Note(), item, scheme, kind, target, status, "", {}}));
  }
  void Review(const std::string& item, int version, const std::string& status) {
    EXPECT_TRUE(evidence().Review({Note(), item, version, status, "理由", "", {}}));
  }

  std::vector<std::string> Ids(const EvidenceSelection& selection, int limit = 100) {
    std::vector<std::string> ids;
    const auto rows = evidence().Select(selection, limit);
    EXPECT_TRUE(rows);
    for (const EvidenceRow& row : *rows) ids.push_back(row.id);
    return ids;
  }

  std::unique_ptr<Backend> backend_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Transaction> work_;
};

TEST_P(EvidenceStoreTest, ItemsAreFoundAndKnowWhoAddedThem) {
  Add("ev-1", "商务局", "办公室");
  const auto row = evidence().Find("ev-1");
  ASSERT_TRUE(row && *row);
  EXPECT_EQ((*row)->unit, "商务局");
  EXPECT_EQ((*row)->office, "办公室");
  EXPECT_EQ((*row)->body, "{\"name\":\"纪要\"}");
  EXPECT_EQ((*row)->by, "联络员");
  EXPECT_EQ((*row)->at, Timestamp(1'000));
  EXPECT_FALSE(evidence().Find("ev-2")->has_value());
}

TEST_P(EvidenceStoreTest, ItemsAreSelectedByUnitOfficeAndPage) {
  const std::uint64_t first = Add("ev-1", "商务局", "办公室");
  Add("ev-2", "财政局");
  Add("ev-3", "商务局");
  EXPECT_THAT(Ids({}), ElementsAre("ev-1", "ev-2", "ev-3"));
  EXPECT_THAT(Ids({}, 2), ElementsAre("ev-1", "ev-2"));
  EXPECT_THAT(Ids({.after = first}), ElementsAre("ev-2", "ev-3"));
  EXPECT_THAT(Ids({.units = {"商务局"}}), ElementsAre("ev-1", "ev-3"));
  EXPECT_THAT(Ids({.units = {"商务局", "财政局"}}), ElementsAre("ev-1", "ev-2", "ev-3"));
  EXPECT_THAT(Ids({.units = {"商务局"}, .office = "办公室"}), ElementsAre("ev-1"));
}

TEST_P(EvidenceStoreTest, ItemsAreSelectedByTheirFiles) {
  Add("ev-1", "商务局");
  Add("ev-2", "财政局");
  AddFile("ev-1", 1, "aa");
  AddFile("ev-1", 2, "bb");
  AddFile("ev-2", 1, "aa");
  EXPECT_THAT(Ids({.sha256 = "aa"}), ElementsAre("ev-1", "ev-2"));
  EXPECT_THAT(Ids({.sha256 = "bb"}), ElementsAre("ev-1"));
  EXPECT_THAT(Ids({.sha256 = "cc"}), IsEmpty());
  const auto files = *evidence().FilesOf({"ev-1"});
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[1].version, 2);
  EXPECT_EQ(files[1].sha256, "bb");
  EXPECT_EQ(files[1].body, "{\"size\":3}");
  EXPECT_EQ(files[1].by, "联络员");
  EXPECT_EQ(evidence().Files(files[0].entry, 10)->size(), 2U);
  EXPECT_EQ(evidence().Files(std::nullopt, 1)->size(), 1U);
}

TEST_P(EvidenceStoreTest, StatusIsWhatWasLastSaidOfTheLastVersion) {
  Add("ev-1", "商务局");
  AddFile("ev-1", 1, "aa");
  Add("ev-2", "商务局");  // a registered paper
  EXPECT_THAT(Ids({.status = "pending"}), ElementsAre("ev-1", "ev-2"));
  Review("ev-1", 1, "returned");
  Review("ev-1", 1, "accepted");
  Review("ev-2", 0, "accepted");
  EXPECT_THAT(Ids({.status = "accepted"}), ElementsAre("ev-1", "ev-2"));
  EXPECT_THAT(Ids({.status = "returned"}), IsEmpty());
  AddFile("ev-1", 2, "bb");
  EXPECT_THAT(Ids({.status = "pending"}), ElementsAre("ev-1"));
  EXPECT_EQ(evidence().ReviewsOf({"ev-1"})->size(), 2U);
  EXPECT_EQ(evidence().ReviewsOf({"ev-2"})->at(0).reason, "理由");
  EXPECT_EQ(evidence().Reviews(std::nullopt, 10)->size(), 3U);
}

TEST_P(EvidenceStoreTest, CitationsStandUntilTheyAreTakenBack) {
  Add("ev-1", "商务局");
  Add("ev-2", "商务局");
  Cite("ev-1", "s1", "task", "1.2");
  Cite("ev-1", "s2", "rule", "r1");
  Cite("ev-2", "s1", "rule", "1.2");
  EXPECT_THAT(Ids({.cited = {{.scheme = "s1"}}}), ElementsAre("ev-1", "ev-2"));
  EXPECT_THAT(Ids({.cited = {{.scheme = "s1", .kind = "task"}}}), ElementsAre("ev-1"));
  EXPECT_THAT(Ids({.cited = {{"s1", "rule", "1.2"}}}), ElementsAre("ev-2"));
  EXPECT_THAT(Ids({.cited = {{"s1", "rule", "1.2"}, {"s2", "rule", "r1"}}}),
              ElementsAre("ev-1", "ev-2"));
  EXPECT_THAT(Ids({.cited = {{"s2", "rule", "1.2"}, {"s1", "task", "r1"}}}), IsEmpty());
  Cite("ev-1", "s1", "task", "1.2", "withdrawn");
  EXPECT_THAT(Ids({.cited = {{.scheme = "s1", .kind = "task"}}}), IsEmpty());
  EXPECT_THAT(Ids({.cited = {{.scheme = "s2"}}}), ElementsAre("ev-1")) << "others stand";
  Cite("ev-1", "s1", "task", "1.2");
  EXPECT_THAT(Ids({.cited = {{.scheme = "s1", .kind = "task"}}}), ElementsAre("ev-1"));
  const auto of_item = *evidence().CitationsOf({"ev-1"});
  ASSERT_EQ(of_item.size(), 4U);
  EXPECT_EQ(of_item[2].status, "withdrawn");
  EXPECT_EQ(of_item[3].status, "cited");
  EXPECT_EQ(of_item[1].scheme, "s2");
  EXPECT_EQ(evidence().Citations(std::nullopt, 10)->size(), 5U);
}

TEST_P(EvidenceStoreTest, ConditionsAreMetTogether) {
  Add("ev-1", "商务局");
  Add("ev-2", "财政局");
  AddFile("ev-1", 1, "aa");
  AddFile("ev-2", 1, "aa");
  Cite("ev-1", "s1", "fact", "f1");
  Cite("ev-2", "s1", "fact", "f1");
  Review("ev-2", 1, "accepted");
  EXPECT_THAT(Ids({.units = {"财政局"},
                   .sha256 = "aa",
                   .status = "accepted",
                   .cited = {{"s1", "fact", "f1"}},
                   .after = 0}),
              ElementsAre("ev-2"));
}

TEST_P(EvidenceStoreTest, RemovalsAreKeptByTheHash) {
  Add("ev-1", "商务局");
  ASSERT_TRUE(evidence().Remove({Note(), "aa", "ev-1", "依法删除", "", {}}));
  const auto found = evidence().FindRemoval("aa");
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->reason, "依法删除");
  EXPECT_EQ((*found)->item, "ev-1");
  EXPECT_FALSE(evidence().FindRemoval("bb")->has_value());
  EXPECT_EQ(evidence().Removals()->size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Databases, EvidenceStoreTest, kBackends, NameOfBackend);

}  // namespace
}  // namespace kaoping::store
