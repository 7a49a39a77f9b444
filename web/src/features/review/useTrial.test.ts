import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'

import { ApiError } from '@/api/client'
import type { ReadingTrial, TriedReading } from '@/api/types'

import { useTrial } from './useTrial'

const meaning = (written: string): TriedReading => ({ rules: [], clauses: [], written, diagnostics: [], acceptable: true })
const ask = vi.fn<(trial: ReadingTrial) => Promise<TriedReading>>()

beforeEach(() => {
  vi.useFakeTimers()
  ask.mockImplementation(({ text = '' }) => Promise.resolve(meaning(text)))
})
afterEach(() => {
  vi.useRealTimers()
  vi.resetAllMocks()
})

function typing(first: string) {
  const text = ref(first)
  const scope = effectScope()
  const trial = scope.run(() => useTrial(() => (text.value ? { text: text.value } : undefined), ask))!
  const type = async (words: string) => {
    text.value = words
    await nextTick()
  }
  return { trial, type, scope }
}

describe('useTrial', () => {
  it('asks at once about what stands there, then once the typing pauses', async () => {
    const { trial, type } = typing('甲')
    await vi.advanceTimersByTimeAsync(0)
    expect(trial.data.value?.reading.written).toBe('甲')
    await type('甲乙')
    await type('甲乙丙')
    expect(trial.isCurrent.value).toBe(false)
    await vi.advanceTimersByTimeAsync(400)
    expect(ask.mock.calls.map(([{ text }]) => text)).toEqual(['甲', '甲乙丙'])
    expect(trial.isCurrent.value).toBe(true)
  })

  it('keeps the answer before it, but not as the current one, when asking fails', async () => {
    const { trial, type } = typing('甲')
    await vi.advanceTimersByTimeAsync(0)
    ask.mockRejectedValueOnce(new ApiError({ status: 0, code: 'network', detail: '连不上' }))
    await type('乙')
    await vi.advanceTimersByTimeAsync(400)
    expect(trial.error.value).toBe('连不上')
    expect(trial.data.value?.reading.written).toBe('甲')
    expect(trial.isCurrent.value).toBe(false)
  })

  it('asks nothing about nothing, and nothing any more once it is closed', async () => {
    const { type, scope } = typing('')
    await type('甲')
    scope.stop()
    await vi.advanceTimersByTimeAsync(400)
    expect(ask).not.toHaveBeenCalled()
  })
})
