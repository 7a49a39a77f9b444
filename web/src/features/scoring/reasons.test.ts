import { describe, expect, it } from 'vitest'

import type { Reason, Readings, Scorecard } from '@/api/types'
import { wordsOf } from '@/components/segments'
import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import { figureOf, figureRows, findReason, isUntouched, openAtFirst, viewReason } from './reasons'

const index = indexScheme(referenceDetail.scheme)

const step = (kind: Reason['kind'], key: string, amount: string, more: Partial<Reason> = {}): Reason => ({
  kind,
  key,
  amount,
  sentence: `${kind} ${key}`,
  children: [],
  ...more,
})

const fact = step('fact', 'f1', '-0.5')
const rule = step('rule', '2.2.2', '-0.5', { span: [40, 51], children: [fact] })
const openRule = step('rule', '1.2.1', '0', { open: true })
const why = step('total', '', '-0.5', {
  children: [
    step('section', '1', '0', { children: [step('task', '1.2', '0', { children: [openRule] })] }),
    step('section', '2', '-0.5', { children: [step('task', '2.2', '-0.5', { children: [rule] })] }),
  ],
})

describe('figures', () => {
  it('shows nothing, and not 0, where nothing was evaluated', () => {
    expect(figureOf(findReason(why, 'task', '1.2'), 'confirmed')).toEqual({ kind: 'unevaluated' })
    expect(figureOf(findReason(why, 'task', '3.1'), 'claimed')).toEqual({ kind: 'unevaluated' })
    expect(figureOf(findReason(why, 'task', '2.2'), 'claimed')).toEqual({ kind: 'amount', amount: '-0.5' })
  })

  it('shows 0 where a fact leads to no loss', () => {
    const done = step('task', '3.1', '0', { children: [step('rule', '3.1.1', '0', { children: [fact] })] })
    expect(isUntouched(done)).toBe(false)
    expect(figureOf(done, 'confirmed')).toEqual({ kind: 'amount', amount: '0' })
  })

  it('shows what a projection loses, what costs nothing, and what has no bound', () => {
    const lost = step('task', '1.2', '-2', { children: [step('rule', '1.2.1', '-2', { open: true })] })
    const incident = step('task', '2.3', '0', { children: [step('rule', '2.3.1', '0')] })
    const judged = step('task', '6.1', '0', { children: [step('rule', '6.1.1', '0', { open: true })] })
    expect(figureOf(lost, 'projected')).toEqual({ kind: 'amount', amount: '-2' })
    expect(figureOf(incident, 'projected')).toEqual({ kind: 'amount', amount: '0' })
    expect(figureOf(undefined, 'projected')).toEqual({ kind: 'amount', amount: '0' })
    expect(figureOf(judged, 'projected', true)).toEqual({ kind: 'undetermined' })
  })

  it('forgets what was taken back', () => {
    const reversed = step('fact', 'f2', '0', { set_aside: true })
    const task = step('task', '3.1', '0', { children: [step('rule', '3.1.1', '0', { children: [reversed] })] })
    expect(figureOf(task, 'confirmed')).toEqual({ kind: 'unevaluated' })
  })

  it('has a row for each section and scored task, shared criteria once, uses none', () => {
    const owed = [{ rule: '6.1.1', task: '6.1', offices: [], due: '2017-12-31', sentence: '' }]
    const card = { why, owed } as unknown as Scorecard
    const readings: Readings = { confirmed: card, claimed: card, projected: card }
    const rows = figureRows(referenceDetail.scheme.sections, readings)
    expect(rows.filter((row) => !row.task).map((row) => row.section.key)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(rows.filter((row) => row.section.key === '6' && row.task).map((row) => row.task?.key)).toEqual(['6.1'])
    expect(rows.some((row) => row.task?.key === '7.4')).toBe(false)
    expect(rows.find((row) => row.task?.key === '6.1')?.figures.projected).toEqual({ kind: 'undetermined' })
    expect(rows.find((row) => row.task?.key === '2.2')?.figures.claimed).toEqual({ kind: 'amount', amount: '-0.5' })
  })
})

describe('viewReason', () => {
  it('brings the words of the criterion to a rule', () => {
    const words = viewReason(why, index).children[1]?.children[0]?.children[0]?.words
    expect(words?.text).toBe(index.tasks.get('2.2')?.criterion?.text)
    expect(wordsOf(words!.text, words!.span)).toHaveLength(11)
  })

  it('brings them to a limit by its name', () => {
    const limit = step('limit', 'limit 7.1#1', '0', { span: [0, 4] })
    expect(viewReason(limit, index).words?.text).toBe(index.tasks.get('7.1')?.criterion?.text)
  })

  it('gives every step a place of its own', () => {
    const ids: string[] = []
    const walk = (view: ReturnType<typeof viewReason>): void => {
      ids.push(view.id)
      view.children.forEach(walk)
    }
    walk(viewReason(why, index))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('openAtFirst', () => {
  it('opens the way to what happened and leaves the rest folded', () => {
    expect(openAtFirst(viewReason(why, index))).toEqual(['0', '0.1', '0.1.0', '0.1.0.0'])
  })
})
