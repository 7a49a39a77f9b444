import { describe, expect, it } from 'vitest'

import type { SeenTable } from '@/api/types'

import { columnsOf, isEnough, largest, rolesOf } from './tableColumns'

const table: SeenTable = {
  number: 1,
  rows: 3,
  width: 3,
  taken: false,
  columns: [{ number: 2, heading: '工作内容', role: 'content', confidence: 80 }],
  sample: [
    ['甲栏', '工作内容', '丙栏'],
    ['党建', '开会', ''],
    ['党建', '学习', '少一次扣1分'],
  ],
}

describe('the columns of a table', () => {
  it('are all there, with what stands below their headings', () => {
    const columns = columnsOf(table)
    expect(columns.map(({ number, role, isUnsure }) => [number, role, isUnsure])).toEqual([
      [1, 'unknown', true],
      [2, 'content', false],
      [3, 'unknown', true],
    ])
    expect(columns.map(({ sample }) => sample)).toEqual([['甲栏', '党建'], ['开会', '学习'], ['丙栏', '少一次扣1分']])
  })

  it('are what a person says, above what was guessed', () => {
    const columns = columnsOf(table, { 2: 'ignored', 3: 'criterion' })
    expect(columns.map(({ role, confidence }) => [role, confidence])).toEqual([['unknown', 0], ['ignored', 100], ['criterion', 100]])
    expect(rolesOf(columns)).toEqual({ 2: 'ignored', 3: 'criterion' })
  })

  it('must have criteria, of their own or in the contents', () => {
    expect(isEnough(columnsOf(table))).toBe(true)
    expect(isEnough(columnsOf(table, { 2: 'office' }))).toBe(false)
    expect(isEnough(columnsOf(table, { 2: 'office', 3: 'criterion' }))).toBe(true)
  })
})

describe('the table to begin with', () => {
  it('is the one with most cells', () => {
    expect(largest([{ ...table, number: 1, rows: 9, width: 2 }, { ...table, number: 2, rows: 4, width: 6 }])).toBe(2)
    expect(largest([])).toBe(0)
  })
})
