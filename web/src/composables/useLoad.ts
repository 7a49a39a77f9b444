// Something the page needs from the server: loading, there, or refused with a sentence.

import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'

import { sentenceOf } from './sentenceOf'

export interface Load<T> {
  data: ShallowRef<T | undefined>
  error: Ref<string>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

// An answer that was overtaken by a later question is dropped.
export function useLoad<T>(ask: () => Promise<T>): Load<T> {
  const data = shallowRef<T>()
  const error = ref('')
  const loading = ref(false)
  let latest = 0

  async function reload(): Promise<void> {
    const mine = ++latest
    loading.value = true
    error.value = ''
    try {
      const answer = await ask()
      if (mine === latest) data.value = answer
    } catch (reason) {
      if (mine === latest) error.value = sentenceOf(reason)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  return { data, error, loading, reload }
}
