// Every fact on record for a unit.

import { listFacts } from '@/api/endpoints'
import type { FactRecord } from '@/api/types'

const PAGE = 1000

// In the order of recording, the newest last.
export async function allFacts(scheme: string, unit: string): Promise<FactRecord[]> {
  const facts: FactRecord[] = []
  let cursor: string | undefined
  do {
    const page = await listFacts(scheme, { unit, limit: PAGE, cursor })
    facts.push(...page.items)
    cursor = page.next
  } while (cursor)
  return facts
}
