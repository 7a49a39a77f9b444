import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'

import { goTo, signIn, tabTo } from './browser'
import { importDraft } from './draft'
import { useStage } from './stage'

const stage = useStage()
let page: Page

afterEach(() => page.context().close())

// The data may hold what an earlier run recorded; names of this run are its own.
const run = Date.now() % 1_000_000
const rowOf = (text: string) => page.getByRole('row').filter({ hasText: text })
const dialog = () => page.getByRole('dialog')

async function openCriterion(words: string): Promise<void> {
  await goTo(page, '年度方案')
  const scheme = page.getByRole('link', { name: '2017年度法治建设任务分解表' })
  await scheme.first().click()
  await page.locator('.criterion').filter({ hasText: words }).getByRole('button').click()
  await dialog().waitFor()
}

async function recordAbsence(note: string): Promise<void> {
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  await page.getByLabel('发生日期').fill('2017-06-15')
  await page.keyboard.press('Enter')
  await page.getByLabel('文号或佐证材料').fill('签到表（6月）')
  await page.getByLabel('说明').fill(note)
  await page.getByRole('button', { name: '登记', exact: true }).click()
}

it('goes from the table of the notice to a fact, the moved score and the words behind it', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await recordAbsence('市依治办6月例会')

  await page.getByRole('heading', { name: '已登记' }).waitFor()
  await expect.poll(() => rowOf('含待核实').getByRole('cell').last().textContent()).toBe('扣1分')
  expect(await rowOf('认定').first().getByRole('cell').last().textContent()).toBe('不变')

  await page.getByRole('link', { name: '查看得分和原因' }).click()
  await rowOf('认真对各县').getByRole('button').nth(1).click()
  const words = dialog().locator('mark', { hasText: '有一次缺席会议的扣1分' })
  await words.waitFor()
  expect(await words.textContent()).toBe('有一次缺席会议的扣1分')
  await dialog().getByText('2017年6月15日：').first().waitFor()
  await dialog().getByText('佐证：签到表（6月）').first().waitFor()
})

it('shows the words of the criterion behind 未评 and 0分 too', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  for (const column of [0, 2]) {
    await rowOf('无领导干部插手').getByRole('button').nth(column).click()
    await dialog().getByText('领导干部插手、干预具体案件的有一例扣2分').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  }
  await rowOf('深入推进法治文化建设').getByRole('button').first().click()
  await dialog().getByText('未因地制宜建立本部门（单位）法治文化（宣传）阵地、开展法治文化活动的，扣1分').waitFor()
  expect(await dialog().textContent()).not.toContain('0分')
})

it('takes a fact back by a reversing entry and keeps both', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await recordAbsence(`登错的一次${run}`)
  await page.getByRole('button', { name: '冲销本次登记' }).click()
  await page.getByRole('heading', { name: '已冲销' }).waitFor()
  await page.getByRole('link', { name: '查看得分和原因' }).click()
  await page.getByRole('tab', { name: '事实记录' }).click()
  await rowOf(`登错的一次${run}`).getByText('冲销待核实').waitFor()
  await rowOf('登记有误，当场冲销').first().waitFor()
})

it('lets another person confirm a fact, and not the one who recorded it', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await recordAbsence(`待复核的一次${run}`)
  await page.getByRole('link', { name: '查看得分和原因' }).click()
  await page.getByRole('tab', { name: '事实记录' }).click()
  await rowOf(`待复核的一次${run}`).getByText('本人登记，由他人核实').waitFor()
  await page.context().close()

  page = await stage.open()
  await signIn(page, stage.server.accounts.reviewer)
  await goTo(page, '考核评分')
  await page.getByRole('tab', { name: '事实记录' }).click()
  await rowOf(`待复核的一次${run}`).getByRole('button', { name: '不予认定' }).click()
  for (const said of ['南通市商务局', '缺席会议：每1次，扣1分', '2017年6月15日', '签到表（6月）', `待复核的一次${run}`]) {
    await dialog().getByText(said).first().waitFor()
  }
  await dialog().getByRole('button', { name: '不予认定' }).click()
  await dialog().getByText('请写明不予认定的理由').waitFor()
  await dialog().getByLabel('理由').fill('有请假批件')
  await dialog().getByRole('button', { name: '不予认定' }).click()
  await rowOf(`待复核的一次${run}`).getByText('有请假批件').waitFor()
})

it('shows a rule’s words when the rule is pointed at, and the rule when its words are', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('不及时纠正的，加扣0.5分')
  const rule = dialog().getByRole('listitem').nth(1)
  const words = dialog().locator('mark', { hasText: '不及时纠正的，加扣0.5分' })
  const isActive = (part: typeof rule) => part.evaluate((element) => element.classList.contains('active'))

  await rule.hover()
  expect(await isActive(words)).toBe(true)
  await words.hover()
  expect(await isActive(rule)).toBe(true)
  await dialog().getByRole('listitem').nth(0).focus()
  expect(await isActive(words)).toBe(false)
  await words.focus()
  expect(await isActive(rule)).toBe(true)
})

