import { type Component, defineAsyncComponent } from 'vue'
import { loadWords } from './words.ts'

type Fetch = () => Promise<Component | { default: Component }>

/** A component that is fetched when it is first shown, with the words that its modules need. */
export function lazyComponent(fetch: Fetch): Component {
  return defineAsyncComponent(async () => {
    const component = await fetch()
    await loadWords()
    return component as Component
  })
}
