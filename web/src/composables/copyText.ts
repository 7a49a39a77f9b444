// Puts a text on the clipboard. Over plain HTTP, as within an office network, browsers offer only
// the older way. Whether it worked.
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Not permitted: try the older way.
    }
  }
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // Beside the button pressed, so that a dialog's focus trap lets it have the focus.
  ;(document.activeElement?.parentElement ?? document.body).append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
