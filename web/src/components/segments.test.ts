import { describe, expect, it } from 'vitest'

import { segments, wordsOf } from './segments'

describe('segments', () => {
  it('cuts at the ends of each span and keeps the words between', () => {
    expect(segments('缺席扣1分；迟到扣0.5分。', [{ id: 'a', span: [0, 5] }, { id: 'b', span: [6, 13] }])).toEqual([
      { text: '缺席扣1分', marks: ['a'] },
      { text: '；', marks: [] },
      { text: '迟到扣0.5分', marks: ['b'] },
      { text: '。', marks: [] },
    ])
  })

  it('gives a piece under two spans both marks', () => {
    expect(segments('一二三四', [{ id: 'a', span: [0, 3] }, { id: 'b', span: [2, 4] }])).toEqual([
      { text: '一二', marks: ['a'] },
      { text: '三', marks: ['a', 'b'] },
      { text: '四', marks: ['b'] },
    ])
  })

  it('counts code points and not halves of surrogate pairs', () => {
    expect(segments('𠮷少一次', [{ id: 'a', span: [1, 4] }])[1]).toEqual({ text: '少一次', marks: ['a'] })
    expect(wordsOf('𠮷少一次', [0, 2])).toBe('𠮷少')
  })

  it('never loses a character, also where a span passes the end', () => {
    const text = '少一次扣1分'
    const pieces = segments(text, [{ id: 'a', span: [3, 99] }])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces[1]?.marks).toEqual(['a'])
  })

  it('is one plain piece without marks and nothing for an empty text', () => {
    expect(segments('条', [])).toEqual([{ text: '条', marks: [] }])
    expect(segments('', [])).toEqual([])
  })
})
