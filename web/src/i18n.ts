// The texts of the pages: Chinese at once, English when asked for.

import { createI18n } from 'vue-i18n'

import type { Language } from '@/format/points'
import chinese from '@/locales/zh-CN.json'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Language,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': chinese } as Record<Language, typeof chinese>,
})

const KEPT = 'kaoping.language'

export function currentLanguage(): Language {
  return i18n.global.locale.value
}

export async function useLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.global.availableLocales.includes('en')) {
    const english = await import('@/locales/en.json')
    i18n.global.setLocaleMessage('en', english.default)
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
  localStorage.setItem(KEPT, language)
}

export function keptLanguage(): Language {
  return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
}
