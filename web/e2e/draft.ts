// A draft of its own for a journey: the reference notice as that of another year and issuer.

import { readFileSync } from 'node:fs'

import type { Page } from 'playwright-core'

import { goTo } from './browser'

const notice = readFileSync(new URL('../../examples/nantong-2017/notice.txt', import.meta.url), 'utf8')
let number = Date.now() % 1_000_000

// Each by another issuer: what is settled in a draft is carried over to the next of the same issuer and year.
export function anotherNotice(): string {
  number++
  return notice.replace(/2017/g, '2016').replace('81号', `${number}号`).replace(/南通市商务局/g, `南通市第${number}商务局`)
}

// One by the unit that the demonstration's register has, of a year of its own.
let year = 1950 + (number % 60)
export function registeredNotice(): string {
  year++
  number++
  return notice.replace(/2017/g, String(year)).replace('81号', `${number}号`)
}

// The same with a name that the register does not have, in two tasks.
export function noticeWithUnknownOffice(): string {
  const text = registeredNotice()
  return text.replace('政策法规处 办公室', '法规政策处 办公室').replace('组织人事处、政策法规处\t法治工作机构', '组织人事处、法规政策处\t法治工作机构')
}

// Corrections of the notice that the demonstration has published and has facts on: a figure is
// another, and the second lacks a row with a fact and has a new one.
export const corrected = notice.replace('有一次缺席会议的扣1分', '有一次缺席会议的扣2分')
export const correctedAgain = corrected
  .replace(/\n[^\n]*落实法治工作机构和人员[^\n]*\n/, '\n')
  .replace('\n\t认真组织领导干部述法', '\n\t及时清理规范性文件\t工作资料\t政策法规处\t规范性文件没有清理的，扣1分\n\t认真组织领导干部述法')
  .replace('党组中心组集中学法不少于2次', '党组理论学习中心组集中学法不少于3次')

// One whose headings say nothing, so that its columns have to be told; a list of telephones stands beside.
export function noticeWithOddTable(): string {
  number++
  return [
    `某局〔2018〕${number}号`, `关于第${number}次考评的通知`, '', '姓名\t电话', '甲\t1', '', '2018年度考评表', '',
    '甲栏\t乙栏\t丙栏\t丁栏', '组织领导\t党组专题研究\t办公室\t会议记录', '依法行政\t规范执法\t法规处\t工作资料', '依法行政\t公开事项\t法规处\t公开目录',
  ].join('\n')
}

// Supplements to the notice: one that fits a row, and one that fits none.
const SUPPLEMENT = '关于年度考评的补充规定\n\n项目\t内容\t考评标准\n'
export const supplement = `${SUPPLEMENT}个性工作\t规范商务行政权力事项和行政服务，推进商务政务公开，加强法治监督。\t行政权力事项未公开的，每项扣0.5分\n`
// The same, of other offices than the scheme has.
export const supplementElsewhere = supplement.replace('\t考评标准', '\t责任处室\t考评标准').replace('法治监督。\t', '法治监督。\t财务处\t')
export const supplementUnfit = `${SUPPLEMENT}个性工作\t规范商务行政权力事项\t行政权力事项未公开的，每项扣0.5分\n`

// Imports a notice and ends on the page of its draft. Requires: who is signed in may import.
export async function importDraft(page: Page, text = anotherNotice()): Promise<void> {
  await goTo(page, '年度方案')
  await page.getByRole('button', { name: '导入通知' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({ name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await dialog.getByRole('button', { name: '导入为草案' }).click()
  await dialog.getByRole('button', { name: '查看方案' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.locator('.criterion').first().waitFor()
}

// From a page of a scheme to its rules: to the list of them, or to the criterion of a task.
export async function openRules(page: Page, task = ''): Promise<void> {
  const { pathname } = new URL(page.url())
  await page.goto(`${pathname.replace(/\/rules$/, '')}/rules${task && `?task=${task}`}`)
  const part = task === 'others' ? '其他疑点' : task ? '考评标准原文' : '考评标准清单'
  await page.getByRole('region', { name: part }).waitFor()
}
