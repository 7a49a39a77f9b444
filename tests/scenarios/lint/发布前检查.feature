功能: 发布前检查方案
  凡是写错的、自相矛盾的、说不清的，都在发布之前按条列出，写明在哪里、怎么办。

  场景: 范例通知只有三处要人确认
    假如 有文件 通知.txt，由 “examples/nantong-2017/notice.txt” 转成 utf-8 编码
    并且 有文件 名录.json，由 “examples/nantong-2017/register.json” 转成 utf-8 编码
    当 运行 “lint $文件夹/通知.txt --register $文件夹/名录.json”
    那么 输出中有
      | 字样                      |
      | 警告[judgement-required]  |
      | 警告[external-reference]  |
      | 警告[levels-uneven]       |
      | 错误0处                   |
      | 警告3处                   |

  场景: 各处疑点都引原文
    假如 有文件 表.txt，由 “tests/scenarios/lint/待查.txt” 转成 utf-8 编码
    当 运行 “lint $文件夹/表.txt”
    那么 输出中有
      | 字样                                     |
      | 整个方案                                 |
      | “组织领导（5分）”应为5分，各项分值加起来是6分 |
      | 1.1的内容要求4次，考评标准却按2次计      |
      | 规则2.1.1与规则1.2.1                     |
      | 规则2.1.2一次就超过了限额或本项分值      |
      | 错误0处                                  |

  场景: 名录里没有的处室
    假如 有文件 表.txt，由 “tests/scenarios/lint/待查.txt” 转成 utf-8 编码
    并且 有文件 名录.json，内容是 “{"format":"register/1","units":[{"name":"某市商务局","offices":[{"name":"办公室"},{"name":"人事处"}]}]}”
    当 运行 “lint $文件夹/表.txt --register $文件夹/名录.json”
    那么 输出中有
      | 字样                           |
      | 名录中没有“宣教处”（见2.2）    |

  场景: 读不懂的一条是错误
    假如 有文件 表.txt，由 “tests/scenarios/lint/读不懂.txt” 转成 utf-8 编码
    当 运行 “lint $文件夹/表.txt”
    那么 查出错误，输出中有
      | 字样                 |
      | 错误[not-understood] |
      | 错误1处              |

  场景: 不是方案的文件
    假如 有文件 方案.json，内容是 “{}”
    当 运行 “lint $文件夹/方案.json”
    那么 被拒绝，状态为 1，提示中有
      | 字样     |
      | 方案文件 |

  场景: 名录读不了
    假如 有文件 通知.txt，由 “examples/nantong-2017/notice.txt” 转成 utf-8 编码
    当 运行 “lint $文件夹/通知.txt --register $文件夹/通知.txt”
    那么 被拒绝，状态为 1，提示中有
      | 字样 |
      | 名录 |
