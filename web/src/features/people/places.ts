// Units and offices of the register, as choices.

import { plainGroup, type ChoiceGroup } from '@/components/choices'
import type { Register, RegisterOffice, Role } from '@/api/types'

// What these may see and do hangs on their unit.
const NEED_UNIT: readonly Role[] = ['indicator_owner', 'data_source', 'unit_head', 'office_contact']
export const needsUnit = (role: Role | ''): boolean => role !== '' && NEED_UNIT.includes(role)

export const unitChoices = (register: Register | undefined): ChoiceGroup[] =>
  plainGroup((register?.units ?? []).map(({ name }) => name))

const namesWithin = (offices: readonly RegisterOffice[] = []): string[] =>
  offices.flatMap(({ name, offices: within }) => [name, ...namesWithin(within)])

export const officeChoices = (register: Register | undefined, unit: string): ChoiceGroup[] =>
  plainGroup(namesWithin(register?.units.find(({ name }) => name === unit)?.offices))
