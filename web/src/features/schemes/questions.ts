// What a notice leaves open, task by task, for a person to settle.

import type { OfficeNames, SchemeDetail } from '@/api/types'
import type { Translate } from '@/domain/clauses'
import { namesAsked } from '@/domain/officeNames'
import { indexScheme, taskTitle } from '@/domain/scheme'

export interface QuestionGroup {
  task: string // its key; empty for the document as a whole
  title: string
  questions: AskedQuestion[]
}

export interface AskedQuestion {
  text: string
  proposal?: string
  names?: string[] // of offices that can be answered at once
}

export function questionGroups(detail: SchemeDetail, t: Translate, officeNames?: OfficeNames): QuestionGroup[] {
  const { tasks } = indexScheme(detail.scheme)
  const groups = new Map<string, QuestionGroup>()
  const titleOf = (key: string) => {
    const place = tasks.get(key)
    return place ? taskTitle(place.task) : ''
  }
  for (const question of detail.questions) {
    const { about = '', text, proposal } = question
    // A question may be about a rule, whose key goes on from that of its task.
    const task = tasks.has(about) ? about : about.split('.').slice(0, 2).join('.')
    const group = groups.get(task) ?? { task, title: titleOf(task) || t('questions.document'), questions: [] }
    const names = namesAsked(officeNames, question)
    group.questions.push({
      text: withoutKeys(text, task, titleOf, t),
      ...(proposal && { proposal }),
      ...(names.length && { names }),
    })
    groups.set(task, group)
  }
  return [...groups.values()]
}

export function countQuestions(groups: readonly QuestionGroup[]): number {
  return groups.reduce((sum, { questions }) => sum + questions.length, 0)
}

// “1.2 由两个处室负责” → “本项由两个处室负责”: people know a task by its words, not by its key.
function withoutKeys(text: string, task: string, titleOf: (key: string) => string, t: Translate): string {
  const head = /^\d+(?:\.\d+)+(?:(?:、|,\s*)\d+(?:\.\d+)+)*/.exec(text)?.[0]
  if (!head) return text
  const names = head.split(/、|,\s*/).map((key) => {
    const title = key === task ? '' : titleOf(key)
    return title ? t('questions.named', { title }) : t('questions.thisTask')
  })
  const space = t('questions.space')
  return names.join(t('questions.join')) + space + text.slice(head.length).trimStart().replace(/^[：:]\s*/, t('questions.colon'))
}
