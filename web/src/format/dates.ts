// Days are "2017-03-20" and moments RFC 3339 texts, as the server writes them; here they become
// words. A day never passes through a time zone.

import type { Language } from './points'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

// “2017年3月20日”, as official documents write it.
export function formatDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  if (language === 'en') return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
  return `${year}年${Number(month)}月${Number(date)}日`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

export function dayOf(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

// “2017-12-29 17:30”, in the reader's time zone.
export function formatMoment(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return `${dayOf(date)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

// Whole days from `from` to `to`; negative if `to` is earlier.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
