import { describe, expect, it } from 'vitest'

import { wordDiff, type Piece } from './wordDiff'

const shown = (pieces: readonly Piece[]) => pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('')
const both = (before: string, after: string) => {
  const diff = wordDiff(before, after)
  return [shown(diff.before), shown(diff.after)]
}

describe('wordDiff', () => {
  it('marks what differs and nothing else, whole figures at once', () => {
    expect(both('学法不少于2次', '学法不少于3次')).toEqual(['学法不少于[2]次', '学法不少于[3]次'])
    expect(both('缺席1次扣1分', '缺席1次扣10.5分')).toEqual(['缺席1次扣[1]分', '缺席1次扣[10.5]分'])
  })

  it('marks words that came or went in one of the two only', () => {
    expect(both('制度没有建立的', '法治建设制度没有建立的')).toEqual(['制度没有建立的', '[法治建设]制度没有建立的'])
    expect(both('召开会议，扣1分', '扣1分')).toEqual(['[召开会议，]扣1分', '扣1分'])
  })

  it('marks several places, and no single letter between them', () => {
    expect(both('甲处牵头办理，乙处配合', '丙处牵头办理，丁处配合')).toEqual(['[甲]处牵头办理，[乙]处配合', '[丙]处牵头办理，[丁]处配合'])
    expect(both('未上报的扣分', '没报送的扣分')).toEqual(['[未上报]的扣分', '[没报送]的扣分'])
  })

  it('marks nothing where nothing differs, and all where all does', () => {
    expect(both('一样', '一样')).toEqual(['一样', '一样'])
    expect(both('', '新的')).toEqual(['', '[新的]'])
    expect(both('旧', '新')).toEqual(['[旧]', '[新]'])
  })

  it('gives every letter back, also of very long texts', () => {
    const long = '不少于一次'.repeat(400)
    const diff = wordDiff(`甲${long}乙`, `丙${[...long].reverse().join('')}丁`)
    expect(diff.before.map(({ text }) => text).join('')).toBe(`甲${long}乙`)
    expect(diff.before).toHaveLength(1)
  })
})
