import { mount, type VueWrapper } from '@vue/test-utils'
import { LABELS } from '../../shared/src/labels/labels.ts'
import { i18n } from '../../web/src/app/i18n/words.ts'

// Pages load the words that they use; a component under test has all of them.
const WORDS: Readonly<Record<string, object>> = import.meta.glob('../../web/src/**/words.{en,es}.json', {
  eager: true,
  import: 'default',
})
for (const [path, words] of Object.entries(WORDS)) {
  const [, folder = '', language] = /\/web\/src\/(.+)\/words\.(en|es)\.json$/.exec(path) ?? []
  const nested = folder.split('/').reduceRight((inner, name) => ({ [name]: inner }), words)
  i18n.global.mergeLocaleMessage(language === 'es' ? 'es-US' : 'en', nested)
}
i18n.global.mergeLocaleMessage('en', { labels: LABELS.en })
i18n.global.mergeLocaleMessage('es-US', { labels: LABELS.es })

/** Mounts a component as a page would have it: with words, and attached, so that it can take the focus. */
export function mountInPage(
  component: Parameters<typeof mount>[0],
  props: Record<string, unknown> = {},
): VueWrapper {
  return mount(component, { props, attachTo: document.body })
}
