// What a supplement (补充规定) makes of a scheme, before and after it is attached.

import type { SchemeDetail, SupplementOutcome } from '@/api/types'
import { indexScheme, taskTitle } from '@/domain/scheme'

export interface CompletedRow {
  task: string
  title: string
  was: string // the criterion that it had, its own or one that it shared; empty for none
}

// What the document says besides, and otherwise than the scheme, by the words of the task.
export function untakenWords(outcome: SupplementOutcome, detail: SchemeDetail): { title: string; what: string; says: string }[] {
  const { tasks } = indexScheme(detail.scheme)
  return outcome.untaken.map(({ task, what, says }) => {
    const place = tasks.get(task)
    return { title: place ? taskTitle(place.task) : task, what, says: says.join('、') }
  })
}

export function completedRows(outcome: SupplementOutcome, detail: SchemeDetail): CompletedRow[] {
  const { tasks } = indexScheme(detail.scheme)
  return outcome.tasks.map((task) => {
    const place = tasks.get(task)
    return { task, title: place ? taskTitle(place.task) : '', was: place?.criterion?.text ?? '' }
  })
}
