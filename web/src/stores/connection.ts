// Whether the server answers. Once it does not, asks again every few seconds until it does.

import { defineStore } from 'pinia'
import { ref } from 'vue'

const EVERY_MS = 4000

export const useConnection = defineStore('connection', () => {
  const lost = ref(false)

  async function ask(): Promise<void> {
    try {
      if ((await fetch('/healthz', { cache: 'no-store' })).ok) {
        lost.value = false
        return
      }
    } catch {
      // Still no answer.
    }
    setTimeout(() => void ask(), EVERY_MS)
  }

  function report(): void {
    if (lost.value) return
    lost.value = true
    setTimeout(() => void ask(), EVERY_MS)
  }

  return { lost, report }
})
