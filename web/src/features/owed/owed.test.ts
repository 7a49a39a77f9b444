import { describe, expect, it } from 'vitest'

import type { Owed } from '@/api/types'

import { byOffice, urgencyOf } from './owed'

const owed = (rule: string, offices: string[], due: string, at_stake?: string): Owed => ({
  rule,
  task: '1.1',
  offices,
  due,
  sentence: rule,
  ...(at_stake && { at_stake }),
})

const items = [
  owed('a', ['组织人事处'], '2017-12-31', '-2'),
  owed('b', ['政策法规处', '办公室'], '2017-12-31', '-1'),
  owed('c', ['政策法规处'], '2017-06-30', '-0.5'),
  owed('d', [], '2017-12-31'),
]

describe('byOffice', () => {
  it('lists every item once, so that the totals of the offices add up', () => {
    const groups = byOffice(items)
    expect(groups.map(({ office }) => office)).toEqual(['组织人事处', '政策法规处', ''])
    expect(groups.flatMap((group) => group.items)).toHaveLength(items.length)
    expect(groups.map(({ total }) => total)).toEqual(['-2', '-1.5', '0'])
  })

  it('puts the nearest deadline first', () => {
    expect(byOffice(items)[1]?.items.map(({ rule }) => rule)).toEqual(['c', 'b'])
  })

  it('counts what has no bound instead of inventing a figure', () => {
    expect(byOffice(items)[2]).toMatchObject({ total: '0', unbounded: 1 })
  })
})

describe('urgencyOf', () => {
  it('tells past, near and later deadlines apart', () => {
    expect(urgencyOf('2017-12-31', '2018-01-01')).toBe('overdue')
    expect(urgencyOf('2017-12-31', '2017-12-31')).toBe('soon')
    expect(urgencyOf('2017-12-31', '2017-12-01')).toBe('soon')
    expect(urgencyOf('2017-12-31', '2017-11-30')).toBe('later')
  })
})
