// The reference notice as the server hands it out, for tests.

import type { Rule, SchemeDetail } from '@/api/types'
import type { RulePlace } from '@/domain/scheme'
import reference from '../testdata/nantong-2017.json'

export const referenceDetail = reference as unknown as SchemeDetail

// A deduction of one point by one occurrence, changed as a test needs it.
export function ruleWith(changes: Partial<Rule>): Rule {
  return { key: '1.1.1', id: 'r1', effect: 'deduct', trigger: 'occurs', points: '1', span: [0, 1], ...changes }
}

// The rule alone in a criterion.
export function placeWith(rule: Rule): RulePlace {
  const criterion = { text: '一二三', rules: [rule], limits: [], policies: [], links: [] }
  const task = { key: '1.1', criterion }
  return { rule, task, section: { key: '1', title: '项目', kind: 'ordinary', tasks: [task] }, criterion }
}
