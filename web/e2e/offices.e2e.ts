// Names of offices that the register does not have, answered on the page.

import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'

import { signIn, tabTo } from './browser'
import { importDraft, noticeWithUnknownOffice, openRules } from './draft'
import { useStage } from './stage'

const stage = useStage()
let page: Page

afterEach(() => page.context().close())

const dialog = () => page.getByRole('dialog')
const rowOf = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const answer = (name: string) => page.getByRole('button', { name: `“${name}”指哪些处室` })
const open = async () => Number(/\d+/.exec((await page.getByRole('heading', { name: /^还没有说明/ }).textContent()) ?? '')?.[0])

async function draft(): Promise<string> {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
  await importDraft(page, noticeWithUnknownOffice())
  return new URL(page.url()).pathname
}

async function takeBack(name: string): Promise<void> {
  await page.getByRole('button', { name: `撤回“${name}”的说明` }).click()
  await page.getByText(`“${name}”的说明已经撤回`).waitFor()
}

it('answers a name from the questions of the draft, which go without a reload', async () => {
  const scheme = await draft()
  const question = page.getByRole('listitem').filter({ hasText: '“法规政策处”' }).last()
  await question.getByText('最接近的是政策法规处').waitFor()
  const before = Number(/\d+/.exec((await page.getByText(/这份草案有\d+个问题/).textContent()) ?? '')?.[0])
  await page.getByRole('button', { name: '说明“法规政策处”' }).click()
  await dialog().getByRole('button', { name: '保存' }).click()
  await dialog().getByText('请选择一种。').waitFor()
  await dialog().getByText('指名录中的这些处室').click()
  await dialog().getByRole('button', { name: '保存' }).click()
  await dialog().getByText('请至少选择一个处室。').waitFor()
  const first = dialog().getByRole('checkbox').first()
  expect(await first.evaluate((box) => box.closest('label')?.textContent)).toContain('最接近')
  await dialog().locator('label').filter({ hasText: '政策法规处' }).click()
  await dialog().getByRole('button', { name: '保存' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await page.getByText(`这份草案有${before - 1}个问题`).waitFor()
  expect(await page.getByRole('button', { name: '说明“法规政策处”' }).count()).toBe(0)

  await page.goto(`${scheme}/office-names`)
  await rowOf('法规政策处').getByText('2项任务').waitFor()
  expect(await rowOf('法规政策处').textContent()).toContain('方案管理员')
  await takeBack('法规政策处')
  await answer('法规政策处').waitFor()
})

it('answers by a tag, changes that to none of the unit’s, and takes it back', async () => {
  const scheme = await draft()
  await page.goto(`${scheme}/office-names`)
  await answer('相关处室').waitFor()
  const before = await open()
  await answer('相关处室').click()
  await dialog().getByText('指有某种标签的全部处室').click()
  await dialog().locator('label').filter({ hasText: '行政审批' }).click()
  await dialog().getByLabel('理由').fill('照旧例')
  await dialog().getByRole('button', { name: '保存' }).click()
  await rowOf('相关处室').getByText('有标签“行政审批”的处室：行政服务处').waitFor()
  await rowOf('相关处室').getByText('理由：照旧例').waitFor()
  expect(await open()).toBe(before - 1)

  await page.getByRole('button', { name: '修改“相关处室”的说明' }).click()
  expect(await dialog().getByLabel('行政审批').isChecked()).toBe(true)
  await dialog().getByText('不是本单位的处室，照原文保留').click()
  await dialog().getByRole('button', { name: '保存' }).click()
  await rowOf('相关处室').getByText('不是本单位的处室').waitFor()
  await takeBack('相关处室')
  await answer('相关处室').waitFor()
})

it('says in the review which names stand in a criterion, and is answered by the keyboard', async () => {
  await draft()
  await openRules(page, '1.2')
  await page.getByText('名录中没有下列责任处室').waitFor()
  await tabTo(page, answer('法规政策处'))
  await page.keyboard.press('Enter')
  await dialog().waitFor()
  await tabTo(page, dialog().getByRole('radio').first())
  await page.keyboard.press('Space')
  await tabTo(page, dialog().getByRole('checkbox').first())
  await page.keyboard.press('Space')
  await tabTo(page, dialog().getByRole('button', { name: '保存' }))
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'hidden' })
  await page.getByText('名录中没有下列责任处室').waitFor({ state: 'hidden' })
})

it('lets others only look', async () => {
  const scheme = await draft()
  await page.context().close()
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await page.goto(`${scheme}/office-names`)
  await page.getByRole('heading', { name: /^还没有说明/ }).waitFor()
  expect(await page.getByRole('main').getByRole('button', { name: /说明|撤回/ }).count()).toBe(0)
})
