import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import type { App } from 'vue'

export const pinia = createPinia()

/** What every page stands on, router apart; tests mount pages on the same. */
export function installPlugins(app: App): void {
  app.use(pinia)
  app.use(PiniaColada, {})
}
