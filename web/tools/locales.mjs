// Checks the texts of the pages: every language has the same keys, sorted; every key that the
// sources name exists; no key lies idle.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src', import.meta.url))
const languages = ['zh-CN', 'en']

function flatten(node, prefix = '') {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flatten(value, `${prefix}${key}.`),
  )
}

function isSorted(node) {
  const keys = Object.keys(node)
  return (
    keys.every((key, i) => i === 0 || keys[i - 1] < key) &&
    Object.values(node).every((value) => typeof value === 'string' || isSorted(value))
  )
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return files(path)
    return /\.(vue|ts)$/.test(path) && !/\.(test|gen)\.ts$/.test(path) ? [path] : []
  })
}

const problems = []
const texts = languages.map((language) =>
  JSON.parse(readFileSync(join(source, 'locales', `${language}.json`), 'utf8')),
)
const [first, ...others] = texts.map((text) => new Set(flatten(text)))
texts.forEach((text, i) => {
  if (!isSorted(text)) problems.push(`locales/${languages[i]}.json: its keys are not sorted`)
})
others.forEach((keys, i) => {
  for (const key of first) if (!keys.has(key)) problems.push(`${languages[i + 1]}: ${key} is missing`)
  for (const key of keys) if (!first.has(key)) problems.push(`${languages[0]}: ${key} is missing`)
})

// Keys are written out in t('…'), or made from a literal head: t(`status.${x}`).
const used = new Set()
const heads = new Set()
for (const file of files(source)) {
  const code = readFileSync(file, 'utf8')
  for (const [, key] of code.matchAll(/\bt\(\s*'([^']+)'/g)) {
    used.add(key)
    if (!first.has(key)) problems.push(`${file.slice(source.length + 1)}: ${key} is in no language`)
  }
  for (const [, key] of code.matchAll(/'([a-z]+(?:\.[A-Za-z_]+)+)'/g)) used.add(key)
  for (const [, head] of code.matchAll(/`([a-z]+\.[A-Za-z_.]*)\$\{/g)) heads.add(head)
}
for (const key of first) {
  if (!used.has(key) && ![...heads].some((head) => key.startsWith(head))) {
    problems.push(`${key} is used nowhere`)
  }
}

for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
