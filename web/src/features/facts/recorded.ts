// What recording a fact did to the score, reading by reading.

import type { Reading, Readings } from '@/api/types'
import type { ReversibleFact } from '@/domain/reversal'
import { pointsMoved } from '@/format/points'

export interface Recorded {
  fact: ReversibleFact
  // Nothing for somebody who may not see scores.
  before: Readings | undefined
  after: Readings | undefined
}

export interface Movement {
  reading: Reading
  before: string | undefined // nothing while 未评
  after: string | undefined
  moved: string
}

export function movements({ before, after }: Pick<Recorded, 'before' | 'after'>): Movement[] {
  if (!before || !after) return []
  const readings: Reading[] = ['confirmed', 'claimed', 'projected']
  return readings.map((reading) => ({
    reading,
    before: before[reading].evaluated ? before[reading].total : undefined,
    after: after[reading].evaluated ? after[reading].total : undefined,
    moved: pointsMoved(before[reading].total, after[reading].total),
  }))
}
