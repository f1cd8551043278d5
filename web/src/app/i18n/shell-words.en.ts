import { labels as account } from '@alongside/shared/labels/en/account'
import ui from '../../ui/words.en.json'
import app from '../words.en.json'

/** The words that every page needs, in one file. */
export const shell = { app, ui, labels: { account } }

/** The words of the features, and what their codes are called; each is fetched when a page needs it. */
export const words = import.meta.glob(['../../**/words.en.json', '!../words.en.json', '!../../ui/**'], {
  import: 'default',
})
export const labels = import.meta.glob(
  ['../../../../shared/src/labels/en/**/*.ts', '!../../../../shared/src/labels/en/account.ts'],
  { import: 'labels' },
)
