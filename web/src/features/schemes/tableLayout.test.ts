import { describe, expect, it } from 'vitest'

import type { Scheme, Task } from '@/api/types'
import { referenceDetail } from '@/testing'

import { layoutTable } from './tableLayout'

const shared = (key: string, home: string): Task => ({ key, content: key, criterion: { same_as: home } })
const own = (key: string): Task => ({
  key,
  content: key,
  criterion: { text: key, rules: [], limits: [], policies: [], links: [] },
})

function spans(tasks: Task[]): number[] {
  const scheme: Scheme = {
    ...referenceDetail.scheme,
    sections: [{ key: '1', title: '项', kind: 'ordinary', tasks }],
  }
  return layoutTable(scheme)[0]?.rows.map((row) => row.criterionRows) ?? []
}

describe('layoutTable', () => {
  it('lays the reference notice out in its eight sections', () => {
    const groups = layoutTable(referenceDetail.scheme)
    expect(groups.map((group) => group.rows.length)).toEqual([4, 3, 4, 3, 2, 3, 0, 0])
    expect(groups.map((group) => group.paragraphs.length)).toEqual([0, 0, 0, 0, 0, 0, 4, 3])
  })

  it('spans a criterion over the rows that share it', () => {
    const individual = layoutTable(referenceDetail.scheme)[5]
    expect(individual?.rows.map((row) => row.criterionRows)).toEqual([3, 0, 0])
  })

  it('starts anew where another criterion follows', () => {
    expect(spans([own('1.1'), shared('1.2', '1.1'), own('1.3'), shared('1.4', '1.3')])).toEqual([2, 0, 2, 0])
  })

  it('gives a shared criterion a cell of its own where its home is not directly above', () => {
    expect(spans([own('1.1'), own('1.2'), shared('1.3', '1.1')])).toEqual([1, 1, 1])
  })

  it('covers every row of a section exactly once', () => {
    const rows = spans([shared('1.1', '9.9'), own('1.2'), shared('1.3', '1.2'), shared('1.4', '1.1')])
    expect(rows.reduce((sum, span) => sum + span, 0)).toBe(4)
  })
})
