#include "rules/lex/lexicon.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"

namespace kaoping::rules {
namespace {

// The words of one kind, separated by blanks.
struct Entry {
  constexpr Entry(Word kind, std::u32string_view list, int a_year = 0)
      : words(list), word(kind), times_a_year(a_year) {}

  std::u32string_view words;
  Word word;
  int times_a_year;
};

constexpr Entry kEntries[] = {
    // ---- Marks ----------------------------------------------------------------------------------
    {Word::kComma, U"，"},
    {Word::kSemicolon, U"；"},
    {Word::kStop, U"。 ！"},
    {Word::kListMark, U"、"},
    {Word::kColon, U"："},
    {Word::kOpen, U"（"},
    {Word::kClose, U"）"},
    {Word::kQuote, U"“ ” \" ‘ ’ 「 」 『 』"},
    {Word::kDash, U"- -- ~ ~~ 至 到"},
    {Word::kSlash, U"/"},
    {Word::kTimesSign, U"× * 乘以 乘"},
    {Word::kSumSign, U"+ ＋ 加上 减去"},
    {Word::kEquals, U"= 等于"},

    // ---- Points ---------------------------------------------------------------------------------
    {Word::kPoint, U"分"},
    {Word::kPointsNoun, U"分值 分数 总分 总成绩 基本分 基础分 基准分 积分 分制 赋分值 占"},
    {Word::kDeduct, U"扣 扣减 扣除 倒扣 递减 减 减扣 扣掉 扣去 核减 扣罚 追扣"},
    {Word::kBonus, U"加 加计 奖 奖励 加记 奖加"},
    {Word::kAward, U"得 可得 计 记 给 赋 计得 计为 记为 可获"},
    {Word::kSurcharge, U"加扣 另扣 再扣 另加扣 再加扣 追加扣 另行扣 额外扣 另外扣 再减 追加扣除"},
    {Word::kFurtherBonus, U"再加 另加 再奖 额外加 另行加 另外加 再另加 追加"},
    {Word::kDeductPoints, U"扣分 减分"},
    {Word::kBonusPoints, U"加分 奖分"},
    {Word::kAwardPoints, U"得分 计分 记分 打分 评分 给分 赋分"},
    {Word::kDouble, U"加倍 双倍 翻倍 加倍扣分 双倍扣分 翻倍扣分 加倍扣除 双倍扣除 加倍扣 双倍扣"},
    {Word::kHalve, U"减半 减半扣分 减半扣 减半计分"},
    {Word::kForfeit,
     U"不得分 不予得分 不计分 不予计分 不记分 不予记分 不给分 不予给分 不能得分 不再得分 得零分 "
     U"计零分 记零分 零分 计为零分 记为零分 为零分 全扣 扣全分 全部扣除 扣除全部分值 扣全部分 "
     U"扣除全部分数 扣除全部得分 扣除本项全部分值 扣除该项全部分值 扣除该项全部分 不赋分 无分 "
     U"不计得分"},
    {Word::kExhaust, U"扣完 扣光 扣尽 扣至0分 扣到0分 扣至零分 扣到零分 减完"},
    {Word::kNoPoints,
     U"不扣分 不加分 不减分 不予加分 可不扣分 不再扣分 不再加分 不另扣分 不再评分 不另加分 "
     U"不作扣分 不作加分 不计扣分"},
    {Word::kMitigate,
     U"不予扣分 免予扣分 免于扣分 免扣 免扣分 酌情减免 减轻扣分 减免扣分 从轻扣分 予以减免 减免 "
     U"酌情少扣 可以减免 酌情减轻"},
    {Word::kFullMark, U"满分 标准分 全分 权重分 该项分 本项分"},
    {Word::kVeto, U"一票否决 一票否决制 实行否决 予以否决 否决性指标 单项否决制"},
    {Word::kDisqualify,
     U"取消 不得参加 不得评为 不得评 不得参评 不得推荐 不能评为 不能参加 不予评为 不评为 不得申报 "
     U"不能评 撤销 不参加 不得授予 不得列为 失去 无资格 不具备"},
    {Word::kHonour,
     U"资格 评先 评优 评奖 荣誉 荣誉称号 称号 表彰 先进 优秀 优秀等次 评选 评比 优胜 奖项 创优 "
     U"评先评优"},
    {Word::kUnqualified,
     U"不合格 不达标 不称职 未完成等级 不合格单位 不达标单位 不合格等次 不合格等级 不称职等次 "
     U"较差等次 差等次 差等级 未达标等次"},
    {Word::kDetermine,
     U"定为 判为 判定为 评定为 评为 认定为 确定为 列为 视为 一律定为 直接定为 直接判为 划为 核定为 "
     U"考核为 列入"},
    {Word::kAppraisal,
     U"考核 考评 结果 考核结果 考评结果 评比结果 评价结果 测评结果 评定结果 考核结论 考评结论 结论 "
     U"考核等次 "
     U"考评等次 考核得分 考评得分"},
    {Word::kGrade, U"等次 档次 等级"},
    {Word::kRegulation, U"有关规定 相关规定 办法 规定 细则 实施细则 管理办法"},
    {Word::kInProportion,
     U"按比例 按完成率 按完成比例 按实际完成比例 按实际比例 按相应比例 按百分比 按该比例 按此比例 "
     U"按完成百分比 同比例 按比例折算 按完成比例折算 等比例 按进度比例 按占比"},
    {Word::kRate, U"率 比例 比率 百分比 比重 占比 完成度 之比 ÷"},
    {Word::kBy, U"按 按照 依据 根据 依 以"},
    {Word::kConvert, U"折算 换算 计算"},
    {Word::kDiscretion,
     U"酌情 视情 视情况 视情节 视情节轻重 视情形 视情节严重程度 从重 适当 视 酌 酌予 从严"},
    {Word::kAppropriate, U"相应 一定 适量"},
    {Word::kSituation, U"情况 程度 质量 效果 情形 轻重 实绩 优劣"},
    {Word::kRespectively, U"分别 依次 逐级 逐次"},
    {Word::kEachOf, U"各 均"},
    {Word::kMay,
     U"可 则 即 予以 给予 一律 可以 就 并 将 应 直接 一次性 进行 相应地 实行 作 应当 作出"},
    {Word::kOnce, U"不论次数"},
    {Word::kAnalogy, U"依次类推 以此类推 依此类推 余类推 类推 依次递增 依次递减 逐级递减"},

    // ---- Limits and policies --------------------------------------------------------------------
    {Word::kUntilExhausted,
     U"扣完为止 扣完即止 扣完止 直至扣完 直到扣完 直至扣完为止 扣光为止 扣至0分为止 扣到0分为止 "
     U"直至扣到0分为止 扣至0分止 扣到0分止 扣至零分止 直至扣至0分为止 扣至零分为止 扣完本项分为止 "
     U"扣完该项分为止 扣完此项分为止 "
     U"直至扣完本项分为止 扣完本项分值为止 扣完该项分值为止 扣完所有分值为止 扣完分值为止 "
     U"扣完分数为止 "
     U"扣完全部分值为止 扣完本项得分为止 扣至本项0分为止 减完为止 "
     U"不计负分 不记负分 不出现负分 不得出现负分 不产生负分 不扣负分 不为负分 不得为负分 "
     U"不能为负分 不得负分 不计负数 不记负数 不再倒扣 不倒扣 不倒扣分 不得倒扣"},
    {Word::kUntil, U"直至 直到"},
    {Word::kLowest, U"最低 最低得 最低为 最低计 最低扣至 最低至"},
    {Word::kInTotal,
     U"累计 合计 总计 共 累计扣分 累计加分 加分总和 扣分总和 累计最多 总加分 总扣分 累加 累计得分"},
    {Word::kAtMost,
     U"最多 最高 至多 不超过 不得超过 不高于 不多于 不大于 最多不超过 最高不超过 最高不得超过 "
     U"最多不得超过 "
     U"最高分 最高得分 最高为 最多为 最高分为 最高加 不能超过 未超过 控制在 小于等于 小于或等于 "
     U"小于（等于） ≤ 最高限 最多扣至 不突破"},
    {Word::kLimitTo, U"限 上限 上限为"},
    {Word::kCapped, U"封顶 为限 为止 即止 为上限 为最高限"},
    {Word::kFilled, U"加满 扣满 加到 扣到"},
    {Word::kHighestOnly,
     U"不重复加分 不重复加分统计 不重复计分 不重复计算 不重复得分 不重复记分 不重复奖励 不重复累计 "
     U"不重复扣分 不得重复加分 不得重复计分 不可重复加分 不再重复加分 不重复奖分 不予重复加分 "
     U"不累计加分 不累计计分 不累加 不重复累加 不重复统计 以最高得分计算 以最高分计算 以最高级别计 "
     U"就高不就低 就高不重复 就高计分 就高加分 就高原则 取最高分 取最高 取高分 不叠加 不重复享受 "
     U"不兼得 不重复 不累计计算 从高计分 从高加分 就高 从高"},
    {Word::kRepeat, U"重复 叠加 兼得 并计"},
    {Word::kSeveral, U"多次 多项 多个 多种"},
    {Word::kTake, U"取 选取 择"},
    {Word::kHighest,
     U"最高层次 最高级别 最高级 最高等级 最高奖项 最高项 最高一项 最高一级 最高等次"},
    {Word::kNoFloor,
     U"扣分不保底 可以出现负分 累计记负分 可出现负分 可倒扣分 可扣至负分 可以记负分 可记负分 "
     U"允许负分 扣至负分 可计负分 不保底 可为负分 可以为负分 计负分 记负分 可以倒扣 "
     U"不设下限 不封底 不设底线 扣分不封顶 扣分不设上限"},
    {Word::kTheSame, U"同一 同项 同类 同个 单个"},
    {Word::kThisItem,
     U"本项 此项 该项 以上各项 上述各项 本条 本款 该类 本类 本大项 本部分 全项 本项目"},
    {Word::kLinked, U"挂钩 相挂钩"},
    {Word::kCountToward, U"计入 纳入 记入"},
    {Word::kServeAs, U"作为"},
    {Word::kElsewhere,
     U"另行制订 另行制定 另行规定 另行通知 另行下达 另行确定 另行明确 另行下发 另行公布 另定 另订 "
     U"另文下发 另行印发"},

    // ---- Counting -------------------------------------------------------------------------------
    {Word::kEvery, U"每 凡每 逐"},
    {Word::kOneOf, U"有 发现 发生 出现 查出 凡有 查实 经查实 如有 若有 存在 一经发现"},
    {Word::kFewer, U"少 缺 缺少 减少 漏 欠 短缺 少报 少于一"},
    {Word::kDiffer, U"差 相差"},
    {Word::kMore, U"多 超 超出 增加 增 超额 超过目标 新增加"},
    {Word::kBeyond,
     U"超额部分 超额的 超额完成 超任务 超计划 超任务数 超目标 比上年 较上年 比去年 较去年 同比 "
     U"环比 "
     U"超出部分 超过部分 比任务数 超任务的 超计划的 超出任务 超基数 高于基数"},
    {Word::kLower, U"低 下降 降低 降 下滑 回落 减低"},
    {Word::kHigher, U"高 上升 提高 升 增长 提升 上浮 前进 进位 进步 晋升 晋位 攀升 前移 上移"},
    {Word::kOverdue,
     U"逾期 超期 迟 延迟 推迟 延误 拖延 晚 滞后 迟报 超时 超过期限 延期 迟交 拖后 晚报 晚交 延后 "
     U"超时限 "
     U"超过时限"},
    {Word::kFallBack, U"后退 退后 退步 下滑 退位 后移 下移 靠后 落后 跌落 掉落"},
    {Word::kNotFewerThan,
     U"不少于 不低于 不得少于 不得低于 至少 不小于 不能少于 不能低于 大于等于 大于或等于 "
     U"大于（等于） ≥ 不下于 不短于 应达 应达到 要达到 须达到 必须达到"},
    {Word::kFewerThan,
     U"少于 低于 不足 不满 不到 未达到 未达 达不到 小于 没达到 没有达到 未满 未完成到 不达 < 未到"},
    {Word::kReach, U"达到 达 达成"},
    {Word::kMoreThan, U"超过 高于 多于 大于 突破 > 超过了"},
    {Word::kOrMore, U"以上 及以上 （含）以上 含以上 之上 （及）以上 （含本数）以上 以上（含）"},
    {Word::kOrLess,
     U"以下 以内 及以下 （含）以下 （含）以内 之内 含以下 内 （不含）以下 以下（含）"},
    {Word::kAfter, U"以后 之后 及以后 开外"},
    {Word::kIncluding, U"含 不含 包括"},
    {Word::kRanking, U"排名 名次 位居 排序 排位 名列 位列 排在 排列 位次"},
    {Word::kLastPlace,
     U"末位 最后一名 倒数第一 最后一位 末名 垫底 最后1名 最后1位 倒数第1 倒数第一名 倒数第1名 "
     U"倒数第一位 末等 末档 最末位"},
    {Word::kOrdinal, U"第"},
    {Word::kFront, U"前"},
    {Word::kRear, U"后 末 倒数 最后 倒数后"},
    {Word::kPercent, U"% ‰"},
    {Word::kPercentPoint, U"百分点 个百分点 千分点 个千分点"},
    {Word::kMeasure,
     U"次 起 例 项 件 人 人次 条 处 份 篇 场 期 户 家 名 位 宗 种 类 座 台 辆 亩 课时 批 张 节 套 "
     U"幅 册 "
     U"届 轮 回 桩 笔 支 棵 株 吨 公斤 公里 平方米 立方米 平方公里 公顷 元 万元 亿元 万 亿 万亩 "
     U"万吨 万人 "
     U"千元 百元 美元 万美元 亿美元 微克/立方米 毫克/升 毫克/立方米 分贝 学时 学分 班 级 人天 批次 "
     U"车次 架次 场次 轮次 盏 具 根 块 艘 瓶 箱 袋 桶 趟 尾 仓 "
     U"件次 "
     U"项次 "
     U"户次 班次 台次 案次 月次 家次 条次 环节 村 组 队 间 栋 段 点 片 口 部 门 卷 案 单 票 步 头 "
     U"米 册次 "
     U"个次 例次 处次 层 档 枚 樘 扇 尊 丛 垄 颗 粒 匹 幢 封 架 挺 朵 捆 筐 罐 帧 盘 堵 床 堆 滩 "
     U"摊"},
    {Word::kTimeUnit,
     U"小时 天 日 个工作日 工作日 周 月 个月 星期 季度 分钟 个小时 个季度 年 个自然日 自然日"},
    {Word::kPiece, U"个"},
    {Word::kYearly, U"每年 全年 每学年 每年度 每学期", 1},
    {Word::kYearly, U"每半年 半年", 2},
    {Word::kYearly, U"每季度 每季 每个季度", 4},
    {Word::kYearly, U"每月 每个月", 12},
    {Word::kLevel,
     U"国家 国家级 全国 中央 国务院 中央级 国际 国际级 省 省级 全省 省部级 部级 部 省委 省政府 "
     U"省厅 省直 厅级 厅局级 省（部）级 厅（局）级 省市级 省市 市 市级 全市 市委 市政府 地市级 "
     U"地厅级 "
     U"市厅级 州级 州 县 县级 县处级 县（区）级 县（市）级 区县 区县级 区 区级 乡 乡级 乡镇 乡镇级 "
     U"镇 镇级 "
     U"街道 村级 校级 院级 院 校 系级 班级 街镇 市（厅）级 司局级 处级 科级 自治区 自治州 直辖市"},
    {Word::kLowIsBetter,
     U"浓度 年均值 均值 能耗 单耗 排放 排放量 死亡率 死亡人数 事故率 发案率 投诉率 退件率 差错率 "
     U"超标率 "
     U"返工率 流失率 失业率 信访率 重访率 复发率 逾期率 上访率 差评率 缺勤率 空置率 负债率 成本 "
     U"控制数 "
     U"控制指标 控制目标"},

    // ---- Grammar --------------------------------------------------------------------------------
    {Word::kNot,
     U"未 不 没 不到位 不健全 不齐全 不完全 不安全 不全 不得 不能 不够 不力 未能 不按 并未 尚未 "
     U"不完善 不完备 "
     U"不落实 不得力 未按 未经 非 拒不 不明确 不规范 漏报 漏送 错报 不实 不符合 不到 未予"},
    {Word::kNotInTime,
     U"未按时 不按时 未按期 不按期 未如期 未及时 不及时 未准时 不准时 未在规定时间 未在规定时限 "
     U"未在规定期限 未在规定的时间 未按规定时间 未按规定时限 未按规定期限 未按要求时间 未在限期 "
     U"没有按时 没有及时 没有按期"},
    {Word::kLacking, U"没有 无 缺乏 未见 查无"},
    {Word::kNotPassed,
     U"未通过 不通过 缺席 迟到 早退 缺勤 缺岗 旷课 旷工 缺课 空岗 脱岗 迟送 被撤销 被否决 缺听 "
     U"无故"},
    {Word::kFailing,
     U"错误 差错 出错 有误 失误 失职 渎职 违规 违纪 违法 违章 违约 违反 违背 拒报 拒交 瞒报 虚报 "
     U"谎报 "
     U"误报 假报 造假 作假 弄虚作假 伪造 篡改 失实 失真 事故 投诉 上访 通报批评 泄密 泄露 丢失 "
     U"遗失 "
     U"损坏 破损 损毁 偷排 乱收费 乱罚款 乱摊派 推诿 扯皮 顶撞 斗殴 赌博 酒驾 醉驾 挪用 截留 贪污 "
     U"冒领 套取 骗取 擅自 私自 脱管 漏管 失控 失联 中毒 溺水 败诉 逃课 离场 离岗 串岗 睡岗 懈怠 "
     U"敷衍 "
     U"马虎 混乱 脏乱 脏乱差 隐瞒 包庇 抄袭 剽窃 作弊 替考 刁难 吃拿卡要 通报 曝光 问责 约谈 处分 "
     U"点名批评 诫勉 督办 警告 缺失 吸烟 抽烟 玩手机 乱堆 乱放 乱停 乱扔 "
     U"乱贴 乱搭 私搭 乱建 乱倒"},
    {Word::kMerit,
     U"及时 准时 按时 按期 到位 达标 完成 规范 良好 合格 满意 有力 有序 有效 准确 真实 完整 整洁 "
     U"突出 "
     U"显著 圆满 积极 主动 采用 录用 刊发 推广 办结 化解 获奖 通报表扬 通报表彰"},
    {Word::kTreatment, U"处理 论处 处置"},
    {Word::kBut, U"但 但是 而 却 但又"},
    {Word::kContrast, U"已 虽 只 仅 虽然 已有 只有 仅有 只是 虽已 部分 其余 余下"},
    {Word::kAnd, U"及 和 以及 或 或者 且 并且"},
    {Word::kOrElse, U"否则 反之 否"},
    {Word::kOf, U"的 者 时"},
    {Word::kWith, U"与 同"},
    {Word::kReceive, U"被 受到 获 获得 荣获 获评 受 被评为 评获 喜获"},
    {Word::kPreposition,
     U"对 为 按要求 做到 包括 建立 制定 落实 制订 到 在 将 具备 实现 开展 包含 签到 建有 配备 完善 "
     U"健全"},
    {Word::kSuchAs, U"等 要求 齐全 齐备 情况 方面 等等 内容"},
    {Word::kFollowing, U"下列 以下 以下情况之一 下列情形之一 下列情况之一 以下情形之一 上述 如下"},
    {Word::kAmongThem, U"其中"},

    {Word::kEachItem, U"各项 各条 各款 各分项"},
    {Word::kDocument,
     U"方案 台账 总结 小结 计划 制度 报告 记录 协议 档案 预案 清单 报表 月报 季报 年报 责任书 资料 "
     U"纪要 文件 证明 "
     U"通知 名册 名单 表格 登记表 检查表 试卷 教案 合同 承诺书 意见书 简报 笔记 凭证 图纸 标牌 "
     U"公告 说明 "
     U"实施方案 工作方案 工作计划 工作总结 会议纪要 会议记录 记录本 记录表 签到表 通知书 任务书 "
     U"目标责任书 "
     U"花名册 一览表 手册 目录 材料"},

    // Words that are none of the above: a shorter word of the grammar stands inside them.
    {Word::kOther,
     U"视同 视为违规 统一 唯一 一致 一般 一并 一体 一流 逐一 一贯 一直 一切 一旦 万一 一些 一线 "
     U"一把手 一站式 "
     U"一体化 进一步 一网通办 一岗双责 一定 传达 下达 表达 转达 直达 发达 安全 完全 统计 会计 审计 "
     U"设计 估计 预计 计算机 小计 共计 计生 "
     U"登记 书记 笔记 记者 标记 "
     U"日记 记载 记功 给付 供给 补给 发给 交给 加强 参加 加快 加大 加班 附加 添加 更加 加以 加入 "
     U"施加 加工 "
     U"增加值 得到 取得 值得 使得 得当 得知 心得 难得 所得 有关 所有 具有 拥有 没有人 国有 有效 "
     U"有力 有序 "
     U"有机肥 有机结合 有机统一 有机衔接 有机质 有机物 有机食品 有限 有无 有关部门 原有 公有 享有 "
     U"固有 部分群众 部分单位 充分 分管 分类 分工 分解 分析 "
     U"分配 分级 "
     U"分局 分布 分发 分歧 分散 分离 区分 划分 成分 处分 分公司 分阶段 分期 分片 分行业 分头 分组 "
     U"分层 百分制 "
     U"亩均 户均 村均 校均 "
     U"减轻 减排 减负 至今 甚至 以至 直到现在 高度 高级 高新 高中 提高认识 最高人民 多数 多次 多个 "
     U"众多 多项 "
     U"多种 多头 许多 不同 同时 共同 同意 协同 认同 会同 同步 同级 相同 参与 与会 与否 给与 及时 "
     U"涉及 "
     U"普及 各类 各部门 各自 各级 各地 各单位 各科 各种 各村 各乡 各镇 各县 均衡 平均 人均 年均 "
     U"日均 均等 "
     U"无效 无偿 无线 无障碍 无关 目的 的确 领导人 负责人 责任人 法人 联系人 当事人 申请人 "
     U"工作人员 人员 人民 "
     U"人大 人事 人力 人才 人口 个人 人为 本人 他人 专人 有人 人数 日常 今日 节日 日报 日期 日志 "
     U"生日 到位 "
     U"签到 报到 到会 到场 到期 到达 得到落实 单位 条例 条件 条文 条款 案件 证件 邮件 附件 信件 "
     U"事件 城市 "
     U"市场 市民 市直 门市 上市 处理 处室 处置 处罚 处于 处境 处长 到处 好处 处级干部 定期 按期 "
     U"期限 限期 时限 "
     U"权限 限额 有限责任 无限 期间 时期 日期 分期 近期 长期 学期 周期 任期 专家 大家 国家标准 "
     U"国家安全 国家规定 "
     U"国家机关 国家赔偿 国家工作人员 项目 事项 专项 单项 选项 奖项目 名称 名录 报名 署名 署名 "
     U"知名 点名 "
     U"实名 位置 岗位 单位 到位 职位 定位 错位 份额 部份 身份 月份 年份 省份 部门 部署 全部 内部 "
     U"外部 干部 总部 "
     U"支部 组织 组成 小组 组长 班组 编组 重组 组建 部长 门户 专门 热门 口径 窗口 出口 进口 人口 "
     U"入口 关口 段落 "
     U"阶段 点击 重点 地点 焦点 试点 站点 网点 观点 要点 特点 优点 缺点 片区 图片 照片 一片 单独 "
     U"简单 单一 "
     U"订单 菜单 账单 票据 发票 投票 级别 上级 下级 等级评定 升级 村民 村级 农村 村居 家庭 国家 "
     U"专家 人家 "
     U"户籍 农户 用户 账户 门户 平台 后台 电视台 电台 台风 元素 单元 多元 次要 层次 案卷 案例 案由 "
     U" 提案 议案 备案 立案 结案 办案 破案 答案 一户一策 起草 起诉 起点 起码 起来 发起 引起 提起 "
     U"一起来 例如 "
     U"比例尺 案例 惯例 例会 例行 此例 幅度 大幅 篇幅 册子 注册 回复 回访 回收 回避 回应 回告 收回 "
     U"驳回 撤回 "
     U"退回 召回 轮训 轮岗 笔试 支持 支出 支付 收支 支队 节约 节能 节水 环节 细节 季节 节假日 节点 "
     U"春节 情节 套路 "
     U"成套 配套 批评 批准 审批 报批 批复 批示 批办 分批 场所 现场 市场 场地 会场 立场 年度 "
     U"年终 年底 年初 "
     U" 年内 当年 上年 去年 常年 历年 往年 青年 年龄 年级 月度 当月 单月 月底 月末 逐月 上月 月均 "
     U"周边 "
     U"周密 周知 周报 天然 天气 今天 当天 天候 视频 视察 重视 电视 忽视 巡视 监视 审视 歧视 视线 "
     U"视野 漏洞 遗漏 "
     U"漏水 漏项 差错 差距 误差 差异 差别 出差 偏差 差旅 时差 温差 较差 最差 缺陷 缺位 缺失 空缺 "
     U"缺口 欠薪 拖欠 "
     U"欠缺 欠款 少数 青少年 少年 至少有 减少污染 多发 超载 超前 超标 超编 超生 超限 超越 超市 "
     U"增强 增值 增效 新增 "
     U"增设 低保 低碳 低收入 高低 降雨 降温 降尘 升学 升旗 后果 事后 后续 最后 然后 后勤 以后 前后 "
     U"会后 期末 周末 "
     U"前提 提前 目前 事前 之前 前期 以前 当前 前往 前置 面前 会前 前述 晚上 晚会 傍晚 早晚 迟缓 "
     U"大约 占地 占用 "
     U"占道 侵占 占有 强占 占领 为了 为民 行为 作为 为主 为准 成为 认为 因为 人为 以为 为期 为依据 "
     U"列入议程 列席 "
     U"系列 下列 列举 列支 列表 定量 定性 定点 制定 稳定 确定 决定 指定 特定 固定 一定程度 法定 "
     U"鉴定 限定 "
     U"认定 评定 约定 审定 核定 定编 定员 定岗 定人 依法 依靠 依托 依规 依申请 以来 以及 以便 以人 "
     U"可以 难以 予以 "
     U"加以 给以 所以 以案 依据法律 根据法律 按时 按规定 按规划 按程序 按计划 按质 按序 按有关 "
     U"按标准 "
     U"评价 评估 评议 评审 评查 点评 测评 互评 自评 参评 讲评 批评 打击 打造 打假 打扫 打印 拨打 "
     U"打架 "
     U"奖惩 奖金 获奖 奖牌 得奖 奖状 奖品 评奖办法 权利 权力 效率 率先 频率 草率 依次 逐步 "
     U"逐级上报 逐一 逐项 "
     U"逐年 各类 各界 各方 一律平等 应急 应对 应诉 应用 反应 应收 相应措施 应该 响应 适应 供应 "
     U"效应 即时 立即 "
     U"随即 即将 规则 原则 准则 细则 守则 否则 法则 实行 实行责任制 进行 直接责任 直接关系 造成 "
     U"形成 限于 非法 "
     U"非税 除非 非公 非农 非凡 内容 内部 内控 内设 国内 内网 市内 境内 辖区内 室内 区域 社区 地区 "
     U"园区 城区 辖区 "
     U"区别 校园 学校 校长 院长 法院 医院 学院 检察院 县城 州市 乡村 镇区 街道办 组织部 宣传部 "
     U"统战部 部队 队伍 "
     U"带队 队员 排队 大队 支队 步骤 进步 初步 同步 头脑 带头 牵头 街头 源头 只要 只能 只要有 限制 "
     U"大于等于 卷宗 "
     U"试卷 问卷 卷入 作业 作风 工作 动作 合作 操作 制作 著作 写作 协作 将来 即将 将军 在线 在岗 "
     U"在编 存在问题 "
     U"在职 现在 所在 内在 正在 对口 对象 对策 对照 对外 针对 相对 应对 反对 绝对 对接 面对 否定 "
     U"是否 能否 居民 "
     U"居住 居委会 定居 定时 同期 获取 收获 捕获 查获 接受 受理 受众 受贿 遭受 承受 受益 同事 同志 "
     U"共享 公共 共建 "
     U"共产党 共青团 共同体 中共 只读 升级改造 等候 平等 对等 等待 要求提供 实现率 提升改造 材料员 "
     U"无故障 为止付 "
     U"无故不 到岗 到账 迟延履行 时间 时候 同时 按时 定时 及时 准时 小时工 当时 随时 临时 时代 "
     U"时效 实时 时政 "
     U"平时 作者 或者 记者 学者 患者 前者 后者 消费者 负责者 志愿者 劳动者 经营者"},
};

// The words by their first character, the longest first.
class Index {
 public:
  Index() {
    for (const Entry& entry : kEntries) AddWords(entry);
    for (auto& [first, words] : by_first_) {
      // Of equal words the one listed first wins, but for those that are none of the grammar.
      std::stable_sort(words.begin(), words.end(), [](const Listed& a, const Listed& b) {
        return a.text.size() > b.text.size();
      });
    }
  }

