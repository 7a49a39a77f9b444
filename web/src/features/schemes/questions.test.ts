import { describe, expect, it } from 'vitest'

import type { OfficeNames, Question } from '@/api/types'
import { i18n } from '@/i18n'
import { referenceDetail } from '@/testing'

import { countQuestions, questionGroups } from './questions'

const t = (key: string, params: Record<string, unknown> = {}) => i18n.global.t(key, params)
const groups = (questions: Question[], names?: OfficeNames) => questionGroups({ ...referenceDetail, questions }, t, names)

describe('questions of the import', () => {
  const asked = [
    { kind: 'lead', about: '1.2', text: '1.2 由政策法规处、办公室共同负责，没有写谁牵头：由谁牵头？', proposal: '政策法规处' },
    { kind: 'offices-by-case', about: '2.1', text: '2.1、2.2 的“相关涉案处室”由每个案件确定：请指定' },
    { kind: 'levels-uneven', about: '7.2', text: '7.2：列了3个级别，却只有2个分值' },
    { kind: 'offices-open', about: '1.2', text: '1.2 的“办公室”没有写明：请指定' },
    { kind: 'pending', text: '没有写明基准分' },
  ]

  it('stand with the task, by its words and never by its key', () => {
    const [first, second] = groups(asked)
    expect(first).toMatchObject({ task: '1.2', title: '党组专题研究法治工作不少于2次' })
    expect(first?.questions).toEqual([
      { text: '本项由政策法规处、办公室共同负责，没有写谁牵头：由谁牵头？', proposal: '政策法规处' },
      { text: '本项的“办公室”没有写明：请指定' },
    ])
    expect(second?.questions[0]?.text).toMatch(/^本项、“自觉履行生效裁判.*”的“相关涉案处室”/)
    expect(groups(asked).find(({ task }) => task === '7.2')?.questions[0]?.text).toBe('本项：列了3个级别，却只有2个分值')
    expect(JSON.stringify(groups(asked).map(({ questions }) => questions))).not.toMatch(/\d\.\d/)
  })

  it('bring the names of offices that can be answered at once', () => {
    const open = { name: '办公室', nearest: [], tasks: ['1.2'], vague: true }
    const names = { unit: '某局', unknown: [open], given: [], offices: [] }
    expect(groups(asked, names).flatMap(({ questions }) => questions).filter((question) => question.names)).toEqual([
      { text: '本项的“办公室”没有写明：请指定', names: ['办公室'] },
    ])
  })

  it('stand with the document where they are about no task, and are all counted', () => {
    expect(groups(asked).find(({ task }) => task === '')?.title).toBe('整份文件')
    expect(countQuestions(groups(asked))).toBe(asked.length)
  })
})
