// The parts of a notice in the forms that offices write them.

#include "notice/parts.h"

#include <gmock/gmock.h>

#include "document/read.h"

namespace kaoping::notice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string kTable = "项目\t内容\t评分标准\n组织领导\t健全机构\t机构不健全的扣1分\n";

Notice ReadText(const std::string& text) {
  const auto notice = ReadNotice(*document::ReadDocument("通知.txt", text));
  EXPECT_TRUE(notice) << notice.error().message.zh;
  return notice ? *notice : Notice{};
}

std::vector<std::string> Texts(const std::vector<PlacedText>& placed) {
  std::vector<std::string> texts;
  texts.reserve(placed.size());
  for (const PlacedText& text : placed) texts.push_back(text.text);
  return texts;
}

TEST(NoticeParts, AttachmentsAreListedInEveryForm) {
  for (const char* list : {"附件：1.任务分解表\n2.名单\n", "附件：\n1.任务分解表\n2.名单\n",
                           "附件1：任务分解表\n附件2：名单\n", "附件一：任务分解表\n附件二：名单\n",
                           "附件：1. 任务分解表\n      2. 名单\n"}) {
    const Parts parts = ReadText("关于考评的通知\n各处室：\n现通知如下。\n" + std::string(list) +
                                 "某市商务局\n2018年3月5日\n附件1\n任务分解表\n" + kTable)
                            .parts;
    EXPECT_THAT(Texts(parts.attachments), ElementsAre("任务分解表", "名单")) << list;
    EXPECT_EQ(parts.issuer.text, "某市商务局") << list;
  }
}

TEST(NoticeParts, TheSignerBesideTheNumberIsNoPartOfIt) {
  const Notice notice = ReadText("某商发〔2018〕7号　　签发人：某某\n关于考评的报告\n" + kTable);
  EXPECT_EQ(notice.parts.number.text, "某商发〔2018〕7号");
  EXPECT_THAT(notice.diagnostics, IsEmpty());
}

}  // namespace
}  // namespace kaoping::notice
