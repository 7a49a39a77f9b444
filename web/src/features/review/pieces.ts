// What is shown of how a criterion is read, clause by clause, and what a person may write instead.

import type { ClauseReview, Criterion, ReadingForm, RuleReview } from '@/api/types'
import type { Span } from '@/components/segments'

export interface Piece {
  id: string
  kind: 'rule' | ClauseReview['kind']
  sentence: string
  span?: Span
  rule?: RuleReview
}

// In the order in which their words begin; those that stand in no words come last.
export function piecesOf(reading: { rules: readonly RuleReview[]; clauses: readonly ClauseReview[] }): Piece[] {
  const pieces: Piece[] = [
    ...reading.rules.map((rule): Piece => ({
      id: `rule ${rule.key}`,
      kind: 'rule',
      sentence: rule.sentence,
      ...(rule.span && { span: rule.span }),
      rule,
    })),
    ...reading.clauses.map(({ kind, sentence, span }, i): Piece => ({ id: `clause ${i}`, kind, sentence, ...(span && { span }) })),
  ]
  const beginOf = ({ span }: Piece) => span?.[0] ?? Infinity
  return pieces.sort((a, b) => (beginOf(a) === beginOf(b) ? 0 : beginOf(a) - beginOf(b)))
}

// A part that a person put in the place of others stands in none of the notice's words: the server
// then gives it all of them.
export function inOwnWords(pieces: readonly Piece[], text: string): Piece[] {
  const end = Array.from(text).length
  return pieces.filter(({ span }) => span && !(span[0] === 0 && span[1] === end))
}

// What counts nothing: 不计分.
export const NO_READING: ReadingForm = { rules: [], limits: [], policies: [], links: [] }

// The criterion in the form of a rule file, to be changed by hand: without what the server fills in.
export function readingJson({ rules, limits, policies, links }: Criterion): string {
  const given = (name: string, value: unknown) => (['key', 'id', 'span'].includes(name) ? undefined : value)
  return JSON.stringify({ rules, limits, policies, links }, given, 2)
}

// Nothing where it is no JSON object.
export function readingFrom(json: string): ReadingForm | undefined {
  try {
    const read: unknown = JSON.parse(json)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined
  } catch {
    return undefined
  }
}
