// The explanation tree as the page shows it: figures by section and task, and each step with the
// words of the criterion that it rests on.

import type {
  Criterion, FactRecord, FactStatus, Reading, Reason, Readings, Rule, Scorecard, Section, Task,
} from '@/api/types'
import type { Span } from '@/components/segments'
import { reversalStates } from '@/domain/reversal'
import { formatDay } from '@/format/dates'
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
// recorded; a rule that is closed without a fact was said not to apply.
export function isUntouched(reason: Reason): boolean {
  if (pointsSign(reason.amount) !== 0) return false
  if (reason.kind === 'fact') return reason.set_aside === true
  if (reason.kind === 'rule' && !reason.children.length) return reason.open === true
  return reason.children.every(isUntouched)
}

// The keys of the rules for which something to come has no bound, of their tasks and sections.
export function unboundedKeys(sections: readonly Section[], { owed }: Scorecard): ReadonlySet<string> {
  const without = owed.filter(({ at_stake }) => at_stake === undefined)
  const tasks = new Set(without.map(({ task }) => task))
  const around = sections.filter((section) => section.tasks.some(({ key }) => tasks.has(key)))
  return new Set([...without.map(({ rule }) => rule), ...tasks, ...around.map(({ key }) => key)])
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

// What a step shows at its end: its figure, how much less a limit lets count, or that it was
// overtaken or taken back and counts for nothing.
export type StepFigure = Figure | { kind: 'less'; of: 'deduct' | 'bonus' | 'award'; amount: string }

export interface ReasonView {
  id: string // its place in the tree: "0.2.1"
  kind: Reason['kind']
  figure: StepFigure
  sentence: string
  setAside: false | 'overtaken' | 'reversed'
  evidence: readonly string[]
  // The criterion's words behind this step; where a person replaced the criterion, the sentences
  // (empty where rules were given) that it counts by instead.
  words: { text: string; span: Span; instead?: string } | undefined
  children: ReasonView[]
}

export interface ReasonContext {
  index: SchemeIndex
  reading: Reading
  unbounded: ReadonlySet<string> // see unboundedKeys
  facts: readonly FactRecord[]
}

// "limit 7.1#1" and "7.1#1" belong to task 7.1.
function criterionBehind(reason: Reason, index: SchemeIndex): Criterion | undefined {
  const key = (reason.key ?? '').replace(/^(limit|policy) /, '')
  return index.rules.get(key)?.criterion ?? index.tasks.get(key.replace(/#.*$/, ''))?.criterion
}

function figureOfStep(reason: Reason, { reading, unbounded }: ReasonContext, above?: Rule): StepFigure {
  const { kind, key = '', amount } = reason
  const sign = pointsSign(amount)
  if (kind === 'limit' && sign !== 0) {
    const of = sign > 0 ? 'deduct' : above?.effect === 'award' ? 'award' : 'bonus'
    return { kind: 'less', of, amount: amount.replace('-', '') }
  }
  if (kind === 'section' || kind === 'task' || kind === 'group') return figureOf(reason, reading, unbounded.has(key))
  if (sign !== 0 || !reason.open) return { kind: 'amount', amount }
  return { kind: reading === 'projected' && unbounded.has(key) ? 'undetermined' : 'unevaluated' }
}

// The sentence without what is shown beside it, and the day of a fact with its year.
function sentenceOfStep({ kind, sentence }: Reason, fact: FactRecord | undefined): string {
  if (kind === 'section' || kind === 'task' || kind === 'group') return sentence.replace(/：[+−]?[\d.]+分$/, '')
  if (kind === 'rule') return sentence.replace(/，未评$/, '')
  const [, month, date] = fact?.on?.split('-').map(Number) ?? []
  const short = `${month}月${date}日`
  return fact?.on && sentence.startsWith(short) ? formatDay(fact.on, 'zh-CN') + sentence.slice(short.length) : sentence
}

interface Surroundings {
  context: ReasonContext
  facts: ReadonlyMap<string, FactRecord> // by id
  reversed: ReadonlyMap<string, FactStatus>
}

function wordsBehind(criterion: Criterion, span: Span): NonNullable<ReasonView['words']> {
  const { text, settled, settled_text: instead = '' } = criterion
  return { text, span, ...(settled === 'replaced' && { instead }) }
}

function viewStep(reason: Reason, id: string, known: Surroundings, around?: Criterion, above?: Rule): ReasonView {
  const { context, facts, reversed } = known
  const { index } = context
  const criterion = criterionBehind(reason, index) ?? around
  const rule = (reason.kind === 'rule' && index.rules.get(reason.key ?? '')?.rule) || above
  const fact = reason.kind === 'fact' ? facts.get(reason.key ?? '') : undefined
  const isReversed = fact !== undefined && reversed.has(fact.id)
  return {
    id,
    kind: reason.kind,
    figure: figureOfStep(reason, context, rule),
    sentence: sentenceOfStep(reason, fact),
    setAside: reason.set_aside ? (isReversed ? 'reversed' : 'overtaken') : false,
    evidence: reason.evidence ?? [],
    words: reason.span && criterion ? wordsBehind(criterion, reason.span) : undefined,
    children: reason.children.map((child, i) => viewStep(child, `${id}.${i}`, known, criterion, rule)),
  }
}

export function viewReason(reason: Reason, context: ReasonContext): ReasonView {
  const facts = new Map(context.facts.map((fact) => [fact.id, fact]))
  return viewStep(reason, '0', { context, facts, reversed: reversalStates(context.facts) })
}

// Which steps stand open at first: those that lead to something that happened.
export function openAtFirst(view: ReasonView, depth = 0): string[] {
  const touched = view.children.some((child) => leadsToFact(child) || hasAmount(child))
  if (!touched && depth > 0) return []
  return [view.id, ...view.children.flatMap((child) => openAtFirst(child, depth + 1))]
}

function leadsToFact(view: ReasonView): boolean {
  return view.kind === 'fact' || view.children.some(leadsToFact)
}

function hasAmount({ figure }: ReasonView): boolean {
  return (figure.kind === 'amount' || figure.kind === 'less') && pointsSign(figure.amount) !== 0
}

// Whether one of the steps that stand open shows words of the criterion.
export function showsWords(view: ReasonView, open: ReadonlySet<string>): boolean {
  return (view.words !== undefined && open.has(view.id)) || view.children.some((child) => showsWords(child, open))
}
