// What is still owed, office by office; within an office the nearest deadline first.

import type { FactRecord, Owed } from '@/api/types'
import { reversalStates } from '@/domain/reversal'
import type { SchemeIndex } from '@/domain/scheme'
import { daysBetween } from '@/format/dates'
import { sumPoints } from '@/format/points'

export interface OfficeOwed {
  office: string // empty where nobody is named yet
  items: Owed[]
  total: string // of what has a bound
  unbounded: number // how many have none
}

// Each item once: with its first-named office, which answers for it; the others stand beside it.
export function byOffice(items: readonly Owed[]): OfficeOwed[] {
  const offices = new Map<string, Owed[]>()
  for (const item of items) {
    const office = item.offices[0] ?? ''
    offices.set(office, [...(offices.get(office) ?? []), item])
  }
  return [...offices].map(([office, owed]) => ({
    office,
    items: [...owed].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    total: sumPoints(owed.flatMap(({ at_stake }) => at_stake ?? [])),
    unbounded: owed.filter(({ at_stake }) => at_stake === undefined).length,
  }))
}

export type Urgency = 'overdue' | 'soon' | 'later'

const SOON_DAYS = 30

export function urgencyOf(due: string, today: string): Urgency {
  const days = daysBetween(today, due)
  return days < 0 ? 'overdue' : days <= SOON_DAYS ? 'soon' : 'later'
}

// How many claims wait for somebody to confirm them, by the key of the rule. They may settle what
// is owed; one that is being taken back will not.
export function claimsByRule(facts: readonly FactRecord[], { rules }: SchemeIndex): ReadonlyMap<string, number> {
  const reversals = reversalStates(facts)
  const claims = new Map<string, number>()
  for (const { id, rule, status, reverses } of facts) {
    const reversal = reversals.get(id)
    if (status !== 'claimed' || reverses || (reversal && reversal !== 'rejected')) continue
    const key = rules.get(rule)?.rule.key ?? rule
    claims.set(key, (claims.get(key) ?? 0) + 1)
  }
  return claims
}
