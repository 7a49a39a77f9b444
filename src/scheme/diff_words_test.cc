#include "scheme/diff.h"

#include <gmock/gmock.h>

#include "scheme/diff_sample_test.h"

namespace kaoping::scheme {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(DiffWords, TheHeadIsToldPartByPart) {
  EXPECT_THAT(
      AfterEdit([](Scheme& scheme) {
        scheme.title = "东江市水务局2025年度任务分解表";
        scheme.year = 2025;
        scheme.period = {*Date::FromYmd(2025, 1, 1), *Date::FromYmd(2025, 12, 31), true};
        scheme.notice.number = "东水发〔2025〕5号";
        scheme.notice.issuer = "";
        scheme.notice.co_issuers = {"东江市财政局"};
        scheme.notice.addressees = {"机关各科室"};
        scheme.notice.cites = {{"考核办法", "东委〔2025〕1号"}};
        scheme.notice.printed_on = Date::FromYmd(2025, 2, 3);
        scheme.settings.decimals = 1;
        scheme.settings.bonus_cap = Decimal::FromInt(5);
        scheme.settings.part_steps = Settings::PartSteps::kProportional;
        scheme.settings.highest = Settings::HighestChoice::kBestTotal;
      }),
      ElementsAre(
          "方案标题由“东江市水务局2024年度任务分解表”改为“东江市水务局2025年度任务分解表”。",
          "年度由2024年改为2025年。",
          "考评期由2024-01-01至2024-12-31改为2025-01-01至2025-12-31（由年度推断）。",
          "不再写明发文机关，原为“东江市水务局”。", "联合发文机关增加“东江市财政局”。",
          "写明了发文字号：“东水发〔2025〕5号”。", "主送机关增加“机关各科室”。",
          "引用文件增加“《考核办法》（东委〔2025〕1号）”。", "写明了印发日期：2025年2月3日。",
          "得分的小数位数由2位改为1位。", "写明了加分上限：5分。",
          "不满一档的部分由不计改为按比例计。",
          "同一项工作取最高分的办法由照字面逐次取最高改为取总分最高的一种。"));
}

TEST(DiffWords, TasksTellTheirContentPapersOfficesAndBase) {
  EXPECT_THAT(AfterEdit([](Scheme& scheme) {
                Task& task = TaskAt(scheme, 0, 1);
                task.content.text = "及时清理河面漂浮物";
                task.deliverables = {{"巡查记录", {}}};
                task.responsible = {{"办公室", Responsible::By::kGroup},
                                    {"法规科", Responsible::By::kName},
                                    {"河湖科", Responsible::By::kName}};
                task.base = Base{Decimal::FromInt(5), ""};
              }),
              ElementsAre("内容由“清理河面漂浮物”改为“及时清理河面漂浮物”。",
                          "工作成果增加“巡查记录”，去掉“工作资料”。", "责任处室增加“河湖科”。",
                          "责任处室“办公室”由表中写明的处室改为一类处室。",
                          "排在首位的责任处室由“法规科”改为“办公室”。", "写明了分值：5分。"));
}

TEST(DiffWords, OfficesTellTheirRole) {
  const auto lead = Responsible::Role::kLead;
  const auto support = Responsible::Role::kSupport;
  EXPECT_THAT(AfterEdit([&](Scheme& scheme) {
                std::vector<Responsible>& offices = TaskAt(scheme, 0, 1).responsible;
                std::swap(offices[0], offices[1]);
                offices[0].role = lead;
                offices[1].role = support;
              }),
              ElementsAre("责任处室“办公室”由未写明牵头或配合改为牵头。",
                          "责任处室“法规科”由未写明牵头或配合改为配合。"));
  Scheme after = Sample();
  TaskAt(after, 0, 1).responsible[0].role = lead;
  const SchemeDiff diff = Diff(after, Sample());
  ASSERT_FALSE(diff.sections.empty());
  EXPECT_EQ(diff.sections[0].tasks.at(0).changes.at(0).about, "role");
}

TEST(DiffWords, LongTextsAreCutDownToWhereTheyDiffer) {
  const std::string start = "按照河长制工作要求组织沿线各街道和有关单位开展联合巡查，";
  const std::string end = "，并在每季度末将巡查情况和整改情况汇总报送市河长制办公室备案";
  const Scheme before =
      MakeScheme({MakeSection("巡查", {MakeTask(start + "每月一次" + end, "未开展的扣1分")})});
  const Scheme after =
      MakeScheme({MakeSection("巡查", {MakeTask(start + "每周一次" + end, "未开展的扣1分")})});
  EXPECT_THAT(Sentences(Diff(before, after)),
              ElementsAre("内容由“…开展联合巡查，每月一次，并在每季度…”改为“…开展联合巡查，每周一次"
                          "，并在每季度…”。"));
}

TEST(DiffWords, OneChangedClauseIsOneSentence) {
  Scheme after = Sample();
  TaskAt(after, 0, 0) = MakeTask("主要领导带队巡河不少于4次", "每年巡河不少于4次，每少一次扣2分");
  EXPECT_THAT(Sentences(Diff(Sample(), Numbered(after))),
              ElementsAre("内容由“主要领导带队巡河不少于2次”改为“主要领导带队巡河不少于4次”。",
                          "规则改动：扣分由1分改为2分，应有次数由2次改为4次。"
                          "现为：每年巡河不少于4次：每少1次（应有4次），扣2分。"));
}

// What is said of a rule of 0.2 that `edit` changed.
std::string AfterRuleEdit(const std::function<void(rules::Rule&)>& edit) {
  Scheme after = Sample();
  edit(TaskAt(after, 0, 0).criterion->rules[0].rule);
  const std::vector<std::string> sentences = Sentences(Diff(Sample(), after));
  EXPECT_THAT(sentences, SizeIs(1));
  return sentences.empty() ? "" : sentences.front();
}

TEST(DiffWords, EveryPartOfARuleIsTold) {
  using rules::Rule;
  const auto told = [](const std::function<void(Rule&)>& edit, const char* words) {
    EXPECT_THAT(AfterRuleEdit(edit), HasSubstr(words));
  };
  const auto two = Decimal::FromInt(2);
  told([](Rule& r) { r.effect = rules::Effect::kBonus; }, "后果由“扣1分”改为“加1分”");
  told([](Rule& r) { r.trigger = rules::Trigger::kOver; },
       "计法由“每少1次（应有2次）”改为“每多1次（以2次为限）”");
  told([](Rule& r) { r.trigger = rules::Trigger::kOccurs; },
       "计法由“每少1次（应有2次）”改为“不论次数”");
  told([](Rule& r) { r.effect = rules::Effect::kForfeit, r.trigger = rules::Trigger::kOccurs; },
       "后果由“扣1分”改为“一律不得分”，计法由“每少1次（应有2次）”改为成立即适用。");
  told([&](Rule& r) { r.points = two; }, "扣分由1分改为2分");
  told(
      [&](Rule& r) {
        r.points.reset(), r.range = {Decimal::FromInt(1), two};
      },
      "后果由“扣1分”改为“扣1至2分”");
  told(
      [&](Rule& r) {
        r.points.reset(), r.levels = {{"省", two}};
      },
      "后果由“扣1分”改为“扣（省为2分）”");
  told([](Rule& r) { r.unit = "项"; }, "计数由每1次改为每1项");
  told([&](Rule& r) { r.per = two; }, "计数由每1次改为每2次");
  told([](Rule& r) { r.target.reset(); }, "应有次数由2次改为未写明");
  told([](Rule& r) { r.of = {"计划"}; }, "所列项目由未写明改为“计划”");
  told([&](Rule& r) { r.times = two; }, "倍数由未写明改为2");
  told([&](Rule& r) { r.when.emplace().at_least = two; }, "适用档次由不分档改为“2以上”");
  told([](Rule& r) { r.nature = rules::Nature::kDuty; }, "性质由未写明改为“应办事项”");
  told([](Rule& r) { r.nature = rules::Nature::kIncident; }, "性质由未写明改为“发生即计”");
  told([](Rule& r) { r.condition = "巡河"; }, "适用情形由“每年巡河不少于2次”改为“巡河”");
  told([](Rule& r) { r.one_of = 0; }, "改为与其他规则只取其一");
  told([](Rule& r) { r.effect = rules::Effect::kVeto, r.consequence.emplace().grade = "不合格"; },
       "后果由“扣1分”改为“一律定为不合格”");
}

TEST(DiffWords, ATargetIsToldWithTheSignItIsWrittenWith) {
  const auto rate = [](const std::string& criterion) {
    return MakeScheme({MakeSection("信访", {MakeTask("控制信访率", criterion)})});
  };
  EXPECT_THAT(Sentences(Diff(rate("信访率超过3‰的，每高1个千分点扣1分"),
                             rate("信访率超过2‰的，每高1个千分点扣1分"))),
              ElementsAre(HasSubstr("起算比率由3‰改为2‰。")));
}

TEST(DiffWords, RulesThatCameAndWentAreReadBack) {
  Scheme after = Sample();
  TaskAt(after, 0, 2) = MakeTask("建立河长制台账", "未建立台账的扣1分；台账未上墙公示的，扣0.5分");
  EXPECT_THAT(Sentences(Diff(Sample(), Numbered(after))),
              ElementsAre("增加规则：台账未上墙公示：不论次数，扣0.5分（应办事项）。",
                          "删去规则：弄虚作假：不论次数，在第1项之上再扣1分（发生即计）。"));
}

TEST(DiffWords, ARuleIsFoundAgainByItsLastingId) {
  EXPECT_THAT(AfterEdit([](Scheme& scheme) {
                TaskAt(scheme, 1, 0).criterion->rules[0].rule.condition = "逾期";
              }),
              ElementsAre(HasSubstr("适用情形由“未完成创建任务”改为“逾期”")));
}

TEST(DiffWords, WhatARuleAggravatesIsFollowedThroughNewNumbers) {
  const auto both = [](const std::string& first, const std::string& last) {
    return MakeScheme({MakeSection(
        "台账", {MakeTask("建立河长制台账", first + "未建立台账的扣1分，弄虚作假的" + last)})});
  };
  for (const char* aggravated : {"加扣1分", "加扣1-2分", "加倍扣分"}) {
    EXPECT_THAT(Sentences(Diff(both("", aggravated), both("未公示的扣3分；", aggravated))),
                ElementsAre("增加规则：未公示：不论次数，扣3分（应办事项）。"))
        << aggravated;
  }
  EXPECT_THAT(Sentences(Diff(both("", "加倍扣分"), both("", "加扣2分"))),
              ElementsAre("规则改动：后果由“按2倍扣分”改为“扣2分”。现为：弄虚作假：不论次数，"
                          "在第1项之上再扣2分（发生即计）。"));
}

TEST(DiffWords, RulesThatExcludeOthersAreTold) {
  const auto grouped = [](std::size_t with) {
    Scheme scheme = MakeScheme({MakeSection(
        "台账", {MakeTask("建立台账", "未建立的扣3分；登记不及时的扣2分；漏登的扣1分")})});
    auto& rules = TaskAt(scheme, 0, 0).criterion->rules;
    rules[0].rule.one_of = 0;
    rules[with].rule.one_of = 0;
    return scheme;
  };
  EXPECT_THAT(Sentences(Diff(grouped(1), grouped(2))),
              ElementsAre(HasSubstr("：与哪些规则只取其一有变化。现为：未建立"),
                          HasSubstr("：不再与其他规则只取其一。现为：登记不及时"),
                          HasSubstr("：改为与其他规则只取其一。现为：漏登")));
}

TEST(DiffWords, WhatALimitBindsIsFollowedThroughNewNumbers) {
  const auto with = [](const std::string& first) {
    return MakeScheme({MakeSection(
        "台账", {MakeTask("建立河长制台账", first + "有一处漏登的扣1分，最多扣2分")})});
  };
  EXPECT_THAT(Sentences(Diff(with(""), with("未公示的扣3分；"))),
              ElementsAre("增加规则：未公示：不论次数，扣3分（应办事项）。"));
}

TEST(DiffWords, LimitsPoliciesAndLinksAreTold) {
  EXPECT_THAT(
      AfterEdit([](Scheme& scheme) {
        Criterion& criterion = *TaskAt(scheme, 0, 1).criterion;
        criterion.limits[0].at_most.reset();
        criterion.policies.push_back({rules::Policy::Kind::kNoFloor, "", false, {}});
        criterion.links.push_back({"年度评优", {}});
      }),
      ElementsAre("上限由2分改为本项分值。现为：第1项的扣分以本项分值为限，扣完为止。",
                  "增加计分办法：扣分不保底，可以出现负分。", "增加挂钩：结果与年度评优挂钩。"));
}

TEST(DiffWords, ALimitThatBindsOtherRulesHasChanged) {
  EXPECT_THAT(
      AfterEdit([](Scheme& scheme) { TaskAt(scheme, 0, 1).criterion->limits[0].each = "处"; }),
      ElementsAre("封顶改动，原为：第1项累计不超过2分。现为：第1项，每处累计不超过2分。"));
}

TEST(DiffWords, WordsThatNoRuleWasReadFromAreTold) {
  const auto with = [](const std::string& criterion) {
    return MakeScheme({MakeSection("台账", {MakeTask("建立河长制台账", criterion)})});
  };
  EXPECT_THAT(
      Sentences(Diff(with("未建立台账的扣1分。"), with("未建立台账的扣1分。以市里通报为准。"))),
      ElementsAre("标准原文由“未建立台账的扣1分。”改为“未建立台账的扣1分。以市里通报为准。”。规则没"
                  "有变。"));
  EXPECT_THAT(
      Sentences(Diff(with("未建立台账的扣1分。查看资料。"), with("未建立台账的扣2分。实地查看。"))),
      ElementsAre(HasSubstr("扣分由1分改为2分"), HasSubstr("标准原文由")));
}

}  // namespace
}  // namespace kaoping::scheme
