// The choices of a ChoiceBox: which match what was typed, and where the arrow keys lead.

export interface Choice {
  value: string
  label: string
  also?: string // further words by which it is found
}

export interface ChoiceGroup {
  key: string
  title: string // empty for choices without a heading
  choices: Choice[]
}

// Choices in whose label, heading or further words every word of `sought` occurs; no empty groups.
export function matchingGroups(groups: readonly ChoiceGroup[], sought: string): ChoiceGroup[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(({ key, title, choices }) => ({
      key,
      title,
      choices: choices.filter(({ label, also = '' }) => {
        const all = `${title} ${label} ${also}`.toLowerCase()
        return words.every((word) => all.includes(word))
      }),
    }))
    .filter(({ choices }) => choices.length > 0)
}

export function plainGroup(names: readonly string[]): ChoiceGroup[] {
  return [{ key: '', title: '', choices: names.map((name) => ({ value: name, label: name })) }]
}

// The value that the key leads to; undefined for a key that does not move.
export function afterKey(values: readonly string[], active: string, key: string): string | undefined {
  const last = values.length - 1
  const at = values.indexOf(active)
  switch (key) {
    case 'ArrowDown':
      return values[at >= last ? 0 : at + 1]
    case 'ArrowUp':
      return values[at <= 0 ? last : at - 1]
    case 'PageDown':
      return values[Math.min(at + 8, last)]
    case 'PageUp':
      return values[Math.max(at - 8, 0)]
    default:
      return undefined
  }
}
