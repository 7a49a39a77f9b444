// Settling the rules of a draft (规则核定).

import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'

import { signIn } from './browser'
import { anotherNotice, importDraft, openRules } from './draft'
import { useStage } from './stage'

const stage = useStage()
let page: Page

afterEach(() => page.context().close())

async function keeper(): Promise<Page> {
  const opened = await stage.open()
  await signIn(opened, stage.server.accounts.scheme_keeper)
  return opened
}

async function draft(): Promise<void> {
  page = await keeper()
  await importDraft(page)
}

const dialog = () => page.getByRole('dialog')
const list = () => page.getByRole('region', { name: '考评标准清单' })
const source = () => page.getByRole('region', { name: '考评标准原文' })
const reading = () => page.getByRole('region', { name: '系统这样理解', exact: true })
const button = (name: string) => reading().getByRole('button', { name, exact: true })
const itemOf = (words: string) => list().getByRole('link').filter({ hasText: words })
const taskAt = () => new URL(page.url()).searchParams.get('task')
const isActive = (part: Locator) => part.evaluate((element) => element.classList.contains('active'))

it('confirms in one click, goes on to the next, and takes it back', async () => {
  await draft()
  await page.getByRole('link', { name: /规则核定（还有24条）/ }).click()
  await button('确认').click()
  await page.getByText('已核定 1 / 24').waitFor()
  await expect.poll(taskAt).toBe('1.2')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  await itemOf('层层明确').getByText('已确认').waitFor()

  await page.getByRole('status').getByRole('button', { name: '撤回' }).click()
  await expect.poll(taskAt).toBe('1.1')
  await page.getByText('已核定 0 / 24').waitFor()
  const words = reading().getByRole('listitem').filter({ hasText: '方案管理员' }).locator('strong')
  await expect.poll(() => words.allTextContents()).toEqual(['确认', '撤回'])
})

it('confirms the doubts of a criterion with it, and shows the figures of a rule', async () => {
  await draft()
  await openRules(page, '7.2')
  await reading().getByText('所列1处疑点一并确认').waitFor()
  await reading().getByText('临界表').first().click()
  await reading().getByRole('row').nth(1).waitFor()
  await button('确认').click()
  await expect.poll(taskAt).toBe('7.3')
  await page.goBack()
  await expect.poll(taskAt).toBe('7.2')
  await source().getByRole('listitem').getByText('已确认').waitFor()
  await button('撤回').waitFor()
  expect(await button('确认').count()).toBe(0)
})

it('cannot confirm what is pending, and says why; rewrites it with a preview', async () => {
  await draft()
  await openRules(page, '6.1')
  await reading().getByText('还不能确认：').waitFor()
  expect(await button('确认').isDisabled()).toBe(true)

  await button('改写').click()
  const text = page.getByLabel('改写为')
  const adopt = page.getByRole('button', { name: '采用' })
  await text.fill('每缺席一次扣若干分。')
  await page.getByText('改好后才能采用').waitFor()
  expect(await adopt.isDisabled()).toBe(true)
  await page.getByText('没有读懂').hover()
  await page.locator('mark.active', { hasText: '扣若干分' }).waitFor()

  await text.fill('法规政策没有宣传的，扣1分。')
  await page.getByRole('listitem').filter({ hasText: '扣1分' }).first().waitFor()
  await expect.poll(() => adopt.isEnabled()).toBe(true)
  await adopt.click()
  await source().getByText('法规政策没有宣传的，扣1分。').waitFor()
  await page.reload()
  await itemOf('大力宣传').getByText('已改写').waitFor()
  await reading().getByText('改写为：法规政策没有宣传的，扣1分。').waitFor()
})

it('asks before typed sentences are lost', async () => {
  await draft()
  await openRules(page, '1.1')
  await button('改写').click()
  await page.getByLabel('改写为').fill('写了一半')
  await itemOf('党组专题研究').click()
  await dialog().getByRole('button', { name: '继续填写' }).click()
  await dialog().waitFor({ state: 'hidden' })
  expect(await page.getByLabel('改写为').inputValue()).toBe('写了一半')
  await itemOf('党组专题研究').click()
  await dialog().getByRole('button', { name: '不保存，离开' }).click()
  await expect.poll(taskAt).toBe('1.2')
  await button('确认').waitFor()
})

it('keeps the typed sentences when somebody else settles the criterion first', async () => {
  await draft()
  await openRules(page, '1.1')
  await button('改写').click()
  await page.getByLabel('改写为').fill('法治建设领导责任制没有建立的，扣3分。')

  const address = page.url()
  const other = await keeper()
  await other.goto(address)
  await other.getByRole('region', { name: '系统这样理解' }).getByRole('button', { name: '确认', exact: true }).click()
  await other.getByText('已核定 1 / 24').waitFor()
  await other.context().close()

  const adopt = page.getByRole('button', { name: '采用' })
  await expect.poll(() => adopt.isEnabled()).toBe(true)
  await adopt.click()
  await page.getByText('他人刚刚核定过这一条').waitFor()
  await page.getByText('已核定 1 / 24').waitFor()
  expect(await page.getByLabel('改写为').inputValue()).toBe('法治建设领导责任制没有建立的，扣3分。')
  await adopt.click()
  await itemOf('层层明确').getByText('已改写').waitFor()
})

