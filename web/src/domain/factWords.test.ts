import { describe, expect, it } from 'vitest'

import type { FactRecord, Rule } from '@/api/types'
import { i18n } from '@/i18n'
import { ruleWith } from '@/testing'

import { factWords } from './factWords'
import { reversalOf, reversalStates } from './reversal'

const t = (key: string, params: Record<string, unknown> = {}) => i18n.global.t(key, params)
const record = (fields: Partial<FactRecord>): FactRecord => ({
  unit: '商务局',
  rule: '1.1.1',
  id: 'f1',
  on: '2017-03-20',
  status: 'claimed',
  recorded_by: '考评员',
  recorded_at: '2017-03-21T01:00:00Z',
  ...fields,
})
const words = (fields: Partial<FactRecord>, rule?: Rule) => factWords(record(fields), rule, t)

describe('factWords', () => {
  it('says of a duty whether it was done and of an incident whether it happened, and of what', () => {
    const duty = ruleWith({ nature: 'duty', condition: '没有建立学法制度' })
    expect(words({ holds: true }, duty)).toBe('成立：没有建立学法制度')
    expect(words({ holds: false }, duty)).toBe('不成立（已落实）：没有建立学法制度')
    expect(words({ holds: true }, ruleWith({ nature: 'incident' }))).toBe('成立')
    expect(words({ holds: false }, ruleWith({ nature: 'incident' }))).toBe('不成立')
    expect(words({ holds: true }, ruleWith({ effect: 'award', condition: '建成示范点' }))).toBe('达到：建成示范点')
  })

  it('says that it is so where the fact leaves that to be understood', () => {
    expect(words({}, ruleWith({ nature: 'duty', condition: '没有建立学法制度' }))).toBe('成立：没有建立学法制度')
    expect(words({ reverses: 'f0' }, ruleWith({ nature: 'duty', condition: '没有建立学法制度' }))).toBe('')
    expect(words({ points: '0.5' }, ruleWith({ points: { min: '0', max: '1' } }))).toBe('评定0.5分')
  })

  it('counts in the unit of the rule', () => {
    const rule = ruleWith({ trigger: 'each', unit: '例' })
    expect(words({ count: '3' }, rule)).toBe('3例')
    expect(words({ case: '甲案' }, rule)).toBe('1例，案件“甲案”')
  })

  it('tells an increment from a figure', () => {
    const rule = ruleWith({ trigger: 'short', unit: '次' })
    expect(words({ add: '1' }, rule)).toBe('新增1次')
    expect(words({ value: '2' }, rule)).toBe('截至当日2次')
  })

  it('names what exists, what is missing, how late, which place', () => {
    expect(words({ present: ['计划', '部署'] })).toBe('已有计划、部署')
    expect(words({ present: [] })).toBe('各项都没有')
    expect(words({ missing: '2' })).toBe('缺2项')
    expect(words({ late: '3' }, ruleWith({ trigger: 'late', unit: '天' }))).toBe('逾期3天')
    expect(words({ place: '3', of: '10' })).toBe('第3名（共10个）')
  })

  it('names the points decided, the level and the work', () => {
    expect(words({ points: '0.5' }, ruleWith({ trigger: 'judged' }))).toBe('评定0.5分')
    const bonus = ruleWith({ effect: 'bonus', trigger: 'each', unit: '项' })
    expect(words({ level: '省', work: '经验A' }, bonus)).toBe('1项，级别：省，工作“经验A”')
  })

  it('says that a rule does not apply', () => {
    expect(words({ applies: false })).toBe('本条不适用')
  })
})

describe('reversalOf', () => {
  it('takes the fact back on its own day and says nothing else of it', () => {
    expect(reversalOf(record({ count: '3', work: '经验A' }), '登错')).toEqual({
      unit: '商务局',
      rule: '1.1.1',
      on: '2017-03-20',
      reverses: 'f1',
      note: '登错',
    })
  })
})

describe('reversalStates', () => {
  it('holds a reversal for a claim until it is confirmed', () => {
    const facts = [record({ id: 'f1' }), record({ id: 'f2', reverses: 'f1', status: 'claimed' })]
    expect(reversalStates(facts).get('f1')).toBe('claimed')
    expect(reversalStates(facts).get('f2')).toBeUndefined()
  })

  it('takes the furthest of several, in whatever order they come', () => {
    const rejected = record({ id: 'f2', reverses: 'f1', status: 'rejected' })
    const confirmed = record({ id: 'f3', reverses: 'f1', status: 'confirmed' })
    expect(reversalStates([rejected, confirmed]).get('f1')).toBe('confirmed')
    expect(reversalStates([confirmed, rejected]).get('f1')).toBe('confirmed')
  })
})
