import { describe, expect, it } from 'vitest'

import type { Question } from '@/api/types'
import { i18n } from '@/i18n'
import { referenceDetail } from '@/testing'

import { countQuestions, questionGroups } from './questions'

const t = (key: string, params: Record<string, unknown> = {}) => i18n.global.t(key, params)
const groups = (questions: Question[]) => questionGroups({ ...referenceDetail, questions }, t)

describe('questions of the import', () => {
  const asked = [
    { about: '1.2', text: '1.2 由政策法规处、办公室共同负责，没有写谁牵头：由谁牵头？', proposal: '政策法规处' },
    { about: '2.1', text: '2.1、2.2 的“相关涉案处室”由每个案件确定：请指定' },
    { about: '7.2', text: '7.2：列了3个级别，却只有2个分值' },
    { about: '1.2', text: '1.2 的“办公室”没有写明：请指定' },
    { text: '没有写明基准分' },
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

  it('stand with the document where they are about no task, and are all counted', () => {
    expect(groups(asked).find(({ task }) => task === '')?.title).toBe('整份文件')
    expect(countQuestions(groups(asked))).toBe(asked.length)
  })
})
