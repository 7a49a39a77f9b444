// What typed sentences or rules would mean, asked as they are typed: once the typing pauses.

import { computed, onScopeDispose, watch } from 'vue'

import type { ReadingTrial, TriedReading } from '@/api/types'
import { useLoad } from '@/composables/useLoad'

const PAUSE_MS = 400

// `trial` is what is typed; nothing while there is nothing to ask about.
export function useTrial(trial: () => ReadingTrial | undefined, ask: (trial: ReadingTrial) => Promise<TriedReading>) {
  const typed = computed(() => JSON.stringify(trial()))
  const { data, error, loading, ...load } = useLoad(async () => {
    const asked = trial() as ReadingTrial
    const about = typed.value
    return { about, asked, reading: await ask(asked) }
  })
  const reload = async () => {
    if (typed.value) await load.reload()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(typed, (text) => {
    clearTimeout(timer)
    if (text) timer = setTimeout(() => void reload(), PAUSE_MS)
  })
  void reload()
  onScopeDispose(() => clearTimeout(timer))

  // Whether the answer is about what stands there now.
  const isCurrent = computed(() => data.value !== undefined && data.value.about === typed.value && !loading.value && !error.value)
  return { data, error, loading, isCurrent, reload }
}
