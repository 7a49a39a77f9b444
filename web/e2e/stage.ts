// What the tests of a file are played on: a server and a browser, from the first test to the last.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launch, openPage } from './browser'
import { startServer, type Server } from './server'

export interface Stage {
  readonly server: Server
  open: (viewport?: Parameters<typeof openPage>[2]) => Promise<Page>
}

// Requires: called once, at the top of the file. The server is there within tests and the hooks that
// follow; whoever opens a page closes it.
export function useStage(): Stage {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    server = await startServer()
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })
  return {
    get server() {
      return server
    },
    open: (viewport) => openPage(browser, server, viewport),
  }
}
