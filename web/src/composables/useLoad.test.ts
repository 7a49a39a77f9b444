import { describe, expect, it } from 'vitest'

import { ApiError } from '@/api/client'

import { useLoad } from './useLoad'
import { useSubmit } from './useSubmit'

const refused = (field?: string) =>
  new ApiError({ status: 422, code: 'x', detail: '日期有误', ...(field && { field }) })

describe('useLoad', () => {
  it('shows the latest answer, whichever comes last', async () => {
    const answers: ((value: string) => void)[] = []
    const load = useLoad(() => new Promise<string>((resolve) => answers.push(resolve)))
    const first = load.reload()
    const second = load.reload()
    answers[1]?.('新')
    answers[0]?.('旧')
    await Promise.all([first, second])
    expect(load.data.value).toBe('新')
    expect(load.loading.value).toBe(false)
  })

  it('keeps what was there when asking again fails', async () => {
    let broken = false
    const load = useLoad(() => (broken ? Promise.reject(refused()) : Promise.resolve(1)))
    await load.reload()
    broken = true
    await load.reload()
    expect(load.data.value).toBe(1)
    expect(load.error.value).toBe('日期有误')
  })
})

describe('useSubmit', () => {
  it('puts a refusal at its field, or above the form where there is no such field', async () => {
    const form = useSubmit()
    expect(await form.submit(() => Promise.reject(refused('on')), ['on'])).toBe(false)
    expect(form.fieldErrors['on']).toBe('日期有误')
    await form.submit(() => Promise.reject(refused('known')), ['on'])
    expect(form.fieldErrors['on']).toBeUndefined()
    expect(form.error.value).toBe('日期有误')
  })

  it('sends nothing while something is under way', async () => {
    const form = useSubmit()
    let sent = 0
    const send = () => {
      sent++
      return Promise.resolve()
    }
    await Promise.all([form.submit(send), form.submit(send)])
    expect(sent).toBe(1)
  })

  it('says at each field that it is empty, and nothing of the others', () => {
    const form = useSubmit()
    expect(form.lacks({ name: '  ', password: 'x' }, 'Fill it in.')).toBe(true)
    expect({ ...form.fieldErrors }).toEqual({ name: 'Fill it in.' })
    expect(form.lacks({ name: 'a', password: 'x' }, 'Fill it in.')).toBe(false)
    expect({ ...form.fieldErrors }).toEqual({})
  })
})
