功能: 比不了的两个方案
  说清是两份里的哪一份、为什么、怎么办。

  场景: 其中一份不是方案
    假如 有文件 坏.json，内容是 “{"format": "scheme/9"}”
    当 运行 “diff $仓库/examples/nantong-2017/notice.txt $文件夹/坏.json”
    那么 被拒绝，状态为 1，提示中有
      | 字样    |
      | 坏.json |
      | title   |

  场景: 其中一份不是通知
    假如 有文件 信.txt，内容是 “今天天气很好。”
    当 运行 “diff $文件夹/信.txt $仓库/examples/nantong-2017/notice.txt”
    那么 被拒绝，状态为 1，提示中有
      | 字样   |
      | 信.txt |

  场景: 方案不是UTF-8
    假如 有文件 乱.json，内容是十六进制 “7B22FF22”
    当 运行 “diff $文件夹/乱.json $仓库/examples/nantong-2017/notice.txt”
    那么 被拒绝，状态为 1，提示中有
      | 字样    |
      | 乱.json |
      | UTF-8   |

  场景: 没有这个文件
    当 运行 “diff $仓库/examples/nantong-2017/notice.txt $文件夹/没有.json”
    那么 被拒绝，状态为 3，提示中有
      | 字样      |
      | 没有.json |
      | 找不到    |

  场景: 两份都从标准输入读
    当 运行 “diff - -”
    那么 被拒绝，状态为 2，提示中有
      | 字样     |
      | 标准输入 |

  场景: 只给了一份
    当 运行 “diff $仓库/examples/nantong-2017/notice.txt”
    那么 被拒绝，状态为 2，提示中有
      | 字样  |
      | AFTER |
