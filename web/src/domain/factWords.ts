// A recorded fact in one line.

import type { FactRecord, Rule } from '@/api/types'

import type { Translate } from './clauses'
import { holdsWording, measureOf } from './measure'

export function factWords(fact: FactRecord, rule: Rule | undefined, t: Translate): string {
  if (fact.applies === false) return t('fact.notApplicable')
  const parts = [measured(fact, rule, t), ...named(fact, t)]
  return parts.filter(Boolean).join(t('fact.join'))
}

function measured(fact: FactRecord, rule: Rule | undefined, t: Translate): string {
  const unit = rule?.unit ?? ''
  if (fact.holds !== undefined) return held(fact.holds, rule, t)
  if (fact.count !== undefined) return t('fact.count', { n: fact.count, unit })
  if (fact.add !== undefined) return t('fact.add', { n: fact.add, unit })
  if (fact.value !== undefined) return t('fact.value', { n: fact.value, unit })
  if (fact.present !== undefined) {
    return fact.present.length ? t('fact.present', { list: fact.present.join('、') }) : t('fact.presentNone')
  }
  if (fact.missing !== undefined) return t('fact.missing', { n: fact.missing })
  if (fact.late !== undefined) return t('fact.late', { n: fact.late, unit })
  if (fact.place !== undefined) {
    return fact.of === undefined ? t('fact.place', { n: fact.place }) : t('fact.placeOf', { n: fact.place, of: fact.of })
  }
  if (!rule || fact.points !== undefined || fact.reverses) return ''
  // That it is so goes without saying, and one case, or one piece of work, counts once.
  const measure = measureOf(rule)
  if (measure === 'holds') return held(true, rule, t)
  return measure === 'count' ? t('fact.count', { n: '1', unit }) : ''
}

// Whether it is so, and what: “成立：没有建立学法制度”.
function held(holds: boolean, rule: Rule | undefined, t: Translate): string {
  const verdict = t(`fact.holds.${rule ? holdsWording(rule) : 'incident'}.${holds ? 'yes' : 'no'}`)
  return rule?.condition ? t('fact.ofWhat', { verdict, what: rule.condition }) : verdict
}

function named(fact: FactRecord, t: Translate): string[] {
  return [
    fact.points === undefined ? '' : t('fact.points', { n: fact.points }),
    fact.level ? t('fact.level', { level: fact.level }) : '',
    fact.work ? t('fact.work', { work: fact.work }) : '',
    fact.case ? t('fact.case', { case: fact.case }) : '',
  ]
}
