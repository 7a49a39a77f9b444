// What comes out on paper: Chromium's own PDF, whose boxes say how the pages lie.

import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'

import { signIn } from './browser'
import { useStage } from './stage'

const A4 = { short: 595, long: 842 } // in points

const stage = useStage()
let page: Page
let scheme: string

beforeAll(async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await page.waitForURL('**/scores')
  scheme = page.url().replace(/\/scores$/, '')
})

// The width and height of every page, in whole points.
async function papers(): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
}

// How far anything reaches beyond the paper's edge, at the width that is left between the margins.
async function beyond(millimetres: number): Promise<number> {
  await page.setViewportSize({ width: Math.floor((millimetres / 25.4) * 96), height: 700 })
  await page.emulateMedia({ media: 'print' })
  const over = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    return Math.max(...[...document.querySelectorAll('#page *')].map((part) => part.getBoundingClientRect().right - edge))
  })
  await page.emulateMedia({ media: null }) // or it would print as on the screen
  await page.setViewportSize({ width: 1366, height: 768 })
  return over
}

it('lays the table of the notice across the paper, all of it', async () => {
  await page.goto(scheme)
  await page.locator('.criterion').first().waitFor()
  for (const paper of await papers()) expect(paper).toEqual([A4.long, A4.short])
  expect(await beyond(297 - 24)).toBeLessThanOrEqual(0)
})

it('keeps the other pages upright, also after the table', async () => {
  await page.getByRole('navigation').getByRole('link', { name: '待办清单' }).click()
  await page.getByRole('row', { name: '尚未证明已做到' }).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(await papers()).toEqual([[A4.short, A4.long]]) // one page for the head of the office
  expect(await beyond(210 - 24)).toBeLessThanOrEqual(0)
})

it('names the unit on the printed scores, and cuts nothing of what is owed', async () => {
  await page.goto(`${scheme}/scores`)
  await page.getByRole('button', { name: '打印' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.getByText('被考评单位：南通市商务局').waitFor()
  await page.getByText('考评员 打印于').waitFor()

  await page.goto(`${scheme}/owed`)
  const task = page.getByRole('cell', { name: '大力宣传促进经济社会发展、对外开放、招商引资' }).first()
  await task.waitFor()
  expect(await task.evaluate((cell) => [cell, ...cell.children].every((part) => part.scrollHeight <= part.clientHeight + 1))).toBe(true)
})

it('says on paper where one person confirms alone', async () => {
  const admin = await stage.open()
  const choose = (value: string) =>
    admin.evaluate(async (chosen) => {
      const body = JSON.stringify({ settings: [{ name: 'second-confirmation', value: chosen }], reason: '只有两个人' })
      return (await fetch('/api/v1/settings', { method: 'PUT', headers: { 'X-Kaoping': '1' }, body })).status
    }, value)
  await signIn(admin, stage.server.accounts.system_admin)
  await admin.getByRole('heading', { name: '人员管理' }).waitFor()
  expect(await choose('off')).toBe(200)
  const reader = await stage.open()
  await signIn(reader, stage.server.accounts.appraiser)
  await reader.getByRole('heading', { name: '考核评分' }).waitFor()
  await reader.emulateMedia({ media: 'print' })
  await reader.getByText('未启用第二人认定').waitFor()
  expect(await choose('on')).toBe(200)
  await reader.reload()
  await reader.getByText('打印于').waitFor()
  expect(await reader.getByText('未启用第二人认定').count()).toBe(0)
  await reader.context().close()
  await admin.context().close()
})

it('prints the words of a criterion and how it is read, without the list beside them', async () => {
  await page.goto(`${scheme}/rules?task=2.2`)
  await page.getByRole('heading', { name: '系统这样理解' }).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('region', { name: '考评标准清单' }).count()).toBe(0)
  expect(await page.getByText('不自觉履行法院生效裁判的').first().isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  expect(await beyond(210 - 24)).toBeLessThanOrEqual(0)
})
