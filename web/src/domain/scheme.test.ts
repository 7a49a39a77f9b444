import { describe, expect, it } from 'vitest'

import { referenceDetail } from '@/testing'

import { clauseCounts, indexScheme, limitKey, ownCriterion, pendingReasons, taskTitle } from './scheme'

const index = indexScheme(referenceDetail.scheme)

describe('indexScheme', () => {
  it('finds a rule by its key and by its lasting id', () => {
    expect(index.rules.get('2.2.2')).toBe(index.rules.get('r-2.2.2'))
    expect(index.rules.get('2.2.2')?.task.key).toBe('2.2')
  })

  it('counts a shared criterion once and finds it from every task', () => {
    expect(new Set([...index.rules.values()]).size).toBe(29)
    expect(index.tasks.get('6.3')?.home.key).toBe('6.1')
    expect(index.tasks.get('6.3')?.criterion).toBe(ownCriterion(index.tasks.get('6.1')!.task))
  })
})

describe('clauseCounts', () => {
  it('counts rules and limits apart, so that the rules add up to those of the scheme', () => {
    const totals = { rules: 0, limits: 0, policies: 0 }
    for (const { task } of index.tasks.values()) {
      const criterion = ownCriterion(task)
      for (const { kind, n } of criterion ? clauseCounts(criterion) : []) totals[kind] += n
    }
    expect(totals).toEqual({ rules: 29, limits: 3, policies: 1 })
  })
})

describe('a task', () => {
  it('is called by its content, or by its criterion where that is the content too', () => {
    expect(taskTitle(index.tasks.get('1.2')!.task)).toBe('党组专题研究法治工作不少于2次')
    expect(taskTitle(index.tasks.get('7.4')!.task)).toBe('同一项工作不重复加分统计，以最高得分计算。')
  })

  it('names its limits from one', () => {
    expect(limitKey(index.tasks.get('7.1')!.task, 0)).toBe('7.1#1')
  })
})

describe('pendingReasons', () => {
  it('says why a criterion does not count yet, and nothing of a mere doubt', () => {
    expect(pendingReasons(referenceDetail, '6.1')).toHaveLength(1)
    expect(pendingReasons(referenceDetail, '7.2')).toEqual([])
  })
})
