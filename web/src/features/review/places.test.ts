import { describe, expect, it } from 'vitest'

import { OTHERS, reviewItems } from '@/domain/review'
import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import { beginning, grouped, placeNamed, tasksOf } from './places'

const index = indexScheme(referenceDetail.scheme)
const items = reviewItems({ ...referenceDetail, state: 'draft' })

describe('a place in the review', () => {
  it('is that of the criterion, also where a task shares another’s', () => {
    expect(placeNamed('1.2', index)).toBe('1.2')
    expect(placeNamed('6.3', index)).toBe('6.1')
    expect(placeNamed(OTHERS, index)).toBe(OTHERS)
  })

  it('is none where there is no such task, or the scheme is not here yet', () => {
    expect(placeNamed('9.9', index)).toBe('')
    expect(placeNamed('1.2', undefined)).toBe('')
  })

  it('is that of all tasks that share the criterion', () => {
    expect(tasksOf('1.2', index)).toEqual(['1.2'])
    expect(tasksOf('6.1', index)).toContain('6.3')
    expect(tasksOf('', index)).toEqual([])
  })

  it('begins at the first that is left', () => {
    expect(beginning(items)).toBe('1.1')
    expect(beginning(items.map((item) => ({ ...item, state: 'confirmed' as const })))).toBe('1.1')
    expect(beginning([])).toBe(OTHERS)
  })
})

describe('grouped', () => {
  it('keeps the sections and leaves out those of which nothing shows', () => {
    expect(grouped(items)).toHaveLength(8)
    expect(grouped(items.filter(({ doubts }) => doubts > 0)).map(({ section }) => section.key)).toEqual(['6', '7'])
  })
})
