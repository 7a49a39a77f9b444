import { describe, expect, it } from 'vitest'

import type { FactRecord, Owed } from '@/api/types'
import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import { byOffice, claimsByRule, urgencyOf } from './owed'

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

describe('claimsByRule', () => {
  const index = indexScheme(referenceDetail.scheme)
  const fact = (id: string, rule: string, more: Partial<FactRecord> = {}) =>
    ({ id, rule, status: 'claimed', ...more }) as FactRecord

  it('counts what waits to be confirmed, by whichever name the rule was recorded', () => {
    const claims = claimsByRule([fact('f1', '1.1.1'), fact('f2', 'r-1.1.1'), fact('f3', '1.2.1')], index)
    expect([...claims]).toEqual([['1.1.1', 2], ['1.2.1', 1]])
  })

  it('leaves out what was decided, takes back or is taken back', () => {
    const facts = [
      fact('f1', '1.1.1', { status: 'confirmed' }),
      fact('f2', '1.2.1'),
      fact('f3', '1.2.1', { reverses: 'f2' }),
      fact('f4', '1.3.1', { status: 'rejected' }),
    ]
    expect(claimsByRule(facts, index).size).toBe(0)
  })
})
