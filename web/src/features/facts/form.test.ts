import { describe, expect, it } from 'vitest'

import type { Rule } from '@/api/types'
import { placeWith, ruleWith } from '@/testing'

import { emptyAnswers, factFrom, planFor, proposedDay, proposedOffice, troublesOf, type FactAnswers } from './form'

const period = { from: '2017-01-01', to: '2017-12-31' }

function answered(rule: Rule, answers: Partial<FactAnswers>): FactAnswers {
  return { ...emptyAnswers(planFor(placeWith(rule)), '2017-03-20', ''), ...answers }
}
const fact = (rule: Rule, answers: Partial<FactAnswers>) =>
  factFrom(planFor(placeWith(rule)), answered(rule, answers), '商务局', rule)
const troubles = (rule: Rule, answers: Partial<FactAnswers>) =>
  troublesOf(planFor(placeWith(rule)), answered(rule, answers), period)

const common = { unit: '商务局', rule: 'r1', on: '2017-03-20' }

const counted = ruleWith({ trigger: 'each', unit: '起' })
const short = ruleWith({ trigger: 'short', unit: '次', target: '2' })
const below = ruleWith({ trigger: 'below', unit: '百分点', target: '95' })
const parts = ruleWith({ trigger: 'missing', of: ['计划', '部署', '活动'] })
const judged = ruleWith({ trigger: 'judged', points: { min: '0.5', max: '1' } })
const bonus = ruleWith({ effect: 'bonus', trigger: 'each', levels: { 国家: '1', 省: '0.5' } })

describe('a fact made from the answers', () => {
  it('says whether it happened', () => {
    expect(fact(ruleWith({}), { holds: 'yes' })).toEqual({ ...common, holds: true })
    expect(fact(ruleWith({ nature: 'duty' }), { holds: 'no' })).toEqual({ ...common, holds: false })
  })

  it('counts occurrences, one unless more are given', () => {
    expect(fact(counted, {})).toEqual({ ...common, count: '1' })
    expect(fact(counted, { amount: '3' })).toEqual({ ...common, count: '3' })
  })

  it('names a case instead of counting, for a case counts once', () => {
    expect(fact(counted, { amount: '3', case: ' 甲案 ' })).toEqual({ ...common, case: '甲案' })
  })

  it('adds meetings one by one, or states how many there were', () => {
    expect(fact(short, {})).toEqual({ ...common, add: '1' })
    expect(fact(short, { mode: 'value', amount: '0' })).toEqual({ ...common, value: '0' })
  })

  it('states a rate as it is', () => {
    expect(fact(below, { amount: '93.5' })).toEqual({ ...common, value: '93.5' })
  })

  it('lists the components that exist, also when there are none', () => {
    expect(fact(parts, { present: ['计划'] })).toEqual({ ...common, present: ['计划'] })
    expect(fact(parts, {})).toEqual({ ...common, present: [] })
  })

  it('counts missing parts where the rule lists none, and time late', () => {
    expect(fact(ruleWith({ trigger: 'missing' }), { amount: '2' })).toEqual({ ...common, missing: '2' })
    expect(fact(ruleWith({ trigger: 'late' }), { amount: '1.5' })).toEqual({ ...common, late: '1.5' })
  })

  it('gives a place, among how many and from which', () => {
    const rank = ruleWith({ trigger: 'rank', levels: { 1: '2' } })
    expect(fact(rank, { place: '3', placeOf: '10', fromPlace: '1' })).toEqual({
      ...common,
      place: '3',
      of: '10',
      from_place: '1',
    })
  })

  it('keeps the points that a person decides', () => {
    expect(fact(judged, { points: '0.75' })).toEqual({ ...common, points: '0.75' })
  })

  it('names the work and the level of a bonus, without a count', () => {
    expect(fact(bonus, { work: '经验A', level: '省' })).toEqual({ ...common, work: '经验A', level: '省' })
  })

  it('says nothing of level or points where nothing happened', () => {
    const honour = ruleWith({ effect: 'bonus', levels: { 国家: '1' } })
    expect(fact(honour, { holds: 'no', level: '国家', work: '经验A' })).toEqual({ ...common, holds: false })
  })

  it('drops everything measured where the rule does not apply', () => {
    expect(fact(short, { applies: false, amount: '9', note: '从未获评' })).toEqual({
      ...common,
      applies: false,
      note: '从未获评',
    })
  })

  it('takes one piece of evidence a line', () => {
    expect(fact(ruleWith({}), { holds: 'yes', evidence: '会议纪要〔2017〕3号\n\n 签到表 ', office: '办公室' })).toEqual({
      ...common,
      holds: true,
      office: '办公室',
      evidence: ['会议纪要〔2017〕3号', '签到表'],
    })
  })
})

