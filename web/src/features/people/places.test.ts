import { describe, expect, it } from 'vitest'

import type { Register } from '@/api/types'

import { needsUnit, officeChoices, unitChoices } from './places'

const register: Register = {
  format: 'register/1',
  units: [
    { name: '示范市商业局', offices: [{ name: '法规处', offices: [{ name: '执法科' }] }, { name: '办公室' }] },
    { name: '示范市法院', assessed: false },
  ],
}
const labels = (groups: ReturnType<typeof unitChoices>) => groups.flatMap(({ choices }) => choices.map(({ label }) => label))

describe('places', () => {
  it('offers every unit, assessed or not', () => {
    expect(labels(unitChoices(register))).toEqual(['示范市商业局', '示范市法院'])
    expect(labels(unitChoices(undefined))).toEqual([])
  })

  it('offers the offices of the chosen unit, each before those within it', () => {
    expect(labels(officeChoices(register, '示范市商业局'))).toEqual(['法规处', '执法科', '办公室'])
    expect(labels(officeChoices(register, '示范市法院'))).toEqual([])
    expect(labels(officeChoices(register, ''))).toEqual([])
  })

  it('asks for a unit where the role hangs on it', () => {
    expect(needsUnit('office_contact')).toBe(true)
    expect(needsUnit('appraiser')).toBe(false)
    expect(needsUnit('')).toBe(false)
  })
})
