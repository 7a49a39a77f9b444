#include "scheme/settlement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "document/read.h"
#include "rules/compile.h"
#include "scheme/json.h"
#include "scheme/parse.h"

namespace kaoping::scheme {
namespace {

using testing::HasSubstr;
using How = Settlement::How;

// One section of these rows: 内容, 分值, 评分标准.
Scheme SchemeOf(std::initializer_list<std::string_view> rows) {
  std::string notice = "某市商务局文件\n关于印发2017年度考评表的通知\n项目\t内容\t分值\t评分标准\n";
  bool is_first = true;
  for (const std::string_view row : rows) {
    notice += std::string(is_first ? "组织" : "") + "\t" + std::string(row) + "\n";
    is_first = false;
  }
  return ParseNotice("表.txt", notice).value().scheme;
}

const Criterion& CriterionOf(const Scheme& scheme, std::string_view task = "1.1") {
  return *FindTask(scheme, task)->criterion;
}

Settlement Replaced(const Scheme& scheme, const std::string& text) {
  const Section& section = scheme.sections[0];
  return {.how = How::kReplaced,
          .reading = CompileInPlace(scheme, section, section.tasks[0], text),
          .ids = {},
          .text = text,
          .reason = {}};
}

Settlement Left() {
  return {.how = How::kLeft, .reading = {}, .ids = {}, .text = {}, .reason = "待定"};
}

TEST(Settlement, IsReadAsItWasWritten) {
  const Scheme scheme =
      SchemeOf({"健全机构\t5\t机构不健全的扣1分，每迟报1次扣0.5分，累计不超过2分"});
  Settlement replaced = Replaced(scheme, "机构不健全的，扣2分，最多扣2分");
  replaced.ids = {"a"};
  for (const Settlement& settlement : {replaced, Left()}) {
    Settlement expected = settlement;
    expected.reason.clear();  // which stands in the ledger beside it
    const auto read = ReadSettlement(WriteSettlement(settlement));
    ASSERT_TRUE(read) << read.error().message.zh;
    EXPECT_EQ(*read, expected);
  }
  for (const char* bad :
       {"", "[]", R"({"how":"maybe"})", R"({"how":"replaced","reading":{"rules":[{}]}})",
        R"({"how":"left","who":"x"})"}) {
    const auto read = ReadSettlement(bad);
    ASSERT_FALSE(read) << bad;
    EXPECT_EQ(read.error().code, "settlement-invalid") << bad;
  }
}

TEST(Settlement, NamesAreReadBack) {
  for (const How how : {How::kConfirmed, How::kReplaced, How::kLeft, How::kReopened}) {
    EXPECT_EQ(*ReadHow(ToString(how)), how);
  }
  EXPECT_FALSE(ReadHow("maybe"));
}

TEST(Settlement, AReplacementIsCompiledWhereItStands) {
  // The target comes from the content, “base” from the base.
  Scheme scheme = SchemeOf({"会议不少于4次\t5\t按要求开会"});
  ASSERT_TRUE(Apply(Replaced(scheme, "每少一次扣1分，扣完为止"), "1.1", scheme));
  const Criterion& criterion = CriterionOf(scheme);
  ASSERT_EQ(criterion.rules.size(), 1U);
  EXPECT_EQ(criterion.rules[0].key, "1.1.1");
  EXPECT_EQ(criterion.rules[0].rule.target, Decimal::FromInt(4));
  EXPECT_FALSE(criterion.limits.at(0).at_most);
  EXPECT_EQ(criterion.settled, Settled::kReplaced);
  EXPECT_EQ(ReadScheme(WriteScheme(scheme)).value(), scheme);
}

TEST(Settlement, WhatWasReadTheSameKeepsItsPlaceInTheWords) {
  Scheme scheme = SchemeOf({"健全机构\t5\t机构不健全的扣1分；未开会的扣2分"});
  const Criterion before = CriterionOf(scheme);
  const std::string written = rules::ReadBackText(ReadingOf(before));
  ASSERT_TRUE(Apply(Replaced(scheme, written), "1.1", scheme));
  EXPECT_EQ(CriterionOf(scheme).rules, before.rules);
}

TEST(Settlement, TwoNewRulesOfOneSentenceHaveIdsOfTheirOwn) {
  Scheme scheme = SchemeOf({"健全机构\t5\t机构不健全的扣1分", "健全机构\t5\t机构不健全的扣1分"});
  ASSERT_TRUE(Apply(Replaced(scheme, "迟报的，扣3分"), "1.1", scheme));
  ASSERT_TRUE(Apply(Replaced(scheme, "迟报的，扣3分"), "1.2", scheme));
  EXPECT_NE(CriterionOf(scheme, "1.1").rules[0].id, CriterionOf(scheme, "1.2").rules[0].id);
}

TEST(Settlement, IdsThatItWasGivenStay) {
  Scheme scheme = SchemeOf({"健全机构\t5\t机构不健全的扣1分"});
  Settlement settlement = Replaced(scheme, "迟报的，扣3分");
  settlement.ids = {"given"};
  ASSERT_TRUE(Apply(settlement, "1.1", scheme));
  EXPECT_EQ(CriterionOf(scheme).rules[0].id, "given");
  settlement.ids = {"given", "another"};
  EXPECT_EQ(Apply(settlement, "1.1", scheme).error().code, "settlement-invalid");
}

TEST(Settlement, DoubtsAboutAReplacementAreItsOwn) {
  Scheme scheme = SchemeOf({"健全机构\t5\t情节严重的从重处理，以此类推扣若干分"});
  ASSERT_TRUE(WhyNotConfirmable(CriterionOf(scheme)));
  ASSERT_TRUE(Apply(Replaced(scheme, "情节严重的，扣1分"), "1.1", scheme));
  EXPECT_TRUE(CriterionOf(scheme).diagnostics.empty());
}

TEST(Settlement, WhatIsLeftIsHeldAndSaysWhy) {
  Scheme scheme = SchemeOf({"健全机构\t5\t机构不健全的扣1分"});
  EXPECT_EQ(Apply(Left(), "9.9", scheme).error().code, "task-unknown");
  ASSERT_TRUE(Apply(Left(), "1.1", scheme));
  EXPECT_TRUE(CriterionOf(scheme).held);
  EXPECT_THAT(CriterionOf(scheme).diagnostics.at(0).message.zh, HasSubstr("待定"));
  EXPECT_EQ(ReadScheme(WriteScheme(scheme)).value(), scheme);
}

TEST(Settlement, WhatWasConfirmedStaysWithoutWhatALaterReaderDoubts) {
  Scheme scheme = SchemeOf({"健全机构\t5\t机构不健全的扣1分"});
  Settlement confirmed;
  confirmed.reading = ReadingOf(CriterionOf(scheme));
  scheme.sections[0].tasks[0].criterion->diagnostics = {{Severity::kError, "later", {}, {}, {}}};
  ASSERT_TRUE(Apply(confirmed, "1.1", scheme));
  EXPECT_TRUE(CriterionOf(scheme).diagnostics.empty());
}

TEST(Settlement, TheIdentityIsThatOfTheWordsAndTheirSurroundings) {
  const auto identity = [](const Scheme& scheme, std::size_t row) {
    return IdentityOf(scheme, scheme.sections[0], scheme.sections[0].tasks[row]);
  };
  const std::string first = identity(SchemeOf({"健全机构\t5\t机构不健全的扣1分"}), 0);
  EXPECT_EQ(identity(SchemeOf({"开会\t5\t未开会的扣1分", "健全机构\t5\t机构不健全的扣1分"}), 1),
            first);
  EXPECT_NE(identity(SchemeOf({"健全机构\t4\t机构不健全的扣1分"}), 0), first);
  EXPECT_NE(identity(SchemeOf({"完善机构\t5\t机构不健全的扣1分"}), 0), first);
  EXPECT_NE(identity(SchemeOf({"健全机构\t5\t机构不健全的扣2分"}), 0), first);
}

TEST(SettlingPage, NamesEveryCode) {
  const std::string page = *document::LoadFile(KAOPING_SOURCE_DIR "/docs/settling.md");
  const std::string source = *document::LoadFile(KAOPING_SOURCE_DIR "/src/scheme/settlement.cc");
  const std::regex code("\"([a-z]+(-[a-z]+)+)\"");
  for (std::sregex_iterator it(source.begin(), source.end(), code), end; it != end; ++it) {
    EXPECT_THAT(page, HasSubstr("`" + it->str(1) + "`"));
  }
}

}  // namespace
}  // namespace kaoping::scheme
