// What the server says of a problem; in the page's own words where the server's send to the command
// line.

import type { Problem } from './types'

export function problemWords(
  { code, detail }: Pick<Problem, 'code' | 'detail'>,
  t: (key: string) => string,
  has: (key: string) => boolean,
): string {
  const own = `problem.said.${code}`
  return has(own) ? t(own) : detail
}
