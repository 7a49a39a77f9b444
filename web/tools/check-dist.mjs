// Looks through what was built: it must fit an office without internet and a browser of Chromium's
// generation 85, and be small before the first click.

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parse } from 'espree'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const LIMIT_KB = 400
const problems = []

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

// Addresses that are names and not places: nothing is loaded from them.
const NAMES = ['http://www.w3.org/', 'https://vuejs.org/error-reference/', 'https://element-plus.org']

for (const file of files) {
  const name = relative(dist, file)
  const text = readFileSync(file, 'utf8')
  if (/\.(js|css|html)$/.test(name)) {
    for (const [address] of text.matchAll(/\bhttps?:\/\/[^\s"'`)<>\\]+/g)) {
      if (!NAMES.some((known) => address.startsWith(known))) problems.push(`${name} names ${address}`)
    }
    for (const [, address] of text.matchAll(/(?:src|href)="(\/\/[^"]+)"|url\((\/\/[^)]+)\)/g)) {
      problems.push(`${name} loads ${address}`)
    }
  }
  if (name.endsWith('.js')) {
    try {
      parse(text, { ecmaVersion: 2021, sourceType: 'module' })
    } catch (error) {
      problems.push(`${name} has syntax newer than Chromium 85: ${error.message}`)
    }
  }
}

// What the sign-in page and the first page behind it load: everything but later pages.
const html = readFileSync(join(dist, 'index.html'), 'utf8')
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name)
const size = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0)
const kilobytes = Math.round(size / 1024)
if (kilobytes > LIMIT_KB) problems.push(`${kilobytes} kB before the first click; the limit is ${LIMIT_KB}`)

for (const problem of problems) console.error(problem)
if (problems.length) process.exit(1)
console.log(`dist: ${files.length} files, ${kilobytes} kB gzip before the first click`)