  std::optional<LexiconMatch> Longest(std::u32string_view text) const {
    if (text.empty()) return std::nullopt;
    const auto found = by_first_.find(text.front());
    if (found == by_first_.end()) return std::nullopt;
    for (const Listed& listed : found->second) {
      if (text.starts_with(listed.text)) {
        return LexiconMatch{listed.entry->word, static_cast<int>(listed.text.size()),
                            listed.entry->times_a_year};
      }
    }
    return std::nullopt;
  }

 private:
  struct Listed {
    std::u32string_view text;
    const Entry* entry;
  };

  void AddWords(const Entry& entry) {
    std::u32string_view rest = entry.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(U' '), rest.size());
      const std::u32string_view word = rest.substr(0, end);
      if (!word.empty()) by_first_[word.front()].push_back({word, &entry});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  std::unordered_map<char32_t, std::vector<Listed>> by_first_;
};

const Index& TheIndex() {
  static const Index index;
  return index;
}

}  // namespace

std::optional<LexiconMatch> FindWord(std::u32string_view text) { return TheIndex().Longest(text); }

bool Contains(std::u32string_view text, Word word) {
  for (std::size_t i = 0; i < text.size();) {
    const auto match = FindWord(text.substr(i));
    if (match && match->word == word) return true;
    i += match ? static_cast<std::size_t>(match->length) : 1;
  }
  return false;
}

bool NamesADocument(std::string_view name) {
  // The characters that names of papers end in.
  constexpr std::u32string_view kEndings = U"簿册表单书卡账帐录证函";
  const std::u32string characters = DecodeUtf8(name);
  if (characters.empty()) return false;
  return kEndings.find(characters.back()) != std::u32string_view::npos ||
         Contains(characters, Word::kDocument);
}

}  // namespace kaoping::rules
