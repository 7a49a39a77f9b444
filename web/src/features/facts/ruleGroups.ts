// The rules one may record for, task by task as in the scheme; none whose points nobody has set yet.

import type { Section } from '@/api/types'
import type { ChoiceGroup } from '@/components/choices'
import { isRecordable } from '@/domain/measure'
import { ownCriterion, taskTitle, type SchemeIndex } from '@/domain/scheme'

// A heading names section and task, which say what “每少1次” is about; a rule is also found by the
// words of its criterion.
export function ruleGroups(
  sections: readonly Section[],
  readback: Readonly<Record<string, string>>,
  index: SchemeIndex,
): ChoiceGroup[] {
  return sections.flatMap((section) =>
    section.tasks.flatMap((task) => {
      const criterion = ownCriterion(task)
      if (!criterion) return []
      const rules = criterion.rules.filter(({ key }) => {
        const place = index.rules.get(key)
        return place !== undefined && isRecordable(place)
      })
      if (!rules.length) return []
      const choices = rules.map((rule) => ({
        value: rule.id,
        label: readback[rule.key] ?? rule.condition ?? taskTitle(task),
        also: criterion.text,
      }))
      return [{ key: task.key, title: `${section.title}：${taskTitle(task)}`, choices }]
    }),
  )
}
