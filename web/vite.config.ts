import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// `npm run dev` serves the pages and passes the API on to a running `kaoping serve`.
const server = process.env['KAOPING_URL'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    // Government desktops still run browsers of Chromium's generation 85.
    target: 'chrome85',
    // Every asset is a file of its own, so that the server may forbid data: addresses.
    assetsInlineLimit: 0,
    // The browsers above need no help with module preloading.
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/healthz': server } },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
})
