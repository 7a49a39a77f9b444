功能: 同一份通知，各种文件
  Word、Excel、PDF、OFD、网页和 CSV 里的是同一份通知，读出来就是同一个方案，分数也与手工算的一样。

  场景: Word 文件
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.docx”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样

  场景: Excel 工作簿
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.xlsx”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样

  场景: 网页
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.html”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样

  场景: CSV 文本
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.csv”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样

  场景: PDF 文件
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.pdf”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样

  场景: OFD 文件
    假如 导入名录 “examples/nantong-2017/register.json”
    并且 导入通知 “tests/fixtures/documents/nantong-2017.ofd”
    并且 确认发布前的全部警告
    并且 发布方案，理由是“个性工作10月另行制订”
    当 记录文件 “examples/nantong-2017/facts.jsonl” 里的事实
    那么 南通市商务局的分数与手工算的 “examples/nantong-2017/figures.md” 一样
