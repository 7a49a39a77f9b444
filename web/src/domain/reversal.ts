import type { Fact, FactRecord } from '@/api/types'

// The entry that takes `fact` back (冲销): of the same day, so that every reckoning as of a day
// knows both or neither.
export function reversalOf(fact: FactRecord, note: string): Fact {
  return { unit: fact.unit, rule: fact.rule, on: fact.on ?? '', reverses: fact.id, note }
}
