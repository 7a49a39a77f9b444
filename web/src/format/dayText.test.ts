import { describe, expect, it } from 'vitest'

import { readDay } from './dayText'

describe('readDay', () => {
  it.each([
    '2017-03-05', '2017-3-5', '2017.3.5', '2017.03.05', '2017/3/5', '2017年3月5日', '2017年03月05号', '2017年3月5',
    '20170305', ' 2017-03-05 ', '2017 年 3 月 5 日', '２０１７－３－５', '２０１７．３．５', '2017。3。5', '2017—3—5',
  ])('reads “%s”', (text) => {
    expect(readDay(text)).toEqual({ day: '2017-03-05' })
  })

  it.each(['2017-02-30', '2017-13-45', '2017-00-10', '2017-04-31', '20170229', '1900-02-29', '0017-03-05', '2017-03-00'])(
    'knows that there is no “%s”',
    (text) => {
      expect(readDay(text)).toEqual({ trouble: 'dayImpossible' })
    },
  )

  it('knows leap years', () => {
    expect(readDay('2016-02-29')).toEqual({ day: '2016-02-29' })
    expect(readDay('2000.2.29')).toEqual({ day: '2000-02-29' })
  })

  it.each(['abc', '3月5日', '2017-03', '2017', '17-3-5', '201735', '2017-03-05-06', '2017-3-5x'])(
    'makes nothing of “%s”',
    (text) => {
      expect(readDay(text)).toEqual({ trouble: 'dayUnreadable' })
    },
  )
})
