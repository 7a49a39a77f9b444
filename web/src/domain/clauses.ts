// What a criterion was read to say, clause by clause: each with its words and a sentence.

import type { Criterion, Diagnostic, Rule, Task } from '@/api/types'
import type { Mark, Span } from '@/components/segments'

import { limitKey } from './scheme'

export type Translate = (key: string, params?: Record<string, unknown>) => string

export interface Clause {
  id: string
  kind: 'rule' | 'limit' | 'policy' | 'link'
  span: Span
  sentence: string
  rule?: Rule
}

// In the order in which their words begin.
export function clausesOf(
  task: Task,
  criterion: Criterion,
  readback: Readonly<Record<string, string>>,
  t: Translate,
): Clause[] {
  const clauses: Clause[] = [
    ...criterion.rules.map((rule): Clause => ({
      id: rule.key,
      kind: 'rule',
      span: rule.span,
      sentence: readback[rule.key] ?? rule.condition ?? '',
      rule,
    })),
    ...criterion.limits.map((limit, i): Clause => ({
      id: limitKey(task, i),
      kind: 'limit',
      span: limit.span,
      sentence: readback[limitKey(task, i)] ?? limitSentence(limit.at_most, t),
    })),
    ...criterion.policies.map((policy, i): Clause => ({
      id: `policy ${i}`,
      kind: 'policy',
      span: policy.span,
      sentence: t(`criterion.policy.${policy.kind}`, { same: policy.same ?? t('criterion.sameWork') }),
    })),
    ...criterion.links.map((link, i): Clause => ({
      id: `link ${i}`,
      kind: 'link',
      span: link.span,
      sentence: t('criterion.link', { to: link.to }),
    })),
  ]
  return clauses.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

function limitSentence(atMost: string, t: Translate): string {
  return atMost === 'base' ? t('criterion.limitBase') : t('criterion.limit', { points: atMost })
}

export interface Remark {
  id: string
  diagnostic: Diagnostic
}

// Errors first, then what a person should confirm, then what is merely said.
export function remarksOf(criterion: Criterion): Remark[] {
  const order = ['error', 'warning', 'note']
  return (criterion.diagnostics ?? [])
    .map((diagnostic, i) => ({ id: `remark ${i}`, diagnostic }))
    .sort((a, b) => order.indexOf(a.diagnostic.severity) - order.indexOf(b.diagnostic.severity))
}

export function marksOf(clauses: readonly Clause[], remarks: readonly Remark[]): Mark[] {
  const marks: Mark[] = clauses.map(({ id, span }) => ({ id, span }))
  for (const { id, diagnostic } of remarks) {
    if (diagnostic.span) marks.push({ id, span: diagnostic.span })
  }
  return marks
}
