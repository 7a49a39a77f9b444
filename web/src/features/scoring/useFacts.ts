// The facts on record for a unit, page by page, and what was taken back among them.

import { computed, ref, shallowRef } from 'vue'

import { listFacts } from '@/api/endpoints'
import type { FactRecord } from '@/api/types'
import { sentenceOf } from '@/composables/sentenceOf'

const PAGE = 50

export function useFacts(scheme: () => string, unit: () => string) {
  const items = shallowRef<FactRecord[]>()
  const next = ref<string>()
  const error = ref('')
  const loading = ref(false)
  let latest = 0
  // The ids of facts that a later one takes back.
  const reversed = computed(() => new Set(items.value?.flatMap(({ reverses }) => reverses ?? [])))

  async function load(cursor?: string): Promise<void> {
    const mine = ++latest
    loading.value = true
    error.value = ''
    try {
      const page = await listFacts(scheme(), { unit: unit(), limit: PAGE, ...(cursor && { cursor }) })
      if (mine !== latest) return
      items.value = cursor ? [...(items.value ?? []), ...page.items] : page.items
      next.value = page.next
    } catch (reason) {
      if (mine === latest) error.value = sentenceOf(reason)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  return { items, next, error, loading, reversed, load }
}
