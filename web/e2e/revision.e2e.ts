// A corrected notice: what it changes, what it takes over, and the facts that it leaves behind.

import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'

import { signIn } from './browser'
import { corrected, correctedAgain, importDraft, openRules, registeredNotice } from './draft'
import { useStage } from './stage'

const stage = useStage()
let page: Page

afterEach(() => page.context().close())

const dialog = () => page.getByRole('dialog')
const section = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) }).last()
const confirm = () => page.getByRole('region', { name: '系统这样理解', exact: true }).getByRole('button', { name: '确认', exact: true })

async function keeper(): Promise<void> {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
}

it('shows what came, went and changed, with the words that differ marked', async () => {
  await keeper()
  await importDraft(page, corrected)
  await page.getByRole('link', { name: '修订差异' }).click()
  const differences = section('与原方案的差异')
  await differences.getByText('改动1条规则').waitFor()
  expect(await differences.locator('del').allTextContents()).toEqual(['1'])
  expect(await differences.locator('ins').allTextContents()).toEqual(['2'])
  await section('已登记的事实').getByText('没有事实因此不再计分').waitFor()
  await section('已登记的事实').getByText(/3条事实改按新的规则计分/).waitFor()
})

it('names what it took over, for review, and the facts that it leaves behind', async () => {
  await keeper()
  await importDraft(page, corrected)
  await openRules(page, '1.2')
  await confirm().click()
  await page.getByText('已核定 1 / 24').waitFor()

  await importDraft(page, correctedAgain)
  await page.getByRole('link', { name: '修订差异' }).click()
  const differences = section('与原方案的差异')
  await differences.getByRole('listitem').filter({ hasText: '及时清理规范性文件' }).getByText('新增').first().waitFor()
  await differences.getByRole('listitem').filter({ hasText: '落实法治工作机构' }).getByText('删去').first().waitFor()
  await differences.locator('ins').filter({ hasText: '理论学习' }).waitFor()

  const facts = section('已登记的事实')
  await facts.getByRole('row').filter({ hasText: '2017年1月16日' }).getByText('修订后没有这条规则').waitFor()
  await facts.getByText('需要计分的，请在发布后按新的规则重新登记').waitFor()

  const address = page.url()
  const carried = section('沿用的核定（1）')
  await carried.getByText('党组专题研究法治工作不少于2次').first().waitFor()
  await carried.getByRole('link', { name: /^复核/ }).click()
  await confirm().click()
  await page.getByRole('status').getByRole('button', { name: '撤回' }).waitFor()
  await page.goto(address)
  await page.getByRole('heading', { name: '与原方案的差异' }).waitFor()
  expect(await page.getByText('沿用的核定（').count()).toBe(0)
})

it('publishes a revision only once the facts it leaves behind were looked at', async () => {
  await keeper()
  await importDraft(page, correctedAgain)
  await page.getByRole('button', { name: '发布方案' }).click()
  await dialog().getByText('发布后，以下1条已登记的事实不再计分').waitFor()
  await dialog().getByText(/处疑点已逐一看过/).click()
  await dialog().getByLabel(/理由/).fill('个性化工作由市里另行制订评分规定')
  await dialog().getByRole('button', { name: '确定发布' }).click()
  await dialog().getByText('请看过不再计分的事实').waitFor()
  await dialog().getByText('同意这1条事实发布后不再计分').click()
  await dialog().getByRole('button', { name: '确定发布' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await page.getByText('已发布').first().waitFor()
  expect(await page.getByRole('button', { name: '发布方案' }).count()).toBe(0)
})

it('says that a first import corrects nothing', async () => {
  await keeper()
  await importDraft(page, registeredNotice())
  expect(await page.getByRole('link', { name: '修订差异' }).count()).toBe(0)
  await page.goto(`${new URL(page.url()).pathname}/revision`)
  await page.getByText('这是这份通知的第一稿').waitFor()
})
