// The server under test: the one at KAOPING_URL, with KAOPING_ACCOUNTS = {"appraiser": {"name",
// "password"}, …} by role; or the executable KAOPING_BIN, started here with its demonstration data.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Role = 'system_admin' | 'security_admin' | 'audit_admin' | 'scheme_keeper' | 'appraiser' | 'reviewer'

export interface Account {
  name: string
  password: string
}

export interface Server {
  url: string
  accounts: Record<Role, Account>
  stop: () => Promise<void>
}

const TITLES: Record<Role, string> = {
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
  scheme_keeper: '方案管理员',
  appraiser: '考评员',
  reviewer: '复核员',
}

export async function startServer(): Promise<Server> {
  const url = process.env['KAOPING_URL']
  if (url) {
    const accounts = JSON.parse(process.env['KAOPING_ACCOUNTS'] ?? '{}') as Record<Role, Account>
    return { url: url.replace(/\/$/, ''), accounts, stop: () => Promise.resolve() }
  }
  const executable = process.env['KAOPING_BIN']
  if (!executable) {
    throw new Error('say KAOPING_BIN=…/kaoping, or KAOPING_URL and KAOPING_ACCOUNTS: see web/e2e/server.ts')
  }
  return startDemo(executable)
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => {
        resolve(port)
      })
    })
  })
}

async function startDemo(executable: string): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), 'kaoping-e2e-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const child = spawn(executable, ['demo', '--data', data, '--listen', url.slice('http://'.length)])
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  child.stderr.on('data', (text: Buffer) => (output += text.toString()))
  const stop = async () => {
    await end(child)
    await rm(data, { recursive: true, force: true })
  }
  try {
    await untilReady(url, child, () => output)
    return { url, accounts: accountsIn(output), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`)
    try {
      if ((await fetch(`${url}/readyz`)).ok) return
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not get ready in 30 s:\n${output()}`)
}

// The line that names a role carries its account and password, or the line below it does.
export function accountsIn(output: string): Record<Role, Account> {
  const accounts: Partial<Record<Role, Account>> = {}
  const lines = output.split('\n')
  const plainWords = (line = '') => line.split(/\s+/).filter((word) => /^[\x21-\x7e]+$/.test(word))
  for (const [role, title] of Object.entries(TITLES) as [Role, string][]) {
    const at = lines.findIndex((line) => line.includes(title))
    const here = plainWords(lines[at])
    const [name, password] = here.length >= 2 ? here : plainWords(lines[at + 1])
    if (!name || !password) throw new Error(`no account for ${title} in the output:\n${output}`)
    accounts[role] = { name, password }
  }
  return accounts as Record<Role, Account>
}
