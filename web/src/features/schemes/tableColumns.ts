// The columns of a table of a file: what each was taken for, what stands in it, and what a person
// says of those that nobody could tell.

import type { ColumnRole, SeenTable } from '@/api/types'
import type { Translate } from '@/domain/clauses'

export const ROLES = ['section', 'heading', 'content', 'deliverable', 'office', 'criterion', 'base', 'ignored'] as const
const UNSURE = 80 // percent: below it, a person should look

export interface SeenColumn {
  number: number
  heading: string
  role: ColumnRole
  confidence: number
  isUnsure: boolean
  sample: string[] // its first words, below the heading
}

// Every column, those that are not understood too; `said` is what a person said of them.
export function columnsOf({ columns, sample, width }: SeenTable, said: Readonly<Record<number, ColumnRole>> = {}): SeenColumn[] {
  return Array.from({ length: width }, (_, i): SeenColumn => {
    const number = i + 1
    const known = columns.find((column) => column.number === number)
    const role = said[number] ?? known?.role ?? 'unknown'
    const confidence = number in said ? 100 : (known?.confidence ?? 0)
    const words = sample.map((row) => row[i] ?? '').filter(Boolean)
    const heading = known?.heading ?? ''
    const below = words[0]?.replace(/\s/g, '') === heading ? words.slice(1) : words
    return { number, heading, role, confidence, isUnsure: confidence < UNSURE, sample: [...new Set(below)] }
  })
}

// The table that is most likely the one: with the most cells.
export function largest(tables: readonly SeenTable[]): number {
  const cells = ({ rows, width }: SeenTable) => rows * width
  const all = [...tables].sort((a, b) => cells(b) - cells(a))
  return all[0]?.number ?? 0
}

// Whether it can be read so: criteria stand in a column of their own, or in the contents.
export function isEnough(columns: readonly SeenColumn[]): boolean {
  return columns.some(({ role }) => role === 'criterion' || role === 'content')
}

// What is sent: all that is known by now, so that the server needs to guess nothing.
export function rolesOf(columns: readonly SeenColumn[]): Record<number, ColumnRole> {
  return Object.fromEntries(columns.filter(({ role }) => role !== 'unknown').map(({ number, role }) => [number, role]))
}

export function nameOfTable({ number, rows, title }: SeenTable, t: Translate): string {
  if (number === 0) return t('import.rejoined')
  return [t('import.table', { number, rows }), title].filter(Boolean).join('　')
}
