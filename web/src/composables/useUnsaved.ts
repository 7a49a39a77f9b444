// Asks before something typed is lost: by going to another page, or by closing this one.

import { onBeforeUnmount, onMounted, ref } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'

export function useUnsaved(isUnsaved: () => boolean) {
  const answer = ref<(leave: boolean) => void>() // there while somebody is asked

  function ask(): Promise<boolean> | true {
    if (!isUnsaved()) return true
    return new Promise<boolean>((resolve) => (answer.value = resolve)).finally(() => (answer.value = undefined))
  }

  function closing(event: BeforeUnloadEvent): void {
    if (isUnsaved()) event.preventDefault()
  }

  onBeforeRouteLeave(ask)
  onBeforeRouteUpdate(ask)
  onMounted(() => window.addEventListener('beforeunload', closing))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', closing))
  return { answer }
}
