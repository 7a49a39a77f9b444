// Points are exact decimals written as strings, from the server to the screen; nothing here goes
// through a floating-point number. The only place where they become text.

export type Language = 'zh-CN' | 'en'

// A point has 1 000 000 parts, as on the server.
const SCALE = 6

function millionths(decimal: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal)
  if (!match) throw new Error(`not a decimal: ${decimal}`)
  const [, sign, whole = '0', part = ''] = match
  const size = BigInt(whole + part.slice(0, SCALE).padEnd(SCALE, '0'))
  return sign === '-' ? -size : size
}

function decimal(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0')
  const part = digits.slice(-SCALE).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${part && `.${part}`}`
}

export function isDecimal(text: string): boolean {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text)
}

// A number that the server would not take: more than six digits before the point.
export function isTooLarge(text: string): boolean {
  return /^-?0*[1-9]\d{6,}(\.\d*)?$/.test(text)
}

export function comparePoints(a: string, b: string): number {
  const difference = millionths(a) - millionths(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function sumPoints(amounts: readonly string[]): string {
  return decimal(amounts.reduce((sum, amount) => sum + millionths(amount), 0n))
}

// What has to be added to `before` to get `after`.
export function pointsMoved(before: string, after: string): string {
  return decimal(millionths(after) - millionths(before))
}

export function pointsSign(amount: string): -1 | 0 | 1 {
  return comparePoints(amount, '0') as -1 | 0 | 1
}

function magnitude(amount: string): string {
  return decimal(millionths(amount)).replace('-', '')
}

// "0.50" → “0.5分”; the sign, if any, is kept.
export function formatPoints(amount: string, language: Language): string {
  const text = decimal(millionths(amount)).replace('-', '−')
  return language === 'en' ? `${text} pt` : `${text}分`
}

// A signed change in words: “扣0.5分”, “加1分”, “0分”.
export function formatChange(amount: string, language: Language): string {
  const sign = pointsSign(amount)
  if (sign === 0) return formatPoints('0', language)
  if (language === 'en') return `${sign < 0 ? '−' : '+'}${magnitude(amount)} pt`
  return `${sign < 0 ? '扣' : '加'}${magnitude(amount)}分`
}
