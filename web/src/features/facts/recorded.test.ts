import { describe, expect, it } from 'vitest'

import type { Readings, Scorecard } from '@/api/types'

import { movements } from './recorded'

const card = (total: string, evaluated = true) => ({ total, evaluated }) as Scorecard
const readings = (confirmed: Scorecard, claimed: Scorecard, projected: Scorecard): Readings => ({
  confirmed,
  claimed,
  projected,
})

describe('movements', () => {
  it('shows what was not evaluated as nothing, and how far each reading moved', () => {
    const moved = movements({
      before: readings(card('0', false), card('0', false), card('-17.5')),
      after: readings(card('0', false), card('-0.5'), card('-17')),
    })
    expect(moved.map(({ before, after, moved: by }) => [before, after, by])).toEqual([
      [undefined, undefined, '0'],
      [undefined, '-0.5', '-0.5'],
      ['-17.5', '-17', '0.5'],
    ])
  })
})
