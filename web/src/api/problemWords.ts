// What the server says of a problem, in the words of the page: its sentences also speak to whoever
// works at the command line.

import type { Problem } from './types'

export function problemWords(
  { code, detail }: Pick<Problem, 'code' | 'detail'>,
  t: (key: string) => string,
  has: (key: string) => boolean,
): string {
  const own = `problem.said.${code}`
  if (has(own)) return t(own)
  return detail.split(t('problem.password.server')).join(t('problem.password.page'))
}
