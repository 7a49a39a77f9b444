// The facts on record for a unit, newest first.

import { computed, ref } from 'vue'

import { listFacts } from '@/api/endpoints'
import type { FactRecord, FactStatus } from '@/api/types'
import { useLoad } from '@/composables/useLoad'
import { reversalStates } from '@/domain/reversal'

const PAGE = 1000
const SHOWN = 50

// All of them: the server lists them in the order of recording, and the newest come last.
export async function allFacts(scheme: string, unit: string): Promise<FactRecord[]> {
  const facts: FactRecord[] = []
  let cursor: string | undefined
  do {
    const page = await listFacts(scheme, { unit, limit: PAGE, cursor })
    facts.push(...page.items)
    cursor = page.next
  } while (cursor)
  return facts.reverse()
}

export function useFacts(scheme: () => string, unit: () => string) {
  const { data, ...load } = useLoad(() => allFacts(scheme(), unit()))
  const status = ref<FactStatus | ''>('')
  const shown = ref(SHOWN)

  const reversals = computed(() => reversalStates(data.value ?? []))
  const matching = computed(() =>
    data.value?.filter(({ status: own }) => !status.value || own === status.value),
  )
  const items = computed(() => matching.value?.slice(0, shown.value))
  const hasMore = computed(() => (matching.value?.length ?? 0) > shown.value)
  const showMore = () => (shown.value += SHOWN)

  return { ...load, all: data, items, status, reversals, hasMore, showMore }
}
