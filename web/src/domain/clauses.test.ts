import { describe, expect, it } from 'vitest'

import { wordsOf } from '@/components/segments'
import { referenceDetail } from '@/testing'

import { clausesOf, marksOf, remarksOf } from './clauses'
import { indexScheme } from './scheme'

const { scheme, readback } = referenceDetail
const index = indexScheme(scheme)
const t = (key: string, params: Record<string, unknown> = {}) => `${key} ${Object.values(params).join()}`.trim()

function clauses(key: string) {
  const { home, criterion } = index.tasks.get(key)!
  return clausesOf(home, criterion!, readback, t)
}

describe('clausesOf', () => {
  it('reads each rule back beside the words it comes from', () => {
    const [first, second] = clauses('2.2')
    expect(first?.sentence).toBe(readback['2.2.1'])
    expect(wordsOf(index.tasks.get('2.2')!.criterion!.text, second!.span)).toBe('不及时纠正的，加扣0.5分')
  })

  it('lists limits, policies and uses as clauses of their own', () => {
    expect(clauses('7.1').map(({ kind }) => kind)).toEqual(['rule', 'limit'])
    expect(clauses('7.1')[1]?.id).toBe('7.1#1')
    expect(clauses('7.4').map(({ sentence }) => sentence)).toEqual(['criterion.policy.highest_only 同一项工作'])
    expect(clauses('8.3')[0]?.sentence).toBe('criterion.link 年度全市法治建设评先评优')
  })

  it('says what a limit is also where no sentence came with it', () => {
    const { home, criterion } = index.tasks.get('7.1')!
    expect(clausesOf(home, criterion!, {}, t)[1]?.sentence).toBe('criterion.limit 2')
  })

  it('keeps the order of the text', () => {
    for (const key of index.tasks.keys()) {
      const begins = clauses(key).map(({ span }) => span[0])
      expect(begins).toEqual([...begins].sort((a, b) => a - b))
    }
  })
})

describe('remarksOf', () => {
  it('puts errors before doubts before notes', () => {
    const severities = (['note', 'error', 'warning'] as const).map((severity) => ({
      severity,
      code: severity,
      message: severity,
      identity: severity,
    }))
    const remarks = remarksOf(severities, '')
    expect(remarks.map(({ finding }) => finding.severity)).toEqual(['error', 'warning', 'note'])
  })

  it('marks the words a remark is about, and none of another cell', () => {
    const { text } = index.tasks.get('6.1')!.criterion!
    const findings = referenceDetail.findings.filter(({ task }) => task === '6.1')
    const elsewhere = { ...findings[0]!, span: [0, 2] as const, words: '大力' } as (typeof findings)[number]
    const marks = marksOf([], remarksOf([...findings, elsewhere], text))
    expect(marks.map(({ span }) => wordsOf(text, span))).toEqual(['视情打分', '另行制订个性化评分规定'])
  })
})
