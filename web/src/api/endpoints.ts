// One function per operation of api/openapi.yaml that the pages use. What an operation takes and
// gives comes from the description, so that a change there stops the build here.

import { path, request, requestTagged, type RequestOptions, type Tagged } from './client'
import type { operations } from './schema.gen'
import type { ColumnRole, Fact, FactStatus, ReadingTrial, Role, SettlementForm } from './types'

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined
type Answer<Name extends keyof operations> = {
  [Status in keyof operations[Name]['responses'] & (200 | 201 | 204)]: Json<
    operations[Name]['responses'][Status]
  >
}[keyof operations[Name]['responses'] & (200 | 201 | 204)]
type Body<Name extends keyof operations> = Json<operations[Name]['requestBody']>

function call<Name extends keyof operations>(
  _name: Name,
  method: string,
  to: string,
  options: RequestOptions & { json?: Body<Name> } = {},
): Promise<Answer<Name>> {
  return request<Answer<Name>>(method, to, options)
}

function callTagged<Name extends keyof operations>(
  _name: Name,
  method: string,
  to: string,
  options: RequestOptions & { json?: Body<Name> } = {},
): Promise<Tagged<Answer<Name>>> {
  return requestTagged<Answer<Name>>(method, to, options)
}

const SIGNING = { mayBeSignedOut: true }

export const getSession = () => call('getSession', 'GET', '/session', SIGNING)
export const signIn = (name: string, password: string) =>
  call('signIn', 'POST', '/session', { json: { name, password }, ...SIGNING })
export const signOut = () => call('signOut', 'DELETE', '/session', SIGNING)
export const changeOwnPassword = (old: string, fresh: string) =>
  call('changeOwnPassword', 'PUT', '/session/password', { json: { old, new: fresh } })

export const listSchemes = async () => (await call('listSchemes', 'GET', '/schemes')).items
export const getScheme = (id: string) => call('getScheme', 'GET', path`/schemes/${id}`)
// What a person says of the tables of a file: which one to take, and what its columns hold.
export interface TableHints {
  table?: number
  roles: Readonly<Record<number, ColumnRole>>
}
const queryOf = (file: File, { table, roles }: TableHints) => ({
  filename: file.name,
  table,
  map: Object.entries(roles).map(([column, role]) => `${column}=${role}`).join(',') || undefined,
})
export const previewNotice = (file: File, hints: TableHints) =>
  call('previewNotice', 'POST', '/previews', { file, query: queryOf(file, hints) })
export const importNotice = (file: File, hints: TableHints) =>
  call('importNotice', 'POST', '/schemes', { file, query: queryOf(file, hints) })
export const getRevision = (id: string) => call('getRevision', 'GET', path`/schemes/${id}/revision`)
// A preview stores nothing.
export const attachSupplement = (id: string, file: File, preview: boolean) =>
  call('attachSupplement', 'POST', path`/schemes/${id}/supplements`, {
    file,
    query: { filename: file.name, ...(preview && { preview: 'true' }) },
  })
export const listCarried = async (id: string) =>
  (await call('listCarried', 'GET', path`/schemes/${id}/carried`)).items
// `confirm` are the identities of warnings that publishing confirms.
export const publishScheme = (id: string, reason: string, confirm: string[], leaveFacts = false) =>
  call('publishScheme', 'POST', path`/schemes/${id}/publication`, {
    json: { ...(reason && { reason }), ...(confirm.length && { confirm }), ...(leaveFacts && { leave_facts: true }) },
  })

export const getCriterion = (id: string, task: string) =>
  callTagged('getCriterion', 'GET', path`/schemes/${id}/criteria/${task}`)
export const tryReading = (id: string, task: string, trial: ReadingTrial) =>
  call('tryReading', 'POST', path`/schemes/${id}/criteria/${task}/readings`, { json: trial })
// `tag` is that of the criterion as the person saw it: refused if somebody settled it since.
export const settleCriterion = (id: string, task: string, form: SettlementForm, tag: string | undefined) =>
  callTagged('settleCriterion', 'PUT', path`/schemes/${id}/criteria/${task}/settlement`, {
    json: form,
    ...(tag && { headers: { 'If-Match': tag } }),
  })
export const confirmFindings = (id: string, findings: [string, ...string[]], note: string) =>
  call('confirmFindings', 'POST', path`/schemes/${id}/confirmations`, {
    json: { findings, ...(note && { note }) },
  })

export const listUnits = async (id: string) =>
  (await call('listUnits', 'GET', path`/schemes/${id}/units`)).items.map(({ name }) => name)
export const listOffices = async (id: string) =>
  (await call('listOffices', 'GET', path`/schemes/${id}/offices`)).items.map(({ name }) => name)

export const getRegister = () => call('getRegister', 'GET', '/register')

export const listOfficeNames = (id: string) => call('listOfficeNames', 'GET', path`/schemes/${id}/office-names`)
// An empty answer takes back what was said.
export const answerOfficeName = (id: string, name: string, answer: Body<'answerOfficeName'>) =>
  call('answerOfficeName', 'PUT', path`/schemes/${id}/office-names/${name}`, { json: answer })

export const getReadings = async (id: string, unit: string) =>
  (await call('getScores', 'GET', path`/schemes/${id}/scores/${unit}`)).readings
export const listOwed = (id: string, unit: string) =>
  call('listOwed', 'GET', path`/schemes/${id}/owed/${unit}`)

export const listFacts = (
  id: string,
  query: { unit?: string; rule?: string; cursor?: string; limit?: number },
) => call('listFacts', 'GET', path`/schemes/${id}/facts`, { query })
// The same `key` and fact again are recorded once, so a request may be repeated after a lost answer.
export const recordFact = (id: string, fact: Fact, key: string) =>
  call('recordFact', 'POST', path`/schemes/${id}/facts`, {
    json: fact,
    headers: { 'Idempotency-Key': key },
  })
export const decideFact = (
  id: string,
  fact: string,
  status: Exclude<FactStatus, 'claimed'>,
  note: string,
) =>
  call('decideFact', 'POST', path`/schemes/${id}/facts/${fact}/decision`, {
    json: note ? { status, note } : { status },
  })

export const listUsers = async () => (await call('listUsers', 'GET', '/users')).items
export const addUser = (user: Body<'addUser'>) => call('addUser', 'POST', '/users', { json: user })
export const changeRole = (name: string, role: Role) =>
  call('changeRole', 'PUT', path`/users/${name}/role`, { json: { role } })
export const changePlace = (name: string, place: Body<'changePlace'>) =>
  call('changePlace', 'PUT', path`/users/${name}/place`, { json: place })
export const resetPassword = (name: string) =>
  call('resetPassword', 'PUT', path`/users/${name}/password`, { json: {} })

export const listSettings = async () => (await call('listSettings', 'GET', '/settings')).items

export const verifyLedger = () => call('verifyLedger', 'GET', '/verification')
