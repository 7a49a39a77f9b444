import { describe, expect, it } from 'vitest'

import { afterKey, matchingGroups, plainGroup } from './choices'

const groups = [
  { key: 'a', title: '法治宣传', choices: [{ value: '1', label: '每少1次扣1分', also: '中心组' }, { value: '2', label: '缺席扣1分' }] },
  { key: 'b', title: '依法行政', choices: [{ value: '3', label: '每例扣2分' }] },
]
const found = (sought: string) => matchingGroups(groups, sought).flatMap(({ choices }) => choices.map(({ value }) => value))

describe('matchingGroups', () => {
  it('offers everything before anything is typed', () => {
    expect(found('')).toEqual(['1', '2', '3'])
  })

  it('finds by label, by heading and by further words', () => {
    expect(found('缺席')).toEqual(['2'])
    expect(found('依法')).toEqual(['3'])
    expect(found('中心组')).toEqual(['1'])
  })

  it('wants every word, and leaves no empty heading', () => {
    expect(found('宣传 缺席')).toEqual(['2'])
    expect(matchingGroups(groups, '宣传 每例')).toEqual([])
  })

  it('puts what stands in the choice itself before what only stands around it', () => {
    const rules = [
      { key: 'a', title: '缺席通报', choices: [{ value: 'heading', label: '每次扣1分' }] },
      {
        key: 'b',
        title: '会议',
        choices: [
          { value: 'further', label: '未报送材料：扣0.5分', also: '有一次缺席会议的扣1分' },
          { value: 'within', label: '无故缺席培训：扣1分' },
          { value: 'head', label: '每次会议：缺席，扣1分' },
        ],
      },
    ]
    const order = matchingGroups(rules, '缺席').flatMap(({ choices }) => choices.map(({ value }) => value))
    expect(order).toEqual(['head', 'within', 'further', 'heading'])
    expect(matchingGroups(rules, '').flatMap(({ choices }) => choices)[0]?.value).toBe('heading')
  })

  it('does not tell capitals apart', () => {
    expect(matchingGroups(plainGroup(['Office']), 'OFF')).toHaveLength(1)
  })
})

describe('afterKey', () => {
  const values = ['1', '2', '3']

  it('moves by arrows and goes round at the ends', () => {
    expect(afterKey(values, '', 'ArrowDown')).toBe('1')
    expect(afterKey(values, '3', 'ArrowDown')).toBe('1')
    expect(afterKey(values, '1', 'ArrowUp')).toBe('3')
  })

  it('stops at the ends when moving by pages', () => {
    expect(afterKey(values, '1', 'PageDown')).toBe('3')
    expect(afterKey(values, '2', 'PageUp')).toBe('1')
  })

  it('leaves other keys alone', () => {
    expect(afterKey(values, '1', 'a')).toBeUndefined()
  })
})
