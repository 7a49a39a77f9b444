import { describe, expect, it } from 'vitest'

import { indexScheme } from '@/domain/scheme'
import { referenceDetail } from '@/testing'

import { nameRows } from './rows'

const names = {
  unit: '南通市商务局',
  unknown: [{ name: '法规科', nearest: [], tasks: ['1.2', '6.3', '9.9'], vague: false }],
  given: [{ name: '外事处', ignored: true, means: [], tasks: [], by: 'keeper', at: '2017-05-04T01:00:00Z' }],
  offices: [],
}

describe('the list of names', () => {
  it('leads to the criteria of the tasks by their words, and leaves out tasks that are gone', () => {
    const { open, given } = nameRows(names, indexScheme(referenceDetail.scheme))
    expect(open[0]?.stands.map(({ task }) => task)).toEqual(['1.2', '6.1'])
    expect(open[0]?.stands[0]?.title).toBe('党组专题研究法治工作不少于2次')
    expect(given[0]).toMatchObject({ name: '外事处', stands: [] })
  })
})
