import { LIMIT_PARTS, type LimitPart } from '@alongside/shared/certification/custom-rule-parts/limit-parts'
import type { RenewalRuleInput } from '../../generated/graphql.ts'
import type { PartsOf, Rule } from '../rules/rule-speech.ts'

type Limit = Rule['limits'][number]
type LimitParts = PartsOf<Limit>
type Exception = Rule['exceptions'][number]

/** One limit as it is typed: what its kind does not have stays empty. */
export interface LimitRow {
  kind: Limit['kind']
  modes: NonNullable<LimitParts['modes']>
  category: NonNullable<LimitParts['category']> | ''
  earnedBy: NonNullable<LimitParts['earnedBy']>
  contents: NonNullable<LimitParts['contents']>
  sponsor: string
  hours: number | null
  percent: number | null
  petition: boolean
  feeUsdPerHour: number | null
}

export interface ExceptionRow {
  kind: Exception['kind']
  dueFrom: string
  dueTo: string
  onlyIf: NonNullable<Exception['onlyIf']> | ''
  days: number | null
  text: string
}

export interface ConversionRow {
  from: Rule['conversions'][number]['from']
  hours: number | null
}

/** What counts, what is shown to the board, and who is excused. */
export interface PartValues {
  limits: LimitRow[]
  conversions: ConversionRow[]
  papers: Rule['papers']
  proofHow: NonNullable<Rule['proof']['how']> | ''
  keepYears: number | null
  mustShow: Rule['proof']['mustShow']
  audit: string
  exceptions: ExceptionRow[]
}

export const emptyLimit = (): LimitRow => limitRow({ kind: 'DELIVERY_MOST' })

function limitRow(limit: Pick<Limit, 'kind'> & LimitParts): LimitRow {
  return {
    kind: limit.kind,
    modes: [...(limit.modes ?? [])],
    category: limit.category ?? '',
    earnedBy: [...(limit.earnedBy ?? [])],
    contents: [...(limit.contents ?? [])],
    sponsor: limit.sponsor ?? '',
    hours: limit.hours ?? null,
    percent: limit.percent ?? null,
    petition: limit.petition ?? false,
    feeUsdPerHour: limit.feeUsdPerHour ?? null,
  }
}

export const emptyException = (): ExceptionRow =>
  exceptionRow({ kind: 'HOURS_WAIVED', due: { from: null, to: null }, onlyIf: null, text: '' })

function exceptionRow(exception: Exception): ExceptionRow {
  const { kind, due, onlyIf, text } = exception
  const days = 'days' in exception ? exception.days : null
  return { kind, dueFrom: due.from ?? '', dueTo: due.to ?? '', onlyIf: onlyIf ?? '', days, text }
}

/** Which values the kind has. */
export function partsOf(kind: Limit['kind']): readonly LimitPart[] {
  const { asks, may } = LIMIT_PARTS[kind.toLowerCase().replaceAll('_', '-') as keyof typeof LIMIT_PARTS]
  return [...asks, ...may]
}

export function partValues({ limits, conversions, papers, proof, exceptions }: Rule): PartValues {
  return {
    limits: limits.map(limitRow),
    conversions: conversions.map((each) => ({ ...each })),
    papers: [...papers],
    proofHow: proof.how ?? '',
    keepYears: proof.keepYears,
    mustShow: [...proof.mustShow],
    audit: proof.audit ?? '',
    exceptions: exceptions.map(exceptionRow),
  }
}

/** All kinds but one are about a single way of earning: the one that the form shows. */
function valueOf({ kind, ...limit }: LimitRow, part: LimitPart): LimitRow[LimitPart] {
  return part === 'earnedBy' && kind !== 'EARNED_BY_NEVER' ? limit.earnedBy.slice(0, 1) : limit[part]
}

/** Only what the kind of each line has: what was typed under another kind stays behind. */
export function partsInput(values: PartValues) {
  const { limits, conversions, papers, proofHow, keepYears, mustShow, audit, exceptions } = values
  return {
    limits: limits.map((limit) => ({
      kind: limit.kind,
      ...Object.fromEntries(
        partsOf(limit.kind)
          .filter((part) => limit[part] !== '')
          .map((part) => [part, valueOf(limit, part)]),
      ),
    })),
    conversions: conversions.map(({ from, hours }) => ({ from, hours: hours ?? 0 })),
    papers,
    proof: { how: proofHow || null, keepYears, mustShow, audit: audit.trim() || null },
    exceptions: exceptions.map(({ kind, dueFrom, dueTo, onlyIf, days, text }) => ({
      kind,
      dueFrom: dueFrom || null,
      dueTo: dueTo || null,
      onlyIf: onlyIf || null,
      days: kind === 'DATE_EXTENDED' ? days : null,
      text: text.trim() || null,
    })),
  } satisfies Partial<RenewalRuleInput>
}
