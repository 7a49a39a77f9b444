// The names of offices of a scheme that somebody has to say the meaning of, and the one that is
// being answered.

import { computed, ref, watch, type Ref } from 'vue'

import { listOfficeNames } from '@/api/endpoints'
import type { OfficeNames } from '@/api/types'
import { useLoad } from '@/composables/useLoad'
import { useWorkplace } from '@/stores/workplace'

import { findName } from './officeNames'

// Nothing is asked for while `wanted` is false.
export function useOfficeNames(scheme: Ref<string>, wanted: Ref<boolean> = ref(true)) {
  const workplace = useWorkplace()
  const { data, error, loading, reload } = useLoad(async () => {
    const id = scheme.value
    return { id, names: await listOfficeNames(id) }
  })
  const names = computed(() => (data.value?.id === scheme.value ? data.value.names : undefined))
  const chosen = ref('')
  const asked = computed(() => (names.value && chosen.value ? findName(names.value, chosen.value) : undefined))

  watch([scheme, wanted], ([id, is]) => id && is && reload(), { immediate: true })

  // The questions that the answer settles go from every page at once.
  async function answered(now: OfficeNames): Promise<void> {
    chosen.value = ''
    if (data.value) data.value = { ...data.value, names: now }
    await workplace.refresh()
  }

  return { names, error, loading, reload, chosen, asked, answered }
}
