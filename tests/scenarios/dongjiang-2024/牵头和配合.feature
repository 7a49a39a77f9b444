功能: 牵头和配合
  通知写明谁牵头、谁配合的，照写的记下，不再问；没有写明的不编造。

  场景: 两栏、冒号、括号和“甲牵头，乙配合”都读得出
    当 导入通知 “tests/scenarios/dongjiang-2024/责任分工.txt”
    那么 方案中
      | 项                                      | 值       |
      | sections.0.tasks.0.responsible.0.role   | lead     |
      | sections.0.tasks.0.responsible.2.role   | support  |
      | sections.0.tasks.1.responsible.0.role   | lead     |
      | sections.0.tasks.1.responsible.1.role   | support  |
      | sections.0.tasks.2.responsible.0.role   | 没有     |
      | sections.0.tasks.2.responsible.1.role   | lead     |
      | sections.0.tasks.3.responsible.1.name   | 其他科室 |
      | sections.0.tasks.3.responsible.1.role   | support  |
      | sections.0.tasks.4.responsible.0.role   | 没有     |
    并且 导入后要问的有
      | 关于 | 字样         | 暂按   |
      | 1.5  | 没有写谁牵头 | 办公室 |
    当 运行 “show 东江市”
    那么 输出中有
      | 字样                                       |
      | 责任处室：河湖科（牵头）、办公室（配合）   |
      | 责任处室：办公室、水资源科（牵头）         |
