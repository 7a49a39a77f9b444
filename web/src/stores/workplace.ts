// Which scheme and unit one is at work on, so that changing pages keeps the place.

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

import { getScheme, listOffices, listSchemes, listSettings, listUnits } from '@/api/endpoints'
import type { SchemeDetail, SchemeSummary } from '@/api/types'
import { indexScheme } from '@/domain/scheme'

export const useWorkplace = defineStore('workplace', () => {
  const schemes = shallowRef<SchemeSummary[]>()
  const detail = shallowRef<SchemeDetail>()
  const units = ref<string[]>([])
  const offices = ref<string[]>([])
  const unit = ref('')
  const needsSecond = ref(true) // whether somebody else must confirm what one records
  const lastDay = ref('') // the day of the fact recorded last

  const index = computed(() => detail.value && indexScheme(detail.value.scheme))

  async function loadSchemes(): Promise<SchemeSummary[]> {
    schemes.value = await listSchemes()
    return schemes.value
  }

  // The scheme to open where none is named: the one at work on, else the newest in force.
  async function homeScheme(): Promise<string | undefined> {
    if (detail.value) return detail.value.id
    const all = schemes.value ?? (await loadSchemes())
    return (all.find(({ state }) => state === 'published') ?? all[0])?.id
  }

  async function open(id: string, again = false): Promise<void> {
    if (detail.value?.id === id && !again) return
    const [scheme, unitNames, officeNames, settings] = await Promise.all([
      getScheme(id),
      listUnits(id),
      listOffices(id),
      listSettings(),
    ])
    detail.value = scheme
    needsSecond.value = settings.find(({ name }) => name === 'second-confirmation')?.value !== 'off'
    units.value = unitNames
    offices.value = officeNames
    if (!unitNames.includes(unit.value)) unit.value = unitNames[0] ?? ''
  }

  // The scheme at work on as it stands now: who settles a criterion changes what the others see.
  async function refresh(): Promise<void> {
    const id = detail.value?.id
    if (!id) return
    const scheme = await getScheme(id)
    if (detail.value?.id === id) detail.value = scheme
  }

  // Leaves nothing behind for the next person at this screen.
  function clear(): void {
    schemes.value = undefined
    detail.value = undefined
    units.value = []
    offices.value = []
    unit.value = ''
    lastDay.value = ''
  }

  return {
    schemes, detail, index, units, offices, unit, needsSecond, lastDay,
    loadSchemes, homeScheme, open, refresh, clear,
  }
})