it('lets the administrator appoint people and nothing else', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.system_admin)
  await page.getByRole('heading', { name: '人员管理' }).waitFor()
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['人员管理'])

  const account = `lianluo${run}`
  await page.getByRole('button', { name: '新增人员' }).click()
  await dialog().getByRole('textbox', { name: '姓名' }).fill('联络员')
  await dialog().getByRole('textbox', { name: '账号' }).fill(account)
  await dialog().getByText('处室联络员').click()
  await dialog().getByRole('button', { name: '建立账号' }).click()
  await dialog().getByText('由所属单位决定，请选择').waitFor()
  await dialog().getByRole('combobox', { name: '单位、处室' }).fill('南通')
  await page.keyboard.press('Enter')
  await dialog().getByRole('combobox', { name: '处室', exact: true }).fill('监察')
  await page.keyboard.press('Enter')
  await dialog().getByRole('button', { name: '建立账号' }).click()
  const password = dialog().locator('code')
  await password.waitFor()
  expect((await password.textContent())?.length).toBeGreaterThanOrEqual(12)
  await dialog().getByRole('button', { name: '已记下' }).click()
  await rowOf(account).getByText('处室联络员').waitFor()
  await rowOf(account).getByText('南通市商务局 纪检组（监察室）').waitFor()

  await rowOf(account).getByRole('button', { name: '调整单位' }).click()
  await dialog().getByRole('combobox', { name: '处室', exact: true }).fill('办公室')
  await page.keyboard.press('Enter')
  await dialog().getByRole('button', { name: '调整单位' }).click()
  await rowOf(account).getByText('南通市商务局 办公室').waitFor()

  await page.goto('/schemes')
  await page.getByRole('heading', { name: '打不开这个页面' }).waitFor()
})

it('records a fact by the keyboard alone', async () => {
  page = await stage.open()
  const { name, password } = stage.server.accounts.appraiser
  await tabTo(page, page.getByLabel('账号'))
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')

  const record = page.getByRole('navigation').getByRole('link', { name: '登记事实' })
  await record.waitFor()
  await tabTo(page, record)
  await page.keyboard.press('Enter')
  const rule = page.getByRole('combobox', { name: '考评内容' })
  await rule.waitFor()
  await tabTo(page, rule)
  await page.keyboard.type('缺席')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').getByText('缺席会议：').waitFor()

  const day = page.getByLabel('发生日期')
  await day.waitFor()
  await tabTo(page, day)
  await page.keyboard.type('2017-09-01')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: '登记', exact: true }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '已登记' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('已登记')
})

it('keeps what was typed when the session ends, and goes on after signing in again', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  await page.getByLabel('发生日期').fill('2017-07-03')
  await page.keyboard.press('Enter')
  await page.getByLabel('说明').fill('写了很久的说明')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await dialog().getByLabel('的密码').fill(stage.server.accounts.appraiser.password)
  await dialog().getByRole('button', { name: '重新登录' }).click()
  await page.getByRole('heading', { name: '已登记' }).waitFor()
})

it('refuses a day outside the period until a note says why', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  await page.getByLabel('发生日期').fill('2018-01-10')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('日期不在考评期内，请写明原因').waitFor()
  await page.getByLabel('说明').fill('补报2017年12月的会议')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '已登记' }).waitFor()
})

it('never takes another day for the one that was typed', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  const day = page.getByLabel('发生日期')
  await day.fill('2017-02-30')
  await page.keyboard.press('Tab')
  await page.getByText('没有“2017-02-30”这一天').waitFor()
  expect(await day.inputValue()).toBe('2017-02-30')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect.poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await dialog().count()).toBe(0)

  await day.fill('2017年3月5日')
  await page.keyboard.press('Tab')
  expect(await day.inputValue()).toBe('2017-03-05')
  await page.getByRole('button', { name: '从日历上选日期' }).click()
  await dialog().getByText('2017 年').waitFor()
  await dialog().getByRole('gridcell', { name: '20', exact: true }).click()
  expect(await day.inputValue()).toBe('2017-03-20')
  await page.getByLabel('说明').fill('从日历上选的日期')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '已登记' }).waitFor()
})

it('shows what was found before anything is kept, and takes what is said of a column', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
  await goTo(page, '年度方案')
  const title = `清河区2015年度第${run}号考评表`
  const text = `${title}\n项目\t摘录\t评分标准\n党建\t每年开会2次\t每少1次扣1分\n党建\t组织学习\t未组织的扣2分\n`
  const file = { name: '表.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
  const unused = dialog().getByText('没有采用“摘录”这一列')
  const choose = async () => {
    await page.getByRole('button', { name: '导入通知' }).first().click()
    await dialog().locator('input[type=file]').setInputFiles(file)
    await unused.waitFor()
    await dialog().getByLabel('“摘录”取作').selectOption({ label: '内容' })
    await unused.waitFor({ state: 'hidden' })
  }
  await choose()
  expect(await dialog().textContent()).toContain('还没有保存')
  await dialog().getByRole('button', { name: '再导入一个' }).click()
  await page.reload()
  await page.getByRole('button', { name: '导入通知' }).first().waitFor()
  expect(await page.getByText(title).count()).toBe(0)

  await choose()
  await dialog().getByRole('button', { name: '导入为草案' }).click()
  await dialog().getByRole('button', { name: '查看方案' }).click()
  await page.getByRole('cell', { name: '每年开会2次', exact: true }).waitFor()
})

