import { mount, type VueWrapper } from '@vue/test-utils'
import { LABELS } from '../../shared/src/labels/labels.ts'
import ui from '../../web/src/ui/words.en.json' with { type: 'json' }
import { i18n } from '../../web/src/app/i18n/words.ts'

i18n.global.mergeLocaleMessage('en', { ui, labels: LABELS.en })
i18n.global.mergeLocaleMessage('es-US', { labels: LABELS.es })

/** Mounts a component as a page would have it: with words, and attached, so that it can take the focus. */
export function mountInPage(
  component: Parameters<typeof mount>[0],
  props: Record<string, unknown> = {},
): VueWrapper {
  return mount(component, { props, attachTo: document.body })
}
