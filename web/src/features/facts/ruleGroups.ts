// The rules one may record for, task by task as in the scheme.

import type { Section } from '@/api/types'
import { ownCriterion, taskTitle } from '@/domain/scheme'

export interface RuleChoice {
  rule: string // its lasting id
  label: string
}

export interface RuleGroup {
  key: string // of the task
  title: string // section and task, which say what “每少1次” is about
  choices: RuleChoice[]
}

// Only rules in whose sentence, task or section every word of `sought` occurs.
export function ruleGroups(
  sections: readonly Section[],
  readback: Readonly<Record<string, string>>,
  sought = '',
): RuleGroup[] {
  const words = sought.split(/\s+/).filter(Boolean)
  return sections
    .flatMap((section) =>
      section.tasks.map((task) => ({
        key: task.key,
        title: `${section.title}：${taskTitle(task)}`,
        choices: (ownCriterion(task)?.rules ?? [])
          .map((rule) => ({ rule: rule.id, label: readback[rule.key] ?? rule.condition ?? taskTitle(task) }))
          .filter(({ label }) => {
            const all = `${section.title} ${taskTitle(task)} ${ownCriterion(task)?.text ?? ''} ${label}`
            return words.every((word) => all.includes(word))
          }),
      })),
    )
    .filter(({ choices }) => choices.length > 0)
}
