// The nouns of the API under short names.

import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Criterion = Schemas['Criterion']
export type Diagnostic = Schemas['Diagnostic']
export type Fact = Schemas['Fact']
export type FactPage = Schemas['FactPage']
export type FactRecord = Schemas['FactRecord']
export type FactStatus = Schemas['FactStatus']
export type ImportOutcome = Schemas['ImportOutcome']
export type IssuedPassword = Schemas['IssuedPassword']
export type Limit = Schemas['Limit']
export type NewUser = Schemas['NewUser']
export type Notice = Schemas['Notice']
export type Owed = Schemas['Owed']
export type OwedList = Schemas['OwedList']
export type Permission = Schemas['Permission']
export type Problem = Schemas['Problem']
export type Question = Schemas['Question']
export type Reading = Schemas['Reading']
export type Reason = Schemas['Reason']
export type Responsible = Schemas['Responsible']
export type Role = Schemas['Role']
export type Rule = Schemas['Rule']
export type Scheme = Schemas['Scheme']
export type SchemeDetail = Schemas['SchemeDetail']
export type SchemeSummary = Schemas['SchemeSummary']
export type Scorecard = Schemas['Scorecard']
export type Section = Schemas['Section']
export type Session = Schemas['Session']
export type Task = Schemas['Task']
export type User = Schemas['User']
export type Verification = Schemas['Verification']

export type Readings = Record<Reading, Scorecard>