it('leaves a criterion undecided, with a reason', async () => {
  await draft()
  await openRules(page, '2.2')
  await button('挂账').click()
  await button('挂账').click()
  await page.getByText('请填写这一项').waitFor()
  await page.getByLabel('理由').fill('等市法院通报口径')
  await button('挂账').click()
  await itemOf('自觉履行生效裁判').getByText('挂账').waitFor()
  await reading().getByText('理由：等市法院通报口径').waitFor()
  await list().getByText('挂账 1', { exact: true }).click()
  await expect.poll(() => list().getByRole('link').count()).toBeLessThanOrEqual(2) // and perhaps the other doubts
})

it('needs a reason to count nothing', async () => {
  await draft()
  await openRules(page, '6.1')
  await button('不计分').click()
  await button('不计分').click()
  await page.getByText('请填写这一项').waitFor()
  await page.getByLabel('理由').fill('本年度没有个性化评分规定')
  await button('不计分').click()
  await itemOf('大力宣传').getByText('已改写').waitFor()
  await reading().getByText('这段文字没有可计分的规则').waitFor()
})

it('keeps what was settled when a corrected notice is imported', async () => {
  page = await keeper()
  const notice = anotherNotice()
  await importDraft(page, notice)
  await openRules(page, '1.2')
  await button('确认').click()
  await page.getByText('已核定 1 / 24').waitFor()
  await importDraft(page, notice.replace('有一次缺席会议的扣1分', '有一次缺席会议的扣2分'))
  await openRules(page, '1.2')
  await page.getByText('已核定 1 / 24').waitFor()
  await reading().getByRole('link', { name: '沿用自以前的方案' }).first().waitFor()
})

it('shows a rule’s words when the rule is pointed at, and the rule when its words are', async () => {
  await draft()
  await openRules(page, '2.2')
  const rule = reading().getByRole('listitem').filter({ hasText: '不及时纠正' }).first()
  const words = source().locator('mark', { hasText: '不及时纠正的，加扣0.5分' })
  await rule.hover()
  expect(await isActive(words)).toBe(true)
  await words.hover()
  expect(await isActive(rule)).toBe(true)
  await rule.focus()
  expect(await isActive(words)).toBe(true)
})

it('goes through the list by the arrow keys, and keeps the place', async () => {
  await draft()
  await openRules(page, '1.1')
  await itemOf('层层明确').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(taskAt).toBe('1.2')
  await page.keyboard.press('ArrowDown')
  await expect.poll(taskAt).toBe('1.3')
  await page.keyboard.press('ArrowUp')
  await expect.poll(taskAt).toBe('1.2')
  await page.reload()
  await expect.poll(() => list().locator('[aria-current]').textContent()).toContain('党组专题研究')
})

it('leads from the table to the rules of a criterion, and lets others only look', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await page.goto('/schemes')
  await page.getByRole('link', { name: '2017年度法治建设任务分解表' }).first().click()
  await page.locator('.criterion').filter({ hasText: '有一次缺席会议的扣1分' }).getByRole('button').click()
  await dialog().getByRole('link', { name: '核定', exact: true }).click()
  await source().getByText('有一次缺席会议的扣1分').waitFor()
  await reading().getByText('缺席会议').first().waitFor()
  expect(await reading().getByRole('button').count()).toBe(0)
})

it('publishes only once what is pending has a reason and every doubt was looked at', async () => {
  await draft()
  await page.getByRole('button', { name: '发布方案' }).click()
  await dialog().getByRole('button', { name: '确定发布' }).click()
  await dialog().getByText('请写明为什么挂账发布').waitFor()
  await dialog().getByText('请逐一看过上列疑点').waitFor()
  await dialog().getByRole('link', { name: '去核定' }).first().click()
  await expect.poll(taskAt).toBe('6.1')

  await button('挂账').click()
  await page.getByLabel('理由').fill('等市依法治办制订评分规定')
  await button('挂账').click()
  await itemOf('大力宣传').getByText('挂账').waitFor()
  await page.getByRole('link', { name: '任务分解表' }).click()
  await page.getByRole('button', { name: '发布方案' }).click()
  await dialog().getByText('等市依法治办制订评分规定').first().waitFor()
  await dialog().getByLabel('说明').waitFor() // no second reason
  await dialog().getByText(/以上\d+处疑点已逐一看过/).click()
  await dialog().getByRole('button', { name: '确定发布' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await page.getByText('已发布').first().waitFor()

  await openRules(page, '1.1')
  await page.getByText('方案已发布').waitFor()
  expect(await button('确认').count()).toBe(0)
  await openRules(page, '6.1')
  await button('改写').waitFor()
})
