// What a rule wants to be told: the one place where a trigger decides how a fact is asked for and
// worded.

import type { Criterion, Rule } from '@/api/types'
import { comparePoints } from '@/format/points'

export type Measure =
  | 'holds' // whether it is so
  | 'count' // how many occurrences
  | 'figure' // a figure as of a day, or an increment
  | 'components' // which of the listed parts exist
  | 'missing' // how many parts are missing
  | 'late' // how many units of time
  | 'place' // a place in a ranking
  | 'points' // what a person decides
  | 'undecided' // a judgement whose range nobody has set yet: nothing can be recorded

// `base` is the full mark of the item that the rule stands in, where it has one.
export function measureOf(rule: Rule, base?: string): Measure {
  switch (rule.trigger) {
    case 'occurs':
      // A tier is decided by the figure that its threshold speaks of.
      if (!rule.when) return 'holds'
      return rule.when.from !== undefined || rule.when.to !== undefined ? 'place' : 'figure'
    case 'each':
      return 'count'
    case 'short':
    case 'over':
    case 'below':
    case 'above':
    case 'ratio':
      return 'figure'
    case 'missing':
      return rule.of?.length ? 'components' : 'missing'
    case 'late':
      return 'late'
    case 'rank':
      return 'place'
    case 'judged':
      return rangeOf(rule, base) ? 'points' : 'undecided'
  }
}

// The range within which a person decides; nothing if the rule leaves no choice, or nobody has set
// one. 酌情扣10分 is at most that figure, and an award at most the item's base.
export function rangeOf(rule: Rule, base?: string): { min: string; max: string } | undefined {
  if (typeof rule.points === 'object') return rule.points
  if (rule.trigger !== 'judged') return undefined
  const largest = Object.values(rule.levels ?? {}).sort(comparePoints).pop()
  const max = rule.points ?? largest ?? (rule.effect === 'award' ? base : undefined)
  return max === undefined ? undefined : { min: '0', max }
}

// What a ranking has to be told besides the place, to say who came last or how far one fell.
export function placeNeeds(rule: Rule): 'of' | 'from_place' | undefined {
  if (rule.trigger !== 'rank') return undefined
  const { when } = rule
  if (when && when.from === undefined && when.to === undefined) return 'from_place'
  if (when || rule.levels) return undefined
  return ['位次', '位', '名'].includes(rule.unit ?? '') ? 'from_place' : 'of'
}

// Things that are counted one by one grow by increments; rates are stated as they are.
export function growsByIncrements(rule: Rule): boolean {
  return rule.trigger === 'short' || rule.trigger === 'over'
}

// How “it is so” reads: done or not, happened or not, reached or not, entitled or not.
export function holdsWording(rule: Rule): 'duty' | 'incident' | 'award' | 'bonus' {
  if (rule.effect === 'award' || rule.effect === 'bonus') return rule.effect
  return rule.nature === 'duty' ? 'duty' : 'incident'
}

// Units of what is measured and may come in parts; anything else is counted one by one.
const MEASURED = /(百分点|%|％|元|分|时|天|日|月|年|公里|亩|公顷|吨|度)$/

// Whether a rule counts occurrences or things, of which there is no half.
export function countsWhole({ trigger, unit = '' }: Rule): boolean {
  if (trigger === 'each') return !MEASURED.test(unit)
  return (trigger === 'short' || trigger === 'over') && unit !== '' && !MEASURED.test(unit)
}

// Whether a fact can be recorded on the rule at all: not while its criterion is held (挂账).
export function isRecordable({ rule, criterion, base }: { rule: Rule; criterion: Criterion; base?: string }): boolean {
  return !criterion.held && measureOf(rule, base) !== 'undecided'
}
