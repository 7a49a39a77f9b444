// Where one is in a review: at a criterion, or at what no criterion has.

import type { Section } from '@/api/types'
import { nextUnsettled, OTHERS, type ReviewItem } from '@/domain/review'
import type { SchemeIndex } from '@/domain/scheme'

// The item that an address names: a task's own criterion or the one it shares; empty for none.
export function placeNamed(named: string, index: SchemeIndex | undefined): string {
  if (named === OTHERS) return OTHERS
  const place = index?.tasks.get(named)
  return place?.criterion ? place.home.key : ''
}

// The tasks that a criterion is scored for: its own and those that share it.
export function tasksOf(key: string, index: SchemeIndex): string[] {
  return [...index.tasks].filter(([, { home }]) => home.key === key).map(([task]) => task)
}

// Where to begin: at the first that is left to settle, else at the head of the list.
export function beginning(items: readonly ReviewItem[]): string {
  return nextUnsettled(items) ?? items[0]?.key ?? OTHERS
}

export function grouped(items: readonly ReviewItem[]): { section: Section; items: ReviewItem[] }[] {
  const groups: { section: Section; items: ReviewItem[] }[] = []
  for (const item of items) {
    const last = groups[groups.length - 1]
    if (last?.section === item.section) last.items.push(item)
    else groups.push({ section: item.section, items: [item] })
  }
  return groups
}
