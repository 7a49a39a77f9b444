#include "document/outcome.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include "document/builder.h"

namespace kaoping::document {
namespace {

const Document kSample = {"通知.docx",
                          {Paragraph{1, "关于印发考评办法的通知"},
                           Table{1,
                                 3,
                                 2,
                                 {{1, 1, 1, 1, {"项目"}},
                                  {1, 2, 1, 1, {"评分标准"}},
                                  {2, 1, 2, 1, {}},
                                  {2, 2, 1, 1, {"未完成的扣1分。", "超过的加0.5分。"}}}},
                           Paragraph{2, "抄送：各科室"}, Table{2, 1, 1, {{1, 1, 1, 1, {"注"}}}}},
                          {{{0, 1, 3, 2}, "XFD1048576"}, {{}, "A1"}}};

std::optional<Result<Document>> ReadBack(const Document& document) {
  return ReadOutcome(document.file_name, WriteOutcome(document));
}

TEST(Outcome, ADocumentComesThroughUnchanged) {
  const auto outcome = ReadBack(kSample);
  ASSERT_TRUE(outcome && *outcome);
  EXPECT_EQ(**outcome, kSample);
}

TEST(Outcome, AnErrorComesThroughUnchanged) {
  const Error error = MakeError(ErrorKind::kInvalid, "file-empty", {"没有文字", "has no words"});
  const auto outcome = ReadOutcome("a", WriteOutcome(error));
  ASSERT_TRUE(outcome && !*outcome);
  EXPECT_EQ(outcome->error().code, error.code);
  EXPECT_EQ(outcome->error().kind, error.kind);
  EXPECT_EQ(outcome->error().message, error.message);
}

// Text without words stands for nothing, so that no reader gives it.
TEST(Outcome, WhatIsNoDocumentIsRefused) {
  const auto refused = [](const Document& document) { return !ReadBack(document); };
  const auto table = [](int rows, int columns, std::vector<Cell> cells) {
    return Document{"a", {Table{1, rows, columns, std::move(cells)}}};
  };
  EXPECT_FALSE(refused(table(2, 2, {{1, 1, 2, 2, {"a"}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 1, 3, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 2, 1, 2, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{0, 1, 1, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 3, 1, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 1, 0, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 1, -1, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 2, 1, 1, {}}, {1, 1, 1, 1, {}}})));
  EXPECT_TRUE(refused(table(2, 2, {{1, 1, 1, 1, {}}, {1, 1, 1, 1, {}}})));
  EXPECT_TRUE(refused(table(1 << 30, 1, {{1, 1, 1 << 30, 1, {}}})));
  EXPECT_TRUE(refused(table(1, 1 << 30, {{1, 1, 1, 1 << 30, {}}})));
  EXPECT_TRUE(refused(table(1, 1, {{1, 1, 1, 1, {"\xFF"}}})));
  EXPECT_TRUE(refused(table(1, 1, {{1, 1, 1, 1, {""}}})));
  EXPECT_TRUE(refused({"a", {Paragraph{1, "\xED\xA0\x80"}}}));
  const auto formula = [&](Place place, const std::string& name) {
    Document document = table(2, 2, {{1, 1, 1, 1, {"a"}}});
    document.unknown_results = {{place, name}};
    return refused(document);
  };
  EXPECT_FALSE(formula({0, 1, 2, 2}, "C5"));
  EXPECT_TRUE(formula({0, 2, 1, 1}, "C5"));
  EXPECT_TRUE(formula({0, 1, 3, 1}, "C5"));
  EXPECT_TRUE(formula({0, 1, 0, 1}, "C5"));
  EXPECT_TRUE(formula({0, 0, 1, 1}, "C5"));
  EXPECT_TRUE(formula({0, 1, 1, 1}, "C5\x1B"));
  EXPECT_TRUE(formula({0, 1, 1, 1}, "请付款"));
}

TEST(Outcome, WhatIsNoErrorIsRefused) {
  const auto refused = [](std::string_view code, std::string_view zh) {
    const Error error = MakeError(ErrorKind::kInvalid, code, {std::string(zh), "words"});
    return !ReadOutcome("a", WriteOutcome(error));
  };
  EXPECT_FALSE(refused("file-empty", "没有文字"));
  EXPECT_TRUE(refused("File", "没有文字"));
  EXPECT_TRUE(refused("a\"b", "没有文字"));
  EXPECT_TRUE(refused(std::string(41, 'a'), "没有文字"));
  EXPECT_TRUE(refused("file-empty", "\x1B[2J"));
  EXPECT_TRUE(refused("file-empty", "a\nb"));
  EXPECT_TRUE(refused("file-empty", "\xFF"));
  EXPECT_TRUE(refused("file-empty", ""));
  EXPECT_TRUE(refused("file-empty", std::string(100'000, 'x')));
}

TEST(Outcome, MorePartsThanADocumentMayHaveAreRefused) {
  Document document{"a", {}};
  for (int i = 1; i <= kMostParts; ++i) document.blocks.emplace_back(Paragraph{i, "x"});
  EXPECT_TRUE(ReadBack(document));
  document.blocks.emplace_back(Paragraph{kMostParts + 1, "x"});
  EXPECT_FALSE(ReadBack(document));
}

TEST(Outcome, WhatIsCutShortIsNeverTakenForTheWhole) {
  const std::string bytes = WriteOutcome(kSample);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ReadOutcome("通知.docx", bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(ReadOutcome("通知.docx", bytes + '\0'));
  const std::string error =
      WriteOutcome(MakeError(ErrorKind::kInvalid, "file-empty", {"没有文字", "has no words"}));
  for (std::size_t size = 0; size < error.size(); ++size) {
    EXPECT_FALSE(ReadOutcome("a", error.substr(0, size))) << size;
  }
  EXPECT_FALSE(ReadOutcome("a", error + "x"));
}

TEST(Outcome, ChangedBytesAreRefusedOrGiveADocumentThatHoldsTogether) {
  rc::check("any bytes in place of any others", [] {
    std::string bytes = WriteOutcome(kSample);
    for (int i = 0; i < 3; ++i) {
      const auto at = *rc::gen::inRange<std::size_t>(17, bytes.size());
      bytes[at] = *rc::gen::arbitrary<char>();
    }
    const auto outcome = ReadOutcome("通知.docx", bytes);
    if (!outcome || !*outcome) return;
    // What was accepted is written and read back as it is.
    const auto again = ReadBack(**outcome);
    RC_ASSERT(again && *again && **again == **outcome);
  });
}

}  // namespace
}  // namespace kaoping::document
