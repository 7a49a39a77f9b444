import { describe, expect, it } from 'vitest'

import type { SchemeDetail, Settlement } from '@/api/types'
import { referenceDetail } from '@/testing'

import {
  carriedCount,
  FILTERS,
  identitiesOf,
  isDoubt,
  nextUnsettled,
  otherFindings,
  passes,
  reviewItems,
  settledCount,
  settlementOf,
} from './review'

const settled = (how: Settlement['how']): Settlement => ({ how, by: 'keeper', at: '2017-05-04T01:00:00Z' })
const draft = (changes: Partial<SchemeDetail> = {}): SchemeDetail => ({ ...referenceDetail, state: 'draft', ...changes })
const stateIn = (detail: SchemeDetail, key: string) => reviewItems(detail).find((item) => item.key === key)?.state

describe('carriedCount', () => {
  it('counts what stands as it was settled elsewhere', () => {
    const settlements = { '1.1': { ...settled('confirmed'), carried_from: 's1' }, '1.2': settled('confirmed'), '1.3': { ...settled('reopened'), carried_from: 's1' } }
    expect(carriedCount(draft({ settlements }))).toBe(1)
  })
})

describe('reviewItems', () => {
  it('has every criterion once, and none for a task that shares another’s', () => {
    const keys = reviewItems(draft()).map(({ key }) => key)
    expect(keys).toHaveLength(24)
    expect(keys).toContain('6.1')
    expect(keys).not.toContain('6.2')
  })

  it('says first what a person decided, then what keeps it from counting, then what is doubtful', () => {
    expect(stateIn(draft(), '6.1')).toBe('pending')
    expect(stateIn(draft(), '7.2')).toBe('doubtful')
    expect(stateIn(draft(), '1.1')).toBe('open')
    for (const how of ['confirmed', 'replaced', 'left'] as const) {
      expect(stateIn(draft({ settlements: { '6.1': settled(how) } }), '6.1')).toBe(how)
    }
  })

  it('takes a word that was taken back for none', () => {
    const detail = draft({ settlements: { '1.1': settled('reopened') } })
    expect(stateIn(detail, '1.1')).toBe('open')
    expect(settlementOf(detail, '1.1')).toBeUndefined()
  })

  it('asks for nothing that cannot be settled any more once the scheme is published', () => {
    expect(stateIn(referenceDetail, '6.1')).toBe('left')
    expect(stateIn(referenceDetail, '7.2')).toBe('unsigned')
    expect(nextUnsettled(reviewItems(referenceDetail))).toBeUndefined()
  })

  it('asks for no confirmation of what was left undecided', () => {
    const items = reviewItems(draft({ settlements: { '6.1': settled('left') } }))
    expect(items.filter((item) => passes('doubtful', item)).map(({ key }) => key)).toEqual(['7.2'])
  })

  it('counts the warnings nobody has confirmed', () => {
    const [first, ...others] = draft().findings
    const confirmed = { ...first!, confirmed: { by: 'keeper', at: '2017-05-04T01:00:00Z' } }
    expect(isDoubt(confirmed)).toBe(false)
    const items = reviewItems(draft({ findings: [confirmed, ...others] }))
    expect(items.find(({ key }) => key === '6.1')?.doubts).toBe(1)
    expect(items.filter((item) => passes('doubtful', item)).map(({ key }) => key)).toEqual(['6.1', '7.2'])
  })
})

describe('otherFindings', () => {
  it('are those that no criterion has', () => {
    const detail = draft()
    expect(otherFindings(detail, reviewItems(detail)).map(({ code }) => code)).toEqual(['period-inferred'])
  })

  it('are confirmed once where the same stands in two places', () => {
    const [one] = draft().findings
    expect(identitiesOf([one!, one!])).toEqual([one!.identity])
  })
})

describe('what is left', () => {
  const items = reviewItems(draft({ settlements: { '1.1': settled('confirmed'), '1.2': settled('left') } }))
  const shown = (filter: (typeof FILTERS)[number]) => items.filter((item) => passes(filter, item)).length

  it('is counted, left criteria among the settled', () => {
    expect(settledCount(items)).toBe(2)
    expect(FILTERS.map(shown)).toEqual([24, 22, 2, 1])
  })

  it('comes next below, then from the top, and never the same again', () => {
    expect(nextUnsettled(items)).toBe('1.3')
    expect(nextUnsettled(items, '1.3')).toBe('1.4')
    expect(nextUnsettled(items, '8.3')).toBe('1.3')
    const [last] = items.filter(({ key }) => key === '1.3')
    expect(nextUnsettled([last!], '1.3')).toBeUndefined()
  })
})