it('keeps the questions of an import on the page of the draft, and counts them before publishing', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.scheme_keeper)
  await importDraft(page)
  await page.reload() // they are kept with the draft, not with the page

  await page.getByText(/这份草案有\d+个问题需要确认/).waitFor()
  const asked = page.locator('section').filter({ hasText: '需要您确认的问题' })
  const about = asked.getByRole('listitem').filter({ hasText: '党组专题研究法治工作不少于2次' }).first()
  await about.getByText('没有写谁牵头').waitFor()
  expect(await about.textContent()).toContain('（暂定：政策法规处）')
  expect(await about.textContent()).not.toContain('1.2')

  await page.getByRole('button', { name: '发布方案' }).click()
  await dialog().getByText(/另有\d+个问题还没有确认/).waitFor()
  await dialog().getByRole('listitem').filter({ hasText: '大力宣传促进经济社会发展' }).first().waitFor()
  await dialog().getByRole('button', { name: '查看这些问题' }).click()
  await dialog().waitFor({ state: 'hidden' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('questions')
})

it('says in its own words what a form lacks, below the field', async () => {
  page = await stage.open()
  await page.getByRole('button', { name: '登录' }).click()
  await expect.poll(() => page.getByText('请填写这一项').count()).toBe(2)

  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  await page.getByLabel('发生日期').fill('2017-06-15')
  const amount = page.getByLabel('数量')
  const send = page.getByRole('button', { name: '登记', exact: true })
  await amount.fill('0.5')
  await send.click()
  await page.getByText('请填写整数，如 2').waitFor()
  await amount.fill('99999999999999999')
  await page.getByText('数字太大').waitFor()
  await amount.fill('1')
  await page.getByLabel('说明').fill('长'.repeat(2001))
  await send.click()
  await page.getByText('最多2000字').waitFor()
  expect((await page.getByLabel('说明').inputValue()).length).toBe(2001)

  await page.getByRole('combobox', { name: '考评内容' }).fill('责任制没有建立')
  await page.keyboard.press('Enter')
  await dialog().getByRole('button', { name: '不登记，离开' }).click()
  await send.click()
  const field = page.locator('.el-form-item', { has: page.getByRole('radiogroup', { name: '是否已落实' }) })
  const edges = (part: 'radiogroup' | 'error') =>
    (part === 'error' ? field.locator('.el-form-item__error') : field.getByRole(part)).evaluate((element) => element.getBoundingClientRect())
  expect((await edges('error')).top).toBeGreaterThanOrEqual((await edges('radiogroup')).bottom)
})

it('asks before what was typed is lost, and not once it is recorded', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('有一次缺席会议的扣1分')
  await dialog().getByRole('listitem').filter({ hasText: '缺席' }).getByRole('link', { name: '登记事实' }).click()
  await page.getByLabel('发生日期').fill('2017-06-15')
  await page.getByLabel('说明').fill('写了一半')
  await page.getByRole('navigation').getByRole('link', { name: '待办清单' }).click()
  await dialog().getByRole('button', { name: '继续填写' }).click()
  await dialog().waitFor({ state: 'hidden' })
  expect(await page.getByLabel('说明').inputValue()).toBe('写了一半')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '已登记' }).waitFor()
  await goTo(page, '待办清单')
  await page.getByRole('heading', { name: '待办清单：还差什么' }).waitFor()
})

it('offers no recording where none is possible, and says what waits to be confirmed', async () => {
  page = await stage.open()
  await signIn(page, stage.server.accounts.appraiser)
  await openCriterion('视情打分')
  await dialog().getByText('视情打分').first().waitFor()
  expect(await dialog().getByRole('link', { name: '登记事实' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'hidden' })

  await goTo(page, '登记事实')
  await page.getByRole('combobox', { name: '考评内容' }).fill('未因地制宜建立')
  await page.keyboard.press('Enter')
  await page.getByText('未落实（按本条计分）').waitFor()
  await page.getByText('已落实', { exact: true }).click()
  await page.getByLabel('发生日期').fill('2017-06-15')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '已登记' }).waitFor()
  await goTo(page, '待办清单')
  await rowOf('未因地制宜建立').getByText(/已有\d+条待核实/).waitFor()
  expect(await rowOf('还没有评定').getByRole('link', { name: '去登记' }).count()).toBe(0)
})
