// The names of offices as the page lists them, each with the tasks where it stands.

import type { GivenOfficeName, OfficeNames, UnknownOfficeName } from '@/api/types'
import { taskTitle, type SchemeIndex } from '@/domain/scheme'

export interface Stand {
  task: string // the key of the task with the criterion, where the review has it
  title: string
}

export interface NameRows {
  open: (UnknownOfficeName & { stands: Stand[] })[]
  given: (GivenOfficeName & { stands: Stand[] })[]
}

export function nameRows({ unknown, given }: OfficeNames, index: SchemeIndex): NameRows {
  const standsOf = (tasks: readonly string[]) =>
    tasks.flatMap((key): Stand[] => {
      const place = index.tasks.get(key)
      return place ? [{ task: place.home.key, title: taskTitle(place.task).replace(/。$/, '') }] : []
    })
  return {
    open: unknown.map((name) => ({ ...name, stands: standsOf(name.tasks) })),
    given: given.map((name) => ({ ...name, stands: standsOf(name.tasks) })),
  }
}
