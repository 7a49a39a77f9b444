// How a scheme differs from the one that it corrects or completes, as pages show it.

import type { CarriedSettlement, Change, ChangeKind, SchemeDiff } from '@/api/types'
import type { LightTone } from '@/components/StatusLight.vue'
import type { IconName } from '@/components/icons'

export const CHANGE_LIGHTS: Readonly<Record<ChangeKind, { tone: LightTone; icon: IconName }>> = {
  added: { tone: 'green', icon: 'plus' },
  removed: { tone: 'red', icon: 'none' },
  changed: { tone: 'yellow', icon: 'pen' },
  moved: { tone: 'blue', icon: 'right' },
}

// What has a name of its own above its old and new words.
const NAMED = [
  'addressees', 'attachments', 'cites', 'content', 'copies_to', 'criterion', 'deliverables', 'heading', 'issuer', 'limit',
  'link', 'notice_title', 'number', 'policy', 'printed_by', 'responsible', 'rule', 'title',
] as const
export type NamedChange = (typeof NAMED)[number]

// Old and new words are set one above the other where they are too long to be compared in a sentence.
const SHORT = 16

export function pairOf({ about, before, after }: Change): { about: NamedChange; before: string; after: string } | undefined {
  const named = NAMED.find((name) => name === about)
  if (!named || !before || !after || before.length + after.length <= SHORT) return undefined
  return { about: named, before, after }
}

export interface Tally {
  of: 'tasks' | 'rules'
  change: ChangeKind
  n: number
}

// What there is of each kind of difference; nothing of kinds that there are none of.
export function tallies({ counts }: SchemeDiff): Tally[] {
  const kinds: ChangeKind[] = ['added', 'removed', 'changed', 'moved']
  const all = (['tasks', 'rules'] as const).flatMap((of) => kinds.map((change) => ({ of, change, n: counts[of][change] })))
  return all.filter(({ n }) => n > 0)
}

export function isSame({ head, sections }: SchemeDiff): boolean {
  return !head.length && !sections.length
}

export interface CarriedGroup {
  scheme: string
  title: string
  year: number
  items: CarriedSettlement[]
}

// By the scheme that they come from, each in the order of the scheme that they are on.
export function carriedGroups(carried: readonly CarriedSettlement[]): CarriedGroup[] {
  const groups = new Map<string, CarriedGroup>()
  for (const item of carried) {
    const group = groups.get(item.scheme) ?? { scheme: item.scheme, title: item.title, year: item.year, items: [] }
    group.items.push(item)
    groups.set(item.scheme, group)
  }
  return [...groups.values()]
}
