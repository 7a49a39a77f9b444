import { describe, expect, it } from 'vitest'

import type { Permission } from '@/api/types'

import { landingFor, menuFor } from './menu'

const may = (...can: Permission[]) => (permission: Permission) => can.includes(permission)
const routes = (...can: Permission[]) =>
  menuFor(may(...can)).flatMap((group) => group.items.map((item) => item.route))

describe('menuFor', () => {
  it('shows an appraiser the appraisal and nothing of the administration', () => {
    expect(routes('read', 'scores', 'record', 'decide')).toEqual(['schemes', 'scores', 'record', 'owed'])
  })

  it('shows the system administrator people and nothing of scores', () => {
    expect(routes('appoint', 'accounts')).toEqual(['people'])
  })

  it('hides recording from an observer', () => {
    expect(routes('read', 'scores')).toEqual(['schemes', 'scores', 'owed'])
  })

  it('shows no scores to somebody who only reports', () => {
    expect(routes('read', 'record')).toEqual(['schemes', 'record'])
  })

  it('is empty where nothing is allowed', () => {
    expect(menuFor(may())).toEqual([])
  })
})

describe('landingFor', () => {
  it('opens what somebody is here for', () => {
    expect(landingFor(may('read', 'scores', 'import'))?.route).toBe('scores')
    expect(landingFor(may('read', 'record'))?.route).toBe('record')
    expect(landingFor(may('appoint', 'accounts'))?.route).toBe('people')
    expect(landingFor(may('accounts', 'verify'))?.route).toBe('verification')
    expect(landingFor(may('accounts'))?.route).toBe('people')
    expect(landingFor(may())).toBeUndefined()
  })
})
