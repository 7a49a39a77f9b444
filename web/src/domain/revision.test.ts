import { describe, expect, it } from 'vitest'

import type { CarriedSettlement, Change, SchemeDiff } from '@/api/types'

import { carriedGroups, isSame, pairOf, tallies } from './revision'

const none = { added: 0, removed: 0, changed: 0, moved: 0 }
const diff: SchemeDiff = {
  format: 'scheme-diff/1',
  counts: { head: 0, sections: none, tasks: { ...none, removed: 1, changed: 2 }, rules: { ...none, added: 3 } },
  head: [],
  sections: [],
}
const change = (changes: Partial<Change>): Change => ({ change: 'changed', about: 'content', text: '', text_en: '', ...changes })

describe('what differs', () => {
  it('is counted by kind', () => {
    expect(tallies(diff)).toEqual([
      { of: 'tasks', change: 'removed', n: 1 },
      { of: 'tasks', change: 'changed', n: 2 },
      { of: 'rules', change: 'added', n: 3 },
    ])
    expect(isSame(diff)).toBe(true)
    expect(isSame({ ...diff, head: [change({})] })).toBe(false)
  })

  it('is set one above the other where the words are long', () => {
    const long = { before: '党组中心组集中学法不少于2次', after: '党组中心组集中学法不少于3次' }
    expect(pairOf(change(long))).toEqual({ about: 'content', ...long })
    expect(pairOf(change({ before: '2分', after: '3分' }))).toBeUndefined()
    expect(pairOf(change({ before: long.before, change: 'removed' }))).toBeUndefined()
    expect(pairOf(change({ ...long, about: 'role' }))).toBeUndefined()
  })
})

describe('what was taken over', () => {
  it('stands by the scheme that it comes from', () => {
    const one = (task: string, scheme: string): CarriedSettlement => ({
      task, scheme, words: '', how: 'confirmed', title: `方案${scheme}`, year: 2016, by: 'keeper', at: '2017-05-04T01:00:00Z',
    })
    const groups = carriedGroups([one('1.1', 'a'), one('1.2', 'b'), one('2.1', 'a')])
    expect(groups.map(({ scheme, items }) => [scheme, items.map(({ task }) => task)])).toEqual([
      ['a', ['1.1', '2.1']],
      ['b', ['1.2']],
    ])
    expect(carriedGroups([])).toEqual([])
  })
})
