import { SUPERVISION_TYPES, type SupervisionType } from '../supervision-types.ts'

export type MinutesByType = Readonly<Partial<Record<SupervisionType, number>>>

export interface BalancePart {
  readonly type: SupervisionType
  readonly minutes: number
  /** Whole percent of all minutes; the parts add up to 100, or are all 0 where nothing was held. */
  readonly percent: number
  /** What the agreement asks for in the same time; null when it does not name this type. */
  readonly agreedMinutes: number | null
  /** Its share of all that is agreed on, as whole percent; null when the agreement does not name this type. */
  readonly agreedPercent: number | null
  readonly finding: 'not-agreed' | 'none-held' | 'less-than-agreed' | 'as-agreed'
}

export interface SupervisionBalance {
  readonly minutes: number
  readonly parts: readonly BalancePart[]
}

/**
 * How the minutes of a time spread over the three types, held against the agreement.
 * A total that meets every rule can hide that there was no support at all: each type is assessed by itself.
 */
export function supervisionBalance(held: MinutesByType, agreed: MinutesByType): SupervisionBalance {
  const minutes = SUPERVISION_TYPES.map((type) => held[type] ?? 0)
  const percents = wholePercents(minutes)
  const agreedPercents = wholePercents(SUPERVISION_TYPES.map((type) => agreed[type] ?? 0))
  const parts = SUPERVISION_TYPES.map((type, at): BalancePart => {
    const [of, agreedMinutes] = [minutes[at] ?? 0, agreed[type] ?? null]
    return {
      type,
      minutes: of,
      percent: percents[at] ?? 0,
      agreedMinutes,
      agreedPercent: agreedMinutes === null ? null : (agreedPercents[at] ?? 0),
      finding: finding(of, agreedMinutes),
    }
  })
  return { minutes: sum(minutes), parts }
}

export interface AgreedRhythm {
  readonly type: SupervisionType
  readonly cadenceDays: number
  /** Null where minutes were not agreed on. */
  readonly sessionMinutes: number | null
}

/** What an agreement asks for in so many days; null where a term names no minutes: then nothing can be compared. */
export function agreedMinutes(terms: readonly AgreedRhythm[], days: number): MinutesByType | null {
  const total: Partial<Record<SupervisionType, number>> = {}
  for (const { type, cadenceDays, sessionMinutes } of terms) {
    if (sessionMinutes === null) return null
    total[type] = Math.round((sessionMinutes * days) / cadenceDays)
  }
  return total
}

/** The minutes of each type in a list of segments. */
export function minutesByType(
  segments: readonly { readonly type: SupervisionType; readonly minutes: number }[],
): MinutesByType {
  const total: Partial<Record<SupervisionType, number>> = {}
  for (const { type, minutes } of segments) total[type] = (total[type] ?? 0) + minutes
  return total
}

function finding(held: number, agreed: number | null): BalancePart['finding'] {
  if (agreed === null) return 'not-agreed'
  if (held >= agreed) return 'as-agreed'
  return held === 0 ? 'none-held' : 'less-than-agreed'
}

/** Rounded so that they still add up to 100: what rounding leaves over goes to the largest remainders. */
function wholePercents(amounts: readonly number[]): number[] {
  const total = sum(amounts)
  if (total === 0) return amounts.map(() => 0)
  const floors = amounts.map((amount) => Math.floor((amount * 100) / total))
  const byRemainder = amounts
    .map((amount, at) => ({ at, remainder: (amount * 100) % total }))
    .sort((one, other) => other.remainder - one.remainder || one.at - other.at)
  const rounded = new Set(byRemainder.slice(0, 100 - sum(floors)).map(({ at }) => at))
  return floors.map((floor, at) => (rounded.has(at) ? floor + 1 : floor))
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
