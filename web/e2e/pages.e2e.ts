// Every page at a desk's and a telephone's size: nothing serious for axe, nothing beyond the edge.
// KAOPING_SHOTS=FOLDER keeps a picture of each.

import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'

import { DESK, PHONE, seriousFindings, signIn } from './browser'
import { anotherNotice, corrected, correctedAgain, importDraft, noticeWithOddTable, noticeWithUnknownOffice, openRules, supplement, supplementUnfit } from './draft'
import type { Role } from './server'
import { useStage } from './stage'

const stage = useStage()

async function lookAt(page: Page, name: string, size: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400) // drawers slide in
  // What still fades in has the colours of neither before nor after, and takes longer on a busy machine.
  await page.waitForFunction(() => !document.querySelector('[class*="-enter-active"], [class*="-leave-active"]'))
  const folder = process.env['KAOPING_SHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true })
  expect(await seriousFindings(page), name).toEqual([])
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond, `${name} is too wide`).toBeLessThanOrEqual(0)
}

async function lookAtInEnglish(page: Page, name: string, size: string): Promise<void> {
  await page.getByRole('button', { name: 'English' }).click()
  await page.locator('html[lang=en]').waitFor()
  await lookAt(page, `${name}-en`, size)
  await page.getByRole('button', { name: '中文' }).click()
}

async function as(role: Role, viewport: typeof DESK): Promise<Page> {
  const page = await stage.open(viewport)
  await signIn(page, stage.server.accounts[role])
  await page.waitForURL((url) => url.pathname !== '/')
  await page.waitForLoadState('networkidle')
  return page
}

