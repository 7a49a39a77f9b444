// Settling one criterion after the other: after a confirmation comes the next that is left, with a
// word on what was done and the way back.

import { computed, ref, type ComputedRef } from 'vue'

import type { SettlementForm } from '@/api/types'
import { nextUnsettled, type ReviewItem } from '@/domain/review'

import type { useReview } from './useReview'

interface Done {
  item: ReviewItem
  tag: string | undefined // of the criterion once confirmed: what to take it back with
  shownAt: string // the item at which it is said; gone once one goes on
}

export function useSettling(
  { settle: send, tag }: ReturnType<typeof useReview>,
  items: ComputedRef<ReviewItem[]>,
  selected: ComputedRef<string>,
  go: (key: string) => Promise<void>,
) {
  const last = ref<Done>()
  const done = computed(() => (last.value?.shownAt === selected.value ? last.value.item : undefined))

  async function settle(form: SettlementForm): Promise<boolean> {
    const item = items.value.find(({ key }) => key === selected.value)
    if (!item || !(await send(item.key, form, tag.value))) return false
    last.value = undefined
    if (form.how !== 'confirmed' || selected.value !== item.key) return true
    const next = nextUnsettled(items.value, item.key) ?? item.key
    last.value = { item, tag: tag.value, shownAt: next }
    await go(next)
    return true
  }

  async function undo(): Promise<void> {
    if (!last.value) return
    const { item, tag: settled } = last.value
    if (!(await send(item.key, { how: 'reopened' }, settled))) return
    last.value = undefined
    await go(item.key)
  }

  return { done, settle, undo }
}
