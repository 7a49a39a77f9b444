// Importing what the program does not understand by itself.

import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'

import { goTo, signIn } from './browser'
import { importDraft, noticeWithOddTable, supplement, supplementElsewhere, supplementUnfit } from './draft'
import { useStage } from './stage'

const stage = useStage()
let page: Page

afterEach(() => page.context().close())

const dialog = () => page.getByRole('dialog')

async function choose(name: string, text: string): Promise<void> {
  await dialog().locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
}

async function begin(): Promise<void> {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
  await goTo(page, '年度方案')
  await page.getByRole('button', { name: '导入通知' }).first().click()
}

it('shows only the refusal where nothing can be said of the tables', async () => {
  await begin()
  await choose('通知.txt', '某局〔2018〕7号\n关于放假的通知\n各处室：\n')
  await dialog().getByText('里没有考评表').waitFor()
  expect(await dialog().getByRole('button', { name: '重新识别' }).count()).toBe(0)
  await choose('通知.txt', noticeWithOddTable()) // the next file, at once
  await dialog().getByRole('button', { name: '重新识别' }).waitFor()
  await dialog().getByRole('button', { name: '另选文件' }).click()
  await dialog().getByText('把文件拖到这里').waitFor()
})

it('lets a person say what the columns hold where no criteria were found', async () => {
  await begin()
  await choose('通知.txt', noticeWithOddTable())
  await dialog().getByText('没有考评标准这一列').waitFor()
  const tables = dialog().getByRole('radio')
  expect(await tables.count()).toBe(2)
  expect(await tables.nth(1).isChecked()).toBe(true) // the larger one
  await tables.first().check()
  await dialog().getByText('姓名；甲').waitFor()
  await tables.nth(1).check()

  await dialog().getByRole('button', { name: '重新识别' }).click()
  await dialog().getByText('请指明“考评标准”在哪一列').waitFor()
  for (const [column, role] of [['甲栏', '项目'], ['乙栏', '内容'], ['丙栏', '责任处室'], ['丁栏', '考评标准']] as const) {
    await dialog().getByLabel(`“${column}”取作`).selectOption({ label: role })
  }
  await dialog().getByRole('button', { name: '重新识别' }).click()
  await dialog().getByText('识别结果').waitFor()
  expect(await dialog().getByText('没有考评标准这一列').count()).toBe(0)
  expect(await dialog().getByLabel('“丁栏”取作').inputValue()).toBe('criterion')
  await dialog().getByRole('button', { name: '导入为草案' }).click()
  await dialog().getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('cell', { name: '党组专题研究', exact: true }).waitFor()

  await goTo(page, '年度方案')
  await page.getByRole('button', { name: '导入通知' }).first().click()
  await choose('通知.txt', noticeWithOddTable()) // the next one with these headings
  await dialog().getByText('照以前说明的取用').waitFor()
})

it('attaches a supplement to its row, after showing what it completes', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
  await importDraft(page)
  const before = page.url()
  await page.getByRole('button', { name: '附补充规定' }).click()
  await choose('补充规定.txt', supplementUnfit)
  await dialog().getByText('最接近的是6.2“规范商务行政权力事项').waitFor()
  await choose('补充规定.txt', supplementElsewhere)
  await dialog().getByText('责任处室写的是“财务处”').waitFor()
  await dialog().getByRole('button', { name: '另选文件' }).click()
  await choose('补充规定.txt', supplement)
  await dialog().getByText('补充1项的考评标准').waitFor()
  await dialog().getByText('原来的标准：根据各部门完成情况').waitFor()
  await dialog().getByText('行政权力事项未公开：每1项，扣0.5分').first().waitFor()
  await page.reload() // a preview keeps nothing
  await page.getByRole('button', { name: '附补充规定' }).click()
  await choose('补充规定.txt', supplement)
  await dialog().getByRole('button', { name: '附上，成为修订草案' }).click()
  await page.getByRole('heading', { name: '与原方案的差异' }).waitFor()
  await page.getByText('附上补充规定后的').waitFor()
  expect(page.url()).not.toContain(new URL(before).pathname)

  await page.goto(before)
  await page.getByRole('button', { name: '附补充规定' }).click()
  await choose('补充规定.txt', supplement)
  await dialog().getByText('这份补充规定已经附上').waitFor()
})