describe.each([
  ['desk', DESK],
  ['phone', PHONE],
] as const)('on a %s', (size, viewport) => {
  it('signing in', async () => {
    const page = await stage.open(viewport)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.reload()
    await lookAt(page, 'login', size)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('scores, their reasons and the facts', async () => {
    const page = await as('appraiser', viewport)
    await lookAt(page, 'scores', size)
    await page.getByRole('button', { name: '查看原因' }).last().click()
    await lookAt(page, 'reasons', size)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByRole('tab', { name: '事实记录' }).click()
    await lookAt(page, 'facts', size)
    await page.context().close()
  })

  it('the scheme and its rules', async () => {
    const page = await as('appraiser', viewport)
    await page.goto('/schemes')
    await lookAt(page, 'schemes', size)
    await page.getByRole('link', { name: '任务分解表' }).first().click()
    await page.locator('.criterion').first().waitFor()
    await lookAt(page, 'scheme', size)
    await page.locator('.criterion').filter({ hasText: '视情打分' }).getByRole('button').click()
    await lookAt(page, 'criterion', size)
    await page.context().close()
  })

  it('recording and what is owed', async () => {
    const page = await as('appraiser', viewport)
    const scheme = page.url().replace(/\/scores$/, '')
    await page.goto(`${scheme}/record`)
    await page.getByRole('combobox', { name: '考评内容' }).click()
    await page.getByRole('option').first().waitFor()
    await lookAt(page, 'choosing', size)
    await page.getByRole('option').first().click()
    await page.getByLabel('发生日期').waitFor()
    await lookAt(page, 'record', size)
    await page.getByRole('button', { name: '从日历上选日期' }).click()
    await page.getByRole('dialog', { name: '发生日期' }).waitFor()
    await lookAt(page, 'day', size)
    await page.goto(`${scheme}/owed`)
    await page.getByRole('row').nth(1).waitFor()
    await lookAt(page, 'owed', size)
    await page.context().close()
  })

  it('what the security administrator may look at', async () => {
    const page = await as('security_admin', viewport)
    await page.getByText('由系统管理员办理').waitFor()
    expect(await page.getByRole('button', { name: '新增人员' }).count()).toBe(0)
    expect(await page.getByText('安全管理员').first().isVisible()).toBe(true)
    await lookAt(page, 'watching', size)
    await page.context().close()
  })

  it('people and passwords', async () => {
    const page = await as('system_admin', viewport)
    await lookAt(page, 'people', size)
    await page.getByRole('button', { name: '新增人员' }).click()
    await lookAt(page, 'appointing', size)
    await page.keyboard.press('Escape')
    await page.goto('/password')
    await lookAt(page, 'password', size)
    await page.goto('/nowhere')
    await lookAt(page, 'lost', size)
    await page.context().close()
  })

  it('verification', async () => {
    const page = await as('audit_admin', viewport)
    await lookAt(page, 'verification', size)
    await page.getByRole('button', { name: '开始校验' }).click()
    await page.getByText('末条校验码', { exact: true }).waitFor()
    await lookAt(page, 'verified', size)
    await page.context().close()
  })

  it('importing', async () => {
    const page = await as('scheme_keeper', viewport)
    await page.goto('/schemes')
    await page.getByRole('button', { name: '导入通知' }).first().click()
    await lookAt(page, 'importing', size)
    const notice = { name: 'notice.txt', mimeType: 'text/plain', buffer: Buffer.from(anotherNotice()) }
    await page.locator('input[type=file]').setInputFiles(notice)
    await page.getByText('表格和各列').waitFor()
    await lookAt(page, 'previewed', size)
    await page.getByRole('button', { name: '再导入一个' }).click()
    await page.locator('input[type=file]').setInputFiles({ ...notice, buffer: Buffer.from(noticeWithOddTable()) })
    await page.getByRole('button', { name: '重新识别' }).click()
    await page.getByText('请指明“考评标准”在哪一列').waitFor()
    await lookAt(page, 'mapping', size)
    await page.context().close()
  })

  it('names of offices', async () => {
    const page = await as('scheme_keeper', viewport)
    await page.setViewportSize(DESK)
    await importDraft(page, noticeWithUnknownOffice())
    await page.setViewportSize(viewport)
    await lookAt(page, 'questions', size)
    await openRules(page, '1.2')
    await page.getByText('名录中没有下列责任处室').waitFor()
    await lookAt(page, 'unknown-here', size)
    await page.getByRole('link', { name: '查看全部处室名称' }).click()
    await page.getByRole('heading', { name: /还没有说明/ }).waitFor()
    await lookAt(page, 'office-names', size)
    await page.getByRole('button', { name: '“法规政策处”指哪些处室' }).click()
    await page.getByText('指名录中的这些处室').click()
    await lookAt(page, 'naming', size)
    await page.getByRole('dialog').locator('label').filter({ hasText: '政策法规处' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await lookAt(page, 'named', size)
    await page.getByRole('button', { name: '撤回“法规政策处”的说明' }).click()
    await page.getByText('的说明已经撤回').waitFor()
    await lookAtInEnglish(page, 'office-names', size)
    await page.context().close()
  })

  it('what a revision changes', async () => {
    const page = await as('scheme_keeper', viewport)
    await page.setViewportSize(DESK)
    await importDraft(page, corrected)
    await openRules(page, '1.2')
    const confirm = page.getByRole('region', { name: '系统这样理解' }).getByRole('button', { name: '确认', exact: true })
    if (await confirm.isVisible()) {
      await confirm.click()
      await page.waitForURL(/task=1\.3/)
    }
    await importDraft(page, correctedAgain)
    await page.setViewportSize(viewport)
    await page.getByRole('link', { name: '修订差异' }).click()
    await page.getByRole('heading', { name: '与原方案的差异' }).waitFor()
    await lookAt(page, 'revision', size)
    await lookAtInEnglish(page, 'revision', size)
    await page.goBack()
    await page.getByRole('button', { name: '发布方案' }).click()
    await page.getByText(/不再计分：/).waitFor()
    await page.getByRole('button', { name: '确定发布' }).click()
    await lookAt(page, 'leaving-facts', size)
    await page.context().close()
  })

  it('attaching a supplement', async () => {
    const page = await as('scheme_keeper', viewport)
    await page.setViewportSize(DESK)
    await importDraft(page)
    await page.setViewportSize(viewport)
    await page.getByRole('button', { name: '附补充规定' }).click()
    await lookAt(page, 'supplement', size)
    const file = (text: string) => ({ name: '补充规定.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.locator('input[type=file]').setInputFiles(file(supplementUnfit))
    await page.getByText('有的条目在方案中对不上').waitFor()
    await lookAt(page, 'unmatched', size)
    await page.locator('input[type=file]').setInputFiles(file(supplement))
    await page.getByRole('button', { name: '附上，成为修订草案' }).waitFor()
    await lookAt(page, 'supplemented', size)
    await page.context().close()
  })

  it('settling the rules of a draft', async () => {
    const page = await as('scheme_keeper', viewport)
    await page.setViewportSize(DESK) // the menu hides on a telephone
    await importDraft(page)
    await page.setViewportSize(viewport)
    await lookAt(page, 'draft', size)
    await openRules(page)
    await lookAt(page, 'rules', size)
    await openRules(page, '7.2')
    await page.getByText('临界表').first().click()
    await lookAt(page, 'reading', size)
    await openRules(page, '6.1')
    await page.getByRole('button', { name: '改写' }).click()
    await page.getByLabel('改写为').fill('每缺席一次扣若干分。没有宣传的，扣1分。')
    await page.getByText('改好后才能采用').waitFor()
    await lookAt(page, 'rewriting', size)
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '挂账' }).click()
    await page.getByRole('button', { name: '挂账' }).click()
    await page.getByText('请填写这一项').waitFor()
    await lookAt(page, 'leaving', size)
    await openRules(page, 'others')
    await lookAt(page, 'doubts', size)
    await page.getByRole('link', { name: '任务分解表' }).click()
    await page.getByRole('button', { name: '发布方案' }).click()
    await page.getByRole('button', { name: '确定发布' }).click()
    await lookAt(page, 'publishing', size)
    await page.context().close()
  })
})
