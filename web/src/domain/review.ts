// How far a person has got with a scheme's criteria (核定): where each stands, what is left, and what
// comes next.

import type { Finding, SchemeDetail, Section, Settlement } from '@/api/types'

import { ownCriterion, taskTitle } from './scheme'

export type ItemState =
  | 'confirmed'
  | 'replaced'
  | 'left'
  | 'pending' // it can't count as it stands, and nobody has said what to do about that
  | 'doubtful' // nobody has settled it, and it has warnings
  | 'open' // nobody has settled it
  | 'unsigned' // nobody has, and since it is published nobody can

export interface ReviewItem {
  key: string // of the task where the criterion stands
  title: string
  section: Section
  state: ItemState
  doubts: number // warnings that nobody has confirmed; none of what was left undecided
}

export function isDoubt({ severity, confirmed }: Finding): boolean {
  return severity === 'warning' && !confirmed
}

// What a person decided, unless they took it back.
export function settlementOf({ settlements }: SchemeDetail, task: string): Settlement | undefined {
  const settlement = settlements[task]
  return settlement?.how === 'reopened' ? undefined : settlement
}

// How many criteria stand as they were settled in an earlier scheme.
export function carriedCount({ settlements }: SchemeDetail): number {
  return Object.values(settlements).filter(({ carried_from: from, how }) => from && how !== 'reopened').length
}

function stateOf(detail: SchemeDetail, task: string, doubts: number): ItemState {
  const how = settlementOf(detail, task)?.how
  if (how && how !== 'reopened') return how
  const isDraft = detail.state === 'draft'
  // Publishing is what leaves undecided whatever still is.
  if (detail.pending.some((item) => item.task === task)) return isDraft ? 'pending' : 'left'
  if (!isDraft) return 'unsigned'
  return doubts ? 'doubtful' : 'open'
}

// Every criterion once, in the order of the scheme.
export function reviewItems(detail: SchemeDetail): ReviewItem[] {
  return detail.scheme.sections.flatMap((section) =>
    section.tasks
      .filter((task) => ownCriterion(task))
      .map((task) => {
        const doubts = detail.findings.filter((finding) => finding.task === task.key && isDoubt(finding)).length
        const state = stateOf(detail, task.key, doubts)
        return { key: task.key, title: taskTitle(task), section, doubts: state === 'left' ? 0 : doubts, state }
      }),
  )
}

// Stands in the review's address where the key of a task does: for what no criterion has.
export const OTHERS = 'others'

// What nobody can settle with a criterion: of a section, an office, the whole.
export function otherFindings({ findings }: SchemeDetail, items: readonly ReviewItem[]): Finding[] {
  const keys = new Set(items.map(({ key }) => key))
  return findings.filter(({ task = '' }) => !keys.has(task))
}

export function isUnsettled({ state }: ReviewItem): boolean {
  return state === 'pending' || state === 'doubtful' || state === 'open'
}

export const FILTERS = ['all', 'unsettled', 'doubtful', 'left'] as const
export type ItemFilter = (typeof FILTERS)[number]

export function passes(filter: ItemFilter, item: ReviewItem): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unsettled':
      return isUnsettled(item)
    case 'doubtful':
      return item.doubts > 0
    case 'left':
      return item.state === 'left'
  }
}

// How many a person has decided on.
export function settledCount(items: readonly ReviewItem[]): number {
  return items.filter((item) => !isUnsettled(item) && item.state !== 'unsigned').length
}

// What to settle after `key`: the nearest below it, else the first above; none if all is done.
export function nextUnsettled(items: readonly ReviewItem[], key = ''): string | undefined {
  const at = items.findIndex((item) => item.key === key)
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(isUnsettled)?.key
}

// The same doubt may stand in several places; it is confirmed once.
export function identitiesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ identity }) => identity))]
}
