// The explanation tree as the page shows it: figures by section and task, and each step with the
// words of the criterion that it rests on.

import type { Criterion, Reading, Reason, Readings, Scorecard, Section, Task } from '@/api/types'
import type { Span } from '@/components/segments'
import { ownCriterion, type SchemeIndex } from '@/domain/scheme'
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

// `unbounded` says whether something that is still to come has no bound.
export function figureOf(reason: Reason | undefined, reading: Reading, unbounded = false): Figure {
  if (reason && !isUntouched(reason)) return { kind: 'amount', amount: reason.amount }
  // A projection has looked at everything: what it does not name costs nothing.
  if (reading !== 'projected') return { kind: 'unevaluated' }
  return unbounded ? { kind: 'undetermined' } : { kind: 'amount', amount: '0' }
}

// Whether nothing below was recorded, decided or projected. What was taken back counts as never
// recorded.
export function isUntouched(reason: Reason): boolean {
  if (pointsSign(reason.amount) !== 0) return false
  if (reason.kind === 'fact') return reason.set_aside === true
  return reason.children.every(isUntouched)
}

// The keys of the tasks, and of their sections, in which something to come has no bound.
function unboundedKeys(sections: readonly Section[], { owed }: Scorecard): ReadonlySet<string> {
  const tasks = new Set(owed.filter(({ at_stake }) => at_stake === undefined).map(({ task }) => task))
  const around = sections.filter((section) => section.tasks.some(({ key }) => tasks.has(key)))
  return new Set([...tasks, ...around.map(({ key }) => key)])
}

export interface FigureRow {
  section: Section
  task?: Task // absent in the row of the section itself
  figures: Record<Reading, Figure>
}

export interface Asked {
  reading: Reading
  kind: 'total' | 'section' | 'task'
  key: string // empty for the total
}

// What stands where somebody asks.
export function figureAt(sections: readonly Section[], readings: Readings, asked: Asked): Figure {
  const card = readings[asked.reading]
  if (asked.kind === 'total') {
    return card.evaluated ? { kind: 'amount', amount: card.total } : { kind: 'unevaluated' }
  }
  const unbounded = unboundedKeys(sections, readings.projected).has(asked.key)
  return figureOf(findReason(card.why, asked.kind, asked.key), asked.reading, unbounded)
}

// A row a section and a row a task, in the order of the scheme. Tasks that share a criterion are
// scored once, with the first of them; what the result is used for is no score.
export function figureRows(sections: readonly Section[], readings: Readings): FigureRow[] {
  const figures = (kind: Asked['kind'], key: string) => ({
    confirmed: figureAt(sections, readings, { reading: 'confirmed', kind, key }),
    claimed: figureAt(sections, readings, { reading: 'claimed', kind, key }),
    projected: figureAt(sections, readings, { reading: 'projected', kind, key }),
  })
  return sections
    .filter(({ kind }) => kind !== 'use')
    .flatMap((section) => [
      { section, figures: figures('section', section.key) },
      ...section.tasks
        .filter((task) => ownCriterion(task)?.rules.length)
        .map((task) => ({ section, task, figures: figures('task', task.key) })),
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
