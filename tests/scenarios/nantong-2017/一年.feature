功能: 一年的示例事实
  示例事实应得多少分，按通知手工算在一份表里；程序算的和它逐格一样，表和事实也对得上。

  背景:
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “examples/nantong-2017/notice.txt”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性化评分规定待市依治办另行制订”

  场景: 各条规则、合计和还欠的，都与手工算的一样
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样
    并且 总账完整

  场景: 限额用通知自己的话说，不用编号
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    并且 运行 “explain $方案”
    那么 输出中有
      | 字样                    |
      | 不超过2分，少加0.5分    |
      | “累计不超过2分”         |
    并且 输出中没有
      | 字样  |
      | limit |
      | 7.1#1 |
