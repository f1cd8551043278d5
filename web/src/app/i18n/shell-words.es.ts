import { labels as account } from '@alongside/shared/labels/es/account'
import ui from '../../ui/words.es.json'
import app from '../words.es.json'

/** The words that every page needs, in one file. */
export const shell = { app, ui, labels: { account } }

/** The words of the features, and what their codes are called; each is fetched when a page needs it. */
export const words = import.meta.glob(['../../**/words.es.json', '!../words.es.json', '!../../ui/**'], {
  import: 'default',
})
export const labels = import.meta.glob(
  ['../../../../shared/src/labels/es/**/*.ts', '!../../../../shared/src/labels/es/account.ts'],
  { import: 'labels' },
)
