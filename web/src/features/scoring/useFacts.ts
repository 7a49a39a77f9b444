// The facts on record for a unit, newest first.

import { computed, ref } from 'vue'

import type { FactStatus } from '@/api/types'
import { useLoad } from '@/composables/useLoad'
import { allFacts } from '@/domain/allFacts'
import { reversalStates } from '@/domain/reversal'

const SHOWN = 50

export function useFacts(scheme: () => string, unit: () => string) {
  const { data, ...load } = useLoad(async () => (await allFacts(scheme(), unit())).reverse())
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
