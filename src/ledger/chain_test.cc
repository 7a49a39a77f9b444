#include "ledger/chain.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"

namespace kaoping::ledger {
namespace {

Timestamp At(const char* text) { return *Timestamp::Parse(text); }

Entry FirstExample() {
  return Seal({.actor = "命令行",
               .action = "import-scheme",
               .subject = "scheme/s0123456789ab",
               .body = R"({"after":{"title":"年度方案"}})"},
              Tail{}, At("2017-05-03T09:30:00+08:00"));
}

Entry SecondExample() {
  return Seal({.actor = "命令行",
               .action = "publish-scheme",
               .subject = "scheme/s0123456789ab",
               .body = R"({"reason":"个性指标10月另发"})"},
              TailOf(FirstExample()), At("2017-05-03T09:31:00+08:00"));
}

std::vector<Entry> Chain(int length) {
  std::vector<Entry> entries;
  Tail tail;
  for (int i = 1; i <= length; ++i) {
    entries.push_back(Seal({.actor = "考评员",
                            .action = "record-fact",
                            .subject = "fact/s/" + std::to_string(i),
                            .body = R"({"after":{"value":")" + std::to_string(i) + R"("}})"},
                           tail, Timestamp(1'000'000 * i)));
    tail = TailOf(entries.back());
  }
  return entries;
}

std::vector<std::string> CodesFor(const std::vector<Entry>& entries, const Tail& head,
                                  std::optional<Checkpoint> checkpoint = std::nullopt) {
  Problems problems;
  ChainCheck check(std::move(checkpoint));
  for (const Entry& entry : entries) check.Add(entry, problems);
  check.Finish(head, problems);
  std::vector<std::string> codes;
  for (const Problem& problem : problems.shown()) codes.push_back(problem.code);
  return codes;
}

using Codes = std::vector<std::string>;

TEST(LedgerFormat, WorkedExampleIsWhatTheProgramDoes) {
  std::ifstream file(KAOPING_SOURCE_DIR "/docs/ledger-format.md");
  std::stringstream document;
  document << file.rdbuf();
  const std::string text = document.str();
  for (const Entry& entry : {FirstExample(), SecondExample()}) {
    EXPECT_NE(text.find("```\n" + Serialise(entry) + "```\n"), std::string::npos)
        << Serialise(entry);
    EXPECT_NE(text.find("\n    " + entry.hash + "\n"), std::string::npos) << entry.hash;
  }
}

TEST(Seal, LinksToTheTail) {
  EXPECT_EQ(FirstExample().seq, 1U);
  EXPECT_EQ(FirstExample().prev_hash, kNoHash);
  EXPECT_EQ(SecondExample().seq, 2U);
  EXPECT_EQ(SecondExample().prev_hash, FirstExample().hash);
}

TEST(Seal, TimeNeverGoesBackwards) {
  const Tail tail = TailOf(FirstExample());
  const Entry entry = Seal({.actor = "a", .action = "b"}, tail, At("2016-01-01T00:00:00Z"));
  EXPECT_EQ(entry.at, tail.at);
}

TEST(Seal, RefusesNamelessDeedsAndNul) {
  EXPECT_THROW(Seal({.actor = "", .action = "b"}, Tail{}, Timestamp{}), InternalError);
  EXPECT_THROW(Seal({.actor = "a", .action = ""}, Tail{}, Timestamp{}), InternalError);
  EXPECT_THROW(
      Seal({.actor = "a", .action = "b", .subject = std::string("x\0y", 3)}, Tail{}, Timestamp{}),
      InternalError);
}

TEST(Serialise, FieldsCannotFlowIntoEachOther) {
  Entry one;
  one.actor = "ab";
  one.action = "c";
  Entry other;
  other.actor = "a";
  other.action = "bc";
  EXPECT_NE(HashOf(one), HashOf(other));
}

TEST(ChainCheck, FindsNothingInAnUntouchedChain) {
  const std::vector<Entry> chain = Chain(5);
  EXPECT_EQ(CodesFor(chain, TailOf(chain.back())), Codes{});
  EXPECT_EQ(CodesFor({}, Tail{}), Codes{});
  EXPECT_EQ(CodesFor(chain, TailOf(chain.back()), Checkpoint{3, chain[2].hash}), Codes{});
  EXPECT_EQ(CodesFor(chain, TailOf(chain.back()), Checkpoint{0, std::string(kNoHash)}), Codes{});
}

TEST(ChainCheck, FindsAChangeInAnyField) {
  const std::vector<Entry> chain = Chain(3);
  const auto with_second = [&](auto change) {
    std::vector<Entry> changed = chain;
    change(changed[1]);
    return CodesFor(changed, TailOf(chain.back()));
  };
  EXPECT_EQ(with_second([](Entry& e) { e.actor += "x"; }), Codes{"entry-changed"});
  EXPECT_EQ(with_second([](Entry& e) { e.action += "x"; }), Codes{"entry-changed"});
  EXPECT_EQ(with_second([](Entry& e) { e.subject += "x"; }), Codes{"entry-changed"});
  EXPECT_EQ(with_second([](Entry& e) { e.body += "x"; }), Codes{"entry-changed"});
  EXPECT_EQ(with_second([](Entry& e) { e.at = Timestamp(2'000'001); }), Codes{"entry-changed"});
  EXPECT_EQ(with_second([](Entry& e) { e.hash[0] = 'x'; }),
            (Codes{"entry-changed", "entry-unlinked"}));
  EXPECT_EQ(with_second([](Entry& e) { e.prev_hash[0] = 'x'; }),
            (Codes{"entry-changed", "entry-unlinked"}));
}

TEST(ChainCheck, FindsAnEntryRewrittenWithItsHash) {
  std::vector<Entry> chain = Chain(3);
  chain[1].body = "{}";
  chain[1].hash = HashOf(chain[1]);
  EXPECT_EQ(CodesFor(chain, TailOf(chain.back())), Codes{"entry-unlinked"});
}

TEST(ChainCheck, FindsARemovedEntry) {
  std::vector<Entry> chain = Chain(4);
  const Tail head = TailOf(chain.back());
  chain.erase(chain.begin() + 1);
  EXPECT_EQ(CodesFor(chain, head), Codes{"entry-missing"});
  chain.erase(chain.begin());
  EXPECT_EQ(CodesFor(chain, head), Codes{"entry-missing"});
}

TEST(ChainCheck, FindsEntriesThatChangedPlaces) {
  std::vector<Entry> chain = Chain(4);
  const Tail head = TailOf(chain.back());
  std::swap(chain[1], chain[2]);
  EXPECT_EQ(CodesFor(chain, head),
            (Codes{"entry-missing", "entry-repeated", "entry-before-its-time", "entry-missing"}));
  std::swap(chain[1].seq, chain[2].seq);
  EXPECT_NE(CodesFor(chain, head), Codes{});
}

TEST(ChainCheck, FindsACutOffTailByTheHead) {
  std::vector<Entry> chain = Chain(4);
  const Tail head = TailOf(chain.back());
  chain.pop_back();
  EXPECT_EQ(CodesFor(chain, head), Codes{"entries-cut-off"});
  EXPECT_EQ(CodesFor({}, head), Codes{"entries-cut-off"});
}

TEST(ChainCheck, FindsACutOffTailByTheCheckpointAlone) {
  std::vector<Entry> chain = Chain(4);
  const Checkpoint checkpoint{4, chain.back().hash};
  chain.pop_back();
  const Tail forged_head = TailOf(chain.back());
  EXPECT_EQ(CodesFor(chain, forged_head), Codes{});
  EXPECT_EQ(CodesFor(chain, forged_head, checkpoint), Codes{"entries-cut-off"});
}

TEST(ChainCheck, FindsAForgedChainByTheCheckpointAlone) {
  const Checkpoint checkpoint{2, Chain(4)[1].hash};
  std::vector<Entry> forged;
  Tail tail;
  for (Entry entry : Chain(4)) {
    entry = Seal({.actor = "x", .action = entry.action}, tail, entry.at);
    tail = TailOf(entry);
    forged.push_back(std::move(entry));
  }
  EXPECT_EQ(CodesFor(forged, tail), Codes{});
  EXPECT_EQ(CodesFor(forged, tail, checkpoint), Codes{"checkpoint-differs"});
}

TEST(ChainCheck, FindsAHeadThatIsBehind) {
  const std::vector<Entry> chain = Chain(3);
  EXPECT_EQ(CodesFor(chain, TailOf(chain[1])), Codes{"head-differs"});
  EXPECT_EQ(CodesFor(chain, Tail{3, Timestamp(3'000'000), std::string(kNoHash)}),
            Codes{"head-differs"});
}

// Any byte of any text field of any entry, replaced by any other.
TEST(ChainCheck, FindsAnyChangedByte) {
  EXPECT_TRUE(rc::check([] {
    std::vector<Entry> chain = Chain(6);
    const Tail head = TailOf(chain.back());
    Entry& entry = chain[*rc::gen::inRange<std::size_t>(0, chain.size())];
    const std::vector<std::string*> fields = {&entry.actor, &entry.action,    &entry.subject,
                                              &entry.body,  &entry.prev_hash, &entry.hash};
    std::string& field = *fields[*rc::gen::inRange<std::size_t>(0, fields.size())];
    char& byte = field[*rc::gen::inRange<std::size_t>(0, field.size())];
    byte = static_cast<char>(byte ^ *rc::gen::inRange(1, 256));
    RC_ASSERT(!CodesFor(chain, head).empty());
  }));
}

TEST(Problems, ShowsAHundredAndCountsTheRest) {
  Problems problems;
  for (int i = 0; i < 130; ++i) problems.Add("entry-changed", Message{});
  EXPECT_EQ(problems.shown().size(), 100U);
  EXPECT_EQ(problems.more(), 30U);
}

}  // namespace
}  // namespace kaoping::ledger
