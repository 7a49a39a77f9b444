import { describe, expect, it } from 'vitest'

import { referenceDetail } from '@/testing'
import { indexScheme } from '@/domain/scheme'

import { inOwnWords, NO_READING, piecesOf, readingFrom, readingJson } from './pieces'

const rule = (key: string, span?: [number, number]) => ({ key, sentence: key, examples: [], table: [], ...(span && { span }) })

describe('piecesOf', () => {
  it('keeps the order of the text, and puts last what stands in none of its words', () => {
    const pieces = piecesOf({
      rules: [rule('1.1.2', [9, 12]), rule('1.1.3'), rule('1.1.1', [0, 4])],
      clauses: [{ kind: 'limit', key: '1.1#1', sentence: '最多2分。', span: [4, 8] }, { kind: 'link', sentence: '挂钩。' }],
    })
    expect(pieces.map(({ sentence }) => sentence)).toEqual(['1.1.1', '最多2分。', '1.1.2', '1.1.3', '挂钩。'])
    expect(new Set(pieces.map(({ id }) => id)).size).toBe(5)
  })
})

describe('inOwnWords', () => {
  it('leaves out what stands in all words or in none', () => {
    const pieces = piecesOf({ rules: [rule('1.1.1', [0, 4]), rule('1.1.2', [0, 2]), rule('1.1.3')], clauses: [] })
    expect(inOwnWords(pieces, '扣1分。').map(({ sentence }) => sentence)).toEqual(['1.1.2'])
  })
})

describe('a rule file', () => {
  it('has what a person may change and nothing that the server fills in', () => {
    const json = readingJson(indexScheme(referenceDetail.scheme).tasks.get('7.1')!.criterion!)
    expect(json).toContain('"effect": "bonus"')
    expect(json).not.toMatch(/"(key|id|span)"/)
    expect(readingFrom(json)).toMatchObject({ limits: [{ at_most: '2', rules: [0] }] })
  })

  it('is read only where it is an object', () => {
    expect(readingFrom('{"rules": [')).toBeUndefined()
    expect(readingFrom('[]')).toBeUndefined()
    expect(readingFrom('null')).toBeUndefined()
    expect(readingFrom(JSON.stringify(NO_READING))).toEqual(NO_READING)
  })
})
