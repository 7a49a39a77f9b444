// Prints the page on A4; which way the paper lies has to be said in a style sheet.

export function usePrint() {
  function print(paper: 'portrait' | 'landscape'): void {
    const style = document.createElement('style')
    style.textContent = `@page { size: A4 ${paper}; margin: 14mm }`
    document.head.append(style)
    window.addEventListener('afterprint', () => style.remove(), { once: true })
    window.print()
  }
  return { print }
}
