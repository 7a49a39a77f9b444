// The scheme that the address names, loaded once for all its pages; again for one that is about what
// other people change in it.

import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'

import { useLoad } from '@/composables/useLoad'
import { useWorkplace } from '@/stores/workplace'

export function useScheme(again = false) {
  const route = useRoute()
  const workplace = useWorkplace()
  const id = computed(() => String(route.params['scheme'] ?? ''))
  const { error, loading, reload } = useLoad(() => workplace.open(id.value, again))
  const detail = computed(() => (workplace.detail?.id === id.value ? workplace.detail : undefined))
  const index = computed(() => (detail.value ? workplace.index : undefined))
  watch(id, (value) => value && reload(), { immediate: true })
  return { id, detail, index, error, loading, reload }
}
