import { describe, expect, it } from 'vitest'

import { i18n } from '@/i18n'

import { problemWords } from './problemWords'

const t = (key: string) => i18n.global.t(key)
const words = (code: string, detail: string) => problemWords({ code, detail }, t, i18n.global.te)

describe('problemWords', () => {
  it('sends nobody on a page to the command line', () => {
    const said = words('scheme-not-found', '没有编号为“zzz”的方案；用 kaoping schemes 查看已有的方案')
    expect(said).toContain('没有这个方案')
    expect(said + words('data-corrupt', '存下的名录读不出来；请用 kaoping verify 核验数据')).not.toContain('kaoping')
  })

  it('leaves the rest as the server said it', () => {
    expect(words('fact-id-taken', '这个编号已有人用')).toBe('这个编号已有人用')
  })
})
