import { describe, expect, it } from 'vitest'

import type { SupplementOutcome } from '@/api/types'
import { referenceDetail } from '@/testing'

import { completedRows, untakenWords } from './supplement'

const outcome = { is_new: true, tasks: ['6.2', '1.2'], untaken: [{ task: '1.2', what: 'offices', says: ['甲处', '乙处'] }] } as SupplementOutcome

describe('the rows that a supplement completes', () => {
  it('stand by their words, with the criterion that they had, shared ones too', () => {
    const [shared, own] = completedRows(outcome, referenceDetail)
    expect(shared?.title).toMatch(/^规范商务行政权力事项/)
    expect(shared?.was).toMatch(/视情打分/)
    expect(own).toMatchObject({ task: '1.2', title: '党组专题研究法治工作不少于2次' })
  })

  it('are told with the other offices that they name', () => {
    expect(untakenWords(outcome, referenceDetail)).toEqual([
      { title: '党组专题研究法治工作不少于2次', what: 'offices', says: '甲处、乙处' },
    ])
  })

  it('are none where the scheme has all of it', () => {
    expect(completedRows({ ...outcome, tasks: [] }, referenceDetail)).toEqual([])
  })
})
