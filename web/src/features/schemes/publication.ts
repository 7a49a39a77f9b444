// What is still open in a draft when it is to be published, and must be answered for.

import type { Finding, SchemeDetail, Settlement } from '@/api/types'
import { isDoubt, reviewItems, settlementOf } from '@/domain/review'
import { indexScheme, taskTitle } from '@/domain/scheme'

export interface PendingItem {
  task?: string // absent for what is pending of the document as a whole
  title: string
  why: string
  left?: Settlement // whoever left it undecided has said why
}

export interface DoubtItem {
  task?: string // absent for what no criterion has
  title: string
  finding: Finding
}

export interface OpenMatters {
  pending: PendingItem[]
  doubts: DoubtItem[]
  unsettled: number // criteria that count as they were read, and nobody has settled
  needsReason: boolean
}

export function openMatters(detail: SchemeDetail): OpenMatters {
  const { tasks } = indexScheme(detail.scheme)
  const items = reviewItems(detail)
  const placeOf = (key = '') => {
    const task = tasks.get(key)?.task
    const isItem = items.some((item) => item.key === key)
    return { title: task ? taskTitle(task).replace(/。$/, '') : '', ...(isItem && { task: key }) }
  }
  const pending = detail.pending.map(({ task = '', why }): PendingItem => {
    const settlement = settlementOf(detail, task)
    return { ...placeOf(task), why, ...(settlement?.how === 'left' && { left: settlement }) }
  })
  // What doesn't count needs no confirmation: it is looked at again when somebody settles it.
  const counts = ({ task }: Finding) => !task || !pending.some((item) => item.task === task)
  const doubts = detail.findings.filter((finding) => isDoubt(finding) && counts(finding))
  return {
    pending,
    doubts: doubts.map((finding) => ({ ...placeOf(finding.task), finding })),
    unsettled: items.filter(({ state }) => state === 'open' || state === 'doubtful').length,
    needsReason: pending.some(({ left }) => !left),
  }
}
