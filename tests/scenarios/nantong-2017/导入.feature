功能: 导入通知
  一份通知导入以后，方案照着表格的样子，凡是通知没有写明的都列出来问。

  背景:
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “examples/nantong-2017/notice.txt”

  场景: 表格的每一部分都在
    那么 方案共有
      | 部分 | 内容 | 加分 | 成果运用 | 规则 |
      | 8    | 19   | 4    | 3        | 29   |
    并且 方案中
      | 项                  | 值                                                             |
      | year                | 2017                                                           |
      | period.from         | 2017-01-01                                                     |
      | period.to           | 2017-12-31                                                     |
      | period.inferred     | True                                                           |
      | settings.base       | 没有                                                           |
      | notice.issuer       | 南通市商务局                                                   |
      | notice.number       | 通商发〔2017〕81号                                             |
      | notice.addressees#  | 2                                                              |
      | notice.cites#       | 2                                                              |
      | notice.cites.0.number | 通综委〔2017〕7号                                            |
      | notice.cites.1.title | 2017年度法治建设领导责任书                                    |
      | notice.cites.1.number | 没有                                                         |
      | notice.copies_to#   | 2                                                              |
      | notice.printed_on   | 2017-05-03                                                     |
      | sections.5.title    | 领导责任书年度个性工作                                         |
      | sections.5.tasks.1.criterion.same_as | 6.1                                           |

  场景: 没有写明的都要问
    那么 导入后要问的有
      | 关于 | 字样             | 暂按       |
      | 1.2  | 牵头             | 政策法规处 |
      | 2.1  | 相关涉案处室     |            |
      | 3.3  | 局法治宣传教育工作要点 |      |
      | 7.2  | 3个级别          |            |
      | 6.1  | 挂账             |            |
      | 3.1  | 学法制度         |            |
      | 5.2  | 贯彻落实情况     |            |

  场景: 同一份通知再导入一次，什么都不变
    当 导入通知 “examples/nantong-2017/notice.txt”
    那么 方案共有
      | 部分 | 规则 |
      | 8    | 29   |
    并且 总账完整

  场景: 有规则挂账时，不说理由不能发布
    当 发布方案
    那么 被拒绝，状态为 1，提示中有
      | 字样 |
      | 理由 |
      | 6.1：具体办法由另一份文件规定 |
      | --reason |
    当 运行 “publish $方案 --reason 另行制订 --confirm-warnings”
    那么 输出中有
      | 字样   |
      | 挂账   |
      | 6.1  具体办法由另一份文件规定，尚未制订或补录 |
    那么 总账完整

  场景: 疑点没有人确认，不能发布
    当 发布方案，理由是“另行制订”
    那么 被拒绝，状态为 1，提示中有
      | 字样 |
      | 7.2：列了3个级别，却只有2个分值 |
      | --confirm-warnings |

  场景: 没有发布的方案不能记录事实
    当 记录事实
      | 单位         | 规则  | 日期       | 增加 |
      | 南通市商务局 | 1.2.1 | 2017-03-20 | 1    |
    那么 被拒绝，状态为 1，提示中有
      | 字样 |
      | 发布 |
