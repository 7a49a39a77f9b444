import { describe, expect, it } from 'vitest'

import type { FactRecord, Reason, Readings, Scorecard } from '@/api/types'
import { wordsOf } from '@/components/segments'
import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import {
  figureOf, figureRows, findReason, isUntouched, openAtFirst, showsWords, viewReason, type ReasonContext,
} from './reasons'

const index = indexScheme(referenceDetail.scheme)
const context: ReasonContext = { index, reading: 'confirmed', unbounded: new Set(), facts: [] }

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
  it('says by whose sentences a replaced criterion counts', () => {
    const replaced = structuredClone(index.tasks.get('2.2')!.criterion!)
    Object.assign(replaced, { settled: 'replaced', settled_text: '每起扣1分' })
    const rules = new Map([...index.rules].map(([key, place]) => [key, { ...place, criterion: replaced }]))
    const rule = viewReason(why, { ...context, index: { ...index, rules } }).children[1]?.children[0]?.children[0]
    expect(rule?.words?.instead).toBe('每起扣1分')
    expect(viewReason(why, context).children[1]?.children[0]?.children[0]?.words?.instead).toBeUndefined()
  })

  it('brings the words of the criterion to a rule', () => {
    const words = viewReason(why, context).children[1]?.children[0]?.children[0]?.words
    expect(words?.text).toBe(index.tasks.get('2.2')?.criterion?.text)
    expect(wordsOf(words!.text, words!.span)).toHaveLength(11)
  })

  it('brings them to a limit by its name', () => {
    const limit = step('limit', 'limit 7.1#1', '0', { span: [0, 4] })
    expect(viewReason(limit, context).words?.text).toBe(index.tasks.get('7.1')?.criterion?.text)
  })

  it('gives every step a place of its own', () => {
    const ids: string[] = []
    const walk = (view: ReturnType<typeof viewReason>): void => {
      ids.push(view.id)
      view.children.forEach(walk)
    }
    walk(viewReason(why, context))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('openAtFirst', () => {
  it('opens the way to what happened and leaves the rest folded', () => {
    expect(openAtFirst(viewReason(why, context))).toEqual(['0', '0.1', '0.1.0', '0.1.0.0'])
  })
})

describe('what a step comes to', () => {
  const figureOfRule = (rule: Reason, more: Partial<ReasonContext> = {}) => viewReason(rule, { ...context, ...more }).figure

  it('is 未评, and not 0, on every level above a rule without a word', () => {
    const section = step('section', '1', '0', {
      sentence: '严格落实：0分',
      children: [step('task', '1.2', '0', { sentence: '党组专题研究：0分', children: [openRule] })],
    })
    const view = viewReason(section, context)
    expect(view).toMatchObject({ sentence: '严格落实', figure: { kind: 'unevaluated' } })
    expect(view.children[0]).toMatchObject({ sentence: '党组专题研究', figure: { kind: 'unevaluated' } })
    expect(view.children[0]?.children[0]?.figure).toEqual({ kind: 'unevaluated' })
  })

  it('is 未定 where a projection has no bound, in the step as in the row', () => {
    const judged = step('rule', '6.1.1', '0', { open: true, sentence: '视情打分：还没有记录，未评' })
    const projected = { reading: 'projected', unbounded: new Set(['6.1.1']) } as const
    expect(figureOfRule(judged, projected)).toEqual({ kind: 'undetermined' })
    expect(viewReason(judged, { ...context, ...projected }).sentence).toBe('视情打分：还没有记录')
  })

  it('is 0 where a rule was said not to apply', () => {
    const closed = step('task', '1.2', '0', { children: [step('rule', '1.2.1', '0')] })
    expect(figureOfRule(closed)).toEqual({ kind: 'amount', amount: '0' })
  })

  it('says of a limit how much less counts, and deducts nothing', () => {
    const bonus = step('rule', '7.1.1', '2', { children: [step('limit', '7.1#1', '-1')] })
    const deduct = step('rule', '2.2.1', '-5', { children: [step('limit', '2.2#1', '1')] })
    expect(viewReason(bonus, context).children[0]?.figure).toEqual({ kind: 'less', of: 'bonus', amount: '1' })
    expect(viewReason(deduct, context).children[0]?.figure).toEqual({ kind: 'less', of: 'deduct', amount: '1' })
  })
})

describe('a fact behind a figure', () => {
  const recorded = { id: 'f1', on: '2017-03-20', status: 'confirmed' } as FactRecord
  const counted = step('fact', 'f1', '-1', { sentence: '3月20日：1次 × 1分 = −1分', evidence: ['党组会议记录'] })

  it('says its day with the year, and its evidence', () => {
    const view = viewReason(counted, { ...context, facts: [recorded] })
    expect(view.sentence).toBe('2017年3月20日：1次 × 1分 = −1分')
    expect(view.evidence).toEqual(['党组会议记录'])
    expect(viewReason(counted, context).sentence).toBe(counted.sentence)
  })

  it('tells what was taken back from what was overtaken', () => {
    const aside = { ...counted, set_aside: true }
    const reversal = { id: 'f2', reverses: 'f1', status: 'confirmed' } as FactRecord
    expect(viewReason(aside, { ...context, facts: [recorded] }).setAside).toBe('overtaken')
    expect(viewReason(aside, { ...context, facts: [recorded, reversal] }).setAside).toBe('reversed')
    expect(viewReason(counted, { ...context, facts: [recorded] }).setAside).toBe(false)
  })
})

describe('showsWords', () => {
  it('asks whether an open step shows any, so that they can be shown otherwise', () => {
    const touched = viewReason(why, context)
    expect(showsWords(touched, new Set(openAtFirst(touched)))).toBe(true)
    const untouched = viewReason(step('task', '1.2', '0', { children: [openRule] }), context)
    expect(showsWords(untouched, new Set(openAtFirst(untouched)))).toBe(false)
  })
})
