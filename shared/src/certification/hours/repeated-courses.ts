/** The same course entered twice counts once; what may be the same one, or may not count again, is said to be open. */
import type { CountReason } from '../course-check/credit-outcome.ts'
import type { CeCredit } from './ce-credit.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { ceilingOver } from './ceilings.ts'
import type { CountedCredit } from './counted-credit.ts'
import { QUARTERS_PER_HOUR } from './credit-hours.ts'
import { foldedForComparison } from '../../language/folded-text.ts'

/**
 * Of entries of one course the one that is worth most counts, for all that any of them can serve: a longer one under
 * a low ceiling (seen as a video, where videos count nothing) takes nothing away.
 */
export function withoutRepeats(rule: RenewalRule, counted: readonly CountedCredit[]): CountedCredit[] {
  const kept = new Map<string, CountedCredit>()
  for (const each of counted.filter(({ quarters }) => quarters > 0)) {
    const key = courseOf(rule, each.credit)
    const before = kept.get(key)
    const best = before === undefined || isWorthMore(rule, each, before) ? each : before
    const categories = [...new Set([...(before?.categories ?? []), ...each.categories])].sort()
    kept.set(key, { ...best, categories })
  }
  return counted.map((each) => {
    const best = kept.get(courseOf(rule, each.credit))
    if (each.quarters === 0 || best === undefined) return each
    if (best.credit === each.credit) return best
    return {
      ...each,
      quarters: 0,
      categories: [],
      notes: [{ kind: 'same-course', as: rule.sameProgramme ?? 'same-day' }],
    }
  })
}

/** By the hours that its ceiling leaves at most; of two that are worth the same, the one under the higher ceiling. */
function isWorthMore(rule: RenewalRule, one: CountedCredit, other: CountedCredit): boolean {
  const ceilingOf = ({ credit }: CountedCredit): number =>
    (ceilingOver(rule, credit)?.ceiling.hours ?? Number.POSITIVE_INFINITY) * QUARTERS_PER_HOUR
  const worthOf = (entry: CountedCredit): number => Math.min(entry.quarters, ceilingOf(entry))
  if (worthOf(one) !== worthOf(other)) return worthOf(one) > worthOf(other)
  return ceilingOf(one) > ceilingOf(other)
}

function courseOf({ sameProgramme }: RenewalRule, { id, programme, heldOn }: CeCredit): string {
  if (programme === undefined) return id
  return sameProgramme === null ? `${heldOn} ${programmeKey(programme)}` : programmeKey(programme)
}

/** Another spelling makes no other course. */
/** However its title is spelled; `Ethics—four` is `Ethics - four`. */
export const programmeKey = (programme: string): string =>
  foldedForComparison(programme).replace(/ ?- ?/g, '-')

/** The title in a programme, which is written "title / provider". */
const titleIn = (programme: string): string => programmeKey(programme).split(' / ')[0] ?? ''

/** Adds to a credit that counts what nobody has answered about it and the others. */
export function withDoubts(
  rule: RenewalRule,
  counted: CountedCredit,
  all: readonly CountedCredit[],
): CountedCredit {
  const { programme, heldOn } = counted.credit
  if (counted.quarters === 0 || programme === undefined) return counted
  const earlier = all.filter(({ credit, quarters }) => quarters > 0 && isBefore(credit, counted.credit))
  const isSame = ({ credit }: CountedCredit): boolean =>
    credit.programme !== undefined && programmeKey(credit.programme) === programmeKey(programme)
  const isRepeated =
    rule.sameProgramme === null && earlier.some((each) => isSame(each) && each.credit.heldOn < heldOn)
  const isLikelySame = earlier.some(
    (each) =>
      !isSame(each) &&
      each.credit.heldOn === heldOn &&
      each.credit.programme !== undefined &&
      titleIn(each.credit.programme) === titleIn(programme),
  )
  const doubts: CountReason[] = [
    ...(isRepeated ? [{ kind: 'repeat-not-read' } as const] : []),
    ...(isLikelySame ? [{ kind: 'maybe-same-course' } as const] : []),
  ]
  return doubts.length === 0 ? counted : { ...counted, notes: [...counted.notes, ...doubts] }
}

const isBefore = (one: CeCredit, other: CeCredit): boolean =>
  one.heldOn < other.heldOn || (one.heldOn === other.heldOn && one.id < other.id)
