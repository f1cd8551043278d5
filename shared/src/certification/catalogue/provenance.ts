/** Where a rule was read, when, and how far the page can be trusted; shown wherever the rule decides. */
import type { PlainDate } from '../../calendar/plain-date.ts'

export const CONFIDENCES = [
  'official-current',
  'official-undated',
  'official-older',
  'secondary',
  'not-found',
] as const

export interface Provenance {
  /** Null, like the title, where no page was found. */
  readonly url: string | null
  readonly title: string | null
  /** As printed on the source: a year, a month or a day. */
  readonly date: string | null
  readonly confidence: (typeof CONFIDENCES)[number]
  readonly otherUrls: readonly string[]
  readonly readOn: PlainDate
}
