import { describe, expect, it } from 'vitest'

import { matchingGroups } from '@/components/choices'
import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import { ruleGroups } from './ruleGroups'

const { scheme, readback } = referenceDetail
const groups = ruleGroups(scheme.sections, readback, indexScheme(scheme))
const found = (sought: string) =>
  matchingGroups(groups, sought).flatMap(({ choices }) => choices.map(({ value }) => value))

describe('ruleGroups', () => {
  it('offers every rule once that can be recorded, and no task without one', () => {
    expect(new Set(found('')).size).toBe(28)
    expect(found('')).not.toContain('r-6.1.1')
    expect(groups.map(({ key }) => key)).not.toContain('8.1')
  })

  it('offers no rule of a criterion that is held', () => {
    const held = structuredClone(scheme)
    const index = indexScheme(held)
    index.rules.get('r-5.2.2')!.criterion.held = true
    const offered = ruleGroups(held.sections, readback, index).flatMap(({ choices }) => choices.map(({ value }) => value))
    expect(offered).not.toContain('r-5.2.2')
  })

  it('lets a rule be found by what it says, by its task and by its section', () => {
    expect(found('缺席')).toContain('r-5.2.2')
    expect(found('缺席')[0]).toBe('r-5.2.2')
    expect(found('不及时报送')[0]).toBe('r-5.2.4')
    expect(found('党组专题')).toEqual(['r-1.2.1'])
    expect(found('市考评加分事项')).toHaveLength(3)
    expect(found('法治宣传 中心组')).toEqual(['r-3.2.1'])
  })
})
