// The explanation tree as the page shows it: figures by section and task, and each step with the
// words of the criterion that it rests on.

import type { Criterion, Reading, Reason, Readings, Section, Task } from '@/api/types'
import type { Span } from '@/components/segments'
import type { SchemeIndex } from '@/domain/scheme'
import { pointsSign } from '@/format/points'

export const READINGS: readonly Reading[] = ['confirmed', 'claimed', 'projected']

// The first step of this kind and key, if the tree has one.
export function findReason(root: Reason, kind: Reason['kind'], key: string): Reason | undefined {
  if (root.kind === kind && root.key === key) return root
  for (const child of root.children) {
    const found = findReason(child, kind, key)
    if (found) return found
  }
  return undefined
}

// What stands in a cell. 未评 is not 0: where nothing was recorded there is no amount, and where
// what may still come has no bound, none is invented.
export type Figure = { kind: 'amount'; amount: string } | { kind: 'unevaluated' } | { kind: 'undetermined' }

export function figureOf(reason: Reason | undefined, reading: Reading): Figure {
  if (!reason) return { kind: 'unevaluated' }
  if (!isUntouched(reason)) return { kind: 'amount', amount: reason.amount }
  // A projection has looked at everything: what is not open costs nothing.
  if (reading !== 'projected') return { kind: 'unevaluated' }
  return hasOpen(reason) ? { kind: 'undetermined' } : { kind: 'amount', amount: reason.amount }
}

// Whether nothing below was recorded, decided or projected.
export function isUntouched(reason: Reason): boolean {
  if (reason.kind === 'fact' || pointsSign(reason.amount) !== 0) return false
  return reason.children.every(isUntouched)
}

function hasOpen(reason: Reason): boolean {
  return reason.open === true || reason.children.some(hasOpen)
}

export interface FigureRow {
  section: Section
  task?: Task // absent in the row of the section itself
  figures: Record<Reading, Figure>
}

// A row a section and a row a task, in the order of the scheme. Tasks that share a criterion are
// scored once, with the first of them; what the result is used for is no score.
export function figureRows(sections: readonly Section[], readings: Readings): FigureRow[] {
  const row = (kind: Reason['kind'], key: string) => ({
    confirmed: figureOf(findReason(readings.confirmed.why, kind, key), 'confirmed'),
    claimed: figureOf(findReason(readings.claimed.why, kind, key), 'claimed'),
    projected: figureOf(findReason(readings.projected.why, kind, key), 'projected'),
  })
  return sections
    .filter(({ kind }) => kind !== 'use')
    .flatMap((section) => [
      { section, figures: row('section', section.key) },
      ...section.tasks
        .filter(({ criterion }) => criterion && 'text' in criterion && criterion.rules.length > 0)
        .map((task) => ({ section, task, figures: row('task', task.key) })),
    ])
}

export interface ReasonView {
  id: string // its place in the tree: "0.2.1"
  kind: Reason['kind']
  amount: string
  sentence: string
  open: boolean
  setAside: boolean
  evidence: readonly string[]
  // The fact's id, on a fact.
  fact: string | undefined
  // The criterion's words behind this step.
  words: { text: string; span: Span } | undefined
  children: ReasonView[]
}

// "limit 7.1#1" and "7.1#1" belong to task 7.1.
function criterionBehind(reason: Reason, index: SchemeIndex): Criterion | undefined {
  const key = (reason.key ?? '').replace(/^(limit|policy) /, '')
  return index.rules.get(key)?.criterion ?? index.tasks.get(key.replace(/#.*$/, ''))?.criterion
}

export function viewReason(
  reason: Reason,
  index: SchemeIndex,
  id = '0',
  around?: Criterion,
): ReasonView {
  const criterion = criterionBehind(reason, index) ?? around
  return {
    id,
    kind: reason.kind,
    amount: reason.amount,
    sentence: reason.sentence,
    open: reason.open ?? false,
    setAside: reason.set_aside ?? false,
    evidence: reason.evidence ?? [],
    fact: reason.kind === 'fact' ? reason.key : undefined,
    words: reason.span && criterion ? { text: criterion.text, span: reason.span } : undefined,
    children: reason.children.map((child, i) => viewReason(child, index, `${id}.${i}`, criterion)),
  }
}

// Which steps stand open at first: those that lead to something that happened.
export function openAtFirst(view: ReasonView, depth = 0): string[] {
  const touched = view.children.some((child) => leadsToFact(child) || pointsSign(child.amount) !== 0)
  if (!touched && depth > 0) return []
  return [view.id, ...view.children.flatMap((child) => openAtFirst(child, depth + 1))]
}

function leadsToFact(view: ReasonView): boolean {
  return view.kind === 'fact' || view.children.some(leadsToFact)
}
