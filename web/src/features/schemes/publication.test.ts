import { describe, expect, it } from 'vitest'

import type { SchemeDetail } from '@/api/types'
import { referenceDetail } from '@/testing'

import { openMatters } from './publication'

const draft = (changes: Partial<SchemeDetail> = {}): SchemeDetail => ({ ...referenceDetail, state: 'draft', ...changes })
const left = { how: 'left', reason: '等市依法治办的规定', by: 'keeper', at: '2017-05-04T01:00:00Z' } as const

describe('openMatters', () => {
  it('names what is pending by its words, and asks why it is published all the same', () => {
    const { pending, needsReason, unsettled } = openMatters(draft())
    expect(pending).toHaveLength(1)
    expect(pending[0]).toMatchObject({ task: '6.1', title: expect.stringMatching(/^大力宣传.*权益$/) })
    expect(needsReason).toBe(true)
    expect(unsettled).toBe(23)
  })

  it('asks no second reason where whoever left it undecided gave one', () => {
    const { pending, needsReason, unsettled } = openMatters(draft({ settlements: { '6.1': left } }))
    expect(pending[0]?.left).toBe(left)
    expect(needsReason).toBe(false)
    expect(unsettled).toBe(23)
  })

  it('asks one for what is pending of the document as a whole', () => {
    const detail = draft({ settlements: { '6.1': left }, pending: [...referenceDetail.pending, { why: '没有写明基准分' }] })
    expect(openMatters(detail).pending[1]).toEqual({ title: '', why: '没有写明基准分' })
    expect(openMatters(detail).needsReason).toBe(true)
  })

  it('lists the warnings nobody has confirmed, no mere notes, and none about what doesn’t count', () => {
    expect(openMatters(draft()).doubts.map(({ task }) => task)).toEqual(['7.2'])
    expect(openMatters(draft({ pending: [] })).doubts.map(({ task }) => task)).toEqual(['6.1', '6.1', '7.2'])
    const findings = draft().findings.map((finding) => ({ ...finding, confirmed: { by: 'keeper', at: left.at } }))
    expect(openMatters(draft({ findings })).doubts).toEqual([])
  })
})
