/** What stands on a certificate, and within which bounds; knows no credential, so that a form stays light. */
import { isPlainDate } from '../../calendar/plain-date.ts'

export const CERTIFICATION_NUMBER_LIMIT = 60
/** Nobody alive at work was certified longer ago, and no board certifies for longer; both keep a slip of the pen out. */
export const OLDEST_ISSUE_YEARS = 60
export const LONGEST_TERM_AHEAD_YEARS = 20

/** A birthday without its year, 'MM-DD'; 29 February is one. */
export function isBirthday(text: string): boolean {
  return isPlainDate(`2024-${text}`)
}
