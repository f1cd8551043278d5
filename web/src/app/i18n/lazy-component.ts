import { type Component, defineAsyncComponent } from 'vue'
import { loadWords } from './words.ts'

type Fetch = () => Promise<Component | { default: Component }>

/** A component that is fetched when it is first shown, with the words that its modules need. */
export function lazyComponent(fetch: Fetch): Component {
  return defineAsyncComponent(() => withWords(fetch))
}

/** The same for what a page can do without: where it cannot be fetched, as without a connection, nothing is shown. */
export function optionalComponent(fetch: Fetch): Component {
  return defineAsyncComponent(() =>
    withWords(fetch).catch((error: unknown) => {
      console.error(error)
      return () => null
    }),
  )
}

async function withWords(fetch: Fetch): Promise<Component> {
  const component = await fetch()
  await loadWords()
  return component as Component
}
