import { describe, expect, it } from 'vitest'

import type { GivenOfficeName, OfficeNames } from '@/api/types'

import { answerOf, asksForNames, findName, formFor, lacking, namesAsked, officeOptions, openIn, tagOptions } from './officeNames'

const given: GivenOfficeName = { name: '贸促会', tags: ['业务'], means: ['市场处'], tasks: ['2.1'], by: 'keeper', at: '2017-05-04T01:00:00Z', reason: '照旧例' }
const names: OfficeNames = {
  unit: '示范市商业局',
  unknown: [
    { name: '法规科', nearest: ['法规处'], tasks: ['1.1', '1.3'], vague: false },
    { name: '相关处室', nearest: [], tasks: ['2.2'], vague: true },
  ],
  given: [given],
  offices: [
    { name: '办公室', tags: [] },
    { name: '法规处', tags: ['处室'] },
    { name: '市场处', tags: ['处室', '业务'] },
  ],
}

describe('what a name may mean', () => {
  it('has the nearest first and everything once', () => {
    expect(officeOptions(names, ['市场处', '各业务处室'])).toEqual([
      { name: '市场处', isNearest: true },
      { name: '各业务处室', isNearest: true },
      { name: '办公室', isNearest: false },
      { name: '法规处', isNearest: false },
    ])
  })

  it('has each tag with its offices', () => {
    expect(tagOptions(names)).toEqual([
      { tag: '处室', offices: ['法规处', '市场处'] },
      { tag: '业务', offices: ['市场处'] },
    ])
  })
})

describe('the answer', () => {
  it('chooses nothing for who has not said anything', () => {
    const form = formFor({ name: '法规科', nearest: ['法规处'] })
    expect(form).toEqual({ way: '', offices: [], tags: [], reason: '' })
    expect(lacking(form)).toBe('way')
  })

  it('begins with what was said, without changing it', () => {
    const form = formFor({ name: '贸促会', nearest: [], given })
    expect(form).toEqual({ way: 'tags', offices: [], tags: ['业务'], reason: '照旧例' })
    form.tags.push('处室')
    expect(given.tags).toEqual(['业务'])
    expect(formFor({ name: '贸促会', nearest: [], given: { ...given, tags: [], ignored: true } }).way).toBe('ignored')
  })

  it('sends only what belongs to the chosen way', () => {
    const form = { offices: ['法规处'], tags: ['业务'], reason: ' 更名 ' }
    expect(answerOf({ ...form, way: 'offices' })).toEqual({ offices: ['法规处'], reason: '更名' })
    expect(answerOf({ ...form, way: 'tags' })).toEqual({ tags: ['业务'], reason: '更名' })
    expect(answerOf({ ...form, way: 'ignored', reason: '' })).toEqual({ ignored: true })
  })

  it('needs an office or a tag where it speaks of them', () => {
    const empty = { offices: [], tags: [], reason: '' }
    expect(lacking({ ...empty, way: 'offices' })).toBe('offices')
    expect(lacking({ ...empty, way: 'tags' })).toBe('tags')
    expect(lacking({ ...empty, way: 'ignored' })).toBeUndefined()
    expect(lacking({ ...empty, way: 'offices', offices: ['法规处'] })).toBeUndefined()
  })
})

describe('names', () => {
  it('are found whether or not they are answered', () => {
    expect(findName(names, '法规科')).toEqual({ name: '法规科', nearest: ['法规处'] })
    expect(findName(names, '贸促会')?.given).toBe(given)
    expect(findName(names, '没有的处')).toBeUndefined()
  })

  it('are open in the tasks that name them', () => {
    expect(openIn(names, ['1.3', '9.9']).map(({ name }) => name)).toEqual(['法规科'])
    expect(openIn(names, [])).toEqual([])
  })

  it('belong to the questions that quote them', () => {
    const unknown = { kind: 'office-unknown', about: '1.1', text: '名录中没有 1.1、1.3 的“法规科”：请指定' }
    const open = { kind: 'offices-open', about: '2.2', text: '2.2 的“相关处室”没有写明：请指定' }
    expect(namesAsked(names, unknown)).toEqual(['法规科'])
    expect(namesAsked(names, open)).toEqual(['相关处室'])
    expect(namesAsked(names, { ...unknown, kind: 'lead' })).toEqual([])
    expect(namesAsked(names, { ...unknown, text: '名录中没有 1.1 的“法规科科长”' })).toEqual([])
    expect(namesAsked(names, { ...unknown, kind: 'offices-open' })).toEqual([]) // a name, and asked about as one
    expect(namesAsked(undefined, unknown)).toEqual([])
    expect(asksForNames([{ kind: 'lead', text: '' }])).toBe(false)
    expect(asksForNames([open])).toBe(true)
  })
})
