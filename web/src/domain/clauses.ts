// What a criterion was read to say, clause by clause: each with its words and a sentence.

import type { Criterion, Finding, Rule, Task } from '@/api/types'
import { wordsOf, type Mark, type Span } from '@/components/segments'

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

// What is wrong or doubtful in a criterion; `span` where its words stand in the criterion itself.
export interface Remark {
  id: string
  finding: Finding
  span?: Span
}

// Errors first, then what a person should confirm, then what is merely said.
export function remarksOf(findings: readonly Finding[], text: string): Remark[] {
  const order = ['error', 'warning', 'note']
  return findings
    .map((finding, i) => {
      // A span counts in the cell that the finding is about, which may be that of the content.
      const { span, words } = finding
      const isHere = span && (words === undefined || wordsOf(text, span) === words)
      return { id: `finding ${i}`, finding, ...(isHere && { span }) }
    })
    .sort((a, b) => order.indexOf(a.finding.severity) - order.indexOf(b.finding.severity))
}

export function marksOf(...lists: readonly (readonly { id: string; span?: Span }[])[]): Mark[] {
  return lists.flat().flatMap(({ id, span }) => (span ? [{ id, span }] : []))
}
