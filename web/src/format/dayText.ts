// A day as people type it. What cannot be a day is refused and never replaced by another one.

export type DayTrouble = 'dayUnreadable' | 'dayImpossible'
export type DayRead = { day: string; trouble?: never } | { day?: never; trouble: DayTrouble }

const SEPARATED = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/

// Full-width digits, points and dashes, as an input method leaves them, as the plain ones.
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/。/g, '.')
    .replace(/\s+/g, '')
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

// “2017-3-5”, “2017.3.5”, “2017/3/5”, “2017年3月5日” and “20170305” are all "2017-03-05". A day without
// its year is not read: guessing one would be replacing it.
export function readDay(text: string): DayRead {
  const typed = plain(text)
  const [, year, month, date] = SEPARATED.exec(typed) ?? DIGITS.exec(typed) ?? []
  if (!year || !month || !date) return { trouble: 'dayUnreadable' }
  const isDay = Number(year) >= 1900 && Number(date) >= 1 && Number(date) <= daysIn(Number(year), Number(month))
  if (!isDay) return { trouble: 'dayImpossible' }
  return { day: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` }
}
