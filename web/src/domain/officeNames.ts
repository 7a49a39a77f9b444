// Names of offices that the register does not have: what each may mean, and what a person says of it.

import type { GivenOfficeName, OfficeNames, Question, UnknownOfficeName } from '@/api/types'

export const WAYS = ['offices', 'tags', 'ignored'] as const
export type Way = (typeof WAYS)[number]

export interface AnswerForm {
  way: Way | ''
  offices: string[]
  tags: string[]
  reason: string
}

export interface OfficeOption {
  name: string
  isNearest: boolean
}

export interface TagOption {
  tag: string
  offices: string[]
}

// A name as the dialog is given it: open, or answered and to be changed.
export interface NamedOffice {
  name: string
  nearest: string[]
  given?: GivenOfficeName
}

export function findName({ unknown, given }: OfficeNames, name: string): NamedOffice | undefined {
  const open = unknown.find((one) => one.name === name)
  if (open) return { name, nearest: open.nearest }
  const answered = given.find((one) => one.name === name)
  return answered && { name, nearest: [], given: answered }
}

// Nothing is chosen beforehand: a proposal is no answer.
export function formFor({ given }: NamedOffice): AnswerForm {
  const way = given?.ignored ? 'ignored' : given?.tags?.length ? 'tags' : given ? 'offices' : ''
  return { way, offices: [...(given?.offices ?? [])], tags: [...(given?.tags ?? [])], reason: given?.reason ?? '' }
}

// The nearest first, groups of the register among them; then the others in its order.
export function officeOptions({ offices }: OfficeNames, nearest: readonly string[]): OfficeOption[] {
  const others = offices.map(({ name }) => name).filter((name) => !nearest.includes(name))
  return [...nearest.map((name) => ({ name, isNearest: true })), ...others.map((name) => ({ name, isNearest: false }))]
}

export function tagOptions({ offices }: OfficeNames): TagOption[] {
  const options = new Map<string, string[]>()
  for (const { name, tags } of offices) {
    for (const tag of tags) options.set(tag, [...(options.get(tag) ?? []), name])
  }
  return [...options].map(([tag, members]) => ({ tag, offices: members }))
}

// The part of the form that still lacks something.
export function lacking({ way, offices, tags }: AnswerForm): 'way' | 'offices' | 'tags' | undefined {
  if (!way) return 'way'
  if (way === 'offices' && !offices.length) return 'offices'
  if (way === 'tags' && !tags.length) return 'tags'
  return undefined
}

// What is sent; only what belongs to the chosen way.
export function answerOf({ way, offices, tags, reason }: AnswerForm) {
  return {
    ...(way === 'offices' && { offices }),
    ...(way === 'tags' && { tags }),
    ...(way === 'ignored' && { ignored: true }),
    ...(reason.trim() && { reason: reason.trim() }),
  }
}

// The open names that stand in one of these tasks.
export function openIn({ unknown }: OfficeNames, tasks: readonly string[]): UnknownOfficeName[] {
  return unknown.filter((name) => name.tasks.some((task) => tasks.includes(task)))
}

// The names that a question is about; none if it is about something else.
export function namesAsked(names: OfficeNames | undefined, { kind, about = '', text }: Question): string[] {
  if (!names || (kind !== 'office-unknown' && kind !== 'offices-open')) return []
  const isVague = kind === 'offices-open' // of those, one question may quote several together
  return names.unknown
    .filter(({ name, vague, tasks }) => vague === isVague && tasks.includes(about) && text.includes(isVague ? name : `“${name}”`))
    .map(({ name }) => name)
}

export function asksForNames(questions: readonly Question[]): boolean {
  return questions.some(({ kind }) => kind === 'office-unknown' || kind === 'offices-open')
}
