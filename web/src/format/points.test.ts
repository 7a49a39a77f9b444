import { describe, expect, it } from 'vitest'

import { comparePoints, formatChange, formatPoints, isDecimal, pointsMoved, sumPoints } from './points'

describe('points', () => {
  it('shows a deduction by its verb and not by a sign', () => {
    expect(formatChange('-0.5', 'zh-CN')).toBe('扣0.5分')
    expect(formatChange('1.50', 'zh-CN')).toBe('加1.5分')
    expect(formatChange('-0.0', 'zh-CN')).toBe('0分')
  })

  it('shows a total with a real minus sign and without idle zeros', () => {
    expect(formatPoints('-17.50', 'zh-CN')).toBe('−17.5分')
    expect(formatPoints('100', 'en')).toBe('100 pt')
  })

  it('adds exactly where binary floating point would not', () => {
    expect(sumPoints(['0.1', '0.2', '-0.3'])).toBe('0')
    expect(sumPoints(Array.from({ length: 10 }, () => '0.1'))).toBe('1')
    expect(sumPoints(['9007199254740993', '0.000001'])).toBe('9007199254740993.000001')
  })

  it('keeps the sign of amounts under one point', () => {
    expect(sumPoints(['-0.25', '-0.25'])).toBe('-0.5')
    expect(pointsMoved('-1', '-1.5')).toBe('-0.5')
    expect(pointsMoved('-1.5', '-1')).toBe('0.5')
  })

  it('compares by value', () => {
    expect(comparePoints('-0.5', '-0.50')).toBe(0)
    expect(comparePoints('-2', '-10')).toBe(1)
    expect(comparePoints('9', '10')).toBe(-1)
  })

  it('accepts at most six places and no exponent', () => {
    expect(isDecimal('0.5')).toBe(true)
    expect(isDecimal('-3')).toBe(true)
    for (const text of ['', '1e3', '.5', '5.', '０.5', '1.1234567', ' 1']) {
      expect(isDecimal(text), text).toBe(false)
    }
  })
})
