// The form that records a fact: which fields a rule asks for, and the fact that its answers make.

import type { Fact, Rule, Task } from '@/api/types'
import { countsWhole, growsByIncrements, measureOf, placeNeeds, rangeOf, type Measure } from '@/domain/measure'
import type { RulePlace } from '@/domain/scheme'
import { readDay, type DayTrouble } from '@/format/dayText'
import { comparePoints, isDecimal, isTooLarge } from '@/format/points'

export interface FormPlan {
  measure: Measure
  unit: string
  components: string[]
  levels: string[]
  range: { min: string; max: string } | undefined
  isWhole: boolean // half an occurrence is none
  byIncrements: boolean // propose an increment rather than the figure so far
  placeNeeds: 'of' | 'from_place' | undefined
  asksWork: boolean // which piece of work it is for, which counts once
  asksCase: boolean // which case a deduction is for
}

export interface FactAnswers {
  applies: boolean
  holds: 'yes' | 'no' | ''
  mode: 'add' | 'value' // for a figure
  amount: string // the count, figure, increment, number missing or time late
  present: string[]
  place: string
  placeOf: string
  fromPlace: string
  points: string
  level: string
  work: string
  case: string
  on: string // as typed
  office: string
  evidence: string // one reference a line
  note: string
}

// The names of the form's fields are the fact's own, so that the server's `field` finds its place.
export type FactField = Exclude<keyof Fact, 'unit' | 'rule' | 'known' | 'id' | 'reverses' | 'status'>
export const FACT_FIELDS: readonly FactField[] = [
  'applies', 'holds', 'count', 'value', 'add', 'present', 'missing', 'late', 'place', 'of', 'from_place',
  'points', 'level', 'work', 'case', 'on', 'office', 'evidence', 'note',
]
export type FactTrouble =
  | DayTrouble | 'required' | 'decimal' | 'whole' | 'positive' | 'tooLarge' | 'outOfRange' | 'noteForDay' | 'noteForApplies'
export type FactTroubles = Partial<Record<FactField, FactTrouble>>

export interface Period {
  from: string
  to: string
}

// Whether a limit per piece of work (每项最高扣1分) lies on the rule.
function isCappedByWork({ criterion, rule }: RulePlace): boolean {
  const index = criterion.rules.indexOf(rule)
  return criterion.limits.some(({ each, rules }) => each !== undefined && rules.includes(index))
}

export function planFor(place: RulePlace): FormPlan {
  const { rule, base } = place
  const measure = measureOf(rule, base)
  return {
    measure,
    unit: rule.unit ?? rule.when?.unit ?? '',
    components: rule.of ?? [],
    levels: measure === 'place' ? [] : Object.keys(rule.levels ?? {}),
    range: rangeOf(rule, base),
    placeNeeds: placeNeeds(rule),
    isWhole: countsWhole(rule) || measure === 'missing',
    byIncrements: growsByIncrements(rule),
    asksWork: rule.effect === 'bonus' || isCappedByWork(place),
    asksCase: measure === 'count' && rule.effect === 'deduct',
  }
}

export function emptyAnswers(plan: FormPlan, on: string, office: string): FactAnswers {
  return {
    applies: true,
    holds: '',
    mode: plan.byIncrements ? 'add' : 'value',
    amount: plan.measure === 'count' || plan.byIncrements ? '1' : '',
    present: [],
    place: '',
    placeOf: '',
    fromPlace: '',
    points: '',
    level: '',
    work: '',
    case: '',
    on,
    office,
    evidence: '',
    note: '',
  }
}

// The day to propose: the last one used, else today if it lies in the period. No other is guessed.
export function proposedDay(period: Period | undefined, today: string, lastUsed: string): string {
  if (lastUsed) return lastUsed
  return !period || isWithin(period, today) ? today : ''
}

// The office to propose: the task's own, if the table names just one that the register knows.
export function proposedOffice(task: Task, offices: readonly string[]): string {
  const [only, ...others] = task.responsible ?? []
  return only && !others.length && offices.includes(only.name) ? only.name : ''
}

export function isWithin(period: Period, day: string): boolean {
  return period.from <= day && day <= period.to
}

// The day that was typed, as the server writes it; empty while it is none.
export function dayOfAnswers({ on }: FactAnswers): string {
  return readDay(on).day ?? ''
}

// The field that holds the amount, by what is measured.
export function amountField(plan: FormPlan, answers: FactAnswers): FactField | undefined {
  switch (plan.measure) {
    case 'count':
      // One piece of work, or one case, counts once.
      return answers.work || answers.case || plan.asksWork ? undefined : 'count'
    case 'figure':
      return answers.mode
    case 'missing':
    case 'late':
      return plan.measure
    default:
      return undefined
  }
}

