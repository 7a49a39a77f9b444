// Debian's Chromium, and what every journey does in it.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'

import type { Account, Server } from './server'

export const DESK = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

// A page of its own session. Anything that goes wrong inside it fails the journey, and no request
// may leave the server.
export async function openPage(browser: Browser, server: Server, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: server.url })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.route('**/*', (route) => {
    if (new URL(route.request().url()).origin !== server.url) {
      throw new Error(`the page asked for ${route.request().url()}`)
    }
    return route.continue()
  })
  await page.goto('/')
  return page
}

export async function signIn(page: Page, { name, password }: Account): Promise<void> {
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('button', { name: '退出' }).waitFor()
}

// Follows the menu, as people do.
export async function goTo(page: Page, menu: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: menu }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

// Presses Tab until the focus is there.
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target.toString()}`)
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
}

// What axe finds serious or critical, one line each.
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResult>('axe.run(document)')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
