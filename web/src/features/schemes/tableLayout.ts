// The scheme as the notice's table lays it out: what stands in which row, and how far it spans.
// Columns: 项目, 内容, 工作成果, 责任处室, 考评标准.

import type { Scheme, Section, Task } from '@/api/types'
import { sharedWith } from '@/domain/scheme'

export interface TableRow {
  task: Task
  // How many rows the criterion beginning here spans; 0 where the row above holds it.
  criterionRows: number
}

export interface TableGroup {
  section: Section
  rows: TableRow[] // empty where the section is one wide cell
  paragraphs: Task[] // of the wide cell (加分事项, 成果运用)
}

function isWide({ tasks }: Section): boolean {
  return tasks.every((task) => !task.content && !task.responsible?.length)
}

// How many rows from `first` on show one criterion: its own and those directly below that share it.
function criterionRows(tasks: readonly Task[], first: number): number {
  const key = tasks[first]?.key
  let end = first + 1
  while (end < tasks.length && sharedWith(tasks[end] as Task) === key) end++
  return end - first
}

function layoutRows({ tasks }: Section): TableRow[] {
  const rows: TableRow[] = []
  let covered = 0 // how many of the coming rows the last criterion still spans
  tasks.forEach((task, i) => {
    const span = covered > 0 ? 0 : criterionRows(tasks, i)
    covered = covered > 0 ? covered - 1 : span - 1
    rows.push({ task, criterionRows: span })
  })
  return rows
}

export function layoutTable(scheme: Scheme): TableGroup[] {
  return scheme.sections.map((section) =>
    isWide(section)
      ? { section, rows: [], paragraphs: section.tasks }
      : { section, rows: layoutRows(section), paragraphs: [] },
  )
}
