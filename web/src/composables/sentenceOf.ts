// What to show of something that went wrong: the server's sentence. Anything else is a fault of
// this program and goes on to whoever reports those.

import { ApiError } from '@/api/client'

export function sentenceOf(reason: unknown): string {
  if (reason instanceof ApiError) return reason.message
  throw reason
}
