import './legacy'
import '@/ui'
import '@/styles/theme.css'
import '@/styles/parts.css'
import '@/styles/print.css'

import { createPinia } from 'pinia'
import { createApp } from 'vue'

import { setClientHooks } from '@/api/client'
import { problemWords } from '@/api/problemWords'
import App from '@/App.vue'
import { currentLanguage, i18n, keptLanguage, useLanguage } from '@/i18n'
import { router } from '@/router'
import { useConnection } from '@/stores/connection'
import { useSession } from '@/stores/session'

const app = createApp(App)
app.use(createPinia())
app.use(i18n)

const session = useSession()
const connection = useConnection()
setClientHooks({
  language: currentLanguage,
  renewSession: () => session.renew(),
  connectionLost: () => connection.report(),
  said: (problem) => problemWords(problem, i18n.global.t, i18n.global.te),
  sentence: (code) => i18n.global.t(`problem.${code}`),
})

async function start(): Promise<void> {
  await useLanguage(keptLanguage())
  app.use(router)
  await router.isReady()
  app.mount('#app')
}
void start()
