// A scheme as the pages walk through it: every rule with the task and section it stands in.

import type { Criterion, Rule, Scheme, SchemeDetail, Section, Task } from '@/api/types'

export interface RulePlace {
  rule: Rule
  task: Task
  section: Section
  criterion: Criterion
  base?: string // the full mark of the task, its own or the one that it shares
}

export interface TaskPlace {
  section: Section
  task: Task
  // The task whose row the criterion stands in; the task itself unless several share one.
  home: Task
  criterion?: Criterion
}

export interface SchemeIndex {
  tasks: ReadonlyMap<string, TaskPlace>
  rules: ReadonlyMap<string, RulePlace> // by key and by lasting id
}

// The criterion that stands in the task's own row.
export function ownCriterion(task: Task): Criterion | undefined {
  const { criterion } = task
  return criterion && 'text' in criterion ? criterion : undefined
}

// The key of the task whose criterion this one shares.
export function sharedWith(task: Task): string | undefined {
  const { criterion } = task
  return criterion && 'same_as' in criterion ? criterion.same_as : undefined
}

export function indexScheme(scheme: Scheme): SchemeIndex {
  const tasks = new Map<string, TaskPlace>()
  const rules = new Map<string, RulePlace>()
  for (const section of scheme.sections) {
    for (const task of section.tasks) {
      const home = tasks.get(sharedWith(task) ?? '')?.task ?? task
      const criterion = ownCriterion(home)
      tasks.set(task.key, { section, task, home, ...(criterion && { criterion }) })
      for (const rule of ownCriterion(task)?.rules ?? []) {
        const base = baseOf(scheme, task)
        const place = { rule, task, section, criterion: ownCriterion(task) as Criterion, ...(base && { base }) }
        rules.set(rule.key, place)
        rules.set(rule.id, place)
      }
    }
  }
  return { tasks, rules }
}

function baseOf(scheme: Scheme, { base }: Task): string | undefined {
  if (typeof base !== 'object') return base
  const first = scheme.sections.flatMap(({ tasks }) => tasks).find(({ key }) => key === base.same_as)
  return typeof first?.base === 'string' ? first.base : undefined
}

// How many clauses of each kind a criterion was read to have; nothing of kinds it lacks.
export function clauseCounts({ rules, limits, policies }: Criterion): { kind: 'rules' | 'limits' | 'policies'; n: number }[] {
  const counts = [
    { kind: 'rules', n: rules.length },
    { kind: 'limits', n: limits.length },
    { kind: 'policies', n: policies.length },
  ] as const
  return counts.filter(({ n }) => n > 0)
}

// What a task is called where one line must do: its content, else its criterion.
export function taskTitle(task: Task): string {
  return task.content ?? ownCriterion(task)?.text ?? ''
}

// The name of a criterion's limit, by its task and position: "7.1#1".
export function limitKey(task: Task, index: number): string {
  return `${task.key}#${index + 1}`
}

// 挂账: why the task's criterion counts for nothing yet; empty if it does.
export function pendingReasons({ pending }: SchemeDetail, task: string): string[] {
  return pending.filter((item) => item.task === task).map(({ why }) => why)
}
