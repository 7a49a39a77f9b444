// One function per operation of api/openapi.yaml that the pages use.

import { path, request } from './client'
import type {
  Fact,
  FactPage,
  FactRecord,
  FactStatus,
  ImportOutcome,
  IssuedPassword,
  NewUser,
  OwedList,
  Readings,
  Role,
  SchemeDetail,
  SchemeSummary,
  Session,
  User,
  Verification,
} from './types'

interface Items<T> {
  items: T[]
}

const items = async <T>(list: Promise<Items<T>>): Promise<T[]> => (await list).items
const names = async (list: Promise<Items<{ name: string }>>): Promise<string[]> =>
  (await list).items.map(({ name }) => name)

export const getSession = () => request<Session>('GET', '/session', { mayBeSignedOut: true })
export const signIn = (name: string, password: string) =>
  request<Session>('POST', '/session', { json: { name, password }, mayBeSignedOut: true })
export const signOut = () => request<undefined>('DELETE', '/session', { mayBeSignedOut: true })
export const changeOwnPassword = (old: string, fresh: string) =>
  request<undefined>('PUT', '/session/password', { json: { old, new: fresh } })

export const listSchemes = () => items(request<Items<SchemeSummary>>('GET', '/schemes'))
export const getScheme = (id: string) => request<SchemeDetail>('GET', path`/schemes/${id}`)
export const importNotice = (file: File) =>
  request<ImportOutcome>('POST', '/schemes', { file, query: { filename: file.name } })
export const publishScheme = (id: string, reason: string) =>
  request<SchemeSummary>('POST', path`/schemes/${id}/publication`, { json: reason ? { reason } : {} })
export const listUnits = (id: string) =>
  names(request<Items<{ name: string }>>('GET', path`/schemes/${id}/units`))
export const listOffices = (id: string) =>
  names(request<Items<{ name: string }>>('GET', path`/schemes/${id}/offices`))

export const getReadings = async (id: string, unit: string) =>
  (await request<{ readings: Readings }>('GET', path`/schemes/${id}/scores/${unit}`)).readings
export const listOwed = (id: string, unit: string) =>
  request<OwedList>('GET', path`/schemes/${id}/owed/${unit}`)

export const listFacts = (
  id: string,
  query: { unit?: string; rule?: string; cursor?: string; limit?: number },
) => request<FactPage>('GET', path`/schemes/${id}/facts`, { query })
// The same `key` and fact again are recorded once, so a request may be repeated after a lost answer.
export const recordFact = (id: string, fact: Fact, key: string) =>
  request<FactRecord>('POST', path`/schemes/${id}/facts`, {
    json: fact,
    headers: { 'Idempotency-Key': key },
  })
export const decideFact = (
  id: string,
  fact: string,
  status: Exclude<FactStatus, 'claimed'>,
  note: string,
) =>
  request<FactRecord>('POST', path`/schemes/${id}/facts/${fact}/decision`, {
    json: note ? { status, note } : { status },
  })

export const listUsers = () => items(request<Items<User>>('GET', '/users'))
export const addUser = (user: NewUser) => request<IssuedPassword>('POST', '/users', { json: user })
export const changeRole = (name: string, role: Role) =>
  request<User>('PUT', path`/users/${name}/role`, { json: { role } })
export const resetPassword = (name: string) =>
  request<IssuedPassword>('PUT', path`/users/${name}/password`, { json: {} })

export const verifyLedger = () => request<Verification>('GET', '/verification')
