import { describe, expect, it } from 'vitest'

import { daysBetween, formatDay, formatMoment } from './dates'

describe('dates', () => {
  it('writes a day as official documents do, without leading zeros', () => {
    expect(formatDay('2017-05-03', 'zh-CN')).toBe('2017年5月3日')
    expect(formatDay('2017-12-29', 'en')).toBe('29 Dec 2017')
  })

  it('writes a moment to the minute', () => {
    expect(formatMoment(new Date(2017, 11, 29, 7, 5).toISOString())).toBe('2017-12-29 07:05')
  })

  it('leaves alone what is no moment', () => {
    expect(formatMoment('昨天')).toBe('昨天')
  })

  it('counts days across the end of a month and of a year', () => {
    expect(daysBetween('2017-02-28', '2017-03-01')).toBe(1)
    expect(daysBetween('2017-12-31', '2018-01-10')).toBe(10)
    expect(daysBetween('2018-01-10', '2017-12-31')).toBe(-10)
  })
})