describe('what keeps answers from being a fact', () => {
  it('is nothing for complete answers', () => {
    expect(troubles(counted, {})).toEqual({})
    expect(troubles(parts, {})).toEqual({})
  })

  it('is an answer not given', () => {
    expect(troubles(ruleWith({}), {})).toEqual({ holds: 'required' })
    expect(troubles(below, {})).toEqual({ value: 'required' })
    expect(troubles(bonus, {})).toEqual({ level: 'required', work: 'required' })
    expect(troubles(counted, { on: '' })).toEqual({ on: 'required' })
  })

  it('is a day that is none, and no other day is taken for it', () => {
    expect(troubles(counted, { on: '2017-02-30' })).toEqual({ on: 'dayImpossible' })
    expect(troubles(counted, { on: '3月5日' })).toEqual({ on: 'dayUnreadable' })
    expect(fact(counted, { on: '2017年3月5日' })).toMatchObject({ on: '2017-03-05' })
  })

  it('is a figure that is none, or cannot be', () => {
    expect(troubles(below, { amount: '九十' })).toEqual({ value: 'decimal' })
    expect(troubles(counted, { amount: '0' })).toEqual({ count: 'positive' })
    expect(troubles(counted, { amount: '-1' })).toEqual({ count: 'positive' })
    expect(troubles(ruleWith({ trigger: 'missing' }), { amount: '1.5' })).toEqual({ missing: 'whole' })
    expect(troubles(below, { amount: '99999999999999999' })).toEqual({ value: 'tooLarge' })
    expect(troubles(below, { amount: '999999.5' })).toEqual({})
  })

  it('is half of what is counted one by one, and not a part of what is measured', () => {
    expect(troubles(counted, { amount: '0.5' })).toEqual({ count: 'whole' })
    expect(troubles(counted, { amount: 'abc' })).toEqual({ count: 'whole' })
    expect(troubles(short, { amount: '1.5' })).toEqual({ add: 'whole' })
    expect(troubles(short, { mode: 'value', amount: '0.5' })).toEqual({ value: 'whole' })
    expect(troubles(ruleWith({ trigger: 'each', unit: '个百分点' }), { amount: '0.5' })).toEqual({})
    expect(troubles(ruleWith({ trigger: 'each', unit: '万元' }), { amount: '2.5' })).toEqual({})
    expect(troubles(below, { amount: '93.5' })).toEqual({})
  })

  it('is a decision outside the range, whose ends belong to it', () => {
    expect(troubles(judged, { points: '0.49' })).toEqual({ points: 'outOfRange' })
    expect(troubles(judged, { points: '1' })).toEqual({})
    const atMost = ruleWith({ trigger: 'judged', points: '10' })
    expect(troubles(atMost, { points: '10.5' })).toEqual({ points: 'outOfRange' })
  })

  it('is a missing note where the day lies outside the period or the rule does not apply', () => {
    expect(troubles(counted, { on: '2018-01-10' })).toEqual({ note: 'noteForDay' })
    expect(troubles(counted, { on: '2018-01-10', note: '2017年度述职' })).toEqual({})
    expect(troubles(counted, { applies: false, amount: '' })).toEqual({ note: 'noteForApplies' })
  })

  it('asks for no level, work or points of what did not happen', () => {
    const honour = ruleWith({ effect: 'bonus', levels: { 国家: '1' } })
    expect(troubles(honour, { holds: 'no' })).toEqual({})
  })
})

describe('a judgement without a range', () => {
  it('cannot be recorded yet', () => {
    const open = ruleWith({ effect: 'award', trigger: 'judged', points: undefined })
    expect(planFor(placeWith(open)).measure).toBe('undecided')
  })
})

describe('an award left to judgement', () => {
  it('lies between nothing and the full mark of its item', () => {
    const open = ruleWith({ effect: 'award', trigger: 'judged', points: undefined })
    expect(planFor({ ...placeWith(open), base: '5' })).toMatchObject({
      measure: 'points',
      range: { min: '0', max: '5' },
    })
  })
})

describe('a ranking', () => {
  const rank = (changes: Partial<Rule>) => ruleWith({ trigger: 'rank', ...changes })

  it('wants to know among how many for the last place, and the place before for a fall', () => {
    expect(troubles(rank({}), { place: '9' })).toEqual({ of: 'required' })
    expect(troubles(rank({ unit: '位' }), { place: '9' })).toEqual({ from_place: 'required' })
    expect(troubles(rank({ levels: { 1: '2' } }), { place: '1' })).toEqual({})
  })
})

describe('a rule under a limit per piece of work', () => {
  it('asks which piece', () => {
    const place = placeWith(counted)
    const limits = [{ at_most: '1', rules: [0], each: '项', span: [0, 1] as [number, number] }]
    const plan = planFor({ ...place, criterion: { ...place.criterion, limits } })
    expect(plan.asksWork).toBe(true)
  })
})

describe('a tier', () => {
  it('is decided by its figure or its place', () => {
    expect(planFor(placeWith(ruleWith({ when: { at_least: '90', unit: '%' } })))).toMatchObject({ measure: 'figure', unit: '%' })
    expect(planFor(placeWith(ruleWith({ when: { from: '1', to: '3' } }))).measure).toBe('place')
  })
})

describe('proposedDay', () => {
  it('is the last one used, else today within the period, else none', () => {
    expect(proposedDay(period, '2017-05-01', '2017-03-20')).toBe('2017-03-20')
    expect(proposedDay(period, '2017-05-01', '')).toBe('2017-05-01')
    expect(proposedDay(period, '2018-02-01', '')).toBe('')
  })
})

describe('proposedOffice', () => {
  const task = (...names: string[]) => ({ key: '1.1', responsible: names.map((name) => ({ name })) })

  it('is the only one named, if the register knows it', () => {
    expect(proposedOffice(task('组织人事处'), ['组织人事处', '办公室'])).toBe('组织人事处')
    expect(proposedOffice(task('相关涉案处室'), ['组织人事处'])).toBe('')
  })

  it('is none where several answer', () => {
    expect(proposedOffice(task('办公室', '组织人事处'), ['组织人事处', '办公室'])).toBe('')
  })
})
