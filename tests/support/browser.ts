// A real browser for the journeys: one process for a test file, one fresh profile for a page.
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
  }
}

export interface PageOptions {
  width?: number
  height?: number
  dark?: boolean
  locale?: 'en-US' | 'es-US'
  baseUrl?: string
}

/** Quiet and alike on every machine, as root and in a container too. */
const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process draws all pages of a test file, and reads the scripts of the app once.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
]
const PHONE = 390
const HEIGHT = 844

let browser: Promise<Browser> | undefined

/** A page with its own cookies; call `closeBrowser` in `afterAll`. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  browser ??= chromium.launch({ executablePath: inject('chromium'), args: FLAGS })
  const context = await (
    await browser
  ).newContext({
    viewport: { width: options.width ?? PHONE, height: options.height ?? HEIGHT },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-US',
    reducedMotion: 'reduce',
    ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
  })
  // There to end what waits in vain: a busy machine takes several times as long as an idle one.
  context.setDefaultTimeout(45_000)
  // What a test opened is closed with it: a browser full of old pages gets slower with each of them.
  if (expect.getState().currentTestName) onTestFinished(() => context.close())
  return context.newPage()
}

export async function closeBrowser(): Promise<void> {
  const open = browser
  browser = undefined
  await (await open)?.close()
}
