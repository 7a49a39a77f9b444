import { describe, expect, it, vi } from 'vitest'
import { computed, ref } from 'vue'

import type { SettlementForm } from '@/api/types'
import { reviewItems } from '@/domain/review'
import { referenceDetail } from '@/testing'

import type { useReview } from './useReview'
import { useSettling } from './useSettling'

// A server that keeps a settlement unless it is to refuse, and hands out another tag each time.
function at(task: string, willing = true) {
  const settlements = ref(referenceDetail.settlements)
  const selected = ref(task)
  const tag = ref('"0"')
  const sent: [string, SettlementForm['how'], string | undefined][] = []
  const settle = vi.fn((about: string, { how }: SettlementForm, seen: string | undefined) => {
    sent.push([about, how, seen])
    if (willing) {
      settlements.value = { ...settlements.value, [about]: { how, by: 'keeper', at: '2017-05-04T01:00:00Z' } }
      tag.value = `"${sent.length}"`
    }
    return Promise.resolve(willing)
  })
  const items = computed(() => reviewItems({ ...referenceDetail, state: 'draft', settlements: settlements.value }))
  const go = (key: string) => {
    selected.value = key
    return Promise.resolve()
  }
  const review = { settle, tag } as unknown as ReturnType<typeof useReview>
  return { sent, selected, ...useSettling(review, items, computed(() => selected.value), go) }
}

describe('useSettling', () => {
  it('goes on to the next that is left once one is confirmed, and says which that was', async () => {
    const { settle, selected, done } = at('1.1')
    expect(await settle({ how: 'confirmed' })).toBe(true)
    expect(selected.value).toBe('1.2')
    expect(done.value?.key).toBe('1.1')
    selected.value = '1.3'
    expect(done.value).toBeUndefined()
  })

  it('takes it back with the tag that confirming gave, and returns to it', async () => {
    const { settle, undo, selected, sent, done } = at('1.1')
    await settle({ how: 'confirmed' })
    await undo()
    expect(sent).toEqual([['1.1', 'confirmed', '"0"'], ['1.1', 'reopened', '"1"']])
    expect(selected.value).toBe('1.1')
    expect(done.value).toBeUndefined()
  })

  it('stays where something else was decided, or nothing', async () => {
    const left = at('1.1')
    await left.settle({ how: 'left', reason: '等上级明确' })
    expect(left.selected.value).toBe('1.1')
    const refused = at('1.1', false)
    expect(await refused.settle({ how: 'confirmed' })).toBe(false)
    expect(refused.selected.value).toBe('1.1')
    expect(refused.done.value).toBeUndefined()
  })
})
