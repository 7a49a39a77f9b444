// The boundary tables of all rules of the reference notice, as it is read and compiled.

#include <gtest/gtest.h>

#include "score/boundary.h"
#include "score/samples_test.h"

namespace kaoping::score {
namespace {

TEST(BoundariesOfTheReferenceNotice, BeginAndEndAsAClerkExpects) {
  const struct {
    const char* rule;
    const char* first;  // of the table: what is given, and what comes of it
    const char* last;
  } expected[] = {
      {"1.1.1", "法治建设领导责任制已建立：不扣分", "法治建设领导责任制没有建立：扣2分"},
      {"1.1.2", "没有这种情形：不扣分", "已建立但落实不到位：扣1分"},
      {"1.1.3", "法治建设已纳入本部门年度职能目标管理和作风建设责任制：不扣分",
       "法治建设未纳入本部门年度职能目标管理和作风建设责任制：扣2分"},
      {"1.2.1", "实有0次：扣2分", "实有3次：不扣分"},
      {"1.3.1", "没有这种情形：不扣分", "法治工作机构不落实、无具体工作人员负责：扣1分"},
      {"1.4.1", "领导班子及领导班子成员年终述职述廉报告中有述法内容：不扣分",
       "领导班子及领导班子成员年终述职述廉报告中无述法内容：扣1分"},
      {"2.1.1", "0起：不扣分", "2起：扣2分"},
      {"2.2.1", "0例：不扣分", "2例：扣1分"},
      {"2.2.2", "0例：不再扣分", "1例，而没有它所加重的情形：不再扣分"},
      {"2.2.3", "0例：不扣分", "2例：扣2分"},
      {"2.2.4", "0例：不扣分", "2例：扣2分"},
      {"2.3.1", "0例：不扣分", "2例：扣4分"},
      {"3.1.1", "已建立健全学法制度：不扣分", "未建立健全学法制度：扣1分"},
      {"3.2.1", "实有0次：扣2分", "实有3次：不扣分"},
      {"3.3.1", "计划、部署、活动齐全：不扣分", "缺计划、部署、活动：扣3分"},
      {"3.4.1", "已因地制宜建立本部门（单位）法治文化（宣传）阵地、开展法治文化活动：不扣分",
       "未因地制宜建立本部门（单位）法治文化（宣传）阵地、开展法治文化活动：扣1分"},
      {"4.1.1", "0项：不扣分", "2项：扣2分"},
      {"4.2.1", "已按要求完成年度法治惠民实事任务并及时向市依治办报告完成情况：不扣分",
       "未按要求完成年度法治惠民实事任务并及时向市依治办报告完成情况：扣1分"},
      {"4.3.1", "0次：不扣分", "2次：扣2分"},
      {"5.1.1", "没有这种情形：不扣分", "已获评法治型机关但经复审未通过：扣1分"},
      {"5.2.1", "相关职能部门已认真提供县（市）区法治建设评估打分事项：不扣分",
       "相关职能部门未认真提供县（市）区法治建设评估打分事项：扣1分"},
      {"5.2.2", "0次：不扣分", "2次：扣2分"},
      {"5.2.3", "0次：不扣分", "2次：扣1分"},
      {"5.2.4", "没有这种情形：不扣分", "不及时报送法治工作信息：扣0.5分"},
      {"5.2.5", "0次：不扣分", "2次：扣2分"},
      {"6.1.1", "", ""},
      {"7.1.1", "0项：不加分", "国家3项：加2分（已到限额）"},
      {"7.2.1", "0次：不加分", "国家3次：加2分（已到限额）"},
      {"7.3.1", "0项：不加分", "中央3项：加1分（已到限额）"},
  };
  const std::vector<Boundary> boundaries = FindBoundaries(ReferenceNotice());
  ASSERT_EQ(boundaries.size(), std::size(expected));
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    const Boundary& boundary = boundaries[i];
    EXPECT_EQ(boundary.rule, expected[i].rule);
    if (boundary.table.empty()) {
      EXPECT_STREQ(expected[i].first, "") << boundary.rule;
      EXPECT_EQ(boundary.undecided, "由人裁量，还没有定分值范围");
      continue;
    }
    EXPECT_EQ(Sentence(boundary.table.front()), expected[i].first);
    EXPECT_EQ(Sentence(boundary.table.back()), expected[i].last);
    EXPECT_EQ(boundary.examples.size(), 2U) << boundary.rule;
  }
}

// What every scheme promises, of every row: a deduction never adds, a bonus never takes off, and
// neither passes its limit of 2 or 1 points.
TEST(BoundariesOfTheReferenceNotice, HaveTheirSignAndKeepTheirBounds) {
  const scheme::Scheme scheme = ReferenceNotice();
  for (const Boundary& boundary : FindBoundaries(scheme)) {
    const bool is_bonus = boundary.rule.starts_with("7.");
    const Points most = P(boundary.rule == "7.3.1" ? "1" : "2");
    for (const BoundaryRow& row : boundary.table) {
      EXPECT_FALSE(is_bonus ? row.amount.IsNegative() : row.amount.IsPositive()) << row.given;
      EXPECT_LE(is_bonus ? row.amount : Points(), most) << row.given;
    }
  }
}

// The tables are made a section at a time; the whole scheme must say the same.
TEST(BoundariesOfTheReferenceNotice, AreThoseOfTheWholeScheme) {
  const scheme::Scheme scheme = ReferenceNotice();
  int rows = 0;
  for (const Boundary& boundary : FindBoundaries(scheme)) {
    for (const BoundaryRow& row : boundary.table) {
      const Result<Scorecard> card = ScoreUnit(scheme, "", row.facts, {});
      ASSERT_TRUE(card) << boundary.rule;
      const std::string amount = AmountOf(*card, boundary.rule);
      EXPECT_EQ(amount.empty() ? "0" : amount, row.amount.ToString())
          << boundary.rule << " " << row.given;
      ++rows;
    }
  }
  EXPECT_GT(rows, 80);
}

}  // namespace
}  // namespace kaoping::score
