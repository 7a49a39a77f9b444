// Which way the paper lies while a page is shown. The named page stands in styles/print.css: a style
// sheet made here would be refused by the policy that the server sends.

import { onBeforeUnmount, onMounted } from 'vue'

const LANDSCAPE = 'kp-landscape'

export function useLandscape(): void {
  onMounted(() => document.documentElement.classList.add(LANDSCAPE))
  onBeforeUnmount(() => document.documentElement.classList.remove(LANDSCAPE))
}

export function print(): void {
  window.print()
}
