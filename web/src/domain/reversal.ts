// Taking facts back (冲销): nothing is deleted; a further entry cancels the first.

import type { Fact, FactRecord, FactStatus } from '@/api/types'

export type ReversibleFact = Pick<FactRecord, 'id' | 'unit' | 'rule' | 'on'>

// The entry that takes `fact` back: of the same day, so that every reckoning as of a day knows
// both or neither.
export function reversalOf(fact: ReversibleFact, note: string): Fact {
  return { unit: fact.unit, rule: fact.rule, on: fact.on ?? '', reverses: fact.id, note }
}

const ORDER: readonly FactStatus[] = ['rejected', 'claimed', 'confirmed']

// How far each fact is taken back, by its id. A reversal is a claim like any other until somebody
// else confirms it; where there are several, the one that got furthest counts.
export function reversalStates(facts: readonly FactRecord[]): ReadonlyMap<string, FactStatus> {
  const states = new Map<string, FactStatus>()
  for (const { reverses, status } of facts) {
    if (!reverses) continue
    const before = states.get(reverses)
    if (!before || ORDER.indexOf(before) < ORDER.indexOf(status)) states.set(reverses, status)
  }
  return states
}
