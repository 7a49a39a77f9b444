// Points and days as words of the current language.

import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { formatDay } from '@/format/dates'
import { formatChange, formatPoints, type Language } from '@/format/points'

export function useFormat() {
  const { locale } = useI18n()
  const language = computed(() => locale.value as Language)
  return {
    points: (amount: string) => formatPoints(amount, language.value),
    change: (amount: string) => formatChange(amount, language.value),
    day: (day: string) => formatDay(day, language.value),
  }
}