function troubleWithNumber(text: string, kind: 'decimal' | 'whole'): FactTrouble | undefined {
  if (!text.trim()) return 'required'
  if (isTooLarge(text)) return 'tooLarge'
  if (!isDecimal(text)) return kind
  if (kind === 'whole' && !/^-?\d+$/.test(text)) return 'whole'
  return undefined
}

function troubleWithAmount({ isWhole }: FormPlan, field: FactField, text: string): FactTrouble | undefined {
  const trouble = troubleWithNumber(text, isWhole ? 'whole' : 'decimal')
  if (trouble) return trouble
  const mayBeZero = field === 'value' || field === 'missing' || field === 'late'
  const sign = comparePoints(text, '0')
  return sign < 0 || (sign === 0 && !mayBeZero) ? 'positive' : undefined
}

function troubleWithPlace(text: string): FactTrouble | undefined {
  return troubleWithNumber(text, 'whole') ?? (comparePoints(text, '0') > 0 ? undefined : 'positive')
}

function troubleWithPoints({ range }: FormPlan, text: string): FactTrouble | undefined {
  const trouble = troubleWithNumber(text, 'decimal')
  if (trouble || !range) return trouble
  const inside = comparePoints(range.min, text) <= 0 && comparePoints(text, range.max) <= 0
  return inside ? undefined : 'outOfRange'
}

function measured(plan: FormPlan, answers: FactAnswers): FactTroubles {
  const troubles: FactTroubles = {}
  const check = (field: FactField, trouble: FactTrouble | undefined) => {
    if (trouble) troubles[field] = trouble
  }
  const field = amountField(plan, answers)
  if (field) check(field, troubleWithAmount(plan, field, answers.amount))
  if (plan.measure === 'holds' && !answers.holds) check('holds', 'required')
  if (plan.measure === 'place') {
    check('place', troubleWithPlace(answers.place))
    if (answers.placeOf || plan.placeNeeds === 'of') check('of', troubleWithPlace(answers.placeOf))
    if (answers.fromPlace || plan.placeNeeds === 'from_place') check('from_place', troubleWithPlace(answers.fromPlace))
  }
  if (answers.holds !== 'no') {
    if (plan.range) check('points', troubleWithPoints(plan, answers.points))
    if (plan.levels.length && !answers.level) check('level', 'required')
    if (plan.asksWork && !answers.work.trim()) check('work', 'required')
  }
  return troubles
}

// What still keeps the answers from being a fact; empty if nothing does.
export function troublesOf(plan: FormPlan, answers: FactAnswers, period?: Period): FactTroubles {
  const troubles = answers.applies ? measured(plan, answers) : {}
  const note = answers.note.trim()
  const { day, trouble } = readDay(answers.on)
  if (!answers.on.trim()) troubles.on = 'required'
  else if (trouble) troubles.on = trouble
  else if (period && !isWithin(period, day) && !note) troubles.note = 'noteForDay'
  if (!answers.applies && !note) troubles.note = 'noteForApplies'
  return troubles
}

function measuredFields(plan: FormPlan, answers: FactAnswers): Partial<Fact> {
  const fact: Partial<Fact> = {}
  const field = amountField(plan, answers)
  if (field) Object.assign(fact, { [field]: answers.amount })
  if (plan.measure === 'holds') fact.holds = answers.holds === 'yes'
  if (plan.measure === 'components') fact.present = answers.present
  if (plan.measure === 'place') {
    fact.place = answers.place
    if (answers.placeOf) fact.of = answers.placeOf
    if (answers.fromPlace) fact.from_place = answers.fromPlace
  }
  if (answers.holds === 'no') return fact
  if (plan.range) fact.points = answers.points
  if (plan.levels.length) fact.level = answers.level
  if (answers.work.trim()) fact.work = answers.work.trim()
  if (answers.case.trim()) fact.case = answers.case.trim()
  return fact
}

// Requires: troublesOf finds nothing.
export function factFrom(plan: FormPlan, answers: FactAnswers, unit: string, rule: Rule): Fact {
  const evidence = answers.evidence.split('\n').map((line) => line.trim()).filter(Boolean)
  const note = answers.note.trim()
  return {
    unit,
    rule: rule.id,
    on: dayOfAnswers(answers),
    ...(answers.applies ? measuredFields(plan, answers) : { applies: false }),
    ...(answers.office && { office: answers.office }),
    ...(evidence.length > 0 && { evidence }),
    ...(note && { note }),
  }
}
