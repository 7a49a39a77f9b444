import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError } from '@/api/client'
import { getSession, signIn, signOut } from '@/api/endpoints'
import type { Session } from '@/api/types'

import { useSession } from './session'

vi.mock('@/api/endpoints')

const appraiser: Session = {
  name: '考评员',
  display: '考评员',
  role: 'appraiser',
  role_title: '考评员',
  can: ['read', 'record', 'decide'],
}

const kept = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
})

beforeEach(() => {
  kept.clear()
  kept.set('kaoping.signedIn', '1')
  vi.mocked(getSession).mockReset()
  setActivePinia(createPinia())
  vi.mocked(signIn).mockResolvedValue(appraiser)
  vi.mocked(signOut).mockResolvedValue(undefined)
})

describe('session', () => {
  it('is nobody’s when the server says so', async () => {
    vi.mocked(getSession).mockRejectedValue(new ApiError({ status: 401, code: 'x', detail: '请登录' }))
    const session = useSession()
    await session.load()
    expect(session.user).toBeUndefined()
    expect(session.may('read')).toBe(false)
  })

  it('does not ask the server about anybody where nobody signed in before', async () => {
    kept.clear()
    const session = useSession()
    await session.load()
    expect(getSession).not.toHaveBeenCalled()
    expect(session.known).toBe(true)

    await session.enter('考评员', 'x')
    expect(kept.size).toBe(1)
    await session.leave()
    expect(kept.size).toBe(0)
  })

  it('names the user by the name to show, and others as the server does', async () => {
    vi.mocked(signIn).mockResolvedValue({ ...appraiser, name: 'appraiser' })
    const session = useSession()
    await session.enter('appraiser', 'x')
    expect(session.nameOf('appraiser')).toBe('考评员')
    expect(session.nameOf('reviewer')).toBe('reviewer')
  })

  it('does not take a broken connection for being signed out', async () => {
    vi.mocked(getSession).mockRejectedValue(new ApiError({ status: 0, code: 'network', detail: '' }))
    const session = useSession()
    await expect(session.load()).rejects.toThrow()
    expect(session.known).toBe(false)
  })

  it('allows what the server lists and nothing else', async () => {
    const session = useSession()
    await session.enter('考评员', 'x')
    expect(session.may('record')).toBe(true)
    expect(session.may('appoint')).toBe(false)
  })

  it('lets every waiting request go on once renewed', async () => {
    const session = useSession()
    await session.enter('考评员', 'x')
    const waiting = [session.renew(), session.renew()]
    expect(session.renewal).toBeDefined()
    await session.enter('考评员', 'x')
    await expect(Promise.all(waiting)).resolves.toEqual([true, true])
    expect(session.renewal).toBeUndefined()
  })

  it('lets them fail when the user leaves instead', async () => {
    const session = useSession()
    await session.enter('考评员', 'x')
    const waiting = session.renew()
    await session.leave()
    await expect(waiting).resolves.toBe(false)
    expect(session.user).toBeUndefined()
  })
})
