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

// What was sought stands at the head of a clause of the label, elsewhere in it, in the heading, or
// only in the further words; Infinity where it stands nowhere.
function distanceOf(word: string, title: string, { label, also = '' }: Choice): number {
  const own = label.toLowerCase()
  const at = own.indexOf(word)
  if (at >= 0) return own.split(/[\s、，。；：（）“”]/).some((clause) => clause.startsWith(word)) ? 0 : 1
  if (title.toLowerCase().includes(word)) return 2
  return also.toLowerCase().includes(word) ? 3 : Infinity
}

// Choices in whose label, heading or further words every word of `sought` occurs, the nearest
// first: a choice is as far as its farthest word, and a group as near as its nearest choice. No
// empty groups; the order given, where nothing is sought or two are as near.
export function matchingGroups(groups: readonly ChoiceGroup[], sought: string): ChoiceGroup[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  const ranked = groups.map(({ key, title, choices }) => {
    const near = choices
      .map((choice) => ({ choice, far: Math.max(0, ...words.map((word) => distanceOf(word, title, choice))) }))
      .filter(({ far }) => far < Infinity)
      .sort((a, b) => a.far - b.far)
    return { far: near[0]?.far ?? Infinity, group: { key, title, choices: near.map(({ choice }) => choice) } }
  })
  return ranked
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far)
    .map(({ group }) => group)
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
