#include "notice/vocabulary.h"

#include <array>

namespace kaoping::notice {
namespace {

template <typename... Text>
constexpr std::array<std::string_view, sizeof...(Text)> List(Text... text) {
  return {text...};
}

constexpr auto kDocumentTypes =
    List("通知", "通报", "通告", "公告", "公报", "报告", "请示", "批复", "意见", "决定", "决议",
         "命令", "议案", "纪要", "方案", "办法", "细则", "规定", "要点", "计划", "函");
constexpr auto kTableTitleEndings = List("表", "办法", "细则", "标准", "方案", "清单", "责任书",
                                         "任务书", "指标", "指标体系", "要点", "意见");
constexpr auto kSecrecyGrades = List("绝密", "机密", "秘密");
constexpr auto kCopyLabels = List("抄送", "抄报");
constexpr auto kOwnAttachmentVerbs = List("印发", "下发", "发布", "公布");

constexpr std::array kHeadings = {
    Heading{"项目", Role::kSection},       Heading{"考评项目", Role::kSection},
    Heading{"考核项目", Role::kSection},   Heading{"类别", Role::kSection},
    Heading{"一级指标", Role::kSection},   Heading{"板块", Role::kSection},

    Heading{"内容", Role::kContent},       Heading{"指标", Role::kContent},
    Heading{"任务", Role::kContent},       Heading{"要求", Role::kContent},
    Heading{"事项", Role::kContent},       Heading{"要点", Role::kContent},
    Heading{"举措", Role::kContent},       Heading{"目标", Role::kContent},
    Heading{"指标及分值", Role::kContent},

    Heading{"成果", Role::kDeliverable},   Heading{"佐证", Role::kDeliverable},
    Heading{"印证", Role::kDeliverable},   Heading{"材料", Role::kDeliverable},
    Heading{"资料", Role::kDeliverable},   Heading{"台账", Role::kDeliverable},
    Heading{"台帐", Role::kDeliverable},

    Heading{"责任", Role::kOffice},        Heading{"处室", Role::kOffice},
    Heading{"科室", Role::kOffice},        Heading{"牵头", Role::kOffice},
    Heading{"配合", Role::kOffice},        Heading{"协办", Role::kOffice},
    Heading{"主办", Role::kOffice},        Heading{"承办", Role::kOffice},
    Heading{"落实单位", Role::kOffice},    Heading{"参与单位", Role::kOffice},
    Heading{"参与部门", Role::kOffice},    Heading{"参加单位", Role::kOffice},
    Heading{"协助单位", Role::kOffice},    Heading{"协同单位", Role::kOffice},

    Heading{"标准", Role::kCriterion},     Heading{"细则", Role::kCriterion},
    Heading{"评分", Role::kCriterion},     Heading{"计分", Role::kCriterion},
    Heading{"记分", Role::kCriterion},     Heading{"扣分", Role::kCriterion},
    Heading{"评分标准", Role::kCriterion}, Heading{"评分细则", Role::kCriterion},
    Heading{"扣分标准", Role::kCriterion}, Heading{"加分标准", Role::kCriterion},
    Heading{"计分办法", Role::kCriterion}, Heading{"计分方法", Role::kCriterion},
    Heading{"评分办法", Role::kCriterion}, Heading{"评分方法", Role::kCriterion},
    Heading{"考核办法", Role::kCriterion}, Heading{"考评办法", Role::kCriterion},
    Heading{"倒扣分值", Role::kCriterion}, Heading{"扣分值", Role::kCriterion},
    Heading{"加分值", Role::kCriterion},   Heading{"赋分标准", Role::kCriterion},

    Heading{"分值", Role::kBase},          Heading{"分数", Role::kBase},
    Heading{"权重", Role::kBase},          Heading{"满分", Role::kBase},
    Heading{"标准分", Role::kBase},        Heading{"标准分值", Role::kBase},
    Heading{"基本分", Role::kBase},        Heading{"基准分", Role::kBase},
    Heading{"基础分", Role::kBase},

    Heading{"序号", Role::kIgnored},       Heading{"编号", Role::kIgnored},
    Heading{"备注", Role::kIgnored},       Heading{"得分", Role::kIgnored},
    Heading{"自评", Role::kIgnored},       Heading{"自评分", Role::kIgnored},
    Heading{"考评分", Role::kIgnored},     Heading{"考核分", Role::kIgnored},
    Heading{"评分栏", Role::kIgnored},     Heading{"合计得分", Role::kIgnored},
    Heading{"扣分原因", Role::kIgnored},   Heading{"扣分情况", Role::kIgnored},
    Heading{"考评方式", Role::kIgnored},   Heading{"考核方式", Role::kIgnored},
    Heading{"检查方式", Role::kIgnored},   Heading{"检查方法", Role::kIgnored},
    Heading{"认定部门", Role::kIgnored},   Heading{"考核对象", Role::kIgnored},
    Heading{"考评对象", Role::kIgnored},   Heading{"合计", Role::kIgnored},
    Heading{"实得分", Role::kIgnored},     Heading{"考核部门", Role::kIgnored},
    Heading{"考评部门", Role::kIgnored},   Heading{"评分部门", Role::kIgnored},
    Heading{"数据来源", Role::kIgnored},
};
constexpr auto kScoringWords = List("评分", "扣分", "加分", "计分", "记分", "得分");
constexpr auto kRemarkWords = List("注", "备注", "说明", "附注");
constexpr auto kTargetWords = List("任务", "目标", "目标值", "指标值", "目标任务", "年度目标");
constexpr auto kMethodWords = List("办法", "方法", "方式");
constexpr auto kTotalWords = List("合计", "总计", "总分", "共计");

constexpr std::array kKindWords = {
    KindWord{"成果运用", Section::Kind::kUse},  KindWord{"结果运用", Section::Kind::kUse},
    KindWord{"成果应用", Section::Kind::kUse},  KindWord{"结果应用", Section::Kind::kUse},
    KindWord{"结果使用", Section::Kind::kUse},  KindWord{"扣分", Section::Kind::kOrdinary},
    KindWord{"减分", Section::Kind::kOrdinary}, KindWord{"加分", Section::Kind::kBonus},
    KindWord{"奖励分", Section::Kind::kBonus},  KindWord{"个性", Section::Kind::kIndividual},
};
constexpr auto kPointVerbs = List("扣", "减", "加", "得", "计", "记", "给", "奖");
constexpr auto kPointPhrases = List("不得分", "不计分", "不给分", "不予计分", "全扣", "扣完",
                                    "不计负分", "不记负分", "不出现负分", "不倒扣");
constexpr auto kCriterionOpeners =
    List("未", "不", "无", "没", "缺", "少", "凡", "如", "若", "对未", "发现", "发生", "逾期",
         "超期", "超过", "出现", "被", "迟", "漏", "否则", "每少", "每缺", "每漏", "每逾", "每迟",
         "每低", "每超", "每发", "每有", "每出");

constexpr auto kNameEndings =
    List("领导小组", "人民政府", "检察院", "办公室", "委员会", "管委会", "党委会", "总公司", "支队",
         "大队", "总队", "中队", "中心", "公司", "集团", "政府", "法院", "协会", "学校", "银行",
         "机关", "支部", "总支", "党委", "纪委", "工会", "团委", "处室", "科室", "部门", "单位",
         "机构", "街道", "乡镇", "处", "室", "科", "股", "办", "部", "局", "委", "组", "会", "队",
         "所", "站", "院", "司", "厅", "署", "馆", "社", "团");
constexpr auto kGroupNouns = List("处室", "科室", "部门", "单位", "机构", "部委办局", "委办局");
constexpr auto kQuantifiers = List("各", "全体", "所有", "全部");
constexpr auto kOpenWords = List("相关", "有关");
constexpr auto kCaseWords = List("涉案", "涉诉", "涉事", "发案", "案发", "当事");
constexpr auto kDocumentWords =
    List("确定的", "规定的", "明确的", "指定的", "列明的", "所列", "分工的");
constexpr auto kConjunctions = List("以及", "和", "及", "与");
constexpr auto kLeadWords = List("牵头", "总牵头", "主办", "主责", "主抓");
constexpr auto kSupportWords =
    List("配合", "协办", "协助", "协同", "协同配合", "参与", "参加", "会办");
constexpr auto kAnswerWords = List("责任", "负责", "承办", "主管", "落实");
constexpr auto kTogetherWords = List("会同");
constexpr auto kRoleAdverbs =
    List("共同", "联合", "密切", "积极", "具体", "分别", "主要", "按职责", "按分工", "按职责分工");
constexpr auto kRoleContinuations = List("人", "的", "情况", "工作");
constexpr auto kRoleTails =
    List("负责", "责任", "落实", "实施", "组织实施", "办理", "推进", "组织", "抓落实");

}  // namespace

Words DocumentTypes() { return kDocumentTypes; }
Words TableTitleEndings() { return kTableTitleEndings; }
Words SecrecyGrades() { return kSecrecyGrades; }
Words CopyLabels() { return kCopyLabels; }
Words OwnAttachmentVerbs() { return kOwnAttachmentVerbs; }

std::span<const Heading> Headings() { return kHeadings; }
Words ScoringWords() { return kScoringWords; }
Words MethodWords() { return kMethodWords; }
Words TargetWords() { return kTargetWords; }
Words RemarkWords() { return kRemarkWords; }
Words TotalWords() { return kTotalWords; }
std::span<const KindWord> KindWords() { return kKindWords; }
Words PointVerbs() { return kPointVerbs; }
Words PointPhrases() { return kPointPhrases; }
Words CriterionOpeners() { return kCriterionOpeners; }

Words NameEndings() { return kNameEndings; }
Words GroupNouns() { return kGroupNouns; }
Words Quantifiers() { return kQuantifiers; }
Words OpenWords() { return kOpenWords; }
Words CaseWords() { return kCaseWords; }
Words DocumentWords() { return kDocumentWords; }
Words Conjunctions() { return kConjunctions; }
Words LeadWords() { return kLeadWords; }
Words SupportWords() { return kSupportWords; }
Words AnswerWords() { return kAnswerWords; }
Words TogetherWords() { return kTogetherWords; }
Words RoleAdverbs() { return kRoleAdverbs; }
Words RoleTails() { return kRoleTails; }
Words RoleContinuations() { return kRoleContinuations; }

}  // namespace kaoping::notice
