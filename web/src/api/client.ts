// The one way to the server: JSON in and out, errors as ApiError, an ended session renewed in place.

import type { Problem, SeenTable } from './types'

export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number // 0 if no answer came
  readonly code: string
  readonly field: string | undefined
  readonly tables: readonly SeenTable[] // of a file, where a person may say what they hold

  // `message` is one sentence for the reader.
  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail'> & { field?: string; tables?: SeenTable[] }) {
    super(problem.detail)
    this.status = problem.status
    this.code = problem.code
    this.field = problem.field
    this.tables = problem.tables ?? []
  }
}

export interface ClientHooks {
  language(): string
  // The session has ended. Resolves to true once somebody has signed in again; the request is then
  // sent a second time, so that nothing typed is lost.
  renewSession(): Promise<boolean>
  // No answer came at all.
  connectionLost(): void
  // What the server said of a problem, in the words of the page.
  said(problem: Problem): string
  // Sentences for what the server could not say itself.
  sentence(code: 'network' | 'unreadable'): string
}

export interface RequestOptions {
  json?: unknown
  file?: Blob
  query?: Record<string, string | number | undefined>
  headers?: Record<string, string>
  // A question that may be answered “nobody is signed in”.
  mayBeSignedOut?: boolean
}

const BASE = '/api/v1'

let hooks: ClientHooks = {
  language: () => 'zh-CN',
  renewSession: () => Promise.resolve(false),
  connectionLost: () => undefined,
  said: ({ detail }) => detail,
  sentence: (code) => code,
}

export function setClientHooks(given: ClientHooks): void {
  hooks = given
}

// A path with its parts escaped: path`/schemes/${id}`.
export function path(texts: TemplateStringsArray, ...parts: string[]): string {
  return texts.map((text, i) => text + encodeURIComponent(parts[i] ?? '')).join('')
}

function address(to: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return BASE + to + (text && `?${text}`)
}

async function send(method: string, to: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': hooks.language(), ...options.headers }
  if (method !== 'GET') headers['X-Kaoping'] = '1'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (options.file) {
    headers['Content-Type'] = 'application/octet-stream'
    init.body = options.file
  } else if (options.json !== undefined) {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(options.json)
  }
  try {
    return await fetch(address(to, options.query), init)
  } catch {
    hooks.connectionLost()
    throw new ApiError({ status: 0, code: 'network', detail: hooks.sentence('network') })
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Problem
    if (typeof problem.detail === 'string' && problem.detail) {
      return new ApiError({ ...problem, detail: hooks.said(problem) })
    }
  } catch {
    // No problem+json: something between here and the server answered.
  }
  return new ApiError({
    status: response.status,
    code: 'unreadable',
    detail: hooks.sentence('unreadable'),
  })
}

// The answer to a request that went well.
async function answerTo(method: string, to: string, options: RequestOptions): Promise<Response> {
  let response = await send(method, to, options)
  if (response.status === 401 && !options.mayBeSignedOut && (await hooks.renewSession())) {
    response = await send(method, to, options)
  }
  if (!response.ok) throw await errorOf(response)
  return response
}

async function bodyOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch {
    throw new ApiError({
      status: response.status,
      code: 'unreadable',
      detail: hooks.sentence('unreadable'),
    })
  }
}

export async function request<T>(method: string, to: string, options: RequestOptions = {}): Promise<T> {
  return bodyOf<T>(await answerTo(method, to, options))
}

// What was answered, and its ETag: sent back as If-Match, it says which state a change was meant for.
export interface Tagged<T> {
  value: T
  tag: string | undefined
}

export async function requestTagged<T>(method: string, to: string, options: RequestOptions = {}): Promise<Tagged<T>> {
  const response = await answerTo(method, to, options)
  return { value: await bodyOf<T>(response), tag: response.headers.get('ETag') ?? undefined }
}
