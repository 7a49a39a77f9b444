// Random criteria, for the property tests of the compiler.

#ifndef KAOPING_RULES_RANDOM_TEXT_TEST_H_
#define KAOPING_RULES_RANDOM_TEXT_TEST_H_

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace kaoping::rules {

// Words of the grammar, so that random texts reach its corners, and some that are nothing to it.
inline const std::vector<std::string>& Vocabulary() {
  static const std::vector<std::string> words = {
      "扣",         "加",         "得",       "分",       "1",        "0.5",        "2",
      "一",         "两",         "0 5",      "0。5",     "次",       "项",         "例",
      "个",         "百分点",     "%",        "每",       "有",       "少",         "缺",
      "多",         "低",         "逾期",     "天",       "，",       "；",         "。",
      "、",         "（",         "）",       "“",        "”",        "的",         "累计",
      "不超过",     "最多",       "扣完为止", "分别",     "各",       "酌情",       "视情打分",
      "加倍",       "加扣",       "不得分",   "否则",     "一票否决", "同一项工作", "不重复加分",
      "与",         "挂钩",       "国家",     "省",       "市",       "不少于",     "以上",
      "未",         "已",         "会议",     "报送",     "材料",     "\n",         "①",
      "1.",         "一、",       " ",        "-",        "至",       "/",          "满分",
      "本项",       "：",         "再扣",     "另加",     "减半",     "按比例",     "得分",
      "完成率",     "=",          "×",        "前三名",   "末位",     "第",         "名",
      "优秀、良好", "计划、总结", "其中",     "依次类推", "不予扣分", "从总分",     "以下",
      "高于",       "加分项目",   "封顶",     "为限",     "不合格",   "定为",       "取消评优资格",
      "降低",       "等次",       "考核",     "只",       "否则",     "不足",       "80%",
      "每月",       "万元",       "最高",     "最高层次", "按",       "情况",       "打分",
      "0分",        "【",         "O.5",      "倍",       "后移",     "只计",       "最高分",
      "不累计",     "≤",          "第二",     "倒数",     "未按时",   "违规",       "及时",
      "但",         "枚",         "个点",     "1.2.5",    "半天",     "前",         "排名",
      "取",         "重复",       "不到",     "迟到",     "根据",     "轻重",       "处理"};
  return words;
}

inline rc::Gen<std::string> RandomText() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(Vocabulary())),
      [](const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += word;
        return text;
      });
}

}  // namespace kaoping::rules

#endif  // KAOPING_RULES_RANDOM_TEXT_TEST_H_
