import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError, path, request, requestTagged, setClientHooks } from './client'

const problem = (status: number, code: string, detail: string, field?: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: '', status, code, detail, field, request: 'q' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 })

const server = vi.fn<typeof fetch>()
const renewSession = vi.fn<() => Promise<boolean>>()
const connectionLost = vi.fn()

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  setClientHooks({
    language: () => 'en',
    renewSession,
    connectionLost,
    said: ({ detail }) => detail,
    sentence: (code) => `<${code}>`,
  })
})
afterEach(() => {
  vi.resetAllMocks()
  vi.unstubAllGlobals()
})

const refused = async (asked: Promise<unknown>): Promise<ApiError> => {
  const error = await asked.then(() => undefined, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}

describe('request', () => {
  it('marks a write so that another site cannot send it, and a read not', async () => {
    server.mockImplementation(() => Promise.resolve(answer({})))
    await request('POST', '/users', { json: {} })
    await request('GET', '/users')
    expect(server.mock.calls[0]?.[1]?.headers).toMatchObject({ 'X-Kaoping': '1', 'Accept-Language': 'en' })
    expect(server.mock.calls[1]?.[1]?.headers).not.toHaveProperty('X-Kaoping')
  })

  it('leaves out what a query does not say and escapes the rest', async () => {
    server.mockResolvedValue(answer({}))
    await request('GET', path`/schemes/${'a/b'}/facts`, { query: { unit: '商务局', cursor: undefined, rule: '' } })
    expect(server.mock.calls[0]?.[0]).toBe('/api/v1/schemes/a%2Fb/facts?unit=%E5%95%86%E5%8A%A1%E5%B1%80')
  })

  it('hands on the sentence, code and field of a problem', async () => {
    server.mockResolvedValue(problem(422, 'fact-day', '日期不在考评期内，请写明原因', 'on'))
    const error = await refused(request('POST', '/x'))
    expect(error).toMatchObject({ status: 422, code: 'fact-day', field: 'on', message: '日期不在考评期内，请写明原因' })
  })

  it('sends a request again once the session is renewed', async () => {
    server.mockResolvedValueOnce(problem(401, 'not-signed-in', '请登录')).mockResolvedValueOnce(answer({ id: '7' }))
    renewSession.mockResolvedValue(true)
    await expect(request('POST', '/x', { json: { note: '写了很久' } })).resolves.toEqual({ id: '7' })
    expect(server.mock.calls[1]?.[1]?.body).toBe('{"note":"写了很久"}')
  })

  it('gives up when nobody signs in again, and asks once only', async () => {
    server.mockImplementation(() => Promise.resolve(problem(401, 'not-signed-in', '请登录')))
    renewSession.mockResolvedValueOnce(false)
    expect((await refused(request('GET', '/x'))).status).toBe(401)
    renewSession.mockResolvedValueOnce(true)
    expect((await refused(request('GET', '/x'))).status).toBe(401)
    expect(server).toHaveBeenCalledTimes(3)
  })

  it('does not ask to renew a session while signing in', async () => {
    server.mockResolvedValue(problem(401, 'wrong-password', '姓名或密码不对'))
    await refused(request('POST', '/session', { mayBeSignedOut: true }))
    expect(renewSession).not.toHaveBeenCalled()
  })

  it('says so when no answer comes', async () => {
    server.mockRejectedValue(new TypeError('Failed to fetch'))
    expect(await refused(request('GET', '/x'))).toMatchObject({ status: 0, code: 'network', message: '<network>' })
    expect(connectionLost).toHaveBeenCalledOnce()
  })

  it('does not show what is no problem+json', async () => {
    server.mockResolvedValue(new Response('<html>Bad gateway', { status: 502 }))
    expect(await refused(request('GET', '/x'))).toMatchObject({ status: 502, message: '<unreadable>' })
  })

  it('hands out the tag of an answer, or none where none was given', async () => {
    server.mockResolvedValueOnce(new Response('{"task":"1.1"}', { headers: { ETag: '"7"' } }))
    await expect(requestTagged('GET', '/x')).resolves.toEqual({ value: { task: '1.1' }, tag: '"7"' })
    server.mockResolvedValueOnce(answer({}))
    await expect(requestTagged('GET', '/x')).resolves.toEqual({ value: {}, tag: undefined })
  })
})
